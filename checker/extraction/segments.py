"""Deliberations of one file, and the parts of each: head, visas, reasons, decision, vote.

The decision decides; the reasons corroborate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import evolve, frozen

from checker.extraction.blocks import Block, joined

SectionKind = Literal["head", "visas", "recital", "operative", "vote", "signature"]

NUMBER = r"\d{2,4}\s?[-/._]\s?(?:[A-Z]{1,3}\s?[-/._]\s?)?\d{1,5}(?:[-/._]\d{1,4}){0,2}"
"""A number of an act, as authorities make them of years, letters and counts."""
SERIES = r"(?:[Nn]\s?°\s?|DE|DEL|DELIB|DCM|D)?[-_ ]?"
"""What may stand before the number of an act at the head of it."""
_ASSEMBLY = (
    r"(?:le|la|l'|les membres du)\s*(?:conseil|bureau|commission|comité|assemblée|syndicat)\b"
)
_MARK = re.compile(
    r"[\W_]*(?:(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})\s?[.)/-]\s*(?=délibération))?"
    rf"(?:(?:extrait.{{0,60}})?délibération\s+(?:n°|numéro|no)?\s*:?\s*(?P<a>{NUMBER})"
    r"(?!\s*(?:du|de|en|par|portant|relative|et|qui|,|a|avait)\b)"
    rf"|{SERIES}(?P<b>{NUMBER})\s*(?:[-–—:]\s+\S|$))",
    re.IGNORECASE,
)
_VISA = re.compile(r"vu(?:e?s?)\b", re.IGNORECASE)
_REASON = re.compile(
    r"(?:considérant|attendu|exposé|rapport\b"
    r"|(?:monsieur|madame|m\.|mme|l[ea] (?:maire|président)|la présidente)\b.{0,80}"
    r"(?:rapport|expos|rappel|propose|indique|présente))|I\s?[.)/-]\s",
    re.IGNORECASE,
)
_HEADED = re.compile(r"objet\s*:|n\s?°\s?\d|délibération\s+(?:n°|\d)", re.IGNORECASE)
_DECISION_HEAD = re.compile(
    r"(?:[IVX\d]{1,3}\s?[.)/-]\s*)?dispositif|(?:il )?(?:est )?décid|délibère\b|arrête\b|"
    r"(?:par conséquent,|en conséquence,|après en avoir|sur proposition|le\s|la\s|l')",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"(?:^|[.;:»,]\s*|\b(?:conséquent|conséquence|délibéré|donc)\s+)"
    rf"{_ASSEMBLY}"
    r"(?P<between>[^.;]{0,260}?)(?<!du )(?<!le )(?<!au )(?<!de )\b"
    r"(?:décide(?:nt)?|délibère|approuve|attribue|accorde|octroie|alloue|vote|autorise|arrête|fixe|émet|refuse|rejette|adopte|valide|entérine|accepte)\b"
    r"|^\W*décide(?:nt)?\b|\bil est (?:donc )?décidé\b"
    r"|^\W*(?-i:ATTRIBUE|ACCORDE|ALLOUE|OCTROIE|APPROUVE|AUTORISE|DIT|FIXE|REFUSE|REJETTE)\b"
    rf"|^\W*{_ASSEMBLY}"
    r"[^.;]{0,120}\baprès (?:(?:en )?avoir[^.;]{0,60}? délibéré|(?:en )?délibération)\b"
    r".{0,120}[:,]$"
    r"|^\W*après en avoir délibéré\b[^.;]{0,160}:$"
    rf"|^\W*{_ASSEMBLY}"
    r"[^.;]{0,160}\b(?:unanimité|majorité|voix)\b.{0,120}:$"
    r"|\bil est proposé au (?:conseil|bureau)\b"
    r"|\bil est (?:demandé|proposé) (?:au|à la|à l').{0,40}(?:de|d')\s?:?$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:avait|avaient|a déjà|ont déjà|qu[ei])\b", re.IGNORECASE)
_ARTICLE = re.compile(
    r"article\s+(?:1(?:er)?|premier|un)\s*[:.–—-]|article\s+\d+\s*[:.–—-]", re.IGNORECASE
)
_VOTE = re.compile(
    r"résultat du vote|vote\s*:|adoptée?s?\b.{0,40}(?:unanimité|majorité|\d+ voix)|pour\s*:\s*\d"
    r"|n'ont? pas pris part|(?:le conseil|la commission|le bureau) adopte\b|"
    r".{0,600}n'ayant pas pris part|votants?\s*:\s*\d",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE = re.compile(
    r"(?i:fait et délibéré|pour extrait|ainsi (?:fait|délibéré))"
    r"|(?:Pour )?L[ea] (?:Maire|Présidente?)\s*,?\s*"
    r"(?:(?:(?:M\.|Mme|Monsieur|Madame)\s)?(?:[A-ZÀ-Ÿ][\w.'-]*\s?){1,5})?$"
)
_STAMP = re.compile(
    r"accusé de réception|publiée? le|certifié exécutoire|acte certifié|envoi (?:en )?préfecture",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"séance|d[ée]lib[ée]ration|extrait|n°|conseil|république|d[ée]partement|arrondissement|canton"
    r"|commune|communaut[ée]|m[ée]tropole|r[ée]gion|syndicat|ville d[e']|mairie|compte[- ]rendu"
    r"|bureau|article|le conseil|vote|résultat|vu\b|adopté",
    re.IGNORECASE,
)
_ANNEXED = re.compile(
    r"\b(?:tableaux?|listes?|états?)\b[^.;]{0,60}?\b(?:annexée?s?|jointe?s?|en annexe)\b"
    r"|\b(?:figur|list|énumér|mentionn|détaill|répart|repri|indiqu)\w+[^.;]{0,60}?\bannex",
    re.IGNORECASE,
)
_GRANTS = re.compile(r"\b(?:subventions?|aides?|participations?|bénéficiaires?)\b", re.IGNORECASE)
_OPENING_WORDS = 400
_HEAD_MOST = 40
_HEAD_LEAST = 3


@frozen
class Section:
    """A part of a deliberation."""

    kind: SectionKind
    blocks: tuple[Block, ...]


@frozen
class Segment:
    """One deliberation of a file.

    Args:
        start, end: Offsets in the source.
        number: Its number, as printed, where its mark shows one.
        preface: Blocks before the first mark of a file of several: the sitting's own.
        leads: Whether it is the first of its file.
    """

    start: int
    end: int
    number: str | None
    sections: tuple[Section, ...]
    preface: tuple[Block, ...] = ()
    leads: bool = True

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks, in their order."""
        return tuple(block for section in self.sections for block in section.blocks)

    def parts(self) -> dict[Block, SectionKind]:
        """The part that each block stands in."""
        return {block: section.kind for section in self.sections for block in section.blocks}

    @property
    def has_decision(self) -> bool:
        """Whether a part of it decides."""
        return any(section.kind == "operative" for section in self.sections)


def segments_of(blocks: Sequence[Block]) -> tuple[Segment, ...]:
    """The deliberations of a file: where their numbers stand, or all of it as one."""
    marks = list(_marks(blocks))
    if len({number for _, number in marks}) < 2:
        number = marks[0][1] if marks else None
        preface: tuple[Block, ...] = ()
        if marks and marks[0][0] > _HEAD_LEAST:
            preface = tuple(blocks[: marks[0][0]])
            blocks = blocks[marks[0][0] :]
        return (_segment(tuple(blocks), number, preface),) if blocks else ()
    marks = [mark for n, mark in enumerate(marks) if n == 0 or _acts(blocks, marks, n)]
    starts = [at for at, _ in marks]
    several = len(starts) > 1
    preface = tuple(blocks[: starts[0]]) if several or starts[0] > _HEAD_LEAST else ()
    starts[0] = len(preface)
    bounds = zip(marks, starts, [*starts[1:], len(blocks)], strict=True)
    found = [_segment(tuple(blocks[a:b]), number, preface) for (_, number), a, b in bounds]
    return (found[0], *(evolve(each, leads=False) for each in found[1:]))


def _acts(blocks: Sequence[Block], marks: Sequence[tuple[int, str]], n: int) -> bool:
    """Whether something is decided, or a text visaed, under a mark."""
    end = marks[n + 1][0] if n + 1 < len(marks) else len(blocks)
    under = blocks[marks[n][0] : end]
    return any(_decides(block.text) or _VISA.match(block.text) for block in under)


def _marks(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Blocks that open a deliberation with its number, once for each number in a row."""
    last = None
    for n, block in enumerate(blocks):
        if block.kind == "row" or len(block.text) > 300:
            continue
        match = _MARK.match(block.text)
        if match is None:
            continue
        number = re.sub(r"\s", "", match["a"] or match["b"] or "")
        if number != last and re.search(r"\d{2}", number) and not _is_date(number):
            yield n, number
            last = number


def _is_date(number: str) -> bool:
    return re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", number) is not None


def _segment(blocks: tuple[Block, ...], number: str | None, preface: tuple[Block, ...]) -> Segment:
    blocks = _title_joined(blocks)
    kinds = _with_annex(blocks, list(_kinds(blocks)))
    sections: list[Section] = []
    held: list[Block] = []
    for n, block in enumerate(blocks):
        held.append(block)
        if n + 1 == len(blocks) or kinds[n + 1] != kinds[n]:
            sections.append(Section(kinds[n], tuple(held)))
            held = []
    return Segment(blocks[0].start, blocks[-1].end, number, tuple(sections), preface)


def _kinds(blocks: Sequence[Block]) -> Iterator[SectionKind]:
    """The part that each block stands in; a part may come back, such as a vote after each item."""
    kind: SectionKind = "head"
    opened = False
    for n, block in enumerate(blocks):
        text = block.text
        opened = opened or kind == "operative"
        kind = kind if opened else _begun(kind, text)
        if block.kind == "row":
            kind = "recital" if kind == "head" else kind
        elif _STAMP.match(text):
            yield "signature"
            continue
        elif _VISA.match(text):
            kind = "visas" if kind in ("head", "visas", "recital") else kind
        elif _VOTE.match(text):
            kind = "vote"
        elif _SIGNATURE.match(text):
            kind = "signature"
        elif _decides(text):
            kind = "operative"
        elif kind == "head":
            kind = "recital" if _REASON.match(text) or n > _HEAD_MOST else "head"
        elif kind == "visas":
            kind = "recital"
        yield kind


def _begun(kind: SectionKind, text: str) -> SectionKind:
    """The head goes on after votes that it counts before the act has decided anything."""
    begins = _REASON.match(text) or _HEADED.match(text) or _VISA.match(text)
    return "head" if kind == "vote" and begins else kind


def _with_annex(blocks: Sequence[Block], kinds: Sequence[SectionKind]) -> list[SectionKind]:
    """The parts, tables after the vote or the signature decided where the decision refers to them.

    « … d'attribuer les subventions figurant au tableau annexé »
    """
    refers = [
        n
        for n, block in enumerate(blocks)
        if kinds[n] == "operative" and _ANNEXED.search(block.text) and _GRANTS.search(block.text)
    ]
    found = list(kinds)
    for n, block in enumerate(blocks):
        after = refers and n > refers[0] and kinds[n] in ("vote", "signature")
        if after and block.kind == "row":
            found[n] = "operative"
    return found


def _decides(text: str) -> bool:
    if re.match(r"(?:[IVX\d]{1,3}\s?[.)/-]\s*)?dispositif\b", text, re.IGNORECASE):
        return True
    found = _DECIDES.search(text[:_OPENING_WORDS])
    told = found is not None and found["between"] and _TOLD.search(found["between"])
    return bool(_ARTICLE.match(text)) or (found is not None and not told)


def _title_joined(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those joined into one that make up a title in capitals at the head."""
    found: list[Block] = []
    for n, block in enumerate(blocks):
        before = found[-1] if found else None
        if before and n < _HEAD_MOST and _capitals(before) and _capitals(block):
            found[-1] = joined(before, block)
        else:
            found.append(block)
    return tuple(found)


def _capitals(block: Block) -> bool:
    """Whether a block is a line of a title in capitals."""
    text = block.text
    plain = block.kind == "paragraph" and not _HEADING.match(text)
    return plain and text == text.upper() and len(re.findall(r"[^\W\d_]", text)) > 8
