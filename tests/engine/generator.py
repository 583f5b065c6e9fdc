"""Random checks of the rule language, and random facts for them to judge.

Values are drawn from tiny domains, so that equal, smaller, missing and ambiguous all occur.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import attrs
from attrs import field, frozen

from checker.factbase import FactBase, fact_base
from checker.kinds import KINDS, Attribute, Fact, Type, fact_class
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
    Severity,
    Stated,
    Times,
    YearsBefore,
)
from checker.vocabulary import vocabulary
from checker.words import Words

NAMES = ("a", "b", "c")
DAYS = tuple(datetime.date.fromisoformat(day) for day in ("2021-02-28", "2024-02-28", "2024-02-29"))
NUMBERS = (0, 1, 2, 3, 100)
PARAMETERS: Mapping[str, Type] = {
    "law.amount": Type.MONEY,
    "law.number": Type.INT,
    "law.day": Type.DATE,
    "law.word": Type.TEXT,
}
AMOUNTS = (Type.MONEY, Type.SIGNED, Type.INT)
WORDS = Words("message", "message")


@frozen
class Table:
    """Parameters with the values given, whatever the day."""

    values: Mapping[str, int | str | None] = field(factory=dict)

    def value(self, name: str, day: datetime.date | None) -> int | str | None:
        """The value of the parameter; unknown for odd ordinals, so that anchors matter."""
        if day is not None and day.toordinal() % 2:
            return None
        return self.values[name]


def random_check(rng: Random, number: int) -> Check:
    """A check whose parts are all well typed."""
    bindings: list[Binding] = []
    for n in range(rng.choice((1, 1, 1, 2, 2, 3))):
        kind = rng.choice(sorted(vocabulary()))
        scope = {binding.alias: binding.kind for binding in bindings} | {ACT: ACT}
        tests = _tests(rng, f"f{n}", kind, scope, rng.choice((0, 0, 1, 2)))
        bindings.append(Binding(f"f{n}", kind, tests))
    scope = {binding.alias: binding.kind for binding in bindings} | {ACT: ACT}
    lets = tuple(_let(rng, f"l{n}", scope) for n in range(rng.choice((0, 1, 1, 2))))
    trigger = _condition(rng, scope, lets, 1) if rng.random() < 0.5 else None
    return Check(
        id=f"GEN-{number:02d}",
        bindings=tuple(bindings),
        lets=lets,
        trigger=trigger,
        requirement=_condition(rng, scope, lets, 2),
        message=WORDS,
        remedy=WORDS,
        severity={"adopted": Severity.ERROR},
    )


def _attributes(kind: str, types: Sequence[Type]) -> list[Attribute]:
    return [a for a in vocabulary()[kind].attributes.values() if a.type in types]


def _ref(rng: Random, scope: Mapping[str, str], types: Sequence[Type]) -> AttributeRef | None:
    choices = [
        AttributeRef(alias, kind, attribute.name, attribute.type)
        for alias, kind in scope.items()
        for attribute in _attributes(kind, types)
    ]
    return rng.choice(choices) if choices else None


def _literal(rng: Random, type_: Type) -> Constant:
    if type_ in (Type.ID, Type.TEXT):
        return Constant(rng.choice(NAMES), type_)
    if type_ is Type.DATE:
        return Constant(rng.choice(DAYS).toordinal(), type_)
    if type_ is Type.FLAG:
        return Constant(rng.choice((0, 1)), type_)
    return Constant(rng.choice(NUMBERS), type_)


def _parameter(rng: Random, scope: Mapping[str, str], types: Sequence[Type]) -> Operand | None:
    names = [name for name, type_ in PARAMETERS.items() if type_ in types]
    if not names:
        return None
    name = rng.choice(names)
    anchor = _ref(rng, scope, (Type.DATE,)) if rng.random() < 0.3 else None
    return ParameterRef(name, PARAMETERS[name], anchor)


def _tests(
    rng: Random, alias: str, kind: str, scope: Mapping[str, str], count: int
) -> tuple[Condition, ...]:
    return tuple(_test(rng, alias, kind, scope) for _ in range(count))


def _test(rng: Random, alias: str, kind: str, scope: Mapping[str, str]) -> Condition:
    attribute = rng.choice(list(vocabulary()[kind].attributes.values()))
    own = AttributeRef(alias, kind, attribute.name, attribute.type)
    match rng.randrange(6):
        case 0:
            return Stated(own)
        case 1:
            return Not(Stated(own))
        case 2:
            parts = [Compare(Comparison.EQUAL, own, _literal(rng, own.type)) for _ in range(2)]
            return AnyOf(tuple(parts))
        case 3 if own.type.ordered:
            comparison = rng.choice(list(Comparison))
            return Compare(comparison, own, _other(rng, own.type, scope))
        case _:
            equality = Comparison.EQUAL if rng.random() < 0.8 else Comparison.DIFFERENT
            return Compare(equality, own, _other(rng, own.type, scope))


def _other(rng: Random, type_: Type, scope: Mapping[str, str]) -> Operand:
    types = _comparable(type_)
    choice = rng.random()
    found: Operand | None = None
    if choice < 0.6:
        found = _ref(rng, scope, types)
    elif choice < 0.7:
        found = _parameter(rng, scope, types)
    return found or _literal(rng, type_)


def _comparable(type_: Type) -> tuple[Type, ...]:
    if type_ in AMOUNTS:
        return AMOUNTS
    return (Type.ID, Type.TEXT) if type_ in (Type.ID, Type.TEXT) else (type_,)


def _let(rng: Random, name: str, scope: Mapping[str, str]) -> Let:
    kind = rng.choice(sorted(vocabulary()))
    aggregate = rng.choice(list(Aggregate))
    types = tuple(Type) if aggregate is Aggregate.DISTINCT else AMOUNTS
    ref = None
    if aggregate is not Aggregate.COUNT:
        ref = _ref(rng, {ROW: kind}, types)
        if ref is None:
            aggregate = Aggregate.COUNT
    where = _tests(rng, ROW, kind, scope, rng.choice((0, 1, 1, 2)))
    return Let(name, aggregate, kind, ref, where)


def _operand(
    rng: Random, scope: Mapping[str, str], lets: Sequence[Let], types: Sequence[Type], depth: int
) -> Operand:
    amounts = set(types) <= set(AMOUNTS)
    choices: list[Operand | None] = [_ref(rng, scope, types), _parameter(rng, scope, types)]
    own = [let for let in lets if let.type in types]
    if own:
        choices += [LetRef(let.name, let.type) for let in own]
    if amounts and depth:
        left, right = (_operand(rng, scope, lets, types, depth - 1) for _ in range(2))
        choices.append(rng.choice((Plus((left, right)), Minus(left, right), Times((left, right)))))
    if types == (Type.DATE,) and depth:
        choices.append(YearsBefore(rng.randrange(4), _operand(rng, scope, lets, types, depth - 1)))
    ref = _ref(rng, scope, types)
    if amounts and ref is not None:
        choices.append(OrElse(ref, _literal(rng, ref.type)))
    found = rng.choice([choice for choice in choices if choice is not None] or [None])
    return found or _literal(rng, types[0])


def _condition(rng: Random, scope: Mapping[str, str], lets: Sequence[Let], depth: int) -> Condition:
    if depth and rng.random() < 0.5:
        parts = tuple(_condition(rng, scope, lets, depth - 1) for _ in range(2))
        return rng.choice((AllOf(parts), AnyOf(parts), Not(parts[0])))
    if rng.random() < 0.15:
        ref = _ref(rng, scope, tuple(Type))
        assert ref is not None
        return Stated(ref)
    types = rng.choice((AMOUNTS, AMOUNTS, (Type.DATE,), (Type.TEXT, Type.ID), (Type.FLAG,)))
    comparison = rng.choice(list(Comparison))
    if not types[0].ordered:
        comparison = rng.choice((Comparison.EQUAL, Comparison.DIFFERENT))
    left = _operand(rng, scope, lets, types, 1)
    return Compare(comparison, left, _operand(rng, scope, lets, types, 1))


def random_facts(rng: Random, kinds: Sequence[str]) -> FactBase:
    """Up to four facts of each kind, and one act."""
    facts: list[Fact] = [_fact(rng, ACT, ACT)]
    for kind in sorted(set(kinds) - {ACT}):
        facts += [_fact(rng, kind, name) for name in (*NAMES, "d") if rng.random() < 0.6]
    rng.shuffle(facts)
    whole = [kind for kind in KINDS if rng.random() < 0.5]
    opened = [kind for kind in KINDS if rng.random() < 0.1]
    return fact_base(facts, whole=whole, opened=opened)


def _fact(rng: Random, kind: str, name: str) -> Fact:
    values: dict[str, Any] = {}
    for attribute in vocabulary()[kind].attributes.values():
        if attribute.name != "id" and rng.random() < 0.75:
            values[attribute.name] = _value(rng, attribute.type)
    missing = set(vocabulary()[kind].attributes) - set(values) - {"id"}
    doubtful = frozenset(name for name in sorted(missing) if rng.random() < 0.2)
    return attrs.evolve(fact_class(kind)(name), doubtful=doubtful, **values)


def _value(rng: Random, type_: Type) -> object:
    if type_ is Type.DATE:
        return rng.choice(DAYS)
    if type_ is Type.FLAG:
        return rng.random() < 0.5
    if type_ in (Type.ID, Type.TEXT):
        return rng.choice(NAMES)
    return rng.choice(NUMBERS) * (-1 if type_ is Type.SIGNED and rng.random() < 0.5 else 1)


def random_parameters(rng: Random) -> Table:
    """A table in which one parameter in four has no value."""
    values: dict[str, int | str | None] = {}
    for name, type_ in PARAMETERS.items():
        values[name] = _literal(rng, type_).value if rng.random() < 0.75 else None
    return Table(values)


def kinds_of(checks: Sequence[Check]) -> list[str]:
    """The kinds that the checks look at."""
    bound = [binding.kind for check in checks for binding in check.bindings]
    return bound + [let.kind for check in checks for let in check.lets]
