"""The list of rules, and one rule in full."""

from __future__ import annotations

import datetime
import json

import pytest

from checker.cli.catalogue import as_text, by_theme
from checker.cli.lawtext import window
from checker.cli.ruleset import find, load
from checker.cli.sentences import Reader
from checker.errors import InputError
from checker.kinds import Type
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Constant,
    LetRef,
    Minus,
    Not,
    OrElse,
    ParameterRef,
    Plus,
    Rule,
    Stated,
    Times,
    YearsBefore,
)
from checker.words import Language
from tests.cli.running import run

RULESETS = load()
AMOUNT = AttributeRef("award", "award", "amount", Type.MONEY)
BLANK = AttributeRef("vote", "vote", "blank", Type.INT)
DATE = AttributeRef("act", "act", "date", Type.DATE)
FORM = AttributeRef("row", "mention", "form", Type.TEXT)
WHO = AttributeRef("who", "beneficiary", "id", Type.ID)
YES = Compare(
    Comparison.EQUAL,
    AttributeRef("award", "award", "conditional", Type.FLAG),
    Constant(1, Type.FLAG),
)
LET = LetRef("lines", Type.MONEY)
LAW = ParameterRef("law.ceiling", Type.MONEY)


def test_every_rule_is_listed_once_below_its_theme() -> None:
    lines = run("rules").stdout.splitlines()

    for rule in RULESETS.rules:
        (line,) = (line for line in lines if line.startswith(f"  {rule.id} "))
        assert line.endswith(rule.title("en"))
    assert lines[0] == "Arithmetic"
    assert lines[-1] == f"{len(RULESETS.rules)} rules, {checks()} checks."


def checks() -> int:
    return sum(len(rule.checks) for rule in RULESETS.rules)


def test_policy_sets_come_last() -> None:
    themes = list(by_theme(RULESETS.rules))

    assert themes[-1] == "policies/mel/maisons-de-l-emploi"
    assert themes[:3] == ["arithmetic", "consistency", "allocation"]
    assert not [theme for theme in themes[:-1] if theme.startswith("policies/")]


def test_every_theme_has_a_french_title() -> None:
    headings = [line for line in as_text(RULESETS, "fr").splitlines() if line[:1].isalpha()]

    assert "Arithmétique" in headings
    assert not {theme.partition("/")[0] for theme in by_theme(RULESETS.rules)} & set(headings)


def test_the_list_for_machines_has_the_same_rules() -> None:
    document = json.loads(run("rules", "--format", "json", "--lang", "fr").stdout)

    assert document["schema"] == "deliberation-check/rules/1"
    assert sorted(rule["id"] for rule in document["rules"]) == [rule.id for rule in RULESETS.rules]
    assert sum(len(rule["checks"]) for rule in document["rules"]) == checks()


@pytest.mark.parametrize("language", ["fr", pytest.param("en", marks=pytest.mark.slow)])
@pytest.mark.parametrize("rule", RULESETS.rules, ids=lambda rule: rule.id)
def test_every_rule_is_explained_in_full(rule: Rule, language: Language) -> None:
    result = run("explain", rule.id, "--lang", language)
    text = " ".join(result.stdout.replace("\u00a0", " ").split())

    assert result.exit_code == 0
    assert result.stderr == ""
    assert rule.title(language).replace("\u00a0", " ") in text
    assert " ".join(rule.why(language).split()) in text
    assert rule.file in text
    assert max(map(len, result.stdout.splitlines())) <= 100
    for check in rule.checks:
        assert check.id in text
        for binding in check.bindings:
            assert binding.alias in text
        for let in check.lets:
            assert f"let.{let.name} " in text
        for words in (check.message, check.remedy):
            assert " ".join(words(language).split()) in text


def test_a_rule_shows_its_law_with_every_dated_value() -> None:
    text = " ".join(run("explain", "UE-02").stdout.split())

    assert "since 1 January 2014: €200,000.00" in text
    assert "since 1 January 2024: €300,000.00" in text
    assert "since 1 January 2031: no value" in text
    assert "1 January of the year (-2)" in text
    assert "verified on " in text


def test_a_rule_shows_its_examples_with_their_verdicts() -> None:
    text = run("explain", "INT-01", "--lang", "fr").stdout.replace("\u00a0", " ")

    assert "rest : non vérifiable" in text
    assert "→ constat" in text


@pytest.mark.parametrize("name", ["ARI-01", "ari-01", "COH-04/priced"])
def test_a_rule_is_found_by_its_check_and_in_any_case(name: str) -> None:
    assert find(RULESETS, name).id == name.partition("/")[0].upper()


@pytest.mark.parametrize(
    ("name", "said"),
    [("ARI01", "did you mean 'ARI-01'?"), ("xyz", "The command `rules` lists them.")],
)
def test_an_unknown_rule_is_refused(name: str, said: str) -> None:
    result = run("explain", name)

    assert result.exit_code == 2
    assert said in result.stderr
    with pytest.raises(InputError):
        find(RULESETS, name)


def read(condition: Condition, language: Language = "en") -> list[str]:
    lines = Reader(language, {"law.ceiling": "Ceiling"}.__getitem__).lines(condition)
    return [line.replace("\u00a0", " ") for line in lines]


@pytest.mark.parametrize(
    ("condition", "english", "french"),
    [
        (
            Compare(Comparison.EQUAL, LET, AMOUNT),
            "let.lines equals amount awarded (award.amount)",
            "let.lines est égal à montant attribué (award.amount)",
        ),
        (
            Compare(Comparison.MORE, Plus((LET, AMOUNT)), LAW),
            "let.lines + amount awarded (award.amount) is more than “Ceiling” (law.ceiling)",
            "let.lines + montant attribué (award.amount) est supérieur à « Ceiling » (law.ceiling)",
        ),
        (
            Compare(Comparison.AT_MOST, Times((LET, Minus(BLANK, LET))), Constant(5, Type.INT)),
            "let.lines × (blank or spoilt votes (vote.blank) - let.lines) is at most 5",
            "let.lines × (votes blancs ou nuls (vote.blank) - let.lines) est inférieur ou égal à 5",
        ),
        (
            Compare(Comparison.LESS, OrElse(BLANK, Constant(0, Type.INT)), Constant(3, Type.INT)),
            "blank or spoilt votes (vote.blank) (or 0 where it is not stated) is less than 3",
            "votes blancs ou nuls (vote.blank) (ou 0 s'il n'est pas énoncé) est inférieur à 3",
        ),
        (
            Compare(Comparison.MORE, DATE, YearsBefore(3, DATE)),
            "date of the act (act.date) is more than 3 years before date of the act (act.date)",
            "date de l'acte (act.date) est supérieur à 3 ans avant date de l'acte (act.date)",
        ),
        (
            Compare(Comparison.DIFFERENT, FORM, Constant("full", Type.TEXT)),
            "form of the name is not “full name”",
            "forme du nom n'est pas « nom complet »",
        ),
        (
            Compare(Comparison.EQUAL, WHO, WHO),
            "beneficiary (who.id) is beneficiary (who.id)",
            "bénéficiaire (who.id) est bénéficiaire (who.id)",
        ),
        (
            Compare(Comparison.MORE, LET, ParameterRef("law.ceiling", Type.MONEY, DATE)),
            "let.lines is more than “Ceiling” (law.ceiling), as of date of the act (act.date)",
            "let.lines est supérieur à « Ceiling » (law.ceiling), selon date de l'acte (act.date)",
        ),
        (
            YES,
            "award subject to conditions (award.conditional): yes",
            "octroi assorti de conditions (award.conditional) : oui",
        ),
        (
            Stated(AMOUNT),
            "amount awarded (award.amount) is stated",
            "montant attribué (award.amount) est énoncé",
        ),
        (
            Not(Stated(AMOUNT)),
            "amount awarded (award.amount) is not stated",
            "montant attribué (award.amount) n'est pas énoncé",
        ),
        (
            AllOf((Stated(AMOUNT),)),
            "amount awarded (award.amount) is stated",
            "montant attribué (award.amount) est énoncé",
        ),
    ],
)
def test_simple_conditions_are_one_line(condition: Condition, english: str, french: str) -> None:
    assert read(condition, "en") == [english]
    assert read(condition, "fr") == [french]


def test_combinations_are_lists() -> None:
    condition = AnyOf((Stated(AMOUNT), Not(AllOf((YES, Stated(BLANK))))))

    assert read(condition) == [
        "at least one of these:",
        "  - amount awarded (award.amount) is stated",
        "  - it is false that:",
        "      - all of these:",
        "          - award subject to conditions (award.conditional): yes",
        "          - blank or spoilt votes (vote.blank) is stated",
    ]


def test_windows_name_the_last_day() -> None:
    first, after = datetime.date(2001, 6, 11), datetime.date(2024, 1, 1)

    assert window(None, None, "fr") == "sans limite de date"
    assert window(first, None, "en") == "since 11 June 2001"
    assert window(None, after, "en") == "until 31 December 2023"
    assert window(first, after, "fr") == "du 11 juin 2001 au 31 décembre 2023"
