"""What the words leave open is a reading, never an award."""

from __future__ import annotations

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

HEAD = "Conseil municipal du 4 avril 2022\n\nLe Conseil municipal, après en avoir délibéré, décide "


def decided(words: str) -> Case:
    source = typed(f"{HEAD}{words}\n")
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


@pytest.mark.parametrize(
    "words",
    [
        "d'attribuer une subvention de 3 000 € pour l'achat de matériel.",
        "d'attribuer une aide de 3 000 € à l'Amicale Horizon, au Club Nord et au Foyer Lune.",
        "d'attribuer 3 000 € de subvention à Radio Cime et à la Compagnie du Lac.",
        "d'attribuer une subvention de 3 000 € à chacune des associations.",
        "de ne pas attribuer la subvention de 3 000 € à l'association Radio Cime.",
        "d'annuler la subvention de 3 000 € à l'association Radio Cime.",
        "d'acquérir la parcelle et de verser 3 000 € à Madame Rivière.",
        "d'attribuer une subvention de 2 000 à 3 000 € à l'association Radio Cime.",
        "d'attribuer une subvention de 3 € par habitant à l'association Radio Cime.",
        "de fixer la subvention à € à l'association Radio Cime.",
    ],
)
def test_no_award_without_one_sure_body_and_amount(words: str) -> None:
    case = decided(words)
    assert not case.awards
    assert not case.summary
    assert case.readings


def test_a_grant_told_of_is_no_award() -> None:
    text = f"""Une subvention de 900 € a été attribuée en 2021 à l'association Radio Cime.

{HEAD}d'attribuer une subvention de 1 000 € à l'association Radio Cime.
"""
    (case,) = extract(typed(text))
    assert [award.amount for award in case.awards] == [100_000]
    assert not case.summary
    assert ["900.00" in reading.readings for reading in case.readings] == [True]


def test_an_amount_with_two_readings_keeps_its_list_open() -> None:
    case = decided("d'attribuer une subvention de 8.000 € à l'association Radio Cime.")
    (award,) = case.awards
    assert award.evidence["amount"].status == "ambiguous"
    assert award.evidence["amount"].readings == ("8000.00", "8.00")
    (reading,) = case.readings
    assert "awards" in reading.lists


def test_the_same_document_gives_the_same_case() -> None:
    source = typed(f"{HEAD}d'attribuer une subvention de 1 000 € à l'association Radio Cime.\n")
    assert extract(source) == extract(source)


def test_names_that_are_only_alike_stay_two_bodies() -> None:
    case = decided(
        "d'attribuer une subvention de 1 000 € à la Mission Locale de Lens et une subvention de "
        "2 000 € à la Mission Locale de Liévin."
    )
    assert [who.name for who in case.beneficiaries] == [
        "Mission Locale de Lens",
        "Mission Locale de Liévin",
    ]
    assert [award.amount for award in case.awards] == [100_000, 200_000]


def test_a_sign_among_rules_is_not_lost() -> None:
    source = typed("(((((( € ))))))\n")
    assert unaccounted(source, extract(source)) == []
