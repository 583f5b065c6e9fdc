"""Intervals: whatever the unknown values are, the interval of a result holds the result."""

from __future__ import annotations

import operator
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.interval import (
    INFINITY,
    NATURAL,
    Interval,
    Truth,
    at_least,
    equal,
    every,
    minus,
    more,
    negation,
    plus,
    point,
    saturated,
    some,
    times,
)

ENDS = st.sampled_from([-INFINITY, -100, -2, -1, 0, 1, 2, 100, INFINITY])
INTERVALS = st.tuples(ENDS, ENDS).map(lambda ends: saturated(min(ends), max(ends)))
INSIDE = st.integers(-200, 200)


@given(INTERVALS, INTERVALS, INSIDE, INSIDE)
@pytest.mark.parametrize(
    ("result", "exact"), [(plus, operator.add), (minus, operator.sub), (times, operator.mul)]
)
def test_arithmetic_is_sound(
    result: Callable[[Interval, Interval], Interval],
    exact: Callable[[int, int], int],
    left: Interval,
    right: Interval,
    a: int,
    b: int,
) -> None:
    if left.low <= a <= left.high and right.low <= b <= right.high:
        found = result(left, right)
        assert found.low <= exact(a, b) <= found.high


@given(INTERVALS, INTERVALS, INSIDE, INSIDE)
@pytest.mark.parametrize(
    ("result", "exact"), [(equal, operator.eq), (more, operator.gt), (at_least, operator.ge)]
)
def test_comparison_is_sound(
    result: Callable[[Interval, Interval], Truth],
    exact: Callable[[int, int], bool],
    left: Interval,
    right: Interval,
    a: int,
    b: int,
) -> None:
    if left.low <= a <= left.high and right.low <= b <= right.high:
        assert result(left, right) in (Truth.UNKNOWN, Truth.TRUE if exact(a, b) else Truth.FALSE)


@given(st.integers(-5, 5), st.integers(-5, 5))
def test_points_are_exact(a: int, b: int) -> None:
    left, right = point(a), point(b)

    assert plus(left, right) == point(a + b)
    assert minus(left, right) == point(a - b)
    assert times(left, right) == point(a * b)
    assert equal(left, right) is (Truth.TRUE if a == b else Truth.FALSE)
    assert more(left, right) is (Truth.TRUE if a > b else Truth.FALSE)
    assert at_least(left, right) is (Truth.TRUE if a >= b else Truth.FALSE)


def test_overflows_are_not_known_to_be_equal() -> None:
    huge = times(point(INFINITY - 1), point(2))

    assert huge == Interval(INFINITY - 1, INFINITY)
    assert not huge.known
    assert equal(huge, huge) is Truth.UNKNOWN
    assert minus(huge, huge) == Interval(-INFINITY, INFINITY) or not minus(huge, huge).known


def test_zero_times_unbounded_is_zero() -> None:
    assert times(point(0), NATURAL) == point(0)


@pytest.mark.parametrize("ends", [(2, 1), (INFINITY, INFINITY), (-INFINITY, -INFINITY), (0, 2**54)])
def test_what_is_no_interval(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not an interval"):
        Interval(*ends)


def test_three_valued_logic() -> None:
    false, unknown, true = Truth

    assert [negation(truth) for truth in Truth] == [true, unknown, false]
    assert every([true, unknown]) is unknown
    assert every([false, unknown]) is false
    assert some([true, unknown]) is true
    assert some([false, unknown]) is unknown
    assert every([]) is true
    assert some([]) is false
