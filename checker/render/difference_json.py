"""A comparison as JSON: `deliberation-check/diff/1`, see `schemas/diff-1.schema.json`.

Amounts are strings of euros with two decimals, dates ISO; `null` is what is not there.
"""

from __future__ import annotations

from typing import Any

from checker.difference.model import Amount, Difference, Side, VerdictChange
from checker.render.jsonwriting import written, written_day, written_euros

SCHEMA = "deliberation-check/diff/1"


def render(found: Difference) -> str:
    """The whole document."""
    document = {
        "schema": SCHEMA,
        "reliable": found.reliable,
        "old": _side(found.old),
        "new": _side(found.new),
        "values": [
            {"what": each.what, "old": each.old or None, "new": each.new or None}
            for each in found.values
        ],
        "beneficiaries": [
            {
                "move": each.move,
                "old": each.old or None,
                "new": each.new or None,
                "like": each.like or None,
            }
            for each in found.parties
        ],
        "amounts": [_amount(each) for each in found.amounts],
        "same_amounts": found.same_amounts,
        "articles": [
            {
                "move": each.move,
                "number": each.number,
                "old": each.old or None,
                "new": each.new or None,
            }
            for each in found.articles
        ],
        "verdicts": [_verdict(each) for each in found.verdicts],
        "alone": found.alone,
        "law": [
            {"name": each.name, "title": each.title, "old": each.old, "new": each.new}
            for each in found.law
        ],
    }
    return written(document) + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {
        "file": side.file,
        "sha256": side.sha256,
        "number": side.number,
        "date": written_day(side.date),
        "law_date": written_day(side.law_date),
        "reliable": side.reliable,
    }


def _amount(each: Amount) -> dict[str, Any]:
    return {
        "move": each.move,
        "of": each.of,
        "what": each.what,
        "old": written_euros(each.old),
        "new": written_euros(each.new),
        "difference": written_euros(each.gap),
    }


def _verdict(each: VerdictChange) -> dict[str, Any]:
    return {
        "turn": each.turn,
        "check": each.check,
        "title": each.title,
        "subject": each.subject,
        "named": each.named,
        "severity": each.severity.value,
        "old": each.old.value if each.old else None,
        "new": each.new.value if each.new else None,
        "message": each.message,
    }
