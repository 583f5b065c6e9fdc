"""Operands and conditions as functions of an instance, for the fold.

Everything is looked up in a `Scope`: the facts bound, the act, the row a `let` looks at, the
`let`s already computed, and the parameters.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import reduce, singledispatch

from attrs import define, field

from checker.engine.durable.encoding import STATED, Coded, Interner, literal, plain_value, range_of
from checker.engine.firing import Parameters
from checker.interval import (
    Interval,
    Truth,
    at_least,
    equal,
    every,
    minus,
    more,
    negation,
    plus,
    point,
    saturated,
    some,
    times,
)
from checker.kinds import Type
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Constant,
    LetRef,
    Minus,
    Not,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Stated,
    Times,
    YearsBefore,
)


@define(eq=False)
class Lookup:
    """The dated parameters of one case, each asked for once."""

    parameters: Parameters
    interner: Interner
    _known: dict[tuple[str, datetime.date | None, Type], Interval] = field(factory=dict, init=False)

    def value(self, name: str, day: datetime.date | None, type_: Type) -> Interval:
        """The value of a parameter, the range of its type where it has none."""
        key = (name, day, type_)
        if key not in self._known:
            self._known[key] = range_of(type_, self.parameters.value(name, day), self.interner)
        return self._known[key]


@define(eq=False)
class Scope:
    """What an instance is made of."""

    lookup: Lookup
    bound: dict[str, Coded]
    lets: dict[str, Interval] = field(factory=dict)


Value = Callable[[Scope], Interval]
Test = Callable[[Scope], Truth]
_COMPARED: dict[Comparison, tuple[Callable[[Interval, Interval], Truth], bool]] = {
    Comparison.EQUAL: (equal, False),
    Comparison.DIFFERENT: (equal, True),
    Comparison.MORE: (more, False),
    Comparison.AT_MOST: (more, True),
    Comparison.AT_LEAST: (at_least, False),
    Comparison.LESS: (at_least, True),
}


@singledispatch
def value_of(operand: Operand, interner: Interner) -> Value:  # noqa: ARG001
    """The function that gives the interval of an operand."""
    message = f"{type(operand).__name__} is no operand"
    raise TypeError(message)


@value_of.register
def _(operand: Constant, interner: Interner) -> Value:
    constant = point(literal(operand, interner))
    return lambda _: constant


@value_of.register
def _(operand: AttributeRef, interner: Interner) -> Value:  # noqa: ARG001
    alias, attribute = operand.alias, operand.attribute
    return lambda scope: scope.bound[alias].ends[attribute]


@value_of.register
def _(operand: LetRef, interner: Interner) -> Value:  # noqa: ARG001
    name = operand.name
    return lambda scope: scope.lets[name]


@value_of.register
def _(operand: YearsBefore, interner: Interner) -> Value:
    years, day = operand.years, value_of(operand.date, interner)
    return lambda scope: years_before(years, day(scope))


@value_of.register
def _(operand: Minus, interner: Interner) -> Value:
    left, right = value_of(operand.left, interner), value_of(operand.right, interner)
    return lambda scope: minus(left(scope), right(scope))


@value_of.register
def _(operand: Plus, interner: Interner) -> Value:
    terms = [value_of(term, interner) for term in operand.terms]
    return lambda scope: reduce(plus, [term(scope) for term in terms])


@value_of.register
def _(operand: Times, interner: Interner) -> Value:
    factors = [value_of(factor, interner) for factor in operand.factors]
    return lambda scope: reduce(times, [factor(scope) for factor in factors])


@value_of.register
def _(operand: OrElse, interner: Interner) -> Value:
    alias, attribute = operand.ref.alias, operand.ref.attribute
    default = point(literal(operand.default, interner))

    def value(scope: Scope) -> Interval:
        fact = scope.bound[alias]
        left_out = fact.stated[attribute] != STATED and attribute not in fact.fact.doubtful
        return default if left_out else fact.ends[attribute]

    return value


@value_of.register
def _(operand: ParameterRef, interner: Interner) -> Value:  # noqa: ARG001
    name, type_, anchor = operand.name, operand.type, operand.anchor
    if anchor is None:
        return lambda scope: scope.lookup.value(name, None, type_)
    alias, attribute = anchor.alias, anchor.attribute

    def value(scope: Scope) -> Interval:
        day = plain_value(scope.bound[alias].fact, attribute)
        if not isinstance(day, datetime.date):
            return type_.range
        return scope.lookup.value(name, day, type_)

    return value


def years_before(years: int, day: Interval) -> Interval:
    """The same day `years` years before; what is no date stays."""
    return saturated(_years_before(years, day.low), _years_before(years, day.high))


def _years_before(years: int, ordinal: int) -> int:
    if not 0 < ordinal <= datetime.date.max.toordinal():
        return ordinal
    day = datetime.date.fromordinal(ordinal)
    if day.year <= years:
        return 0
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - years).toordinal()


def truth_of(condition: Condition, interner: Interner) -> Test:
    """The function that gives the truth of a condition."""
    if isinstance(condition, Not):
        part = truth_of(condition.part, interner)
        return lambda scope: negation(part(scope))
    if isinstance(condition, AllOf | AnyOf):
        gather = every if isinstance(condition, AllOf) else some
        parts = [truth_of(part, interner) for part in condition.parts]
        return lambda scope: gather(part(scope) for part in parts)
    if isinstance(condition, Stated):
        alias, attribute = condition.ref.alias, condition.ref.attribute
        return lambda scope: Truth(scope.bound[alias].stated[attribute])
    return _compared(condition, interner)


def _compared(condition: Compare, interner: Interner) -> Test:
    left, right = value_of(condition.left, interner), value_of(condition.right, interner)
    compare, denied = _COMPARED[condition.comparison]
    if denied:
        return lambda scope: negation(compare(left(scope), right(scope)))
    return lambda scope: compare(left(scope), right(scope))
