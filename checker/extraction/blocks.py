"""Blocks: the text cut into paragraphs, items, headings and rows of tables.

Lines of plain text and of PDFs end where the page does, so they are joined where the text runs on;
lines of other forms are paragraphs already.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import frozen

from checker.extraction.columnar import tables_without_rules
from checker.extraction.flow import Flow
from checker.extraction.lines import Layout, Line, lines_of
from checker.reading import Cell, Source, Table

BlockKind = Literal["paragraph", "item", "heading", "row"]

_BULLET = r"[-–—−•●▪■□◦➢➔→✓❖◆*·\ue000-\uf8ff\ufffd]"
_AMOUNT = r"\d[\d .,\u00a0\u202f']*\s*(?:[kKM]?€|euros?\b)"
_MONEY_FIRST = re.compile(_AMOUNT, re.IGNORECASE)
_MONEY_LAST = re.compile(rf"{_AMOUNT}\s*[.;,]?$", re.IGNORECASE)
_ITEM = re.compile(rf"{_BULLET}+\s*(?=[^\W_]|[\"«'])|(?:\d{{1,2}}|[a-z])\s?[)°]\)?\s")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\s?[.)/-]|[IVX]{1,4}\s?[.)/-])\s+[^\W\d_]")
_OPENING = re.compile(
    r"(?:vu|considérant|attendu|article\s+(?:\d|premier|un)\w*|résultat du vote|vote\s*:|fait et"
    r"|objet\s*:|total|pour\s*:|contre\s*:|abstentions?\s*:|n'ont? pas pris part|le conseil\b"
    r"|adopté\b|après en avoir|délibération n)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:V[Uu]|C(?:onsidérant|ONSID[EÉ]RANT)|A(?:ttendu|TTENDU)"
    r"|L(?:e |a |')(?:[Cc]onseil|[Cc]ommission|[Bb]ureau|[Cc]omité|[Aa]ssemblée)"
    r"|A(?:rticle|RTICLE)\s(?:\d{1,2}|premier|PREMIER|[Uu][Nn]))\b"
)
"""What begins a clause of its own after a line that ends in a comma."""
_ENDED = re.compile(r"[.;:!?…]\s*[»\")]*$")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|_{4,})")
_RULE = re.compile(r"(?:[\W_]|[-–—=*_]{3,}8<[-–—=*_]{3,})+(?:\(.{0,40}\)[-–—=*_ 8<]+)?")
_LINKING = (" de", " d'", " la", " le", " les", " du", " des", " et", " à", " l'")
_NUMBER_ALONE = re.compile(r"[-+]?\d[\d\s.,']*(?:[kKM]?€|euros?|%)?", re.IGNORECASE)
_LINES_OF_TEXT = 2
_LEAST_CELLS = 2
_HEADING_WORDS = 30
_ITEM_NAME_WORDS = 12


@frozen(eq=False)
class Block:
    """A part of the text.

    Args:
        start, end: Offsets in the source.
        text: Reflowed: single spaces, straight apostrophes, words joined that a line end cut.
        origin: Offset in the source of each character of the text.
        cells: For a row, the start and end in `text`, and the 0-based column, of each cell.
        table: For a row, the places of its table and of the row in it, both 0-based.
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    origin: tuple[int, ...]
    cells: tuple[tuple[int, int, int], ...] = ()
    table: tuple[int, int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the source of a part of the text."""
        return self.origin[start], self.origin[end - 1] + 1


def blocks_of(source: Source) -> tuple[Block, ...]:
    """The blocks of a document, in its order."""
    flow = Flow(source.text)
    tables = [table for table in source.tables if not _only_places(table, source.text)]
    tables += tables_without_rules(source)
    found = [row for n, table in enumerate(tables) for row in _stitched(n, table, flow, source)]
    wrapped = source.kind in ("txt", "pdf")
    inside = sorted((cell.start, cell.end) for table in tables for cell in table.cells)
    for start, end in _paragraphs(source, inside):
        text, origin = flow.compose(start, end)
        if text:
            block = Block(_kind(text), origin[0], origin[-1] + 1, text, origin)
            if wrapped and found and _was_cut(found[-1], block):
                block = joined(found.pop(), block)
            found.append(block)
    return tuple(sorted(found, key=lambda block: (block.start, block.end)))


def joined(first: Block, second: Block) -> Block:
    """Two blocks as one, a space between them."""
    return Block(
        first.kind,
        first.start,
        second.end,
        f"{first.text} {second.text}",
        (*first.origin, first.origin[-1], *second.origin),
    )


def _was_cut(item: Block, block: Block) -> bool:
    """Whether an item goes on in the next block: « - Lille Avenirs : », « ; 4 rencontres… »."""
    plain = item.kind == "item" and block.kind == "paragraph" and item.table is None
    if not plain or item.text[0].isdigit() or _OPENING.match(block.text):
        return False
    if re.search(_AMOUNT, block.text[:80]) or _LEADERS.search(block.text):
        return False
    if item.text.endswith(":"):
        return len(item.text.split()) <= _ITEM_NAME_WORDS
    return item.text.endswith(";") and re.match(r"\d+ [a-z]", block.text) is not None


def _only_places(table: Table, text: str) -> bool:
    """Whether a table only places text on the page: several lines in a cell, no number alone."""
    cells = [text[cell.start : cell.end].strip() for cell in table.cells]
    numbers = any(_NUMBER_ALONE.fullmatch(cell) for cell in cells)
    return not numbers and any(cell.count("\n") >= _LINES_OF_TEXT for cell in cells)


def _stitched(number: int, table: Table, flow: Flow, source: Source) -> Iterator[Block]:
    """The rows of a table, each whole: where a page ends within one, its rest is its own."""
    held: Block | None = None
    for row in _rows(number, table, flow):
        cell = _rest_of(held, row) if held is not None else None
        if held is not None and cell is not None and _apart(held, row, source):
            held = _grown(held, row, cell)
            continue
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _apart(row: Block, after: Block, source: Source) -> bool:
    return source.page(row.start) != source.page(after.start)


def _rest_of(row: Block, after: Block) -> tuple[int, int, int] | None:
    """The cell of a row that the only words of the next one go on with, beyond doubt."""
    held = [cell for cell in after.cells if cell[1] > cell[0]]
    before = [cell for cell in row.cells if cell[1] > cell[0]]
    if len(held) != 1 or len(before) < len(row.cells) - 1 or len(before) < _LEAST_CELLS:
        return None
    cell = next((each for each in before if each[2] == held[0][2]), None)
    if cell is None:
        return None
    words = row.text[cell[0] : cell[1]]
    cut = words.endswith(_LINKING) or re.search(r"\s(?:en|sur|pour|par|aux?|-|–)$", words)
    return cell if cut or after.text[0].islower() else None


def _grown(row: Block, after: Block, cell: tuple[int, int, int]) -> Block:
    """A row with the words of the next one at the end of one of its cells."""
    at = cell[1]
    by = len(after.text) + 1
    cells = tuple(
        (start + by * (start >= at and number != cell[2]), end + by * (end >= at), number)
        for start, end, number in row.cells
    )
    return Block(
        row.kind,
        row.start,
        after.end,
        f"{row.text[:at]} {after.text}{row.text[at:]}",
        (*row.origin[:at], row.origin[at - 1], *after.origin, *row.origin[at:]),
        cells,
        row.table,
    )


def _rows(number: int, table: Table, flow: Flow) -> Iterator[Block]:
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    for row, cells in sorted(by_row.items()):
        text = ""
        origin: list[int] = []
        bounds: list[tuple[int, int, int]] = []
        for cell in sorted(cells, key=lambda cell: cell.column):
            words, places = flow.compose(cell.start, cell.end)
            if text and words:
                text += "\t"
                origin.append(origin[-1])
            bounds.append((len(text), len(text) + len(words), cell.column))
            text += words
            origin.extend(places)
        if text:
            first, last = min(origin), max(origin) + 1
            yield Block("row", first, last, text, tuple(origin), tuple(bounds), (number, row))


def _paragraphs(source: Source, inside: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph outside the tables."""
    starts = [start for start, _ in inside]
    outside = [line for line in lines_of(source) if not _within(line, inside, starts)]
    lines = [line for line in outside if _says(line)]
    layout = Layout(lines)
    wrapped = source.kind in ("txt", "pdf")
    opened: tuple[int, int] | None = None
    for n, line in enumerate(lines):
        blank = opened is not None and source.text[opened[1] : line.start].strip(" \t\r") != "\n"
        if opened and wrapped and not blank and _runs_on(lines, n, layout):
            opened = (opened[0], line.end)
            continue
        if opened:
            yield opened
        opened = (line.start, line.end)
    if opened:
        yield opened


def _says(line: Line) -> bool:
    """Whether a line has words; a rule of dashes and the like has none."""
    return "€" in line.text or (bool(line.text) and not _RULE.fullmatch(line.text))


def _within(line: Line, inside: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether a line is, or holds, text of a cell of a table."""
    if line.start == line.end:
        return False
    near = range(max(0, bisect_right(starts, line.start) - 1), bisect_right(starts, line.end))
    return any(
        start <= line.end and line.start <= end and start < end
        for start, end in (inside[n] for n in near)
    )


def _runs_on(lines: Sequence[Line], n: int, layout: Layout) -> bool:
    """Whether a line goes on with the sentence of the line before it."""
    before, line = lines[n - 1].text, lines[n].text
    if _ITEM.match(line) or _NUMBERED.match(line) or _LEADERS.search(before) or layout.apart(n):
        return False
    if before[-1] == "," and _CLAUSE.match(line):
        return False
    if _ENDED.search(before):
        ends = before[-1] in ":;" and not line[0].islower()
        opens = _MONEY_FIRST.match(line) or _OPENING.match(line)
        return not opens and not ends and not layout.would_fit(n)
    if _MONEY_LAST.search(before) and _MONEY_LAST.search(line):
        return False
    return _wants_more(before, line) or not (_OPENING.match(line) or layout.would_fit(n))


def _wants_more(before: str, line: str) -> bool:
    """Whether two lines are one sentence by their words alone."""
    if line[0].islower() or line[0] in "€%" or before[-1] in ",-(/":
        return True
    return (before[-1].isdigit() and line[0].isdigit()) or before.endswith(_LINKING)


def _kind(text: str) -> BlockKind:
    if _NUMBERED.match(text) and not _MONEY_FIRST.search(text):
        short = len(text.split()) <= _HEADING_WORDS and not text.endswith((";", "."))
        return "heading" if short and not re.match(r"\d{1,2}\s?\)", text) else "paragraph"
    return "item" if _ITEM.match(text) or _MONEY_FIRST.match(text) else "paragraph"
