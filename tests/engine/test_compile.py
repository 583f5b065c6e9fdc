"""Checks to rules: nothing but what was measured sound reaches the engine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.durable import shards
from checker.engine.durable.branches import FALSE, TRUE, Formula, Leaf, at_most, below, both, either
from checker.engine.durable.candidates import candidate_rules
from checker.engine.durable.compile import CompiledCheck, compiled
from checker.engine.durable.encoding import Interner
from checker.engine.durable.fold import CheckFold
from checker.engine.durable.shards import (
    MOST_PATTERNS,
    MOST_RULES,
    candidate_shards,
    kind_numbers,
    outcome_shards,
)
from checker.engine.durable.truths import Columns, Want, formula
from checker.interval import INFINITY, Interval, Truth, saturated
from checker.interval import at_least as at_least_truth
from checker.interval import equal as equal_truth
from checker.interval import more as more_truth
from checker.kinds import Type
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Binding,
    Check,
    Compare,
    Comparison,
    Constant,
    Not,
    Operand,
    Plus,
)
from tests.engine.fifteen import fifteen
from tests.engine.judging import (
    act,
    at_least,
    check,
    count,
    equal,
    let,
    more,
    number,
    ref,
    row,
    stated,
    text,
)

OPERATORS = {"$and", "$lt", "$lte", "$gte"}


def every_shard(checks: tuple[CompiledCheck, ...]) -> list[shards.Shard]:
    return [*candidate_shards(checks, kind_numbers(checks)), *outcome_shards(checks)]


def patterns(shard: shards.Shard) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Each pattern of each rule: its place in the rule and its comparisons."""
    for rule in json.loads(shard.text).values():
        assert list(rule) == ["all"]
        for place, pattern in enumerate(rule["all"]):
            ((alias, conjunction),) = pattern.items()
            assert alias == f"a{place}"
            assert list(conjunction) == ["$and"]
            yield place, conjunction["$and"]


def joined() -> Check:
    """Two awards to one beneficiary are by one decision."""
    same = equal(ref("two", "award", "beneficiary"), ref("one", "award", "beneficiary"))
    return check(
        "JOIN",
        [Binding("one", "award"), Binding("two", "award", (same,))],
        equal(ref("one", "award", "decision"), ref("two", "award", "decision")),
    )


class TestWhatReachesTheEngine:
    def test_only_comparisons_of_integers_in_flat_conjunctions(self) -> None:
        for shard in every_shard(compiled([*fifteen(), joined()], Interner())):
            for place, leaves in patterns(shard):
                assert list(leaves[0]) == ["k"]
                for leaf in leaves:
                    ((name, right),) = leaf.items()
                    if name.startswith("$"):
                        assert name in OPERATORS - {"$and"}
                        ((name, right),) = right.items()
                    if isinstance(right, dict):
                        ((where, column),) = right.items()
                        assert where == "$m" or where in {f"a{one}" for one in range(place)}
                        assert isinstance(column, str)
                    else:
                        assert type(right) is int

    def test_the_last_join_of_every_later_pattern_is_always_true(self) -> None:
        later = [
            leaves
            for shard in every_shard(compiled([*fifteen(), joined()], Interner()))
            for place, leaves in patterns(shard)
            if place
        ]
        assert later
        assert all(leaves[-1] == {"$gte": {"one": {"a0": "one"}}} for leaves in later)

    def test_shards_stay_far_below_the_limits_of_the_engine(self) -> None:
        checks = [evolve(one, id=f"{one.id}-{n}") for n in range(12) for one in fifteen()]
        for shard in every_shard(compiled(checks, Interner())):
            rules = json.loads(shard.text)
            assert len(rules) <= MOST_RULES + 1
            assert sum(len(rule["all"]) for rule in rules.values()) <= MOST_PATTERNS + 1

    def test_rules_of_one_check_stay_together_where_they_fit(self) -> None:
        checks = compiled(fifteen(), Interner())
        for one in checks:
            homes = [shard for shard in outcome_shards(checks) if one.number in shard.kinds]
            assert len(homes) == 1

    def test_a_missing_identifier_has_a_rule_of_its_own(self) -> None:
        rules = list(candidate_rules(joined(), Interner()))
        presence = [
            tuple((leaf.operator, leaf.right) for leaf in (*one.leaves, *two.leaves))
            for one, two in rules
        ]
        known, missing = ("$gte", 2), ("$lte", 1)
        assert sorted(presence) == sorted(
            [(known, known), (known, missing), (missing, known), (missing, missing)]
        )
        assert [len(two.joins) for _, two in rules] == [1, 0, 0, 0]

    def test_identifiers_of_facts_are_joined_without_further_rules(self) -> None:
        same = equal(ref("line", "component", "line"), ref("of", "measure_line", "id"))
        whole = check(
            "ID", [Binding("of", "measure_line"), Binding("line", "component", (same,))], same
        )
        assert len(list(candidate_rules(whole, Interner()))) == 2


class TestRefusals:
    @pytest.mark.parametrize("aliases", [0, 4])
    def test_the_number_of_aliases(self, aliases: int) -> None:
        bindings = [Binding(f"b{n}", "award") for n in range(aliases)]
        with pytest.raises(ValueError, match=r"Check MANY is too large .* split it"):
            compiled([check("MANY", bindings, stated(act("year")))], Interner())

    def test_more_branches_than_were_proved(self) -> None:
        fields = ("ayes", "noes", "abstained", "blank", "voters")
        cases = [
            AnyOf(
                (
                    equal(ref("v", "vote", one), number(1)),
                    equal(ref("v", "vote", other), act("year")),
                )
            )
            for one in fields
            for other in fields
        ]
        with pytest.raises(ValueError, match="Check WIDE"):
            compiled([check("WIDE", [Binding("v", "vote")], AllOf(tuple(cases)))], Interner())

    def test_more_operands_than_were_proved(self) -> None:
        wide = AnyOf(tuple(at_least(_plus(n), ref("v", "vote", "voters")) for n in range(101)))
        with pytest.raises(ValueError, match="Check LONG"):
            compiled([check("LONG", [Binding("v", "vote")], wide)], Interner())

    def test_a_literal_beyond_the_range(self) -> None:
        huge = equal(ref("v", "vote", "voters"), number(INFINITY))
        with pytest.raises(ValueError, match="Check HUGE"):
            compiled([check("HUGE", [Binding("v", "vote")], huge)], Interner())

    def test_a_let_over_a_let(self) -> None:
        over = check(
            "OVER",
            [Binding("v", "vote")],
            at_least(let("second"), number(1)),
            lets=[
                count("first", "award"),
                count("second", "award", equal(row("award", "amount"), let("first"))),
            ],
        )
        (one,) = compiled([over], Interner())
        with pytest.raises(ValueError, match="looks at let first"):
            CheckFold(one, Interner())

    def test_names_the_engine_takes_for_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shards, "fnv32", len)
        with pytest.raises(ValueError, match=r"takes the names .* for one"):
            every_shard(compiled([joined()], Interner()))


def _plus(value: int) -> Operand:
    return Plus((act("year"), number(value)))


def test_a_list_of_texts_stays_small() -> None:
    words = AnyOf(tuple(equal(ref("m", "mention", "form"), text(f"form {n}")) for n in range(20)))
    (one,) = compiled(
        [check("WORDS", [Binding("m", "mention", (words,))], stated(act("year")))], Interner()
    )
    none = [branch for outcome, branch in one.outcomes if outcome is None]
    assert len(none) == 2


ENDS = st.sampled_from([-INFINITY, -2, -1, 0, 1, 2, 3, INFINITY])
INTERVALS = st.tuples(ENDS, ENDS).map(lambda ends: saturated(min(ends), max(ends)))
COLUMNS = ("p0_lo", "p0_hi", "p1_lo", "p1_hi")


def holds(branches: Formula, values: Mapping[str, int]) -> bool:
    """Evaluate a formula as the engine would."""

    def leaf_holds(leaf: Leaf) -> bool:
        left = values[leaf.left]
        right = leaf.right if isinstance(leaf.right, int) else values[leaf.right]
        if leaf.operator == "$lt":
            return left < right
        return left <= right if leaf.operator == "$lte" else left >= right

    return any(all(leaf_holds(leaf) for leaf in branch) for branch in branches)


def columns_of(values: Mapping[str, Interval]) -> Mapping[str, int]:
    return {
        f"{name}_{end}": at
        for name, interval in values.items()
        for end, at in (("lo", interval.low), ("hi", interval.high))
    }


def truth_as_wanted(truth: Truth, want: Want) -> bool:
    return {
        Want.TRUE: truth is Truth.TRUE,
        Want.FALSE: truth is Truth.FALSE,
        Want.NOT_TRUE: truth is not Truth.TRUE,
        Want.NOT_FALSE: truth is not Truth.FALSE,
    }[want]


TRUTHS: Mapping[Comparison, Callable[[Interval, Interval], Truth]] = {
    Comparison.EQUAL: equal_truth,
    Comparison.DIFFERENT: lambda one, two: Truth(2 - equal_truth(one, two)),
    Comparison.MORE: more_truth,
    Comparison.AT_MOST: lambda one, two: Truth(2 - more_truth(one, two)),
    Comparison.AT_LEAST: at_least_truth,
    Comparison.LESS: lambda one, two: Truth(2 - at_least_truth(one, two)),
}


@pytest.mark.parametrize("want", list(Want))
@given(
    parts=st.lists(
        st.tuples(
            st.sampled_from(list(Comparison)),
            st.sampled_from([0, 1]),
            st.sampled_from([0, 1, "constant"]),
            st.integers(-2, 3),
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    ),
    values=st.tuples(INTERVALS, INTERVALS),
    conjunction=st.booleans(),
)
def test_formulas_say_what_intervals_say(
    want: Want,
    parts: list[tuple[Comparison, int, int | str, int, bool]],
    values: tuple[Interval, Interval],
    *,
    conjunction: bool,
) -> None:
    operands = [ref("v", "vote", "ayes"), ref("v", "vote", "noes")]

    def ends(operand: Operand) -> tuple[int | str, int | str]:
        if isinstance(operand, Constant):
            assert isinstance(operand.value, int)
            return operand.value, operand.value
        assert isinstance(operand, AttributeRef)
        place = operands.index(operand)
        return f"p{place}_lo", f"p{place}_hi"

    truths, conditions = [], []
    for comparison, left, right, at, denied in parts:
        other: Operand = operands[right] if isinstance(right, int) else number(at, Type.SIGNED)
        others = values[right] if isinstance(right, int) else Interval(at, at)
        truth = TRUTHS[comparison](values[left], others)
        condition = Compare(comparison, operands[left], other)
        truths.append(Truth(2 - truth) if denied else truth)
        conditions.append(Not(condition) if denied else condition)
    whole = (AllOf if conjunction else AnyOf)(tuple(conditions))
    expected = min(truths) if conjunction else max(truths)
    branches = formula(whole, want, Columns(ends, lambda _: ""))
    given_values = columns_of({"p0": values[0], "p1": values[1]})
    assert holds(branches, given_values) is truth_as_wanted(expected, want)


@given(value=st.integers(0, 2), want=st.sampled_from(list(Want)))
def test_statements_say_what_their_column_says(value: int, want: Want) -> None:
    condition = stated(ref("v", "vote", "ayes"))
    branches = formula(condition, want, Columns(lambda _: (0, 0), lambda _: "s0"))
    assert holds(branches, {"s0": value}) is truth_as_wanted(Truth(value), want)


def compared(left: int | str, right: int | str, *, strict: bool) -> Formula:
    return below(left, right) if strict else at_most(left, right)


def combined(parts: list[Formula], *, conjunction: bool) -> Formula:
    return both(parts) if conjunction else either(parts)


LEAVES = st.builds(
    compared,
    st.sampled_from(COLUMNS) | st.integers(-1, 2),
    st.sampled_from(COLUMNS) | st.integers(-1, 2),
    strict=st.booleans(),
)
FORMULAS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        combined,
        st.lists(inner, min_size=1, max_size=3),
        conjunction=st.booleans(),
    ),
    max_leaves=8,
)


@given(one=FORMULAS, other=FORMULAS, values=st.tuples(INTERVALS, INTERVALS))
def test_branches_left_out_change_nothing(
    one: Formula, other: Formula, values: tuple[Interval, Interval]
) -> None:
    at = columns_of({"p0": values[0], "p1": values[1]})
    assert holds(both([one, other]), at) is (holds(one, at) and holds(other, at))
    assert holds(either([one, other]), at) is (holds(one, at) or holds(other, at))


def test_true_and_false_are_neutral() -> None:
    some = at_most("p0_hi", 3)
    assert both([TRUE, some]) == some == either([FALSE, some])
    assert both([FALSE, some]) == FALSE


def test_more_is_compiled_in_a_trigger_too() -> None:
    one = check(
        "TRIGGER",
        [Binding("v", "vote")],
        stated(ref("v", "vote", "ayes")),
        trigger=more(ref("v", "vote", "ayes"), number(3)),
    )
    (whole,) = compiled([one], Interner())
    assert {outcome.value if outcome else None for outcome, _ in whole.outcomes} == {
        None,
        "pass",
        "fail",
        "open",
    }
