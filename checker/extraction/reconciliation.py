"""Tables against their own totals: what is read first is only confirmed or contradicted by sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from checker.extraction.blocks import Block
from checker.extraction.roles import Use


@frozen
class Subtotal:
    """The total of a table, or of a part of it, beside the rows above it.

    Args:
        amount: As printed, in cents.
        total: Sum of the grants of the rows, in cents.
        rows: How many they are.
    """

    amount: int
    total: int
    rows: int

    @property
    def agrees(self) -> bool:
        """Whether the rows sum up to it."""
        return self.amount == self.total


def subtotals_of(
    blocks: Sequence[Block], uses: Mapping[Block, Sequence[Use]]
) -> dict[tuple[int, int], Subtotal]:
    """The totals of tables, by the place of their amount in the source.

    A total sums the rows since the total before it; one without rows of its own, the whole table.
    """
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.table is not None:
            tables.setdefault(block.table[0], []).append(block)
    return {span: found for rows in tables.values() for span, found in _of_table(rows, uses)}


def _of_table(
    rows: Sequence[Block], uses: Mapping[Block, Sequence[Use]]
) -> Iterator[tuple[tuple[int, int], Subtotal]]:
    since: list[int] = []
    every: list[int] = []
    for row in rows:
        for use in uses.get(row, ()):
            cents = use.amount.cents
            if cents is None:
                continue
            if use.role == "grant":
                since.append(cents)
                every.append(cents)
            elif use.role == "total":
                summed = since or every
                if summed:
                    yield use.amount.at.span, Subtotal(cents, sum(summed), len(summed))
                since = []
