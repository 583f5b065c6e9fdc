"""Signs of the euro that a case neither binds to a value nor lists as a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from checker.case import Case, Provenance
from checker.reading import Source

_SIGN = re.compile(r"€|\beuros?\b|\bEUROS?\b|\bEUR\b")


def unaccounted(source: Source, cases: Sequence[Case], sign: re.Pattern[str] = _SIGN) -> list[str]:
    """The lines of signs that are nowhere, and passages that are not what is quoted."""
    held = [span for case in cases for span in _spans(case)]
    held += [reading.span for case in cases for reading in case.readings]
    lost = [
        source.line(source.place(match.start())[0])
        for match in sign.finditer(source.text)
        if not any(start <= match.start() < end for start, end in held)
    ]
    wrong = [
        each.quote
        for case in cases
        for each in _evidence(case)
        if each.span and each.quote != " ".join(source.text[slice(*each.span)].split())
    ]
    return lost + [quote or "" for quote in wrong]


def _spans(case: Case) -> Iterator[tuple[int, int]]:
    for each in _evidence(case):
        if each.span and each.quote and re.search(r"\d|euro|€$", each.quote):
            yield each.span


def _evidence(value: object) -> Iterator[Provenance]:
    if isinstance(value, Provenance):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _evidence(each)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]
            held = getattr(value, field.name)
            if field.name == "evidence":
                yield from held.values()
            else:
                yield from _evidence(held)
