"""How far a comparison is from its contrary: what it lacks to hold, or what it has to spare."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from checker.engine.reasons import Reason, Weighed
from checker.interval import Interval, Truth, at_least, minus, plus, point
from checker.kinds import Type
from checker.language.tree import Compare, Comparison, Constant, Minus, Times
from checker.reasons.solving import Turning, of_known, of_missing

_STRICT = (Comparison.MORE, Comparison.LESS)


class Unit(Enum):
    """What a distance is counted in."""

    CENTS = "cents"
    DAYS = "days"
    POINTS = "points"  # hundredths of a percentage point
    NUMBER = "number"


@frozen(eq=False)
class Margin:
    """How far the sides of a comparison are apart.

    Args:
        comparison: What is asked of `left`.
        right: What `left` is compared with.
        below: Whether `left` is the smaller one.
        distance: For a comparison that does not hold, the smallest change that would make it
            hold; for one that holds, the difference of the sides.
        solved: Whether `left` is a value out of a product, and `right` what it is to be.
    """

    comparison: Comparison
    left: Weighed
    right: Weighed
    below: bool
    distance: Interval
    unit: Unit
    solved: bool = False


def margin(reason: Reason) -> Margin | None:
    """The margin of a settled comparison of numbers or dates; `None` for anything else."""
    condition = reason.condition
    if not isinstance(condition, Compare) or reason.truth is Truth.UNKNOWN:
        return None
    if not reason.sides[0].type.ordered or condition.comparison is Comparison.DIFFERENT:
        return None
    if not any(map(multiplied, reason.sides)):
        return _between(condition.comparison, *reason.sides, truth=reason.truth)
    turning = of_known(reason)
    if turning is None:
        return None
    pivot = turning.pivot
    asked = Weighed(Constant(turning.value, pivot.type), pivot.type, point(turning.value))
    return _between(turning.comparison, pivot, asked, truth=reason.truth, solved=True)


def _between(
    comparison: Comparison, left: Weighed, right: Weighed, *, truth: Truth, solved: bool = False
) -> Margin:
    below = at_least(left.interval, right.interval) is not Truth.TRUE
    low, high = (left, right) if below else (right, left)
    distance = minus(high.interval, low.interval)
    if truth is Truth.FALSE and comparison in _STRICT:
        distance = plus(distance, point(1))
    return Margin(comparison, left, right, below, distance, unit(left), solved)


def turning_point(reason: Reason) -> Turning | None:
    """What the only missing value must be for an undecided comparison to hold."""
    return of_missing(reason) if reason.truth is Truth.UNKNOWN else None


def unit(side: Weighed) -> Unit:
    """What a difference from this value is counted in."""
    if side.type in (Type.MONEY, Type.SIGNED):
        return Unit.CENTS
    if side.type is Type.PERCENT:
        return Unit.POINTS
    days = isinstance(side.operand, Minus) and side.parts[0].type is Type.DATE
    return Unit.DAYS if days or side.type is Type.DATE else Unit.NUMBER


def multiplied(side: Weighed) -> bool:
    """Whether an operand holds a product, whose unit is no longer that of its values."""
    return isinstance(side.operand, Times) or any(map(multiplied, side.parts))
