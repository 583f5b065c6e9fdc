"""One deliberation on the way to its case: its parts, amounts, bodies and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from checker.case.values import Slug
from checker.extraction.amounts import Amount, amounts_of, bare_amount_of
from checker.extraction.blocks import Block
from checker.extraction.entities import Body, Candidate, bodies_of, content_words
from checker.extraction.naming import Name, name_at
from checker.extraction.naming_places import Place, places_of
from checker.extraction.quoting import Passage, Quoting
from checker.extraction.roles import Use, uses_of
from checker.extraction.segments import SectionKind, Segment
from checker.extraction.slugs import Slugs
from checker.extraction.tables import table_uses
from checker.extraction.zones import Zone, zones_of
from checker.reading import Source

_LEAD = re.compile(
    r"[\W_]*(?:(?:l'|la |le |les )?(?:association|fondation|société)\s+)?", re.IGNORECASE
)
_DECIDES = re.compile(
    r"\b(?:décid\w+|attribu(?:e|ée?s?|er)|accord(?:e|ée?s?|er)|octro(?:ie|yée?s?|yer)|octroi"
    r"|allou(?:e|ée?s?|er)|vot(?:e|er|ée?s?)|approuv\w+|adopt\w+|fix(?:e|ée?s?|er))\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\b(?:propos\w+|sollicit\w+|demand\w+|souhait\w+|envisag\w+)\b", re.IGNORECASE
)
_ADOPTS = re.compile(
    r"\b(?:valide|accepte|approuve|adopte|entérine|suit)(?:nt|r)?\s+(?:cette|ces|la|les|sa)\s+"
    r"propositions?\b",
    re.IGNORECASE,
)
"""« valide cette proposition »: what was proposed is decided."""
_GRANTS = re.compile(
    r"subvention|\baides?\b|soutien|participation|attribu|accord|allou|octro", re.IGNORECASE
)
_GONE = re.compile(
    r"\b(?:avait|avaient|était|étaient|faisait|a déjà|ont déjà|rappel|dernière?|précédente?"
    r"|l'an passé|on a (?:donné|versé|attribué|accordé))\b",
    re.IGNORECASE,
)
_LIST = re.compile(r":\s*$")
_ROW_ALONE = re.compile(
    r"[A-ZÀ-Ÿ\"«][^:;€]{2,120}?(?:\s[-–—:=]|[=→,(]|)\s*\d[\d\s.,]{0,20}(?:€|euros?\b)\)?\s*[.;,]?"
)
"""A line that is a name and an amount, and no more."""
_ROW_BARE = re.compile(r"\W*[^:;€]{2,120}?\s(?:[-–—:]\s?)?\d{1,3}(?:\s?\d{3})*,\d\d\s*[.;]?")
"""The same without a sign of the euro."""
_NOT_GRANTED = re.compile(
    r"\b(?:barèmes?|tarifs?|plafonds?|plans? de financement|sollicit(?:er|e|ent)|demander"
    r"|demande (?:une|la|le|l'|au|aux|à|auprès))\b",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"\b(?:attribu|accord|allou|octro|vers)(?:e|er|ent|oyer|oie|ée?s?)\s(?:à la |à l'|au |aux |à )",
    re.IGNORECASE,
)


def told(words: str) -> bool:
    """Whether words tell of an earlier grant."""
    return _GONE.search(words) is not None


@define(eq=False)
class Context:
    """What is known of one deliberation so far.

    Args:
        uses: What the amounts of each block are used for.
        intros: For each block of a list, the block that introduces the list.
        decided: Whether a part that decides states a grant or a total itself.
        adopts: Whether what is decided is what was proposed.
        repeated: Amounts that only say again what a value of the case rests on.
        bound: Amounts that a value of the case is bound to, by place in the source.
    """

    quoting: Quoting
    segment: Segment
    uses: Mapping[Block, Sequence[Use]]
    intros: Mapping[Block, Block]
    zones: tuple[Zone, ...]
    bodies: tuple[Body, ...]
    places: tuple[Place, ...]
    ids: Mapping[Body, Slug]
    slugs: Slugs
    parts: Mapping[Block, SectionKind]
    decided: bool
    adopts: bool
    bound: set[tuple[int, int]] = field(factory=set)
    repeated: set[tuple[int, int]] = field(factory=set)
    _by_words: dict[tuple[str, ...], Body] = field(init=False)
    _by_block: dict[Block, list[Place]] = field(init=False)
    _zones: dict[Block, Zone] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._by_words = {}
        self._by_block = {}
        for body in self.bodies:
            for words in body.variants:
                self._by_words.setdefault(words, body)
        for place in self.places:
            self._by_block.setdefault(place.at.block, []).append(place)
        self._zones = {block: zone for zone in self.zones for block in zone.blocks}

    def bind(self, amount: Amount) -> None:
        """Note that a value of the case rests on an amount."""
        self.bound.add(amount.at.span)

    def body_named(self, block: Block, name: Name | None) -> tuple[Body, Passage] | None:
        """The body that a name stands for, and the name as it counts there."""
        if name is None:
            return None
        for end in (name.end, name.reach):
            words = content_words(block.text[name.start : end])
            body = self._by_words.get(words)
            if body is not None:
                return body, Passage(block, name.start, end)
        return None

    def leading(self, block: Block) -> Place | None:
        """The naming that a block begins with."""
        lead = _LEAD.match(block.text)
        start = lead.end() if lead else 0
        return next((p for p in self.named(block) if p.at.start <= start < p.at.end), None)

    def named(self, block: Block) -> Sequence[Place]:
        """The places of a block that name a body."""
        return self._by_block.get(block, ())

    def speaks_of_grants(self, block: Block) -> bool:
        """Whether a block, what introduces it, or the title of the act is about grants."""
        intro = self.intros.get(block)
        heads = [other for other, part in self.parts.items() if part == "head"]
        near = [block, *([intro] if intro is not None else []), *heads]
        return any(_GRANTS.search(other.text) for other in near)

    def last_place(self, block: Block, at: int) -> Place | None:
        """The last body named before a place, in its block or in what introduces it."""
        before = [p for p in self.named(block) if p.at.start < at]
        if before:
            return before[-1]
        intro = self.intros.get(block)
        named = self.named(intro) if intro is not None else ()
        return named[-1] if len({id(p.body) for p in named}) == 1 else None

    def list_of_grants(self, block: Block) -> bool:
        """Whether a block stands in a list that is said to be one of grants of this act."""
        intro = self.intros.get(block)
        if intro is None:
            before = [b for b in self.segment.blocks if b.start < block.start]
            while before and any(use.listed for use in self.uses.get(before[-1], ())):
                before.pop()
            intro = before[-1] if before else None
        if intro is None or told(intro.text) or not _GRANTS.search(intro.text):
            return False
        return not (_NOT_GRANTED.search(intro.text) or self._is_given_to_one(intro))

    def _is_given_to_one(self, intro: Block) -> bool:
        """Whether what introduces a list names who is given: the list says for what, or when."""
        if any(use.role == "grant" for use in self.uses.get(intro, ())):
            return True
        given = _GIVEN_TO.finditer(intro.text)
        return any(name_at(intro.text, match.end()) is not None for match in given)

    def zone_of(self, block: Block) -> Zone | None:
        """The numbered part that a block stands in."""
        return self._zones.get(block)

    def decides(self, block: Block, amount: Amount | None = None) -> bool:
        """Whether what a block says is decided, not only proposed or told."""
        section = self.parts[block]
        if section == "operative":
            return True
        if section in ("vote", "signature") or self.decided:
            return False
        intro = self.intros.get(block)
        said = block.text[: amount.start if amount else None]
        said = (f"{intro.text} " if intro else "") + said
        rest = block.text[amount.end :] if amount else ""
        if _PROPOSES.search(said):
            return self.adopts
        return bool(_DECIDES.search(said) or _DECIDES.match(rest.strip()[:40]))

    def section(self, block: Block) -> SectionKind:
        """The part of the deliberation that a block stands in."""
        return self.parts[block]

    def amounts(self) -> Iterator[tuple[Block, Use]]:
        """Every amount, in the order of the text."""
        for block in self.segment.blocks:
            for use in self.uses.get(block, ()):
                yield block, use


def context_of(source: Source, quoting: Quoting, segment: Segment) -> Context:
    """All that the text of a deliberation names and says of amounts."""
    blocks = segment.blocks
    intros = dict(_intros(blocks))
    uses = dict(_uses(blocks, intros, source))
    zones = zones_of(segment, uses)
    bodies = bodies_of(_candidates(segment, uses, zones), blocks)
    slugs = Slugs()
    ids = {body: slugs.new(quoting.words(body.official)) for body in bodies}
    places = places_of(blocks, bodies)
    parts = segment.parts()
    decided = any(
        use.role in ("grant", "total", "charged")
        for block in blocks
        if parts[block] == "operative"
        for use in uses.get(block, ())
    )
    adopts = any(parts[block] == "operative" and _ADOPTS.search(block.text) for block in blocks)
    return Context(
        quoting, segment, uses, intros, zones, bodies, places, ids, slugs, parts, decided, adopts
    )


def _intros(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Items after a block that ends in a colon, each with that block."""
    intro: Block | None = None
    for block in blocks:
        if _LIST.search(block.text):
            intro = block
        elif intro is not None:
            leaders = re.search(r"[.…_]{4}", block.text)
            alone = _ROW_ALONE.fullmatch(block.text) or _ROW_BARE.fullmatch(block.text)
            if block.kind in ("item", "row") or leaders or alone:
                yield block, intro
            else:
                intro = None


def _uses(
    blocks: Sequence[Block], intros: Mapping[Block, Block], source: Source
) -> Iterator[tuple[Block, Sequence[Use]]]:
    tables: dict[int, list[Block]] = {}
    opening = set(intros.values())
    for block in blocks:
        if block.table is not None:
            tables.setdefault(block.table[0], []).append(block)
        else:
            amounts = amounts_of(block, source.text)
            if amounts:
                in_list = block.kind == "item" or block in intros
                yield block, uses_of(block, amounts, in_list=in_list, opens_list=block in opening)
            elif block in intros and _ROW_BARE.fullmatch(block.text):
                bare = bare_amount_of(block, source.text)
                if bare is not None and _GRANTS.search(intros[block].text):
                    yield block, (Use(bare, "unread"),)
    for rows in tables.values():
        yield from table_uses(rows, source).items()


def _candidates(
    segment: Segment, uses: Mapping[Block, Sequence[Use]], zones: Sequence[Zone]
) -> Iterator[Candidate]:
    for section in segment.sections:
        if section.kind in ("visas", "vote", "signature"):
            continue
        rank = 0 if section.kind == "operative" else 1
        for block in section.blocks:
            for use in uses.get(block, ()):
                if use.role == "grant" and use.name is not None:
                    yield Candidate(block, use.name, rank)
    for zone in zones:
        each = [b for b in zone.blocks if any(u.role == "each" for u in uses.get(b, ()))]
        for block in zone.blocks if each else ():
            if block.kind == "item" and block.start > each[0].start:
                lead = _LEAD.match(block.text)
                name = name_at(block.text, lead.end() if lead else 0)
                if name is not None:
                    yield Candidate(block, Name(name.start, name.end, name.end, name.form))
