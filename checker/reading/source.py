"""A document as it was read: its exact text, and where each character stands.

Offsets count characters of `Source.text`, start included and end excluded. Everything else – page,
line, column, box on the page – is derived from them.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from attrs import field, frozen

from checker.words import Words

Kind = Literal["txt", "html", "pdf", "docx", "odt"]
AsideReason = Literal["deleted", "hidden", "rotated", "furniture"]


@frozen
class Page:
    """A page, as a part of the text.

    Args:
        number: 1-based.
        width, height: In points.
    """

    number: int
    start: int
    end: int
    width: float
    height: float


@frozen
class Box:
    """A rectangle on a page, in points from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@frozen
class Cell:
    """A cell of a table: a part of the text, and its place, 0-based, among rows and columns.

    Args:
        rows, columns: How many rows and columns it covers.
    """

    start: int
    end: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@frozen
class Table:
    """A ruled table, in the order of reading; no two of its cells share text."""

    cells: tuple[Cell, ...]


@frozen
class Aside:
    """Text that the document holds but does not say: it is set aside, and listed.

    Args:
        reason: `deleted` by a tracked change, `hidden`, `rotated` such as a watermark, or
            `furniture` such as a running head.
        at: Offset in the text where it stood.
    """

    reason: AsideReason
    text: str
    at: int


@frozen
class CharBoxes:
    """The box of each character, in the order of the text; `None` for one that is not printed."""

    boxes: tuple[Box | None, ...] = ()

    def of(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of a passage, one for each line it stands on; none where boxes are unknown."""
        joined: list[Box] = []
        for box in self.boxes[start:end]:
            if box is None:
                continue
            if joined and _same_line(joined[-1], box):
                joined[-1] = _around(joined[-1], box)
            else:
                joined.append(box)
        return tuple(joined)


@frozen(eq=False)
class Source:
    """A document as it was read.

    Args:
        name: The file as the user named it.
        sha256: Of its bytes.
        reader: Library and version that read it.
        text: Exact text; lines end with a line feed.
        pages: Empty where the document has none.
        notes: What the reader could not read, as sentences.
    """

    name: str
    kind: Kind
    sha256: str
    reader: str
    text: str
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    aside: tuple[Aside, ...] = ()
    boxes: CharBoxes = field(factory=CharBoxes)
    notes: tuple[Words, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False)

    @_starts.default
    def _line_starts(self) -> tuple[int, ...]:
        ends = (n + 1 for n, character in enumerate(self.text) if character == "\n")
        return (0, *ends)

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its end."""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def page(self, offset: int) -> int | None:
        """1-based page of a character, or `None` where the document has no pages."""
        return next((page.number for page in self.pages if page.start <= offset < page.end), None)


def _same_line(box: Box, other: Box) -> bool:
    middle = (other.top + other.bottom) / 2
    return box.page == other.page and box.top <= middle <= box.bottom and other.left >= box.left


def _around(box: Box, other: Box) -> Box:
    return Box(
        box.page,
        min(box.left, other.left),
        min(box.top, other.top),
        max(box.right, other.right),
        max(box.bottom, other.bottom),
    )
