"""Numbers drawn from rows: which rows of a list match a `let`, and what it makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress

from attrs import frozen

from checker.engine.plain.lookup import Frame, Tally
from checker.engine.plain.meaning import Clause, Scope, Term, all_true, clause, term
from checker.engine.plain.walk import aliases, key_of, parts, tests_of
from checker.interval import INFINITY, Interval, Truth, point, saturated
from checker.kinds import Fact, Type
from checker.language.tree import (
    ROW,
    Aggregate,
    Condition,
    Constant,
    Let,
    Operand,
)


@frozen(eq=False)
class Draw:
    """A compiled `let`.

    Args:
        slot: Where the row stands in a frame.
        amount: The attribute of the row that is drawn.
        tests: Every test of `where`.
        others: The tests that are no key.
        attributes: Attributes of the row that must equal `keys`.
        outer: What else the tests compare rows with: bindings that agree on `keys` and on this
            draw the same.
    """

    let: Let
    slot: int
    amount: Term | None
    tests: tuple[Clause, ...]
    others: tuple[Clause, ...]
    attributes: tuple[str, ...]
    keys: tuple[Callable[[Frame], Interval], ...]
    outer: tuple[Callable[[Frame], object], ...]

    def opened(self, frame: Frame) -> bool:
        """Whether the list may lack rows."""
        return self.let.kind in frame.lookup.facts.open_kinds

    def count(self, frame: Frame) -> Interval:
        """How many rows match in this binding."""
        tally = self.tally(frame)
        return count(len(tally.sure), len(tally.possible), is_open=self.opened(frame))

    def value(self, frame: Frame) -> Interval:
        """The number drawn in this binding."""
        return self.tally(frame).value

    def tally(self, frame: Frame) -> Tally:
        """The rows that match in this binding, and the number drawn from them."""
        keys = [key(frame) for key in self.keys]
        tallies = frame.lookup.tallies
        binding = (self, *keys, *[value(frame) for value in self.outer])
        found = tallies.get(binding)
        if found is None:
            found = tallies[binding] = self._tally(frame, keys)
        return found

    def _tally(self, frame: Frame, keys: list[Interval]) -> Tally:
        facts = frame.lookup.facts.of(self.let.kind)
        equal, maybe = frame.lookup.matching(self.let.kind, self.attributes, keys)
        sure: list[Fact] = []
        possible: list[Fact] = []
        for positions, tests in ((equal, self.others), (maybe, self.tests)):
            for position in positions:
                row = frame.facts[self.slot] = facts[position]
                truth = all_true(tests, frame)
                if truth is not Truth.FALSE:
                    (sure if truth is Truth.TRUE else possible).append(row)
        return Tally(tuple(sure), tuple(possible), self._drawn(sure, possible, frame))

    def weighty(self, frame: Frame) -> list[Fact]:
        """The rows that may match and, if they do, can change the number drawn."""
        tally = self.tally(frame)
        sure, possible = (self.amounts(rows, frame) for rows in (tally.sure, tally.possible))
        match self.let.aggregate:
            case Aggregate.SUM:
                weighs = [amount != point(0) for amount in possible]
            case Aggregate.DISTINCT:
                weighs = [not amount.known or amount not in sure for amount in possible]
            case Aggregate.MIN if sure:
                least = min(amount.high for amount in sure)
                weighs = [amount.low < least for amount in possible]
            case Aggregate.MAX if sure:
                most = max(amount.low for amount in sure)
                weighs = [amount.high > most for amount in possible]
            case _:
                return list(tally.possible)
        return list(compress(tally.possible, weighs))

    def amounts(self, rows: Iterable[Fact], frame: Frame) -> list[Interval]:
        """What each row brings to the number drawn; 1 where rows are only counted."""
        if self.amount is None:
            return [point(1) for _ in rows]
        found = []
        for row in rows:
            frame.facts[self.slot] = row
            found.append(self.amount.value(frame))
        return found

    def _drawn(self, sure: list[Fact], possible: list[Fact], frame: Frame) -> Interval:
        is_open = self.opened(frame)
        if self.let.aggregate is Aggregate.COUNT:
            return count(len(sure), len(possible), is_open=is_open)
        amounts, others = self.amounts(sure, frame), self.amounts(possible, frame)
        match self.let.aggregate:
            case Aggregate.SUM:
                return total(amounts, others, self.let.type, is_open=is_open)
            case Aggregate.DISTINCT:
                return distinct(amounts, others, is_open=is_open)
            case Aggregate.MIN:
                return smallest(amounts, others, self.let.type, is_open=is_open)
            case _:
                return largest(amounts, others, self.let.type, is_open=is_open)


def count(sure: int, possible: int, *, is_open: bool) -> Interval:
    """How many rows there are."""
    return Interval(sure, INFINITY if is_open else sure + possible)


def total(
    sure: Sequence[Interval], possible: Sequence[Interval], type_: Type, *, is_open: bool
) -> Interval:
    """The sum of the amounts."""
    signed = type_ is Type.SIGNED
    lows = [amount.low for amount in sure]
    if signed:
        lows += [amount.low for amount in possible if amount.low < 0]
    highs = [amount.high for amount in sure]
    highs += [amount.high for amount in possible if amount.high > 0]
    low = -INFINITY if is_open and signed else _added(lows)
    return saturated(low, INFINITY if is_open else _added(highs))


def _added(ends: Sequence[int]) -> int:
    for unbounded in (INFINITY, -INFINITY):
        if unbounded in ends:
            return unbounded
    return sum(ends)


def distinct(sure: Sequence[Interval], possible: Sequence[Interval], *, is_open: bool) -> Interval:
    """How many different values there are."""
    unknown = sum(not value.known for value in (*sure, *possible))
    known = {value for value in sure if value.known}
    low = max(len(known), 1 if sure else 0)
    known.update(value for value in possible if value.known)
    return Interval(low, INFINITY if is_open else len(known) + unknown)


def smallest(
    sure: Sequence[Interval], possible: Sequence[Interval], type_: Type, *, is_open: bool
) -> Interval:
    """The smallest amount."""
    if not sure:
        return type_.range
    low = min(amount.low for amount in (*sure, *possible))
    return Interval(type_.range.low if is_open else low, min(amount.high for amount in sure))


def largest(
    sure: Sequence[Interval], possible: Sequence[Interval], type_: Type, *, is_open: bool
) -> Interval:
    """The largest amount."""
    if not sure:
        return type_.range
    high = max(amount.high for amount in (*sure, *possible))
    return Interval(max(amount.low for amount in sure), INFINITY if is_open else high)


def draw(let: Let, scope: Scope) -> Draw:
    """Compile a `let`."""
    tests = list(tests_of(let.where))
    bound = frozenset(scope.slots) - {ROW}
    keys = {test: key for test in tests if (key := key_of(test, ROW, bound)) is not None}
    ref = None if let.aggregate is Aggregate.COUNT else let.ref
    return Draw(
        let=let,
        slot=scope.slots[ROW],
        amount=None if ref is None else term(ref, scope),
        tests=tuple(clause(test, scope) for test in tests),
        others=tuple(clause(test, scope) for test in tests if test not in keys),
        attributes=tuple(attribute for attribute, _ in keys.values()),
        keys=tuple(term(operand, scope).value for _, operand in keys.values()),
        outer=tuple(_outer((test for test in tests if test not in keys), scope)),
    )


def _outer(
    nodes: Iterable[Operand | Condition], scope: Scope
) -> Iterator[Callable[[Frame], object]]:
    for node in nodes:
        if ROW in aliases(node):
            yield from _outer(parts(node), scope)
        elif isinstance(node, Condition):
            yield clause(node, scope).truth
        elif not isinstance(node, Constant):
            yield term(node, scope).value
