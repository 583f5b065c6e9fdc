"""The JSON report keeps its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

import checker
from checker.errors import Problem
from checker.kinds import Type
from checker.report import Report, Unread
from checker.words import Language
from tests.render import rendering
from tests.report.making import euros, report, small_case, with_interest

SCHEMA = json.loads(
    (Path(checker.__file__).parent / "schemas/report-1.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA)
UNREAD = Unread("b.json", (Problem("b.json", 3, 0, "$.act", "The key 'number' is unknown."),))


def every_verdict(language: Language = "fr") -> list[Report]:
    case = small_case()
    missing = evolve(case, awards=(evolve(case.awards[0], amount=None), case.awards[1]))
    return [
        report(with_interest(case), language),
        report(missing, language),
        report(case, language, faults=["They differ."], doubted=["MOT-01"]),
    ]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_reports_are_valid(language: Language) -> None:
    for made in every_verdict(language):
        VALIDATOR.validate(json.loads(rendering.json([made])))


def test_several_inputs_and_one_unread() -> None:
    document = json.loads(rendering.json([*every_verdict(), UNREAD]))
    VALIDATOR.validate(document)

    assert list(document) == ["schema", "reports"]
    assert document["reports"][-1] == {
        "file": "b.json",
        "errors": [
            {"line": 3, "column": None, "path": "$.act", "message": "The key 'number' is unknown."}
        ],
    }
    VALIDATOR.validate(json.loads(rendering.json([UNREAD])))


def test_schema_refuses_a_report_without_counts() -> None:
    document = json.loads(rendering.json([report(small_case())]))
    del document["counts"]

    assert not VALIDATOR.is_valid(document)


def test_every_key_is_described() -> None:
    """No key is written that the schema does not know."""
    for made in every_verdict():
        assert not list(_unknown(json.loads(rendering.json([made])), SCHEMA["$defs"]["report"]))


def _unknown(value: Any, schema: Mapping[str, Any]) -> Iterator[str]:
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    schema = schema.get("anyOf", [schema])[0]
    if "$ref" in schema:
        yield from _unknown(value, schema)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in schema["properties"] and key != "schema":
                yield key
            else:
                yield from _unknown(inner, schema["properties"].get(key, {}))
    elif isinstance(value, list):
        for item in value:
            yield from _unknown(item, schema["items"])


def test_contract_of_the_design() -> None:
    document = json.loads(rendering.json([report(small_case())]))
    (rule,) = (each for each in document["rules"] if each["id"] == "TOT-01")
    (instance,) = rule["instances"]

    assert document["schema"] == "deliberation-check/report/1"
    assert document["reliable"] is True
    assert document["counts"] == {
        "pass": 2,
        "fail": 5,
        "open": 1,
        "review": 1,
        "not-applicable": 1,
    }
    assert document["act"]["date"] == "2024-03-01"
    assert (rule["nature"], rule["verdict"]) == ("internal", "fail")
    assert (instance["check"], instance["subject"]) == ("TOT-01", "t")
    assert {"name": "total.amount", "low": "40010.00", "high": "40010.00"}.items() <= next(
        operand for operand in instance["operands"] if operand["name"] == "total.amount"
    ).items()


def test_unbounded_end_is_null() -> None:
    case = small_case()
    awards = (evolve(case.awards[0], amount=None), case.awards[1])
    totals = (evolve(case.totals[0], amount=euros(90000)),)
    document = json.loads(rendering.json([report(evolve(case, awards=awards, totals=totals))]))
    (rule,) = (each for each in document["rules"] if each["id"] == "TOT-01")
    ends = {o["name"]: (o["low"], o["high"]) for o in rule["instances"][0]["operands"]}

    assert ends["let.awards"] == ("10000.00", None)


def test_same_bytes_every_time() -> None:
    assert rendering.json(every_verdict()) == rendering.json(every_verdict())


def test_form_of_the_document() -> None:
    text = rendering.json([report(small_case())])

    assert text.endswith("}\n")
    assert text.startswith('{\n  "schema": ')
    assert "é" in text


def test_control_characters_do_not_reach_the_terminal() -> None:
    case = small_case()
    who = (evolve(case.beneficiaries[0], name="AD\x9b31m\u202eELIE\x7f"), case.beneficiaries[1])
    text = rendering.json([report(evolve(case, beneficiaries=who))])

    assert not {"\x9b", "\u202e", "\x7f"} & set(text)
    assert "AD\x9b31m\u202eELIE\x7f" in json.dumps(json.loads(text), ensure_ascii=False)


def test_the_schema_knows_every_type_of_operand() -> None:
    operand = SCHEMA["$defs"]["operand"]["properties"]["type"]["enum"]

    assert set(operand) == {type_.value for type_ in Type}
