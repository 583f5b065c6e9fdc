"""At which value of one operand a comparison begins to hold, the others being as they are.

Values are whole numbers (cents, ordinal days, hundredths of a percent), so that a product is
solved by exact division, rounded towards the values for which the comparison holds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from attrs import frozen

from checker.engine.reasons import Reason, Weighed
from checker.interval import Interval
from checker.language.tree import (
    Compare,
    Comparison,
    Constant,
    Minus,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Times,
)

_MIRRORED = {
    Comparison.MORE: Comparison.LESS,
    Comparison.LESS: Comparison.MORE,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.AT_LEAST,
}
_FLOOR = (Comparison.MORE, Comparison.AT_MOST)


@frozen(eq=False)
class Turning:
    """A comparison holds if and only if `pivot` compares so with `value`."""

    pivot: Weighed
    comparison: Comparison
    value: int


def of_missing(reason: Reason) -> Turning | None:
    """What the only missing value of a comparison must be; `None` where it cannot be said."""
    return _solved(reason, lambda each: not each.interval.known)


def of_known(reason: Reason) -> Turning | None:
    """What the first value that is no number of the rule must be."""
    fixed = (Constant, ParameterRef)
    first = next(
        (e for side in reason.sides for e in values(side) if not isinstance(e.operand, fixed)), None
    )
    return None if first is None else _solved(reason, lambda each: each is first)


def values(side: Weighed) -> Iterator[Weighed]:
    """The values that an operand is made of, from left to right."""
    if isinstance(side.operand, OrElse) and side.interval.known:
        yield side
    elif side.parts:
        for part in side.parts:
            yield from values(part)
    else:
        yield side


def _solved(reason: Reason, wanted: Callable[[Weighed], bool]) -> Turning | None:
    condition = reason.condition
    if not isinstance(condition, Compare) or not reason.sides[0].type.ordered:
        return None
    pivots = [each for side in reason.sides for each in values(side) if wanted(each)]
    if len(pivots) != 1:
        return None
    (pivot,) = pivots
    sign, (left, right) = condition.comparison, reason.sides
    if not _holds(left, pivot):
        sign, left, right = _MIRRORED.get(sign, sign), right, left
    if sign is Comparison.DIFFERENT or not right.interval.known:
        return None
    return _within(left, pivot, sign, right.interval.low)


def _within(side: Weighed, pivot: Weighed, sign: Comparison, value: int) -> Turning | None:
    """What `pivot`, somewhere in `side`, must be for `side` to compare so with `value`."""
    if side is pivot:
        return Turning(pivot, sign, value)
    inner = next((part for part in side.parts if _holds(part, pivot)), None)
    if inner is None:
        return None
    others = [part.interval for part in side.parts if part is not inner]
    if not all(other.known for other in others):
        return None
    found = _undone(side.operand, inner is side.parts[0], others, sign, value)
    return None if found is None else _within(inner, pivot, *found)


def _undone(
    operand: Operand, first: bool, others: list[Interval], sign: Comparison, value: int
) -> tuple[Comparison, int] | None:
    """The comparison that one part of an operand must meet, the other parts being known."""
    known = [other.low for other in others]
    match operand:
        case OrElse():
            return sign, value
        case Plus():
            return sign, value - sum(known)
        case Minus() if first:
            return sign, value + sum(known)
        case Minus():
            return _MIRRORED.get(sign, sign), known[0] - value
        case Times() if math.prod(known) > 0:
            return _divided(sign, value, math.prod(known))
    return None


def _divided(sign: Comparison, value: int, factor: int) -> tuple[Comparison, int] | None:
    if sign is Comparison.EQUAL:
        return (sign, value // factor) if value % factor == 0 else None
    return sign, value // factor if sign in _FLOOR else -(-value // factor)


def _holds(side: Weighed, pivot: Weighed) -> bool:
    return side is pivot or any(_holds(part, pivot) for part in side.parts)
