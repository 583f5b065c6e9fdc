"""What a rule file means."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from checker.kinds import Type
from checker.language.operandtypes import operand_type
from checker.language.places import placeholders
from checker.language.reader import head_of
from checker.language.rulesets import default_root, load_rulesets
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Basis,
    Binding,
    Compare,
    Comparison,
    Condition,
    Constant,
    Let,
    LetRef,
    Minus,
    Nature,
    Not,
    OrElse,
    ParameterRef,
    Plus,
    Severity,
    Stated,
    Times,
    YearsBefore,
)
from checker.words import Words
from checker.yamlfile import Table
from tests.language.rules import (
    ARTICLE,
    LAW,
    REFERENCES,
    RULE,
    SEVERAL,
    THRESHOLD,
    check_of,
    load,
    problems_of,
    rule_of,
    write,
)

TOTAL = AttributeRef("total", "stated_total", "amount", Type.MONEY)
ONE = AttributeRef("one", "award", "amount", Type.MONEY)
DECISION = AttributeRef("total", "stated_total", "decision", Type.TEXT)
ACT_DATE = AttributeRef("act", "act", "date", Type.DATE)


def row(attribute: str, type_: Type) -> AttributeRef:
    return AttributeRef("row", "award", attribute, type_)


def trigger_of(folder: Path, condition: str) -> Condition | None:
    return check_of(
        folder, RULE.replace("when: {more: [total.amount, 100.00]}", f"when: {condition}")
    ).trigger


def test_a_single_check(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, RULE)
    assert (rule.id, rule.title, rule.nature) == (
        "TST-01",
        Words("Titre", "Title"),
        Nature.INTERNAL,
    )
    assert rule.stages == {"draft", "adopted"}
    assert not rule.bodies
    assert (rule.since, rule.until, rule.policy) == (None, None, "")
    assert rule.basis == (Basis(reference="some-act"),)
    assert rule.file == "theme/rule.yaml"
    (check,) = rule.checks
    assert check.id == "TST-01"
    assert check.bindings == (
        Binding(
            "total",
            "stated_total",
            (
                Compare(
                    Comparison.EQUAL,
                    AttributeRef("total", "stated_total", "of", Type.TEXT),
                    Constant("operative", Type.TEXT),
                ),
            ),
        ),
        Binding(
            "one",
            "award",
            (
                Compare(
                    Comparison.EQUAL, AttributeRef("one", "award", "decision", Type.TEXT), DECISION
                ),
                Stated(ONE),
            ),
        ),
    )
    (let,) = check.lets
    assert isinstance(let, Let)
    assert let.ref == row("amount", Type.MONEY)
    assert let.where == (
        Compare(Comparison.EQUAL, row("decision", Type.TEXT), DECISION),
        Compare(
            Comparison.DIFFERENT, row("id", Type.ID), AttributeRef("one", "award", "id", Type.ID)
        ),
    )
    assert check.trigger == Compare(Comparison.MORE, TOTAL, Constant(10000, Type.MONEY))
    assert check.requirement == Compare(
        Comparison.EQUAL, Plus((LetRef("lines", Type.MONEY), ONE)), TOTAL
    )
    assert check.severity == {"draft": Severity.ERROR, "adopted": Severity.ERROR}
    assert (check.judgement, check.rest_ignored) == (False, False)
    assert placeholders(check.message.en) == (
        "total.amount",
        "let.lines",
        "let.lines.count",
        "gap",
    )


def test_several_checks(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, SEVERAL)
    assert (rule.since, rule.until) == (datetime.date(2014, 8, 2), datetime.date(2026, 1, 1))
    assert rule.bodies == {"commune", "metropole"}
    assert rule.basis == (Basis(reference="some-act"), Basis(article="law.article"))
    first, second = rule.checks
    assert (first.id, second.id) == ("TST-02/first", "TST-02/second")
    assert first.severity == {"draft": Severity.NOTE, "adopted": Severity.WARNING}
    assert second.severity == {"draft": Severity.ERROR, "adopted": Severity.ERROR}
    assert (first.judgement, second.judgement) == (True, False)
    assert (first.rest_ignored, second.rest_ignored) == (True, False)
    blank = AttributeRef("vote", "vote", "blank", Type.INT)
    zero = Constant(0, Type.INT)
    assert second.requirement == Compare(Comparison.EQUAL, OrElse(blank, zero), zero)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "{stated: one.conditional}",
            Stated(AttributeRef("one", "award", "conditional", Type.FLAG)),
        ),
        (
            "{not: {stated: one.amount}}",
            Not(Stated(ONE)),
        ),
        (
            "{all: [{stated: one.amount}, {any: [{stated: total.amount}]}]}",
            AllOf((Stated(ONE), AnyOf((Stated(TOTAL),)))),
        ),
        (
            "{at_most: [total.amount, {law: threshold, at: act.date}]}",
            Compare(Comparison.AT_MOST, TOTAL, ParameterRef("law.threshold", Type.MONEY, ACT_DATE)),
        ),
        (
            "{less: [{times: [{plus: [act.year, 1]}, total.amount]}, {minus: [one.amount, 1.00]}]}",
            Compare(
                Comparison.LESS,
                Times(
                    (
                        Plus((AttributeRef("act", "act", "year", Type.INT), Constant(1, Type.INT))),
                        TOTAL,
                    )
                ),
                Minus(ONE, Constant(100, Type.MONEY)),
            ),
        ),
        (
            "{at_least: [{times: [15000.00, act.year]}, -0.01]}",
            Compare(
                Comparison.AT_LEAST,
                Times(
                    (Constant(1500000, Type.MONEY), AttributeRef("act", "act", "year", Type.INT))
                ),
                Constant(-1, Type.SIGNED),
            ),
        ),
        (
            "{different: [{years_before: [3, act.date]}, 2021-02-09]}",
            Compare(
                Comparison.DIFFERENT,
                YearsBefore(3, ACT_DATE),
                Constant(datetime.date(2021, 2, 9).toordinal(), Type.DATE),
            ),
        ),
        (
            "{more: [{minus: [act.date, 2021-02-09]}, 5]}",
            Compare(
                Comparison.MORE,
                Minus(ACT_DATE, Constant(datetime.date(2021, 2, 9).toordinal(), Type.DATE)),
                Constant(5, Type.INT),
            ),
        ),
        (
            "{equal: [{text: 1.5 ETP}, total.decision]}",
            Compare(Comparison.EQUAL, Constant("1.5 ETP", Type.TEXT), DECISION),
        ),
        (
            "{equal: [total.decision, 2024]}",
            Compare(Comparison.EQUAL, DECISION, Constant("2024", Type.TEXT)),
        ),
        (
            "{equal: [one.conditional, 1]}",
            Compare(
                Comparison.EQUAL,
                AttributeRef("one", "award", "conditional", Type.FLAG),
                Constant(1, Type.FLAG),
            ),
        ),
        (
            "{equal: [one.beneficiary, town]}",
            Compare(
                Comparison.EQUAL,
                AttributeRef("one", "award", "beneficiary", Type.ID),
                Constant("town", Type.ID),
            ),
        ),
    ],
)
def test_a_condition(tmp_path: Path, written: str, meant: Condition) -> None:
    assert trigger_of(tmp_path, written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "amount: {at_least: 1.00, less: total.amount}",
            (
                Compare(Comparison.AT_LEAST, row("amount", Type.MONEY), Constant(100, Type.MONEY)),
                Compare(Comparison.LESS, row("amount", Type.MONEY), TOTAL),
            ),
        ),
        (
            "decision: [a, b]",
            (
                AnyOf(
                    (
                        Compare(
                            Comparison.EQUAL, row("decision", Type.TEXT), Constant("a", Type.TEXT)
                        ),
                        Compare(
                            Comparison.EQUAL, row("decision", Type.TEXT), Constant("b", Type.TEXT)
                        ),
                    )
                ),
            ),
        ),
        (
            "decision: {not: [a, {text: b.c}]}",
            (
                Compare(Comparison.DIFFERENT, row("decision", Type.TEXT), Constant("a", Type.TEXT)),
                Compare(
                    Comparison.DIFFERENT, row("decision", Type.TEXT), Constant("b.c", Type.TEXT)
                ),
            ),
        ),
        ("amount: absent", (Not(Stated(row("amount", Type.MONEY))),)),
        (
            "amount: {at_most: law.threshold}",
            (
                Compare(
                    Comparison.AT_MOST,
                    row("amount", Type.MONEY),
                    ParameterRef("law.threshold", Type.MONEY),
                ),
            ),
        ),
    ],
)
def test_a_test_of_rows(tmp_path: Path, written: str, meant: tuple[Condition, ...]) -> None:
    text = RULE.replace("decision: total.decision, id: {not: one.id}", written)
    (let,) = check_of(tmp_path, text).lets
    assert let.where == meant


def test_the_type_of_a_let(tmp_path: Path) -> None:
    text = SEVERAL.replace("sum: grant.amount", "distinct: grant.amount").replace(
        "law.threshold]", "3]"
    )
    text = text.replace("{law.threshold}", "{let.year}").replace(", {law.threshold}", "")
    check = rule_of(tmp_path, text).checks[0]
    assert check.lets[0].type is Type.INT
    assert isinstance(check.requirement, Compare)
    assert check.requirement.right == Constant(3, Type.INT)
    assert operand_type(check.requirement.left) is Type.INT


def test_an_act_can_be_bound(tmp_path: Path) -> None:
    text = RULE.replace("total: {kind: stated_total, of: operative}", "total: {kind: act}")
    text = text.replace("total.decision", "abc").replace("total.amount", "one.amount")
    assert check_of(tmp_path, text).bindings[0] == Binding("total", "act")


def test_examples_are_left_out_of_the_head() -> None:
    text = "a: 1\nexamples:\n- {b: [\n  # c\n\n  d\nwhy: {e: 2}\n"
    head = head_of(text, "")
    assert isinstance(head, Table)
    assert [(key.text, key.mark.line) for key in head.keys.values()] == [("a", 0), ("why", 6)]


def test_rules_are_read_although_their_examples_are_broken(tmp_path: Path) -> None:
    assert rule_of(tmp_path, RULE + "examples: [{name: x, expect: maybe}, {\n").id == "TST-01"


def test_examples_between_other_keys_move_no_line(tmp_path: Path) -> None:
    text = "examples:\n  - a\n- b\n" + RULE.replace("severity: error", "severity: fatal")
    assert [problem.line for problem in problems_of(tmp_path, {"theme/a.yaml": text})] == [7]


def test_words_that_look_like_the_key_examples_are_kept(tmp_path: Path) -> None:
    text = RULE.replace("{fr: Titre, en: Title}", '\n  en: "x\nexamples: \n y"\n  fr: z')
    assert rule_of(tmp_path, text).title == Words("z", "x examples: y")


def test_a_policy_set_has_its_own_parameters(tmp_path: Path) -> None:
    mine = RULE.replace("100.00", "policy.floor").replace("internal", "policy")
    floor = THRESHOLD.replace("some-act", "our-act")
    ours = REFERENCES.replace("some-act", "our-act").replace("old-act", "older-act")
    folder = "policies/mel/programme"
    files = {
        f"{folder}/rule.yaml": mine,
        f"{folder}/parameters/floor.yaml": floor,
        f"{folder}/references.yaml": ours,
    }
    rulesets = load(tmp_path, files)
    assert rulesets.policies == {"mel/programme"}
    assert rulesets.rules[0].policy == "mel/programme"
    assert rulesets.law.parameters["policy.floor"].policy == "mel/programme"
    other = RULE.replace("TST-01", "TST-09").replace("100.00", "policy.floor")
    problems = problems_of(
        tmp_path, {**files, "theme/other.yaml": other.replace("[some-act]", "[our-act]")}
    )
    assert [problem.message for problem in problems] == [
        "There is no reference 'our-act'; did you mean 'old-act'?",
        "There is no parameter 'policy.floor'; add its file, or use another.",
    ]


def test_a_policy_parameter_has_one_home(tmp_path: Path) -> None:
    files = {
        f"policies/mel/{name}/{file}": text
        for name in ("one", "two")
        for file, text in (
            ("rule.yaml", RULE.replace("01", "02" if name == "two" else "01")),
            ("parameters/floor.yaml", THRESHOLD),
        )
    }
    (problem,) = problems_of(tmp_path, files)
    first = tmp_path / "policies/mel/one/parameters/floor.yaml"
    assert problem.message == (
        f"'policy.floor' is already the parameter of {first}; name this one after its programme."
    )


def test_a_folder_named_on_the_command_line_is_a_policy_set(tmp_path: Path) -> None:
    root = write(tmp_path / "rules", {**LAW, "theme/rule.yaml": RULE})
    mine = write(
        tmp_path / "mine",
        {
            "rule.yaml": SEVERAL.replace("law.threshold", "policy.mine"),
            "parameters/mine.yaml": THRESHOLD,
        },
    )
    rulesets = load_rulesets(root, [mine])
    assert rulesets.added == {"mine"}
    assert [(rule.id, rule.policy, rule.file) for rule in rulesets.rules] == [
        ("TST-01", "", "theme/rule.yaml"),
        ("TST-02", "mine", "mine/rule.yaml"),
    ]


def test_a_folder_with_the_full_layout_adds_to_the_rules(tmp_path: Path) -> None:
    root = write(tmp_path / "rules", {**LAW, "theme/rule.yaml": RULE})
    more = write(
        tmp_path / "more",
        {
            "theme/rule.yaml": SEVERAL.replace("article: article", "article: article_2"),
            "law/parameters/article_2.yaml": ARTICLE,
        },
    )
    rulesets = load_rulesets(root, [more])
    assert rulesets.added == frozenset()
    assert [rule.policy for rule in rulesets.rules] == ["", ""]


def test_the_digest_follows_every_file(tmp_path: Path) -> None:
    digest = load(tmp_path / "a", {"theme/rule.yaml": RULE}).digest
    assert digest == load(tmp_path / "b", {"theme/rule.yaml": RULE}).digest
    assert digest != load(tmp_path / "c", {"theme/rules.yaml": RULE}).digest
    assert digest != load(tmp_path / "d", {"theme/rule.yaml": RULE + "examples: []\n"}).digest
    changed = THRESHOLD.replace("Seuil", "Plafond")
    files = {"theme/rule.yaml": RULE, "law/parameters/threshold.yaml": changed}
    assert digest != load(tmp_path / "e", files).digest


def test_the_rule_sets_of_the_project_load() -> None:
    rulesets = load_rulesets(default_root())
    assert rulesets.rules
    assert [rule.id for rule in rulesets.rules] == sorted(rule.id for rule in rulesets.rules)
    assert all(rulesets.paths[rule.id].is_file() for rule in rulesets.rules)
