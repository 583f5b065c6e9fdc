"""Candidates to rows: the fold's sums against loops that do what the words say."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.durable.compile import compiled
from checker.engine.durable.encoding import Interner
from checker.engine.durable.fold import CheckFold, CodedCase, needs_of
from checker.engine.durable.operands import years_before
from checker.factbase import fact_base
from checker.interval import INFINITY, SIGNED, Interval, Truth, point
from checker.kinds import Fact, Type
from checker.language.tree import (
    Aggregate,
    AllOf,
    AttributeRef,
    Binding,
    Compare,
    Condition,
    Constant,
    Let,
    Minus,
    Not,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Stated,
    Times,
    YearsBefore,
)
from checker.vocabulary import Act, Aid, MeasureLine, Vote
from tests.engine.judging import (
    Law,
    act,
    at_least,
    check,
    different,
    equal,
    let,
    more,
    number,
    ref,
    row,
    stated,
    text,
    the_act,
)

VOTE = Binding("v", "vote")


def columns(
    operand: Operand,
    facts: Sequence[Fact],
    *,
    lets: Sequence[Let] = (),
    binding: Binding = VOTE,
    law: Law | None = None,
    whole: Sequence[str] = (),
    opened: Sequence[str] = (),
) -> Interval:
    """The interval of one operand for the first fact of the binding."""
    interner = Interner()
    # Compared with a literal, the operand under test is the first of the row.
    compilation = compiled(
        [check("ONE", [binding], at_least(operand, number(0)), lets=lets)], interner
    )
    fold = CheckFold(compilation[0], interner)
    case = CodedCase(
        fact_base(facts, whole=whole, opened=opened),
        needs_of(compilation),
        interner.extended(),
        law or Law(),
    )
    fact = case.of(binding.kind)[0]
    found = fold.row([fact], case)
    return Interval(found["p0_lo"], found["p0_hi"])


class TestOperands:
    def test_a_missing_value_is_the_range_of_its_type(self) -> None:
        facts = [the_act(), Vote("v"), MeasureLine("l")]
        assert columns(ref("v", "vote", "ayes"), facts) == Interval(0, INFINITY)
        assert columns(ref("v", "vote", "unanimous"), facts) == Interval(0, 1)
        line = Binding("l", "measure_line")
        assert columns(ref("l", "measure_line", "announced_change"), facts, binding=line) == SIGNED

    def test_a_doubtful_value_is_missing_even_with_a_default(self) -> None:
        facts = [the_act(), Vote("v", blank=3, doubtful=frozenset({"blank"}))]
        assert columns(ref("v", "vote", "blank"), facts) == Interval(0, INFINITY)
        default = OrElse(ref("v", "vote", "blank"), number(0))
        assert columns(default, facts) == Interval(0, INFINITY)

    def test_an_omission_takes_its_default(self) -> None:
        default = OrElse(ref("v", "vote", "blank"), number(7))
        assert columns(default, [the_act(), Vote("v")]) == point(7)
        assert columns(default, [the_act(), Vote("v", blank=2)]) == point(2)

    def test_arithmetic(self) -> None:
        facts = [the_act(), Vote("v", ayes=7, noes=3)]
        ayes, noes = ref("v", "vote", "ayes"), ref("v", "vote", "noes")
        assert columns(Plus((ayes, noes, number(1))), facts) == point(11)
        assert columns(Minus(noes, ayes), facts) == point(-4)
        assert columns(Times((ayes, noes)), facts) == point(21)
        assert columns(Minus(ayes, ref("v", "vote", "voters")), facts) == Interval(-INFINITY, 7)

    def test_yes_and_dates_are_numbers(self) -> None:
        facts = [the_act(is_budget_vote=True), Vote("v")]
        assert columns(act("is_budget_vote"), facts) == point(1)
        assert columns(act("date"), facts) == point(datetime.date(2024, 2, 9).toordinal())

    @pytest.mark.parametrize(
        ("years", "day", "before"),
        [
            (3, "2024-02-09", "2021-02-09"),
            (3, "2024-02-29", "2021-02-28"),
            (4, "2024-02-29", "2020-02-28"),
            (1, "2025-03-01", "2024-03-01"),
        ],
    )
    def test_years_before(self, years: int, day: str, before: str) -> None:
        ordinals = [datetime.date.fromisoformat(one).toordinal() for one in (day, before)]
        assert years_before(years, point(ordinals[0])) == point(ordinals[1])

    def test_years_before_an_unknown_day(self) -> None:
        assert years_before(3, Interval(0, INFINITY)) == Interval(0, INFINITY)
        assert years_before(3, point(10)).low <= 10

    def test_a_parameter_and_its_anchor(self) -> None:
        asked: list[tuple[str, datetime.date | None]] = []

        class Dated(Law):
            def value(self, name: str, day: datetime.date | None) -> int | str | None:
                asked.append((name, day))
                return None if name == "none" else 12

        facts = [the_act(), Vote("v")]
        anchored = ParameterRef("cap", Type.MONEY, act("date"))
        assert columns(ParameterRef("cap", Type.MONEY), facts, law=Dated()) == point(12)
        assert columns(anchored, facts, law=Dated()) == point(12)
        assert asked == [("cap", None), ("cap", datetime.date(2024, 2, 9))]
        missing = columns(anchored, [the_act(date=None), Vote("v")], law=Dated())
        assert missing == Interval(0, INFINITY)
        assert len(asked) == 2
        assert columns(ParameterRef("none", Type.SIGNED), facts, law=Dated()) == SIGNED

    def test_a_text_parameter_is_interned_with_the_texts_of_the_case(self) -> None:
        rows = Let(
            "n", Aggregate.COUNT, "vote", None, (equal(ref("v", "vote", "result"), act("stage")),)
        )
        facts = [the_act(stage="adopted"), Vote("v", result="adopted")]
        assert columns(let("n"), facts, lets=[rows]) == point(1)
        by_law = equal(ref("v", "vote", "result"), ParameterRef("word", Type.TEXT))
        rows = Let("n", Aggregate.COUNT, "vote", None, (by_law,))
        assert columns(let("n"), facts, lets=[rows], law=Law({"word": "adopted"})) == point(1)


# A row: measure, post, amount, change, reason, doubtful change; a value of None is missing.
LETTERS = st.sampled_from(["a", "b", None])
AMOUNTS = st.sampled_from([None, 0, 1, 5])
CHANGES = st.sampled_from([None, -4, 0, 3])
ROWS = st.lists(
    st.tuples(LETTERS, LETTERS, AMOUNTS, CHANGES, st.booleans(), st.booleans()), max_size=7
)
LINE = Binding("line", "measure_line")


def conditions_on_rows() -> st.SearchStrategy[tuple[Condition, ...]]:
    mine = {name: ref("line", "measure_line", name) for name in ("measure", "post", "amount")}
    own = {name: row("measure_line", name) for name in ("measure", "post", "amount", "reason")}
    choices: list[Condition] = [
        equal(own["measure"], mine["measure"]),
        equal(mine["post"], own["post"]),
        different(own["post"], mine["post"]),
        Not(equal(own["amount"], mine["amount"])),
        equal(own["post"], text("a")),
        stated(own["reason"]),
        Not(stated(own["reason"])),
        at_least(own["amount"], mine["amount"]),
        more(own["amount"], number(0)),
        stated(ref("line", "measure_line", "reason")),
        equal(own["amount"], act("year")),
    ]
    return st.lists(st.sampled_from(choices), max_size=3).map(lambda found: (*found,))


def line(name: str, values: tuple[object, ...]) -> MeasureLine:
    measure, post, amount, change, reason, doubtful = values
    return MeasureLine(
        name,
        measure=measure,  # type: ignore[arg-type]
        post=post,  # type: ignore[arg-type]
        amount=amount,  # type: ignore[arg-type]
        announced_change=change,  # type: ignore[arg-type]
        reason="given" if reason else None,
        doubtful=frozenset({"announced_change", "reason"} if doubtful else ()),
    )


def naive_truth(test: Condition, one: MeasureLine, bound: MeasureLine) -> Truth:
    """The truth of a test of `conditions_on_rows`, from the plain values."""
    facts = {"row": one, "line": bound}

    def value(operand: Operand) -> Any:
        if isinstance(operand, Constant):
            return operand.value
        assert isinstance(operand, AttributeRef)
        if operand.alias == "act":
            return 1
        fact = facts[operand.alias]
        return None if operand.attribute in fact.doubtful else getattr(fact, operand.attribute)

    match test:
        case Not():
            return Truth(2 - naive_truth(test.part, one, bound))
        case AllOf():
            return min((naive_truth(part, one, bound) for part in test.parts), default=Truth.TRUE)
        case Stated():
            if test.ref.attribute in facts[test.ref.alias].doubtful:
                return Truth.UNKNOWN
            return Truth.FALSE if value(test.ref) is None else Truth.TRUE
        case Compare():
            return naive_comparison(test.comparison.value, value(test.left), value(test.right))
    raise AssertionError(test)


def naive_comparison(name: str, left: Any, right: Any) -> Truth:
    if left is None or right is None:
        # Amounts are never negative, so that a missing one is still known to be at least 0.
        return Truth.TRUE if name == "at_least" and right == 0 else Truth.UNKNOWN
    answer = {
        "equal": operator.eq,
        "different": operator.ne,
        "more": operator.gt,
        "at_least": operator.ge,
    }[name](left, right)
    return Truth.TRUE if answer else Truth.FALSE


def naive(
    aggregate: Aggregate,
    attribute: str,
    matched: Sequence[tuple[MeasureLine, Truth]],
    *,
    is_open: bool,
) -> Interval:
    """The words of the design, one after the other."""
    signed = attribute == "announced_change"
    bottom = -INFINITY if signed else 0

    def ends(fact: MeasureLine) -> tuple[int, int]:
        found = None if attribute in fact.doubtful else getattr(fact, attribute)
        return (bottom, INFINITY) if found is None else (found, found)

    sure = [ends(fact) for fact, truth in matched if truth is Truth.TRUE]
    perhaps = [ends(fact) for fact, truth in matched if truth is Truth.UNKNOWN]
    if aggregate is Aggregate.COUNT:
        return Interval(len(sure), INFINITY if is_open else len(sure) + len(perhaps))
    if aggregate is Aggregate.SUM:
        low = sum(one for one, _ in sure) + sum(one for one, _ in perhaps if signed and one < 0)
        high = sum(one for _, one in sure) + sum(one for _, one in perhaps if one > 0)
        # Finite amounts here are tiny: whatever holds an unbounded end is unbounded.
        low = -INFINITY if low < -INFINITY // 2 else low
        high = INFINITY if high > INFINITY // 2 else high
        return Interval(-INFINITY if is_open and signed else low, INFINITY if is_open else high)
    if aggregate is Aggregate.DISTINCT:
        known = {one for one, two in sure if one == two}
        everything = known | {one for one, two in perhaps if one == two}
        unknown = sum(one != two for one, two in (*sure, *perhaps))
        low = max(len(known), 1 if sure else 0)
        return Interval(low, INFINITY if is_open else len(everything) + unknown)
    if not sure:
        return Interval(bottom, INFINITY)
    if aggregate is Aggregate.MIN:
        low = min(one for one, _ in (*sure, *perhaps))
        return Interval(bottom if is_open else low, min(two for _, two in sure))
    high = max(two for _, two in (*sure, *perhaps))
    return Interval(max(one for one, _ in sure), INFINITY if is_open else high)


@pytest.mark.parametrize("aggregate", list(Aggregate))
@given(
    rows=ROWS,
    bound=st.tuples(LETTERS, LETTERS, AMOUNTS, CHANGES, st.booleans(), st.booleans()),
    where=conditions_on_rows(),
    attribute=st.sampled_from(["amount", "announced_change"]),
    is_open=st.booleans(),
)
def test_lets_are_what_loops_make_of_them(
    aggregate: Aggregate,
    rows: list[tuple[object, ...]],
    bound: tuple[object, ...],
    where: tuple[Condition, ...],
    attribute: str,
    *,
    is_open: bool,
) -> None:
    lines = [line("bound", bound)]
    lines += [line(f"l{place}", values) for place, values in enumerate(rows)]
    whole = AllOf(where)
    matched = [
        (one, truth)
        for one in lines
        if (truth := naive_truth(whole, one, lines[0])) is not Truth.FALSE
    ]
    found = columns(
        let("all"),
        [the_act(year=1), *lines],
        binding=LINE,
        lets=[Let("all", aggregate, "measure_line", row("measure_line", attribute), where)],
        opened=["measure_line"] if is_open else (),
    )
    assert found == naive(aggregate, attribute, matched, is_open=is_open)


def test_a_sum_beyond_the_range_saturates() -> None:
    lines = [MeasureLine(f"l{n}", amount=INFINITY - 1) for n in range(2)]
    rows = Let("all", Aggregate.SUM, "measure_line", row("measure_line", "amount"))
    found = columns(let("all"), [the_act(), *lines], binding=LINE, lets=[rows])
    assert found == Interval(INFINITY - 1, INFINITY)


def test_a_list_declared_whole_is_not_open() -> None:
    earlier = [Aid("h", amount=5)]
    rows = Let("all", Aggregate.SUM, "aid", row("aid", "amount"))
    facts = [the_act(), Vote("v"), *earlier]
    assert columns(let("all"), facts, lets=[rows]) == Interval(5, INFINITY)
    assert columns(let("all"), facts, lets=[rows], whole=["aid"]) == point(5)


def test_dates_of_rows_against_a_date_of_the_act() -> None:
    window = more(row("aid", "date"), YearsBefore(3, act("date")))
    rows = Let("all", Aggregate.COUNT, "aid", None, (window,))
    days = [datetime.date(2021, 2, 9), datetime.date(2021, 2, 10), None]
    facts = [the_act(), Vote("v"), *(Aid(f"h{n}", date=day) for n, day in enumerate(days))]
    assert columns(let("all"), facts, lets=[rows], whole=["aid"]) == Interval(1, 2)


def test_one_let_over_many_instances_is_computed_for_each_kind_of_instance() -> None:
    same = equal(row("measure_line", "post"), ref("line", "measure_line", "post"))
    interner = Interner()
    checks = compiled(
        [
            check(
                "EACH",
                [LINE],
                at_least(let("n"), number(0)),
                lets=[Let("n", Aggregate.COUNT, "measure_line", None, (same,))],
            )
        ],
        interner,
    )
    lines = [MeasureLine(f"l{n}", post=post) for n, post in enumerate(["a", "b", "a", None])]
    base = fact_base([the_act(), *lines])
    fold = CheckFold(checks[0], interner)
    case = CodedCase(base, needs_of(checks), interner.extended(), Law())
    found = [fold.row([fact], case) for fact in case.of("measure_line")]
    assert found == [
        {"p0_lo": 2, "p0_hi": 3},
        {"p0_lo": 1, "p0_hi": 2},
        {"p0_lo": 2, "p0_hi": 3},
        {"p0_lo": 0, "p0_hi": 4},
    ]


def test_the_act_is_bound_in_every_check() -> None:
    assert isinstance(the_act(), Act)
    assert columns(act("year"), [the_act(), Vote("v")]) == point(2024)
