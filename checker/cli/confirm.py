"""`confirm`: settle what the reading of a document left open."""

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
  deliberation-check confirm act.json
  deliberation-check confirm act.json --document act.pdf
  deliberation-check confirm act.json < answers.txt

\b
Exit status:
  0  nothing is left to settle
  1  something is left: questions were skipped, or the answers ended
  2  bad usage, case or document, or neither terminal nor answers
"""


@click.command("confirm", context_settings=wide(), epilog=_EPILOG)
@click.argument("case")
@click.option(
    "--document",
    metavar="DOCUMENT",
    help="The document of the case: its lines are shown; where it has changed since, it is read"
    " anew and only what was settled on words that changed is asked again.",
)
@LANG
@configured
def command(case: str, document: str | None, lang: Language) -> int:
    """Go through the ambiguous and unread items of CASE, a case file that extract wrote.

    Each is shown on its line. The answer is the number of a reading, an amount, or x (it is none
    of the act's), s (skip), u (undo), q (quit), ? (help). Where several are alike, xt, xp and x*
    dismiss all of a table or list, of a page or of the document, and 1t chooses the first reading
    for all; how many they are is shown, and u undoes it. The file is written after each answer,
    so that quitting loses nothing; the next run goes on from there. Without a terminal, answers
    are read from standard input, one a line.
    """
    from checker.cli.confirming import run  # noqa: PLC0415

    return run(case, document, lang)
