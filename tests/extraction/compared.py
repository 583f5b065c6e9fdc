"""Cases made comparable: identifiers give way to the printed names they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from checker.case import Case

Plain = Any

PARTS = (
    "citations",
    "mentions",
    "rolls",
    "measures",
    "lines",
    "actions",
    "count_phrases",
    "summary",
    "totals",
    "awards",
    "agreements",
    "charges",
    "members",
    "non_participants",
    "acronyms",
)
_LEFT_OUT = {
    "measures": ("criterion", "criterion_nature"),
    "members": (),
}


def plain(case: Case, part: str, *, spans: bool = False) -> Plain:
    """A part of a case as values, with the spans they were read at where asked for."""
    held = getattr(case, part)
    renamed = _renaming(case)
    left_out = _LEFT_OUT.get(part, ())
    if isinstance(held, tuple):
        return [_plain(each, renamed, spans, left_out) for each in held]
    return _plain(held, renamed, spans, left_out)


def _renaming(case: Case) -> Callable[[object], object]:
    names: dict[object, object] = {each.id: each.name for each in case.beneficiaries}
    names |= {each.id: f"measure {each.number}" for each in case.measures}
    names |= {each.id: (names[each.measure], names[each.beneficiary]) for each in case.lines}
    return lambda value: names.get(value, value) if isinstance(value, str) else value


def _plain(
    value: object, renamed: Callable[[object], object], spans: bool, left_out: Iterable[str] = ()
) -> Plain:
    if isinstance(value, tuple):
        return [_plain(each, renamed, spans) for each in value]
    if not attrs.has(type(value)):
        return renamed(value)
    found = {
        field.name: _plain(getattr(value, field.name), renamed, spans)
        for field in attrs.fields(type(value))  # type: ignore[arg-type]
        if field.name not in ("id", "evidence", *left_out)
    }
    if spans:
        evidence = getattr(value, "evidence", {})
        found["spans"] = {
            name: tuple(each.span) for name, each in evidence.items() if name in found and each.span
        }
    return {name: each for name, each in found.items() if each not in (None, [], {}, False)}
