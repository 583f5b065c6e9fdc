"""What operands and conditions mean: each is compiled once into a closure over a frame.

A compiled term or clause keeps the parts it was made of, so that a verdict can be explained by
the very closures that gave it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import partial, reduce
from operator import attrgetter

from attrs import frozen

from checker import interval
from checker.engine.plain.lookup import Frame
from checker.interval import INFINITY, Interval, Truth, point, saturated
from checker.kinds import KINDS, Source
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


@frozen(eq=False)
class Term:
    """A compiled operand."""

    operand: Operand
    value: Callable[[Frame], Interval]
    parts: tuple[Term, ...] = ()


@frozen(eq=False)
class Clause:
    """A compiled condition: a comparison has terms, a combination has parts."""

    condition: Condition
    truth: Callable[[Frame], Truth]
    parts: tuple[Clause, ...] = ()
    terms: tuple[Term, ...] = ()


@frozen
class Scope:
    """What references mean inside a check: slots by alias, values by `let`."""

    slots: Mapping[str, int]
    lets: Mapping[str, Callable[[Frame], Interval]]


def term(operand: Operand, scope: Scope) -> Term:
    """Compile an operand."""
    match operand:
        case OrElse():
            return _or_else(operand, scope)
        case YearsBefore():
            return _years_before(operand, scope)
        case Plus() | Minus() | Times():
            return _arithmetic(operand, scope)
        case Constant():
            value = _constant(operand.value)
        case AttributeRef():
            value = _attribute(operand, scope)
        case LetRef():
            value = scope.lets[operand.name]
        case _:
            value = _parameter(operand, scope)
    return Term(operand, value)


def _constant(value: int | str) -> Callable[[Frame], Interval]:
    if isinstance(value, str):
        return lambda frame: frame.lookup.points[value]
    fixed = point(value)
    return lambda _frame: fixed


def _attribute(ref: AttributeRef, scope: Scope) -> Callable[[Frame], Interval]:
    slot, read, whole = scope.slots[ref.alias], attrgetter(ref.attribute), ref.type.range

    def value(frame: Frame) -> Interval:
        known = read(frame.facts[slot])
        return whole if known is None else frame.lookup.points[known]

    return value


def _parameter(ref: ParameterRef, scope: Scope) -> Callable[[Frame], Interval]:
    whole = ref.type.range

    def value(frame: Frame) -> Interval:
        found = parameter_value(ref, scope, frame)
        return whole if found is None else frame.lookup.points[found]

    return value


def parameter_value(ref: ParameterRef, scope: Scope, frame: Frame) -> int | str | None:
    """The parameter at its anchor; without a value where the anchor is missing."""
    if ref.anchor is None:
        return frame.lookup.parameter(ref.name, None)
    fact = frame.facts[scope.slots[ref.anchor.alias]]
    day: datetime.date | None = getattr(fact, ref.anchor.attribute)
    return None if day is None else frame.lookup.parameter(ref.name, day)


def _or_else(operand: OrElse, scope: Scope) -> Term:
    ref, name = term(operand.ref, scope), operand.ref.attribute
    slot, default = scope.slots[operand.ref.alias], operand.default.value

    def value(frame: Frame) -> Interval:
        fact = frame.facts[slot]
        if getattr(fact, name) is None and name not in fact.doubtful:
            return frame.lookup.points[default]
        return ref.value(frame)

    return Term(operand, value, (ref,))


def _years_before(operand: YearsBefore, scope: Scope) -> Term:
    date = term(operand.date, scope)

    def value(frame: Frame) -> Interval:
        day = date.value(frame)
        return saturated(earlier(day.low, operand.years), earlier(day.high, operand.years))

    return Term(operand, value, (date,))


def earlier(ordinal: int, years: int) -> int:
    """The same day `years` years before; 29 February becomes 28 February, in leap years too."""
    if ordinal < 1:
        return 0
    if ordinal > datetime.date.max.toordinal():
        return INFINITY
    day = datetime.date.fromordinal(ordinal)
    if day.year <= years:
        return 0
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - years).toordinal()


def _arithmetic(operand: Plus | Minus | Times, scope: Scope) -> Term:
    if isinstance(operand, Minus):
        operands: tuple[Operand, ...] = (operand.left, operand.right)
        combine = interval.minus
    elif isinstance(operand, Plus):
        operands, combine = operand.terms, interval.plus
    else:
        operands, combine = operand.factors, interval.times
    made = tuple(term(each, scope) for each in operands)
    values = [each.value for each in made]
    return Term(operand, lambda frame: reduce(combine, [value(frame) for value in values]), made)


_COMPARE: Mapping[Comparison, Callable[[Interval, Interval], Truth]] = {
    Comparison.EQUAL: interval.equal,
    Comparison.DIFFERENT: lambda left, right: interval.negation(interval.equal(left, right)),
    Comparison.MORE: interval.more,
    Comparison.AT_LEAST: interval.at_least,
    Comparison.LESS: lambda left, right: interval.more(right, left),
    Comparison.AT_MOST: lambda left, right: interval.at_least(right, left),
}


def clause(condition: Condition, scope: Scope) -> Clause:
    """Compile a condition."""
    match condition:
        case Compare():
            return _comparison(condition, scope)
        case Stated():
            return _stated(condition, scope)
        case Not():
            part = clause(condition.part, scope)
            return Clause(condition, lambda frame: interval.negation(part.truth(frame)), (part,))
        case AllOf():
            made = tuple(clause(part, scope) for part in condition.parts)
            return Clause(condition, partial(all_true, made), made)
        case AnyOf():
            made = tuple(clause(part, scope) for part in condition.parts)
            return Clause(condition, partial(_any_true, made), made)


def _comparison(condition: Compare, scope: Scope) -> Clause:
    compare = _COMPARE[condition.comparison]
    terms = (term(condition.left, scope), term(condition.right, scope))
    left, right = terms[0].value, terms[1].value
    return Clause(condition, lambda frame: compare(left(frame), right(frame)), terms=terms)


def _stated(condition: Stated, scope: Scope) -> Clause:
    ref = condition.ref
    slot, name = scope.slots[ref.alias], ref.attribute
    by_act = KINDS[ref.kind].attributes[name].source is Source.ACT

    def truth(frame: Frame) -> Truth:
        fact = frame.facts[slot]
        if getattr(fact, name) is not None:
            return Truth.TRUE
        return Truth.FALSE if by_act and name not in fact.doubtful else Truth.UNKNOWN

    return Clause(condition, truth, terms=(term(ref, scope),))


def all_true(clauses: Iterable[Clause], frame: Frame) -> Truth:
    """Whether every clause holds."""
    lowest = Truth.TRUE
    for each in clauses:
        truth = each.truth(frame)
        if truth is Truth.FALSE:
            return truth
        lowest = min(lowest, truth)
    return lowest


def _any_true(clauses: Iterable[Clause], frame: Frame) -> Truth:
    highest = Truth.FALSE
    for each in clauses:
        truth = each.truth(frame)
        if truth is Truth.TRUE:
            return truth
        highest = max(highest, truth)
    return highest
