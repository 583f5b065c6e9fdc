"""What one value must be for a comparison to hold: the same truth, whatever the value."""

from __future__ import annotations

import math
import operator
from random import Random

import pytest

from checker.engine.reasons import Reason, Weighed
from checker.interval import NATURAL, Interval, Truth, point
from checker.kinds import Type
from checker.language.tree import (
    AttributeRef,
    Compare,
    Comparison,
    Constant,
    Minus,
    Operand,
    Plus,
    Times,
    YearsBefore,
)
from checker.reasons.solving import of_known, of_missing

COMPARE = {
    Comparison.EQUAL: operator.eq,
    Comparison.MORE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
    Comparison.LESS: operator.lt,
    Comparison.AT_MOST: operator.le,
}
MISSING = AttributeRef("a", "sitting", "present", Type.INT)
KNOWN = AttributeRef("a", "sitting", "in_office", Type.INT)


def weighed(operand: Operand, value: Interval, *parts: Weighed) -> Weighed:
    return Weighed(operand, Type.INT, value, parts=parts)


def number(value: int) -> Weighed:
    return weighed(Constant(value, Type.INT), point(value))


def random_side(rng: Random, pivot: Weighed, depth: int) -> Weighed:
    """An operand that holds the pivot once, other numbers elsewhere."""
    if depth == 0:
        return pivot
    inner = random_side(rng, pivot, depth - 1)
    other = number(rng.randrange(1, 8))
    pair = (inner, other) if rng.random() < 0.5 else (other, inner)
    operands = (pair[0].operand, pair[1].operand)
    made: Operand = rng.choice((Plus(operands), Minus(*operands), Times(operands)))
    return weighed(made, NATURAL, *pair)


def computed(side: Weighed, value: int) -> int:
    """What an operand is when the pivot is `value`, worked out here."""
    if side.operand is MISSING:
        return value
    parts = [computed(part, value) for part in side.parts]
    match side.operand:
        case Plus():
            return sum(parts)
        case Minus():
            return parts[0] - parts[1]
        case Times():
            return math.prod(parts)
    return side.interval.low


@pytest.mark.parametrize("seed", range(100))
def test_the_value_found_is_where_the_comparison_turns(seed: int) -> None:
    rng = Random(seed)
    sign = rng.choice(list(COMPARE))
    sides = (
        random_side(rng, weighed(MISSING, NATURAL), rng.randrange(4)),
        number(rng.randrange(-20, 60)),
    )
    if rng.random() < 0.5:
        sides = sides[::-1]
    condition = Compare(sign, sides[0].operand, sides[1].operand)
    found = of_missing(Reason(condition, Truth.UNKNOWN, sides=sides))

    for value in range(-40, 80):
        holds = COMPARE[sign](*(computed(side, value) for side in sides))
        if found is None:
            assert not holds  # nothing but a product that never divides evenly
            assert sign is Comparison.EQUAL
        else:
            assert holds == COMPARE[found.comparison](value, found.value)


def test_two_missing_values_are_not_solved() -> None:
    sides = (weighed(MISSING, NATURAL), weighed(KNOWN, NATURAL))
    condition = Compare(Comparison.MORE, MISSING, KNOWN)

    assert of_missing(Reason(condition, Truth.UNKNOWN, sides=sides)) is None


def test_a_difference_is_nothing_to_reach() -> None:
    sides = (weighed(MISSING, NATURAL), number(3))
    condition = Compare(Comparison.DIFFERENT, MISSING, sides[1].operand)

    assert of_missing(Reason(condition, Truth.UNKNOWN, sides=sides)) is None


def test_a_factor_of_zero_leaves_nothing_to_solve() -> None:
    inside = weighed(MISSING, NATURAL)
    product = weighed(Times((MISSING, Constant(0, Type.INT))), NATURAL, inside, number(0))
    condition = Compare(Comparison.MORE, product.operand, Constant(3, Type.INT))
    reason = Reason(condition, Truth.UNKNOWN, sides=(product, number(3)))

    assert of_missing(reason) is None


def test_a_function_of_a_date_is_not_undone() -> None:
    date = AttributeRef("a", "act", "date", Type.DATE)
    inner = Weighed(date, Type.DATE, NATURAL)
    before = Weighed(YearsBefore(3, date), Type.DATE, NATURAL, parts=(inner,))
    day = Weighed(Constant(7, Type.DATE), Type.DATE, point(7))
    condition = Compare(Comparison.LESS, before.operand, day.operand)

    assert of_missing(Reason(condition, Truth.UNKNOWN, sides=(before, day))) is None


def test_a_product_is_solved_for_what_was_read() -> None:
    present = weighed(MISSING, point(13))
    product = weighed(Times((Constant(2, Type.INT), MISSING)), point(26), number(2), present)
    condition = Compare(Comparison.AT_LEAST, product.operand, Constant(37, Type.INT))
    found = of_known(Reason(condition, Truth.FALSE, sides=(product, number(37))))

    assert found is not None
    assert found.pivot is present
    assert (found.comparison, found.value) == (Comparison.AT_LEAST, 19)
