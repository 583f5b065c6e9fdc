"""A CSV file row by row, each with its place; separators are found, quoted line breaks kept."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping

from attrs import field, frozen

from checker.errors import Problem
from checker.json_positions import place
from checker.registers.cells import cell_text, folded
from checker.registers.places import Layout, Span, cell_span

DELIMITERS = ";,\t|"
MOST_COLUMNS = 1000
MOST_PROBLEMS = 1000
_BROKEN = (
    "This row cannot be read as CSV: it holds a stray line break, or a cell of more than 131072"
    " characters; a double quote may lack its pair."
)

Columns = Mapping[str, tuple[str, ...]]
"""The folded headers that a column may have, by the name of what it gives."""


@frozen
class Line:
    """A row of a table: its cells and where it stands."""

    cells: tuple[str, ...]
    span: Span
    number: int


@frozen
class Table:
    """A table with known columns.

    Args:
        name: The file as the user named it.
        text: Its exact text.
        problems: Collected by the readers of its rows.
    """

    name: str
    text: str = field(repr=False)
    layout: Layout
    problems: list[Problem] = field(factory=list)

    def rows(self) -> Iterator[Line]:
        """The rows below the headers that hold anything."""
        width = len(self.layout.headers)
        lines = read(self.text, self.layout.delimiter, self._broken)
        next(lines, None)
        for line in lines:
            if any(cell.strip() for cell in line.cells):
                if len(line.cells) > width and any(cell.strip() for cell in line.cells[width:]):
                    message = (
                        f"This row has {len(line.cells)} cells, the headers are {width}; put a cell"
                        f" that holds {self.layout.delimiter!r} in double quotes."
                    )
                    self.refuse(line, "", message)
                else:
                    yield line
            if len(self.problems) > MOST_PROBLEMS:
                return

    def cell(self, line: Line, name: str) -> str:
        """The text of a cell; empty where the row or the table has none."""
        number = self.layout.columns.get(name)
        if number is None or number >= len(line.cells):
            return ""
        return cell_text(line.cells[number])

    def refuse(self, line: Line, name: str, message: str) -> None:
        """Note what is wrong with a cell, or with a row."""
        span = cell_span(self.text, line.span, self.layout, name)
        where = place(self.text, span[0])
        header = self.layout.header(name) if name in self.layout.columns else ""
        self.problems.append(Problem(self.name, where.line, where.column, header, message))

    def _broken(self, number: int, message: str) -> None:
        self.problems.append(Problem(self.name, number, 0, "", message))


def read(
    text: str, delimiter: str, broken: Callable[[int, str], None] | None = None
) -> Iterator[Line]:
    """The rows of a text, the headers first, with offsets and 1-based lines.

    Args:
        text: The text.
        delimiter: What separates cells.
        broken: Told the line and a sentence where the rest cannot be read.
    """
    reached = 0

    def lines() -> Iterator[str]:
        nonlocal reached
        for line in _physical(text):
            reached += len(line)
            yield line

    reader = csv.reader(lines(), delimiter=delimiter)
    start, number = 0, 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            if broken is not None:
                broken(number, _BROKEN)
            return
        if cells is None:
            return
        end = reached
        while end > start and text[end - 1] in "\r\n":
            end -= 1
        yield Line(tuple(cells), (start, end), number)
        start, number = reached, reader.line_num + 1


def _physical(text: str) -> Iterator[str]:
    """The lines of a text with their ends; only the ends that CSV knows."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def headers(text: str, delimiter: str) -> tuple[str, ...]:
    """The first row of a text."""
    first = next(read(text, delimiter), None)
    return tuple(cell_text(cell) for cell in first.cells[:MOST_COLUMNS]) if first else ()


def layout(text: str, known: Columns) -> Layout:
    """The layout of a table by the separator that makes most of its columns known."""
    made = [_laid_out(headers(text, delimiter), delimiter, known) for delimiter in DELIMITERS]
    return max(made, key=lambda found: (len(found.columns), len(found.headers)))


def _laid_out(found: tuple[str, ...], delimiter: str, known: Columns) -> Layout:
    plain = [folded(header) for header in found]
    columns: dict[str, int] = {}
    for name, accepted in known.items():
        for header in accepted:
            if header in plain:
                columns[name] = plain.index(header)
                break
    return Layout(delimiter, columns, found)
