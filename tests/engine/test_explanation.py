from __future__ import annotations

import datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.firing import Evaluated, Explanation, Missing, Outcome
from checker.engine.plain.interpreter import Interpreter
from checker.factbase import FactBase
from checker.interval import INFINITY, NATURAL, Interval, point
from checker.kinds import Fact, Type
from checker.language.tree import (
    Aggregate,
    AllOf,
    AnyOf,
    Binding,
    Check,
    Compare,
    Comparison,
    Let,
    LetRef,
    Minus,
    Not,
    OrElse,
    ParameterRef,
    Plus,
    Stated,
    Times,
    YearsBefore,
)
from checker.vocabulary import (
    Aid,
    Component,
    Grant,
    Interest,
    MeasureLine,
    Participant,
    StatedTotal,
)
from tests.engine.building import (
    ACT_FACT,
    Table,
    at_least,
    base,
    check,
    day,
    drawn,
    equal,
    let,
    money,
    number,
    ref,
    row,
    text,
)
from tests.engine.cases import random_check, random_world, settled

LINE = Binding("line", "measure_line")
AMOUNT = ref("line", "measure_line", "amount")
UNITS = ref("line", "measure_line", "units")
POST = ref("line", "measure_line", "post")
PRIOR = ref("line", "measure_line", "prior_amount")
TOTAL = ref("total", "stated_total", "amount")
OURS = equal(row("measure_line", "beneficiary"), text("b"))
SUM = let(Aggregate.SUM, "measure_line", "amount", OURS)
ARITHMETIC = check(equal(drawn(SUM), TOTAL), Binding("total", "stated_total"), lets=[SUM])


def explained(made: Check, facts: FactBase, parameters: Table | None = None) -> Explanation:
    """The explanation of the only instance."""
    interpreter, table = Interpreter([made]), parameters or Table()
    (firing,) = interpreter.judge(facts, table)
    return interpreter.explain(facts, table, firing)


def missing(made: Check, *facts: Fact, **values: object) -> tuple[Missing, ...]:
    table = Table(values)  # type: ignore[arg-type]
    return explained(made, base(*facts, whole=["grant"]), table).missing


def evaluated(made: Check, facts: FactBase, *refs: str, table: Table | None = None) -> list[object]:
    interpreter, parameters = Interpreter([made]), table or Table()
    (firing,) = interpreter.judge(facts, parameters)
    found = interpreter.evaluate(facts, parameters, firing, refs)
    assert list(found) == list(refs)
    return [found[name].text or found[name].interval for name in refs]


def test_a_settled_verdict_misses_nothing() -> None:
    lines = MeasureLine("a", amount=1), MeasureLine("b", amount=3)
    made = check(AnyOf((equal(AMOUNT, money(1)), Stated(PRIOR))), LINE)
    interpreter = Interpreter([made])
    facts = base(lines[0])
    (firing,) = interpreter.judge(facts, Table())
    assert firing.outcome is Outcome.PASS
    assert interpreter.explain(facts, Table(), firing).missing == ()
    assert missing(check(equal(AMOUNT, money(1)), LINE), lines[1]) == ()


def test_missing_attributes_of_an_unknown_comparison() -> None:
    line = MeasureLine("a", units=3)
    made = check(equal(Plus((AMOUNT, UNITS, PRIOR)), money(9)), LINE)
    assert missing(made, line) == (Missing(line, "amount"), Missing(line, "prior_amount"))


def test_a_factor_that_is_multiplied_by_zero_is_not_missed() -> None:
    made = check(equal(Plus((Times((UNITS, AMOUNT)), PRIOR)), money(9)), LINE)
    line = MeasureLine("a", units=0)
    assert missing(made, line) == (Missing(line, "prior_amount"),)


def test_only_the_unknown_parts_of_a_combination_are_walked() -> None:
    line = MeasureLine("a", units=3)
    known, unknown = equal(UNITS, number(3)), equal(AMOUNT, money(1))
    settled_part = Compare(Comparison.MORE, Minus(number(0), number(1)), AMOUNT)
    made = check(AllOf((known, Not(AnyOf((settled_part, unknown, Stated(PRIOR)))))), LINE)
    assert missing(made, line) == (Missing(line, "amount"), Missing(line, "prior_amount"))
    decided = check(AllOf((AnyOf((known, Stated(PRIOR))), unknown)), LINE)
    assert missing(decided, line) == (Missing(line, "amount"),)


def test_a_doubtful_attribute_is_missed_by_stated_and_by_a_default() -> None:
    line = MeasureLine("a", doubtful=frozenset({"post", "units"}))
    assert missing(check(Stated(POST), LINE), line) == (Missing(line, "post"),)
    default = OrElse(UNITS, number(1))
    assert missing(check(equal(default, number(1)), LINE), line) == (Missing(line, "units"),)
    omitted = MeasureLine("a")
    made = check(equal(Plus((default, AMOUNT)), number(1)), LINE)
    assert missing(made, omitted) == (Missing(omitted, "amount"),)


def test_an_unknown_trigger_is_missed_with_an_unknown_requirement_and_with_a_false_one() -> None:
    unknown_test = Binding("line", "measure_line", (equal(UNITS, number(1)),))
    made = check(equal(AMOUNT, money(1)), unknown_test, trigger=Stated(PRIOR))
    asked = "units", "prior_amount"
    line = MeasureLine("a")
    assert missing(made, line) == tuple(Missing(line, name) for name in (*asked, "amount"))
    false = MeasureLine("a", amount=2)
    assert missing(made, false) == tuple(Missing(false, name) for name in asked)


def test_parameters_without_a_value() -> None:
    made = check(at_least(AMOUNT, ParameterRef("law.x", Type.MONEY)), LINE)
    line = MeasureLine("a", amount=1)
    assert missing(made, line) == (Missing(parameter="law.x"),)
    assert missing(made, line, **{"law.x": 0}) == ()


def test_a_parameter_whose_own_date_is_missing() -> None:
    anchored = ParameterRef("law.x", Type.MONEY, ref("aid", "aid", "date"))
    made = check(at_least(ref("aid", "aid", "amount"), anchored), Binding("aid", "aid"))
    undated = Aid("a", amount=3)
    assert missing(made, undated) == (Missing(undated, "date"),)
    dated = Aid("a", amount=3, date=datetime.date(2022, 1, 1))
    assert missing(made, dated) == (Missing(parameter="law.x"),)


def test_a_date_some_years_before() -> None:
    made = check(
        at_least(YearsBefore(3, ref("aid", "aid", "date")), day(2020, 1, 1)), Binding("aid", "aid")
    )
    aid = Aid("a")
    assert missing(made, aid) == (Missing(aid, "date"),)


def test_an_open_list() -> None:
    made = let(Aggregate.COUNT, "participant", None, equal(row("participant", "member"), text("m")))
    absent = check(equal(drawn(made), number(0)), Binding("interest", "interest"), lets=[made])
    facts = base(Interest("i", member="m"), Participant("p", member="n"))
    assert explained(absent, facts).missing == (Missing(kind="participant"),)


def test_rows_that_may_match_and_rows_without_an_amount() -> None:
    total = StatedTotal("t", amount=10)
    sure = MeasureLine("sure", beneficiary="b")
    maybe = MeasureLine("maybe", amount=4)
    empty = MeasureLine("empty")
    other = MeasureLine("other", beneficiary="c")
    nothing = MeasureLine("nothing", amount=0)
    assert missing(ARITHMETIC, total, sure, maybe, empty, other, nothing) == (
        Missing(maybe, "beneficiary"),
        Missing(empty, "beneficiary"),
        Missing(sure, "amount"),
        Missing(empty, "amount"),
    )


def test_what_the_rows_are_compared_with_may_be_missing() -> None:
    ours = equal(row("measure_line", "beneficiary"), ref("grant", "grant", "beneficiary"))
    made = let(Aggregate.COUNT, "measure_line", None, ours)
    grant, line = Grant("g"), MeasureLine("l", beneficiary="b")
    asked = check(equal(drawn(made), number(1)), Binding("grant", "grant"), lets=[made])
    assert missing(asked, grant, line) == (Missing(grant, "beneficiary"),)
    unnamed = MeasureLine("l")
    assert missing(asked, grant, unnamed) == (
        Missing(unnamed, "beneficiary"),
        Missing(grant, "beneficiary"),
    )


@pytest.mark.parametrize(
    ("aggregate", "idle", "weighty"),
    [(Aggregate.DISTINCT, 5, 6), (Aggregate.MIN, 9, 4), (Aggregate.MAX, 4, 9)],
)
def test_a_row_that_could_not_change_the_number_is_not_missed(
    aggregate: Aggregate, idle: int, weighty: int
) -> None:
    made = let(aggregate, "measure_line", "amount", OURS)
    sure = MeasureLine("s", beneficiary="b", amount=5)
    rows = [MeasureLine("i", amount=idle), MeasureLine("w", amount=weighty)]
    total = StatedTotal("t", doubtful=frozenset({"amount"}))
    asked = check(equal(drawn(made), TOTAL), Binding("total", "stated_total"), lets=[made])
    assert missing(asked, total, sure, *rows) == (
        Missing(rows[1], "beneficiary"),
        Missing(total, "amount"),
    )


def test_the_least_of_nothing_asks_for_the_list() -> None:
    made = let(Aggregate.MIN, "grant", "amount")
    asked = check(at_least(drawn(made), money(1)), LINE, lets=[made])
    assert missing(asked, MeasureLine("a")) == (Missing(kind="grant"),)


def test_nothing_is_missed_twice() -> None:
    line = MeasureLine("a")
    made = check(AllOf((equal(AMOUNT, money(1)), at_least(AMOUNT, money(1)))), LINE)
    assert missing(made, line) == (Missing(line, "amount"),)


def test_values_of_every_reference() -> None:
    threshold = ParameterRef("law.x", Type.MONEY)
    year = equal(row("measure_line", "units"), ref("act", "act", "year"))
    made = Let("lines", Aggregate.SUM, "measure_line", row("measure_line", "amount"), (OURS, year))
    binding = Binding(
        "total", "stated_total", (equal(ref("total", "stated_total", "of"), text("operative")),)
    )
    asked = check(
        equal(LetRef("lines", Type.MONEY), Plus((TOTAL, threshold))),
        binding,
        lets=[made],
        trigger=Stated(ref("total", "stated_total", "decision")),
    )
    total = StatedTotal("t", of="operative", amount=3, decision="d")
    facts = base(total, MeasureLine("a", beneficiary="b", units=2024, amount=5))
    values = explained(asked, facts, Table({"law.x": 2})).values
    assert {name: (value.type, value.text or value.interval) for name, value in values.items()} == {
        "let.lines": (Type.MONEY, point(5)),
        "let.lines.count": (Type.INT, point(1)),
        "total.amount": (Type.MONEY, point(3)),
        "law.x": (Type.MONEY, point(2)),
        "total.decision": (Type.TEXT, "d"),
        "total.of": (Type.TEXT, "operative"),
        "act.year": (Type.INT, point(2024)),
    }


def test_inputs_are_the_rows_of_sums_and_the_attributes_compared() -> None:
    total = StatedTotal("t", of="operative", amount=9)
    rows = MeasureLine("a", beneficiary="b", amount=4), MeasureLine("b", amount=5)
    other = MeasureLine("c", beneficiary="c", amount=6)
    of = ref("total", "stated_total", "of")
    binding = Binding("total", "stated_total", (equal(of, text("operative")),))
    made = check(equal(drawn(SUM), TOTAL), binding, lets=[SUM], trigger=Stated(TOTAL))
    explanation = explained(made, base(total, *rows, other))
    assert explanation.inputs == (
        (rows[0], "amount"),
        (rows[1], "amount"),
        (total, "amount"),
        (total, "of"),
    )
    assert explanation.matched == ((rows[0], "amount"), (total, "amount"))


def test_inputs_of_counts_are_what_their_tests_read() -> None:
    counted = let(Aggregate.COUNT, "measure_line", None, OURS)
    line = MeasureLine("a", beneficiary="b")
    made = check(at_least(drawn(counted), number(1)), Binding("act", "act"), lets=[counted])
    assert explained(made, base(line)).inputs == ((line, "beneficiary"),)
    every = let(Aggregate.COUNT, "measure_line")
    bare = check(at_least(drawn(every), number(1)), Binding("act", "act"), lets=[every])
    assert explained(bare, base(line)).inputs == ()


def test_an_equality_between_amounts_matches_them_and_no_other_comparison_does() -> None:
    line = MeasureLine("a", amount=6, units=2, prior_amount=6)
    both = ((line, "amount"), (line, "prior_amount"))
    assert explained(check(equal(AMOUNT, PRIOR), LINE), base(line)).matched == both
    nested = check(Not(AnyOf((equal(Minus(AMOUNT, money(1)), PRIOR),))), LINE)
    assert explained(nested, base(line)).matched == both
    for made in (
        at_least(AMOUNT, PRIOR),
        Compare(Comparison.DIFFERENT, AMOUNT, PRIOR),
        equal(UNITS, AMOUNT),
    ):
        assert explained(check(made, LINE), base(line)).matched == ()
    trigger = check(Stated(AMOUNT), LINE, trigger=equal(AMOUNT, PRIOR))
    assert explained(trigger, base(line)).matched == ()


def test_the_largest_amount_matches_no_row() -> None:
    made = let(Aggregate.MAX, "measure_line", "amount")
    line, total = MeasureLine("a", amount=3), StatedTotal("t", amount=3)
    asked = check(equal(drawn(made), TOTAL), Binding("total", "stated_total"), lets=[made])
    assert explained(asked, base(line, total)).matched == ((total, "amount"),)


def test_placeholders() -> None:
    facts = base(
        StatedTotal("t", amount=10, of="operative"),
        MeasureLine("a", beneficiary="b", amount=4),
        MeasureLine("b", beneficiary="b", amount=3),
        MeasureLine("c", amount=1),
    )
    refs = ("let.n", "let.n.count", "total.amount", "total.of", "total.id", "total.decision")
    assert evaluated(ARITHMETIC, facts, *refs, "act.year", "act.date", "gap") == [
        Interval(7, 8),
        Interval(2, 3),
        point(10),
        "operative",
        "t",
        NATURAL,
        point(2024),
        point(datetime.date(2024, 2, 29).toordinal()),
        Interval(2, 3),
    ]


def test_parameters_as_placeholders() -> None:
    word = ParameterRef("policy.set.word", Type.TEXT)
    made = check(
        AllOf((equal(POST, word), at_least(AMOUNT, ParameterRef("law.x", Type.MONEY)))), LINE
    )
    facts = base(MeasureLine("a"))
    table = Table({"law.x": 5, "policy.set.word": "w"})
    assert evaluated(made, facts, "law.x", "policy.set.word", table=table) == [point(5), "w"]
    assert evaluated(made, facts, "law.x") == [NATURAL]


@pytest.mark.parametrize(
    "unknown", ["law.y", "let.other", "let.other.count", "line.nothing", "nobody.amount", "word"]
)
def test_a_reference_without_meaning_is_refused(unknown: str) -> None:
    with pytest.raises(KeyError):
        evaluated(check(Stated(AMOUNT), LINE), base(MeasureLine("a")), unknown)


def test_the_gap_of_the_first_comparison_that_does_not_hold() -> None:
    facts = base(MeasureLine("a", amount=7, units=3, post="p"))
    holds, fails = equal(UNITS, number(3)), at_least(AMOUNT, money(10))
    text_fails = equal(POST, text("q"))
    made = check(AllOf((text_fails, holds, fails, equal(UNITS, number(0)))), LINE)
    interpreter = Interpreter([made])
    (firing,) = interpreter.judge(facts, Table())
    gap = interpreter.evaluate(facts, Table(), firing, ["gap"])["gap"]
    assert gap == Evaluated("gap", Type.MONEY, point(3))
    assert evaluated(check(Not(holds), LINE), facts, "gap") == [point(0)]


def test_there_is_no_gap_where_a_side_is_unknown_or_everything_holds() -> None:
    facts = base(MeasureLine("a", amount=7))
    assert evaluated(check(equal(PRIOR, AMOUNT), LINE), facts, "gap") == [NATURAL]
    assert evaluated(check(equal(AMOUNT, money(7)), LINE), facts, "gap") == [NATURAL]
    assert evaluated(check(Stated(AMOUNT), LINE), facts, "gap") == [NATURAL]


def test_a_gap_says_what_is_known_of_it() -> None:
    made = let(Aggregate.SUM, "grant", "amount")
    facts = base(Grant("g", amount=5))
    more = check(Compare(Comparison.AT_MOST, drawn(made), money(3)), LINE, lets=[made])
    assert evaluated(more, base(MeasureLine("a"), Grant("g", amount=5)), "gap") == [
        Interval(2, INFINITY)
    ]
    less = check(at_least(money(3), drawn(made)), Binding("act", "act"), lets=[made])
    assert evaluated(less, facts, "gap") == [Interval(2, INFINITY)]


def test_names_of_the_rows_that_surely_match() -> None:
    ours = equal(row("component", "line"), text("l"))
    made = let(Aggregate.COUNT, "component", None, ours)
    parts = [
        Component("p", line="l", label="coordination"),
        Component("q", line="l", label="facilitation"),
        Component("r", line="l", label="coordination"),
        Component("s", line="l"),
        Component("t", label="perhaps"),
        Component("u", line="m", label="elsewhere"),
    ]
    asked = check(at_least(drawn(made), number(1)), Binding("act", "act"), lets=[made])
    assert evaluated(asked, base(*parts), "let.n.names") == ["coordination\nfacilitation"]


def test_a_gap_between_dates_is_a_number_of_days() -> None:
    made = check(at_least(ref("act", "act", "date"), day(2024, 3, 1)), Binding("act", "act"))
    interpreter, facts = Interpreter([made]), base()
    (firing,) = interpreter.judge(facts, Table())
    gap = interpreter.evaluate(facts, Table(), firing, ["gap"])["gap"]
    assert gap == Evaluated("gap", Type.INT, point(1))


def test_explaining_works_without_judging_first_and_for_cases_in_turn() -> None:
    cases = [base(StatedTotal("t", amount=amount)) for amount in (1, 2)]
    firings = [Interpreter([ARITHMETIC]).judge(facts, Table())[0] for facts in cases]
    interpreter, table = Interpreter([ARITHMETIC]), Table()
    for turn in (0, 1, 0):
        values = interpreter.explain(cases[turn], table, firings[turn]).values
        assert values["total.amount"].interval == point(turn + 1)


def test_explaining_goes_by_the_parameters_given() -> None:
    made = check(at_least(AMOUNT, ParameterRef("law.x", Type.MONEY)), LINE)
    interpreter, facts = Interpreter([made]), base(MeasureLine("a", amount=2))
    tables = [Table({"law.x": value}) for value in (1, 2)]
    (firing,) = interpreter.judge(facts, tables[0])
    values = [interpreter.explain(facts, table, firing).values["law.x"] for table in tables]
    assert [value.interval for value in values] == [point(1), point(2)]


def test_an_open_sum_is_at_least_what_is_known() -> None:
    made = let(Aggregate.SUM, "grant", "amount")
    asked = check(at_least(drawn(made), money(9)), Binding("act", "act"), lets=[made])
    facts = base(Grant("g", amount=5), Grant("h", amount=3))
    assert evaluated(asked, facts, "let.n", "let.n.count") == [
        Interval(8, INFINITY),
        Interval(2, INFINITY),
    ]


def test_the_act_itself_may_be_missed() -> None:
    made = check(equal(ref("act", "act", "population"), number(1)), LINE)
    assert missing(made, MeasureLine("a")) == (Missing(ACT_FACT, "population"),)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 2**64 - 1).map(Random))
def test_an_open_verdict_stays_open_until_what_it_names_is_settled(rng: Random) -> None:
    made, world = random_check(rng), random_world(rng)
    interpreter = Interpreter([made])
    for firing in interpreter.judge(world.facts, world.parameters):
        asked = interpreter.explain(world.facts, world.parameters, firing).missing
        assert bool(asked) == (firing.outcome is Outcome.OPEN)
        assert len(set(asked)) == len(asked)
        if asked:
            rest = settled(rng, world, asked)
            after = Interpreter([made]).judge(rest.facts, rest.parameters)
            outcomes = {each.binding: each.outcome for each in after}
            assert outcomes[firing.binding] is Outcome.OPEN


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**64 - 1).map(Random))
def test_what_matches_is_among_the_inputs(rng: Random) -> None:
    made, world = random_check(rng), random_world(rng)
    interpreter = Interpreter([made])
    for firing in interpreter.judge(world.facts, world.parameters):
        found = interpreter.explain(world.facts, world.parameters, firing)
        assert set(found.matched) <= set(found.inputs)
        assert len(set(found.inputs)) == len(found.inputs)
        again = interpreter.evaluate(world.facts, world.parameters, firing, found.values)
        assert again == found.values
