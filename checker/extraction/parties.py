"""The bodies that receive money: legal form, groups, numbers in registers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checker.case import Beneficiary, Provenance
from checker.case.values import Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.entities import Body, legal_form
from checker.extraction.mentions.numbers import Identifier, find_identifiers
from checker.extraction.quoting import Passage

_NEAR = 160
"""How many characters a number may stand after the name it is of."""
_NUMBERS = ("siren", "siret")

Found = tuple[Identifier, Passage]


def beneficiaries_of(context: Context, groups: Mapping[Slug, Slug]) -> tuple[Beneficiary, ...]:
    """The bodies of a deliberation.

    Args:
        context: The deliberation.
        groups: The group of each body that is counted in one.
    """
    numbers = _Numbers(context)
    return tuple(_beneficiary(context, body, groups, numbers) for body in context.bodies)


def _beneficiary(
    context: Context, body: Body, groups: Mapping[Slug, Slug], numbers: _Numbers
) -> Beneficiary:
    quoting = context.quoting
    identifier = context.ids[body]
    evidence = {"name": quoting.evidence(body.official)}
    words = [quoting.words(passage) for passage in body.forms]
    forms = {form for word in words if (form := legal_form(word)) is not None}
    form = forms.pop() if len(forms) == 1 else None
    if form:
        at = next(p for p in body.forms if legal_form(p.text) == form)
        evidence["legal_form"] = quoting.evidence(at)
    values = numbers.of(body, evidence)
    group = (groups[identifier],) if identifier in groups else ()
    name = quoting.words(body.official)
    return Beneficiary(identifier, name, form, groups=group, evidence=evidence, **values)


class _Numbers:
    """The numbers in registers that the text prints, each with the body it is of."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._of: dict[Body, dict[str, list[Found]]] = {}
        self._loose: list[Passage] = []
        for block in context.segment.blocks:
            for number, at in _printed(block):
                body = self._named(block, at)
                if body is not None:
                    self._of.setdefault(body, {}).setdefault(number.kind, []).append((number, at))
                elif number.kind in _NUMBERS and context.section(block) != "head":
                    self._loose.append(at)

    def of(self, body: Body, evidence: dict[str, Provenance]) -> dict[str, Any]:
        """The numbers of a body; a question where several, or one of nobody, are printed."""
        values: dict[str, Any] = {}
        quoting = self._context.quoting
        held = self._of.get(body, {})
        for kind, found in held.items():
            printed = tuple(dict.fromkeys(number.value for number, _ in found))
            if len(printed) == 1:
                values[kind] = printed[0]
                evidence[kind] = quoting.evidence(found[0][1])
            else:
                evidence[kind] = quoting.evidence(found[0][1], "ambiguous", printed)
        if self._loose and not held.keys() & {*_NUMBERS}:
            for kind in _NUMBERS:
                evidence[kind] = quoting.evidence(self._loose[0], "ambiguous")
        return values

    def _named(self, block: Block, at: Passage) -> Body | None:
        """The body named last before a number, or the only one of its block."""
        named = self._context.named(block)
        before = [place for place in named if place.at.end <= at.start]
        if before:
            near = block.kind == "row" or at.start - before[-1].at.end <= _NEAR
            return before[-1].body if near else None
        only = {id(place.body): place.body for place in named}
        return next(iter(only.values())) if len(only) == 1 else None


def _printed(block: Block) -> Iterator[Found]:
    for number in find_identifiers(block.text):
        yield number, Passage(block, number.start, number.end)
