from __future__ import annotations

import datetime
import itertools
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.firing import Firing, Outcome
from checker.engine.plain.interpreter import Interpreter, outcome
from checker.factbase import FactBase, fact_base
from checker.interval import INFINITY, Interval, Truth
from checker.kinds import Fact, Type
from checker.language.tree import (
    Aggregate,
    AllOf,
    AnyOf,
    Binding,
    Compare,
    Comparison,
    Condition,
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
from checker.vocabulary import Act, Aid, Beneficiary, Component, Grant, MeasureLine, Vote
from tests.engine.building import (
    ACT_FACT,
    Table,
    at_least,
    base,
    check,
    day,
    drawn,
    equal,
    judge,
    let,
    money,
    number,
    outcomes,
    ref,
    row,
    text,
)
from tests.engine.cases import LISTS, random_check, random_world, settled
from tests.engine.naive import Naive

PASS, FAIL, OPEN = Outcome.PASS, Outcome.FAIL, Outcome.OPEN
SEEDS = st.integers(0, 2**64 - 1).map(Random)
MANY = settings(max_examples=400, deadline=None)
LINE = Binding("line", "measure_line")
AMOUNT = ref("line", "measure_line", "amount")
REASON = ref("line", "measure_line", "reason")
UNITS = ref("line", "measure_line", "units")
CHANGE = ref("line", "measure_line", "announced_change")
POST = ref("line", "measure_line", "post")


def holds(condition: Condition, line: MeasureLine, parameters: Table | None = None) -> Outcome:
    """The outcome for one line: pass for true, fail for false, open for unknown."""
    (found,) = outcomes(check(condition, LINE), base(line), parameters)
    return found


def line(**values: Any) -> MeasureLine:
    return attrs.evolve(MeasureLine("l"), **values)


def ends(
    operand: Operand, facts: FactBase, *lets: Let, parameters: Table | None = None
) -> Interval:
    """The interval of an operand that sees the only line, or the act."""
    made = check(at_least(operand, number(0)), Binding("act", "act"), lets=lets)
    interpreter, seen = Interpreter([made]), parameters or Table()
    (firing,) = interpreter.judge(facts, seen)
    (name,) = [f"let.{each.name}" for each in lets]
    return interpreter.evaluate(facts, seen, firing, [name])[name].interval


@pytest.mark.parametrize(
    ("trigger", "requirement", "expected"),
    [
        (Truth.TRUE, Truth.TRUE, PASS),
        (Truth.TRUE, Truth.UNKNOWN, OPEN),
        (Truth.TRUE, Truth.FALSE, FAIL),
        (Truth.UNKNOWN, Truth.TRUE, PASS),
        (Truth.UNKNOWN, Truth.UNKNOWN, OPEN),
        (Truth.UNKNOWN, Truth.FALSE, OPEN),
        (Truth.FALSE, Truth.TRUE, None),
        (Truth.FALSE, Truth.UNKNOWN, None),
        (Truth.FALSE, Truth.FALSE, None),
    ],
)
@pytest.mark.parametrize("where", ["tests", "when"])
def test_the_truth_table(
    trigger: Truth, requirement: Truth, expected: Outcome | None, where: str
) -> None:
    def settled_as(truth: Truth, attribute: str) -> tuple[Condition, dict[str, int]]:
        condition = equal(ref("line", "measure_line", attribute), number(1))
        return condition, {} if truth is Truth.UNKNOWN else {attribute: int(truth is Truth.TRUE)}

    asked, asked_values = settled_as(trigger, "units")
    wanted, wanted_values = settled_as(requirement, "amount")
    facts = base(line(**asked_values, **wanted_values))
    if where == "tests":
        made = check(wanted, Binding("line", "measure_line", (asked,)))
    else:
        made = check(wanted, LINE, trigger=asked)
    assert outcomes(made, facts) == ([] if expected is None else [expected])
    if expected is not None:
        assert outcome(trigger, requirement) is expected


@pytest.mark.parametrize(
    ("comparison", "outcomes_by_amount"),
    [
        (Comparison.EQUAL, (FAIL, PASS, FAIL)),
        (Comparison.DIFFERENT, (PASS, FAIL, PASS)),
        (Comparison.MORE, (FAIL, FAIL, PASS)),
        (Comparison.AT_LEAST, (FAIL, PASS, PASS)),
        (Comparison.LESS, (PASS, FAIL, FAIL)),
        (Comparison.AT_MOST, (PASS, PASS, FAIL)),
    ],
)
def test_comparisons_at_below_and_above(
    comparison: Comparison, outcomes_by_amount: tuple[Outcome, ...]
) -> None:
    condition = Compare(comparison, AMOUNT, money(5))
    assert tuple(holds(condition, line(amount=n)) for n in (4, 5, 6)) == outcomes_by_amount
    assert holds(condition, line()) is OPEN


def test_an_unbounded_value_still_decides_what_its_end_decides() -> None:
    sum_of_both = Plus((AMOUNT, money(10)))
    assert holds(at_least(sum_of_both, money(10)), line()) is PASS
    assert holds(Compare(Comparison.LESS, sum_of_both, money(10)), line()) is FAIL
    assert holds(at_least(sum_of_both, money(11)), line()) is OPEN


@pytest.mark.parametrize(
    ("value", "other", "expected"),
    [("a", "a", PASS), ("a", "b", FAIL), (None, "a", OPEN), ("a", None, OPEN), (None, None, OPEN)],
)
def test_texts_are_equal_or_not(value: str | None, other: str | None, expected: Outcome) -> None:
    assert holds(equal(POST, REASON), line(post=value, reason=other)) is expected


def test_a_text_is_no_number() -> None:
    texts = [f"t{n}" for n in range(20)]
    lines = [MeasureLine(name, post=name, units=n) for n, name in enumerate(texts)]
    same = equal(POST, text("t7"))
    assert outcomes(check(same, LINE), base(*lines)).count(PASS) == 1


@pytest.mark.parametrize(("value", "expected"), [(True, PASS), (False, FAIL), (None, OPEN)])
def test_flags(value: bool | None, expected: Outcome) -> None:
    condition = equal(ref("line", "measure_line", "implied"), number(1))
    assert holds(condition, line(implied=value)) is expected


def test_a_missing_flag_is_still_zero_or_one() -> None:
    implied = ref("line", "measure_line", "implied")
    assert holds(Compare(Comparison.AT_MOST, implied, number(1)), line()) is PASS


def test_arithmetic() -> None:
    here = line(amount=10, units=3, announced_change=-2)
    assert holds(equal(Plus((AMOUNT, UNITS, CHANGE)), money(11)), here) is PASS
    assert holds(equal(Minus(AMOUNT, UNITS), money(7)), here) is PASS
    assert holds(equal(Times((AMOUNT, UNITS, CHANGE)), money(-60)), here) is PASS
    assert holds(equal(Times((AMOUNT, UNITS)), money(0)), line(amount=0)) is PASS
    assert holds(at_least(Minus(AMOUNT, UNITS), money(0)), line(amount=3)) is OPEN


@pytest.mark.parametrize(
    ("until", "years", "since"),
    [
        ((2024, 2, 29), 3, (2021, 2, 28)),
        ((2024, 2, 29), 4, (2020, 2, 28)),
        ((2024, 2, 28), 3, (2021, 2, 28)),
        ((2024, 3, 1), 3, (2021, 3, 1)),
        ((2023, 12, 31), 3, (2020, 12, 31)),
        ((2027, 2, 28), 3, (2024, 2, 28)),
        ((2024, 1, 31), 1, (2023, 1, 31)),
    ],
)
def test_years_before(until: tuple[int, int, int], years: int, since: tuple[int, int, int]) -> None:
    made = equal(YearsBefore(years, ref("aid", "aid", "date")), day(*since))
    facts = base(Aid("a", date=datetime.date(*until)))
    assert outcomes(check(made, Binding("aid", "aid")), facts) == [PASS]


def test_years_before_an_unknown_or_impossible_day() -> None:
    before = YearsBefore(3, ref("aid", "aid", "date"))
    binding = Binding("aid", "aid")
    assert outcomes(check(at_least(before, day(2020, 1, 1)), binding), base(Aid("a"))) == [OPEN]
    early = base(Aid("a", date=datetime.date(3, 5, 1)))
    assert outcomes(check(equal(before, number(0)), binding), early) == [PASS]
    late = YearsBefore(3, Plus((ref("aid", "aid", "date"), number(10**7))))
    assert outcomes(check(at_least(late, number(INFINITY - 1)), binding), early) == [PASS]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"reason": "r"}, PASS),
        ({}, FAIL),
        ({"doubtful": frozenset({"reason"})}, OPEN),
        ({"doubtful": frozenset({"post"})}, FAIL),
    ],
)
def test_stated_by_the_act(values: dict[str, object], expected: Outcome) -> None:
    assert holds(Stated(REASON), line(**values)) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [({"prior_amount": 0}, PASS), ({}, OPEN), ({"doubtful": frozenset({"prior_amount"})}, OPEN)],
)
def test_stated_by_the_world(values: dict[str, object], expected: Outcome) -> None:
    assert holds(Stated(ref("line", "measure_line", "prior_amount")), line(**values)) is expected


def test_an_identifier_is_always_stated() -> None:
    assert holds(Stated(ref("line", "measure_line", "id")), line()) is PASS


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"units": 7}, FAIL),
        ({}, PASS),
        ({"doubtful": frozenset({"units"})}, OPEN),
        ({"units": 1}, PASS),
    ],
)
def test_an_omission_that_takes_a_value(values: dict[str, object], expected: Outcome) -> None:
    assert holds(equal(OrElse(UNITS, number(1)), number(1)), line(**values)) is expected


def test_combinations() -> None:
    true, false, unknown = (
        equal(UNITS, number(1)),
        equal(UNITS, number(2)),
        equal(AMOUNT, money(1)),
    )
    here = line(units=1)
    for parts, every, some in (
        ((true, true), PASS, PASS),
        ((true, unknown), OPEN, PASS),
        ((true, false), FAIL, PASS),
        ((unknown, false), FAIL, OPEN),
        ((false, unknown), FAIL, OPEN),
        ((false, false), FAIL, FAIL),
        ((unknown, unknown), OPEN, OPEN),
        ((), PASS, FAIL),
    ):
        assert holds(AllOf(parts), here) is every
        assert holds(AnyOf(parts), here) is some
    assert [holds(Not(each), here) for each in (true, false, unknown)] == [FAIL, PASS, OPEN]


def test_parameters() -> None:
    threshold = ParameterRef("law.threshold", Type.MONEY)
    condition = at_least(AMOUNT, threshold)
    assert holds(condition, line(amount=5), Table({"law.threshold": 5})) is PASS
    assert holds(condition, line(amount=4), Table({"law.threshold": 5})) is FAIL
    assert holds(condition, line(amount=4), Table()) is OPEN
    word = ParameterRef("policy.word", Type.TEXT)
    assert holds(equal(POST, word), line(post="p"), Table({"policy.word": "p"})) is PASS
    assert holds(equal(POST, word), line(post="q"), Table({"policy.word": "p"})) is FAIL


def test_a_parameter_at_its_own_anchor() -> None:
    anchor = ref("aid", "aid", "date")
    ceiling = ParameterRef("law.ceiling", Type.MONEY, anchor)
    made = check(equal(ref("aid", "aid", "amount"), ceiling), Binding("aid", "aid"))
    table = Table({"law.ceiling": {2023: 20, 2024: 30}})
    dates = [datetime.date(year, 1, 1) for year in (2022, 2023, 2024)]
    facts = base(*(Aid(f"a{d.year}", amount=30, date=d) for d in dates), Aid("none", amount=30))
    assert outcomes(made, facts, table) == [OPEN, FAIL, PASS, OPEN]


def test_a_test_by_a_parameter_at_the_date_of_a_later_alias() -> None:
    ceiling = ParameterRef("law.ceiling", Type.MONEY, ref("aid", "aid", "date"))
    first = Binding("line", "measure_line", (equal(AMOUNT, ceiling),))
    made = check(Stated(AMOUNT), first, Binding("aid", "aid"))
    dated = [Aid(f"a{year}", date=datetime.date(year, 1, 1)) for year in (2023, 2024)]
    table = Table({"law.ceiling": {2023: 20, 2024: 30}})
    assert judge(made, base(line(amount=30), *dated), table) == [Firing("T", ("l", "a2024"), PASS)]


def test_rows_tested_by_a_parameter_at_their_own_date() -> None:
    ceiling = ParameterRef("law.ceiling", Type.MONEY, row("aid", "date"))
    made = let(Aggregate.COUNT, "aid", None, equal(row("aid", "amount"), ceiling))
    dated = [
        Aid(f"a{year}{amount}", amount=amount, date=datetime.date(year, 1, 1))
        for year in (2023, 2024)
        for amount in (10, 20, 30)[: year - 2021]
    ]
    table = Table({"law.ceiling": {2023: 20, 2024: 30}})
    facts = base(*dated, whole=["aid"])
    assert ends(drawn(made), facts, made, parameters=table) == Interval(2, 2)


def test_the_act_is_bound_also_without_being_named() -> None:
    year = ref("act", "act", "year")
    assert outcomes(check(equal(year, number(2024)), LINE), base(line())) == [PASS]
    named = check(equal(year, number(2024)), Binding("act", "act"))
    assert judge(named, base(line())) == [Firing("T", ("act",), PASS)]
    other = Binding("deed", "act", (equal(ref("deed", "act", "year"), year),))
    assert judge(check(equal(year, number(2024)), other), base()) == [Firing("T", ("act",), PASS)]
    filtered = Binding("act", "act", (equal(year, number(2023)),))
    assert judge(check(equal(year, number(2024)), filtered), base()) == []


def test_two_aliases_of_a_kind_bind_two_facts_in_both_orders() -> None:
    one, two = Binding("one", "measure_line"), Binding("two", "measure_line")
    same = equal(ref("one", "measure_line", "amount"), ref("two", "measure_line", "amount"))
    facts = base(MeasureLine("a", amount=1), MeasureLine("b", amount=1), MeasureLine("c"))
    assert judge(check(same, one, two), facts) == [
        Firing("T", ("a", "b"), PASS),
        Firing("T", ("a", "c"), OPEN),
        Firing("T", ("b", "a"), PASS),
        Firing("T", ("b", "c"), OPEN),
        Firing("T", ("c", "a"), OPEN),
        Firing("T", ("c", "b"), OPEN),
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_a_join_finds_the_facts_that_match_or_may_match(turned: bool) -> None:
    owner, own = ref("part", "component", "line"), ref("line", "measure_line", "id")
    join = equal(own, owner) if turned else equal(owner, own)
    part = Binding("part", "component", (join,))
    facts = base(
        MeasureLine("a"),
        MeasureLine("b"),
        Component("x", line="b"),
        Component("y"),
        Component("z", line="a"),
        Component("w", doubtful=frozenset({"line"})),
    )
    made = check(Stated(own), LINE, part)
    assert [firing.binding for firing in judge(made, facts)] == [
        *(("a", name) for name in "yzw"),
        *(("b", name) for name in "xyw"),
    ]


def test_a_test_may_look_at_an_alias_that_comes_later() -> None:
    join = equal(AMOUNT, ref("part", "component", "amount"))
    made = check(
        Stated(AMOUNT), Binding("line", "measure_line", (join,)), Binding("part", "component")
    )
    facts = base(MeasureLine("a", amount=1), Component("x", amount=1), Component("y", amount=2))
    assert judge(made, facts) == [Firing("T", ("a", "x"), PASS)]


def test_three_aliases() -> None:
    who = Binding("who", "beneficiary")
    here = equal(ref("line", "measure_line", "beneficiary"), ref("who", "beneficiary", "id"))
    parts = equal(ref("part", "component", "line"), ref("line", "measure_line", "id"))
    made = check(
        at_least(ref("part", "component", "amount"), money(2)),
        who,
        Binding("line", "measure_line", (here,)),
        Binding("part", "component", (parts,)),
    )
    facts = base(
        Beneficiary("b"),
        Beneficiary("c"),
        MeasureLine("l", beneficiary="b"),
        MeasureLine("m", beneficiary="c"),
        Component("x", line="l", amount=2),
        Component("y", line="m", amount=1),
    )
    assert judge(made, facts) == [
        Firing("T", ("b", "l", "x"), PASS),
        Firing("T", ("c", "m", "y"), FAIL),
    ]


GRANTS = (
    Grant("g1", beneficiary="b", amount=10),
    Grant("g2", beneficiary="b", amount=5),
    Grant("g3", beneficiary="c", amount=100),
)
OURS = equal(row("grant", "beneficiary"), text("b"))
MAYBE = Grant("g4", amount=7)
UNPRICED = Grant("g5", beneficiary="b")


@pytest.mark.parametrize(
    ("aggregate", "more", "whole", "opened"),
    [
        (Aggregate.COUNT, (), (2, 2), (2, INFINITY)),
        (Aggregate.COUNT, (MAYBE,), (2, 3), (2, INFINITY)),
        (Aggregate.COUNT, (UNPRICED,), (3, 3), (3, INFINITY)),
        (Aggregate.SUM, (), (15, 15), (15, INFINITY)),
        (Aggregate.SUM, (MAYBE,), (15, 22), (15, INFINITY)),
        (Aggregate.SUM, (UNPRICED,), (15, INFINITY), (15, INFINITY)),
        (Aggregate.DISTINCT, (), (2, 2), (2, INFINITY)),
        (Aggregate.DISTINCT, (MAYBE,), (2, 3), (2, INFINITY)),
        (Aggregate.DISTINCT, (Grant("g4", amount=5),), (2, 2), (2, INFINITY)),
        (Aggregate.DISTINCT, (UNPRICED,), (2, 3), (2, INFINITY)),
        (Aggregate.MIN, (), (5, 5), (0, 5)),
        (Aggregate.MIN, (MAYBE,), (5, 5), (0, 5)),
        (Aggregate.MIN, (Grant("g4", amount=3),), (3, 5), (0, 5)),
        (Aggregate.MIN, (UNPRICED,), (0, 5), (0, 5)),
        (Aggregate.MAX, (), (10, 10), (10, INFINITY)),
        (Aggregate.MAX, (MAYBE,), (10, 10), (10, INFINITY)),
        (Aggregate.MAX, (Grant("g4", amount=12),), (10, 12), (10, INFINITY)),
        (Aggregate.MAX, (UNPRICED,), (10, INFINITY), (10, INFINITY)),
    ],
)
def test_aggregates(
    aggregate: Aggregate,
    more: tuple[Fact, ...],
    whole: tuple[int, int],
    opened: tuple[int, int],
) -> None:
    attribute = None if aggregate is Aggregate.COUNT else "amount"
    made = let(aggregate, "grant", attribute, OURS)
    closed = base(*GRANTS, *more, whole=["grant"])
    assert ends(drawn(made), closed, made) == Interval(*whole)
    assert ends(drawn(made), base(*GRANTS, *more), made) == Interval(*opened)


@pytest.mark.parametrize(
    ("aggregate", "expected"),
    [
        (Aggregate.COUNT, (0, 0)),
        (Aggregate.SUM, (0, 0)),
        (Aggregate.DISTINCT, (0, 0)),
        (Aggregate.MIN, (0, INFINITY)),
        (Aggregate.MAX, (0, INFINITY)),
    ],
)
def test_aggregates_of_nothing(aggregate: Aggregate, expected: tuple[int, int]) -> None:
    attribute = None if aggregate is Aggregate.COUNT else "amount"
    made = let(aggregate, "grant", attribute, OURS)
    assert ends(drawn(made), base(whole=["grant"]), made) == Interval(*expected)


def test_sums_of_signed_amounts() -> None:
    sure = equal(row("measure_line", "beneficiary"), text("b"))
    made = let(Aggregate.SUM, "measure_line", "announced_change", sure)
    lines = [
        MeasureLine("a", beneficiary="b", announced_change=-3),
        MeasureLine("b", announced_change=-5),
        MeasureLine("c", announced_change=4),
    ]
    assert ends(drawn(made), base(*lines), made) == Interval(-8, 1)
    unknown = MeasureLine("d", beneficiary="b")
    everything = Interval(-INFINITY, INFINITY)
    assert ends(drawn(made), base(*lines, unknown), made) == everything
    assert ends(drawn(made), base(*lines, opened=["measure_line"]), made) == everything


def test_distinct_texts() -> None:
    ours = equal(row("measure_line", "beneficiary"), text("b"))
    made = let(Aggregate.DISTINCT, "measure_line", "post", ours)
    lines = [MeasureLine(f"l{n}", beneficiary="b", post=post) for n, post in enumerate("aab")]
    assert ends(drawn(made), base(*lines), made) == Interval(2, 2)
    unnamed = MeasureLine("u", beneficiary="b")
    assert ends(drawn(made), base(*lines, unnamed), made) == Interval(2, 3)
    assert ends(drawn(made), base(unnamed), made) == Interval(1, 1)


def test_a_sum_saturates() -> None:
    huge = [Grant(f"g{n}", amount=INFINITY // 2) for n in range(3)]
    made = let(Aggregate.SUM, "grant", "amount")
    whole = base(*huge, whole=["grant"])
    assert ends(drawn(made), whole, made) == Interval(INFINITY - 1, INFINITY)


def test_a_let_over_the_kind_of_an_alias_sees_the_bound_fact_too() -> None:
    same = equal(row("measure_line", "amount"), AMOUNT)
    made = let(Aggregate.COUNT, "measure_line", None, same)
    unique = check(equal(drawn(made), number(1)), LINE, lets=[made])
    facts = base(*(MeasureLine(f"l{n}", amount=amount) for n, amount in enumerate((1, 2, 2))))
    assert outcomes(unique, facts) == [PASS, FAIL, FAIL]


def test_a_key_that_is_missing_on_either_side_may_match() -> None:
    ours = equal(row("grant", "beneficiary"), ref("line", "measure_line", "beneficiary"))
    made = let(Aggregate.COUNT, "grant", None, ours)
    facts = base(line(), *GRANTS, whole=["grant"])
    assert outcomes(check(equal(drawn(made), number(3)), LINE, lets=[made]), facts) == [OPEN]
    assert outcomes(check(equal(drawn(made), number(4)), LINE, lets=[made]), facts) == [FAIL]


def test_checks_and_facts_keep_their_order() -> None:
    checks = [check(Stated(AMOUNT), LINE, name=name) for name in ("B", "A")]
    facts = base(MeasureLine("z"), MeasureLine("y"))
    found = Interpreter(checks).judge(facts, Table())
    assert [(f.check, *f.binding) for f in found] == [
        ("B", "z"),
        ("B", "y"),
        ("A", "z"),
        ("A", "y"),
    ]


def test_nothing_of_one_case_reaches_the_next() -> None:
    interpreter = Interpreter([check(equal(AMOUNT, ParameterRef("law.x", Type.MONEY)), LINE)])
    table = Table({"law.x": 1})
    (before,) = interpreter.judge(base(line(amount=1)), table)
    (after,) = interpreter.judge(base(line(amount=2)), table)
    assert (before.outcome, after.outcome) == (PASS, FAIL)
    (again,) = interpreter.judge(base(line(amount=2)), Table({"law.x": 2}))
    assert again.outcome is PASS


def test_an_unread_vote_is_open_but_too_many_ballots_fail() -> None:
    vote = Binding("vote", "vote")
    counts = [ref("vote", "vote", name) for name in ("ayes", "noes", "abstained")]
    blank = OrElse(ref("vote", "vote", "blank"), number(0))
    ballots = Plus((*counts, blank))
    made = check(equal(ballots, ref("vote", "vote", "voters")), vote)
    known: dict[str, Any] = {"ayes": 5, "noes": 3, "abstained": 2}
    assert outcomes(made, base(Vote("v", voters=10, **known))) == [PASS]
    assert outcomes(made, base(Vote("v", **known))) == [OPEN]
    unread = frozenset({"blank"})
    assert outcomes(made, base(Vote("v", voters=9, doubtful=unread, **known))) == [FAIL]
    assert outcomes(made, base(Vote("v", voters=11, doubtful=unread, **known))) == [OPEN]


@MANY
@given(SEEDS)
def test_indexes_and_closures_give_what_nested_loops_give(rng: Random) -> None:
    made, world = random_check(rng), random_world(rng)
    found = Interpreter([made]).judge(world.facts, world.parameters)
    plain = Naive(made, world.facts, world.parameters).verdicts()
    assert [f.binding for f in found] == list(plain)
    assert [f.outcome for f in found] == [outcome(*truths) for truths in plain.values()]


@MANY
@given(SEEDS)
def test_settling_what_is_missing_never_turns_a_verdict(rng: Random) -> None:
    made, world = random_check(rng), random_world(rng)
    interpreter = Interpreter([made])
    before = interpreter.judge(world.facts, world.parameters)
    whole = settled(rng, world)
    after = {f.binding: f.outcome for f in interpreter.judge(whole.facts, whole.parameters)}
    for firing in before:
        if firing.outcome is FAIL:
            assert after[firing.binding] is FAIL
        elif firing.outcome is PASS:
            assert after.get(firing.binding, PASS) is PASS


@MANY
@given(SEEDS)
def test_the_order_of_facts_changes_nothing(rng: Random) -> None:
    made, world = random_check(rng), random_world(rng)
    interpreter = Interpreter([made])
    found = {}
    facts = [*itertools.chain(*world.facts.by_kind.values())]
    for turn in range(2):
        rng.shuffle(facts)
        shuffled = fact_base(facts, whole=LISTS, opened=world.facts.open_kinds)
        firings = interpreter.judge(shuffled, world.parameters)
        explained = {
            f: frozenset(interpreter.explain(shuffled, world.parameters, f).missing)
            for f in firings
        }
        found[turn] = {(f.binding, f.outcome): missing for f, missing in explained.items()}
    assert found[0] == found[1]


def test_one_interpreter_judges_another_act() -> None:
    made = check(equal(ref("act", "act", "year"), number(2024)), LINE)
    interpreter = Interpreter([made])
    later = base(line(), act=Act("act", year=2025))
    assert [f.outcome for f in interpreter.judge(base(line(), act=ACT_FACT), Table())] == [PASS]
    assert [f.outcome for f in interpreter.judge(later, Table())] == [FAIL]
