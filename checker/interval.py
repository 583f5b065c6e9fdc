"""Every value is an interval of integers, every condition is true, false or unknown.

A known value is a point; a missing one spans its type's whole range. Comparing intervals by
their ends gives Kleene's strong three-valued logic (S. C. Kleene, *Introduction to
Metamathematics*, 1952, § 64) without a null anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from attrs import field, frozen

INFINITY = 2**53
"""Upper end of an unbounded interval; known values stay strictly below it."""


class Truth(IntEnum):
    """A truth value, ordered so that conjunction is the minimum."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


@frozen(slots=True)
class Interval:
    """The integers from `low` to `high`, both included; `±INFINITY` means unbounded on its side."""

    low: int = field()
    high: int = field()

    @high.validator
    def _ordered(self, _attribute: object, value: int) -> None:
        inside = -INFINITY <= self.low < INFINITY and -INFINITY < value <= INFINITY
        if not (inside and self.low <= value):
            message = f"[{self.low}, {value}] is not an interval within ±2^53"
            raise ValueError(message)

    @property
    def known(self) -> bool:
        """Whether the interval is a single, finite value."""
        return self.low == self.high and abs(self.low) < INFINITY


NATURAL = Interval(0, INFINITY)
SIGNED = Interval(-INFINITY, INFINITY)
FLAG = Interval(0, 1)


def point(value: int) -> Interval:
    """The interval that holds `value` alone."""
    return Interval(value, value)


def saturated(low: int, high: int) -> Interval:
    """The interval of two ends of any size.

    What exceeds ±2^53 becomes unbounded on its side and never a point there: two overflowing
    values are not known to be equal.
    """
    return Interval(max(-INFINITY, min(INFINITY - 1, low)), max(1 - INFINITY, min(INFINITY, high)))


def _add(left: int, right: int) -> int:
    # An unbounded end stays unbounded whatever finite number is added to it.
    if INFINITY in (left, right):
        return INFINITY
    return -INFINITY if -INFINITY in (left, right) else left + right


def plus(left: Interval, right: Interval) -> Interval:
    """The sum, saturating at ±INFINITY."""
    return saturated(_add(left.low, right.low), _add(left.high, right.high))


def minus(left: Interval, right: Interval) -> Interval:
    """The difference, saturating at ±INFINITY."""
    return plus(left, Interval(-right.high, -right.low))


def times(left: Interval, right: Interval) -> Interval:
    """The product, saturating at ±INFINITY; zero times unbounded is zero."""
    ends = [a * b for a in (left.low, left.high) for b in (right.low, right.high)]
    return saturated(min(ends), max(ends))


def equal(left: Interval, right: Interval) -> Truth:
    """True for the same point, false for disjoint intervals."""
    if left.high < right.low or right.high < left.low:
        return Truth.FALSE
    if left.low == left.high == right.low == right.high:
        return Truth.TRUE
    return Truth.UNKNOWN


def more(left: Interval, right: Interval) -> Truth:
    """Whether `left` is strictly greater than `right`."""
    if left.low > right.high:
        return Truth.TRUE
    return Truth.FALSE if left.high <= right.low else Truth.UNKNOWN


def at_least(left: Interval, right: Interval) -> Truth:
    """Whether `left` is greater than or equal to `right`."""
    if left.low >= right.high:
        return Truth.TRUE
    return Truth.FALSE if left.high < right.low else Truth.UNKNOWN


def negation(truth: Truth) -> Truth:
    """Not: true and false change places, unknown stays."""
    return Truth(2 - truth)


def every(truths: Iterable[Truth]) -> Truth:
    """And; true for no operands."""
    return min(truths, default=Truth.TRUE)


def some(truths: Iterable[Truth]) -> Truth:
    """Or; false for no operands."""
    return max(truths, default=Truth.FALSE)
