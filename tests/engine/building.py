"""Short hand for rule trees, facts and parameters."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from checker.engine.firing import Firing, Outcome
from checker.engine.plain.interpreter import Interpreter
from checker.factbase import FactBase, fact_base
from checker.kinds import KINDS, Fact, Type
from checker.language.tree import (
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
)
from checker.vocabulary import Act
from checker.words import Words

NOTHING = Words("", "")
ACT_FACT = Act("act", year=2024, date=datetime.date(2024, 2, 29), is_budget_vote=False)


def ref(alias: str, kind: str, attribute: str) -> AttributeRef:
    return AttributeRef(alias, kind, attribute, KINDS[kind].attributes[attribute].type)


def row(kind: str, attribute: str) -> AttributeRef:
    return ref(ROW, kind, attribute)


def number(value: int) -> Constant:
    return Constant(value, Type.INT)


def money(value: int) -> Constant:
    return Constant(value, Type.MONEY)


def text(value: str) -> Constant:
    return Constant(value, Type.TEXT)


def day(year: int, month: int, of_month: int) -> Constant:
    return Constant(datetime.date(year, month, of_month).toordinal(), Type.DATE)


def equal(left: Operand, right: Operand) -> Compare:
    return Compare(Comparison.EQUAL, left, right)


def at_least(left: Operand, right: Operand) -> Compare:
    return Compare(Comparison.AT_LEAST, left, right)


def let(aggregate: Aggregate, kind: str, attribute: str | None = None, *where: Condition) -> Let:
    return Let("n", aggregate, kind, None if attribute is None else row(kind, attribute), where)


def drawn(made: Let) -> LetRef:
    return LetRef(made.name, made.type)


def check(
    requirement: Condition,
    *bindings: Binding,
    lets: Iterable[Let] = (),
    trigger: Condition | None = None,
    name: str = "T",
) -> Check:
    return Check(name, bindings, tuple(lets), trigger, requirement, NOTHING, NOTHING, {})


@frozen(eq=False)
class Table:
    """Parameters with a value at any day, or by year of the day."""

    values: Mapping[str, int | str | Mapping[int, int]] = field(factory=dict)

    def value(self, name: str, day: datetime.date | None) -> int | str | None:
        found = self.values.get(name)
        if isinstance(found, Mapping):
            return None if day is None else found.get(day.year)
        return found


def base(
    *facts: Fact, act: Act = ACT_FACT, whole: Iterable[str] = (), opened: Iterable[str] = ()
) -> FactBase:
    return fact_base([act, *facts], whole=whole, opened=opened)


def judge(made: Check, facts: FactBase, parameters: Table | None = None) -> list[Firing]:
    return Interpreter([made]).judge(facts, parameters or Table())


def outcomes(made: Check, facts: FactBase, parameters: Table | None = None) -> list[Outcome]:
    return [firing.outcome for firing in judge(made, facts, parameters)]
