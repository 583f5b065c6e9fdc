"""Where the values of a register stand in its text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from attrs import field, frozen

from checker.json_positions import positions

Span = tuple[int, int]
"""Offset of the first character, and of the one after the last."""

_DECODER = json.JSONDecoder()
_COLON = re.compile(r"\s*:\s*")


@frozen
class Layout:
    """How the rows of a CSV file are laid out.

    Args:
        delimiter: The character between two cells.
        columns: Number of the cell, from zero, by the name of what it gives.
        headers: The headers, as printed.
    """

    delimiter: str
    columns: Mapping[str, int] = field(repr=False)
    headers: tuple[str, ...] = field(repr=False)

    def header(self, name: str) -> str:
        """The header of the column that gives a value."""
        return self.headers[self.columns[name]]


def cell_spans(text: str, row: Span, delimiter: str) -> list[Span]:
    """The offsets of each cell of a row, quotation marks included."""
    start, end = row
    found: list[Span] = []
    at, inside = start, False
    for offset in range(start, end):
        character = text[offset]
        if character == '"' and text[at] == '"':
            inside = not inside  # two of them inside a quoted cell close and open it again
        elif character == delimiter and not inside:
            found.append((at, offset))
            at = offset + 1
    return [*found, (at, end)]


def cell_span(text: str, row: Span, layout: Layout | None, name: str) -> Span:
    """The offsets of what a named cell holds; of the row where there is no such cell."""
    number = layout.columns.get(name) if layout else None
    if layout is None or number is None:
        return row
    cells = cell_spans(text, row, layout.delimiter)
    if number >= len(cells):
        return row
    start, end = cells[number]
    inner = text[start:end]
    if len(inner) >= 2 and inner[0] == inner[-1] == '"':
        start, end = start + 1, end - 1
    return (start, end) if start < end else row


class JsonPlaces:
    """Offsets of the values of a JSON text, by JSON path."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = positions(text)
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def span(self, path: str) -> Span | None:
        """A value, with its key where it has one; `None` where there is none at that path."""
        place = self._places.get(path)
        if place is None:
            return None
        start = self._starts[place.line - 1] + place.column - 1
        _, end = _DECODER.raw_decode(self._text, start)
        colon = _COLON.match(self._text, end)
        if colon and self._text[start] == '"':
            _, end = _DECODER.raw_decode(self._text, colon.end())
        return start, end
