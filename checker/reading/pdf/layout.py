"""A page as lines and ruled tables, in the order of reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from attrs import define, field

from checker.reading.pdf.grid import Grid
from checker.reading.pdf.letters import Letter, Quad

_MATCH = 3.0
"""Points within which columns of two pages are the same."""


@define(eq=False)
class Line:
    """A line, without its end."""

    letters: list[Letter] = field(factory=list)

    @property
    def text(self) -> str:
        """What is live of it."""
        return "".join(letter.text for letter in self.letters if letter.aside is None)

    @property
    def box(self) -> Quad | None:
        """Around what is live of it."""
        return around(self.letters)

    def set_aside(self) -> None:
        """Makes it furniture."""
        for letter in self.letters:
            letter.aside = letter.aside or "furniture"


@define(eq=False)
class Piece:
    """A ruled table, or as much of one as a page holds.

    Args:
        cells: The letters of each slot of the grid.
    """

    grid: Grid
    cells: list[list[Letter]]

    @property
    def text(self) -> str:
        """All of it."""
        return "\t".join(map(cell_text, self.cells))

    @property
    def box(self) -> Quad | None:
        """Around the lines."""
        return (self.grid.xs[0], self.grid.ys[0], self.grid.xs[-1], self.grid.ys[-1])

    def set_aside(self) -> None:
        """Makes it furniture."""
        for cell in self.cells:
            for letter in cell:
                letter.aside = letter.aside or "furniture"

    def row(self, index: int) -> list[list[Letter]]:
        """The cells that begin in a row."""
        top = self.grid.ys[index]
        return [c for s, c in zip(self.grid.slots, self.cells, strict=True) if s.top == top]


Block = Line | Piece


@define(eq=False)
class Layout:
    """The blocks of a page."""

    width: float
    height: float
    blocks: list[Block]

    @property
    def pieces(self) -> list[Piece]:
        """The tables."""
        return [block for block in self.blocks if isinstance(block, Piece)]


def cell_text(cell: Iterable[Letter]) -> str:
    """The live text of a cell."""
    return "".join(letter.text for letter in cell if letter.aside is None)


def around(letters: Iterable[Letter]) -> Quad | None:
    """The rectangle around live letters."""
    boxes = [one.box for one in letters if one.box and one.aside is None and not one.is_blank]
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def matches(one: Grid, other: Grid) -> bool:
    """Whether two grids have the same columns; one may have merged some."""
    few, many = sorted((one.xs, other.xs), key=len)
    ends = abs(few[0] - many[0]) <= _MATCH and abs(few[-1] - many[-1]) <= _MATCH
    return ends and all(min(abs(x - y) for y in many) <= _MATCH for x in few)


def arranged(letters: list[Letter], grids: list[Grid]) -> list[Block]:
    """The letters as lines, and those within grids as their cells."""
    places = _places(letters, grids)
    pieces: dict[int, Piece] = {}
    blocks: list[Block] = []
    line = Line()
    last: dict[tuple[int, int], int] = {}
    for index, (letter, place) in enumerate(zip(letters, places, strict=True)):
        if place is None:
            if letter.text == "\n" and letter.box is None:
                blocks.append(line)
                line = Line()
            elif not (letter.is_blank and index and places[index - 1]):
                line.letters.append(letter)
            continue
        grid, slot = place
        if grid not in pieces:
            pieces[grid] = Piece(grids[grid], [[] for _ in grids[grid].slots])
            blocks += [line, pieces[grid]]
            line = Line()
        cell = pieces[grid].cells[slot]
        if cell and last[place] != index - 1:
            cell.append(Letter(_between(cell, letter), None))
        cell.append(letter)
        last[place] = index
    blocks.append(line)
    return [block for block in blocks if isinstance(block, Piece) or block.letters]


def _between(cell: list[Letter], letter: Letter) -> str:
    """What parts two letters of a cell that others stand between in the order of reading."""
    before = next((one.box for one in reversed(cell) if one.box), None)
    if before and letter.box and before[1] <= (letter.box[1] + letter.box[3]) / 2 <= before[3]:
        return " "
    return "\n"


def _places(letters: list[Letter], grids: list[Grid]) -> list[tuple[int, int] | None]:
    """The grid and slot of each letter; white space is where the letters beside it are."""
    if not grids:
        return [None] * len(letters)
    finders = [_Finder(grid) for grid in grids]
    places: list[tuple[int, int] | None] = []
    blanks = 0
    before: tuple[int, int] | None = None
    for letter in letters:
        if letter.is_blank:
            blanks += 1
            continue
        place = None
        if letter.box and letter.aside is None:
            x, y = (letter.box[0] + letter.box[2]) / 2, (letter.box[1] + letter.box[3]) / 2
            found = ((n, slot) for n, f in enumerate(finders) if (slot := f.slot(x, y)) is not None)
            place = next(found, None)
        places += [before if place == before else None] * blanks
        blanks = 0
        places.append(place)
        before = place
    return places + [None] * blanks


class _Finder:
    """Which slot of a grid a point is in."""

    def __init__(self, grid: Grid) -> None:
        self._xs, self._ys = grid.xs, grid.ys
        columns = {x: index for index, x in enumerate(grid.xs)}
        rows = {y: index for index, y in enumerate(grid.ys)}
        self._slots = {
            (column, row): index
            for index, slot in enumerate(grid.slots)
            for column in range(columns[slot.left], columns[slot.right])
            for row in range(rows[slot.top], rows[slot.bottom])
        }

    def slot(self, x: float, y: float) -> int | None:
        """Its index."""
        return self._slots.get((bisect_right(self._xs, x) - 1, bisect_right(self._ys, y) - 1))
