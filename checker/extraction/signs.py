"""Words that call for a closer look: of a purchase, of aid to enterprises, of money passed on.

They are signs only: a rule puts them to a person, who judges. What no pattern here knows is left
for that person to find, so that these lists are never known whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.case import (
    EconomicNature,
    EconomicSign,
    ProcurementNature,
    ProcurementSign,
    RegrantedTo,
    Regranting,
)
from checker.case.values import Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.programme import Programme
from checker.extraction.quoting import Passage

_OWN = (
    r"(?:métropole|ville|commune|région|collectivité|communauté|département|syndicat|mairie"
    r"|{own})\b"
)
_PROCUREMENT: tuple[tuple[ProcurementNature, str], ...] = (
    (
        "own_need",
        r"(?:gestion|entretien|maintenance|exploitation|suivi) (?:des|du|de la) [^\W\d_]+"
        r"(?: [^\W\d_]+)? (?:de la|du) " + _OWN,
    ),
    ("individual_service", r"prestations? (?:de services?|intellectuelles?|commandées?)\b"),
    ("on_behalf", r"(?:pour le compte|au nom) (?:de la|du) " + _OWN),
    (
        "price",
        r"(?:au prix|au tarif|moyennant une rémunération|en rémunération) de\b[^,.;:()]{0,60}",
    ),
    ("direction", r"à la demande (?:de la|du) " + _OWN),
    ("direction", r"(?:travail|mission) de (?:coordination|pilotage|gestion) [^,.;:()]{3,80}"),
)
_HELP = r"(?:conseil|assistance|accompagnement|appui|aide|soutien)s?"
_ECONOMIC: tuple[tuple[EconomicNature, str], ...] = (
    ("business_creation", rf"(?:{_HELP} [^,.;:()]{{0,90}})?création d'(?:activité|entreprise)s?\b"),
    ("business_support", rf"{_HELP} (?:[^\W\d_]+ )?(?:aux|des|auprès des) entreprises\b"),
    ("business_support", rf"(?<=entreprises : ){_HELP}\b[^,.;:()]*"),
    ("market_activity", r"(?:activité (?:commerciale|marchande)|exploitation commerciale)\b"),
)
_RECIPIENTS: tuple[tuple[RegrantedTo, str], ...] = (
    (
        "persons",
        r"demandeurs d'emploi|jeunes|personnes|familles|étudiants|élèves|habitants|artistes",
    ),
    ("associations", r"associations|clubs|sections"),
    ("enterprises", r"entreprises|commerces|commerçants|artisans"),
    ("public_bodies", r"communes|écoles|collèges|établissements publics"),
)
_PASSED_ON = (
    r"(?:(?:aides?|bourses?|primes?|secours|prêts?)(?: (?:individuelle|financière|direct)s?e?s?)"
    r"|revers\w+[^,.;:()]{{0,60}}) (?P<to>aux (?:{}))\b"
)


class Signs:
    """Reads the signs of one deliberation, in the order of its text.

    Args:
        sections: The part of the act that each block stands in.
        own: The acronym of the authority, where the act uses one.
    """

    def __init__(
        self,
        context: Context,
        programme: Programme,
        sections: Mapping[Block, str],
        own: Passage | None,
    ) -> None:
        self._context, self._programme = context, programme
        self._blocks = [
            block
            for block in context.segment.blocks
            if context.section(block) in ("recital", "operative") and sections[block] != "results"
        ]
        self._own = "collectivité" if own is None else own.text
        self.procurement = tuple(self._procurement())
        self.economic = tuple(self._economic())
        self.regranting = tuple(self._regranting())

    def _procurement(self) -> Iterator[ProcurementSign]:
        for nature, pattern in _PROCUREMENT:
            for at in self._found(pattern.replace("{own}", self._own)):
                words = self._context.quoting.words(at)
                evidence = {"surface": self._context.quoting.evidence(at)}
                for who in self._owners(at) or (None,):
                    identifier = self._context.slugs.new(f"sign-{nature}-{who or words}")
                    yield ProcurementSign(identifier, nature, words, who, evidence=evidence)

    def _economic(self) -> Iterator[EconomicSign]:
        for nature, pattern in _ECONOMIC:
            for at in self._found(pattern):
                words = self._context.quoting.words(at)
                zone = self._context.zone_of(at.block)
                owners = self._owners(at)
                yield EconomicSign(
                    self._context.slugs.new(f"sign-{nature}-{words}"),
                    nature,
                    words,
                    owners[0] if len(owners) == 1 else None,
                    self._programme.measure_of.get(zone) if zone is not None else None,
                    evidence={"surface": self._context.quoting.evidence(at)},
                )

    def _regranting(self) -> Iterator[Regranting]:
        for to, pattern in _RECIPIENTS:
            for at in self._found(_PASSED_ON.format(pattern)):
                owners = self._owners(at)
                if len(owners) != 1:
                    continue
                start = at.text.rfind("aux ")
                quoting = self._context.quoting
                evidence = {
                    "to": quoting.evidence(at.part(start, len(at.text))),
                    "surface": quoting.evidence(at),
                }
                identifier = self._context.slugs.new(f"regranting-{owners[0]}")
                yield Regranting(identifier, owners[0], to, quoting.words(at), evidence=evidence)

    def _found(self, pattern: str) -> Iterator[Passage]:
        """Each wording of a pattern once."""
        seen: set[str] = set()
        for block in self._blocks:
            for match in re.finditer(rf"\b(?:{pattern})", block.text, re.IGNORECASE):
                at = Passage(block, match.start(), len(block.text[: match.end()].rstrip()))
                if at.text.casefold() not in seen:
                    seen.add(at.text.casefold())
                    yield at

    def _owners(self, at: Passage) -> Sequence[Slug]:
        """The body that heads the block, or those named in it before the words."""
        context = self._context
        leading = context.leading(at.block)
        if leading is not None:
            return (context.ids[leading.body],)
        named = [place for place in context.named(at.block) if place.at.start < at.start]
        return tuple(dict.fromkeys(context.ids[place.body] for place in named))
