"""Suppositions on a sum: only slips that mend it, few, and none where it agrees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reasons.suppositions import (
    MOST,
    Addend,
    Slip,
    Supposition,
    one_digit,
    suppositions,
    swapped,
)

AMOUNTS = st.sampled_from([0, 1_00, 21_00, 12_00, 40_000_00, 4_000_00, 100_000_00, 98_765_43])


def lines(*amounts: int, likes: str = "") -> list[Addend]:
    """Lines of a sum; those that share a letter of `likes` are about the same thing."""
    return [Addend(n, cents, added=True, like=likes[n : n + 1]) for n, cents in enumerate(amounts)]


def total(cents: int) -> Addend:
    return Addend(99, cents, added=False, line=False)


def test_digits_that_changed_places_in_the_total() -> None:
    assert suppositions([*lines(872_055_00, 45_00), total(871_200_00)]) == [
        Supposition(Slip.SWAPPED, 99, 872_100_00)
    ]


def test_digits_that_changed_places_in_one_line() -> None:
    found = suppositions([*lines(151_000_00, 40_000_00), total(155_000_00)])

    assert Supposition(Slip.SWAPPED, 0, 115_000_00) in found


def test_a_line_that_stands_there_twice() -> None:
    found = suppositions([*lines(10_00, 70_00, 70_00, likes="abb"), total(80_00)])

    assert found == [Supposition(Slip.DOUBLED, 2, 0)]


def test_equal_lines_of_two_things_are_no_doubled_line() -> None:
    found = suppositions([*lines(10_00, 70_00, 70_00, likes="abc"), total(80_00)])

    assert found == [Supposition(Slip.EXTRA, 1, 0, among=2)]


def test_a_line_left_out_of_the_sum() -> None:
    aside = [Addend(7, 25_00, added=True), Addend(8, 33_00, added=True)]

    assert suppositions([*lines(10_00, 14_00), total(57_00)], aside) == [
        Supposition(Slip.LEFT_OUT, 8, 33_00)
    ]


def test_a_line_counted_twice_in_the_total() -> None:
    assert suppositions([*lines(10_00, 73_00), total(156_00)]) == [
        Supposition(Slip.TWICE, 1, 146_00)
    ]


@pytest.mark.parametrize(("wrong", "right"), [(4_000_00, 40_000_00), (400_000_00, 40_000_00)])
def test_a_zero_too_many_or_too_few(wrong: int, right: int) -> None:
    found = suppositions([*lines(wrong, 17_00), total(right + 17_00)])

    assert found == [Supposition(Slip.SHIFTED, 0, right)]


def test_the_only_line_of_which_a_digit_would_mend_the_sum() -> None:
    assert suppositions([*lines(41_000_00, 7_00), total(40_007_00)]) == [
        Supposition(Slip.DIGIT, 0, 40_000_00)
    ]


def test_a_digit_is_not_asked_about_where_several_lines_would_do() -> None:
    assert suppositions([*lines(41_000_00, 52_000_00), total(95_000_00)]) == []


def test_three_are_asked_about_at_most() -> None:
    amounts = (151_000_00, 95_000_00, 84_000_00, 73_000_00)  # each 36 000 too much, if swapped
    found = suppositions([*lines(*amounts), total(sum(amounts) - 36_000_00)])

    assert [(each.slip, each.key) for each in found] == [(Slip.SWAPPED, n) for n in range(3)]


@given(st.lists(AMOUNTS, max_size=6))
def test_nothing_is_supposed_of_a_sum_that_agrees(amounts: list[int]) -> None:
    aside = [Addend(50, 40_000_00, added=True), Addend(51, 0, added=True)]

    assert suppositions([*lines(*amounts), total(sum(amounts))], aside) == []


@given(st.lists(AMOUNTS, min_size=1, max_size=6), AMOUNTS, st.lists(AMOUNTS, max_size=3))
def test_every_supposition_would_mend_the_sum(
    amounts: list[int], stated: int, others: list[int]
) -> None:
    addends = [*lines(*amounts), total(stated)]
    aside = [Addend(50 + n, cents, added=True) for n, cents in enumerate(others)]
    found = suppositions(addends, aside)

    assert len(found) <= MOST
    assert found == suppositions(addends, aside)
    for each in found:
        cents = {one.key: one.cents for one in addends}
        if each.slip is Slip.LEFT_OUT:
            cents[each.key] = each.cents
        else:
            assert each.cents != cents[each.key]
            cents[each.key] = each.cents
        assert cents.pop(99) == sum(cents.values())


@given(st.integers(0, 99_999), st.integers(0, 99_999))
def test_swapped_is_what_swapping_two_neighbours_gives(one: int, other: int) -> None:
    digits = str(one)
    made = {
        digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :]
        for n in range(len(digits) - 1)
        if digits[n] != digits[n + 1]
    }

    assert swapped(one, other) == (str(other) in made)
    for text in made:
        assert swapped(one, int(text)) == (str(int(text)) == text)


def test_one_digit_is_one_and_no_other_length() -> None:
    assert one_digit(120, 170)
    assert not one_digit(120, 120)
    assert not one_digit(120, 210)
    assert not one_digit(20, 120)
