"""The JSON Schema of the case file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from checker.casefile import load_case
from checker.schema import case_schema, print_schema
from tests.acts import REFERENCE, ROOT
from tests.test_casefile import SMALL, changed, problems

VALIDATOR = jsonschema.Draft202012Validator(case_schema())
COMMITTED = Path("checker/schemas/case-1.schema.json")


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(case_schema())


def test_committed_copy_is_current() -> None:
    assert print_schema() == (ROOT / COMMITTED).read_text("utf-8")


def test_good_cases_validate() -> None:
    VALIDATOR.validate(SMALL)
    VALIDATOR.validate(json.loads(REFERENCE.read_bytes()))


def test_attributes_are_described() -> None:
    (line, case) = (case_schema()["$defs"]["MeasureLine"], case_schema())

    assert line["properties"]["units"]["description"] == "How many of them."
    assert line["properties"]["evidence"]["description"].startswith("Provenance by the name")
    assert case["properties"]["whole"]["description"].startswith("Lists that are known")


WRONG = [
    ("awards.0.amount", 40000),
    ("awards.0.amount", "40000.000"),
    ("awards.0.amount", "-40000.00"),
    ("awards.0.amount", "-0.00"),
    ("awards.0.amount", "007.00"),
    ("awards.0.amount", "10000000000.01"),
    ("awards.0.amount", "20000000000.00"),
    ("lines.0.announced_change", "-10000000000.01"),
    ("awards.0.id", "A 1"),
    ("awards.0.id", "a" * 81),
    ("awards.0.amuont", "1.00"),
    ("awards", "a1"),
    ("awards", {}),
    ("act.organ", "bureux"),
    ("act.year", -1),
    ("act.year", True),
    ("act.year", 2024.5),
    ("act.year", 10**9 + 1),
    ("act.budget_vote", 0),
    ("act.date", "15/03/2024"),
    ("act.date", "2024-13-01"),
    ("act.date", "2201-01-01"),
    ("act.title", "a\u0000b"),
    ("act.title", "x" * 20_001),
    ("lines.0.evidence", []),
    ("lines.0.evidence.amount.span", [9]),
    ("lines.0.evidence.amount.span", [9, -1]),
    ("body", {"category": "commune"}),
    ("body", None),
    ("schema", "deliberation-check/case/9"),
]


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_schema_and_loader_refuse_the_same(path: str, value: object) -> None:
    data = changed(*(int(key) if key.isdigit() else key for key in path.split(".")), value=value)

    assert not VALIDATOR.is_valid(data)
    assert problems(data)


RIGHT = [
    ("awards.0.amount", "0.00"),
    ("awards.0.amount", "10000000000.00"),
    ("awards.0.amount", None),
    ("lines.0.announced_change", "-10000000000.00"),
    ("act.date", "1800-01-01"),
    ("act.date", "2200-12-31"),
    ("act.year", 10**9),
    ("act.title", "é\n\t" * 6_000),
    ("awards.0.id", "a" * 80),
]


@pytest.mark.parametrize(("path", "value"), RIGHT)
def test_schema_and_loader_accept_the_same(path: str, value: object) -> None:
    data = changed(*(int(key) if key.isdigit() else key for key in path.split(".")), value=value)

    VALIDATOR.validate(data)
    load_case(json.dumps(data).encode(), "case.json")
