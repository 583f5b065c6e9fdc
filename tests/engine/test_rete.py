"""The engine itself, held as it must be: order, identity, isolation, limits."""

from __future__ import annotations

import importlib
import random
import resource
from collections.abc import Callable, Iterator

import pytest
from attrs import evolve

from checker.engine.durable import network, rete
from checker.engine.durable.hashing import Identifiers, fnv32
from checker.engine.durable.network import Network
from checker.engine.durable.rete import Ruleset
from checker.errors import UnreliableError
from checker.factbase import FactBase, fact_base
from checker.kinds import Fact
from checker.language.tree import AllOf, Binding, Check
from checker.vocabulary import Award, Beneficiary, Component, MeasureLine, Roll, Vote
from tests.engine.fifteen import LAW, a_case, fifteen
from tests.engine.judging import (
    Law,
    act,
    at_most,
    check,
    different,
    equal,
    number,
    outcomes,
    ref,
    stated,
    text,
    the_act,
)


@pytest.fixture(scope="module")
def judge() -> Iterator[Network]:
    with Network(fifteen()) as made:
        yield made


def pairs(*tests: object, requirement: object = None) -> Check:
    """Two lines, joined by `tests`."""
    return check(
        "PAIRS",
        [Binding("one", "measure_line"), Binding("two", "measure_line", tests)],  # type: ignore[arg-type]
        requirement or equal(line("one", "amount"), line("two", "amount")),  # type: ignore[arg-type]
    )


def line(alias: str, attribute: str) -> object:
    return ref(alias, "measure_line", attribute)


def judged(checks: list[Check], facts: list[Fact]) -> list[tuple[str, tuple[str, ...], str]]:
    with Network(checks) as made:
        return outcomes(made.judge(fact_base(facts), LAW))


class TestOutcomes:
    def test_the_four_outcomes_of_one_check(self) -> None:
        small = check(
            "SMALL",
            [Binding("a", "award", (equal(ref("a", "award", "decision"), text("d")),))],
            at_most(ref("a", "award", "amount"), number(10)),
            trigger=different(ref("a", "award", "beneficiary"), text("left out")),
        )
        facts: list[Fact] = [
            the_act(),
            Award("pass", decision="d", amount=10, beneficiary="b"),
            Award("fail", decision="d", amount=11, beneficiary="b"),
            Award("open", decision="d", beneficiary="b"),
            Award("perhaps", decision="d", amount=11),
            Award("none", decision="d", amount=11, beneficiary="left out"),
            Award("other", decision="e", amount=11, beneficiary="b"),
        ]
        assert judged([small], facts) == [
            ("SMALL", ("fail",), "fail"),
            ("SMALL", ("open",), "open"),
            ("SMALL", ("pass",), "pass"),
            ("SMALL", ("perhaps",), "open"),
        ]

    def test_firings_come_in_the_order_of_the_checks_and_of_the_case(self, judge: Network) -> None:
        firings = judge.judge(fact_base(a_case(12)), LAW)
        names = [one.id for one in fifteen()]
        assert [one.check for one in firings] == sorted(
            (one.check for one in firings), key=names.index
        )
        rolls = [one.binding for one in firings if one.check == "COH-02"]
        assert rolls == [(f"r{roll}", f"b{who}") for roll in range(2) for who in range(12)]

    def test_both_orders_of_a_pair_and_never_a_fact_with_itself(self) -> None:
        facts: list[Fact] = [the_act(), MeasureLine("x", amount=1), MeasureLine("y", amount=1)]
        assert judged([pairs()], facts) == [
            ("PAIRS", ("x", "y"), "pass"),
            ("PAIRS", ("y", "x"), "pass"),
        ]

    def test_two_identical_lines_are_both_seen(self) -> None:
        alone = check(
            "ALONE", [Binding("l", "measure_line")], stated(ref("l", "measure_line", "amount"))
        )
        facts: list[Fact] = [the_act(), MeasureLine("x", amount=1), MeasureLine("y", amount=1)]
        assert len(judged([alone], facts)) == 2

    def test_the_act_itself_may_be_bound(self) -> None:
        whole = check("ACT", [Binding("act", "act")], stated(ref("act", "act", "year")))
        assert judged([whole], [the_act()]) == [("ACT", ("act",), "pass")]

    @pytest.mark.parametrize("known", [(0, 0), (0, 1), (1, 0), (1, 1)])
    def test_a_missing_identifier_on_either_side_still_binds(self, known: tuple[int, int]) -> None:
        same = equal(line("two", "post"), line("one", "post"))  # type: ignore[arg-type]
        one, two = ("p" if there else None for there in known)
        facts: list[Fact] = [
            the_act(),
            MeasureLine("x", amount=1, post=one),
            MeasureLine("y", amount=1, post=two),
            MeasureLine("z", amount=1, post="other"),
        ]
        found = judged([pairs(same)], facts)
        assert ("PAIRS", ("x", "y"), "pass") in found
        assert ("PAIRS", ("y", "x"), "pass") in found
        with_other = [one for one in found if "z" in one[1]]
        assert len(with_other) == 2 * known.count(0)

    def test_joins_of_three_aliases(self) -> None:
        chain = check(
            "CHAIN",
            [
                Binding("who", "beneficiary"),
                Binding(
                    "line",
                    "measure_line",
                    (
                        equal(
                            ref("line", "measure_line", "beneficiary"),
                            ref("who", "beneficiary", "id"),
                        ),
                    ),
                ),
                Binding(
                    "part",
                    "component",
                    (equal(ref("line", "measure_line", "id"), ref("part", "component", "line")),),
                ),
            ],
            stated(ref("part", "component", "amount")),
        )
        facts: list[Fact] = [
            the_act(),
            Component("c1", line="l1", amount=1),
            Component("c2", line="l2"),
            Component("c3"),
            MeasureLine("l1", beneficiary="b1"),
            MeasureLine("l2", beneficiary="b2"),
            Beneficiary("b1"),
            Beneficiary("b2"),
        ]
        assert judged([chain], facts) == [
            ("CHAIN", ("b1", "l1", "c1"), "pass"),
            ("CHAIN", ("b1", "l1", "c3"), "open"),
            ("CHAIN", ("b2", "l2", "c2"), "fail"),
            ("CHAIN", ("b2", "l2", "c3"), "open"),
        ]

    def test_a_check_of_more_rules_than_a_shard_holds(self) -> None:
        fields = ("ayes", "noes", "abstained", "blank", "voters")
        same = tuple(
            equal(ref("v", "vote", field), act(other))
            for field in fields
            for other in ("year", "population")
        )
        facts: list[Fact] = [
            the_act(population=2024),
            Vote("pass", ayes=2024, noes=2024, abstained=2024, blank=2024, voters=2024),
            Vote("fail", ayes=2024, noes=2024, abstained=2024, blank=2024, voters=1),
            Vote("open", ayes=2024, noes=2024, abstained=2024, blank=2024),
        ]
        with Network([check("WIDE", [Binding("v", "vote")], AllOf(same))]) as made:
            shards = [one for one in made._outcomes if 1000 in one.shard.kinds]
            assert len(shards) > 1
            found = outcomes(made.judge(fact_base(facts), LAW))
        assert found == [("WIDE", (name,), name) for name in ("fail", "open", "pass")]


class TestOrderAndIsolation:
    def test_two_hundred_orders_give_one_result(self, judge: Network) -> None:
        facts = a_case(3, seed=5)
        chance = random.Random(1)
        expected = outcomes(judge.judge(fact_base(facts), LAW))
        for _ in range(200):
            chance.shuffle(facts)
            assert outcomes(judge.judge(fact_base(facts), LAW)) == expected

    def test_two_hundred_orders_of_joins_give_one_result(self) -> None:
        same = equal(line("two", "post"), line("one", "post"))  # type: ignore[arg-type]
        chance = random.Random(2)
        facts: list[Fact] = [the_act()]
        facts += [
            MeasureLine(f"l{n}", amount=chance.choice((1, 2, None)), post=chance.choice("pq-"))
            for n in range(8)
        ]
        facts.append(MeasureLine("l8", amount=1))
        with Network([pairs(same)]) as made:
            expected = outcomes(made.judge(fact_base(facts), LAW))
            for _ in range(200):
                chance.shuffle(facts)
                assert outcomes(made.judge(fact_base(facts), LAW)) == expected

    def test_interleaved_cases_with_the_same_names_do_not_leak(self, judge: Network) -> None:
        cases = [fact_base(a_case(size, seed=seed)) for size in (1, 4, 2) for seed in (1, 2)]
        alone = [outcomes(judge.judge(case, LAW)) for case in cases]
        with Network(fifteen()) as other:
            for _ in range(3):
                for case, expected in zip(cases, alone, strict=True):
                    assert outcomes(judge.judge(case, LAW)) == expected
                    assert outcomes(other.judge(case, LAW)) == expected

    def test_parameters_of_one_case_do_not_serve_the_next(self, judge: Network) -> None:
        case = fact_base(a_case(3))
        before = outcomes(judge.judge(case, LAW))
        without = outcomes(judge.judge(case, Law()))
        assert before != without
        assert outcomes(judge.judge(case, LAW)) == before

    def test_networks_side_by_side_and_one_after_the_other(self) -> None:
        case = fact_base(a_case(2))
        for _ in range(20):
            with Network(fifteen()) as one, Network(fifteen()[:3]) as two:
                assert outcomes(two.judge(case, LAW)) == [
                    firing
                    for firing in outcomes(one.judge(case, LAW))
                    if firing[0] in ("ARI-01", "ARI-02", "ARI-06")
                ]

    def test_checks_that_are_not_tried_take_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        case = fact_base(a_case(3))
        read: list[Ruleset] = []
        really: Callable[[Ruleset], int] = Ruleset.open

        def noted(self: Ruleset) -> int:
            read.append(self)
            return really(self)

        monkeypatch.setattr(Ruleset, "open", noted)
        with Network(fifteen()) as made:
            made.open(case, ())
            assert made.judge(case, LAW, ()) == []
            assert read == []
            some = made.judge(case, LAW, {"ARI-01"})
            everything = made.judge(case, LAW)
        assert some
        assert some == [firing for firing in everything if firing.check == "ARI-01"]

    def test_memory_stays_flat(self, judge: Network) -> None:
        assert growth(judge, fact_base(a_case(2)), 300) < 5

    def test_texts_of_a_case_are_forgotten_with_it(self, judge: Network) -> None:
        def with_text(number: int) -> None:
            name = f"{number:0200000}"
            judge.judge(fact_base([the_act(), Beneficiary("b", accepted_name=name)]), LAW)

        for n in range(20):
            with_text(n)
        before = megabytes()
        for n in range(20, 120):
            with_text(n)
        assert megabytes() - before < 5

    @pytest.mark.slow
    def test_memory_stays_flat_over_five_thousand_cases(self, judge: Network) -> None:
        assert growth(judge, fact_base(a_case(2)), 5000) < 5

    @pytest.mark.slow
    def test_networks_made_and_closed_leave_nothing(self) -> None:
        case = fact_base(a_case(1))

        def once() -> None:
            with Network(fifteen()) as made:
                made.judge(case, LAW)

        for _ in range(20):
            once()
        before = megabytes()
        for _ in range(300):
            once()
        assert megabytes() - before < 5


def megabytes() -> float:
    """The most memory this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth(judge: Network, case: FactBase, times: int) -> float:
    for _ in range(50):
        judge.judge(case, LAW)
    before = megabytes()
    for _ in range(times):
        judge.judge(case, LAW)
    return megabytes() - before


class TestIdentity:
    def test_colliding_identifiers_are_issued_again(self) -> None:
        one, two = "28072afd944c44e30f57a3edd7ed49b0", "214fddc37828f403ea41c467ae3c327f"
        assert fnv32(one) == fnv32(two)
        issued = Identifiers(iter([one, two, "f1"]))
        assert [issued[0], issued[1]] == [one, "f1"]

    def test_reserved_identifiers_are_never_issued(self) -> None:
        assert Identifiers(iter(["sid-0", "$pulse", "f1"]))[0] == "f1"

    def test_identifiers_of_a_large_case_are_unique_to_the_engine(self) -> None:
        issued = Identifiers()
        hashes = {fnv32(issued[place]) for place in range(25_000)}
        assert len(hashes) == 25_000


class TestLimits:
    def test_a_match_explosion_is_stopped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(network, "MOST_MATCHES", 500)
        lines: list[Fact] = [MeasureLine(f"l{n}") for n in range(40)]
        with Network([pairs()]) as made:
            with pytest.raises(UnreliableError, match="more than 500 matches"):
                made.judge(fact_base([the_act(), *lines]), LAW)
            assert len(made.judge(fact_base([the_act(), *lines[:3]]), LAW)) == 6

    def test_a_case_too_large_is_refused(
        self, judge: Network, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(network, "MOST_FACTS", 10)
        with pytest.raises(UnreliableError, match="takes 10 at most"):
            judge.judge(fact_base(a_case(4)), LAW)

    def test_rows_are_judged_in_portions(
        self, judge: Network, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        case = fact_base(a_case(6))
        whole = judge.judge(case, LAW)
        monkeypatch.setattr(network, "ROWS_AT_ONCE", 2)
        assert judge.judge(case, LAW) == whole

    @pytest.mark.parametrize("value", [2**53, -(2**53), 1.5, float("inf")])
    def test_values_that_are_no_integers_of_the_range_are_refused(
        self, judge: Network, value: object
    ) -> None:
        facts = [evolve(one) for one in a_case(1) if not isinstance(one, Award)]
        facts.append(Award("a", decision="d", amount=value))  # type: ignore[arg-type]
        with pytest.raises(UnreliableError, match="cannot be given to the rules engine"):
            judge.judge(fact_base(facts), LAW)

    @pytest.mark.parametrize("name", ["é", "a\u2028b", "\x00", "x" * 70_000, "𝄞", "\ud800", '"\\'])
    def test_no_text_reaches_the_engine_whatever_it_holds(self, name: str) -> None:
        same = equal(line("two", "post"), line("one", "post"))  # type: ignore[arg-type]
        facts: list[Fact] = [the_act()]
        facts += [MeasureLine(f"l{n}", amount=1, post=name) for n in range(2)]
        facts.append(MeasureLine("l2", amount=1, post=name + "."))
        assert [one[1] for one in judged([pairs(same)], facts)] == [("l0", "l1"), ("l1", "l0")]

    @pytest.mark.parametrize("value", [1.5, True, None, "text", 2**53 + 1, -(2**53) - 1])
    def test_nothing_but_integers_of_the_range_is_ever_written(
        self, judge: Network, value: object
    ) -> None:
        with (
            pytest.raises(UnreliableError, match="of k cannot be given to the rules engine"),
            judge._outcomes[0].session(rete.Budget(10)) as session,
        ):
            session.tell({"k": value})  # type: ignore[dict-item]

    def test_texts_alike_modulo_the_engines_lengths_are_different(self) -> None:
        same = equal(line("two", "post"), line("one", "post"))  # type: ignore[arg-type]
        facts: list[Fact] = [the_act(), MeasureLine("l0", post="A" * 65_536)]
        facts.append(MeasureLine("l1", post="B" * 65_536))
        assert judged([pairs(same)], facts) == []

    def test_two_judgements_at_once_are_refused(self, judge: Network) -> None:
        class Nested(Law):
            def value(self, name: str, day: object) -> int | str | None:  # noqa: ARG002
                judge.judge(fact_base(a_case(1)), LAW)
                raise AssertionError

        with pytest.raises(UnreliableError, match="two judgements at once"):
            judge.judge(fact_base(a_case(1)), Nested())

    def test_a_case_without_facts_of_any_check(self, judge: Network) -> None:
        assert judge.judge(fact_base([the_act(), Roll("r")]), LAW) == []


def test_an_engine_that_cannot_be_loaded_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> object:
        message = f"{name}.so: undefined symbol: PyEval_CallObject"
        raise ImportError(message)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(UnreliableError) as caught:
        rete.load_engine()
    assert "undefined symbol: PyEval_CallObject" in str(caught.value)
    assert "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject" in str(caught.value)
    assert "\n" not in str(caught.value)


class TestRecall:
    def test_the_network_of_the_same_checks_is_kept(self) -> None:
        case = fact_base(a_case(2))
        checks = fifteen()[:2]
        one = network.recall_network(checks, "two checks")
        expected = outcomes(one.judge(case, LAW))
        assert network.recall_network(checks, "two checks") is one

        other = network.recall_network(checks[:1], "one check")
        assert other is not one
        assert outcomes(other.judge(case, LAW)) == [
            firing for firing in expected if firing[0] == checks[0].id
        ]
        assert outcomes(one.judge(case, LAW)) == expected  # closed meanwhile, and read anew
