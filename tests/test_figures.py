"""Targets beside the results they answer to, and legal forms in one spelling."""

from __future__ import annotations

from typing import Any

import pytest

from checker import case as c
from checker.casechecks import defects
from checker.facts import state
from checker.vocabulary import Agreement, Mention, Result, Target

S = c.Slug


def case(**parts: Any) -> c.Case:
    body = c.Body(name="Ville", category="commune")
    who = c.Beneficiary(id=S("a"), name="A")
    act = c.Act(year=c.Count(2024))
    return c.Case(
        schema="deliberation-check/case/1", body=body, act=act, beneficiaries=(who,), **parts
    )


def figure(id_: str, year: int, value: int | None, **more: Any) -> c.Figure:
    given: dict[str, Any] = {"beneficiary": S("a"), "measure": None, "indicator": "Rencontres"}
    amount = None if value is None else c.Count(value)
    return c.Figure(id=S(id_), year=c.Count(year), value=amount, **(given | more))


def target(results: tuple[c.Figure, ...], wanted: c.Figure) -> Target:
    (fact,) = state(case(results=results, targets=(wanted,))).of("target")
    assert isinstance(fact, Target)
    return fact


def test_a_target_answers_to_the_result_of_the_year_before_in_the_same_words() -> None:
    fact = target((figure("r", 2023, 4), figure("old", 2022, 9)), figure("t", 2024, 6))
    assert (fact.prior_value, fact.prior_share, fact.comparable) == (4, "3/2", True)


@pytest.mark.parametrize(
    "other",
    [
        {"indicator": "visiteurs"},
        {"beneficiary": None},
        {"measure": S("m")},
    ],
)
def test_other_words_or_another_body_are_not_compared(other: dict[str, Any]) -> None:
    fact = target((figure("r", 2023, 4, **other),), figure("t", 2024, 6))
    assert (fact.prior_value, fact.prior_share, fact.comparable) == (None, None, False)


def test_two_results_in_the_same_words_are_none() -> None:
    results = (figure("r", 2023, 4), figure("s", 2023, 5))
    assert target(results, figure("t", 2024, 6)).prior_value is None


def test_a_target_may_name_its_result() -> None:
    results = (figure("r", 2023, 4), figure("s", 2023, 580, indicator="femmes formées"))
    fact = target(results, figure("t", 2024, 290, compares=S("s")))
    assert (fact.prior_value, fact.prior_share) == (580, "1/2")


@pytest.mark.parametrize(("value", "prior"), [(None, 4), (6, None), (6, 0)])
def test_without_both_values_nothing_is_compared(value: int | None, prior: int | None) -> None:
    assert target((figure("r", 2023, prior),), figure("t", 2024, value)).comparable is False


def test_a_value_that_cannot_be_told_leaves_the_comparison_unknown() -> None:
    evidence = {"value": c.Provenance(status="ambiguous", readings=("6", "8"))}
    fact = target((figure("r", 2023, 4),), figure("t", 2024, None, evidence=evidence))
    assert fact.comparable is None
    assert {"value", "comparable", "prior_share"} <= fact.doubtful


@pytest.mark.parametrize(
    ("who", "ambiguous", "own"),
    [(S("a"), False, True), (None, False, False), (None, True, None)],
)
def test_a_figure_is_of_one_body_or_of_the_measure(
    who: c.Slug | None, ambiguous: bool, own: bool | None
) -> None:
    evidence = {"beneficiary": c.Provenance(status="ambiguous")} if ambiguous else {}
    of = figure("r", 2023, 4, beneficiary=who, evidence=evidence)
    (result,) = state(case(results=(of,))).of("result")
    assert isinstance(result, Result)
    assert result.attributed is own
    assert target((), figure("t", 2024, 4, beneficiary=who, evidence=evidence)).attributed is own


def test_the_result_that_a_target_names_is_there() -> None:
    found = [*defects(case(targets=(figure("t", 2024, 4, compares=S("r")),)))]
    assert [path for path, _ in found] == ["$.targets[0].compares"]


@pytest.mark.parametrize(
    ("printed", "form"),
    [
        ("Association", "association"),
        ("l’association", "association"),
        ("association régie par la loi du 1er juillet 1901", "association"),
        ("associations à but non lucratif", "association"),
        ("association syndicale autorisée", "association syndicale autorisée"),
        ("GIP", "groupement d'intérêt public"),
        ("Groupement d’intérêt public", "groupement d'intérêt public"),
        ("fondation", "fondation"),
        (None, None),
    ],
)
def test_legal_forms_in_one_spelling(printed: str | None, form: str | None) -> None:
    mention = c.Mention(
        id=S("m"), beneficiary=S("a"), section="operative", surface="A", legal_form_word=printed
    )
    (fact,) = state(case(mentions=(mention,))).of("mention")
    assert isinstance(fact, Mention)
    assert fact.legal_form_word == form


@pytest.mark.parametrize(("clause", "noted"), [(True, True), (False, None), (None, None)])
def test_a_territorial_clause_is_noted_where_the_agreement_has_one(
    clause: bool | None, noted: bool | None
) -> None:
    agreement = c.Agreement(id=S("c"), beneficiaries=(S("a"),), clauses=c.Clauses(territory=clause))
    (fact,) = state(case(agreements=(agreement,))).of("agreement")
    assert isinstance(fact, Agreement)
    assert (fact.territory, fact.limits_territory) == (clause, noted)
