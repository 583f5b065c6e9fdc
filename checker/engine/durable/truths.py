"""Conditions over intervals, written as formulas of comparisons between their ends."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from attrs import frozen

from checker.engine.durable.branches import Formula, at_most, below, both, either
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Not,
    Operand,
    Stated,
)


class Want(Enum):
    """What a formula says of the truth of a condition."""

    TRUE = "true"
    FALSE = "false"
    NOT_TRUE = "not true"
    NOT_FALSE = "not false"


_TURNED = {
    Want.TRUE: Want.FALSE,
    Want.FALSE: Want.TRUE,
    Want.NOT_TRUE: Want.NOT_FALSE,
    Want.NOT_FALSE: Want.NOT_TRUE,
}
_DENIED = {
    Comparison.DIFFERENT: Comparison.EQUAL,
    Comparison.LESS: Comparison.AT_LEAST,
    Comparison.AT_MOST: Comparison.MORE,
}
End = str | int


@frozen
class Columns:
    """Where the values of a condition stand.

    Args:
        ends: The low and high end of an operand, each a column or an integer.
        stated: The column that says whether an attribute is stated: 0, 1 or 2.
    """

    ends: Callable[[Operand], tuple[End, End]]
    stated: Callable[[AttributeRef], str]


def formula(condition: Condition, want: Want, columns: Columns) -> Formula:
    """The formula that holds exactly where the truth of `condition` is as wanted.

    Raises:
        ValueError: It has too many branches to be built.
    """
    if isinstance(condition, Not):
        return formula(condition.part, _TURNED[want], columns)
    if isinstance(condition, AllOf | AnyOf):
        parts = [formula(part, want, columns) for part in condition.parts]
        asks_for_all = want in (Want.TRUE, Want.NOT_FALSE)
        return both(parts) if isinstance(condition, AllOf) is asks_for_all else either(parts)
    if isinstance(condition, Stated):
        column = columns.stated(condition.ref)
        return {
            Want.TRUE: at_most(2, column),
            Want.FALSE: at_most(column, 0),
            Want.NOT_TRUE: at_most(column, 1),
            Want.NOT_FALSE: at_most(1, column),
        }[want]
    if condition.comparison in _DENIED:
        plain = Compare(_DENIED[condition.comparison], condition.left, condition.right)
        return _compared(plain, _TURNED[want], columns)
    return _compared(condition, want, columns)


def _compared(condition: Compare, want: Want, columns: Columns) -> Formula:
    left, right = columns.ends(condition.left), columns.ends(condition.right)
    if condition.comparison is Comparison.EQUAL:
        return _equal(left, right, want)
    (low, high), (other_low, other_high) = left, right
    if condition.comparison is Comparison.MORE:
        return {
            Want.TRUE: below(other_high, low),
            Want.FALSE: at_most(high, other_low),
            Want.NOT_TRUE: at_most(low, other_high),
            Want.NOT_FALSE: below(other_low, high),
        }[want]
    return {  # at least
        Want.TRUE: at_most(other_high, low),
        Want.FALSE: below(high, other_low),
        Want.NOT_TRUE: below(low, other_high),
        Want.NOT_FALSE: at_most(other_low, high),
    }[want]


def _equal(left: tuple[End, End], right: tuple[End, End], want: Want) -> Formula:
    (low, high), (other_low, other_high) = left, right
    # `high ≤ other_low ≤ other_high ≤ low` leaves room for one value only, on both sides.
    if want is Want.TRUE:
        return both([at_most(high, other_low), at_most(other_high, low)])
    if want is Want.NOT_TRUE:
        return either([below(other_low, high), below(low, other_high)])
    if want is Want.FALSE:
        return either([below(high, other_low), below(other_high, low)])
    return both([at_most(other_low, high), at_most(low, other_high)])
