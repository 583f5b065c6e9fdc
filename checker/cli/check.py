"""`check`: try every rule on cases, and report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.help import EXIT_STATUSES, wide
from checker.cli.options import (
    AS_OF,
    LANG,
    REGISTER,
    REPORT_FORMATS,
    RULESET,
    STAGE,
    iso_date,
    output_file,
)
from checker.cli.settings import Setting, after_format, as_file, configured

if TYPE_CHECKING:
    import datetime

    from checker.case import Stage
    from checker.words import Language

_EPILOG = f"""\b
Examples:
  deliberation-check cases/24-B-0045.json
  deliberation-check --stage draft draft.docx
  deliberation-check --lang en --output json=report.json draft.json
  deliberation-check --fail-on warning --ruleset our-policy/ drafts/
  deliberation-check --register registers/ --register sirene.csv case.json
  cat case.json | deliberation-check -

{EXIT_STATUSES}"""


@click.command("check", context_settings=wide(), epilog=_EPILOG)
@click.argument("paths", metavar="CASE_OR_DOCUMENT...", nargs=-1, required=True)
@click.option(
    "--format",
    "format_",
    cls=Setting,
    type=click.Choice(REPORT_FORMATS),
    default="text",
    show_default=True,
    help="Format of the report on standard output.",
)
@click.option(
    "--output",
    "outputs",
    cls=Setting,
    placed=after_format,
    metavar="FORMAT=FILE",
    multiple=True,
    type=output_file,
    help="Write the report to a file as well; repeatable.",
)
@LANG
@click.option(
    "--fail-on",
    cls=Setting,
    type=click.Choice(["error", "warning", "note", "open", "review"]),
    default="error",
    show_default=True,
    help="The least grave finding that makes the exit status 1; open and review count those too,"
    " and accepted findings never do.",
)
@STAGE
@AS_OF
@click.option(
    "--today",
    cls=Setting,
    metavar="DATE",
    type=iso_date,
    help="Say which values of the law were last verified over a year before this day; accepted"
    " findings must hold on it, in place of the machine's date.",
)
@click.option(
    "--waivers",
    cls=Setting,
    placed=as_file,
    metavar="FILE",
    multiple=True,
    type=click.Path(),
    help="Mark the findings that this file accepts, with reason, author and expiry; repeatable."
    " They stay in the report and do not count for the exit status.",
)
@click.option("--no-waivers", is_flag=True, help="Accept nothing, whatever the settings say.")
@click.option(
    "--jobs",
    cls=Setting,
    metavar="N",
    type=click.IntRange(min=1),
    show_default="one per processor",
    help="How many inputs are checked at once; the order of the reports is the same.",
)
@click.option(
    "--anonymise/--no-anonymise",
    cls=Setting,
    help="Replace the names of persons by « élu 1 », « personne 2 » in every format: those of the"
    " case, of the registers, and those that a text names after a civility or beside an office. A"
    " name that nothing tells is one stays, and so do names of files: read the report before it"
    " leaves.",
)
@REGISTER
@RULESET
@configured
def command(  # noqa: PLR0913 - one parameter for each option
    *,
    paths: tuple[str, ...],
    format_: str,
    outputs: tuple[tuple[str, str], ...],
    lang: Language,
    fail_on: str,
    stage: Stage | None,
    as_of: datetime.date | None,
    today: datetime.date | None,
    waivers: tuple[str, ...],
    no_waivers: bool,
    anonymise: bool,
    jobs: int | None,
    registers: tuple[str, ...],
    rulesets: tuple[str, ...],
) -> int:
    """Try every rule on cases, documents, folders of both or standard input (-).

    A case is a file in JSON; a document (PDF, .docx, .odt, HTML, text) is read, and gives a report
    for each deliberation in it. In a folder, a document beside a case of its name is left out, and
    a text is read only when it is named. The report goes to standard output, everything else to
    standard error. An input that cannot be read does not keep the others from being checked.
    """
    from checker.cli.examining import Terms  # noqa: PLC0415
    from checker.cli.session import Session, Settings  # noqa: PLC0415

    accepted = () if no_waivers else waivers
    terms = Terms(
        lang,
        stage,
        as_of,
        today,
        rulesets,
        registers,
        accepted,
        open_counts=fail_on == "open",
        anonymise=anonymise,
    )
    return Session(Settings(format_, outputs, fail_on, terms, jobs)).run(paths)
