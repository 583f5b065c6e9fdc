"""Checks made by hand, for sentences to be read."""

from __future__ import annotations

from collections.abc import Mapping

from checker.kinds import KINDS
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
    Operand,
    Severity,
)
from checker.law.edition import Law
from checker.vocabulary import vocabulary
from checker.words import Words

NO_LAW = Law({}, {})
ALIASES: Mapping[str, str] = {
    "line": "measure_line",
    "award": "award",
    "agreement": "agreement",
    "who": "beneficiary",
    ACT: ACT,
}


def ref(name: str, aliases: Mapping[str, str] = ALIASES) -> AttributeRef:
    """The reference of a dotted name: `line.amount`; `row:award.amount` is the row of a let."""
    alias, _, attribute = name.partition(".")
    kind = alias.removeprefix("row:") if alias.startswith("row:") else aliases[alias]
    about = vocabulary()[kind].attributes[attribute]
    return AttributeRef(ROW if alias.startswith("row:") else alias, kind, attribute, about.type)


def equal(left: AttributeRef, right: Operand | int | str) -> Compare:
    """An equality; a literal takes the type of the attribute."""
    other = Constant(right, left.type) if isinstance(right, int | str) else right
    return Compare(Comparison.EQUAL, left, other)


def drawn(name: str, aggregate: Aggregate, what: str, *where: Condition) -> Let:
    """A let over the rows of `kind` or `kind.attribute`."""
    kind, dot, _ = what.partition(".")
    return Let(name, aggregate, kind, ref(f"row:{what}") if dot else None, where)


def check(
    *bindings: Binding,
    require: Condition,
    lets: tuple[Let, ...] = (),
    when: Condition | None = None,
) -> Check:
    """A check of one requirement."""
    assert all(binding.kind in KINDS for binding in bindings)
    return Check(
        id="GEN-01",
        bindings=bindings,
        lets=lets,
        trigger=when,
        requirement=require,
        message=Words("message", "message"),
        remedy=Words("remède", "remedy"),
        severity={"adopted": Severity.ERROR},
    )
