"""`explain`: one rule in full, or why it says what it says of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.help import wide
from checker.cli.options import AS_OF, FORMAT, LANG, REGISTER, RULESET, STAGE
from checker.cli.settings import configured, typed

if TYPE_CHECKING:
    import datetime

    from checker.case import Stage
    from checker.words import Language

_EPILOG = """\b
Examples:
  deliberation-check explain ARI-01
  deliberation-check explain --lang en CON-01
  deliberation-check explain ALL-02 cases/24-B-0045.json
  deliberation-check explain COH-04/priced cases/24-B-0045.json --subject "Bâti ton parcours"
  deliberation-check explain VOT-01 minutes.odt --number 2024-031 --format json

\b
Exit status:
  0  explained, whatever the verdict
  2  bad usage, case, document or rule, or no such rule, subject or deliberation
  3  not reliable: the two judges differ, or the engine is at fault
"""


@click.command("explain", context_settings=wide(), epilog=_EPILOG)
@click.argument("rule")
@click.argument("case", metavar="[CASE_OR_DOCUMENT]", required=False)
@click.option(
    "--subject",
    metavar="X",
    help="With a case: this subject only, by its identifier or its name in the reports.",
)
@click.option(
    "--number",
    metavar="N",
    help="Of several deliberations the one of this number, or the Nth where it has none.",
)
@FORMAT
@LANG
@STAGE
@AS_OF
@REGISTER
@RULESET
@configured
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    rule: str,
    case: str | None,
    subject: str | None,
    number: str | None,
    format_: str,
    lang: Language,
    stage: Stage | None,
    as_of: datetime.date | None,
    registers: tuple[str, ...],
    rulesets: tuple[str, ...],
) -> int:
    """Show RULE in full: what it asks, its law and dated values, its remedy, its examples.

    With a case or a document, show why RULE says what it says of it: every condition with its
    values, where they were read, whether it is true, false or unknown, and by how much. RULE may
    be one of its checks, like COH-04/priced.
    """
    if case is not None:
        from checker.cli.examining import Terms  # noqa: PLC0415
        from checker.cli.why.run import Wish, run  # noqa: PLC0415

        terms = Terms(lang, stage, as_of, None, rulesets, registers)
        return run(Wish(rule, case, subject, number, format_, terms))
    about_a_case = {
        "subject": "--subject",
        "number": "--number",
        "stage": "--stage",
        "as_of": "--as-of",
        "registers": "--register",
        "format_": "--format",
    }
    wanting = [option for name, option in about_a_case.items() if typed(name)]
    if wanting:
        named = ", ".join(wanting)
        message = f"{named} needs a case or a document after {rule}."
        raise click.UsageError(message)

    from checker.cli.explanation import explanation  # noqa: PLC0415
    from checker.cli.ruleset import find, load  # noqa: PLC0415
    from checker.cli.streams import say  # noqa: PLC0415

    loaded = load(rulesets)
    say(explanation(loaded, find(loaded, rule), lang))
    return 0
