"""The authority: its category and its name, as far as the text tells them.

Which organ decides tells the category best; the lines that head the act come next. Where the best
words that there are tell of two categories, the category is left open: rules ask for it then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from checker.case import Body, Category, Provenance
from checker.extraction.blocks import Block
from checker.extraction.quoting import Passage, Quoting
from checker.extraction.segments import Segment

_NOT_NAMED = "collectivité non nommée"
_ORGANS: tuple[tuple[str, Category], ...] = (
    (r"conseil municipale?\b|\ble maire\b", "commune"),
    (r"conseil de la métropole de lyon", "metropole_lyon"),
    (r"(?:conseil|bureau|commission permanente) de la métropole(?! de lyon)", "metropole"),
    (r"(?:conseil|bureau) métropolitain", "metropole"),
    (r"(?:conseil|bureau) (?:de la )?communauté urbaine", "cu"),
    (r"(?:conseil|bureau) (?:de la )?communauté d'agglomération", "ca"),
    (r"(?:conseil|bureau) (?:de la )?communauté de communes", "cc"),
    (r"conseil (?:départemental|général)\b", "departement"),
    (r"conseil régional\b", "region"),
    (r"comité syndical\b", "syndicat"),
)
_BODIES: tuple[tuple[str, Category], ...] = (
    (r"m[ée]tropole de lyon", "metropole_lyon"),
    (r"communaut[ée] urbaine", "cu"),
    (r"communaut[ée] d'agglom[ée]ration", "ca"),
    (r"communaut[ée] de communes", "cc"),
    (r"m[ée]tropole(?! de lyon)\b", "metropole"),
    (r"r[ée]gion\b", "region"),
    (r"syndicat (?:mixte|intercommunal)", "syndicat"),
    (r"(?:commune|ville|mairie) d(?:e|u|es|')", "commune"),
)
_DEPARTEMENT = re.compile(r"d[ée]partement d(?:e|u|es)\b", re.IGNORECASE)
_PERMANENT = re.compile(r"commission permanente", re.IGNORECASE)
_OBJECT = re.compile(r"\s*(?:objet|intitulé|titre)\s*:", re.IGNORECASE)
_HEADING = re.compile(
    r"(?P<name>(?:commune|ville|communaut[ée] (?:de communes|d'agglom[ée]ration|urbaine)"
    r"|m[ée]tropole|r[ée]gion|d[ée]partement|syndicat (?:mixte|intercommunal))"
    r"\s[^:;.!?€\d]{2,80}?)\s*(?:\(\d[\d ]*\))?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:est|sont|a|ont|décide|délibère|réuni[es]*|pour)\b", re.IGNORECASE)
_KIND = (
    r"(?:Commune|Ville|Communauté (?:de [Cc]ommunes|d'[Aa]gglomération|[Uu]rbaine)|Métropole"
    r"|Département|Région|Syndicat (?:[Mm]ixte|[Ii]ntercommunal))"
)
_PLACE = (
    r"(?: (?:du |de la |de l'|de |des |d')?[A-ZÀ-Ÿ][\w'-]+"
    r"(?:(?: (?:de|du|la|le|les|en|sur|sous|et))* [A-ZÀ-Ÿ][\w'-]+(?!°))*)?"
)
_NAMED = re.compile(
    rf"(?:\b[Cc]onseil\b|\b[Bb]ureau\b|\b[Cc]omité\b|\b[Cc]ommission [Pp]ermanente\b"
    rf"|\bCONSEIL\b|^)(?:\s+[\w-]+)?\s*(?:de la |de l'|du |d'une |de )?(?P<name>{_KIND}{_PLACE})"
)

Found = tuple[Category, Passage]


def body_of(segment: Segment, quoting: Quoting) -> Body:
    """The authority, as far as the text names it."""
    evidence: dict[str, Provenance] = {}
    found = _category(segment)
    if found:
        evidence["category"] = quoting.evidence(found[1])
    else:
        evidence["category"] = Provenance(status="ambiguous", readings=get_args(Category))
    named = _name(segment, found[0] if found else None)
    evidence["name"] = quoting.evidence(named) if named else Provenance(status="ambiguous")
    name = quoting.words(named) if named else _NOT_NAMED
    return Body(name=name, category=found[0] if found else None, evidence=evidence)


def _category(segment: Segment) -> Found | None:
    """The category that the best words there are agree on."""
    head = [block for block in _head(segment) if not _OBJECT.match(block.text)]
    decided = _blocks(segment, ("operative", "vote"))
    visas = _blocks(segment, ("visas",))
    rest = _blocks(segment, ("recital",))
    tiers: tuple[tuple[Iterable[Block], tuple[tuple[str, Category], ...], str], ...] = (
        (head, _ORGANS, r"\b"),
        (decided, _ORGANS, r"\b"),
        (head, _BODIES, r"^\W*"),
        (visas, _ORGANS, r"\b"),
        (rest, _ORGANS, r"\b"),
    )
    for blocks, patterns, before in tiers:
        found = list(_found(blocks, patterns, before))
        if found:
            return found[0] if len({kind for kind, _ in found}) == 1 else None
    return _departement(head, segment)


def _found(
    blocks: Iterable[Block], patterns: Sequence[tuple[str, Category]], before: str
) -> Iterator[Found]:
    for block in blocks:
        for pattern, kind in patterns:
            match = re.search(rf"{before}(?P<words>{pattern})", block.text, re.IGNORECASE)
            if match:
                yield kind, Passage(block, *match.span("words"))


def _departement(head: Sequence[Block], segment: Segment) -> Found | None:
    """A département that heads the act, its standing committee deciding.

    The département alone tells nothing: it also heads the acts of its communes.
    """
    if not any(_PERMANENT.search(block.text) for block in [*head, *segment.blocks]):
        return None
    for block in head:
        match = _DEPARTEMENT.match(block.text)
        if match:
            return "departement", Passage(block, 0, match.start() + len("département"))
    return None


def _name(segment: Segment, category: Category | None) -> Passage | None:
    """The line of the head that is a name, or the name after that of the organ."""
    for block in _head(segment):
        match = _HEADING.fullmatch(block.text)
        of_another = match and _DEPARTEMENT.match(block.text) and category != "departement"
        if match and not of_another and not _SENTENCE.search(match["name"]):
            return Passage(block, *match.span("name"))
    return next(
        (
            Passage(block, *match.span("name"))
            for block in [*segment.preface, *segment.blocks]
            for match in _NAMED.finditer(block.text)
        ),
        None,
    )


def _head(segment: Segment) -> list[Block]:
    return [*segment.preface, *_blocks(segment, ("head",))]


def _blocks(segment: Segment, kinds: Sequence[str]) -> list[Block]:
    return [b for part in segment.sections if part.kind in kinds for b in part.blocks]
