"""Tables, codes of the case file, examples in short."""

from __future__ import annotations

import datetime as dt

from checker.cli.pages.codes import categories
from checker.cli.pages.examplepart import example_lines, verdicts_of
from checker.cli.pages.markdown import page, plain, table
from checker.factbase import FactBase, fact_base
from checker.language.examples import Example
from checker.language.rulesets import default_root, load_rulesets
from checker.report.codes import worded
from checker.verdict import Verdict
from checker.vocabulary import Act, Aid, Award, Grant, vocabulary

RULESETS = load_rulesets(default_root())
(RULE,) = (each for each in RULESETS.rules if each.id == "CON-01")
DAY = dt.date(2024, 2, 9)


def row(facts: FactBase, **settled: int | None) -> str:
    """The cell of the facts of one example."""
    example = Example("nom", RULE.id, "pass", facts, {f"law.{k}": v for k, v in settled.items()})
    return page(example_lines(RULE, (example,), RULESETS.law)).splitlines()[2].split(" | ")[2]


def test_bars_of_a_cell_are_escaped_once() -> None:
    assert table(["a"], [["`x|y`"], [plain("x|y")]])[2:] == [r"| `x\|y` |", r"| x\|y |"]


def test_marks_of_markdown_are_escaped_and_lines_joined() -> None:
    assert plain("a *b* <c>\n[d]") == r"a \*b\* \<c> \[d\]"


def test_french_spacing_stops_at_code() -> None:
    assert page(["a : b", "```yaml", "a : b", "```", "", "", ""]) == (
        "a\u00a0: b\n```yaml\na : b\n```\n"
    )


def test_codes_are_words_where_the_list_is_closed() -> None:
    nature = vocabulary()["citation"].attributes["nature"]
    surface = vocabulary()["mention"].attributes["surface"]

    assert worded(nature, "decret", "fr") == "décret"
    assert worded(surface, "decret", "fr") == "decret"
    assert worded(vocabulary()["act"].attributes["stage"], "adopted", "fr") == "adopté"


def test_no_code_is_shown_raw() -> None:
    codes = {
        choice
        for kind in vocabulary().values()
        for each in kind.attributes.values()
        for choice in each.choices
        if "_" in worded(each, choice, "fr")
    }

    assert not codes, "Give these words in checker/report/codes.py."


def test_categories_follow_the_order_of_the_case_file() -> None:
    assert categories(frozenset({"region", "commune"})) == "commune et région"
    assert categories(frozenset()) == ""


def test_facts_of_an_example_leave_out_what_every_example_has() -> None:
    act = Act("act", date=DAY, stage="adopted", category="commune", year=2024)
    grant = Grant("g", beneficiary="a", amount=100, doubtful=frozenset({"year"}))
    facts = fact_base([act, grant, Award("award-1", beneficiary="a", de_minimis=True)])

    assert (
        row(facts, agreement_threshold=2_300_000)
        .replace("\u00a0", " ")
        .startswith(
            "acte (exercice : 2024) ; subvention de l'exercice g (bénéficiaire : a, montant de la"
            " subvention : 1,00 €, exercice : lecture douteuse) ; attribution (bénéficiaire : a,"
            " octroi au titre des aides de minimis : oui) ; `law.agreement_threshold` = 23 000,00 €"
        )
    )


def test_lists_of_an_unusual_extent_are_said() -> None:
    usual = Act("act", date=DAY, stage="adopted", category="commune")
    whole = fact_base([usual, Aid("aid-1")], whole=["grant"], opened=["award", "citation"])

    assert row(fact_base([usual])).startswith("aucun fait")
    assert (
        row(whole)
        .replace("\u00a0", " ")
        .startswith(
            "aide antérieure ; liste complète des subventions de l'exercice ; liste incomplète des"
            " attributions et des textes cités |"
        )
    )


def test_a_value_out_of_force_is_said() -> None:
    usual = Act("act", date=DAY, stage="adopted", category="commune")

    assert "`law.agreement_threshold` = sans valeur" in row(
        fact_base([usual]), agreement_threshold=None
    )


def test_verdicts_are_those_the_examples_show_worst_first() -> None:
    facts = fact_base([Act("act")])
    examples = (
        Example("a", RULE.id, "pass", facts),
        Example("b", RULE.id, {"x": "fail", "rest": "open"}, facts),
    )

    assert verdicts_of(examples) == (Verdict.FAIL, Verdict.OPEN, Verdict.PASS)
    lines = page(example_lines(RULE, examples, RULESETS.law))
    assert "| `x`\u00a0: constat\u00a0; reste de la liste\u00a0: non vérifiable |" in lines
