"""`rules`: what is checked, one line a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.help import wide
from checker.cli.options import FORMAT, LANG, RULESET
from checker.cli.settings import configured

if TYPE_CHECKING:
    from checker.words import Language

_EPILOG = """\b
Examples:
  deliberation-check rules
  deliberation-check rules --lang en --format json
  deliberation-check rules --ruleset our-policy/
  deliberation-check rules --coverage cases/

\b
Exit status:
  0  printed
  2  bad usage, case or rule
"""


@click.command("rules", context_settings=wide(), epilog=_EPILOG)
@click.argument("paths", metavar="[CASE_OR_DOCUMENT]...", nargs=-1)
@click.option(
    "--coverage",
    is_flag=True,
    help="Show instead how many cases reach each verdict of each rule, and which none does.",
)
@FORMAT
@LANG
@RULESET
@configured
def command(
    *,
    paths: tuple[str, ...],
    coverage: bool,
    format_: str,
    lang: Language,
    rulesets: tuple[str, ...],
) -> None:
    """List what is checked: rules by theme and policy set, with severity and title.

    With --coverage, cases may be named; without one, those of the folder cases/ are taken.
    """
    from checker.cli.ruleset import load  # noqa: PLC0415

    if paths and not coverage:
        message = "Cases are named for --coverage only; to check them, leave out 'rules'."
        raise click.UsageError(message)
    loaded = load(rulesets)
    if coverage:
        from checker.cli.casecoverage import show  # noqa: PLC0415

        show(loaded, paths, format_, lang)
        return
    from checker.cli.catalogue import as_json, as_text  # noqa: PLC0415
    from checker.cli.streams import say  # noqa: PLC0415

    if format_ == "json":
        say(as_json(loaded, lang), utf8=True)
    else:
        say(as_text(loaded, lang))
