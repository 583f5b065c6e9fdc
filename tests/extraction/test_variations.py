"""Short texts in other house styles: who gets what, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.extraction.signs import unaccounted
from tests.extraction.sources import SHARED, shared

FOLDER = SHARED / "extraction" / "variations"
EXPECTED: dict[str, Any] = (
    json.loads((FOLDER / "expected.json").read_text("utf-8")) if FOLDER.is_dir() else {}
)


def pairs(case: Case) -> set[tuple[str, float]]:
    names = {who.id: who.name for who in case.beneficiaries}
    held = [(each.beneficiary, each.amount) for each in case.awards]
    held += [(each.beneficiary, each.amount) for each in case.summary]
    held += [(each.beneficiary, each.amount) for each in case.lines]
    return {(names[who], amount / 100) for who, amount in held if who and amount is not None}


@pytest.mark.skipif(not EXPECTED, reason="the shared documents stand in ../shared")
@pytest.mark.parametrize("name", EXPECTED or ["none"])
def test_a_house_style(name: str) -> None:
    source, expected = shared(FOLDER / name), EXPECTED[name]
    (case,) = extract(source)
    assert pairs(case) == {tuple(pair) for pair in expected["pairs"]}
    if expected["total"] is not None:
        assert expected["total"] in {(total.amount or 0) / 100 for total in case.totals}
    assert len(case.members) == len(expected["people"])
    for member, surname in zip(case.members, expected["people"], strict=True):
        assert member.name.endswith(surname)
    if expected["vote"] == "unanimité":
        assert case.vote.unanimous
    elif expected["vote"]:
        assert case.vote.ayes == int(expected["vote"].split()[1])
    assert unaccounted(source, [case]) == []
