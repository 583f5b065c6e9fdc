"""What a `let` makes of the rows that surely match and of those that possibly do."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.interval import INFINITY, Interval, saturated
from checker.kinds import Type
from checker.language.tree import Aggregate


class Tally(NamedTuple):
    """Rows as far as counts and sums need them; tallies add up and can be taken from another."""

    rows: int = 0
    low: int = 0
    falls: int = 0
    high: int = 0
    rises: int = 0
    loss: int = 0
    gain: int = 0

    @classmethod
    def of(cls, interval: Interval | None) -> Tally:
        """One row: its ends if finite, and what it could take or give if it may not match."""
        if interval is None:
            return cls(rows=1)
        low, high = interval.low, interval.high
        falls, rises = int(low == -INFINITY), int(high == INFINITY)
        low, high = (0 if falls else low), (0 if rises else high)
        return cls(1, low, falls, high, rises, min(low, 0), max(high, 0))

    def plus(self, other: Tally) -> Tally:
        """The rows of both."""
        if other.rows == 0:
            return self
        return other if self.rows == 0 else Tally(*map(operator.add, self, other))

    def minus(self, other: Tally) -> Tally:
        """The rows that are not among `other`, which all are among these."""
        return self if other.rows == 0 else Tally(*map(operator.sub, self, other))


NOTHING = Tally()


def count_or_sum(
    aggregate: Aggregate, sure: Tally, possible: Tally, type_: Type, *, is_open: bool
) -> Interval:
    """The interval of a count or of a sum of an attribute of `type_`."""
    if aggregate is Aggregate.COUNT:
        return saturated(sure.rows, INFINITY if is_open else sure.rows + possible.rows)
    # A row that may not match adds nothing at best; at worst what it could take or give.
    falls = sure.falls or possible.falls or (is_open and type_ is Type.SIGNED)
    rises = sure.rises or possible.rises or is_open
    return saturated(
        -INFINITY if falls else sure.low + possible.loss,
        INFINITY if rises else sure.high + possible.gain,
    )


def distinct(sure: Sequence[Interval], possible: Sequence[Interval], *, is_open: bool) -> Interval:
    """How many different values there are."""
    every = (*sure, *possible)
    unknown = sum(not interval.known for interval in every)
    low = max(len(_known(sure)), 1 if sure else 0)
    return saturated(low, INFINITY if is_open else len(_known(every)) + unknown)


def extreme(
    aggregate: Aggregate,
    sure: Sequence[Interval],
    possible: Sequence[Interval],
    type_: Type,
    *,
    is_open: bool,
) -> Interval:
    """The least or the greatest value; anything where no row surely matches."""
    if not sure:
        return type_.range
    every = (*sure, *possible)
    if aggregate is Aggregate.MIN:
        low = type_.range.low if is_open else min(interval.low for interval in every)
        return Interval(low, min(interval.high for interval in sure))
    high = type_.range.high if is_open else max(interval.high for interval in every)
    return Interval(max(interval.low for interval in sure), high)


def _known(intervals: Iterable[Interval]) -> set[int]:
    return {interval.low for interval in intervals if interval.known}
