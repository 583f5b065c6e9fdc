"""Dated parameters and references: what is refused, and what an act sees."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from checker.law.edition import Edition, Law
from checker.law.parameters import MonthsAfter, RollingWindow, StartOfYear
from checker.vocabulary import Act
from tests.language.rules import ARTICLE, REFERENCES, RULE, THRESHOLD, load, problems_of
from tests.law.damage import DAMAGE

FILES = {
    "THRESHOLD": ("law/parameters/threshold.yaml", THRESHOLD),
    "ARTICLE": ("law/parameters/article.yaml", ARTICLE),
    "REFERENCES": ("law/references.yaml", REFERENCES),
}
WINDOW = """\
title: {fr: Début, en: Start}
type: date
anchor: act.date
values:
  2014-01-01: {value: {start_of_year: -2}, reference: some-act, verified: 2026-11-01}
  2024-01-01: {value: {years_before: 3}, reference: some-act, verified: 2026-11-01}
  2030-01-01: {value: 2028-05-01, reference: some-act, verified: 2026-11-01}
"""
YEARLY = THRESHOLD.replace("act.date", "act.year")
ALSACE = """\
title: {fr: Seuil, en: Threshold}
type: int
anchor: act.date
by: alsace_moselle
values:
  "1": {2000-01-01: {value: 1, reference: some-act, verified: 2026-11-01}}
  "*": {2000-01-01: {value: 2, reference: some-act, verified: 2026-11-01}}
"""


@pytest.mark.parametrize(
    ("name", "damage"),
    [pytest.param(name, damage, id=damage["write"]) for name in FILES for damage in DAMAGE[name]],
)
def test_a_bad_file(tmp_path: Path, name: str, damage: dict[str, Any]) -> None:
    file, text = FILES[name]
    assert damage["instead of"] in text
    damaged = text.replace(damage["instead of"], damage["write"], 1)
    problems = problems_of(tmp_path, {"theme/rule.yaml": RULE, file: damaged})
    said = [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems]
    assert said == damage["said"]
    assert {problem.file for problem in problems} == {str(tmp_path / file)}


def test_the_name_of_a_parameter_is_its_file_s(tmp_path: Path) -> None:
    (problem,) = problems_of(
        tmp_path, {"theme/rule.yaml": RULE, "law/parameters/Seuil-annuel.yaml": THRESHOLD}
    )
    assert problem.message == ("The file's name is the parameter's: write it like this_name.yaml.")


def test_the_days_a_reference_is_in_force(tmp_path: Path) -> None:
    law = load(tmp_path, {"theme/rule.yaml": RULE}).law
    last = datetime.date(1999, 12, 31)
    first = datetime.date(2000, 1, 1)
    assert law.references["old-act"].covers(last)
    assert not law.references["old-act"].covers(first)
    assert law.references["some-act"].covers(first)
    assert not law.references["some-act"].covers(last)
    assert law.references["old-act"].bodies == {"commune"}


def test_a_key_in_two_files(tmp_path: Path) -> None:
    files = {"theme/rule.yaml": RULE, "policies/a/b/references.yaml": REFERENCES}
    assert [problem.message for problem in problems_of(tmp_path, files)] == [
        "The key 'some-act' is in another file too; choose another.",
        "The key 'old-act' is in another file too; choose another.",
    ]


@pytest.fixture(name="law")
def _law(tmp_path: Path) -> Law:
    files = {
        "theme/rule.yaml": RULE,
        "law/parameters/window.yaml": WINDOW,
        "law/parameters/yearly.yaml": YEARLY,
        "law/parameters/alsace.yaml": ALSACE,
    }
    return load(tmp_path, files).law


def edition(law: Law, day: str | None, **act: Any) -> Edition:
    date = datetime.date.fromisoformat(day) if day else None
    return law.for_act(Act("act", date=date, **act))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2001-06-10", None),
        ("2001-06-11", 2300000),
        ("2023-12-31", 2300000),
        ("2024-01-01", 2400000),
        ("2029-12-31", 2400000),
        ("2030-01-01", None),
        (None, None),
    ],
)
def test_a_value_by_date(law: Law, day: str | None, value: int | None) -> None:
    seen = edition(law, day)
    assert seen.value("law.threshold", None) == value
    assert (seen.in_force("law.threshold", None) is None) is (value is None)
    if day:
        explicit = datetime.date.fromisoformat(day)
        assert edition(law, None).value("law.threshold", explicit) == value
        assert edition(law, "2010-01-01").value("law.threshold", explicit) == value


def test_what_a_value_rests_on(law: Law) -> None:
    found = edition(law, "2024-02-09").in_force("law.threshold", None)
    assert found is not None
    assert (found.name, found.value, found.since) == (
        "law.threshold",
        2400000,
        datetime.date(2024, 1, 1),
    )
    assert (found.reference.key, found.verified) == ("some-act", datetime.date(2026, 11, 1))
    assert found.to_confirm
    parameter = law.parameters["law.threshold"]
    assert parameter.document is not None
    assert (parameter.document.fr, parameter.title.en) == ("circulaire", "Threshold")


def test_a_value_to_confirm(law: Law) -> None:
    assert edition(law, "2024-02-09").unconfirmed("law.threshold", None)
    assert not edition(law, "2023-02-09").unconfirmed("law.threshold", None)
    assert not edition(law, "2031-02-09").unconfirmed("law.threshold", None)
    assert edition(law, None).unconfirmed("law.threshold", datetime.date(2024, 1, 1))


@pytest.mark.parametrize(
    ("year", "value"), [(2001, None), (2002, 2300000), (2024, 2400000), (None, None), (0, None)]
)
def test_a_value_by_year(law: Law, year: int | None, value: int | None) -> None:
    assert edition(law, "2010-01-01", year=year).value("law.yearly", None) == value


def test_another_date_of_the_law(law: Law) -> None:
    act = Act("act", date=datetime.date(2010, 1, 1), year=2010)
    seen = law.for_act(act, datetime.date(2024, 2, 9))
    assert seen.value("law.threshold", None) == 2400000
    assert seen.value("law.yearly", None) == 2400000
    assert seen.value("law.threshold", datetime.date(2010, 1, 1)) == 2300000


@pytest.mark.parametrize(
    ("category", "day", "value"),
    [
        ("commune", "2005-01-01", "some-act"),
        ("region", "2005-01-01", None),
        ("region", "2010-01-01", "some-act"),
        (None, "2020-01-01", None),
    ],
)
def test_a_value_by_category(law: Law, category: str | None, day: str, value: str | None) -> None:
    assert edition(law, day, category=category).value("law.article", None) == value


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{months_after: 1201}", "The number of 'months_after' lies between 0 and 1200."),
        ("{months_after: -1}", "The number of 'months_after' lies between 0 and 1200."),
        ("{years_before: 101}", "The number of 'years_before' lies between 0 and 100."),
        ("{start_of_year: -101}", "The number of 'start_of_year' lies between -100 and 100."),
        (
            "{months_after: 3, years_before: 1}",
            "Write one of {start_of_year: -2}, {years_before: 3} or {months_after: 3}.",
        ),
    ],
)
def test_a_bad_function_of_the_date(tmp_path: Path, written: str, said: str) -> None:
    text = WINDOW.replace("{years_before: 3}", written)
    files = {"theme/rule.yaml": RULE, "law/parameters/window.yaml": text}
    assert [problem.message for problem in problems_of(tmp_path, files)] == [said]


@pytest.mark.parametrize(("alsace", "value"), [(True, 1), (False, 2), (None, None)])
def test_a_value_by_flag(law: Law, alsace: bool | None, value: int | None) -> None:
    seen = edition(law, "2020-01-01", alsace_moselle=alsace)
    assert seen.value("law.alsace", None) == value


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2023-06-30", "2021-01-01"),
        ("2024-02-09", "2021-02-10"),
        ("2024-02-29", "2021-03-01"),
        ("2027-12-31", "2025-01-01"),
        ("2031-01-01", "2028-05-01"),
    ],
)
def test_a_function_of_the_date(law: Law, day: str, first: str) -> None:
    value = edition(law, day).value("law.window", None)
    assert value == datetime.date.fromisoformat(first).toordinal()


def test_functions_of_the_date_stay_within_the_calendar() -> None:
    first, last = datetime.date(1, 1, 1), datetime.date(9999, 12, 31)
    assert StartOfYear(-5).at(first) == first.toordinal()
    assert StartOfYear(5).at(last) == datetime.date(9999, 1, 1).toordinal()
    assert RollingWindow(5).at(first) == first.toordinal() + 1
    assert MonthsAfter(1).at(last) == last.toordinal()
    assert MonthsAfter(0).at(last) == last.toordinal()


@pytest.mark.parametrize(
    ("months", "day", "end"),
    [
        (3, "2024-03-01", "2024-06-01"),
        (3, "2024-12-31", "2025-03-31"),
        (3, "2024-01-31", "2024-04-30"),
        (3, "2023-11-30", "2024-02-29"),
        (3, "2024-11-30", "2025-02-28"),
        (3, "2023-11-29", "2024-02-29"),
        (3, "2024-02-29", "2024-05-29"),
        (12, "2024-02-29", "2025-02-28"),
        (48, "2024-02-29", "2028-02-29"),
        (6, "2024-12-31", "2025-06-30"),
        (1, "1900-01-31", "1900-02-28"),
        (1, "2000-01-31", "2000-02-29"),
        (0, "2024-12-31", "2024-12-31"),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(
    months: int, day: str, end: str
) -> None:
    found = MonthsAfter(months).at(datetime.date.fromisoformat(day))
    assert datetime.date.fromordinal(found).isoformat() == end


def test_a_deadline_counted_from_the_day_it_is_looked_up_at(tmp_path: Path) -> None:
    text = WINDOW.replace("{years_before: 3}", "{months_after: 3}")
    files = {"theme/rule.yaml": RULE, "law/parameters/window.yaml": text}
    seen = edition(load(tmp_path, files).law, "2010-01-01")
    found = seen.value("law.window", datetime.date(2024, 11, 30))
    assert found == datetime.date(2025, 2, 28).toordinal()


def test_a_settled_value_wins(law: Law) -> None:
    act = Act("act", date=datetime.date(2024, 2, 9))
    seen = law.for_act(act, None, {"law.threshold": 1, "law.window": None})
    assert seen.value("law.threshold", None) == 1
    assert seen.value("law.threshold", datetime.date(2010, 1, 1)) == 1
    assert seen.value("law.window", None) is None
