"""Distances: the smallest change that turns a false comparison, the difference in a true one."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.cli.why.distance import distance, printed
from checker.engine.reasons import Reason, Weighed
from checker.interval import INFINITY, Interval, Truth, at_least, equal, more, point
from checker.kinds import Type
from checker.language.tree import AttributeRef, Compare, Comparison, Constant, Minus, Times
from checker.reasons.margins import Margin, Unit, margin
from checker.words import Language

AMOUNT = AttributeRef("award", "award", "amount", Type.MONEY)
RATE = AttributeRef("award", "award", "rate", Type.PERCENT)
DATE = AttributeRef("act", "act", "date", Type.DATE)
NAME = AttributeRef("award", "award", "beneficiary", Type.ID)
COMPARE = {
    Comparison.EQUAL: operator.eq,
    Comparison.MORE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
    Comparison.LESS: operator.lt,
    Comparison.AT_MOST: operator.le,
}


def settled(sign: Comparison, left: int, right: int, type_: Type = Type.MONEY) -> Reason:
    ref = {Type.DATE: DATE, Type.PERCENT: RATE, Type.INT: AMOUNT}.get(type_, AMOUNT)
    sides = (
        Weighed(ref, type_, point(left)),
        Weighed(Constant(right, type_), type_, point(right)),
    )
    truth = Truth.TRUE if COMPARE[sign](left, right) else Truth.FALSE
    return Reason(Compare(sign, ref, sides[1].operand), truth, sides=sides)


def found(reason: Reason) -> Margin:
    made = margin(reason)
    assert made is not None
    return made


@given(st.sampled_from(list(COMPARE)), st.integers(0, 30), st.integers(0, 30))
def test_a_false_comparison_lacks_exactly_its_distance(
    sign: Comparison, left: int, right: int
) -> None:
    reason = settled(sign, left, right)
    lacks = found(reason).distance.low
    if reason.truth is Truth.TRUE:
        assert lacks == abs(left - right)
        return
    assert lacks > 0
    # Less is never enough, on either side; that much is, on one of them.
    assert not any(COMPARE[sign](left + step, right) for step in range(1 - lacks, lacks))
    assert COMPARE[sign](left + lacks, right) or COMPARE[sign](left - lacks, right)


def test_a_distance_of_what_is_known_in_part() -> None:
    sides = (
        Weighed(AMOUNT, Type.MONEY, Interval(177_100_00, INFINITY)),
        Weighed(Constant(23_000_00, Type.MONEY), Type.MONEY, point(23_000_00)),
    )
    reason = Reason(Compare(Comparison.MORE, AMOUNT, sides[1].operand), Truth.TRUE, sides=sides)

    assert found(reason).distance == Interval(154_100_00, INFINITY)


def test_what_is_unknown_has_no_distance() -> None:
    reason = settled(Comparison.MORE, 1, 2)
    unknown = Reason(reason.condition, Truth.UNKNOWN, sides=reason.sides)

    assert margin(unknown) is None


def test_names_and_differences_have_no_distance() -> None:
    sides = (Weighed(NAME, Type.ID, point(1)), Weighed(NAME, Type.ID, point(2)))
    names = Reason(Compare(Comparison.EQUAL, NAME, NAME), Truth.FALSE, sides=sides)

    assert margin(names) is None
    different = settled(Comparison.EQUAL, 1, 2)
    other = Compare(Comparison.DIFFERENT, AMOUNT, different.sides[1].operand)
    assert margin(Reason(other, Truth.TRUE, sides=different.sides)) is None


def test_a_product_is_measured_on_what_was_read() -> None:
    amount = Weighed(AMOUNT, Type.MONEY, point(42_000_00))
    hundred = Weighed(Constant(100, Type.INT), Type.INT, point(100))
    product = Weighed(
        Times((hundred.operand, AMOUNT)), Type.SIGNED, point(4_200_000_00), parts=(hundred, amount)
    )
    limit = Weighed(Constant(8_400_000_00, Type.MONEY), Type.MONEY, point(8_400_000_00))
    reason = Reason(
        Compare(Comparison.AT_MOST, product.operand, limit.operand),
        Truth.TRUE,
        sides=(product, limit),
    )

    made = found(reason)
    assert made.solved
    assert made.left is amount
    assert made.right.interval == point(84_000_00)
    assert made.distance == point(42_000_00)


def test_a_difference_of_dates_is_counted_in_days() -> None:
    elapsed = Weighed(
        Minus(DATE, DATE), Type.INT, point(7), parts=(Weighed(DATE, Type.DATE, point(9)),) * 2
    )
    limit = Weighed(Constant(5, Type.INT), Type.INT, point(5))
    reason = Reason(
        Compare(Comparison.MORE, elapsed.operand, limit.operand),
        Truth.TRUE,
        sides=(elapsed, limit),
    )

    assert found(reason).unit is Unit.DAYS


FRENCH = [
    (Comparison.MORE, 22_100_00, 23_000_00, "Il manque 900,01 € pour dépasser R."),
    (Comparison.MORE, 23_000_00, 23_000_00, "Il manque 0,01 € pour dépasser R."),
    (Comparison.AT_LEAST, 22_100_00, 23_000_00, "Il manque 900,00 € pour atteindre R."),
    (Comparison.AT_LEAST, 23_000_00, 23_000_00, "C'est exactement R."),
    (Comparison.AT_LEAST, 23_100_00, 23_000_00, "C'est 100,00 € de plus que R."),
    (Comparison.LESS, 23_000_00, 23_000_00, "C'est 0,01 € de trop pour rester en dessous de R."),
    (Comparison.AT_MOST, 23_100_00, 23_000_00, "C'est 100,00 € de trop : R au plus."),
    (Comparison.AT_MOST, 22_900_00, 23_000_00, "C'est 100,00 € de moins que R."),
    (Comparison.EQUAL, 22_900_00, 23_000_00, "Il manque 100,00 € pour égaler R."),
    (Comparison.EQUAL, 23_100_00, 23_000_00, "C'est 100,00 € de trop pour égaler R."),
    (Comparison.EQUAL, 100_00, 0, "C'est 100,00 € de trop."),
    (Comparison.EQUAL, 23_000_00, 23_000_00, ""),
]


@pytest.mark.parametrize(("sign", "left", "right", "said"), FRENCH)
def test_amounts_as_a_person_says_them(sign: Comparison, left: int, right: int, said: str) -> None:
    reason = settled(sign, left, right)

    assert spaced(distance(found(reason), reason.truth, "R", "fr")) == said


@pytest.mark.parametrize(
    ("sign", "left", "right", "said"),
    [
        (Comparison.MORE, 10, 10, "C'est 1 jour trop tôt."),
        (Comparison.MORE, 12, 10, "Soit 2 jours après le R."),
        (Comparison.AT_LEAST, 10, 10, "C'est le jour même."),
        (Comparison.AT_MOST, 13, 10, "C'est 3 jours trop tard."),
        (Comparison.LESS, 8, 10, "Soit 2 jours avant le R."),
        (Comparison.EQUAL, 8, 10, "Soit 2 jours d'écart."),
    ],
)
def test_days_as_a_person_says_them(sign: Comparison, left: int, right: int, said: str) -> None:
    reason = settled(sign, left, right, Type.DATE)

    assert spaced(distance(found(reason), reason.truth, "R", "fr")) == said


def test_a_bare_number_has_its_pronoun() -> None:
    reason = settled(Comparison.AT_LEAST, 13, 19, Type.INT)

    said = spaced(distance(found(reason), reason.truth, "19", "fr"))
    assert said == "Il en manque 6 pour atteindre 19."
    assert distance(found(reason), reason.truth, "19", "en") == "6 short of 19."


@pytest.mark.parametrize(
    ("low", "high", "language", "said"),
    [
        (50, 50, "fr", "0,5 point"),
        (250, 250, "fr", "2,5 points"),
        (100, 100, "en", "1 point"),
        (150, 150, "en", "1.5 points"),
        (100, INFINITY, "fr", "au moins 1 point"),
        (0, 300, "fr", "au plus 3 points"),
        (200, 300, "en", "between 2 points and 3 points"),
    ],
)
def test_shares_differ_by_points(low: int, high: int, language: Language, said: str) -> None:
    assert spaced(printed(Interval(low, high), Unit.POINTS, language)) == said


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_comparisons_here_are_those_of_the_judges() -> None:
    for left, right in ((1, 2), (2, 2), (3, 2)):
        ends = point(left), point(right)
        assert (equal(*ends) is Truth.TRUE) == COMPARE[Comparison.EQUAL](left, right)
        assert (more(*ends) is Truth.TRUE) == COMPARE[Comparison.MORE](left, right)
        assert (at_least(*ends) is Truth.TRUE) == COMPARE[Comparison.AT_LEAST](left, right)
