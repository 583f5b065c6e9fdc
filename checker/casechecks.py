"""What must agree inside a case: identifiers are unique, references lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs

from checker.case import Case, Entity
from checker.case.parts import entities
from checker.json_positions import step
from checker.jsontext import shown
from checker.suggestion import suggestion

Defect = tuple[str, str]
"""JSON path and message."""

REFERENCES = {
    "beneficiary": "beneficiaries",
    "beneficiaries": "beneficiaries",
    "measure": "measures",
    "member": "members",
    "roll": "rolls",
    "line": "lines",
    "award": "awards",
    "compares": "results",
    "project": "projects",
    "giver": "members",
    "holder": "members",
}
"""The list that each referring key points into."""
_COUNTED = {
    "group": "groups",
    **{key: REFERENCES[key] for key in ("measure", "beneficiary", "line")},
}
"""The list that each key of a count points into."""
_NEEDED: Mapping[str, Collection[str]] = {
    "awards": (),
    "group": ("group",),
    "measure": ("measure",),
    "actions": ("beneficiary", "measure"),
    "posts": ("line",),
}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FOLDER = re.compile(r"[a-z0-9]+([-_/][a-z0-9]+)*")
_SEARCHED = 300  # comparing with more takes too long to be worth it
_LISTED = 8
_NO_LISTS = ("documents", "policies", "whole", "open", "readings")


def defects(case: Case) -> Iterator[Defect]:
    """Everything that does not agree, as JSON path and sentence."""
    parts = [*entities(case)]
    known = {name: _ids(getattr(case, name)) for name in {*REFERENCES.values(), "documents"}}
    known["groups"] = dict.fromkeys(group for who in case.beneficiaries for group in who.groups)
    yield from _duplicates(case)
    yield from _dangling(parts, known)
    yield from _evidence(case, parts, known["documents"])
    yield from _counted(case, known)
    yield from _documents(case)
    yield from _lists(case)
    yield from _readings(case, known["documents"])


def _ids(items: Sequence[Any]) -> dict[str, None]:
    """The identifiers, in order and found at once."""
    return dict.fromkeys(item.id for item in items if hasattr(item, "id"))


def _duplicates(case: Case) -> Iterator[Defect]:
    for field in attrs.fields(Case):
        value = getattr(case, field.name)
        if isinstance(value, tuple):
            ids = [item.id for item in value if hasattr(item, "id")]
            yield from _twice(ids, [f"$.{field.name}[{n}].id" for n in range(len(ids))])
    parts = [
        (part.id, f"$.lines[{n}].components[{m}].id")
        for n, line in enumerate(case.lines)
        for m, part in enumerate(line.components)
    ]
    yield from _twice([id_ for id_, _ in parts], [path for _, path in parts])


def _twice(ids: Sequence[str], paths: Sequence[str]) -> Iterator[Defect]:
    seen: dict[str, str] = {}
    for id_, path in zip(ids, paths, strict=True):
        if id_ in seen:
            yield path, f"The identifier {id_!r} already stands at {seen[id_]}; choose another."
        seen.setdefault(id_, path)


def _dangling(
    parts: Sequence[tuple[str, Entity]], known: Mapping[str, Collection[str]]
) -> Iterator[Defect]:
    for path, entity in parts:
        for key, name in REFERENCES.items():
            value = getattr(entity, key, None)
            if isinstance(value, tuple):
                for n, id_ in enumerate(value):
                    yield from _unknown(id_, known[name], f"{path}.{key}[{n}]", name)
            elif value is not None:
                yield from _unknown(value, known[name], f"{path}.{key}", name)


def _unknown(id_: str, known: Collection[str], path: str, name: str) -> Iterator[Defect]:
    if id_ not in known:
        yield path, f"There is no {shown(id_)} among the {name}{_hint(id_, known)}"


def _hint(id_: str, known: Collection[str]) -> str:
    """The nearest that is known, or all where they are few."""
    nearest = suggestion(id_, known) if len(known) <= _SEARCHED else "."
    if nearest != "." or len(known) > _LISTED:
        return nearest
    if not known:
        return ": none is described."
    return f"; there {'is' if len(known) == 1 else 'are'} {', '.join(map(repr, known))}."


def _evidence(
    case: Case, parts: Sequence[tuple[str, Entity]], documents: Collection[str]
) -> Iterator[Defect]:
    for path, entity in parts:
        if not entity.evidence:
            continue
        names = [field.name for field in attrs.fields(type(entity)) if field.name != "evidence"]
        for key, evidence in entity.evidence.items():
            place = step(f"{path}.evidence", key)
            if key not in names:
                yield place, f"{shown(key)} is no value of this object{suggestion(key, names)}"
            if evidence.page == 0:
                yield f"{place}.page", "Pages are counted from 1: there is no page 0."
            if evidence.document is not None:
                yield from _unknown(evidence.document, documents, f"{place}.document", "documents")
            elif evidence.span is not None and not case.documents:
                yield place, 'The span belongs to no document; describe one under "documents".'


def _counted(case: Case, known: Mapping[str, Collection[str]]) -> Iterator[Defect]:
    for n, phrase in enumerate(case.count_phrases):
        if phrase.counts is None:
            continue
        path = f"$.count_phrases[{n}].counts"
        of = phrase.counts.of
        for key, name in _COUNTED.items():
            value = getattr(phrase.counts, key)
            if value is None:
                if key in _NEEDED[of]:
                    yield path, f'The key "{key}" is needed to count {of}.'
            elif key not in _NEEDED[of]:
                yield f"{path}.{key}", f'"{key}" has no place where {of} are counted; remove it.'
            else:
                yield from _unknown(value, known[name], f"{path}.{key}", name)


def _documents(case: Case) -> Iterator[Defect]:
    for n, document in enumerate(case.documents):
        if document.sha256 is not None and not _SHA256.fullmatch(document.sha256):
            message = "A SHA-256 is 64 digits from 0 to f, in lower case; leave it out if unknown."
            yield f"$.documents[{n}].sha256", message


def _names_of_lists(case: Case) -> list[str]:
    names = [f.name for f in attrs.fields(Case) if isinstance(getattr(case, f.name), tuple)]
    return [name for name in names if name not in _NO_LISTS]


def _readings(case: Case, documents: Collection[str]) -> Iterator[Defect]:
    names = _names_of_lists(case)
    for n, reading in enumerate(case.readings):
        for m, name in enumerate(reading.lists):
            yield from _unknown(name, names, f"$.readings[{n}].lists[{m}]", "lists of a case")
        if reading.document is not None:
            place = f"$.readings[{n}].document"
            yield from _unknown(reading.document, documents, place, "documents")


def _lists(case: Case) -> Iterator[Defect]:
    names = _names_of_lists(case)
    for key in ("whole", "open"):
        for n, name in enumerate(getattr(case, key)):
            yield from _unknown(name, names, f"$.{key}[{n}]", "lists of a case")
            if key == "open" and name in case.whole:
                yield f"$.open[{n}]", f'{shown(name)} also stands under "whole"; keep one.'
    for n, policy in enumerate(case.policies):
        if not _FOLDER.fullmatch(policy):
            message = (
                f"{shown(policy)} names no policy set: write its folders, such as 'body/programme'."
            )
            yield f"$.policies[{n}]", message
