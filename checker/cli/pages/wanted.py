"""What leaves a check open, and the documents that would tell."""

from __future__ import annotations

from collections.abc import Iterator

from checker.cli.pages.french import many
from checker.cli.pages.nouns import kind_label, label
from checker.engine.durable.references import Reference, references
from checker.kinds import KINDS, Extent, Source
from checker.language.tree import (
    ACT,
    AttributeRef,
    Check,
    Condition,
    ParameterRef,
    Rule,
    Stated,
)
from checker.law.edition import Law


def wanted(rule: Rule, law: Law) -> dict[str, list[str]]:
    """What may be missing, by the document to ask for, in the order of the rule."""
    found: dict[str, list[str]] = {}
    for check in rule.checks:
        for what, document in (*_lists(check), *_values(check, law)):
            whats = found.setdefault(document, [])
            if what not in whats:
                whats.append(what)
    return found


def _lists(check: Check) -> Iterator[tuple[str, str]]:
    """The lists that are not known whole; one in `for` that the check sets aside is not wanted."""
    bound = [] if check.rest_ignored else [each.kind for each in check.bindings]
    for kind in [*bound, *(let.kind for let in check.lets)]:
        about = KINDS[kind]
        if about.extent is Extent.OPEN:
            yield f"liste complète des {many(kind_label(kind))}", about.document.fr


def _values(check: Check, law: Law) -> Iterator[tuple[str, str]]:
    for ref in _references(check):
        match ref:
            case AttributeRef():
                yield from _attribute(ref)
            case Stated(ref=attribute) if _source(attribute) is Source.WORLD:
                yield from _attribute(attribute)
            case ParameterRef(name=name):
                parameter = law.parameters.get(name)
                if parameter is not None and parameter.document is not None:
                    yield f"valeur en vigueur de « {parameter.title.fr} »", parameter.document.fr
            case _:  # what the act omits is not stated, which is an answer
                pass


def _source(ref: AttributeRef) -> Source:
    return KINDS[ref.kind].attributes[ref.attribute].source


def _attribute(ref: AttributeRef) -> Iterator[tuple[str, str]]:
    if ref.attribute == "id":
        return
    about = KINDS[ref.kind].attributes[ref.attribute]
    text = label(ref)
    kind = kind_label(ref.kind)
    named = text if ref.kind == ACT or text == kind else f"{text} ({kind})"
    yield named, about.document.fr


def _references(check: Check) -> Iterator[Reference]:
    for let in check.lets:
        if let.ref is not None:
            yield let.ref
    for condition in _conditions(check):
        yield from references(condition)


def _conditions(check: Check) -> Iterator[Condition]:
    for binding in check.bindings:
        yield from binding.tests
    for let in check.lets:
        yield from let.where
    if check.trigger is not None:
        yield check.trigger
    yield check.requirement
