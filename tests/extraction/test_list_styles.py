"""Lists of grants as town halls type them, and lists that are none."""

from __future__ import annotations

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.extraction.compared import awards
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

ACT = """COMMUNE DE VALBRUNE
Conseil municipal
Séance du 12 mars 2024
Délibération n° 2024-03-12
Objet : Subventions aux associations

Vu le code général des collectivités territoriales ;

Le conseil municipal, après en avoir délibéré, à l'unanimité,

DÉCIDE

Article 1 : {}
{}
Article 2 : d'imputer la dépense au compte 65748 du budget.
"""
INTRO = "d'attribuer les subventions suivantes au titre de l'année 2024 :"
PAIRS = [
    ("Association sportive de Valbrune", 120_000),
    ("Comité des fêtes", 80_000),
    ("Amicale laïque", 50_000),
]


def drawn(rows: str, intro: str = INTRO) -> Case:
    source = typed(ACT.format(intro, rows))
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


def asked(case: Case) -> list[str]:
    said = (value for each in case.readings for value in each.readings)
    return sorted(value for value in said if value[0].isdigit())


def rows(form: str, end: str = "\n") -> str:
    said = ("1 200", "800", "500")
    lines = (form.format(name, each) for (name, _), each in zip(PAIRS, said, strict=True))
    return end.join(lines) + "\n"


@pytest.mark.parametrize("bullet", ["- ", "• ", "– ", ""])
@pytest.mark.parametrize(
    "form",
    [
        "{} : {} €",
        "{} – {} €",
        "{} - {} €",
        "{} — {} euros",
        "{} ({} €)",
        "{} = {} €",
        "{} → {} €",
        "{}, {} € ;",
        "{} {} €",
        "{}\t{} €",
        "{}          {},00 €",
        "{} ........ {} €",
    ],
)
def test_a_name_and_an_amount_on_each_line(bullet: str, form: str) -> None:
    case = drawn(rows(bullet + form))

    assert awards(case) == PAIRS
    assert asked(case) == []


def test_one_after_the_other_on_one_line() -> None:
    assert awards(drawn(rows("{} : {} €", " ; "))) == PAIRS


def test_one_after_the_other_in_a_sentence() -> None:
    intro = (
        "d'attribuer une subvention de 1 200 € à l'Association sportive de Valbrune, de 800 € au "
        "Comité des fêtes et de 500 € à l'Amicale laïque."
    )

    assert awards(drawn("", intro)) == PAIRS


@pytest.mark.parametrize("form", ["- Subvention {} : {} €", "- Subvention {} – {} €"])
def test_the_word_for_the_grant_is_no_part_of_the_name(form: str) -> None:
    case = drawn(
        form.format("exceptionnelle à l'association Les Amis", "1 200")
        + "\n"
        + form.format("au Comité des fêtes", "800")
        + "\n"
    )

    assert awards(case) == [("Les Amis", 120_000), ("Comité des fêtes", 80_000)]


@pytest.mark.parametrize("form", ["- {} : {} €", "- {} – {} €", "- {} ({} €)", "{} {} €"])
@pytest.mark.parametrize(
    "labels",
    [
        ("Fonctionnement", "Investissement"),
        ("Année 2023", "Année 2024"),
        ("Part communale", "Part départementale"),
        ("Subvention exceptionnelle", "Subvention de fonctionnement"),
        ("Acompte", "Solde"),
    ],
)
def test_what_names_nobody_is_asked(form: str, labels: tuple[str, str]) -> None:
    lines = (form.format(label, each) for label, each in zip(labels, ("1 200", "800"), strict=True))
    case = drawn("\n".join(lines) + "\n")

    assert case.awards == ()
    assert asked(case) == ["1200.00", "800.00"]


@pytest.mark.parametrize(
    "intro",
    [
        "d'attribuer à l'association Les Amis les subventions suivantes :",
        "de fixer le barème des aides comme suit :",
        "de solliciter les subventions suivantes :",
        "d'approuver le plan de financement et de demander une subvention au Département :",
    ],
)
@pytest.mark.parametrize("form", ["- {} : {} €", "- {} – {} €", "{} {} €"])
def test_a_list_of_something_else_grants_nothing(intro: str, form: str) -> None:
    case = drawn(rows(form), intro)

    assert case.awards == ()
    assert asked(case) == ["1200.00", "500.00", "800.00"]


def test_a_grant_that_is_split_up_stays_one() -> None:
    intro = "d'attribuer à l'association Les Amis une subvention de 2 000 € répartie comme suit :"
    case = drawn("- Festival d'été : 1 200 €\n- Atelier Théâtre : 800 €\n", intro)

    assert awards(case) == [("Les Amis", 200_000)]
    assert asked(case) == ["1200.00", "800.00"]


@pytest.mark.parametrize(
    "line",
    [
        "Comité des fêtes 2000 500 €",
        "Comité des fêtes 700 € 800 €",
        "- Comité des fêtes (700 € en 2023) 800 € sur un budget de 9 000 €",
    ],
)
def test_two_numbers_on_a_line_are_not_chosen_from(line: str) -> None:
    assert drawn(f"- Amicale laïque : 500 €\n{line}\n").awards[1:] == ()
