"""Ruled tables of a page, from its lines alone.

The lines come from the same library as the letters, so boxes agree to the point. The page is cut
into fields by the places of all its lines; fields with no line between them are one cell, which
gives merged cells their spans; cells that touch are one table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import define, frozen

from checker.reading.pdf.limits import (
    MOST_EDGES,
    MOST_FIELDS,
    MOST_GRIDS,
    MOST_TABLE_WORK,
    TooLargeError,
)

_SNAP = 2.5
"""Points: lines this close are one line, drawn double or in pieces."""
_GAP = 3.0
"""Points a line may leave open on its way, where it is dotted or drawn cell by cell."""
_SMALLEST = 3.0
_FEWEST_ENDS = 3

Quad = tuple[float, float, float, float]


@frozen
class Slot:
    """A cell of a grid: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float


@frozen
class Grid:
    """A ruled table on one page.

    Args:
        xs, ys: Where its columns and rows begin, and the last ones end.
    """

    slots: tuple[Slot, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def rows(self) -> int:
        """How many."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many."""
        return len(self.xs) - 1


@define
class Budget:
    """How much work may still go into the tables of a document."""

    left: int = MOST_TABLE_WORK

    def spend(self, work: int) -> None:
        """Takes from it.

        Raises:
            TooLargeError: Nothing is left.
        """
        self.left -= work
        if self.left < 0:
            message = f"The pages up to it have over {MOST_TABLE_WORK} lines and cells."
            raise TooLargeError(message)


def grids(edges: Iterable[Quad], areas: Iterable[Quad], budget: Budget) -> list[Grid]:
    """The tables that a page draws, from top to bottom.

    Args:
        edges: Left, top, right, bottom of each line, level or upright.
        areas: The same of each coloured rectangle. Within a table they are the shading of its
            cells, often smaller than these; elsewhere their sides are lines.
        budget: Of the document.

    Raises:
        TooLargeError: There are more lines than any table has.
    """
    lines = list(edges)
    found = _ruled(lines, budget)
    bare = [area for area in areas if not any(_holds(grid, area) for grid in found)]
    if bare:
        found = _ruled([*lines, *(side for area in bare for side in _sides(area))], budget)
    return found


def _holds(grid: Grid, area: Quad) -> bool:
    x, y = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    return grid.xs[0] <= x <= grid.xs[-1] and grid.ys[0] <= y <= grid.ys[-1]


def _sides(area: Quad) -> Iterable[Quad]:
    left, top, right, bottom = area
    yield left, top, right, top
    yield left, bottom, right, bottom
    yield left, top, left, bottom
    yield right, top, right, bottom


def _ruled(edges: list[Quad], budget: Budget) -> list[Grid]:
    budget.spend(len(edges))
    kept = [one for one in edges if max(one[2] - one[0], one[3] - one[1]) > 0.5]
    if len(kept) > MOST_EDGES:
        message = f"It has over {MOST_EDGES} lines."
        raise TooLargeError(message)
    level = [(top, left, right) for left, top, right, bottom in kept if bottom == top]
    upright = [(left, top, bottom) for left, top, right, bottom in kept if bottom != top]
    level, upright = level + _closing(upright, level), upright + _closing(level, upright)
    ys, across = _snapped(level)
    xs, down = _snapped(upright)
    if len(xs) < 2 or len(ys) < 2:
        return []
    if len(xs) * len(ys) > MOST_FIELDS:
        message = f"Its lines could cross in over {MOST_FIELDS} places."
        raise TooLargeError(message)
    budget.spend(len(xs) * len(ys))
    found = _tables(_cells(_Fields(xs, ys, across, down)))
    if len(found) > MOST_GRIDS:
        message = f"It has over {MOST_GRIDS} tables or frames."
        raise TooLargeError(message)
    return found


_Spans = list[tuple[float, float]]
_Stroke = tuple[float, float, float]
"""The place of a line across its direction, and where along it it starts and ends."""


def _snapped(lines: list[_Stroke]) -> tuple[list[float], list[_Spans]]:
    """The places of lines, and which stretches of each are drawn."""
    places: list[float] = []
    stretches: list[_Spans] = []
    group: list[_Stroke] = []
    for line in [*sorted(lines), None]:
        if line is not None and (not group or line[0] - group[0][0] <= _SNAP):
            group.append(line)
            continue
        if group and (spans := _joined((start, end) for _, start, end in group)):
            places.append(sum(place for place, _, _ in group) / len(group))
            stretches.append(spans)
        group = [] if line is None else [line]
    return places, stretches


def _closing(lines: list[_Stroke], others: list[_Stroke]) -> list[_Stroke]:
    """Lines that nobody drew, where three or more others end together.

    A row cut by the end of the page has no line below it, and some tables none at their sides.
    """
    ends: list[tuple[float, float]] = []
    for place, spans in zip(*_snapped(lines), strict=True):
        ends += [(end, place) for span in spans for end in span]
    found: list[_Stroke] = []
    drawn = sorted(others)
    for end, places in _clusters(ends):
        low, high = min(places), max(places)
        near = drawn[bisect_left(drawn, (end - 2 * _GAP,)) : bisect_right(drawn, (end + 2 * _GAP,))]
        is_drawn = any(start < high and stop > low for _, start, stop in near)
        if len(places) >= _FEWEST_ENDS and not is_drawn:
            found.append((end, low, high))
    return found


def _clusters(ends: list[tuple[float, float]]) -> list[tuple[float, set[float]]]:
    """Where lines end, and which ones end there."""
    found: list[tuple[float, set[float]]] = []
    for end, place in sorted(ends):
        if found and end - found[-1][0] <= _GAP:
            found[-1][1].add(place)
        else:
            found.append((end, {place}))
    return found


def _joined(spans: Iterable[tuple[float, float]]) -> _Spans:
    joined: _Spans = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + _GAP:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return [span for span in joined if span[1] - span[0] >= _SMALLEST]


class _Fields:
    """The fields between neighbouring lines, and where they are walled off."""

    def __init__(
        self, xs: list[float], ys: list[float], across: list[_Spans], down: list[_Spans]
    ) -> None:
        self.xs, self.ys = xs, ys
        self._across = [_walls(xs, spans) for spans in across]
        self._down = [_walls(ys, spans) for spans in down]
        self.width, self.height = len(xs) - 1, len(ys) - 1

    def neighbours(self, column: int, row: int) -> Iterable[tuple[int, int]]:
        """The fields beside one with no wall between; one outside means the page."""
        if not self._across[row][column]:
            yield column, row - 1
        if not self._across[row + 1][column]:
            yield column, row + 1
        if not self._down[column][row]:
            yield column - 1, row
        if not self._down[column + 1][row]:
            yield column + 1, row


def _walls(places: list[float], spans: _Spans) -> list[bool]:
    """For each stretch between neighbours whether a line is drawn along its middle half."""
    starts = [start for start, _ in spans]
    walls = []
    for low, high in pairwise(places):
        quarter = (high - low) / 4
        found = bisect_right(starts, low + quarter) - 1
        walls.append(found >= 0 and spans[found][1] >= high - quarter)
    return walls


def _cells(fields: _Fields) -> list[Slot]:
    """The rectangles walled off on all sides."""
    seen: set[tuple[int, int]] = set()
    cells = []
    for row in range(fields.height):
        for column in range(fields.width):
            if (column, row) in seen:
                continue
            region, is_closed = _region(fields, column, row)
            seen |= region
            left, right = min(c for c, _ in region), max(c for c, _ in region) + 1
            top, bottom = min(r for _, r in region), max(r for _, r in region) + 1
            if is_closed and len(region) == (right - left) * (bottom - top):
                cells.append(
                    Slot(fields.xs[left], fields.ys[top], fields.xs[right], fields.ys[bottom])
                )
    return cells


def _region(fields: _Fields, column: int, row: int) -> tuple[set[tuple[int, int]], bool]:
    region = {(column, row)}
    waiting = [(column, row)]
    is_closed = True
    while waiting:
        for field in fields.neighbours(*waiting.pop()):
            if not (0 <= field[0] < fields.width and 0 <= field[1] < fields.height):
                is_closed = False
            elif field not in region:
                region.add(field)
                waiting.append(field)
    return region, is_closed


def _tables(cells: list[Slot]) -> list[Grid]:
    """Cells that share part of a side, together."""
    group = list(range(len(cells)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for turned in (False, True):
        boxes = [_turned(cell) if turned else cell for cell in cells]
        ends: dict[float, list[tuple[float, float, int]]] = defaultdict(list)
        for index, cell in sorted(enumerate(boxes), key=lambda each: each[1].top):
            ends[cell.right].append((cell.bottom, cell.top, index))
        for index, cell in enumerate(boxes):
            beside = ends[cell.left]
            # Cells that end at one line stand one below the other.
            for place in range(bisect_right(beside, (cell.top + 0.1,)), len(beside)):
                _, top, other = beside[place]
                if top >= cell.bottom:
                    break
                group[root(index)] = root(other)
    tables: dict[int, list[Slot]] = defaultdict(list)
    for index, cell in enumerate(cells):
        tables[root(index)].append(cell)
    found = [_grid(slots) for slots in tables.values()]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _turned(slot: Slot) -> Slot:
    return Slot(slot.top, slot.left, slot.bottom, slot.right)


def _grid(slots: Sequence[Slot]) -> Grid:
    return Grid(
        tuple(sorted(slots, key=lambda slot: (slot.top, slot.left))),
        tuple(sorted({x for slot in slots for x in (slot.left, slot.right)})),
        tuple(sorted({y for slot in slots for y in (slot.top, slot.bottom)})),
    )
