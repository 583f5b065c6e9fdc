"""`diff`: two drafts, two years of an act, or one act under two dates of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.help import wide
from checker.cli.options import FORMAT, LANG, REGISTER, RULESET, STAGE, iso_date
from checker.cli.settings import configured

if TYPE_CHECKING:
    import datetime

    from checker.case import Stage
    from checker.words import Language

_EPILOG = """\b
Examples:
  deliberation-check diff draft-1.docx draft-2.docx
  deliberation-check diff cases/23-B-0031.json cases/24-B-0045.json
  deliberation-check diff --as-of 2023-12-31 --as-of 2026-01-01 cases/24-B-0045.json
  deliberation-check diff --number 2024-031 --number 2025-028 minutes-2024.odt minutes-2025.odt

\b
Exit status:
  0  nothing differs
  1  something differs
  2  bad usage, case, document or rule
  3  not reliable: the two judges differ, or the engine is at fault
"""


@click.command("diff", context_settings=wide(), epilog=_EPILOG)
@click.argument("paths", metavar="OLD [NEW]", nargs=-1, required=True)
@click.option(
    "--as-of",
    "days",
    metavar="DATE",
    multiple=True,
    type=iso_date,
    help="Apply the law of this day; given twice, the first to OLD and the second to NEW.",
)
@click.option(
    "--number",
    "numbers",
    metavar="N",
    multiple=True,
    help="Of several deliberations the one of this number; given twice, OLD's and NEW's.",
)
@STAGE
@FORMAT
@LANG
@REGISTER
@RULESET
@configured
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    paths: tuple[str, ...],
    days: tuple[datetime.date, ...],
    numbers: tuple[str, ...],
    stage: Stage | None,
    format_: str,
    lang: Language,
    registers: tuple[str, ...],
    rulesets: tuple[str, ...],
) -> int:
    """Compare two acts: beneficiaries, amounts, articles, and the verdicts on them.

    OLD and NEW are case files or documents. A beneficiary is the same in both by an official
    identifier, by a name that both acts use, or by its identifier in the cases; a likeness of
    names is only asked about. With OLD alone and --as-of given twice, the same act is judged by
    the law of two days.
    """
    from checker.cli.differing import Wish, run  # noqa: PLC0415
    from checker.cli.examining import Terms  # noqa: PLC0415

    terms = Terms(lang, stage, None, None, rulesets, registers)
    return run(Wish(paths, days, numbers, format_, terms))
