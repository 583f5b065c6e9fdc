"""Checks and facts for the tests of the durable-rules judge, written shortly."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from checker.engine.firing import Firing
from checker.kinds import KINDS, Fact, Type
from checker.language.tree import (
    ACT,
    ROW,
    Aggregate,
    AttributeRef,
    Binding,
    Check,
    Compare,
    Comparison,
    Condition,
    Constant,
    Let,
    LetRef,
    Operand,
    Severity,
    Stated,
)
from checker.vocabulary import Act
from checker.words import Words

NO_WORDS = Words("", "")


def ref(alias: str, kind: str, attribute: str) -> AttributeRef:
    return AttributeRef(alias, kind, attribute, KINDS[kind].attributes[attribute].type)


def row(kind: str, attribute: str) -> AttributeRef:
    return ref(ROW, kind, attribute)


def act(attribute: str) -> AttributeRef:
    return ref(ACT, "act", attribute)


def number(value: int, type_: Type = Type.INT) -> Constant:
    return Constant(value, type_)


def text(value: str) -> Constant:
    return Constant(value, Type.TEXT)


def equal(left: Operand, right: Operand) -> Compare:
    return Compare(Comparison.EQUAL, left, right)


def different(left: Operand, right: Operand) -> Compare:
    return Compare(Comparison.DIFFERENT, left, right)


def more(left: Operand, right: Operand) -> Compare:
    return Compare(Comparison.MORE, left, right)


def at_least(left: Operand, right: Operand) -> Compare:
    return Compare(Comparison.AT_LEAST, left, right)


def at_most(left: Operand, right: Operand) -> Compare:
    return Compare(Comparison.AT_MOST, left, right)


def stated(reference: AttributeRef) -> Stated:
    return Stated(reference)


def count(name: str, kind: str, *where: Condition) -> Let:
    return Let(name, Aggregate.COUNT, kind, None, where)


def total(name: str, kind: str, attribute: str, *where: Condition) -> Let:
    return Let(name, Aggregate.SUM, kind, row(kind, attribute), where)


def let(name: str, type_: Type = Type.INT) -> LetRef:
    return LetRef(name, type_)


def check(
    name: str,
    bindings: Sequence[Binding],
    requirement: Condition,
    *,
    lets: Sequence[Let] = (),
    trigger: Condition | None = None,
) -> Check:
    severity = dict.fromkeys(("draft", "adopted", "transmitted"), Severity.ERROR)
    return Check(
        name, tuple(bindings), tuple(lets), trigger, requirement, NO_WORDS, NO_WORDS, severity
    )


@frozen
class Law:
    """Parameters by name."""

    values: Mapping[str, int | str | None] = field(factory=dict)

    def value(self, name: str, day: datetime.date | None) -> int | str | None:  # noqa: ARG002
        return self.values.get(name)


def the_act(**values: object) -> Act:
    return Act("act", **{"date": datetime.date(2024, 2, 9), "year": 2024, **values})  # type: ignore[arg-type]


def outcomes(firings: Sequence[Firing]) -> list[tuple[str, tuple[str, ...], str]]:
    return sorted((one.check, one.binding, one.outcome.value) for one in firings)


def shuffled(facts: Sequence[Fact], order: Sequence[int]) -> list[Fact]:
    return [facts[place] for place in order]
