"""The report as JSON: `deliberation-check/report/1`, described by `schemas/report-1.schema.json`.

Amounts are strings of euros with two decimals, dates ISO, as in a case file; an unbounded end is
`null`. Keys may be added in a version, never changed. An input that could not be read stands in
the place of its report with `file` and `errors`.
"""

from __future__ import annotations

import datetime
import json
import textwrap
from typing import Any

from checker.errors import Problem
from checker.interval import INFINITY
from checker.kinds import Type
from checker.money import print_euros
from checker.render.jsonwriting import written, written_day, written_euros
from checker.report.crosstable import Cell, CrossRow, CrossTable
from checker.report.model import (
    IdleWaiver,
    InstanceReport,
    Operand,
    Outcome,
    ParameterUsed,
    ReadingReport,
    ReadItem,
    Report,
    Request,
    RuleReport,
    Unchecked,
    Unread,
    Waived,
    Where,
)
from checker.verdict import Verdict
from checker.words import Language

SCHEMA = "deliberation-check/report/1"
_AMOUNTS = (Type.MONEY, Type.SIGNED)
_ACCEPTED = (Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW)
_COUNTED = (Verdict.PASS, Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW, Verdict.NOT_APPLICABLE)


class Renderer:
    """One report, or for several inputs a document that holds them all, in their order.

    Whether there are several is known when the second comes; the first is kept until then.
    """

    def __init__(self, _language: Language) -> None:
        self._first: dict[str, Any] | None = None
        self._several = False

    def add(self, outcome: Outcome) -> str:
        """The outcomes, but for the first, which waits to know whether it is alone."""
        found = _outcome(outcome)
        if self._several:
            return ",\n" + _element(found)
        if self._first is None:
            self._first = found
            return ""
        self._several = True
        opening = f'{{\n  "schema": {json.dumps(SCHEMA)},\n  "reports": [\n'
        return f"{opening}{_element(self._first)},\n{_element(found)}"

    def end(self) -> str:
        """The one report whole, or the end of the list."""
        if self._several:
            return "\n  ]\n}\n"
        found = {"reports": []} if self._first is None else self._first
        return written({"schema": SCHEMA, **found}) + "\n"


def _element(found: dict[str, Any]) -> str:
    """An element of the list, four columns in."""
    return textwrap.indent(written(found), " " * 4)


def _outcome(report: Outcome) -> dict[str, Any]:
    if isinstance(report, Unread):
        return {"file": report.file, "errors": [_problem(each) for each in report.problems]}
    return _report(report)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.line or None,
        "column": problem.column or None,
        "path": problem.path,
        "message": problem.message,
    }


def _report(report: Report) -> dict[str, Any]:
    act = report.act
    return {
        "language": report.language,
        "reliable": report.reliable,
        "faults": list(report.faults),
        "input": {"file": report.source.name, "sha256": report.source.sha256},
        "act": {
            "number": act.number,
            "date": written_day(act.date),
            "body": act.body,
            "category": act.category.code if act.category else None,
            "organ": act.organ.code if act.organ else None,
            "stage": act.stage.code if act.stage else None,
            "title": act.title,
        },
        "documents": [
            {"id": each.id, "name": each.name, "sha256": each.sha256} for each in act.documents
        ],
        "registers": [
            {
                "id": each.id,
                "name": each.name,
                "kind": each.kind,
                "sha256": each.sha256,
                "rows": each.rows,
                "used": each.used,
            }
            for each in report.source.registers
        ],
        "register_notes": list(report.source.notes),
        "law_date": written_day(report.law_date),
        "rulesets": {"version": report.made_with.version, "digest": report.made_with.digest},
        "counts": {verdict.value: report.counts[verdict] for verdict in _COUNTED},
        "accepted": {verdict.value: report.accepted[verdict] for verdict in _ACCEPTED},
        "idle_waivers": [_idle(each) for each in report.idle_waivers],
        "rules": [_rule(rule) for rule in report.rules],
        "requests": [_request(request) for request in report.requests],
        "unchecked": [_unchecked(each) for each in report.unchecked],
        "crosstable": None if report.crosstable is None else _crosstable(report.crosstable),
        "parameters": [_parameter(each) for each in report.parameters],
        "reading": None if report.reading is None else _reading(report.reading),
    }


def _rule(rule: RuleReport) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "nature": rule.nature.value,
        "policy": rule.policy or None,
        "verdict": rule.verdict.value,
        "reason": rule.reason_shown or None,
        "instances": [_instance(instance) for instance in rule.instances],
    }


def _instance(instance: InstanceReport) -> dict[str, Any]:
    return {
        "check": instance.check,
        "subject": instance.subject,
        "named": instance.named,
        "verdict": instance.verdict.value,
        "reliable": instance.reliable,
        "severity": instance.severity.value,
        "capped": instance.capped,
        "category": instance.category,
        "action": instance.action or None,
        "message": instance.message,
        "remedy": instance.remedy or None,
        "operands": [operand_json(operand) for operand in instance.operands],
        "where": [where_json(where) for where in instance.where],
        "missing": [{"what": item.what, "document": item.document} for item in instance.missing],
        "basis": list(instance.basis),
        "unconfirmed": instance.unconfirmed,
        "waived": None if instance.waived is None else _waived(instance.waived),
    }


def _waived(waived: Waived) -> dict[str, Any]:
    return {
        "reason": waived.reason,
        "author": waived.author,
        "date": written_day(waived.date),
        "expires": written_day(waived.expires),
        "place": waived.place,
    }


def _idle(each: IdleWaiver) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "subject": each.subject,
        "state": each.state,
        "waived": _waived(each.waived),
        "said": each.shown,
    }


def operand_json(operand: Operand) -> dict[str, Any]:
    """A value that a verdict rests on."""
    low, high = _ends(operand)
    return {
        "name": operand.name,
        "type": operand.type.value,
        "low": low,
        "high": high,
        "shown": operand.shown,
    }


def _ends(operand: Operand) -> tuple[int | str | bool | None, int | str | bool | None]:
    if operand.type in (Type.TEXT, Type.ID):
        return operand.text, operand.text
    low, high = operand.interval.low, operand.interval.high
    return _end(low, operand.type), _end(high, operand.type)


def _end(value: int, type_: Type) -> int | str | bool | None:
    if abs(value) >= INFINITY:
        return None
    if type_ in _AMOUNTS:
        return print_euros(value)
    if type_ is Type.FLAG:
        return bool(value)
    if type_ is Type.DATE:
        inside = 1 <= value <= datetime.date.max.toordinal()
        return datetime.date.fromordinal(value).isoformat() if inside else None
    return value


def where_json(where: Where) -> dict[str, Any]:
    """A place in the case file and in the document."""
    return {
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "path": where.path,
        "what": where.what,
        "document": where.document,
        "document_line": where.document_line,
        "page": where.page,
        "span": None if where.span is None else list(where.span),
        "quote": where.quote,
    }


def _request(request: Request) -> dict[str, Any]:
    return {
        "document": request.document,
        "needs": [
            {
                "rule": need.rule,
                "title": need.title,
                "what": list(need.what),
                "subjects": list(need.subjects),
            }
            for need in request.needs
        ],
    }


def _unchecked(each: Unchecked) -> dict[str, Any]:
    return {
        "label": each.label,
        "subject": each.subject,
        "value": print_euros(each.cents),
        "where": where_json(each.where),
    }


def _reading(reading: ReadingReport) -> dict[str, Any]:
    return {
        "counts": dict(reading.counts),
        "verdicts": reading.verdicts,
        "notes": list(reading.notes),
        "read": [_read_item(each) for each in reading.read],
        "ambiguous": [_read_item(each) for each in reading.ambiguous],
        "unread": [_read_item(each) for each in reading.unread],
    }


def _read_item(each: ReadItem) -> dict[str, Any]:
    return {
        "label": each.label or None,
        "of": each.kind or None,
        "readings": list(each.readings),
        "lists": list(each.lists),
        "where": where_json(each.where),
    }


def _parameter(each: ParameterUsed) -> dict[str, Any]:
    return {
        "name": each.name,
        "title": each.title,
        "value": each.shown,
        "since": written_day(each.since),
        "reference": each.reference,
        "verified": written_day(each.verified),
        "to_confirm": each.to_confirm,
        "stale": each.stale,
    }


def _crosstable(table: CrossTable) -> dict[str, Any]:
    return {
        "measures": [{"name": name, "title": title} for name, title in table.measures],
        "rows": [_row(row) for row in table.rows],
        "total": _row(table.foot),
        "stated": [
            {
                "label": total.label,
                "stated": written_euros(total.stated),
                "computed": _cell(total.computed),
                "agrees": total.agrees,
            }
            for total in table.totals
        ],
    }


def _row(row: CrossRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "amounts": [_cell(cell) for cell in row.cells],
        "sum": _cell(row.sum),
        "summary": _cell(row.summary),
        "award": _cell(row.award),
        "agrees": row.agrees,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    """`rows` tells no amount at all (0) from one that is not known."""
    known = cell.cents is not None and cell.rows > 0
    return {"amount": print_euros(cell.cents or 0) if known else None, "rows": cell.rows}
