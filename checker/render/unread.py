"""What a report says of an input that could not be read."""

from __future__ import annotations

from checker.render.layout import Sheet, Style
from checker.report.model import Unread
from checker.words import Words, typeset

_UNREAD = Words("Fichier non lu : {}", "File not read: {}")


def write_unread(page: Sheet, unread: Unread) -> None:
    """The file, and all that is wrong with it."""
    say = page.language
    page.paragraph(typeset(_UNREAD(say), say).format(unread.file), Style.RED)
    for problem in unread.problems:
        page.item("-", str(problem), indent=2)
