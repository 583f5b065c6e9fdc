"""The documents that the act says are annexed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.case import Annex, AnnexNature
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.quoting import Passage

_NOUN = (
    r"(?:(?:projets?\s+de\s+)?conventions?|tableaux?|listes?|états?|récapitulatifs?|plans?|rapports?"
    r"|bilans?|comptes?[- ]rendus?|règlements?|documents?|fiches?|chartes?|avenants?|statuts)"
)
_VERB = r"(?:(?:qui\s+)?(?:est|sont|figurant|figurent?|jointe?s?|présentée?s?)\s+)?"
_HOW = (
    r"(?:(?:ci-)?annexée?s?|ci-jointe?s?|jointe?s?(?=\s+(?:à|au|et)\b|\s*(?:[,;.]|$))|en\s+annexe)"
)
_JOINED = re.compile(rf"\b(?P<title>{_NOUN}\b[^.;:]{{0,90}}?)[,\s]+{_VERB}{_HOW}\b", re.IGNORECASE)
_HEADING = re.compile(
    r"annexe(?:\s*(?:n°\s*)?(?:\d{1,2}|[A-Z]))?\s*[:–—-]\s*(?P<title>\S.{2,200})",
    re.IGNORECASE,
)
_WORD = re.compile(
    r"(?<!budget )(?<!budgets )\b(?:ci-)?annex(?:e|es|é|ée|és|ées)\b"
    r"(?!\s+(?:budg|du budget|au budget))"
    r"|\bci-joint|\bpièces? jointes?\b",
    re.IGNORECASE,
)
_NATURES: tuple[tuple[str, AnnexNature], ...] = (
    (r"conventions?|avenants?", "agreement_draft"),
    (r"récapitulatifs?[^.;:]*\baides\b|\bétat\b[^.;:]*\baides\b", "aid_recap"),
    (
        r"(?:tableaux?|listes?)\b[^.;:]*\b(?:associations|bénéficiaires|subventions|organismes|aides)",
        "beneficiary_table",
    ),
)


class Annexes:
    """Reads what is annexed to one deliberation.

    Attributes:
        found: One annex for each passage that names it, those of the same title once.
        unsure: Whether the act speaks of an annex in words that name none.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.found: list[Annex] = []
        self.unsure = False
        titles: set[str] = set()
        for block in context.segment.blocks:
            if block.kind == "row" or context.section(block) in ("visas", "signature"):
                continue
            known: list[tuple[int, int]] = []
            for match in _matches(block):
                known.append(match.span())
                at = Passage(block, *match.span("title"))
                words = context.quoting.words(at)
                if words.casefold() not in titles:
                    titles.add(words.casefold())
                    self.found.append(self._annex(at, words))
            for word in _WORD.finditer(block.text):
                inside = any(start <= word.start() < end for start, end in known)
                self.unsure = self.unsure or not inside

    def _annex(self, at: Passage, words: str) -> Annex:
        nature = _nature(at)
        evidence = {"title": self._context.quoting.evidence(at)}
        return Annex(self._context.slugs.new(f"annex-{words}"), nature, words, evidence=evidence)


def _matches(block: Block) -> Iterator[re.Match[str]]:
    heading = _HEADING.fullmatch(block.text)
    if heading:
        yield heading
        return
    yield from _JOINED.finditer(block.text)


def _nature(at: Passage) -> AnnexNature:
    """What an annex is, by its title or, for a table, by the sentence that it stands in."""
    before = at.block.text[max(0, at.start - 120) : at.start]
    for pattern, nature in _NATURES:
        if re.match(pattern, re.sub(r"^projets?\s+de\s+", "", at.text), re.IGNORECASE):
            return nature
    table = re.match(r"tableaux?|listes?", at.text, re.IGNORECASE)
    if table and re.search(r"\bsubventions?|\baides?\b", before, re.IGNORECASE):
        return "beneficiary_table"
    return "other"
