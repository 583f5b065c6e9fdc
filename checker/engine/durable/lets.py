"""One `let` over instance after instance, near linear in rows and instances.

Tests that see nothing of the instance are tried once per row. Rows are found by hash on the
attributes that must equal something of the instance. A value is computed once for all instances
that look alike to it; counts and sums come from running totals without visiting any row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from checker.engine.durable.aggregates import NOTHING, count_or_sum, distinct, extreme
from checker.engine.durable.encoding import Coded, Interner
from checker.engine.durable.operands import Scope, Test, truth_of, value_of
from checker.engine.durable.references import Reference, attribute_of, parts_of, references
from checker.engine.durable.totals import Equality, Key, Totals, tally_of
from checker.interval import Interval, Truth
from checker.kinds import Type
from checker.language.tree import (
    ACT,
    ROW,
    Aggregate,
    AllOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Let,
    LetRef,
    Not,
    Operand,
    Stated,
)


class LetFold:
    """One `let`, compiled.

    Raises:
        ValueError: It looks at another `let`.
    """

    def __init__(self, let: Let, interner: Interner) -> None:
        self.let = let
        self.seen = _outside(let.where, interner)
        parts = list(parts_of(let.where))
        fixed = [part for part in parts if not _sees_instance(part)]
        moving = [part for part in parts if _sees_instance(part)]
        self.fixed: Test = truth_of(AllOf(tuple(fixed)), interner)
        self.moving: Test = truth_of(AllOf(tuple(moving)), interner)
        self.keys = tuple(_equalities(moving, interner))
        unlike = tuple(_equalities(map(_denied, moving), interner))
        self.unlike = unlike[0] if unlike else None
        self.totals = (
            let.aggregate in (Aggregate.COUNT, Aggregate.SUM)
            and len(unlike) <= 1
            and len(self.keys) + len(unlike) == len(moving)
        )


class LetRows:
    """The rows of one `let` in one case, and its values so far."""

    def __init__(
        self, fold: LetFold, rows: Sequence[Coded], scope: Scope, *, is_open: bool
    ) -> None:
        self._fold = fold
        self._open = is_open
        self._memo: dict[tuple[object, ...], Interval] = {}
        self._rows: list[tuple[Coded, Truth]] = []
        inner = Scope(scope.lookup, dict(scope.bound))
        for row in rows:
            inner.bound[ROW] = row
            truth = fold.fixed(inner)
            if truth is not Truth.FALSE:
                self._rows.append((row, truth))
        self._totals = Totals(fold.let, fold.keys, fold.unlike, self._rows) if fold.totals else None
        self._loose: list[tuple[Coded, Truth]] = []
        self._groups: dict[Key, list[tuple[Coded, Truth]]] = defaultdict(list)
        if not fold.totals:
            for row, truth in self._rows:
                key = tuple([one.key(row) for one in fold.keys])
                (self._loose if None in key else self._groups[key]).append((row, truth))

    def value(self, scope: Scope) -> Interval:
        """The value in one instance."""
        seen = tuple([look(scope) for look in self._fold.seen])
        found = self._memo.get(seen)
        if found is None:
            found = self._memo[seen] = self._computed(scope)
        return found

    def _computed(self, scope: Scope) -> Interval:
        let = self._fold.let
        values = [key.value(scope) for key in self._fold.keys]
        other = None if self._fold.unlike is None else self._fold.unlike.value(scope)
        known = all(value.known for value in values)
        type_ = let.type if let.ref is None else let.ref.type
        if self._totals is not None and known and (other is None or other.known):
            lows = [value.low for value in values]
            sure, possible = self._totals.matching(lows, None if other is None else other.low)
            return count_or_sum(let.aggregate, sure, possible, type_, is_open=self._open)
        rows: Iterable[tuple[Coded, Truth]] = self._rows
        if self._totals is None and known:
            rows = (*self._groups.get(tuple([one.low for one in values]), ()), *self._loose)
        matched = list(self._matching(rows, scope))
        return _aggregated(let, matched, type_, is_open=self._open)

    def _matching(
        self, rows: Iterable[tuple[Coded, Truth]], scope: Scope
    ) -> Iterator[tuple[Coded, Truth]]:
        inner = Scope(scope.lookup, dict(scope.bound))
        for row, fixed in rows:
            inner.bound[ROW] = row
            truth = min(fixed, self._fold.moving(inner))
            if truth is not Truth.FALSE:
                yield row, truth


def _aggregated(
    let: Let, matched: Sequence[tuple[Coded, Truth]], type_: Type, *, is_open: bool
) -> Interval:
    if let.ref is None or let.aggregate in (Aggregate.COUNT, Aggregate.SUM):
        tallies = {Truth.TRUE: NOTHING, Truth.UNKNOWN: NOTHING}
        for row, truth in matched:
            tallies[truth] = tallies[truth].plus(tally_of(let, row))
        sure, possible = tallies[Truth.TRUE], tallies[Truth.UNKNOWN]
        return count_or_sum(let.aggregate, sure, possible, type_, is_open=is_open)
    name = let.ref.attribute
    certain = [row.ends[name] for row, truth in matched if truth is Truth.TRUE]
    others = [row.ends[name] for row, truth in matched if truth is Truth.UNKNOWN]
    if let.aggregate is Aggregate.DISTINCT:
        return distinct(certain, others, is_open=is_open)
    return extreme(let.aggregate, certain, others, type_, is_open=is_open)


def _outside(
    where: Sequence[Condition], interner: Interner
) -> list[Callable[[Scope], Interval | Truth]]:
    """What of an instance a `let` looks at: all that its rows do not bring themselves."""
    found: dict[Reference, None] = {}
    for condition in where:
        for reference in references(condition):
            if isinstance(reference, LetRef):
                message = f"a let looks at let {reference.name}"
                raise ValueError(message)
            attribute = attribute_of(reference)
            if attribute is None or attribute.alias != ROW:
                found[reference] = None
    return [
        truth_of(one, interner) if isinstance(one, Stated) else value_of(one, interner)
        for one in found
    ]


def _sees_instance(condition: Condition) -> bool:
    """Whether a test depends on the facts of `for`, and so changes from instance to instance."""
    return any(
        attribute is not None and attribute.alias not in (ROW, ACT)
        for attribute in map(attribute_of, references(condition))
    )


def _denied(condition: Condition) -> Condition:
    """The condition that this one denies, `Not` of it where it denies none."""
    if isinstance(condition, Not):
        return condition.part
    if isinstance(condition, Compare) and condition.comparison is Comparison.DIFFERENT:
        return Compare(Comparison.EQUAL, condition.left, condition.right)
    return Not(condition)


def _equalities(tests: Iterable[Condition], interner: Interner) -> Iterator[Equality]:
    """Equalities of an attribute of the row with something that does not depend on the row."""
    for test in tests:
        if isinstance(test, Compare) and test.comparison is Comparison.EQUAL:
            for own, other in ((test.left, test.right), (test.right, test.left)):
                if isinstance(own, AttributeRef) and own.alias == ROW and not _sees_row(other):
                    yield Equality(own.attribute, own.type, value_of(other, interner))
                    break


def _sees_row(operand: Operand) -> bool:
    looks = map(attribute_of, references(operand))
    return any(attribute is not None and attribute.alias == ROW for attribute in looks)
