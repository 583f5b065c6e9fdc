"""Counts and sums of the rows of a `let`, from running totals, without visiting any row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from attrs import frozen

from checker.engine.durable.aggregates import NOTHING, Tally
from checker.engine.durable.encoding import RANGES, Coded
from checker.engine.durable.operands import Value
from checker.interval import Truth
from checker.kinds import Type
from checker.language.tree import Let

Key = tuple[int | None, ...]
"""The values of some attributes of a row; `None` where one is missing."""


@frozen
class Equality:
    """An attribute of the row that must, or must not, equal something of the instance."""

    attribute: str
    type: Type
    value: Value

    def key(self, row: Coded) -> int | None:
        """The value of the row."""
        interval = row.ends[self.attribute]
        return interval.low if interval.known else None


def tally_of(let: Let, row: Coded) -> Tally:
    """What one row brings to a count or sum."""
    return Tally.of(None if let.ref is None else row.ends[let.ref.attribute])


@frozen
class _Pair:
    """Rows that pass the fixed tests surely, and possibly."""

    sure: Tally = NOTHING
    possible: Tally = NOTHING

    def with_row(self, tally: Tally, truth: Truth) -> _Pair:
        if truth is Truth.TRUE:
            return _Pair(self.sure.plus(tally), self.possible)
        return _Pair(self.sure, self.possible.plus(tally))

    def without(self, other: _Pair) -> _Pair:
        return _Pair(self.sure.minus(other.sure), self.possible.minus(other.possible))

    @property
    def all(self) -> Tally:
        return self.sure.plus(self.possible)


class Totals:
    """Running totals by what a row must equal, and by that and what it must not."""

    def __init__(
        self,
        let: Let,
        keys: Sequence[Equality],
        unlike: Equality | None,
        rows: Iterable[tuple[Coded, Truth]],
    ) -> None:
        self._keys = keys
        self._unlike = unlike
        self._by_key: dict[Key, _Pair] = defaultdict(_Pair)
        self._by_other: dict[tuple[Key, int | None], _Pair] = defaultdict(_Pair)
        for row, truth in rows:
            tally = tally_of(let, row)
            key = tuple([one.key(row) for one in keys])
            self._by_key[key] = self._by_key[key].with_row(tally, truth)
            if unlike is not None:
                both = key, unlike.key(row)
                self._by_other[both] = self._by_other[both].with_row(tally, truth)

    def matching(self, values: Sequence[int], other: int | None) -> tuple[Tally, Tally]:
        """The rows that surely and possibly equal `values` and do not equal `other`."""
        sure, possible = NOTHING, NOTHING
        choices = [_choices(one.type, at) for one, at in zip(self._keys, values, strict=True)]
        for key in product(*choices):
            if key not in self._by_key:
                continue
            certain, perhaps = self._apart(key, other)
            possible = possible.plus(perhaps)
            if None in key:
                possible = possible.plus(certain)
            else:
                sure = sure.plus(certain)
        return sure, possible

    def _apart(self, key: Key, other: int | None) -> tuple[Tally, Tally]:
        pair = self._by_key[key]
        unlike = self._unlike
        if unlike is None or other is None:
            return pair.sure, pair.possible
        pair = pair.without(self._by_other.get((key, other), _Pair()))
        if None not in _choices(unlike.type, other):
            return pair.sure, pair.possible
        missing = self._by_other.get((key, None), _Pair())
        pair = pair.without(missing)
        return pair.sure, pair.possible.plus(missing.all)


def _choices(type_: Type, value: int) -> tuple[int | None, ...]:
    """What a row may hold to equal `value` surely or possibly; a missing value has a range too."""
    inside = RANGES[type_].low <= value <= RANGES[type_].high
    return (value, None) if inside else (value,)
