"""Options that several commands take."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from checker.cli.settings import Setting, as_file

if TYPE_CHECKING:
    import datetime

    from checker.words import Language


def locale_language(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of the locale: French unless it is another one.

    French is the language of the acts and of their readers; C, POSIX or no locale says nothing
    to the contrary.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    value = next((environment[name] for name in names if environment.get(name)), "C")
    return "fr" if re.split(r"[_.@]", value)[0] in ("fr", "C", "POSIX") else "en"


def iso_date(text: str) -> datetime.date:
    """The day of a text like 2024-02-09."""
    import datetime  # noqa: PLC0415

    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    message = f"{text!r} is no date; write a day like 2024-02-09."
    raise click.BadParameter(message)


FORMATS = ("text", "json")
"""Those of the commands that list and explain."""
REPORT_FORMATS = (*FORMATS, "short", "csv", "sarif", "junit", "markdown", "docx", "html")
"""Those of a report; `checker.render.formats` has what makes each."""


def output_file(text: str) -> tuple[str, str]:
    """Format and file of a text like json=report.json."""
    format_, equals, name = text.partition("=")
    if not equals or not name or format_ not in REPORT_FORMATS:
        message = f"{text!r} is not FORMAT=FILE; write it like json=report.json, with a format "
        raise click.BadParameter(message + f"out of {', '.join(REPORT_FORMATS)}.")
    if name == "-":
        message = f"For standard output write --format {format_}."
        raise click.BadParameter(message)
    return format_, name


LANG = click.option(
    "--lang",
    cls=Setting,
    type=click.Choice(["fr", "en"]),
    default=locale_language,
    show_default="from LC_ALL, LC_MESSAGES or LANG; fr for C, POSIX or none, en for the others",
    help="Language of the answer.",
)
FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Format of the answer.",
)
STAGE = click.option(
    "--stage",
    cls=Setting,
    type=click.Choice(["draft", "adopted", "transmitted"]),
    help="Stage of the act, in place of the case's.",
)
AS_OF = click.option(
    "--as-of",
    cls=Setting,
    metavar="DATE",
    type=iso_date,
    help="Apply the law of this day, like 2024-02-09, in place of the act's date.",
)
REGISTER = click.option(
    "--register",
    "registers",
    cls=Setting,
    placed=as_file,
    metavar="FILE_OR_FOLDER",
    multiple=True,
    type=click.Path(),
    help="Join a register to every case: interests, grants, delegations, Sirene, RNA (CSV, JSON),"
    " or a folder of these and of other cases; repeatable.",
)
RULESET = click.option(
    "--ruleset",
    "rulesets",
    cls=Setting,
    placed=as_file,
    metavar="FOLDER",
    multiple=True,
    type=click.Path(),
    help="Add the rules of a folder; repeatable.",
)
