"""`test`: examples of rules and expected verdicts of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.help import wide
from checker.cli.options import LANG, REGISTER, RULESET
from checker.cli.settings import configured

if TYPE_CHECKING:
    from checker.words import Language

_EPILOG = """\b
Examples:
  deliberation-check test
  deliberation-check test cases/ --update
  deliberation-check test draft.docx
  deliberation-check test --register registers/ cases/
  deliberation-check test --ruleset our-policy/ drafts/24-B-0045.json
  deliberation-check test --mutate
  deliberation-check test --mutate CON-01 law.agreement_threshold

\b
Exit status:
  0  every example and every case has its expected verdicts
  1  something differs, a rule lacks an example, or a mutant goes unnoticed
  2  bad usage, case, rule or file of expected verdicts
  3  not reliable: the two judges differ, or the engine is at fault
"""


@click.command("test", context_settings=wide(), epilog=_EPILOG)
@click.argument("paths", metavar="[CASE_OR_DOCUMENT]...", nargs=-1)
@click.option(
    "--mutate",
    is_flag=True,
    help="Change one number, date, comparison or condition at a time in rules and dated values, "
    "all or those named, and report the mutants that no example and no case notices.",
)
@click.option(
    "--update",
    is_flag=True,
    help="Show what differs in the cases, then write their files of expected verdicts anew.",
)
@LANG
@REGISTER
@RULESET
@configured
def command(
    *,
    paths: tuple[str, ...],
    mutate: bool,
    update: bool,
    lang: Language,
    registers: tuple[str, ...],
    rulesets: tuple[str, ...],
) -> int:
    """Try the examples of every rule, then cases with NAME.expected.json beside NAME.json.

    A document is tried as a case is: draft.expected.json beside draft.docx; for one of several
    deliberations, minutes.2024-031.expected.json beside minutes.pdf.

    Both judges try each example. The file of expected verdicts of a case holds every verdict by
    check and subject, so that a redrafted act or a changed rule changes none unnoticed. Without
    a path the cases of the folder cases/ are compared, where there is one. With cases named, only
    they are compared; with --ruleset, only the examples of the rules added are tried.

    With --mutate, rules and dated values may be named beside the cases. A mutant that nothing can
    notice has its reason in the file of its rule, under 'survivors'.
    """
    from checker.cli.ruleset import load  # noqa: PLC0415

    if mutate:
        if update:
            message = "--mutate writes nothing; leave out --update."
            raise click.UsageError(message)
        from checker.cli.mutating import mutate as run  # noqa: PLC0415

        return run(paths, load(rulesets), registers, lang)
    from checker.cli.testing import Rehearsal  # noqa: PLC0415

    return Rehearsal(load(rulesets), lang, update=update, registers=registers).run(paths)
