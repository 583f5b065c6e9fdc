"""The checks of `rules.md` section 6 as trees, and cases of any size for them."""

from __future__ import annotations

import datetime
import random
from typing import TypeVar

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
    Minus,
    Not,
    OrElse,
    ParameterRef,
    Plus,
    Times,
    YearsBefore,
)
from checker.vocabulary import (
    ActionLabel,
    Agreement,
    Aid,
    Award,
    Beneficiary,
    Component,
    CountPhrase,
    Enrolled,
    Enumerated,
    Grant,
    Interest,
    MeasureLine,
    Mention,
    NonParticipant,
    Participant,
    Roll,
    Sitting,
    StatedTotal,
    SummaryLine,
    Vote,
)
from tests.engine.judging import (
    Law,
    act,
    at_least,
    at_most,
    check,
    count,
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
    total,
)

Value = TypeVar("Value")
LAW = Law({"agreement_threshold": 2_300_000, "quorum_divisor": 2, "de_minimis_ceiling": 30_000_000})


def _labels(name: str, priced: int) -> Check:
    label = "label"
    same_place = (
        equal(row("action_label", "section"), text("description")),
        equal(row("action_label", "beneficiary"), ref(label, "action_label", "beneficiary")),
        equal(row("action_label", "measure"), ref(label, "action_label", "measure")),
    )
    same_text = equal(row("action_label", "normal_text"), ref(label, "action_label", "normal_text"))
    tests = (
        equal(ref(label, "action_label", "section"), text("amounts")),
        equal(ref(label, "action_label", "priced"), number(priced, Type.FLAG)),
    )
    return check(
        name,
        [Binding(label, "action_label", tests)],
        at_least(let("same"), number(1)),
        lets=[
            count("described", "action_label", *same_place),
            count("same", "action_label", *same_place, same_text),
        ],
        trigger=at_least(let("described"), number(1)),
    )


def fifteen() -> list[Check]:
    """The fifteen rules, in seventeen checks."""
    line_id = ref("line", "measure_line", "id")
    parts = equal(row("component", "line"), line_id)
    who = ref("who", "beneficiary", "id")
    like = (
        equal(row("measure_line", "measure"), ref("line", "measure_line", "measure")),
        equal(row("measure_line", "post"), ref("line", "measure_line", "post")),
    )
    unit = equal(row("measure_line", "unit_amount"), ref("line", "measure_line", "unit_amount"))
    no_reason = Not(stated(row("measure_line", "reason")))
    award = ref("award", "award", "beneficiary")
    member = ref("interest", "interest", "member")
    sitting = Binding("sitting", "sitting")
    return [
        check(
            "ARI-01",
            [
                Binding(
                    "total",
                    "stated_total",
                    (equal(ref("total", "stated_total", "of"), text("operative")),),
                )
            ],
            equal(let("lines", Type.MONEY), ref("total", "stated_total", "amount")),
            lets=[
                total(
                    "lines",
                    "award",
                    "amount",
                    equal(row("award", "decision"), ref("total", "stated_total", "decision")),
                )
            ],
        ),
        check(
            "ARI-02",
            [Binding("summary", "summary_line")],
            equal(let("lines", Type.MONEY), ref("summary", "summary_line", "amount")),
            lets=[
                total(
                    "lines",
                    "measure_line",
                    "amount",
                    equal(
                        row("measure_line", "beneficiary"),
                        ref("summary", "summary_line", "beneficiary"),
                    ),
                ),
                count("measured", "measure_line"),
            ],
            trigger=at_least(let("measured"), number(1)),
        ),
        check(
            "ARI-06",
            [Binding("line", "measure_line")],
            equal(let("parts", Type.MONEY), ref("line", "measure_line", "amount")),
            lets=[
                total("parts", "component", "amount", parts),
                count("priced", "component", parts, stated(row("component", "amount"))),
                count("unpriced", "component", parts, Not(stated(row("component", "amount")))),
            ],
            trigger=AllOf(
                (
                    at_least(let("priced"), number(1)),
                    AnyOf(
                        (
                            equal(let("unpriced"), number(0)),
                            more(let("parts", Type.MONEY), ref("line", "measure_line", "amount")),
                        )
                    ),
                )
            ),
        ),
        check(
            "COH-01",
            [Binding("phrase", "count_phrase")],
            equal(ref("phrase", "count_phrase", "value"), let("items")),
            lets=[
                count(
                    "items",
                    "enumerated",
                    equal(
                        row("enumerated", "enumeration"),
                        ref("phrase", "count_phrase", "enumeration"),
                    ),
                )
            ],
        ),
        check(
            "COH-02",
            [Binding("part", "roll"), Binding("who", "beneficiary")],
            at_least(let("here"), number(1)),
            lets=[
                count(
                    "here",
                    "enrolled",
                    equal(row("enrolled", "roll"), ref("part", "roll", "id")),
                    equal(row("enrolled", "beneficiary"), who),
                )
            ],
        ),
        check(
            "COH-03",
            [Binding("who", "beneficiary")],
            equal(let("others"), number(0)),
            lets=[
                Let(
                    "others",
                    Aggregate.DISTINCT,
                    "mention",
                    row("mention", "normal_name"),
                    (
                        equal(row("mention", "beneficiary"), who),
                        AnyOf(
                            (
                                equal(row("mention", "form"), text("full")),
                                equal(row("mention", "form"), text("short")),
                            )
                        ),
                        different(
                            row("mention", "normal_name"),
                            ref("who", "beneficiary", "accepted_name"),
                        ),
                    ),
                )
            ],
        ),
        _labels("COH-04/priced", 1),
        _labels("COH-04/unpriced", 0),
        check(
            "ALL-02",
            [Binding("line", "measure_line", (stated(ref("line", "measure_line", "post")),))],
            AnyOf(
                (
                    stated(ref("line", "measure_line", "reason")),
                    more(let("alike"), let("unlike")),
                )
            ),
            lets=[
                count("alike", "measure_line", *like, unit, no_reason),
                count("unlike", "measure_line", *like, Not(unit), no_reason),
            ],
        ),
        check(
            "ALL-04",
            [Binding("line", "measure_line")],
            equal(let("unpriced"), number(0)),
            lets=[
                count("parts", "component", parts),
                count("unpriced", "component", parts, Not(stated(row("component", "amount")))),
            ],
            trigger=at_least(let("parts"), number(2)),
        ),
        check(
            "CON-01",
            [
                Binding(
                    "who",
                    "beneficiary",
                    (equal(ref("who", "beneficiary", "private_law"), number(1, Type.FLAG)),),
                )
            ],
            at_least(let("agreements"), number(1)),
            lets=[
                total(
                    "year",
                    "grant",
                    "amount",
                    equal(row("grant", "beneficiary"), who),
                    equal(row("grant", "year"), act("year")),
                ),
                count("agreements", "agreement", equal(row("agreement", "beneficiary"), who)),
            ],
            trigger=more(let("year", Type.MONEY), ParameterRef("agreement_threshold", Type.MONEY)),
        ),
        check(
            "INT-01",
            [Binding("interest", "interest")],
            AnyOf((at_least(let("out"), number(1)), equal(let("in"), number(0)))),
            lets=[
                count("out", "non_participant", equal(row("non_participant", "member"), member)),
                count("in", "participant", equal(row("participant", "member"), member)),
            ],
        ),
        check(
            "VOT-01",
            [sitting],
            more(
                Times(
                    (
                        ParameterRef("quorum_divisor", Type.INT),
                        ref("sitting", "sitting", "present"),
                    )
                ),
                ref("sitting", "sitting", "in_office"),
            ),
        ),
        check(
            "VOT-03/voters",
            [Binding("vote", "vote"), sitting],
            equal(
                ref("vote", "vote", "voters"),
                Minus(
                    Plus(
                        (
                            ref("sitting", "sitting", "present"),
                            ref("sitting", "sitting", "represented"),
                        )
                    ),
                    ref("vote", "vote", "abstained"),
                ),
            ),
        ),
        check(
            "VOT-03/ballots",
            [Binding("vote", "vote")],
            equal(
                Plus(
                    (
                        ref("vote", "vote", "ayes"),
                        ref("vote", "vote", "noes"),
                        ref("vote", "vote", "abstained"),
                        OrElse(ref("vote", "vote", "blank"), number(0)),
                    )
                ),
                ref("vote", "vote", "voters"),
            ),
        ),
        check(
            "COM-06",
            [
                Binding(
                    "award",
                    "award",
                    (equal(ref("award", "award", "conditional"), number(1, Type.FLAG)),),
                )
            ],
            equal(act("is_budget_vote"), number(0, Type.FLAG)),
        ),
        check(
            "UE-02",
            [
                Binding(
                    "award",
                    "award",
                    (equal(ref("award", "award", "de_minimis"), number(1, Type.FLAG)),),
                )
            ],
            at_most(
                Plus((let("before", Type.MONEY), let("now", Type.MONEY))),
                ParameterRef("de_minimis_ceiling", Type.MONEY),
            ),
            lets=[
                total(
                    "before",
                    "aid",
                    "amount",
                    equal(row("aid", "beneficiary"), award),
                    equal(row("aid", "de_minimis"), number(1, Type.FLAG)),
                    Compare(Comparison.MORE, row("aid", "date"), YearsBefore(3, act("date"))),
                ),
                total(
                    "now",
                    "award",
                    "amount",
                    equal(row("award", "beneficiary"), award),
                    equal(row("award", "de_minimis"), number(1, Type.FLAG)),
                ),
            ],
        ),
    ]


def a_case(beneficiaries: int, seed: int = 0) -> list[Fact]:
    """A case of about nine facts per beneficiary, some values missing or wrong."""
    chance = random.Random(seed)

    def often(value: Value, share: float = 0.9) -> Value | None:
        return value if chance.random() < share else None

    facts: list[Fact] = [the_act(is_budget_vote=False)]
    facts += [Roll(f"r{place}", name=f"part {place}") for place in range(2)]
    facts += [
        CountPhrase("c0", value=beneficiaries, enumeration="all"),
        StatedTotal("t0", of="operative", decision="d", amount=4_000_000 * beneficiaries),
        Sitting("s", in_office=188, present=often(100), represented=20),
        Vote("v", voters=120, ayes=100, noes=10, abstained=10),
        Interest("i0", member="m1"),
        NonParticipant("n0", member="m1"),
        Participant("p0", member="m2"),
    ]
    for place in range(beneficiaries):
        name = f"b{place}"
        facts += [
            Beneficiary(name, private_law=often(True), accepted_name=f"name {place}"),
            Mention(
                f"m{place}",
                beneficiary=name,
                form=often("full"),
                normal_name=often(f"name {place}"),
            ),
            Enrolled(f"e0{place}", roll="r0", beneficiary=often(name, 0.99)),
            Enrolled(f"e1{place}", roll="r1", beneficiary=name),
            Enumerated(f"u{place}", enumeration="all", item=name),
            SummaryLine(f"s{place}", beneficiary=name, amount=4_000_000),
            MeasureLine(
                f"l{place}",
                measure="m1",
                beneficiary=name,
                amount=often(4_000_000),
                post=often("facilitator"),
                unit_amount=str(chance.choice((15_000, 16_000, place))),
                reason=often("departure", 0.1),
            ),
            Component(f"k{place}", line=f"l{place}", label="part", amount=often(4_000_000)),
            Award(
                f"a{place}",
                beneficiary=name,
                decision="d",
                amount=often(4_000_000),
                conditional=often(True),
                de_minimis=often(False, 0.5),
            ),
            Grant(f"g{place}", beneficiary=name, year=2024, amount=4_000_000),
            Agreement(f"c{place}", beneficiary=name),
            Aid(
                f"h{place}",
                beneficiary=name,
                amount=often(10_000_000),
                date=often(datetime.date(2022, 5, 1)),
                de_minimis=often(True),
            ),
            ActionLabel(
                f"x{place}",
                section=chance.choice(("amounts", "description")),
                beneficiary=name,
                measure="m1",
                normal_text=often("drive"),
                priced=often(True),
            ),
        ]
    return facts
