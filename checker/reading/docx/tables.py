"""Tables of a DOCX file: rows, cells, and cells merged across or down (17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from checker.reading.docx.names import names, switch, value
from checker.reading.source import AsideReason, Cell
from checker.reading.writing import Writing
from checker.reading.xmltree import Element, number

_WIDEST = 1_000
_WRAPPERS = ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag")

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
        self._merged: dict[int, int] = {}  # column -> the cell that reaches down into this row
        self._row = 0

    def read(self, table: Element) -> None:
        """All rows."""
        self._writing.break_line()
        for row in _within(table, "w:tr"):
            reason = self._writing.reason or _set_aside(row)
            if reason is not None:
                with self._writing.apart(reason):
                    for cell in _within(row, "w:tc"):
                        self._walk(cell)
            else:
                self._read_row(row)
                self._row += 1
        self._writing.add_table(self._cells)

    def _read_row(self, row: Element) -> None:
        self._writing.begin_row()
        before = value(row, "w:trPr", "w:gridBefore")
        column = number(before, 0, 0, _WIDEST)
        for cell in _within(row, "w:tc"):
            width = number(value(cell, "w:tcPr", "w:gridSpan"), 1, 1, _WIDEST)
            self._read_cell(cell, column, width)
            column += width
        self._writing.end_row()

    def _read_cell(self, cell: Element, column: int, width: int) -> None:
        properties = names.child(cell, "w:tcPr")
        if properties is None:
            self._new_cell(cell, column, width, down=False)
            return
        if names.child(properties, "w:cellDel") is not None:
            with self._writing.apart("deleted"):
                self._walk(cell)
            return
        if _continues(properties, "w:hMerge") and self._cells and self._cells[-1].row == self._row:
            self._cells[-1] = evolve(self._cells[-1], columns=self._cells[-1].columns + width)
            self._covered(cell)
            return
        if _continues(properties, "w:vMerge") and column in self._merged:
            above = self._merged[column]
            self._cells[above] = evolve(
                self._cells[above], rows=self._row - self._cells[above].row + 1
            )
            self._covered(cell)
            return
        down = names.child(properties, "w:vMerge") is not None
        self._new_cell(cell, column, width, down=down)

    def _new_cell(self, cell: Element, column: int, width: int, *, down: bool) -> None:
        start = self._writing.begin_cell()
        self._walk(cell)
        end = self._writing.end_cell()
        self._merged.pop(column, None)
        if down:
            self._merged[column] = len(self._cells)
        self._cells.append(Cell(start, end, self._row, column, columns=width))

    def _covered(self, cell: Element) -> None:
        # Word shows nothing of what a covered cell may still hold.
        with self._writing.apart("hidden"):
            self._walk(cell)


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        kind = names.of(child)
        if kind == name:
            yield child
        elif kind in _WRAPPERS:
            yield from _within(child, name)


def _set_aside(row: Element) -> AsideReason | None:
    properties = names.child(row, "w:trPr")
    if names.child(properties, "w:del") is not None:
        return "deleted"
    return "hidden" if switch(properties, "w:hidden") else None


def _continues(properties: Element, merge: str) -> bool:
    found = names.child(properties, merge)
    return found is not None and value(properties, merge) in (None, "continue")
