"""The meaning of checks by nested loops over everything: slow, and plainly what the text says."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Mapping
from functools import reduce

from checker import interval
from checker.engine.firing import Parameters
from checker.factbase import FactBase
from checker.interval import INFINITY, Interval, Truth
from checker.kinds import KINDS, Fact, Source, Type
from checker.language.tree import (
    ACT,
    ROW,
    Aggregate,
    AllOf,
    AnyOf,
    AttributeRef,
    Check,
    Compare,
    Comparison,
    Condition,
    Constant,
    Let,
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

Bound = dict[str, Fact]


class Naive:
    def __init__(self, check: Check, facts: FactBase, parameters: Parameters) -> None:
        self.check, self.facts, self.parameters = check, facts, parameters
        self.lets = {let.name: let for let in check.lets}
        self.texts: dict[str, int] = {}

    def verdicts(self) -> Mapping[tuple[str, ...], tuple[Truth, Truth]]:
        """Truth of trigger and requirement by binding."""
        found = {}
        lists = [self.facts.of(binding.kind) for binding in self.check.bindings]
        for chosen in itertools.product(*lists):
            if len({id(fact) for fact in chosen}) < len(chosen):
                continue
            bound: Bound = {ACT: self.facts.act}
            bound.update(zip((b.alias for b in self.check.bindings), chosen, strict=True))
            conditions = [test for binding in self.check.bindings for test in binding.tests]
            conditions += [] if self.check.trigger is None else [self.check.trigger]
            trigger = interval.every([self.truth(each, bound) for each in conditions])
            if trigger is not Truth.FALSE:
                required = self.truth(self.check.requirement, bound)
                found[tuple(fact.id for fact in chosen)] = (trigger, required)
        return found

    def truth(self, condition: Condition, bound: Bound) -> Truth:
        match condition:
            case AllOf():
                return interval.every([self.truth(part, bound) for part in condition.parts])
            case AnyOf():
                return interval.some([self.truth(part, bound) for part in condition.parts])
            case Not():
                return interval.negation(self.truth(condition.part, bound))
            case Stated(ref):
                fact = bound[ref.alias]
                if getattr(fact, ref.attribute) is not None:
                    return Truth.TRUE
                world = KINDS[ref.kind].attributes[ref.attribute].source is Source.WORLD
                return Truth.UNKNOWN if world or ref.attribute in fact.doubtful else Truth.FALSE
            case Compare(comparison, one, other):
                left, right = self.value(one, bound), self.value(other, bound)
                return {
                    Comparison.EQUAL: interval.equal(left, right),
                    Comparison.DIFFERENT: interval.negation(interval.equal(left, right)),
                    Comparison.MORE: interval.more(left, right),
                    Comparison.AT_LEAST: interval.at_least(left, right),
                    Comparison.LESS: interval.more(right, left),
                    Comparison.AT_MOST: interval.at_least(right, left),
                }[comparison]

    def value(self, operand: Operand, bound: Bound) -> Interval:
        match operand:
            case Plus(terms):
                return reduce(interval.plus, [self.value(each, bound) for each in terms])
            case Times(factors):
                return reduce(interval.times, [self.value(each, bound) for each in factors])
            case Minus(left, right):
                return interval.minus(self.value(left, bound), self.value(right, bound))
            case YearsBefore(years, date):
                day = self.value(date, bound)
                return Interval(*(_before(end, years) for end in (day.low, day.high)))
            case LetRef():
                return self.drawn(self.lets[operand.name], bound)
        return self.looked_up(operand, bound)

    def looked_up(self, operand: Operand, bound: Bound) -> Interval:
        match operand:
            case Constant():
                return self.known(operand.value, operand.type)
            case AttributeRef():
                return self.known(getattr(bound[operand.alias], operand.attribute), operand.type)
            case OrElse(ref, default):
                fact = bound[ref.alias]
                absent = getattr(fact, ref.attribute) is None
                doubtful = ref.attribute in fact.doubtful
                return self.looked_up(default if absent and not doubtful else ref, bound)
            case ParameterRef(name, type_, anchor):
                day = None if anchor is None else getattr(bound[anchor.alias], anchor.attribute)
                lost = anchor is not None and day is None
                return self.known(None if lost else self.parameters.value(name, day), type_)
        raise NotImplementedError(operand)

    def known(self, value: object, type_: Type) -> Interval:
        if value is None:
            return type_.range
        if isinstance(value, datetime.date):
            return interval.point(value.toordinal())
        if isinstance(value, str):
            return interval.point(self.texts.setdefault(value, len(self.texts)))
        assert isinstance(value, int)
        return interval.point(int(value))

    def drawn(self, let: Let, bound: Bound) -> Interval:
        sure: list[Interval] = []
        possible: list[Interval] = []
        for fact in self.facts.of(let.kind):
            here = {**bound, ROW: fact}
            truth = interval.every([self.truth(test, here) for test in let.where])
            value = interval.point(1) if let.ref is None else self.value(let.ref, here)
            if truth is not Truth.FALSE:
                (sure if truth is Truth.TRUE else possible).append(value)
        bounds = {
            Aggregate.COUNT: lambda: (len(sure), len(sure) + len(possible)),
            Aggregate.SUM: lambda: _sum(sure, possible),
            Aggregate.DISTINCT: lambda: _distinct(sure, possible),
            Aggregate.MIN: lambda: _min(sure, possible, let.type),
            Aggregate.MAX: lambda: _max(sure, possible, let.type),
        }
        low, high = bounds[let.aggregate]()
        if let.kind in self.facts.open_kinds:
            if let.aggregate is not Aggregate.MIN:
                high = INFINITY
            signed_sum = let.aggregate is Aggregate.SUM and let.type is Type.SIGNED
            if let.aggregate is Aggregate.MIN or signed_sum:
                low = let.type.range.low
        return Interval(max(low, -INFINITY), min(high, INFINITY))


def _before(ordinal: int, years: int) -> int:
    if ordinal in (0, INFINITY):
        return ordinal
    day = datetime.date.fromordinal(ordinal)
    of_month = 28 if day.month == 2 else day.day
    return datetime.date(day.year - years, day.month, min(day.day, of_month)).toordinal()


def _sum(sure: list[Interval], possible: list[Interval]) -> tuple[int, int]:
    low = sum(v.low for v in sure) + sum(min(v.low, 0) for v in possible)
    return low, sum(v.high for v in sure) + sum(max(v.high, 0) for v in possible)


def _distinct(sure: list[Interval], possible: list[Interval]) -> tuple[int, int]:
    known = len({v.low for v in sure if v.known})
    every = [*sure, *possible]
    high = len({v.low for v in every if v.known}) + sum(not v.known for v in every)
    return max(known, min(1, len(sure))), high


def _min(sure: list[Interval], possible: list[Interval], type_: Type) -> tuple[int, int]:
    if not sure:
        return type_.range.low, type_.range.high
    return min(v.low for v in [*sure, *possible]), min(v.high for v in sure)


def _max(sure: list[Interval], possible: list[Interval], type_: Type) -> tuple[int, int]:
    if not sure:
        return type_.range.low, type_.range.high
    return max(v.low for v in sure), max(v.high for v in [*sure, *possible])
