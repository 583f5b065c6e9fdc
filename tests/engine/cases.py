"""Random checks and cases over a few kinds, and the random settling of what a case leaves open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from random import Random
from typing import Any

import attrs
from attrs import frozen

from checker.engine.firing import Missing
from checker.factbase import FactBase, fact_base
from checker.kinds import KINDS, Fact, Source, Type, fact_class
from checker.language.tree import (
    ACT,
    ROW,
    Aggregate,
    AllOf,
    AnyOf,
    AttributeRef,
    Binding,
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
from checker.vocabulary import Act
from tests.engine import building
from tests.engine.building import ref

USED = {
    "beneficiary": ("private_law", "legal_form"),
    "measure_line": ("beneficiary", "post", "amount", "units", "reason", "announced_change"),
    "grant": ("beneficiary", "year", "amount"),
    "aid": ("beneficiary", "date", "de_minimis"),
    "act": ("year", "population", "date"),
}
OMITTABLE = frozenset({"units", "reason", "announced_change"})
"""What checks may ask for as not stated by the act: an omission of it settles as it is."""
KNOWN = {
    Type.ID: ("b0", "b1"),
    Type.TEXT: ("b0", "y"),
    Type.FLAG: (False, True),
    Type.MONEY: (0, 1, 2, 4),
    Type.INT: (0, 1, 2, 3),
    Type.PERCENT: (0, 5000, 10000),
    Type.SIGNED: (-2, -1, 0, 3),
    Type.DATE: tuple(datetime.date(*day) for day in ((2021, 2, 28), (2024, 2, 29), (2024, 6, 1))),
}
PARAMETERS = {"law.number": Type.INT, "law.dated": Type.INT, "policy.word": Type.TEXT}
LISTS = ("beneficiary", "measure_line", "grant", "aid")


@frozen(eq=False)
class Parameters:
    number: int | None
    dated: int | None
    word: str | None

    def value(self, name: str, day: datetime.date | None) -> int | str | None:
        if name == "law.dated":
            odd = day is not None and day.year % 2 == 1
            return 1 if odd else self.dated
        return self.number if name == "law.number" else self.word


@frozen(eq=False)
class World:
    facts: FactBase
    parameters: Parameters


def _value(rng: Random, type_: Type) -> object:
    return rng.choice(KNOWN[type_])


def _fact(rng: Random, kind: str, name: str, *, complete: bool = False) -> Fact:
    values: dict[str, Any] = {}
    doubtful = set()
    for attribute in USED[kind]:
        fate = 0 if complete else rng.randint(0, 5)
        if fate < 4:
            values[attribute] = _value(rng, KINDS[kind].attributes[attribute].type)
        elif fate == 4:
            doubtful.add(attribute)
    made: Callable[..., Fact] = Act if kind == ACT else fact_class(kind)
    return made(name, doubtful=frozenset(doubtful), **values)


def random_world(rng: Random) -> World:
    facts = [_fact(rng, "act", "act")]
    for kind in LISTS:
        facts += [_fact(rng, kind, f"b{n}") for n in range(rng.randint(0, 3))]
    opened = rng.sample(LISTS, rng.randint(0, 2))
    number, dated = (rng.choice((None, 0, 1, 2)) for _ in range(2))
    parameters = Parameters(number, dated, rng.choice((None, "b0", "y")))
    return World(fact_base(facts, whole=LISTS, opened=opened), parameters)


def settled(rng: Random, world: World, keep: Collection[Missing] | None = None) -> World:
    """The world with everything settled at random, but for what is to be kept missing."""
    kept = set(keep or ())
    kept_attributes = {(m.fact, m.attribute) for m in kept}
    facts: list[Fact] = []
    for fact in (fact for kind in USED for fact in world.facts.of(kind)):
        kind = (
            ACT
            if isinstance(fact, Act)
            else next(k for k in LISTS if isinstance(fact, fact_class(k)))
        )
        values: dict[str, Any] = {}
        doubtful = set(fact.doubtful)
        for name in USED[kind]:
            if getattr(fact, name) is not None or (fact, name) in kept_attributes:
                continue
            stays = name in OMITTABLE and (name not in doubtful or rng.random() < 0.5)
            doubtful.discard(name)
            if not stays:
                values[name] = _value(rng, KINDS[kind].attributes[name].type)
        facts.append(attrs.evolve(fact, doubtful=frozenset(doubtful), **values))
    still_open = world.facts.open_kinds & {m.kind for m in kept if m.kind}
    for kind in sorted((world.facts.open_kinds - still_open) & set(LISTS)):
        rows = range(rng.randint(0, 2))
        facts += [_fact(rng, kind, f"new{n}", complete=True) for n in rows]
    unknown = {m.parameter for m in kept}
    old = world.parameters
    number, dated, word = old.number, old.dated, old.word
    if number is None and "law.number" not in unknown:
        number = rng.randint(0, 3)
    if dated is None and "law.dated" not in unknown:
        dated = rng.randint(0, 3)
    if word is None and "policy.word" not in unknown:
        word = rng.choice(("b0", "y"))
    base = fact_base(facts, whole=LISTS, opened=still_open)
    return World(base, Parameters(number, dated, word))


class _Checks:
    """Draws the parts of a check; `scope` maps aliases to kinds."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.lets: list[Let] = []

    def pick(self, *choices: int | str) -> int | str:
        return self.rng.choice(choices)

    def refs(self, scope: dict[str, str], *types: Type) -> list[AttributeRef]:
        every = [ref(a, k, name) for a, k in scope.items() for name in (*USED[k], "id")]
        return [each for each in every if each.type in types]

    def operand(self, scope: dict[str, str], type_: Type, depth: int = 1) -> Operand:
        if type_ in (Type.ID, Type.TEXT):
            return self.word(scope)
        if type_ is Type.DATE:
            return self.day(scope)
        numbers = (Type.MONEY, Type.INT, Type.SIGNED)
        types = (Type.FLAG,) if type_ is Type.FLAG else numbers
        options: list[Operand] = [Constant(n, type_) for n in (0, 1, 2)]
        options += self.refs(scope, *types) * 2
        if type_ is not Type.FLAG:
            options += [ParameterRef("law.number", Type.INT)]
            anchors = self.refs(scope, Type.DATE)
            options += [ParameterRef("law.dated", Type.INT, anchor) for anchor in anchors]
            options += [LetRef(each.name, each.type) for each in self.lets for _ in range(6)]
            omitted = [
                r for r in self.refs(scope, Type.INT, Type.SIGNED) if r.attribute in OMITTABLE
            ]
            options += [OrElse(each, Constant(1, each.type)) for each in omitted]
            if depth:
                one, two = (self.operand(scope, type_, depth - 1) for _ in range(2))
                options += [Plus((one, two)), Minus(one, two), Times((one, two))]
        return self.rng.choice(options)

    def word(self, scope: dict[str, str]) -> Operand:
        options: list[Operand] = [Constant("b0", Type.TEXT), ParameterRef("policy.word", Type.TEXT)]
        return self.rng.choice([*options, *self.refs(scope, Type.ID, Type.TEXT) * 3])

    def day(self, scope: dict[str, str]) -> Operand:
        options: list[Operand] = [Constant(d.toordinal(), Type.DATE) for d in KNOWN[Type.DATE]]  # type: ignore[attr-defined]
        options += self.refs(scope, Type.DATE)
        day = self.rng.choice(options)
        return YearsBefore(3, day) if self.rng.random() < 0.5 else day

    def atom(self, scope: dict[str, str], own: str | None = None) -> Condition:
        mine = scope if own is None else {own: scope[own]}
        left: Operand = self.rng.choice(self.refs(mine, *Type))
        assert isinstance(left, AttributeRef)
        source = KINDS[left.kind].attributes[left.attribute].source
        if (source is Source.WORLD or left.attribute in OMITTABLE) and self.pick(0, 1, 2) == 0:
            return Stated(left)
        type_ = left.type
        if own is None and self.lets and self.pick(0, 1, 2):
            left, type_ = self.operand(scope, Type.INT), Type.INT
        comparisons = (
            list(Comparison) if type_.ordered else [Comparison.EQUAL, Comparison.DIFFERENT]
        )
        comparison = self.rng.choice([*comparisons, Comparison.EQUAL, Comparison.EQUAL])
        return Compare(comparison, left, self.operand(scope, type_))

    def condition(self, scope: dict[str, str], depth: int) -> Condition:
        form = self.pick("atom", "all", "any", "not") if depth else "atom"
        if form == "atom":
            return self.atom(scope)
        if form == "not":
            return Not(self.condition(scope, depth - 1))
        parts = tuple(self.condition(scope, depth - 1) for _ in range(2))
        return AllOf(parts) if form == "all" else AnyOf(parts)

    def tests(self, scope: dict[str, str], own: str) -> tuple[Condition, ...]:
        return tuple(self.atom(scope, own) for _ in range(self.rng.randint(0, 2)))

    def let(self, scope: dict[str, str], name: str) -> Let:
        kind = self.rng.choice(LISTS)
        aggregate = self.rng.choice(list(Aggregate))
        refs = self.refs({ROW: kind}, Type.MONEY, Type.INT, Type.SIGNED)
        if aggregate is Aggregate.DISTINCT:
            refs = self.refs({ROW: kind}, *Type)
        if aggregate is Aggregate.COUNT or not refs:
            return Let(name, Aggregate.COUNT, kind, None, self.tests({**scope, ROW: kind}, ROW))
        drawn = self.rng.choice(refs)
        return Let(name, aggregate, kind, drawn, self.tests({**scope, ROW: kind}, ROW))


def random_check(rng: Random) -> Check:
    make = _Checks(rng)
    kinds = rng.choices(LISTS, k=rng.randint(1, 2))
    scope = {ACT: ACT, **{f"f{n}": kind for n, kind in enumerate(kinds)}}
    bindings = [Binding(a, k, make.tests(scope, a)) for a, k in scope.items() if a != ACT]
    make.lets = [make.let(scope, f"n{n}") for n in range(rng.randint(0, 2))]
    trigger = make.condition(scope, 1) if rng.random() < 0.5 else None
    requirement = make.condition(scope, 2)
    return building.check(requirement, *bindings, lets=make.lets, trigger=trigger)
