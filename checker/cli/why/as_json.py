"""An explanation as JSON: `schemas/explanation-1.schema.json` describes it.

Values and places are those of the JSON report; keys may be added in a version, never changed.
"""

from __future__ import annotations

from typing import Any

from checker.cli.why.model import (
    BoundFact,
    Dwindling,
    Excluded,
    Explained,
    Node,
    Number,
    RowLine,
    Told,
    Value,
)
from checker.interval import INFINITY, Truth
from checker.reasons.margins import Margin
from checker.render.as_json import operand_json, where_json
from checker.render.jsonwriting import written, written_day
from checker.report.model import MissingItem

SCHEMA = "deliberation-check/explanation/1"
_TRUTHS = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}


def rendered(found: Explained) -> str:
    """The explanation as one JSON document."""
    document = {
        "schema": SCHEMA,
        "language": found.language,
        "reliable": not found.faults,
        "faults": list(found.faults),
        "input": {"file": found.file, "sha256": found.sha256},
        "act": {
            "number": found.number,
            "date": written_day(found.date),
        },
        "law_date": written_day(found.law_date),
        "rule": {"id": found.rule, "title": found.title},
        "verdict": found.verdict.value,
        "set_aside": {"reason": found.aside_code, "said": found.aside} if found.aside else None,
        "instances": [_told(each) for each in found.instances],
        "without_instance": [_dwindling(each) for each in found.dwindling],
        "not_examined": [_excluded(each) for each in found.excluded],
    }
    return written(document) + "\n"


def _told(told: Told) -> dict[str, Any]:
    return {
        "check": told.check,
        "subject": told.subject,
        "named": told.named,
        "verdict": told.verdict.value,
        "reliable": told.reliable,
        "message": told.message,
        "note": told.note or None,
        "bound": [_fact(each) for each in told.bound],
        "numbers": [_number(each) for each in told.numbers],
        "when": None if told.trigger is None else _node(told.trigger),
        "require": None if told.requirement is None else _node(told.requirement),
        "missing": [_missing(each) for each in told.missing],
    }


def _fact(fact: BoundFact) -> dict[str, Any]:
    return {
        "alias": fact.alias,
        "kind": fact.label,
        "named": fact.named,
        "where": where_json(fact.where),
        "tests": [_node(test) for test in fact.tests],
    }


def _number(number: Number) -> dict[str, Any]:
    return {
        "called": number.letter,
        "said": number.words,
        "value": operand_json(number.value),
        "whole": not number.opened,
        "lines": [_row(row) for row in number.sure],
        "possible_lines": [_row(row) for row in number.possible],
        "lines_set_aside": number.aside,
        "missing": [_missing(each) for each in number.missing],
    }


def _row(row: RowLine) -> dict[str, Any]:
    return {
        "named": row.named,
        "value": None if row.amount is None else operand_json(row.amount),
        "where": where_json(row.where),
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "said": node.words,
        "holds": _TRUTHS[node.truth],
        "combines": node.combines or None,
        "parts": [_node(part) for part in node.parts],
        "values": [_value(each) for each in node.values],
        "margin": None if node.margin is None else _margin(node.margin, node.distance),
        "turning": list(node.turning),
        "missing": [_missing(each) for each in node.missing],
        "questions": [{"slip": each.slip.value, "asked": each.text} for each in node.questions],
    }


def _value(value: Value) -> dict[str, Any]:
    return {
        "label": value.label,
        **operand_json(value.value),
        "source": value.source or None,
        "where": None if value.where is None else where_json(value.where),
    }


def _margin(margin: Margin, said: str) -> dict[str, Any]:
    """Distances are whole numbers of `unit`: cents, days, hundredths of a point, or units."""
    low, high = margin.distance.low, margin.distance.high
    return {
        "comparison": margin.comparison.value,
        "below": margin.below,
        "low": low,
        "high": None if high >= INFINITY else high,
        "unit": margin.unit.value,
        "said": said or None,
    }


def _missing(item: MissingItem) -> dict[str, Any]:
    return {"what": item.what, "document": item.document}


def _excluded(each: Excluded) -> dict[str, Any]:
    return {
        "check": each.check,
        "subject": each.subject,
        "named": each.named or None,
        "condition": _node(each.condition),
    }


def _dwindling(each: Dwindling) -> dict[str, Any]:
    return {
        "check": each.check,
        "steps": [
            {
                "kind": step.kind,
                "condition": step.words or None,
                "before": step.before,
                "after": step.after,
            }
            for step in each.steps
        ],
        "numbers": [{"called": letter, "said": words} for letter, words in each.numbers],
    }
