"""Dates: every printed form, the weekday checked, nothing filled in."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.mentions.dates import find_dates
from checker.identifiers import weekday
from tests.extraction.french import spelt
from tests.test_reference_case import ACT

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)
DATES = st.dates(min_value=datetime.date(1800, 1, 1), max_value=datetime.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("le 9 février 2024", "2024-02-09"),
        ("le 1er mars 2023", "2023-03-01"),
        ("le 1 er mars 2023", "2023-03-01"),
        ("le 1ᵉʳ mars 2023", "2023-03-01"),
        ("LE 9 FÉVRIER 2024", "2024-02-09"),
        ("LE 9 FEVRIER 2024", "2024-02-09"),
        ("le 15 aout 2024", "2024-08-15"),
        ("9 févr. 2024", "2024-02-09"),
        ("le 9\nfévrier\n2024", "2024-02-09"),
        ("9\u00a0février\u00a02024", "2024-02-09"),
        ("09/02/2024", "2024-02-09"),
        ("9/2/2024", "2024-02-09"),
        ("09.02.2024", "2024-02-09"),
        ("09-02-2024", "2024-02-09"),
        ("2024-02-09", "2024-02-09"),
        ("le 27 du mois de mars 2012", "2012-03-27"),
        ("l'an deux mille vingt-trois, le vingt et un mars", "2023-03-21"),
        ("L’AN DEUX MILLE VINGT-TROIS, LE VINGT-ET-UN MARS", "2023-03-21"),
        ("L'an deux mil douze et le mardi vingt-sept du mois de mars à 20 h", "2012-03-27"),
        ("L'an 2012, le 14 février", "2012-02-14"),
        ("le premier mars deux mille vingt-trois", "2023-03-01"),
        ("le quatorze juillet mille neuf cent quatre-vingt-dix-neuf", "1999-07-14"),
        ("le vingt-neuf février deux mille vingt-quatre", "2024-02-29"),
    ],
)
def test_form_is_read(text: str, date: str) -> None:
    (found,) = find_dates(text)

    assert str(found.date) == date
    assert found.sure


@pytest.mark.parametrize(
    ("text", "printed", "agrees"),
    [
        ("vendredi 9 février 2024", "vendredi", True),
        ("jeudi 9 février 2024", "jeudi", False),
        ("Vendredi, le 9 février 2024", "vendredi", True),
        ("VENDREDI\n9 FÉVRIER 2024", "vendredi", True),
        ("lundi 09/02/2024", "lundi", False),
        ("l'an deux mille dix-sept, le jeudi vingt-deux juin", "jeudi", True),
        ("l'an deux mille dix-sept, le lundi vingt-deux juin", "lundi", False),
        ("le 9 février 2024", None, None),
        ("vendredi 9 février", "vendredi", None),
        ("vendredi 31 février 2024", "vendredi", None),
    ],
)
def test_weekday_is_compared(text: str, printed: str | None, agrees: bool | None) -> None:
    (found,) = find_dates(text)

    assert (found.weekday, found.weekday_agrees) == (printed, agrees)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("le 12 mars", "no_year"),
        ("le 12 mars 15 000 € sont versés", "no_year"),
        ("31 février 2024", "impossible"),
        ("29 février 2023", "impossible"),
        ("12/13/2024", "impossible"),
        ("00/00/2024", "impossible"),
        ("2024-13-01", "impossible"),
    ],
)
def test_no_date_is_made_up(text: str, flag: str) -> None:
    (found,) = find_dates(text)

    assert found.date is None
    assert flag in found.flags
    assert not found.sure


@pytest.mark.parametrize(
    ("text", "date", "flag"),
    [
        ("le 12/03/23", "2023-03-12", "short_year"),
        ("le 12 mars 98", "1998-03-12", "short_year"),
        ("délibération n° 2023-12-07", "2023-12-07", "numbered"),
    ],
)
def test_doubtful_date_says_so(text: str, date: str, flag: str) -> None:
    (found,) = find_dates(text)

    assert str(found.date) == date
    assert flag in found.flags
    assert not found.sure


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("du 3 au 5 mars 2024", ["2024-03-03", "2024-03-05"]),
        ("les 3 et 4 mars 2024", ["2024-03-03", "2024-03-04"]),
        ("du 28 février au 5 mars 2024", ["None", "2024-03-05"]),
        ("du 01/02/2024 au 03/02/2024", ["2024-02-01", "2024-02-03"]),
    ],
)
def test_both_days_of_a_period(text: str, dates: list[str]) -> None:
    assert [str(found.date) for found in find_dates(text)] == dates


@pytest.mark.parametrize(
    "text",
    [
        *("en mars 2024", "les maires", "art. 6.1.12", "24-B-0045", "2023-2024", "marsouin 2024"),
        *("35 mars-avril", "12.500 €", "1/2", "le 12 du mois", "2001-495", "mai"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [found.date for found in find_dates(text) if found.date] == []


def test_span_goes_from_day_to_year() -> None:
    text = "Séance du vendredi 9 février 2024, à 18 h"
    (found,) = find_dates(text)

    assert text[found.start : found.end] == "9 février 2024"


@pytest.mark.skipif(not ACT.exists(), reason=f"{ACT} is not here")
def test_reference_act_has_three_dates() -> None:
    found = find_dates(ACT.read_text(encoding="utf-8"))

    assert [str(date.date) for date in found] == ["2024-02-09", "2021-02-19", "2021-02-19"]
    assert [date.weekday_agrees for date in found] == [True, None, None]


@given(DATES, st.integers(min_value=0, max_value=6), st.booleans())
def test_every_date_is_read_back(date: datetime.date, shift: int, in_words: bool) -> None:
    printed = weekday(date + datetime.timedelta(days=shift))
    day = "premier" if date.day == 1 else spelt(date.day)
    words = f"{day} {MONTHS[date.month - 1]} {spelt(date.year)}"
    figures = f"{'1er' if date.day == 1 else date.day} {MONTHS[date.month - 1]} {date.year}"
    text = f"Séance du {printed} {words if in_words else figures} à Lille"

    (found,) = find_dates(text)

    assert found.date == date
    assert found.weekday_agrees == (shift == 0)


@given(DATES, st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y"]))
def test_every_numeric_date_is_read_back(date: datetime.date, form: str) -> None:
    (found,) = find_dates(f"le {date.strftime(form)}, à Lille")

    assert found.date == date
