"""The JSON Schema of the case file."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

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


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("awards", 0, "amount"), 40000),
        (("awards", 0, "amount"), "40000.000"),
        (("awards", 0, "amount"), "-40000.00"),
        (("awards", 0, "id"), "A 1"),
        (("awards", 0, "amuont"), "1.00"),
        (("awards",), "a1"),
        (("act", "organ"), "bureux"),
        (("act", "year"), -1),
        (("act", "date"), "15/03/2024"),
        (("lines", 0, "evidence", "amount", "span"), [9]),
        (("body",), {"name": "Ville"}),
    ],
)
def test_schema_and_loader_refuse_the_same(path: tuple[str | int, ...], value: object) -> None:
    data = changed(*path, value=value)

    assert not VALIDATOR.is_valid(data)
    assert problems(data)
