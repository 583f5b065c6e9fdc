"""`extract`: from a document to its case file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli.help import wide
from checker.cli.options import LANG
from checker.cli.settings import configured

if TYPE_CHECKING:
    from checker.words import Language

_EPILOG = """\b
Examples:
  deliberation-check extract act.pdf
  deliberation-check extract minutes.odt --number 2024-031 -o 2024-031.json
  deliberation-check extract minutes.odt --all
  cat act.docx | deliberation-check extract - -o act.json

\b
Exit status:
  0  the case file is written; confirm settles what is left open in it
  2  bad usage or document, or several deliberations and none chosen
  3  not reliable: a fault of the program
"""


@click.command("extract", context_settings=wide(), epilog=_EPILOG)
@click.argument("document")
@click.option(
    "-o",
    "--output",
    metavar="CASE.json",
    help="The case file; - is standard output. Without it: beside the document, by its name.",
)
@click.option(
    "--number",
    metavar="N",
    help="Of several deliberations the one of this number, or the Nth where it has none.",
)
@click.option("--all", "all_", is_flag=True, help="Of several deliberations all, a file for each.")
@click.option("--force", is_flag=True, help="Write over a case file that is there.")
@LANG
@configured
def command(
    *,
    document: str,
    output: str | None,
    number: str | None,
    all_: bool,
    force: bool,
    lang: Language,
) -> int:
    """Read DOCUMENT (PDF, .docx, .odt, HTML, text, - for standard input) and write its case file.

    What was set aside, what was read, what is ambiguous and what is unread is said on standard
    error. No case file is written over unless --force says so: it may hold confirmations.
    """
    from checker.cli.extraction import Wish, run  # noqa: PLC0415

    if number is not None and all_:
        message = "--number chooses one deliberation and --all takes every one; give one of them."
        raise click.UsageError(message)
    return run(document, Wish(output, number, all_, force, lang))
