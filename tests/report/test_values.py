"""Values and intervals as a reader reads them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.interval import FLAG, INFINITY, NATURAL, SIGNED, Interval, point
from checker.kinds import Type
from checker.report.messages import fill
from checker.report.values import print_interval
from checker.words import print_date, print_money, print_number

N = "\u00a0"


@pytest.mark.parametrize(
    ("interval", "type_", "fr", "en"),
    [
        (point(4000000), Type.MONEY, f"40{N}000,00{N}€", "€40,000.00"),
        (point(-50), Type.SIGNED, f"-0,50{N}€", "-€0.50"),
        (point(1559), Type.INT, f"1{N}559", "1,559"),
        (point(1), Type.FLAG, "oui", "yes"),
        (point(0), Type.FLAG, "non", "no"),
        (point(datetime.date(2023, 3, 1).toordinal()), Type.DATE, "1er mars 2023", "1 March 2023"),
        (NATURAL, Type.MONEY, "non précisé", "not stated"),
        (SIGNED, Type.SIGNED, "non précisé", "not stated"),
        (FLAG, Type.FLAG, "non précisé", "not stated"),
        (NATURAL, Type.DATE, "non précisé", "not stated"),
        (Interval(5, INFINITY), Type.INT, "au moins 5", "at least 5"),
        (Interval(0, 5), Type.INT, "au plus 5", "at most 5"),
        (Interval(-INFINITY, -5), Type.SIGNED, f"au plus -0,05{N}€", "at most -€0.05"),
        (Interval(2, 5), Type.INT, "entre 2 et 5", "between 2 and 5"),
    ],
)
def test_intervals(interval: Interval, type_: Type, fr: str, en: str) -> None:
    assert print_interval(interval, type_, "fr") == fr
    assert print_interval(interval, type_, "en") == en


@given(st.integers(-(10**12), 10**12))
def test_points_print_as_values(value: int) -> None:
    assert print_interval(point(value), Type.SIGNED, "fr") == print_money(value, "fr")
    assert print_interval(point(value), Type.INT, "fr") == print_number(value, "fr")


@given(st.dates())
def test_dates_print_as_dates(day: datetime.date) -> None:
    assert print_interval(point(day.toordinal()), Type.DATE, "en") == print_date(day, "en")


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_no_interval_prints_infinity(low: int, width: int) -> None:
    for interval in (Interval(low, low + width), Interval(low, INFINITY)):
        for type_ in (Type.MONEY, Type.INT):
            printed = print_interval(interval, type_, "fr").replace(N, "")
            assert str(INFINITY)[:10] not in printed


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("la ligne de {x}", "ADELIE", "la ligne d'ADELIE"),
        ("la ligne de {x}", "Emploi", "la ligne d'Emploi"),
        ("est de {x} ;", f"au moins 5,00{N}€", f"est d'au moins 5,00{N}€{N};"),
        ("est de {x}", "40", "est de 40"),
        ("dit que {x}", "Élan", "dit qu'Élan"),
        ("une {x}", "action", "une action"),
        ("de {x}", "Lille", "de Lille"),
    ],
)
def test_french_elision(template: str, value: str, text: str) -> None:
    assert fill(template, {"x": value}, "fr") == text


def test_english_leaves_words_alone() -> None:
    assert fill("the line de {x}", {"x": "ADELIE"}, "en") == "the line de ADELIE"


@given(st.text())
def test_values_stand_in_a_message_as_they_are(value: str) -> None:
    assert fill("a « {x} » b", {"x": value}, "fr") == f"a «{N}{value}{N}» b"
