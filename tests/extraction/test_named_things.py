"""Schemes, annexes, the author, signs, slips and criteria, in other words than the usual act's."""

from __future__ import annotations

from typing import Any

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.acts import schemes
from tests.extraction.compared import plain
from tests.extraction.sources import typed

DECISION = """

Le Conseil municipal, après en avoir délibéré, décide :
Article 1 : d'attribuer une subvention de 4 500 € à l'association Les Tréteaux du Val ;
Article 2 : d'attribuer une subvention de 1 250 € à l'association Chorale Plein Chant.
"""


def drawn(reasons: str, head: str = "Commune de Vaubrun", decision: str = DECISION) -> Case:
    text = f"{head}\nConseil municipal du mardi 11 mars 2025\n\nConsidérant que {reasons}{decision}"
    (case,) = extract(typed(text), schemes())
    assert case.awards
    return case


def values(case: Case, part: str, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(each.get(name) for name in names) for each in plain(case, part)]


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        ("l'action s'adresse aux jeunes suivis par Pôle emploi ;", [("Pôle emploi", None)]),
        ("la garantie jeunes finance l'action ;", [("garantie jeunes", None)]),
        ("depuis 2005, France Travail finance l'action ;", [("France Travail", 2005)]),
        ("l'IEJ et, de nouveau, l'IEJ financent l'action ;", [("IEJ", None)]),
        ("l'agence France Travail (ex-Pôle emploi) la finance ;", [("France Travail", None)]),
        ("Pôle emploi, devenu France Travail, la finance ;", [("France Travail", None)]),
        ("le mot iej n'est pas un sigle ;", []),
    ],
)
def test_schemes_of_the_table(reasons: str, found: list[Any]) -> None:
    case = drawn(reasons)
    assert values(case, "scheme_mentions", "surface", "ascribed_year") == found
    assert "scheme_mentions" not in case.open


def test_what_a_scheme_did_once_leaves_the_list_open() -> None:
    case = drawn("Pôle emploi a financé l'action en 2019 ;")
    assert not case.scheme_mentions
    assert "scheme_mentions" in case.open


def test_without_a_table_the_list_is_open() -> None:
    (case,) = extract(typed("Conseil municipal du 4 avril 2022\n\nLe CIVIS.\n"))
    assert "scheme_mentions" in case.open


@pytest.mark.parametrize(
    ("words", "found", "unsure"),
    [
        (
            "dont le projet de convention est annexé à la présente délibération ;",
            [("agreement_draft", "projet de convention")],
            False,
        ),
        ("selon la convention ci-jointe ;", [("agreement_draft", "convention")], False),
        (
            "au vu de l'état récapitulatif des aides joint à la délibération ;",
            [("aid_recap", "état récapitulatif des aides")],
            False,
        ),
        ("le règlement figurant en annexe s'applique ;", [("other", "règlement")], False),
        ("le détail est donné en annexe ;", [], True),
        ("les crédits du budget annexe de l'eau sont ouverts ;", [], False),
    ],
)
def test_annexes(words: str, found: list[Any], unsure: bool) -> None:
    case = drawn(words)
    assert values(case, "annexes", "nature", "title") == found
    assert ("annexes" in case.open) == unsure


def test_the_author_is_named_in_full() -> None:
    assert drawn("tout va bien ;").act.author == "Commune de Vaubrun"
    unnamed = drawn("tout va bien ;", head="Mairie").act
    assert unnamed.author is None
    assert unnamed.evidence["author"].status == "ambiguous"


def test_signs() -> None:
    case = drawn(
        "Les Tréteaux du Val assurent l'entretien des salles de la commune, des prestations de "
        "service et l'accompagnement des entreprises ; la Chorale Plein Chant verse des bourses "
        "individuelles aux étudiants ;"
    )
    assert values(case, "procurement_signs", "nature", "surface", "beneficiary") == [
        ("own_need", "entretien des salles de la commune", "Les Tréteaux du Val"),
        ("individual_service", "prestations de service", "Les Tréteaux du Val"),
    ]
    assert values(case, "economic_signs", "nature", "beneficiary") == [
        ("business_support", "Les Tréteaux du Val")
    ]
    assert not {"procurement_signs", "economic_signs", "regranting", "slips"} & {*case.whole}


def test_regranting_by_one_body() -> None:
    case = drawn("la Chorale Plein Chant verse des bourses individuelles aux étudiants ;")
    assert values(case, "regranting", "beneficiary", "to", "surface") == [
        ("Chorale Plein Chant", "persons", "bourses individuelles aux étudiants")
    ]


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        ("elle reçoit le le soutien de tous ;", [("le le", "le")]),
        ("plusieurs action sont prévues ;", [("plusieurs action", "plusieurs actions")]),
        ("plusieurs bénévoles et plusieurs fois ;", []),
        ("l'aide de 200€ et celle de 300 € sont rendues ;", [("200€", "200 €")]),
        ("la salle ouvre. Pour occuper La salle ;", [("occuper La salle", "occuper la salle")]),
        ("elle joue à La Ruche ;", []),
    ],
)
def test_slips_that_the_text_shows(reasons: str, found: list[Any]) -> None:
    assert values(drawn(reasons), "slips", "surface", "correction") == found


def test_a_house_that_always_prints_the_sign_against_the_number_makes_no_slip() -> None:
    case = drawn("l'aide de 200€ est rendue ;", decision=DECISION.replace(" €", "€"))
    assert not case.slips


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Le soutien est réparti au prorata du nombre d'élèves.", "computed"),
        ("Le montant tient compte de la taille du club.", "general"),
        ("Le soutien est réparti comme suit.", None),
    ],
)
def test_the_criterion_of_a_measure(words: str, found: str | None) -> None:
    text = f"""Ville de Vaubrun
Conseil municipal du mardi 11 mars 2025

Considérant ce qui suit :

1. Soutien aux clubs

{words}
- 4 000 € à l'association Les Tréteaux du Val ;
- 2 000 € à l'association Chorale Plein Chant.

2. Synthèse

- 4 000 € à l'association Les Tréteaux du Val ;
- 2 000 € à l'association Chorale Plein Chant.
{DECISION}"""
    (case,) = extract(typed(text), schemes())
    assert [measure.criterion_nature for measure in case.measures] == [found]


@pytest.mark.parametrize(
    ("decided", "adopts"),
    [
        ("d'adopter le budget primitif de la commune", True),
        ("de voter la décision modificative n° 2", True),
        ("d'approuver l'imputation de la dépense au budget principal", False),
        ("de dire que les crédits sont inscrits au budget primitif", False),
    ],
)
def test_whether_the_act_adopts_the_budget(decided: str, adopts: bool) -> None:
    decision = DECISION.rstrip().removesuffix(".") + f" ;\nArticle 3 : {decided}.\n"
    act = drawn("tout va bien ;", decision=decision).act
    assert act.budget_vote is adopts
    assert ("budget_vote" in act.evidence) is adopts


def test_what_decides_nothing_adopts_nothing_known() -> None:
    (case,) = extract(typed("Commune de Vaubrun\nObjet : Subventions 2025\n\nLe rapport.\n"))
    assert case.act.budget_vote is None
