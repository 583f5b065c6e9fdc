"""Results of past years and targets for the coming one, in other words than the reference act's."""

from __future__ import annotations

from typing import Any

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.acts import schemes
from tests.extraction.compared import plain
from tests.extraction.sources import typed

HEAD = """Commune de Vaubrun
Délibération n° 2025-014
Conseil municipal du mardi 11 mars 2025
Objet : Subventions aux associations culturelles pour l'année 2025

"""
DECISION = """

Le Conseil municipal, après en avoir délibéré, décide :
Article 1 : d'attribuer une subvention de 4 500 € à l'association Les Tréteaux du Val ;
Article 2 : d'attribuer une subvention de 1 250 € à l'association Chorale Plein Chant ;
"""
ONE = """

Le Conseil municipal, après en avoir délibéré, décide d'attribuer une subvention de 4 500 € à
l'association Les Tréteaux du Val.
"""


def drawn(reasons: str, decision: str = DECISION) -> Case:
    (case,) = extract(typed(HEAD + reasons + decision), schemes())
    assert case.awards
    return case


def figures(case: Case, part: str) -> list[tuple[Any, ...]]:
    return [
        (each.get("beneficiary"), each["year"], each["indicator"], each["value"])
        for each in plain(case, part)
    ]


def test_results_of_the_year_before_and_targets_of_this_one() -> None:
    case = drawn(
        "Considérant qu'en 2024 l'association Les Tréteaux du Val a accueilli 1 250 spectateurs "
        "sur 12 représentations ;\n"
        "Considérant que la Chorale Plein Chant a formé 45 choristes en 2024 et prévoit d'en "
        "former 60 enfants en 2025 ;"
    )
    assert figures(case, "results") == [
        ("Les Tréteaux du Val", 2024, "spectateurs", 1250),
        ("Les Tréteaux du Val", 2024, "représentations", 12),
        ("Chorale Plein Chant", 2024, "choristes", 45),
    ]
    assert figures(case, "targets") == [("Chorale Plein Chant", 2025, "enfants", 60)]
    assert case.open == ()


def test_a_report_by_items_and_the_year_that_introduces_it() -> None:
    case = drawn(
        "Bilan de l'année 2024 :\n"
        "- Les Tréteaux du Val : huit spectacles ont été donnés et 310 élèves reçus ;\n"
        "- Chorale Plein Chant : 4 concerts.\n\n"
        "Pour l'année 2025, il est proposé de soutenir ces associations. L'objectif de la Chorale "
        "Plein Chant est de donner 6 concerts."
    )
    assert figures(case, "results") == [
        ("Les Tréteaux du Val", 2024, "spectacles ont été donnés", 8),
        ("Les Tréteaux du Val", 2024, "élèves reçus", 310),
        ("Chorale Plein Chant", 2024, "concerts", 4),
    ]
    (target,) = case.targets
    (result,) = (each for each in case.results if each.value == 4)
    assert (target.year, target.value, target.compares) == (2025, 6, result.id)


@pytest.mark.parametrize(
    ("reasons", "lists"),
    [
        ("La Chorale Plein Chant compte 80 adhérents.", ("results", "targets")),
        ("La Chorale Plein Chant a donné 80 concerts.", ("results", "targets")),
        (
            "En 2024, le taux de réussite de la Chorale Plein Chant a atteint 62 %.",
            ("results", "targets"),
        ),
        ("La Chorale Plein Chant a remis son bilan de l'année 2024.", ("results",)),
        ("La Chorale Plein Chant a été fondée en 1987, au 12 rue des Lilas.", ()),
        ("Les deux associations ont moins de 10 ans ; leur siège ouvre à 18 heures.", ()),
        ("Vu l'article 12 du règlement et la page 3 du dossier.", ()),
    ],
)
def test_a_number_that_may_be_a_figure_leaves_the_lists_open(
    reasons: str, lists: tuple[str, ...]
) -> None:
    case = drawn(reasons)
    unread = {name for reading in case.readings for name in reading.lists}
    assert tuple(sorted({*case.open, *unread})) == lists
    assert not case.targets
    assert not case.results


def test_a_number_of_the_only_body_or_of_another_is_left_to_a_person() -> None:
    case = drawn("En 2024, le festival a attiré 900 spectateurs.", ONE)
    (result,) = case.results
    assert result.beneficiary is None
    assert result.evidence["beneficiary"].status == "ambiguous"
    assert result.evidence["beneficiary"].readings == ("les-treteaux-du-val",)


def test_the_association_is_the_only_one() -> None:
    case = drawn("En 2024, l'association a donné 12 concerts.", ONE)
    assert figures(case, "results") == [("Les Tréteaux du Val", 2024, "concerts", 12)]


def test_two_bodies_before_a_number() -> None:
    case = drawn(
        "En 2024, l'association Les Tréteaux du Val et la Chorale Plein Chant ont réuni "
        "500 personnes."
    )
    (result,) = case.results
    assert result.beneficiary is None
    assert len(result.evidence["beneficiary"].readings) == 2


def test_two_results_alike_are_compared_with_none() -> None:
    case = drawn(
        "Bilan de l'année 2024 :\n"
        "- Chorale Plein Chant : 4 concerts à Vaubrun et 7 concerts à Lys.\n\n"
        "Pour l'année 2025, il est proposé de soutenir ces associations. L'objectif de la Chorale "
        "Plein Chant est de donner 6 concerts."
    )
    assert [target.compares for target in case.targets] == [None]
