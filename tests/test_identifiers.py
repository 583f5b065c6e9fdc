"""Keys and forms of identifiers, weekdays and years of numbers."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.identifiers import (
    rna_sound,
    siren_of_siret,
    siren_sound,
    siret_sound,
    weekday,
    year_of_number,
)


@pytest.mark.parametrize(
    ("siret", "sound"),
    [
        ("73282932000074", True),
        ("732 829 320 00074", True),
        ("732\u00a0829\u202f320 00074", True),
        ("73282932000075", False),
        ("7328293200007", False),
        ("7328293200007A", False),
        ("٧٣٢٨٢٩٣٢٠٠٠٠٧٤", False),
        ("35600000000048", True),  # La Poste, by Luhn
        ("35600000049837", True),  # La Poste, by the sum of its digits
        ("35600000049838", False),
        (None, None),
    ],
)
def test_siret(siret: str | None, sound: bool | None) -> None:
    assert siret_sound(siret) is sound


@pytest.mark.parametrize(
    ("siren", "sound"),
    [("732829320", True), ("732829321", False), ("73282932", False), (None, None)],
)
def test_siren(siren: str | None, sound: bool | None) -> None:
    assert siren_sound(siren) is sound


@given(st.integers(0, 10**8 - 1), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_breaks_the_key(number: int, place: int, shift: int) -> None:
    body = f"{number:08d}"
    (siren,) = (f"{body}{key}" for key in range(10) if siren_sound(f"{body}{key}"))
    wrong = str((int(siren[place]) + shift) % 10)

    assert siren_sound(siren[:place] + wrong + siren[place + 1 :]) is False


def test_siren_inside_a_siret() -> None:
    assert siren_of_siret("732 829 320 00074") == "732829320"
    assert siren_of_siret("7328") is None
    assert siren_of_siret(None) is None


@pytest.mark.parametrize(
    ("rna", "sound"),
    [("W595012345", True), ("W59501234", False), ("X595012345", False), (None, None)],
)
def test_rna(rna: str | None, sound: bool | None) -> None:
    assert rna_sound(rna) is sound


def test_weekday() -> None:
    assert weekday(datetime.date(2024, 2, 9)) == "vendredi"
    assert weekday(None) is None


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("24-B-0045", 2024),
        ("21-C-0056", 2021),
        ("2024-031", 2024),
        ("12/2024", 2024),
        ("DEL2024_031", 2024),
        ("24-031", None),
        ("2023-2024", None),
        ("31", None),
        (None, None),
    ],
)
def test_year_of_a_number(number: str | None, year: int | None) -> None:
    assert year_of_number(number) == year
