"""Footnotes and endnotes of an ODT file: read once, at the end of the text, in their order."""

from __future__ import annotations

from checker.reading.labels import raised
from checker.reading.odt.names import attribute, names
from checker.reading.source import AsideReason
from checker.reading.xmltree import Element

Referred = tuple[Element, str, "AsideReason | None"]


class Notes:
    """The notes of a document, as the text comes to them."""

    def __init__(self) -> None:
        self._footnotes: list[Referred] = []
        self._endnotes: list[Referred] = []

    def refer(self, note: Element, reason: AsideReason | None) -> str:
        """Keeps a note, and returns the mark that stands in the text.

        Args:
            note: With its mark and its content.
            reason: Why the text around it is set aside, if it is: the note is then too.
        """
        citation = names.child(note, "text:note-citation")
        shown = "" if citation is None else "".join(map(str, citation.itertext()))
        mark = raised(shown) if shown.strip() else ""
        content = names.child(note, "text:note-body")
        if content is not None:
            ends = attribute(note, "text:note-class") == "endnote"
            (self._endnotes if ends else self._footnotes).append((content, mark, reason))
        return mark

    def take(self) -> list[Referred]:
        """Footnotes, then endnotes."""
        taken = self._footnotes + self._endnotes
        self._footnotes, self._endnotes = [], []
        return taken
