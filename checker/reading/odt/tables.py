"""Tables of an ODT file: rows, cells, and cells merged across or down (ODF 1.3, 9.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checker.reading.odt.names import attribute, names
from checker.reading.source import Cell
from checker.reading.writing import Writing
from checker.reading.xmltree import Element, number

_WIDEST = 1_000
_GROUPS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")

Walk = Callable[[Element], None]


class TableReader:
    """Writes one table.

    Args:
        writing: Where to.
        walk: Reads the content of a cell.
    """

    def __init__(self, writing: Writing, walk: Walk) -> None:
        self._writing = writing
        self._walk = walk
        self._cells: list[Cell] = []
        self._row = 0

    def read(self, table: Element) -> None:
        """All rows."""
        self._writing.break_line()
        for row, shown in _rows(table, shown=True):
            if self._writing.reason is not None or not shown:
                with self._writing.apart("hidden"):
                    self._walk(row)
            else:
                self._read_row(row)
                self._row += number(attribute(row, "table:number-rows-repeated"), 1, 1)
        self._writing.add_table(self._cells)

    def _read_row(self, row: Element) -> None:
        self._writing.begin_row()
        column = 0
        for cell in row:
            kind = names.of(cell)
            if kind == "table:covered-table-cell":
                # What a covered cell may still hold is not shown.
                with self._writing.apart("hidden"):
                    self._walk(cell)
            elif kind == "table:table-cell":
                self._read_cell(cell, column)
            else:
                continue
            column += number(attribute(cell, "table:number-columns-repeated"), 1, 1, _WIDEST)
        self._writing.end_row()

    def _read_cell(self, cell: Element, column: int) -> None:
        rows = number(attribute(cell, "table:number-rows-spanned"), 1, 1)
        columns = number(attribute(cell, "table:number-columns-spanned"), 1, 1, _WIDEST)
        start = self._writing.begin_cell()
        self._walk(cell)
        end = self._writing.end_cell()
        self._cells.append(Cell(start, end, self._row, column, rows, columns))


def _rows(parent: Element, *, shown: bool) -> Iterator[tuple[Element, bool]]:
    """The rows, also those in groups, and whether they are shown."""
    for child in parent:
        kind = names.of(child)
        seen = shown and attribute(child, "table:visibility") not in ("collapse", "filter")
        if kind == "table:table-row":
            yield child, seen
        elif kind in _GROUPS:
            yield from _rows(child, shown=seen and attribute(child, "table:display") != "false")
