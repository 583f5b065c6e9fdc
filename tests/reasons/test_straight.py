"""Reasons in their straight form: the same truth, no negation but of what is stated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.engine.reasons import Reason, Weighed
from checker.interval import Truth, point
from checker.kinds import Type
from checker.language.negations import plain
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
    Constant,
    Not,
    Stated,
)
from checker.reasons.straight import straight
from tests.engine.test_reasons import judged


def roots(seed: int) -> Iterator[Reason]:
    for _, reasons in judged(seed)[0]:
        yield reasons.requirement
        if reasons.trigger is not None:
            yield reasons.trigger
        yield from (test for each in reasons.bound for test in each.tests)


def everywhere(reason: Reason) -> Iterator[Reason]:
    yield reason
    for part in reason.parts:
        yield from everywhere(part)


@pytest.mark.parametrize("seed", range(15))
def test_a_straight_reason_is_as_true_as_the_condition_it_says(seed: int) -> None:
    for root in roots(seed):
        found = straight(root)
        assert found.truth is root.truth
        assert found.condition == plain(root.condition)
        for each in everywhere(found):
            truths = [part.truth for part in each.parts]
            if truths:
                combined = min if isinstance(each.condition, AllOf) else max
                assert each.truth is combined(truths)


@pytest.mark.parametrize("seed", range(15))
def test_a_straight_leaf_has_its_own_sides_in_order(seed: int) -> None:
    for each in (each for root in roots(seed) for each in everywhere(straight(root))):
        match each.condition:
            case Compare(left=left, right=right):
                assert [side.operand for side in each.sides] == [left, right]
                assert not isinstance(left, Constant) or isinstance(right, Constant)
            case Not(part=part):
                assert isinstance(part, Stated)
            case AllOf() | AnyOf() if not each.parts:
                assert isinstance(each.condition, AnyOf)
                assert len(each.sides) == 1  # « est « a » ou « b » »
            case Stated(ref=ref):
                assert [side.operand for side in each.sides] == [ref]


def test_the_random_reasons_hold_negations_and_all_truths() -> None:
    found = [each for seed in range(15) for root in roots(seed) for each in everywhere(root)]

    assert any(isinstance(each.condition, Not) for each in found)
    assert {each.truth for each in found} == set(Truth)


def test_a_literal_on_the_left_goes_to_the_right_with_its_value() -> None:
    two = Weighed(Constant(2, Type.INT), Type.INT, point(2))
    votes = AttributeRef("vote", "vote", "ayes", Type.INT)
    ayes = Weighed(votes, Type.INT, point(5))
    said = Compare(Comparison.LESS, two.operand, votes)
    found = straight(Reason(said, Truth.TRUE, sides=(two, ayes)))

    assert found.condition == Compare(Comparison.MORE, votes, two.operand)
    assert found.sides == (ayes, two)
    assert found.truth is Truth.TRUE
