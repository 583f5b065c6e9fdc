"""Footnotes and endnotes of a DOCX file: read once, at the end of the text, in their order."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from checker.reading.docx.names import attribute, names
from checker.reading.labels import raised, roman
from checker.reading.source import AsideReason
from checker.reading.writing import Writing
from checker.reading.xmltree import Element

KINDS = ("footnote", "endnote")


@frozen
class _Note:
    content: Element
    mark: str
    reason: AsideReason | None


class Notes:
    """The notes of a document, as they are referred to.

    Args:
        footnotes, endnotes: The roots of their parts.
    """

    def __init__(self, footnotes: Element | None, endnotes: Element | None) -> None:
        roots = dict(zip(KINDS, (footnotes, endnotes), strict=True))
        self.mark = ""
        self._contents = {
            kind: {attribute(each, "w:id"): each for each in names.children(root, f"w:{kind}")}
            for kind, root in roots.items()
            if root is not None
        }
        self._referred: dict[str, list[_Note]] = {kind: [] for kind in KINDS}
        self._seen: set[tuple[str, str | None]] = set()
        self._counts = dict.fromkeys(KINDS, 0)

    def refer(self, kind: str, reference: Element, reason: AsideReason | None) -> str:
        """Keeps a note that is referred to, and returns the mark that stands in the text.

        Args:
            kind: One of `KINDS`.
            reference: The element that refers to it.
            reason: Why the text that refers to it is set aside, if it is: the note is then too.
        """
        mark = ""
        if attribute(reference, "w:customMarkFollows") not in ("1", "true", "on"):
            count = self._counts[kind] + 1
            if reason is None:
                self._counts[kind] = count
            mark = raised(str(count) if kind == "footnote" else roman(count))
        identifier = attribute(reference, "w:id")
        content = self._contents.get(kind, {}).get(identifier)
        if content is not None and (kind, identifier) not in self._seen:
            self._seen.add((kind, identifier))
            self._referred[kind].append(_Note(content, mark, reason))
        return mark

    def read(self, writing: Writing, story: Callable[[Element], None]) -> None:
        """Reads the notes that were referred to."""
        while any(self._referred.values()):
            for kind in KINDS:
                notes, self._referred[kind] = self._referred[kind], []
                for note in notes:
                    self.mark = note.mark
                    with writing.apart(note.reason):
                        story(note.content)
