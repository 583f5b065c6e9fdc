"""`law`: the dated law, checks on it, and which rule cites what."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from checker.case import Category, Organ
from checker.cli.guard import FOUND
from checker.cli.help import wide
from checker.cli.options import FORMAT, LANG, RULESET, iso_date
from checker.cli.settings import configured

if TYPE_CHECKING:
    import datetime

    from checker.words import Language

_EPILOG = """\b
Examples:
  deliberation-check law --date 2024-02-09 --body metropole --organ bureau
  deliberation-check law --lang en --format json
  deliberation-check law check --today 2026-11-23
  deliberation-check law matrix

\b
Exit status:
  0  printed
  1  law check: a gap, an overlap or an expired citation
  2  bad usage or rule
"""
_CHECK_EPILOG = """\b
Examples:
  deliberation-check law check
  deliberation-check law check --today 2027-12-01 --ruleset our-policy/
  deliberation-check law check --since 2026-01-01 --format json

\b
Exit status:
  0  nothing, or only entries to confirm or to verify again
  1  a gap, an overlap or an expired citation
  2  bad usage or rule
"""
_MATRIX_EPILOG = """\b
Examples:
  deliberation-check law matrix
  deliberation-check law matrix --lang en --format json

\b
Exit status:
  0  printed
  2  bad usage or rule
"""


@click.group(
    "law",
    context_settings=wide(),
    epilog=_EPILOG,
    invoke_without_command=True,
    subcommand_metavar="[check | matrix] [ARGUMENT]...",
)
@click.option(
    "--date",
    "day",
    metavar="DATE",
    type=iso_date,
    help="Only what is in force for an act of this day, like 2024-02-09.",
)
@click.option(
    "--body",
    metavar="CATEGORY",
    type=click.Choice(get_args(Category)),
    help=f"Only for this category of authority: {', '.join(get_args(Category))}.",
)
@click.option(
    "--organ",
    metavar="ORGAN",
    type=click.Choice(get_args(Organ)),
    help=f"Only for this organ: {', '.join(get_args(Organ))}.",
)
@FORMAT
@LANG
@RULESET
@configured
@click.pass_context
def command(  # noqa: PLR0913 - one parameter for each option
    context: click.Context,
    *,
    day: datetime.date | None,
    body: str | None,
    organ: str | None,
    format_: str,
    lang: Language,
    rulesets: tuple[str, ...],
) -> None:
    """Show the law: values by date and authority with their sources, and the texts cited.

    Without --date, every value with the days it is in force. check and matrix have options of
    their own, which follow them.
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context, context.invoked_subcommand)
        return
    from checker.cli.lawlist import Question, as_json, as_text  # noqa: PLC0415
    from checker.cli.ruleset import load  # noqa: PLC0415
    from checker.cli.streams import say  # noqa: PLC0415

    loaded = load(rulesets)
    question = Question(day, body, organ)
    if format_ == "json":
        say(as_json(loaded, question, lang), utf8=True)
    else:
        say(as_text(loaded, question, lang))


def _refuse_options(context: click.Context, name: str) -> None:
    """See that no option stands before `check` or `matrix`, where it would change nothing."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is click.core.ParameterSource.COMMANDLINE:
            message = f"Write {parameter.opts[0]} after {name!r}, if it has that option."
            raise click.UsageError(message, context)


@command.command("check", context_settings=wide(), epilog=_CHECK_EPILOG)
@click.option(
    "--today",
    metavar="DATE",
    type=iso_date,
    help="Report what was last verified over a year before this day.",
)
@click.option(
    "--since",
    metavar="DATE",
    type=iso_date,
    help="Report what was last verified before this day, in place of --today.",
)
@FORMAT
@LANG
@RULESET
@configured
def check(
    *,
    today: datetime.date | None,
    since: datetime.date | None,
    format_: str,
    lang: Language,
    rulesets: tuple[str, ...],
) -> int:
    """Look for periods without a value, overlaps, citations past their end, and what is old."""
    from checker.cli.lawcheck import as_json, as_text  # noqa: PLC0415
    from checker.cli.lawuses import places, uses_of  # noqa: PLC0415
    from checker.cli.ruleset import load  # noqa: PLC0415
    from checker.cli.streams import say  # noqa: PLC0415
    from checker.law import coverage  # noqa: PLC0415

    loaded = load(rulesets)
    not_before = since or (coverage.a_year_before(today) if today else None)
    found = coverage.check(loaded.law, uses_of(loaded), not_before)
    files = places(loaded, rulesets)
    if format_ == "json":
        say(as_json(loaded, found, files, lang), utf8=True)
    else:
        say(as_text(loaded, found, files, lang))
    return FOUND if any(finding.kind.counts for finding in found) else 0


@command.command("matrix", context_settings=wide(), epilog=_MATRIX_EPILOG)
@FORMAT
@LANG
@RULESET
@configured
def matrix(*, format_: str, lang: Language, rulesets: tuple[str, ...]) -> None:
    """Show which rules cite each text: themselves, by date and authority, or through a value."""
    from checker.cli.lawmatrix import as_json, as_text  # noqa: PLC0415
    from checker.cli.lawuses import uses_of  # noqa: PLC0415
    from checker.cli.ruleset import load  # noqa: PLC0415
    from checker.cli.streams import say  # noqa: PLC0415
    from checker.law.coverage import citations  # noqa: PLC0415

    loaded = load(rulesets)
    found = citations(loaded.law, uses_of(loaded))
    if format_ == "json":
        say(as_json(loaded, found, lang), utf8=True)
    else:
        say(as_text(found, lang))
