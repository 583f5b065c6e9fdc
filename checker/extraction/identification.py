"""What identifies an act: number, date, title, organ, year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.case import Act, Organ, Provenance
from checker.case.values import Count
from checker.extraction.blocks import Block
from checker.extraction.context import told
from checker.extraction.mentions.dates import Date, find_dates
from checker.extraction.purpose import purpose_of
from checker.extraction.quoting import Passage, Quoting
from checker.extraction.segments import NUMBER, SERIES, Segment

_NUMBER = rf"(?P<number>{NUMBER})"
_LETTERED = _NUMBER.replace("number>", r"number>(?-i:[A-Z]{1,4})?[-/._]?", 1)
"""A number after the word for one: there its first letters are its own (« CP-2023-0219 »)."""
_NAMED = rf"délibération\s*(?:n°|numéro|no|:)+\s*{_LETTERED}"
_NOT_THIS = r"(?<!\bpar )(?<!\bpar la )(?<!\bsa )(?<!\bvu la )(?<!\bune )(?<!\bdans la )"
"""What stands before another act than this one: « par délibération n° 2024-101 »."""
_NUMBERS = (
    re.compile(rf"^[\W_]*(?:DE|DEL|DELIB|DCM|D)?[-_ ]?{_NUMBER}$"),
    re.compile(rf"{_NOT_THIS}(?<!\bla ){_NAMED}", re.IGNORECASE),
    re.compile(rf"^[\W_]*{SERIES}{_NUMBER}\s*[-–—:]\s+\S"),
    re.compile(rf"^n°\s*{_NUMBER}$", re.IGNORECASE),
    re.compile(_NOT_THIS + _NAMED, re.IGNORECASE),
)
"""Ways to print an act's number, the surest first: « la délibération n° 12 » is mostly another."""
_CALLED = re.compile(
    rf"^[\W_]*délibération\s*(?:n\s?°|numéro)?\s*{_LETTERED}\s*[-–—:]\s+\S", re.IGNORECASE
)
_SITTING = re.compile(
    r"séance|réunion|conseil (?:municipal|communautaire|départemental|régional|métropolitain"
    r"|syndical|d'administration)"
    r"|commission permanente|comité syndical|l'an deux|bureau|\bCM du",
    re.IGNORECASE,
)
_NOT_SITTING = re.compile(
    r"convo(?:cation|qué)|affich|publi|réception|transmi|compte[- ]rendu de la", re.IGNORECASE
)
_OBJECT = re.compile(r"\s*(?:objet|intitulé|titre)\s*:\s*", re.IGNORECASE)
_HEADINGS = re.compile(
    r"^(?:séance|délibération|deliberation|extrait|n°|conseil\b|république|département|departement"
    r"|arrondissement|canton|commune de|ville de|mairie|compte[- ]rendu|projet$|vote\b|bureau$"
    r"|article|le conseil|direction|service|région\b|métropole|communauté|syndicat|ccas\b"
    r"|commission permanente|collectivité|procès[- ]verbal|centre communal)",
    re.IGNORECASE,
)
_CONSEIL = (
    r"conseil (?:municipal|communautaire|départemental|régional|général|métropolitain"
    r"|d'administration|syndical|de la métropole)|délibération du conseil|le conseil\b"
    r"|comité syndical"
)
_ALONE = (
    r"(?:^\W*(?:décision|arrêté)\s+(?:du|de la|de monsieur le|de madame la|de m\. le)\s*"
    r"|(?-i:D[ÉE]CISION|ARR[ÊE]T[ÉE])\s(?-i:DU|DE LA|DE MONSIEUR LE|DE MADAME LA)\s)"
)
_ORGANS: tuple[tuple[str, Organ], ...] = (
    (rf"{_ALONE}maire\b", "maire"),
    (rf"{_ALONE}présidente?\b", "president"),
    (r"commission permanente", "commission_permanente"),
    (r"délib[ée]ration du bureau|deliberation du bureau|\ble bureau\b", "bureau"),
    (_CONSEIL, "conseil"),
)
_TOLD_YEAR = re.compile(r"\b(?:pour l'année|exercice|au titre de l'année) (20\d\d)")
_DECIDED_YEAR = re.compile(
    r"\b(?:année(?: scolaire| civile)?|exercice(?: budgétaire)?|saison|pour|au titre de"
    r"|(?:subvention|aide|programme|programmation)s?(?: [^\W\d_]{4,})?) (20\d\d)\b(?![-/.]\d{3})",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:saison|années?|exercices?|période)(?: [^\W\d_]+)? 20\d\d\s?(?:[-/–]|et|à)\s?"
    r"(?:20)?\d\d\b",
    re.IGNORECASE,
)
"""« la saison sportive 2024-2025 »: a period that is no one year."""
_COLUMNS = re.compile(
    r"\b(?:propos|vot|attribu|accord|allou|octroy)ée?s?\b|\bmontants?\b|\bsubventions?\b",
    re.IGNORECASE,
)
_OF_BUDGET = re.compile(
    r"\b(?:budget|crédits?|délibération|règlement)\b[^.;:]{0,60}$", re.IGNORECASE
)
_OF_GRANTS = re.compile(r"montant global|montant total|subvention|\baides?\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(20\d\d)\b")
_ADOPTED = re.compile(r"\badopt(?:ée?s?|e)\b", re.IGNORECASE)
_FULL_LINE = 30


def act_of(segment: Segment, quoting: Quoting) -> Act:
    """The act itself, as its text identifies it."""
    return _Identified(segment, quoting).act()


class _Identified:
    """Reads what identifies one act, value by value."""

    def __init__(self, segment: Segment, quoting: Quoting) -> None:
        self._segment, self._quoting = segment, quoting
        self._head = _head(segment)
        self._all = [*segment.preface, *segment.blocks]
        self._values: dict[str, object] = {"type": "deliberation"}
        self._evidence: dict[str, Provenance] = {}

    def act(self) -> Act:
        """All of them."""
        number = _number(self._head or self._all[:_FULL_LINE])
        if number is not None:
            self._note("number", re.sub(r"\s", "", self._quoting.words(number)), number)
        self._read_date()
        self._read_title()
        for name, section in (("recital_year", "recital"), ("operative_year", "operative")):
            self._read_year(name, self._years(section))
        for name in ("title_year", "operative_year", "recital_year"):
            if name in self._values and "year" not in self._values:
                self._values["year"] = self._values[name]
                self._evidence["year"] = self._evidence[name]
        kind = _first(self._all, re.compile(r"d[ée]lib[ée]ration", re.IGNORECASE))
        if kind is not None:
            self._evidence["type"] = self._quoting.evidence(kind)
        organ = _organ(self._all)
        if organ is not None:
            self._note("organ", *organ)
        for name, passage in purpose_of(self._segment):
            self._note(name, self._quoting.words(passage), passage)
        adopted = _first(self._decided(), _ADOPTED)
        if adopted is not None:
            self._note("stage", "adopted", adopted)
        return Act(**self._values, evidence=self._evidence)  # type: ignore[arg-type]

    def _note(self, name: str, value: object, passage: Passage) -> None:
        self._values[name] = value
        self._evidence[name] = self._quoting.evidence(passage)

    def _without_visas(self) -> Sequence[Block]:
        """The first blocks without the visas: the dates in those are of other acts."""
        visas = {b for part in self._segment.sections if part.kind == "visas" for b in part.blocks}
        return [block for block in self._all[:_FULL_LINE] if block not in visas]

    def _read_date(self) -> None:
        found = _date(self._head) or _date(self._without_visas())
        if found is None:
            return
        passage, date = found
        if date.date is None:
            self._evidence["date"] = self._quoting.evidence(passage, "ambiguous")
            return
        self._note("date", date.date, passage)
        at = passage.block.text.lower().rfind(date.weekday, 0, passage.end) if date.weekday else -1
        if date.weekday and at >= 0:
            self._note("weekday", date.weekday, Passage(passage.block, at, at + len(date.weekday)))

    def _read_title(self) -> None:
        title = _title(self._segment)
        if title is None:
            return
        self._note("title", self._quoting.words(title), title)
        years = [title.part(*match.span(1)) for match in _ANY_YEAR.finditer(title.text)]
        self._read_year("title_year", years)

    def _read_year(self, name: str, passages: Sequence[Passage]) -> None:
        """The year that a part of the act states; a question where the decision states several."""
        years = dict.fromkeys(passage.text for passage in passages)
        if not years and name == "operative_year":
            period = _first(self._decided(), _PERIOD)
            if period is not None:
                self._evidence[name] = self._quoting.evidence(period, "ambiguous")
        elif len(years) == 1:
            self._note(name, Count(int(passages[0].text)), passages[0])
        elif years and name == "operative_year":
            self._evidence[name] = self._quoting.evidence(passages[0], "ambiguous", tuple(years))

    def _years(self, section: str) -> list[Passage]:
        pattern = _DECIDED_YEAR if section == "operative" else _TOLD_YEAR
        found = self._worded(section, pattern)
        return found or ([*self._headed()] if section == "operative" else [])

    def _headed(self) -> Iterator[Passage]:
        """The latest year that the head of a decided table puts over its amounts."""
        for block in self._decided():
            if block.kind == "row" and _COLUMNS.search(block.text) and "€" not in block.text:
                years = [Passage(block, *match.span(1)) for match in _ANY_YEAR.finditer(block.text)]
                yield from sorted(years, key=lambda year: year.text)[-1:]

    def _worded(self, section: str, pattern: re.Pattern[str]) -> list[Passage]:
        return [
            Passage(block, *match.span(1))
            for part in self._segment.sections
            if part.kind == section
            for block in part.blocks
            if _OF_GRANTS.search(block.text) and (section == "operative" or not told(block.text))
            for match in pattern.finditer(block.text)
            if not _OF_BUDGET.search(block.text[: match.start()])
        ]

    def _decided(self) -> list[Block]:
        kinds = ("vote", "operative")
        parts = [part for part in self._segment.sections if part.kind in kinds]
        return [block for part in parts for block in part.blocks]


def _head(segment: Segment) -> Sequence[Block]:
    heads = [b for part in segment.sections if part.kind == "head" for b in part.blocks]
    return [*segment.preface, *heads]


def _number(blocks: Sequence[Block]) -> Passage | None:
    for pattern in _NUMBERS:
        for block in blocks:
            match = pattern.search(block.text)
            if match and len(re.sub(r"\D", "", match["number"])) > 3:
                return Passage(block, *match.span("number"))
    return None


def _date(blocks: Sequence[Block]) -> tuple[Passage, Date] | None:
    """The date of the sitting: beside a word for one, and not that of another event.

    Where there is none that can be, the first that cannot be.
    """
    impossible = None
    for block in blocks:
        for date in find_dates(block.text):
            near = block.text[max(0, date.start - 120) : date.start]
            line = near[near.rfind(":") + 1 :]
            said = _SITTING.search(block.text[max(0, date.start - 120) : date.end])
            if not said or _NOT_SITTING.search(line[-60:]):
                continue
            at = Passage(block, date.start, date.end)
            if date.date is not None:
                return at, date
            if impossible is None and "impossible" in date.flags:
                impossible = at, date
    return impossible


def _title(segment: Segment) -> Passage | None:
    """The object where the text marks it, or the lines in capitals of the head."""
    head = [b for part in segment.sections if part.kind == "head" for b in part.blocks]
    for block in head:
        match = _OBJECT.match(block.text)
        if match and match.end() < len(block.text):
            return Passage(block, match.end(), len(block.text))
        marked = _NUMBERS[2].match(block.text) or _CALLED.match(block.text)
        if marked:
            said = _OBJECT.match(block.text, marked.end() - 1)
            start = said.end() if said else marked.end() - 1
            if start < len(block.text) and not _HEADINGS.match(block.text[start:]):
                return Passage(block, start, len(block.text))
    for block in head:
        capital = block.text == block.text.upper() and len(re.findall(r"[A-ZÀ-Ÿ]", block.text)) > 8
        if capital and not _HEADINGS.match(block.text):
            return Passage(block, 0, len(block.text))
    return None


def _organ(blocks: Sequence[Block]) -> tuple[Organ, Passage] | None:
    for pattern, organ in _ORGANS:
        passage = _first(blocks, re.compile(pattern, re.IGNORECASE))
        if passage:
            word = re.search(
                r"bureau|commission permanente|conseil|comité syndical|maire|présidente?",
                passage.text,
                re.IGNORECASE,
            )
            return organ, passage.part(*word.span()) if word else passage
    return None


def _first(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Passage | None:
    for block in blocks:
        match = pattern.search(block.text)
        if match:
            return Passage(block, *match.span())
    return None
