"""Ruled tables: which column names the bodies, which gives the grants, and what each row says.

The header row decides. Where amounts stand in a column that it does not tell of, no column is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from checker.extraction.amounts import Amount, amount_in
from checker.extraction.blocks import Block
from checker.extraction.columns import Column, ColumnKind, columns_of
from checker.extraction.mentions.money import bare_numbers, find_money
from checker.extraction.naming import Name, name_at
from checker.extraction.roles import Use
from checker.extraction.rolewords import Role
from checker.reading import Source

_TOTAL = re.compile(r"^\W*(?:sous[- ]?)?(?:tota(?:l|ux)\b|ensemble\b)", re.IGNORECASE)
_MOST_HEADER_ROWS = 3
_LONGEST_NAME = 300


def table_uses(rows: Sequence[Block], source: Source) -> Mapping[Block, tuple[Use, ...]]:
    """What the amounts of each row of one table are used for.

    Args:
        rows: The rows of one table, in order.
        source: The document.
    """
    text = source.text
    heads = ((n, columns_of(_titles(row))) for n, row in enumerate(rows[:_MOST_HEADER_ROWS]))
    header, columns = next(((n, found) for n, found in heads if found is not None), (None, None))
    signed = _signed(rows if header is None else rows[header + 1 :], text)
    if columns is None:
        columns = dict.fromkeys(signed, Column("other"))
    elif any(columns.get(n, Column("other")).kind == "other" for n in signed):
        # Amounts that the head does not tell of may as well be the grants.
        columns = {
            n: evolve(column, kind="other") if column.kind == "grant" else column
            for n, column in columns.items()
        }
    found: dict[Block, tuple[Use, ...]] = {}
    for n, row in enumerate(rows):
        if header is not None and n <= header:
            found[row] = tuple(_unit_uses(row, text))
            continue
        found[row] = tuple(_row_uses(row, columns, text))
        if n + 1 < len(rows) and _goes_on(row, rows[n + 1], columns, source):
            found[row] = tuple(
                Use(use.amount, "unread") if use.role == "grant" else use for use in found[row]
            )
    return found


def _titles(row: Block) -> dict[int, str]:
    return {number: row.text[start:end] for start, end, number in row.cells}


def _goes_on(row: Block, after: Block, columns: Mapping[int, Column], source: Source) -> bool:
    """Whether the name in the last row of a page may go on in the first of the next page.

    There stands a name only: the rest of the one before, or a heading.
    """
    held = [number for start, end, number in after.cells if end > start]
    alone = [columns.get(number) for number in held] == [Column("name")]
    return alone and source.page(row.start) != source.page(after.start)


def _signed(rows: Sequence[Block], text: str) -> set[int]:
    """The columns that hold amounts with a sign."""
    return {
        column
        for row in rows
        for start, end, column in row.cells
        if end > start and find_money(_cell(row, start, end, text))
    }


def _unit_uses(row: Block, text: str) -> Iterator[Use]:
    """The signs of a header: units of the numbers under them."""
    for start, end, _ in row.cells:
        if start < end:
            first, _ = row.span(start, end)
            for money in find_money(_cell(row, start, end, text)):
                yield Use(amount_in(row, money, first), "unit")


_ROLES: Mapping[ColumnKind, Role] = {
    "grant": "grant",
    "previous": "previous",
    "requested": "requested",
    "budget": "budget",
    "words": "unread",
    "other": "unread",
}


def _row_uses(row: Block, columns: Mapping[int, Column], text: str) -> Iterator[Use]:
    name = None
    total = False
    for start, end, number in row.cells:
        if start < end and _TOTAL.match(row.text[start:end]):
            total = True
        if start < end and columns.get(number) == Column("name"):
            said = find_money(row.text[start:end])
            beside = [*_cell_amounts(row, start, end, text, 1, signed=True)] if said else []
            name = None if beside else _name(row, start, end)
            yield from (Use(amount, "unread") for amount in beside)
    granted = False
    for start, end, number in row.cells:
        column = columns.get(number, Column("words"))
        if column.kind == "name" or start == end:
            continue
        signed = column.kind == "words"
        amounts = list(_cell_amounts(row, start, end, text, column.scale, signed))
        for amount in amounts:
            role = _ROLES[column.kind]
            if role == "grant":
                role = _role(amount, len(amounts), name, total)
            whole = 0 if granted and role != "grant" else None
            named = name if role == "grant" else None
            yield Use(amount, role, named, whole=whole, year=column.year)
            granted = granted or role == "grant"


def _role(amount: Amount, amounts: int, name: Name | None, total: bool) -> Role:
    """What a number of the column of grants is."""
    if amounts > 1 or amount.cents is None:
        return "unread"
    if total:
        return "total"
    return "unread" if name is None else "grant"


def _name(row: Block, start: int, end: int) -> Name | None:
    named = name_at(row.text, start, end)
    if named is not None and named.form and named.reach == end:
        return named
    if not re.search(r"[^\W\d_]{2}", row.text[start:end]) or end - start > _LONGEST_NAME:
        return None
    article = re.compile(r"(?:l'|la |le |les )(?=[A-ZÀ-Ÿ])").match(row.text, start, end)
    if article:
        start = article.end()
    return Name(start, end, end)


def _cell(row: Block, start: int, end: int, text: str) -> str:
    first, last = row.span(start, end)
    return text[first:last]


def _cell_amounts(
    row: Block, start: int, end: int, text: str, scale: int, signed: bool
) -> Iterator[Amount]:
    """The amounts of a cell; its numbers without a sign only where they are asked for."""
    first, _ = row.span(start, end)
    printed = _cell(row, start, end, text)
    found = find_money(printed) or (() if signed else bare_numbers(printed))
    for money in found:
        yield amount_in(row, money, first, scale)
