"""How close examples come to the boundaries of a check."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from checker.boundaries import Boundaries
from checker.factbase import FactBase, fact_base
from checker.kinds import Fact, Type
from checker.language.tree import (
    Aggregate,
    AttributeRef,
    Binding,
    Check,
    Compare,
    Comparison,
    Constant,
    Let,
    LetRef,
    ParameterRef,
    Severity,
)
from checker.vocabulary import Act, Aid, Award
from checker.words import Words

AMOUNT = AttributeRef("award", "award", "amount", Type.MONEY)
WORDS = Words("", "")
DAY = datetime.date(2024, 2, 9)


class NoLaw:
    """No parameter has a value, but one."""

    def value(self, name: str, day: datetime.date | None) -> int | str | None:
        del day
        return 500_00 if name == "law.floor" else None


def check(comparison: Comparison, right: int = 500_00) -> Check:
    return Check(
        id="POL-01",
        bindings=(Binding("award", "award"),),
        lets=(),
        trigger=None,
        requirement=Compare(comparison, AMOUNT, Constant(right, Type.MONEY)),
        message=WORDS,
        remedy=WORDS,
        severity={"adopted": Severity.ERROR},
    )


def facts(*amounts: int | None, more: tuple[Fact, ...] = ()) -> FactBase:
    awards = [Award(f"a{n}", amount=amount) for n, amount in enumerate(amounts)]
    return fact_base([Act("act", date=DAY), *awards, *more])


def loose(check: Check, *examples: FactBase) -> list[tuple[bool, bool]]:
    """Whether equality, and one unit across, lack for each comparison left loose."""
    boundaries = Boundaries(check)
    for example in examples:
        boundaries.see(example, NoLaw())
    return [(each.equal, each.across) for each in boundaries.unpinned()]


@pytest.mark.parametrize(
    ("comparison", "across", "not_across"),
    [
        (Comparison.AT_LEAST, 499_99, 500_01),
        (Comparison.LESS, 499_99, 500_01),
        (Comparison.MORE, 500_01, 499_99),
        (Comparison.AT_MOST, 500_01, 499_99),
    ],
)
def test_an_order_is_pinned_by_both_sides_of_its_boundary(
    comparison: Comparison, across: int, not_across: int
) -> None:
    rule = check(comparison)

    assert loose(rule, facts(500_00), facts(across)) == []
    assert loose(rule, facts(500_00, across)) == []
    assert loose(rule, facts(across)) == [(True, False)]
    assert loose(rule, facts(500_00), facts(not_across)) == [(False, True)]
    assert loose(rule) == [(True, True)]


@pytest.mark.parametrize("comparison", [Comparison.EQUAL, Comparison.DIFFERENT])
@pytest.mark.parametrize("across", [499_99, 500_01])
def test_an_equality_is_pinned_from_either_side(comparison: Comparison, across: int) -> None:
    assert loose(check(comparison), facts(500_00), facts(across)) == []
    assert loose(check(comparison), facts(500_00), facts(500_02)) == [(False, True)]


def test_an_unknown_value_pins_nothing() -> None:
    assert loose(check(Comparison.AT_LEAST), facts(None)) == [(True, True)]


def test_a_parameter_is_compared_at_its_value() -> None:
    rule = evolve(
        check(Comparison.MORE),
        requirement=Compare(Comparison.MORE, AMOUNT, ParameterRef("law.floor", Type.MONEY)),
    )

    assert loose(rule, facts(500_00), facts(500_01)) == []


def test_a_sum_known_to_exceed_pins_the_boundary_though_its_list_is_open() -> None:
    aid = AttributeRef("row", "aid", "amount", Type.MONEY)
    rule = evolve(
        check(Comparison.AT_MOST),
        lets=(Let("before", Aggregate.SUM, "aid", aid),),
        requirement=Compare(
            Comparison.AT_MOST, LetRef("before", Type.MONEY), Constant(500_00, Type.MONEY)
        ),
    )
    over = facts(1, more=(Aid("x", amount=500_01),))

    assert "aid" in over.open_kinds
    assert loose(rule, over) == [(True, False)]


def test_a_trigger_that_is_false_leaves_the_requirement_loose() -> None:
    trigger = Compare(Comparison.MORE, AMOUNT, Constant(1_000_00, Type.MONEY))
    rule = evolve(check(Comparison.AT_LEAST), trigger=trigger)

    assert loose(rule, facts(500_00, 499_99)) == [(True, True), (True, True)]
    assert loose(rule, facts(1_000_00, 1_000_01)) == [(True, True)]


def test_a_test_of_for_is_pinned_where_the_others_do_not_rule_it_out() -> None:
    large = Compare(Comparison.AT_LEAST, AMOUNT, Constant(10_00, Type.MONEY))
    ours = Compare(
        Comparison.EQUAL,
        AttributeRef("award", "award", "decision", Type.TEXT),
        Constant("ours", Type.TEXT),
    )
    rule = evolve(check(Comparison.AT_LEAST), bindings=(Binding("award", "award", (large, ours)),))

    def decided(decision: str) -> FactBase:
        awards = [Award(f"w{n}", amount=n, decision=decision) for n in (10_00, 9_99)]
        return fact_base([Act("act", date=DAY), *awards])

    assert loose(rule, decided("theirs"))[0] == (True, True)
    assert loose(rule, decided("ours")) == [(True, True)]


def test_dates_of_rows_are_pinned_by_the_day() -> None:
    since = Compare(
        Comparison.AT_LEAST,
        AttributeRef("row", "aid", "date", Type.DATE),
        AttributeRef("act", "act", "date", Type.DATE),
    )
    aid = AttributeRef("row", "aid", "amount", Type.MONEY)
    rule = evolve(check(Comparison.AT_LEAST), lets=(Let("x", Aggregate.SUM, "aid", aid, (since,)),))

    def on(day: datetime.date) -> FactBase:
        return facts(500_00, 499_99, more=(Aid("x", date=day, amount=1),))

    one = datetime.timedelta(days=1)
    assert loose(rule, on(DAY), on(DAY - one)) == []
    assert loose(rule, on(DAY), on(DAY + one)) == [(False, True)]
    assert loose(rule, on(DAY), on(DAY - 2 * one)) == [(False, True)]


def test_two_aliases_of_a_kind_never_stand_for_one_fact() -> None:
    other = AttributeRef("other", "award", "amount", Type.MONEY)
    rule = evolve(
        check(Comparison.EQUAL),
        bindings=(Binding("award", "award"), Binding("other", "award")),
        requirement=Compare(Comparison.EQUAL, AMOUNT, other),
    )

    assert loose(rule, facts(1)) == [(True, True)]
    assert loose(rule, facts(1, 1), facts(1, 2)) == []
