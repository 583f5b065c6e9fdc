"""Amounts that no control compared with another: what the figures of the act do not prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.case import Case
from checker.factbase import FactBase
from checker.kinds import KINDS, Fact, Source, Type, kind_of
from checker.report.evidence import Evidence, located
from checker.report.model import Unchecked
from checker.report.naming import Naming
from checker.vocabulary import Transcription
from checker.words import Language, print_money

_OUTSIDE = frozenset({"transcription", "grant"})
"""Kinds whose amounts are other facts' amounts, or not the act's."""
_AMOUNTS = (Type.MONEY, Type.SIGNED)
Place = tuple[str, str]


class Amounts:
    """The amounts of a case that settled controls compare.

    One value of the case may be an amount of several facts: it counts as compared once any of
    them is. That it was copied rightly from its passage is no comparison.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._compared: set[Place] = set()

    def compare(self, matched: Iterable[tuple[Fact, str]]) -> None:
        """Note the values that a settled control compared."""
        self._compared.update(
            self._place(fact, name) for fact, name in matched if not isinstance(fact, Transcription)
        )

    def unchecked(
        self, facts: FactBase, naming: Naming, evidence: Evidence, language: Language
    ) -> Iterator[Unchecked]:
        """The known amounts of the act that stay, each once."""
        seen = set(self._compared)
        for fact, name in _amounts(facts):
            place = self._place(fact, name)
            if place in seen:
                continue
            seen.add(place)
            cents = int(getattr(fact, name))
            about = kind_of(fact).attributes[name]
            yield Unchecked(
                label=about.label(language),
                subject=naming.fact(fact),
                value=print_money(cents, language),
                cents=cents,
                where=evidence.place(fact, name),
            )

    def _place(self, fact: Fact, name: str) -> Place:
        if fact.path:
            return located(self._case, fact, name)[0], ""
        return f"{kind_of(fact).name}:{fact.id}", name


def _amounts(facts: FactBase) -> Iterator[tuple[Fact, str]]:
    for kind, found in facts.by_kind.items():
        if kind in _OUTSIDE:
            continue
        names = [
            attribute.name
            for attribute in KINDS[kind].attributes.values()
            if attribute.type in _AMOUNTS and attribute.source is Source.ACT
        ]
        for fact in found:
            of_act = (name for name in names if fact.entity is None or hasattr(fact.entity, name))
            yield from ((fact, name) for name in of_act if getattr(fact, name) is not None)
