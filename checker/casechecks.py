"""What must agree inside a case: identifiers are unique, references lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import attrs

from checker.case import Case, Counted, Entity
from checker.suggestion import suggestion

Defect = tuple[str, str]

REFERENCES = {
    "beneficiary": "beneficiaries",
    "beneficiaries": "beneficiaries",
    "measure": "measures",
    "member": "members",
    "roll": "rolls",
    "line": "lines",
}
"""The list that each referring key points into."""
_NEEDED = {
    "awards": (),
    "group": ("group",),
    "measure": ("measure",),
    "actions": ("beneficiary", "measure"),
    "posts": ("line",),
}


def defects(case: Case) -> Iterator[Defect]:
    """Everything that does not agree, as JSON path and sentence."""
    entities = [*_entities(case)]
    yield from _duplicates(case)
    yield from _dangling(case, entities)
    yield from _evidence(case, entities)
    yield from _counted(case)
    yield from _lists(case)


def _entities(case: Case) -> Iterator[tuple[str, Entity]]:
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


def _ids(items: Sequence[Any]) -> list[str]:
    return [item.id for item in items if hasattr(item, "id")]


def _duplicates(case: Case) -> Iterator[Defect]:
    for field in attrs.fields(Case):
        value = getattr(case, field.name)
        if isinstance(value, tuple):
            yield from _twice(_ids(value), [f"$.{field.name}[{n}].id" for n in range(len(value))])
    parts = [
        (part.id, f"$.lines[{n}].components[{m}].id")
        for n, line in enumerate(case.lines)
        for m, part in enumerate(line.components)
    ]
    yield from _twice([id_ for id_, _ in parts], [path for _, path in parts])


def _twice(ids: Sequence[str], paths: Sequence[str]) -> Iterator[Defect]:
    seen: dict[str, str] = {}
    for id_, path in zip(ids, paths, strict=False):
        if id_ in seen:
            yield path, f"The identifier {id_!r} already stands at {seen[id_]}; choose another."
        seen.setdefault(id_, path)


def _dangling(case: Case, entities: Sequence[tuple[str, Entity]]) -> Iterator[Defect]:
    known = {name: _ids(getattr(case, name)) for name in {*REFERENCES.values(), "documents"}}
    for path, entity in entities:
        for key, name in REFERENCES.items():
            value = getattr(entity, key, None)
            if isinstance(value, tuple):
                for n, id_ in enumerate(value):
                    yield from _unknown(id_, known[name], f"{path}.{key}[{n}]", name)
            elif value is not None:
                yield from _unknown(value, known[name], f"{path}.{key}", name)
        for key, evidence in entity.evidence.items():
            if evidence.document is not None:
                place = f"{path}.evidence.{key}.document"
                yield from _unknown(evidence.document, known["documents"], place, "documents")


def _unknown(id_: str, known: Collection[str], path: str, name: str) -> Iterator[Defect]:
    if id_ not in known:
        yield path, f"There is no {id_!r} among the {name}{suggestion(id_, known)}"


def _evidence(case: Case, entities: Sequence[tuple[str, Entity]]) -> Iterator[Defect]:
    for path, entity in entities:
        names = [field.name for field in attrs.fields(type(entity)) if field.name != "evidence"]
        for key, evidence in entity.evidence.items():
            place = f"{path}.evidence.{key}"
            if key not in names:
                yield place, f"{key!r} is no value of this object{suggestion(key, names)}"
            elif evidence.span is not None and evidence.document is None and not case.documents:
                yield place, 'The span belongs to no document; describe one under "documents".'


def _counted(case: Case) -> Iterator[Defect]:
    groups = {group for who in case.beneficiaries for group in who.groups}
    for n, phrase in enumerate(case.count_phrases):
        if phrase.counts is None:
            continue
        path = f"$.count_phrases[{n}].counts"
        needed = _NEEDED[phrase.counts.of]
        for field in attrs.fields(Counted):
            value = getattr(phrase.counts, field.name)
            if field.name in needed and value is None:
                yield path, f'The key "{field.name}" is needed to count {phrase.counts.of}.'
            if field.name not in ("of", *needed) and value is not None:
                place = f"{path}.{field.name}"
                yield place, f'"{field.name}" has no place where {phrase.counts.of} are counted.'
            if value is not None and field.name in REFERENCES:
                name = REFERENCES[field.name]
                ids = _ids(getattr(case, name))
                yield from _unknown(value, ids, f"{path}.{field.name}", name)
        if phrase.counts.group is not None:
            yield from _unknown(phrase.counts.group, groups, f"{path}.group", "groups")


def _lists(case: Case) -> Iterator[Defect]:
    names = [f.name for f in attrs.fields(Case) if isinstance(getattr(case, f.name), tuple)]
    names = [name for name in names if name not in ("documents", "policies", "whole", "open")]
    for key in ("whole", "open"):
        for n, name in enumerate(getattr(case, key)):
            yield from _unknown(name, names, f"$.{key}[{n}]", "lists of a case")
