"""The texts that the act cites: codes, laws, decrees, its own earlier acts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from checker.case import Citation, CitationKind, Organ, Provenance
from checker.extraction.acronyms import spells
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.entities import folded
from checker.extraction.mentions.dates import find_dates
from checker.extraction.nearby import before
from checker.extraction.quoting import Passage

_CODES = {
    "code général des collectivités territoriales": "CGCT",
    "cgct": "CGCT",
    "code général des impôts": "CGI",
    "code général de la propriété des personnes publiques": "CGPPP",
    "code de la commande publique": "CCP",
    "code des juridictions financières": "CJF",
    "code de l'action sociale et des familles": "CASF",
    "code des relations entre le public et l'administration": "CRPA",
    "code du travail": "C. trav.",
    "code du sport": "C. sport",
    "code de l'éducation": "C. éduc.",
    "code du patrimoine": "C. patr.",
    "code de l'environnement": "C. env.",
    "code de la santé publique": "CSP",
}
_CODE = re.compile("|".join(map(re.escape, _CODES)), re.IGNORECASE)
_ARTICLE = re.compile(
    r"\b(?:articles?|art\.)\s+(?P<all>[LRDA]?\.?\s?\*?\s?\d[\d-]*(?:\s*(?:,|et|à)\s*[LRDA]?\.?\s?\d[\d-]*)*)"
)
_ONE = re.compile(r"[LRDA]?\.?\s?\*?\s?\d[\d-]*\d|[LRDA]?\.?\s?\d")
_TEXT = re.compile(
    r"\b(?P<kind>loi|décret|ordonnance|arrêté|règlement(?:\s*\((?:UE|CE)\))?)\s+"
    r"(?:modifiée?\s+|d'application\s+)?"
    r"(?:n°\s*|du\s)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"n°\s*(?P<number>\d{2,4}[-/]\d{1,5})")
_DELIBERATION = re.compile(
    r"\b(?P<kind>délibérations?|délibérée?s?)\s+(?:n°\s*|portant le n°\s*)?"
    r"(?P<number>\d{2,4}\s?[-/_.]\s?(?:[A-Z]{1,3}\s?[-/_.]\s?)?\d{1,5})?",
    re.IGNORECASE,
)
_NUMBERED_LATER = re.compile(
    r"[^;.]{0,60}?\bn°\s*(?P<number>\d{2,4}\s?[-/_.]\s?(?:[A-Z]{1,3}\s?[-/_.]\s?)?\d{1,5})"
)
_DELEGATION = re.compile(
    r"\bdélégations?\b(?! de (?:service|signature))|\bdélégu(?:ant|e)\b", re.IGNORECASE
)
_BUDGET = re.compile(
    r"\bbudget (?:primitif|principal|général|supplémentaire|annexe|communal|communautaire"
    r"|départemental|régional|métropolitain|de l'exercice)\b|\b(?:le|du) budget\b"
    r"|\bbudget (?:20\d\d|pour)\b|\bdécisions? modificatives?\b",
    re.IGNORECASE,
)
_VISA = re.compile(r"\W*vu(?:e?s?)\s+(?:la |le |les |l')?", re.IGNORECASE)
_CITES = re.compile(
    rf"(?:^|[,;]\s)V[Uu]e?s?\s(?:la|le|les|l'|son|sa|ses)\b|{_CODE.pattern}|{_DELEGATION.pattern}",
    re.MULTILINE,
)
_ORGAN: tuple[tuple[str, Organ], ...] = (
    ("commission permanente", "commission_permanente"),
    ("bureau", "bureau"),
    ("conseil", "conseil"),
)
_OBJECT = re.compile(
    r"\b(?:adoptant|approuvant|relative? (?:au|à la|à l'|aux)|portant(?: sur)?|fixant|autorisant"
    r"|validant|concernant)\s+(?:le |la |les |l'|une? )?(?P<object>[^;]+?)\s*(?:[;.,]|$)"
)
_BRACKET_LAST = re.compile(r"\(\s*(?P<word>[A-Z]{2,})\s*\)\s*$")
_START = re.compile(r"(?:\ble|\bla|\bau|\bdu|l')\s*(?=[A-ZÀ-Ÿ])")


class Citations:
    """Reads what one deliberation cites.

    Attributes:
        found: The texts it cites.
        unsure: Whether it may cite more, in a part where nothing is looked for.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.found: list[Citation] = []
        passed = [*context.segment.preface] if context.segment.leads else []
        for section in context.segment.sections:
            if section.kind in ("head", "vote", "signature"):
                passed.extend(section.blocks)
                continue
            where = section.kind if section.kind in ("visas", "operative") else "recital"
            for block in section.blocks:
                self.found.extend(self._codes(block, where))
                self.found.extend(self._texts(block, where))
                acts = list(self._acts(block, where))
                self.found.extend(acts)
                if where == "visas" and not acts:
                    self.found.extend(self._undated(block))
        self.unsure = any(_CITES.search(block.text) for block in passed)

    def _codes(self, block: Block, section: str) -> Iterator[Citation]:
        quoting = self._context.quoting
        for match in _CODE.finditer(block.text):
            code = _CODES[match[0].casefold()]
            at = Passage(block, *match.span())
            evidence = {"kind": quoting.evidence(at), "code": quoting.evidence(at)}
            articles: list[Passage | None] = [*self._articles(block, match)]
            for article in articles or [None]:
                held = dict(evidence)
                if article is not None:
                    held["article"] = quoting.evidence(article)
                yield Citation(
                    self._context.slugs.new(f"{section}-{code}"),
                    "code",
                    section,
                    article=quoting.words(article) if article is not None else None,
                    code=code,
                    evidence=held,
                )

    def _articles(self, block: Block, code: re.Match[str]) -> Iterator[Passage]:
        """The articles just after the name of a code, or just before it."""
        end = re.compile(r";|\bcode\b", re.IGNORECASE).search(block.text, code.end())
        after = _ARTICLE.search(block.text, code.end(), end.start() if end else len(block.text))
        before = None
        for match in _ARTICLE.finditer(block.text, max(0, code.start() - 120), code.start()):
            if re.fullmatch(
                r"\s*(?:du|de la|de l'|des)\s*", block.text[match.end() : code.start()]
            ):
                before = match
        found = before or after
        if found is not None:
            for one in _ONE.finditer(block.text, *found.span("all")):
                yield Passage(block, one.start() + _lead(one[0]), one.end())

    def _texts(self, block: Block, section: str) -> Iterator[Citation]:
        quoting = self._context.quoting
        for match in _TEXT.finditer(block.text):
            until = re.compile(r";|\bvu\b", re.IGNORECASE).search(block.text, match.end())
            end = min(until.start() if until else len(block.text), match.start() + 140)
            number = _NUMBER.search(block.text, match.start(), end)
            dates = [d for d in find_dates(block.text[match.start() : end]) if d.date]
            if number is None and not dates:
                continue
            kind = _kind(match["kind"])
            evidence = {"kind": quoting.evidence(Passage(block, *match.span("kind")))}
            if number:
                evidence["number"] = quoting.evidence(Passage(block, *number.span("number")))
            date = self._dated(block, match.start(), end, evidence)
            yield Citation(
                self._context.slugs.new(
                    f"{section}-{match['kind']}-{number['number'] if number else ''}"
                ),
                kind,
                section,
                number=number["number"] if number else None,
                date=date,
                evidence=evidence,
            )

    def _acts(self, block: Block, section: str) -> Iterator[Citation]:
        """Deliberations cited with a number or a date."""
        quoting = self._context.quoting
        for match in _DELIBERATION.finditer(block.text):
            until = re.compile(r";|\.(?=\s|$)").search(block.text, match.end())
            end = min(until.start() if until else len(block.text), match.end() + 400)
            evidence: dict[str, Provenance] = {}
            date = self._dated(block, match.end(), min(end, match.end() + 90), evidence)
            number = None
            named = (
                match if match["number"] else _NUMBERED_LATER.match(block.text, match.end(), end)
            )
            if named:
                at = Passage(block, *named.span("number"))
                number = re.sub(r"\s", "", quoting.words(at))
                evidence["number"] = quoting.evidence(at)
            if date is None and number is None:
                continue
            evidence["kind"] = quoting.evidence(Passage(block, *match.span("kind")))
            organ = self._organ(block, match.end(), min(end, match.end() + 60), evidence)
            about = self._object(block, match, end, evidence)
            identifier = self._context.slugs.new(f"{section}-{number or about or 'deliberation'}")
            yield Citation(
                identifier,
                _about(block.text[match.start() : end]),
                section,
                number=number,
                date=date,
                organ=organ,
                object=about,
                evidence=evidence,
            )

    def _undated(self, block: Block) -> Iterator[Citation]:
        """A delegation or budget that a visa names without the number or date of its act."""
        match = _VISA.match(block.text)
        if match is None or _CODE.search(block.text) or _TEXT.search(block.text):
            return
        kind = _about(block.text)
        pattern = {"delegation": _DELEGATION, "budget": _BUDGET}.get(kind)
        found = pattern.search(block.text, match.end()) if pattern else None
        if found:
            at = Passage(block, *found.span())
            evidence = {"kind": self._context.quoting.evidence(at)}
            yield Citation(
                self._context.slugs.new(f"visas-{kind}"), kind, "visas", evidence=evidence
            )

    def _dated(
        self, block: Block, start: int, end: int, evidence: dict[str, Provenance]
    ) -> datetime.date | None:
        found = [date for date in find_dates(block.text[start:end]) if date.date is not None]
        if not found:
            return None
        at = Passage(block, start + found[0].start, start + found[0].end)
        evidence["date"] = self._context.quoting.evidence(at)
        return found[0].date

    def _organ(
        self, block: Block, start: int, end: int, evidence: dict[str, Provenance]
    ) -> Organ | None:
        words = block.text[start:end].casefold()
        places = [(words.find(word), word, organ) for word, organ in _ORGAN if word in words]
        if not places:
            return None
        at, word, organ = min(places)
        passage = Passage(block, start + at, start + at + len(word))
        evidence["organ"] = self._context.quoting.evidence(passage)
        return organ

    def _object(
        self, block: Block, match: re.Match[str], end: int, evidence: dict[str, Provenance]
    ) -> str | None:
        quoting = self._context.quoting
        found = _OBJECT.search(block.text, match.end(), end + 1)
        at = Passage(block, *found.span("object")) if found else None
        if at is None and match["kind"].casefold().startswith("délibéré"):
            at = _named_before(block, match.start())
        if at is None:
            return None
        evidence["object"] = quoting.evidence(at)
        return quoting.words(at)


def _named_before(block: Block, end: int) -> Passage | None:
    """What is spelled out, with its acronym in brackets, just before « délibéré le »."""
    bracket = before(_BRACKET_LAST, block.text, end)
    if bracket is None:
        return None
    word = folded(bracket["word"])
    for start in _START.finditer(block.text, max(0, bracket.start() - 200), bracket.start()):
        words = block.text[start.end() : bracket.start()]
        if not re.search(r"[.;]", words) and spells(word, words):
            return Passage(block, start.end(), len(block.text[:end].rstrip()))
    return None


def _about(words: str) -> CitationKind:
    """Whether a deliberation cited delegates powers or adopts a budget, or is any other."""
    if _DELEGATION.search(words):
        return "delegation"
    return "budget" if _BUDGET.search(words) else "deliberation"


def _kind(word: str) -> CitationKind:
    folded = word.casefold()
    if folded == "loi":
        return "loi"
    if folded == "décret":
        return "decret"
    return "ue" if "ue" in folded or "ce)" in folded else "autre"


def _lead(words: str) -> int:
    return len(words) - len(words.lstrip())
