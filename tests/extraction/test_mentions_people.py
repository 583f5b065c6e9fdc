"""People: a civility, then a name as it is printed, and no office taken for one."""

from __future__ import annotations

import pytest

from checker.extraction.mentions.people import find_people
from tests.test_reference_case import ACT

COUNCILLORS = (
    ("Mme", "Charlotte BRUN"),
    *(
        ("M.", name)
        for name in (
            *("Alain BERNARD", "Régis CAUCHE", "Michel COLIN", "Matthieu CORBILLON"),
            *("Patrick DELEBARRE", "Arnaud DESLANDES", "Rudy ELEGEEST", "Bernard HAESEBROECK"),
            *("Sébastien LEPRETRE", "Christian MATHON", "Frédéric MINARD", "Eric SKYRONKA"),
        )
    ),
)
HARD = (
    ("M. Jean-Pierre D'HAENE s'abstient", "M.", "Jean-Pierre D'HAENE"),
    ("Mme Sophie DE LA FONTAINE et le bureau", "Mme", "Sophie DE LA FONTAINE"),
    ("Mme Anne-Marie VAN DEN BERGHE ainsi que", "Mme", "Anne-Marie VAN DEN BERGHE"),
    ("M. Ali BEN SAÏD vote", "M.", "Ali BEN SAÏD"),
    ("M. Éric O'CONNOR n'ayant pas pris part", "M.", "Éric O'CONNOR"),
    ("Mme Zoé d'Ornano préside", "Mme", "Zoé d'Ornano"),
    ("Monsieur J.-P. LE GOFF, adjoint,", "M.", "J.-P. LE GOFF"),
    ("Mme Fatima EL KHATTABI-BENALI présente", "Mme", "Fatima EL KHATTABI-BENALI"),
    ("M. N’GUESSAN, conseiller", "M.", "N’GUESSAN"),
    ("Mme Marie-Claude de Saint-Exupéry rapporte", "Mme", "Marie-Claude de Saint-Exupéry"),
    ("M. DUPONT Jean-Marc Adjoint", "M.", "DUPONT Jean-Marc"),
    ("Mademoiselle Inès DA SILVA MARTINS", "Mlle", "Inès DA SILVA MARTINS"),
    ("Me Paul DURAND, notaire", "Me", "Paul DURAND"),
    ("M.DURAND", "M.", "DURAND"),
    ("M Paul DURAND", "M.", "Paul DURAND"),
    ("M. et Mme DURAND", "M. et Mme", "DURAND"),
    ("M. Jean DUPONT Maire de Lille", "M.", "Jean DUPONT"),
    ("Monsieur le Maire, Jean DUPONT, ouvre la séance", "M.", "Jean DUPONT"),
    ("Mme la Présidente Anne DUPONT ouvre la séance", "Mme", "Anne DUPONT"),
    ("M. Jean\n   DUPONT", "M.", "Jean DUPONT"),
    ("M. Jean-\n   Paul DUPONT", "M.", "Jean-Paul DUPONT"),
    ("M. Jean DUPONT\nLille, le 3 mars", "M.", "Jean DUPONT"),
    ("M. Jean Dupont. Le Conseil", "M.", "Jean Dupont"),
    ("Mme Charlo\ufffde BRUN ainsi que", "Mme", "Charlo\ufffde BRUN"),
    ("M.      Georges     LECLEVE", "M.", "Georges LECLEVE"),
)


@pytest.mark.skipif(not ACT.exists(), reason=f"{ACT} is not here")
def test_reference_act_has_thirteen_people() -> None:
    text = ACT.read_text(encoding="utf-8")
    found = find_people(text)

    assert tuple((person.civility, person.name) for person in found) == COUNCILLORS
    assert all(text[person.start : person.end] == person.name for person in found)
    assert {text[slice(*person.civility_span)] for person in found} == {"Mme", "MM."}


@pytest.mark.parametrize(("text", "civility", "name"), HARD)
def test_hard_name_is_read(text: str, civility: str, name: str) -> None:
    (found,) = find_people(text)

    assert (found.civility, found.name) == (civility, name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MM. DUPONT, MARTIN et LEROY sortent", ["DUPONT", "MARTIN", "LEROY"]),
        ("Messieurs Dupont, Durand et Lefèvre sont absents", ["Dupont", "Durand", "Lefèvre"]),
        ("MM. Paul DURAND, maire, et Jean PETIT", ["Paul DURAND", "Jean PETIT"]),
        ("MM. Paul DURAND (Lille), Jean PETIT (Lens)", ["Paul DURAND", "Jean PETIT"]),
        ("MM. Paul DURAND, Jean PETIT, Conseillers", ["Paul DURAND", "Jean PETIT"]),
        ("MM. Paul DURAND\nJean PETIT", ["Paul DURAND", "Jean PETIT"]),
        ("Mmes Anne DURAND ; Marie PETIT", ["Anne DURAND", "Marie PETIT"]),
        ("MM. Paul DURAND, Jean PETIT, Lille Avenirs", ["Paul DURAND", "Jean PETIT"]),
        (
            "M. LEROY, Mme Chantal PETIT, M. Paul-Henri MARTIN.",
            ["LEROY"] * 0
            + [
                "LEROY",
                "Chantal PETIT",
                "Paul-Henri MARTIN",
            ],
        ),
        ("Mrs DUPONT, MARTIN", ["DUPONT", "MARTIN"]),
    ],
)
def test_list_of_names(text: str, names: list[str]) -> None:
    assert [person.name for person in find_people(text)] == names


def test_list_of_men_and_women_says_neither() -> None:
    found = find_people("MM. et Mmes Anne DURAND, Paul PETIT")

    assert [(person.civility, person.name) for person in found] == [
        ("M. ou Mme", "Anne DURAND"),
        ("M. ou Mme", "Paul PETIT"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("M. le Maire propose", "Madame la Présidente", "Monsieur le Préfet du Nord"),
        *("Mesdames et Messieurs les Conseillers", "le maître d'ouvrage", "Mme LA PRESIDENTE"),
        *("Madame, Monsieur,", "M. le Maire de Lille", "15 M. €", "M. 14", "les Messieurs"),
        *("association MM", "MDE", "M. le Maire Adjoint délégué", "M. A.", "A M Judo\tF"),
    ],
)
def test_offices_are_nobody(text: str) -> None:
    assert find_people(text) == ()
