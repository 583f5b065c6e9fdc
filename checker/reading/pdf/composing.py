"""Layouts put into one text, with the page, box and cell of every part.

A line of the page is a line of the text. A table is written row by row: cells with a tab between
them where each is one line, each cell on lines of its own where one has several.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from checker.reading.pdf.layout import Layout, Line, Piece
from checker.reading.pdf.letters import Letter
from checker.reading.pdf.stitching import Chain
from checker.reading.source import Aside, AsideReason, Box, Cell, Page, Table


@define(eq=False)
class Composition:
    """What the text and its parts grow in."""

    text: list[str] = field(factory=list)
    boxes: list[Box | None] = field(factory=list)
    pages: list[Page] = field(factory=list)
    asides: list[Aside] = field(factory=list)
    spans: dict[tuple[int, int], tuple[int, int]] = field(factory=dict)
    """Of each cell, by the identity of its piece and its slot."""
    _aside: tuple[AsideReason, int, list[str]] | None = None

    def page(self, number: int, layout: Layout) -> None:
        """Adds a page."""
        start = len(self.text)
        for block in layout.blocks:
            if isinstance(block, Line):
                self._line(number, block.letters)
            else:
                self._piece(number, block)
        self._close_aside()
        self.pages.append(Page(number, start, len(self.text), layout.width, layout.height))

    def _line(self, number: int, letters: Iterable[Letter]) -> None:
        start = len(self.text)
        self._letters(number, letters)
        if "".join(self.text[start:]).strip():
            self._put("\n", None)
        else:
            del self.text[start:], self.boxes[start:]
            if self._aside:
                reason, at, texts = self._aside
                self._aside = (reason, min(at, start), [*texts, "\n"])

    def _piece(self, number: int, piece: Piece) -> None:
        rows: dict[float, list[int]] = {}
        for index, slot in enumerate(piece.grid.slots):
            rows.setdefault(slot.top, []).append(index)
        for row in rows.values():
            cells = [piece.cells[index] for index in row]
            live = [one for cell in cells for one in cell if one.aside is None]
            gone = [cell for cell in cells if cell and not live]
            if gone:
                tab = Letter("\t", None, gone[0][0].aside)
                self._line(number, [one for cell in gone for one in (*cell, tab)])
                continue
            end = "\n" if any(one.text == "\n" for one in live) else "\t"
            for index in row:
                start = len(self.text)
                self._letters(number, piece.cells[index])
                self.spans[id(piece), index] = (start, len(self.text))
                self._put("\n" if index == row[-1] else end, None)

    def _letters(self, number: int, letters: Iterable[Letter]) -> None:
        for letter in letters:
            box = letter.box
            if letter.aside is not None:
                self._set_aside(letter.aside, letter.text)
            elif box is None:
                self._put(letter.text, None)
            else:
                self._put(letter.text, Box(number, *box))

    def _put(self, text: str, box: Box | None) -> None:
        self.text.append(text)
        self.boxes.append(box)

    def _set_aside(self, reason: AsideReason, text: str) -> None:
        if self._aside is None or self._aside[:2] != (reason, len(self.text)):
            self._close_aside()
            self._aside = (reason, len(self.text), [])
        self._aside[2].append(text)

    def _close_aside(self) -> None:
        if self._aside is not None:
            reason, at, texts = self._aside
            if text := "".join(texts).strip():
                self.asides.append(Aside(reason, text, at))
        self._aside = None


def composed(layouts: Sequence[Layout]) -> Composition:
    """All pages."""
    composition = Composition()
    for number, layout in enumerate(layouts, start=1):
        composition.page(number, layout)
    return composition


def tables(chains: Iterable[Chain], composition: Composition) -> tuple[Table, ...]:
    """The tables by their offsets; one of a single row or column is layout, not a table."""
    found = (_cells(chain, composition) for chain in chains)
    kept = [
        Table(tuple(cells))
        for cells in found
        if len({cell.row for cell in cells}) > 1 and len({cell.column for cell in cells}) > 1
    ]
    return tuple(sorted(kept, key=lambda table: table.cells[0].start))


def _cells(chain: Chain, composition: Composition) -> list[Cell]:
    xs = chain.xs
    cells: list[Cell] = []
    above = 0
    for piece, repeated in zip(chain.pieces, chain.repeated, strict=True):
        rows = {y: index + above - repeated for index, y in enumerate(piece.grid.ys)}
        for index, slot in enumerate(piece.grid.slots):
            if rows[slot.top] < above or (id(piece), index) not in composition.spans:
                continue
            start, end = composition.spans[id(piece), index]
            left, right = _nearest(xs, slot.left), _nearest(xs, slot.right)
            row = rows[slot.top]
            spread = rows[slot.bottom] - row
            cells.append(Cell(start, end, row, left, spread, right - left))
        above += piece.grid.rows - repeated
    return cells


def _nearest(places: Sequence[float], place: float) -> int:
    return min(range(len(places)), key=lambda index: abs(places[index] - place))
