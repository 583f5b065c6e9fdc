"""The year of the grant as the decision words it, and years that are none of its own."""

from __future__ import annotations

import pytest

from checker.case import Act
from checker.extraction import extract
from tests.extraction.sources import typed


def act(decision: str, before: str = "") -> Act:
    head = f"Conseil municipal du 4 avril 2022\n\n{before}"
    (case,) = extract(typed(f"{head}\n\nLe conseil, après en avoir délibéré :\n\n{decision}\n"))
    return case.act


@pytest.mark.parametrize(
    "words",
    [
        "ATTRIBUE au titre de l'année 2022 les subventions suivantes :",
        "ACCORDE les subventions de l'année 2022 qui suivent :",
        "ATTRIBUE une subvention 2022 à Radio Cime.",
        "DÉCIDE d'allouer pour 2022 une aide à Radio Cime.",
        "DÉCIDE d'allouer les subventions communales 2022.",
        "DÉCIDE d'allouer au titre de l'exercice budgétaire 2022 une aide à Radio Cime.",
    ],
)
def test_the_decision_states_its_year(words: str) -> None:
    assert act(words).operative_year == 2022


@pytest.mark.parametrize(
    "words",
    [
        "DIT que la subvention sera imputée sur les crédits de l'exercice 2022.",
        "DIT que l'aide est inscrite au budget de l'exercice 2022.",
        "DÉCIDE d'accorder une subvention à Radio Cime, fondée en 2022.",
    ],
)
def test_a_year_of_the_budget_or_of_the_body_is_not_that_of_the_grant(words: str) -> None:
    found = act(words)
    assert found.operative_year is None
    assert "operative_year" not in found.evidence


def test_two_years_in_the_decision_are_a_question() -> None:
    found = act("ATTRIBUE une subvention pour 2022 et une subvention pour 2023 à Radio Cime.")
    assert found.operative_year is None
    assert found.evidence["operative_year"].status == "ambiguous"
    assert found.evidence["operative_year"].readings == ("2022", "2023")


def test_the_year_of_an_earlier_grant_is_not_that_of_the_reasons() -> None:
    told = "Considérant que la subvention versée avait été fixée pour l'année 2021 à 300 € ;"
    assert act("ATTRIBUE une subvention pour 2022 à Radio Cime.", told).recital_year is None
    said = "Considérant la demande de subvention pour l'année 2021 ;"
    assert act("ATTRIBUE une subvention pour 2022 à Radio Cime.", said).recital_year == 2021


@pytest.mark.parametrize("printed", ["21/09/0002", "31 février 2024", "31/02/2024"])
def test_a_date_that_cannot_be_is_a_question(printed: str) -> None:
    (case,) = extract(typed(f"Séance du {printed}\n\nLe conseil décide de voter une subvention.\n"))
    assert case.act.date is None
    assert case.act.evidence["date"].status == "ambiguous"
    assert case.act.evidence["date"].quote == printed
