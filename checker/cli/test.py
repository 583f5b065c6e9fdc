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

\b
Exit status:
  0  every example and every case has its expected verdicts
  1  something differs, or a rule lacks an example
  2  bad usage, case, rule or file of expected verdicts
  3  not reliable: the two judges differ, or the engine is at fault
"""


@click.command("test", context_settings=wide(), epilog=_EPILOG)
@click.argument("paths", metavar="[CASE_OR_DOCUMENT]...", nargs=-1)
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
    """
    from checker.cli.ruleset import load  # noqa: PLC0415
    from checker.cli.testing import Rehearsal  # noqa: PLC0415

    return Rehearsal(load(rulesets), lang, update=update, registers=registers).run(paths)
