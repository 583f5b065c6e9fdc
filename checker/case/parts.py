"""The things of a case whose values say where they were read, each with its JSON path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from checker.case import Case
from checker.case.values import Entity, Provenance


def entities(case: Case) -> Iterator[tuple[str, Entity]]:
    """Every entity with its JSON path."""
    for field in attrs.fields(Case):
        value = getattr(case, field.name)
        if isinstance(value, Entity):
            yield f"$.{field.name}", value
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, Entity):
                    yield f"$.{field.name}[{n}]", item
    for n, line in enumerate(case.lines):
        for m, component in enumerate(line.components):
            yield f"$.lines[{n}].components[{m}]", component
    for n, award in enumerate(case.awards):
        for m, year in enumerate(award.years):
            yield f"$.awards[{n}].years[{m}]", year


def evidence(case: Case) -> Iterator[tuple[str, Entity, str, Provenance]]:
    """Every value with a provenance: path of its holder, the holder, its name, where it was read.

    They come in the order of the document, those without a span last.
    """
    found = [
        (path, entity, name, each)
        for path, entity in entities(case)
        for name, each in entity.evidence.items()
    ]
    return iter(sorted(found, key=lambda item: _place(item[3])))


def _place(where: Provenance) -> tuple[bool, str, tuple[int, int]]:
    return where.span is None, where.document or "", where.span or (0, 0)


def tally(case: Case) -> Counter[str]:
    """How many values and readings have each status; values of hand-written cases have none."""
    found: Counter[str] = Counter(each.status for each in case.readings)
    found.update(each.status for *_, each in evidence(case) if each.status is not None)
    return found
