"""The examples of a rule: facts, what is settled, the verdicts expected."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.language.completeness import can_be_open, completeness
from checker.language.examples import Example, examples_of
from checker.vocabulary import Award, MeasureLine
from tests.language.rules import RULE, SEVERAL, load

DOUBTFUL = "A doubtful attribute, which is left out for it,"
CASE = "examples:\n  - name: n\n    expect: pass\n"


def read(folder: Path, examples: str, rule: str = RULE) -> tuple[Example, ...]:
    rulesets = load(folder, {"theme/rule.yaml": rule + examples})
    (only,) = rulesets.rules
    return examples_of(only, rulesets.paths[only.id], rulesets.law)


def one(folder: Path, rest: str = "", rule: str = RULE) -> Example:
    (example,) = read(folder, CASE + rest, rule)
    return example


def test_a_rule_without_examples(tmp_path: Path) -> None:
    assert read(tmp_path, "") == ()


def test_the_act_is_always_there(tmp_path: Path) -> None:
    act = one(tmp_path).facts.act
    assert (act.id, act.date, act.stage, act.category, act.year) == (
        "act",
        datetime.date(2024, 2, 9),
        "adopted",
        "commune",
        None,
    )
    act = one(
        tmp_path, "    act: {date: null, category: region, year: 2024, doubtful: [stage]}"
    ).facts.act
    assert (act.date, act.stage, act.category, act.year) == (None, None, "region", 2024)
    assert act.doubtful == {"stage"}


def test_an_act_is_one_that_the_rule_is_tried_on(tmp_path: Path) -> None:
    rule = RULE.replace("[draft, adopted]", "[draft, transmitted]").replace(
        "bodies: all", "bodies: [region, cc]"
    )
    act = one(tmp_path, rule=rule).facts.act
    assert (act.stage, act.category) == ("draft", "cc")
    assert one(tmp_path, "    act: {stage: adopted}\n", rule).facts.act.stage == "adopted"


def test_lists_of_values_try_an_example_on_several_acts(tmp_path: Path) -> None:
    acts = "    act: {category: [commune, cc], date: [2024-01-01, 2023-12-31], year: 2024}\n"
    examples = read(tmp_path, CASE + acts + "    facts: [{kind: award, id: a}]\n")
    first, last = datetime.date(2024, 1, 1), datetime.date(2023, 12, 31)
    assert [(each.facts.act.date, each.facts.act.category) for each in examples] == [
        (first, "commune"),
        (first, "cc"),
        (last, "commune"),
        (last, "cc"),
    ]
    assert examples[1].chosen == ("2024-01-01", "cc")
    assert {each.facts.act.year for each in examples} == {2024}
    assert {each.name for each in examples} == {"n"}
    assert all(each.facts.of("award") for each in examples)


def test_what_a_rule_must_cite(tmp_path: Path) -> None:
    assert one(tmp_path).cites is None
    assert one(tmp_path, "    cites: []\n").cites == ()
    assert one(tmp_path, "    cites: [some-act, old-act]\n").cites == ("some-act", "old-act")


def test_facts(tmp_path: Path) -> None:
    example = one(
        tmp_path,
        """\
    facts:
      - {kind: award, amount: 40000.00, conditional: 1, beneficiary: b, decision: a.b}
      - {kind: award, id: mine, doubtful: [amount]}
      - {kind: measure_line, units: 2, announced_change: -15000.00}
      - {kind: aid, date: 2021-02-10}
    whole: [aid]
    open: [award]
""",
    )
    facts = example.facts
    first, second = facts.of("award")
    assert isinstance(first, Award)
    assert isinstance(second, Award)
    assert (first.id, first.amount, first.conditional, first.beneficiary, first.decision) == (
        "award-1",
        4000000,
        True,
        "b",
        "a.b",
    )
    assert (second.id, second.amount) == ("mine", None)
    assert second.doubtful == {"amount"}
    (line,) = facts.of("measure_line")
    assert isinstance(line, MeasureLine)
    assert (line.units, line.announced_change) == (2, -1500000)
    assert [getattr(aid, "date", None) for aid in facts.of("aid")] == [datetime.date(2021, 2, 10)]
    assert "aid" not in facts.open_kinds
    assert {"award", "interest"} <= facts.open_kinds
    assert example.line == RULE.count("\n") + 2


@pytest.mark.parametrize(
    ("written", "settled"),
    [
        ("{law.threshold: 23000.00}", {"law.threshold": 2300000}),
        ("{law.threshold: null}", {"law.threshold": None}),
        ("{law.article: some-act}", {"law.article": "some-act"}),
    ],
)
def test_what_is_settled(tmp_path: Path, written: str, settled: Mapping[str, object]) -> None:
    assert one(tmp_path, f"    law: {written}\n").settled == settled


def test_verdicts_by_subject(tmp_path: Path) -> None:
    facts = """\
    facts: [{kind: stated_total, id: t}, {kind: award, id: a}]
    name: n
    expect: {t/a: fail, rest: open}
"""
    (example,) = read(tmp_path, "examples:\n  -\n" + facts)
    assert example.expect == {"t/a": "fail", "rest": "open"}
    assert example.verdicts == {"fail", "open"}


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("    check: priced", "The rule has one check only; leave 'check' out."),
        ("    fact: []", "An example has no key 'fact'; did you mean 'facts'?"),
        ("    act: {dte: 1}", "The act has no key 'dte'; did you mean 'date'?"),
        (
            "    act: {stage: [draft]}",
            "A list for 'stage' tries the example on several acts; give two.",
        ),
        (
            "    act: {date: [2024-01-01, null]}",
            "A missing value stands alone; give it an example of its own.",
        ),
        ("    cites: [some-cat]", "A reference cannot be 'some-cat'; did you mean 'some-act'?"),
        ("    act: {date: soon}", "'soon' meets a date; write it like 2024-02-09."),
        (
            "    facts: [{id: a}]",
            "A fact is a mapping with its kind: {kind: award, amount: 1.00}.",
        ),
        ("    facts: [{kind: awards}]", "A kind cannot be 'awards'; did you mean 'award'?"),
        ("    facts: [{kind: act}]", "The act is always there; give its values under 'act'."),
        (
            "    facts: [{kind: award, amuont: 1.00}]",
            "The kind 'award' has no key 'amuont'; did you mean 'amount'?",
        ),
        (
            "    facts: [{kind: award, amount: 1}]",
            "'1' is not an amount: write euros with two decimals, such as 40000.00.",
        ),
        ("    facts: [{kind: award, amount: -1.00}]", "'amount' cannot be negative."),
        ("    facts: [{kind: vote, ayes: -1}]", "'ayes' cannot be negative."),
        (
            "    facts: [{kind: award, conditional: true}]",
            "'true' meets a yes or no; write 1 for yes, 0 for no.",
        ),
        (
            "    facts: [{kind: award, id: a}, {kind: award, id: a}]",
            "The id 'a' is taken, or holds a slash; choose another.",
        ),
        (
            "    facts: [{kind: award, amount: 1.00, doubtful: [decisions]}]",
            f"{DOUBTFUL} cannot be 'decisions'; did you mean 'decision'?",
        ),
        ("    whole: [awards]", "A kind cannot be 'awards'; did you mean 'award'?"),
        (
            "    law: {threshold: 1.00}",
            "There is no parameter 'threshold'; did you mean 'law.threshold'?",
        ),
        (
            "    law: {law.threshold: 1}",
            "'1' is not an amount: write euros with two decimals, such as 40000.00.",
        ),
        (
            "    law: {law.article: other}",
            "A reference cannot be 'other'; it is one of some-act, old-act.",
        ),
    ],
)
def test_a_bad_example(tmp_path: Path, rest: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        one(tmp_path, rest)
    assert [(problem.line, problem.message) for problem in caught.value.problems] == [(23, said)]


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("maybe", "The verdict expected cannot be 'maybe'; it is one of"),
        ("review", "TST-01 never says 'review': it judges by itself."),
        ("{t: pass}", "'t' names no facts of the example; write the ids of total/one, or 'rest'."),
        ("{rest: not-applicable}", "The verdict expected cannot be 'not-applicable'"),
        ("[]", "'expect' is a verdict, or a mapping from each subject to its own."),
    ],
)
def test_a_bad_expectation(tmp_path: Path, expect: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, CASE.replace("pass", expect) + "    facts: [{kind: stated_total, id: t}]\n")
    (problem,) = caught.value.problems
    assert problem.message.startswith(said)
    assert problem.line == 22


def test_names_are_unique_and_several_checks_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, CASE + "  - name: n\n    expect: fail\n")
    assert [problem.message for problem in caught.value.problems] == [
        "The name 'n' is taken; give each example its own."
    ]
    with pytest.raises(InputError) as caught:
        one(tmp_path, rule=SEVERAL)
    assert [problem.message for problem in caught.value.problems] == [
        "Say which check it is for: {check: …}, one of first, second."
    ]
    assert one(tmp_path, "    check: second\n", rule=SEVERAL).check == "TST-02/second"


def test_every_verdict_that_can_arise_is_shown(tmp_path: Path) -> None:
    rulesets = load(tmp_path, {"theme/a.yaml": RULE, "theme/b.yaml": SEVERAL})
    assert [
        problem.message for rule in rulesets.rules for problem in completeness(rule, (), "f")
    ] == [
        "TST-01 has no example of 'pass'; add one.",
        "TST-01 has no example of 'fail'; add one.",
        "TST-01 has no example of 'open'; add one.",
        "TST-02/first has no example of 'pass'; add one.",
        "TST-02/first has no example of 'review'; add one.",
        "TST-02/first has no example of 'open'; add one.",
        "TST-02/second has no example of 'pass'; add one.",
        "TST-02/second has no example of 'fail'; add one.",
        "TST-02/second has no example of 'open'; add one.",
    ]
    facts = one(tmp_path / "other").facts
    shown = [Example(verdict, "TST-01", verdict, facts) for verdict in ("pass", "fail")]
    (left,) = completeness(rulesets.rules[0], shown, "f")
    assert left.message == "TST-01 has no example of 'open'; add one."


@pytest.mark.parametrize(
    ("require", "is_open"),
    [
        ("{stated: line.reason}", False),
        ("{not: {stated: line.prior_amount}}", True),
        ("{any: [{stated: line.reason}, {equal: [line.id, x]}]}", False),
        ("{all: [{stated: line.reason}, {equal: [line.post, x]}]}", True),
        ("{equal: [law.threshold, 1.00]}", True),
        ("{equal: [{minus: [{times: [line.units, 1]}, 1]}, 1]}", True),
        ("{equal: [{years_before: [1, act.date]}, 2024-01-01]}", True),
    ],
)
def test_whether_a_check_can_be_open(tmp_path: Path, require: str, *, is_open: bool) -> None:
    text = f"""\
id: TST-03
title: {{fr: t, en: t}}
nature: internal
severity: error
stages: [draft]
bodies: all
why: {{fr: t, en: t}}
for: {{line: {{kind: measure_line}}}}
require: {require}
message: {{fr: t, en: t}}
remedy: {{fr: t, en: t}}
"""
    (rule,) = load(tmp_path, {"theme/rule.yaml": text}).rules
    assert can_be_open(rule.checks[0]) is is_open
