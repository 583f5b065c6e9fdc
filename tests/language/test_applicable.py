"""Which rules are tried on an act."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from checker.language.applicable import SetAside, set_aside
from checker.vocabulary import Act
from tests.language.rules import SEVERAL, rule_of

ACT = Act("act", date=datetime.date(2024, 2, 9), stage="adopted", category="commune")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, None),
        ({"date": datetime.date(2014, 8, 1)}, SetAside.DATE),
        ({"date": datetime.date(2014, 8, 2)}, None),
        ({"date": datetime.date(2025, 12, 31)}, None),
        ({"date": datetime.date(2026, 1, 1)}, SetAside.DATE),
        ({"date": None}, None),
        ({"category": "region"}, SetAside.BODY),
        ({"category": None}, None),
        ({"stage": "transmitted"}, SetAside.STAGE),
        ({"stage": None}, None),
    ],
)
def test_date_body_and_stage(
    tmp_path: Path, changed: dict[str, Any], reason: SetAside | None
) -> None:
    assert set_aside(rule_of(tmp_path, SEVERAL), evolve(ACT, **changed), ()) is reason


def test_another_date_of_the_law(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, SEVERAL)
    assert set_aside(rule, ACT, (), datetime.date(2026, 1, 1)) is SetAside.DATE
    old = evolve(ACT, date=datetime.date(2000, 1, 1))
    assert set_aside(rule, old, (), datetime.date(2024, 1, 1)) is None


def test_a_policy_set_that_the_case_names(tmp_path: Path) -> None:
    rule = evolve(rule_of(tmp_path, SEVERAL), policy="mel/programme")
    assert set_aside(rule, ACT, ()) is SetAside.POLICY
    assert set_aside(rule, ACT, ("mel/programme",)) is None
