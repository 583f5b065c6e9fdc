"""Tables without rules: lines under a head whose words leave the same gaps, from top to bottom.

Columns are measured in characters in plain text, in points on a page. A line with the first column
only goes on with the one above, or heads those below: nothing tells which, so where there is one
the lines stay text, and their amounts questions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from checker.extraction.columns import columns_of
from checker.reading import Cell, Source, Table

_WORDS = re.compile(r"\S+(?:[ \u00a0\u202f]\S+)*")
_LETTER = re.compile(r"\S")
_AMOUNT = re.compile(r"\d\s?(?:€|euros?\b|EUR\b)|\d[.,]\d\d\s*$", re.IGNORECASE)
_LEAST_ROWS = 2
_GUTTER_CHARACTERS = 2.0
_GUTTER_POINTS = 5.0
_ROOM = 1.3
_MOST_COLUMNS = 12


@frozen
class Piece:
    """Words of a line without a gap between them.

    Args:
        start, end: Offsets in the source.
        left, right: Where they stand across the page.
        top: Where their line stands: its number, or points from the top of the page.
    """

    start: int
    end: int
    left: float
    right: float
    top: float
    page: int = 1


Line = tuple[Piece, ...]


def tables_without_rules(source: Source) -> tuple[Table, ...]:
    """The tables that only the places of their words show, outside the ruled ones."""
    if source.kind not in ("txt", "pdf"):
        return ()
    inside = sorted((cell.start, cell.end) for table in source.tables for cell in table.cells)
    starts = [start for start, _ in inside]
    places = [
        (n, start, end)
        for n, (start, end) in enumerate(_lines(source.text))
        if start < end and not _within(start, end, inside, starts)
    ]
    return tuple(_tables(source, places))


def _within(start: int, end: int, inside: Sequence[tuple[int, int]], starts: list[int]) -> bool:
    """Whether a line shares text with a cell of a ruled table."""
    n = bisect_left(starts, end) - 1
    return n >= 0 and inside[n][1] > start


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _line(source: Source, number: int, start: int, end: int) -> Line:
    printed = source.text[start:end]
    if source.kind == "txt":
        return tuple(
            Piece(start + m.start(), start + m.end(), m.start(), m.end(), number)
            for m in _WORDS.finditer(printed.expandtabs(1))
        )
    found: list[Piece] = []
    for match in _LETTER.finditer(printed):
        at = start + match.start()
        box = source.boxes.boxes[at] if at < len(source.boxes.boxes) else None
        last = found[-1] if found else None
        if box is None:
            continue
        if last is not None and -_GUTTER_POINTS < box.left - last.right < _GUTTER_POINTS:
            found[-1] = evolve(last, end=at + 1, right=max(last.right, box.right))
        else:
            found.append(Piece(at, at + 1, box.left, box.right, box.bottom, box.page))
    return tuple(found)


def _tables(source: Source, places: Sequence[tuple[int, int, int]]) -> Iterator[Table]:
    priced = [bool(_AMOUNT.search(source.text, start, end)) for _, start, end in places]
    n = 0
    while n + _LEAST_ROWS < len(places):
        end = n + 1
        if priced[end] and not priced[n] and _heads(source, _line(source, *places[n])):
            while end < len(places) and priced[end]:
                end += 1
            lines = [line for place in places[n : end + 1] if (line := _line(source, *place))]
            rows = end - n
            if rows > _LEAST_ROWS and len(lines) >= rows and _ends(lines, rows):
                table = _table(source, lines[:rows])
                if table is not None:
                    yield table
        n = end


def _heads(source: Source, line: Line) -> bool:
    """Whether the pieces of a line title a column of bodies and one of grants."""
    if not 1 < len(line) <= _MOST_COLUMNS:
        return False
    titles = {n: source.text[piece.start : piece.end] for n, piece in enumerate(line)}
    found = columns_of(titles)
    return found is not None and any(each.kind == "grant" for each in found.values())


def _ends(lines: Sequence[Line], rows: int) -> bool:
    """Whether more room is left under the rows than between them.

    What stands directly under a row may belong to it; so may what comes after the end of a page.
    """
    heads = [line[0] for line in lines[:rows]]
    if len({head.page for head in heads}) > 1:
        return False
    if len(lines) == rows:
        return True
    after = lines[rows][0]
    most = max(below.top - head.top for head, below in pairwise(heads))
    return after.page == heads[0].page and after.top - heads[-1].top > _ROOM * most


def _table(source: Source, lines: Sequence[Line]) -> Table | None:
    columns = _columns(lines, _GUTTER_CHARACTERS if source.kind == "txt" else _GUTTER_POINTS)
    cells: list[Cell] = []
    for row, line in enumerate(lines):
        numbers = [
            next(n for n, (a, b) in enumerate(columns) if a <= piece.left <= b) for piece in line
        ]
        if row == 0 and numbers != [*range(len(columns))]:
            return None  # a column without a title, or words that stand in two
        for number in dict.fromkeys(numbers):
            held = [piece for piece, n in zip(line, numbers, strict=True) if n == number]
            cells.append(Cell(held[0].start, held[-1].end, row, number))
    return Table(tuple(cells))


def _columns(lines: Sequence[Line], gutter: float) -> list[tuple[float, float]]:
    """The stretches across the page that words stand in, a gutter between any two."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for line in lines for piece in line):
        if found and left - found[-1][1] < gutter:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found
