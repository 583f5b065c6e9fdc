"""The mentions of bodies by part of the act, and the lists that name all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.case import Mention, Roll
from checker.case.values import Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.naming_places import Place
from checker.extraction.quoting import Passage

_RESULTS = re.compile(r"\b(?:bilan|résultats?|réalisations)\b", re.IGNORECASE)
_HEADING = re.compile(r"(?:[IVX\d]{1,4}\s?[.)/-]+\s*)?(?P<title>[^\W\d_].*?)\s*:?\s*$")
_FORM = re.compile(r"\b(?:associations?|fondations?)\b", re.IGNORECASE)
_TO_ALL = re.compile(r"\b(?:aux|des|les) (?P<form>associations|fondations)\b", re.IGNORECASE)
_LEAST = 2
_NAMES = {
    "recital": "Exposé des motifs",
    "measures": "Mesures",
    "summary": "Synthèse",
    "operative": "Dispositif",
}


class Rolls:
    """Sorts the places that name bodies."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.sections: Mapping[Block, str] = dict(self._sections())
        self._heads: dict[int, Block] = {}
        for block in context.segment.blocks:
            if block.table is not None:
                self._heads.setdefault(block.table[0], block)
        self._to_all = next(
            (
                Passage(block, *match.span("form"))
                for block, section in self.sections.items()
                if section == "operative" and (match := _TO_ALL.search(block.text))
            ),
            None,
        )
        self._lists = dict(self._listed())
        self.rolls = [*self._rolls()]
        self.mentions = [*self._mentions()]

    def _sections(self) -> Iterator[tuple[Block, str]]:
        context = self._context
        results = False
        for block in context.segment.blocks:
            part = context.section(block)
            zone = context.zone_of(block)
            if part in ("head", "visas"):
                yield block, "title" if part == "head" else part
            elif part == "operative":
                yield block, "operative"
            elif part in ("vote", "signature"):
                yield block, part
            elif zone is not None and zone.kind == "summary":
                yield block, "summary"
            elif zone is not None and zone.kind == "measure":
                priced = any(use.role == "grant" for use in context.uses.get(block, ()))
                yield block, "amounts" if priced else "description"
            else:
                if block not in context.intros:
                    results = bool(_RESULTS.search(block.text))
                yield block, "results" if results else "recital"

    def _listed(self) -> Iterator[tuple[Place, str]]:
        """Places that head the items of a list of bodies, and which list it is."""
        context = self._context
        by_intro: dict[tuple[Block | None, str], list[Place]] = {}
        for block in context.segment.blocks:
            section = self.sections[block]
            place = self._heading_place(block, section)
            if place is None or section in ("results", "vote", "signature", "title", "visas"):
                continue
            zone = context.zone_of(block)
            intro = context.intros.get(block)
            name = section
            if section in ("description", "amounts"):
                each = zone and any(
                    u.role == "each" for b in zone.blocks for u in context.uses.get(b, ())
                )
                if not each or section == "amounts":
                    continue
                name = "measures"
            if section == "recital" and intro is None:
                continue
            by_intro.setdefault((None if name == "operative" else intro, name), []).append(place)
        for (_, name), places in by_intro.items():
            if len({id(place.body) for place in places}) >= _LEAST:
                for place in places:
                    yield place, name

    def _heading_place(self, block: Block, section: str) -> Place | None:
        context = self._context
        if section in ("summary", "operative", "recital"):
            for use in context.uses.get(block, ()):
                named = context.body_named(block, use.name) if use.role == "grant" else None
                if named:
                    return next(
                        (
                            p
                            for p in context.named(block)
                            if p.body is named[0] and p.at.start >= named[1].start - 20
                        ),
                        None,
                    )
        if block.kind != "item" or section in ("summary", "operative"):
            return None
        return context.leading(block)

    def _rolls(self) -> Iterator[Roll]:
        context, quoting = self._context, self._context.quoting
        seen: dict[str, Block] = {}
        for place, name in self._lists.items():
            seen.setdefault(name, place.at.block)
        for name in ("recital", "measures", "summary", "operative"):
            if name not in seen:
                continue
            title = self._title(seen[name], name)
            evidence = {"name": quoting.evidence(title)} if title else {}
            words = quoting.words(title) if title else _NAMES[name]
            yield Roll(Slug(name), words, evidence=evidence)
        _ = context

    def _title(self, block: Block, name: str) -> Passage | None:
        """The last heading before a list."""
        context = self._context
        zone = context.zone_of(block)
        if name == "summary" and zone is not None:
            return zone.title
        if name == "measures" and zone is not None:
            before = [b for b in context.segment.blocks if b.end <= zone.title.block.start]
            if before and len(before[-1].text.split()) < 8 and before[-1].text[0].isupper():
                match = _HEADING.match(before[-1].text)
                return Passage(before[-1], *match.span("title")) if match else None
            return zone.title
        found = None
        for other in context.segment.blocks:
            if other.start >= block.start:
                break
            same = context.section(other) == context.section(block)
            short = len(other.text.split()) < 8 and not other.text.endswith((".", ";", ":"))
            if (
                same
                and (other.kind == "heading" or re.match(r"dispositif", other.text, re.IGNORECASE))
                and short
            ):
                found = other
        match = _HEADING.match(found.text) if found else None
        return Passage(found, *match.span("title")) if found and match else None

    def _said_of_all(self, block: Block) -> Passage | None:
        """The legal form that the head of a table, or the decision, gives all that stand in it."""
        if block.table is None:
            return None
        head = self._heads[block.table[0]]
        if match := _FORM.search(head.text):
            return Passage(head, *match.span())
        return self._to_all if self.sections[block] == "operative" else None

    def _mentions(self) -> Iterator[Mention]:
        context, quoting = self._context, self._context.quoting
        for n, place in enumerate(context.places, start=1):
            evidence = {"surface": quoting.evidence(place.at)}
            if place.form_word:
                evidence["legal_form_word"] = quoting.evidence(place.form_word)
            elif said := self._said_of_all(place.at.block):
                evidence["legal_form_word"] = quoting.evidence(said, "ambiguous")
            roll = self._lists.get(place)
            yield Mention(
                Slug(f"m{n:02d}"),
                context.ids[place.body],
                self.sections[place.at.block],
                quoting.words(place.at),
                place.form,
                None if roll is None or place.form == "legal" else Slug(roll),
                quoting.words(place.form_word) if place.form_word else None,
                evidence=evidence,
            )
