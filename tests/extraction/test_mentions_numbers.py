"""Numbers of acts and bodies, and counts of things."""

from __future__ import annotations

import pytest

from checker.extraction.mentions.numbers import find_act_numbers, find_counts, find_identifiers
from tests.test_reference_case import ACT


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("24-B-0045", "24-B-0045", None),
        ("Vu la délibération 21-C-0056 du Conseil", "21-C-0056", "délibération"),
        ("Délibération n° 2024-031", "2024-031", "délibération"),
        ("DELIBERATION N°2024-031", "2024-031", "deliberation"),
        ("délibération n° 2012/129", "2012/129", "délibération"),
        ("Délibération n°2014 / 183", "2014/183", "délibération"),
        ("Délibération n° 2023-12-07", "2023-12-07", "délibération"),
        ("Délibération du Conseil n° 24-031", "24-031", "délibération"),
        ("Délibération n° : D20240012", "D20240012", "délibération"),
        ("délibération numéro 12", "12", "délibération"),
        ("le décret n° 2001-495 du 6 juin 2001", "2001-495", "décret"),
        ("la loi n°2000-321", "2000-321", "loi"),
        ("DEL-2024-031", "DEL-2024-031", None),
        ("   2009/18 – Demandes de subventions", "2009/18", None),
        ("DE-2013/133 – Convention", "DE-2013/133", None),
        ("lot n° 2\n- 40 000 € à ADELIE", "2", None),
    ],
)
def test_number_of_an_act(text: str, value: str, noun: str | None) -> None:
    (found,) = find_act_numbers(text)

    assert (found.value, found.noun) == (value, noun)
    assert "".join(text[found.start : found.end].split()) == value


@pytest.mark.parametrize(
    "text",
    [
        "en 2023-2024",
        "15 000 €",
        "09/02/2024",
        "article L. 2121-29",
        "HTM'Elles",
        "la nature n",
        "1/2",
    ],
)
def test_what_is_no_number_of_an_act(text: str) -> None:
    assert find_act_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("les huit structures précitées", 8, "structures"),
        ("SEPT MAISONS DE L'EMPLOI", 7, "maisons"),
        ("les 12 associations", 12, "associations"),
        ("1 559 visiteurs", 1559, "visiteurs"),
        ("1898 habitants", 1898, "habitants"),
        ("vingt et une communes", 21, "communes"),
        ("deux\npostes", 2, "postes"),
        ("3 ateliers-débats", 3, "ateliers-débats"),
    ],
)
def test_count_of_things(text: str, value: int, noun: str) -> None:
    (found,) = find_counts(text)

    assert (found.value, found.noun) == (value, noun)
    assert text[found.start : found.end].lower().endswith(noun)
    assert text[found.start : found.number_end].strip()


@pytest.mark.parametrize(
    "text",
    [
        *("une subvention", "un poste", "15 000 euros", "9 février 2024", "en 2024 pour", "12 %"),
        *("n°12 associations", "l'année 2021 adoptant", "quarante mille euros", "2 millions"),
        *("49,3% résidant", "quinze pour cent"),
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert find_counts(text) == ()


@pytest.mark.skipif(not ACT.exists(), reason=f"{ACT} is not here")
def test_reference_act_has_its_numbers_and_counts() -> None:
    text = ACT.read_text(encoding="utf-8")
    printed = {text[count.start : count.end]: count.value for count in find_counts(text)}

    numbers = [(number.value, number.noun) for number in find_act_numbers(text)]
    assert numbers == [("24-B-0045", None), ("21-C-0056", "délibération")]
    for surface, value in (
        *(("SEPT MAISONS", 7), ("Trois MDE", 3), ("deux actions", 2), ("deux postes", 2)),
        *(("sept Maisons", 7), ("huit structures", 8), ("771 000 heures", 771_000)),
    ):
        assert printed[surface] == value


@pytest.mark.parametrize(
    ("text", "kind", "value", "sound"),
    [
        ("SIRET 732 829 320 00074", "siret", "73282932000074", True),
        ("73282932000074", "siret", "73282932000074", True),
        ("SIRET : 732 829 320 00075", "siret", "73282932000075", False),
        ("n° SIREN : 732 829 320", "siren", "732829320", True),
        ("SIREN 732829321", "siren", "732829321", False),
        ("RNA W751234567", "rna", "W751234567", True),
    ],
)
def test_number_in_a_register(text: str, kind: str, value: str, sound: bool) -> None:
    (found,) = find_identifiers(text)

    assert (found.kind, found.value, found.sound) == (kind, value, sound)


@pytest.mark.parametrize("text", ["732 829 320 €", "732 829 320", "12345678901234", "W75"])
def test_what_is_in_no_register(text: str) -> None:
    assert find_identifiers(text) == ()
