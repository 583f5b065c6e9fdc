"""Cases made comparable: identifiers give way to the printed names they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Any

import attrs

from checker.case import Case

Plain = Any

PARTS = tuple(
    field.name for field in attrs.fields(Case) if field.name not in ("schema", "documents")
)
"""Every part of a case but the form of its file and the document that it was drawn from."""


def plain(case: Case, part: str, *, spans: bool = False, without: Collection[str] = ()) -> Plain:
    """A part of a case as values, with the spans they were read at where asked for.

    Args:
        case: The case.
        part: The part.
        spans: Whether to give them.
        without: Values of its entities to leave out.
    """
    held = getattr(case, part)
    renamed = _renaming(case)
    if isinstance(held, tuple):
        return [_plain(each, renamed, spans, without) for each in held]
    return _plain(held, renamed, spans, without)


def awards(case: Case) -> list[tuple[str, int]]:
    """The printed name of each beneficiary with its cents."""
    return [(each["beneficiary"], each["amount"]) for each in plain(case, "awards")]


def called(case: Case, without: Mapping[str, Collection[str]]) -> dict[str, str]:
    """What each identifier of a case stands for: its part and values, and which of equal ones.

    Args:
        case: The case.
        without: Values to leave out, by part.
    """
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for part in PARTS:
        held = getattr(case, part)
        if not isinstance(held, tuple) or not all(hasattr(each, "id") for each in held):
            continue
        for each, values in zip(
            held, plain(case, part, without=without.get(part, ())), strict=True
        ):
            name = f"{part} {values}"
            seen[name] += 1
            found[each.id] = f"{name} {seen[name]}"
    return found


def _renaming(case: Case) -> Callable[[object], object]:
    names: dict[object, object] = {each.id: each.name for each in case.beneficiaries}
    names |= {each.id: f"measure {each.number}" for each in case.measures}
    names |= {each.id: (names[each.measure], names[each.beneficiary]) for each in case.lines}
    return lambda value: names.get(value, value) if isinstance(value, str) else value


def _plain(
    value: object, renamed: Callable[[object], object], spans: bool, without: Collection[str] = ()
) -> Plain:
    if isinstance(value, tuple):
        return [_plain(each, renamed, spans) for each in value]
    if not attrs.has(type(value)):
        return renamed(value)
    found = {
        field.name: _plain(getattr(value, field.name), renamed, spans)
        for field in attrs.fields(type(value))  # type: ignore[arg-type]
        if field.name not in ("id", "evidence", *without)
    }
    if spans:
        evidence = getattr(value, "evidence", {})
        found["spans"] = {
            name: tuple(each.span) for name, each in evidence.items() if name in found and each.span
        }
    return {name: each for name, each in found.items() if each not in (None, [], {})}
