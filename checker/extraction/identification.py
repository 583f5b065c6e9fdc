"""What identifies an act: number, date, title, organ, body, year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.case import Act, Body, Category, Organ, Provenance
from checker.case.values import Count
from checker.extraction.blocks import Block
from checker.extraction.mentions.dates import Date, find_dates
from checker.extraction.quoting import Passage, Quoting
from checker.extraction.segments import Segment

_NUMBER = r"(?P<number>\d{2,4}\s?[-/._]\s?(?:[A-Z]{1,3}\s?[-/._]\s?)?\d{1,5}(?:[-/._]\d{1,4})?)"
_NUMBERS = (
    re.compile(rf"^[\W_]*(?:DE|DEL|DCM|D)?[-_ ]?{_NUMBER}$"),
    re.compile(rf"délibération\s*(?:n°|numéro|no|:)+\s*{_NUMBER}", re.IGNORECASE),
    re.compile(rf"^[\W_]*(?:DE|DEL|DCM|D)?[-_ ]?{_NUMBER}\s*[-–—:]\s+\S"),
    re.compile(rf"^n°\s*{_NUMBER}$", re.IGNORECASE),
)
_SITTING = re.compile(
    r"séance|réunion|conseil (?:municipal|communautaire|départemental|régional|métropolitain)"
    r"|l'an deux|bureau|\bCM du",
    re.IGNORECASE,
)
_NOT_SITTING = re.compile(
    r"convo(?:cation|qué)|affich|publi|réception|transmi|compte[- ]rendu de la", re.IGNORECASE
)
_OBJECT = re.compile(r"\s*(?:objet|intitulé|titre)\s*:\s*", re.IGNORECASE)
_HEADINGS = re.compile(
    r"^(?:séance|délibération|deliberation|extrait|n°|conseil\b|république|département|departement"
    r"|arrondissement|canton|commune de|ville de|mairie|compte[- ]rendu|projet$|vote\b|bureau$"
    r"|article|le conseil|direction|service)",
    re.IGNORECASE,
)
_ORGANS: tuple[tuple[str, Organ], ...] = (
    (r"commission permanente", "commission_permanente"),
    (r"délib[ée]ration du bureau|deliberation du bureau|\ble bureau\b", "bureau"),
    (
        r"conseil (?:municipal|communautaire|départemental|régional|général|métropolitain"
        r"|d'administration|syndical|de la métropole)|délibération du conseil|le conseil\b"
        r"|comité syndical",
        "conseil",
    ),
)
_CATEGORIES: tuple[tuple[str, Category], ...] = (
    (r"conseil municipal", "commune"),
    (r"métropole de lyon", "metropole_lyon"),
    (r"communauté urbaine", "cu"),
    (r"communauté d'agglomération", "ca"),
    (r"communauté de communes", "cc"),
    (r"conseil métropolitain|\bmétropole\b", "metropole"),
    (r"conseil (?:municipal|municipale)|\bcommune de\b|\bville de\b|\ble maire\b", "commune"),
    (r"conseil (?:départemental|général)\b", "departement"),
    (r"conseil régional|\brégion\b", "region"),
    (r"comité syndical|syndicat (?:mixte|intercommunal)", "syndicat"),
)
_KIND = (
    r"(?:Commune|Ville|Communauté (?:de [Cc]ommunes|d'[Aa]gglomération|[Uu]rbaine)|Métropole"
    r"|Département|Région|Syndicat (?:[Mm]ixte|[Ii]ntercommunal))"
)
_PLACE = (
    r"(?: (?:du |de la |de l'|de |des |d')?[A-ZÀ-Ÿ][\w'-]+"
    r"(?: (?:de|du|la|le|les|en|sur|sous|et|[A-ZÀ-Ÿ][\w'-]*))*)?"
)
_BODY = re.compile(
    rf"(?:\b[Cc]onseil\b|\b[Bb]ureau\b|\b[Cc]omité\b|\b[Cc]ommission [Pp]ermanente\b"
    rf"|\bCONSEIL\b|^)(?:\s+[\w-]+)?\s*(?:de la |de l'|du |d'une |de )?(?P<name>{_KIND}{_PLACE})"
)
_NOT_NAMED = "collectivité non nommée"
_FOR_YEAR = re.compile(r"\b(?:pour l'année|exercice|au titre de l'année) (20\d\d)")
_OF_GRANTS = re.compile(r"montant global|montant total|subvention")
_ANY_YEAR = re.compile(r"\b(20\d\d)\b")
_FULL_LINE = 30


def act_of(segment: Segment, quoting: Quoting) -> Act:
    """The act itself, as its text identifies it."""
    values: dict[str, object] = {"type": "deliberation"}
    evidence: dict[str, Provenance] = {}
    head = [*_head(segment)]
    everything = [*segment.preface, *segment.blocks]

    number = _number(head or everything[:_FULL_LINE])
    if number:
        values["number"] = re.sub(r"\s", "", quoting.words(number))
        evidence["number"] = quoting.evidence(number)
    dated = _date(head, quoting) or _date(everything[:_FULL_LINE], quoting)
    if dated:
        passage, date = dated
        values["date"], evidence["date"] = date.date, quoting.evidence(passage)
        if date.weekday:
            values["weekday"] = date.weekday
            at = passage.block.text.lower().rfind(date.weekday, 0, passage.end)
            if at >= 0:
                word = Passage(passage.block, at, at + len(date.weekday))
                evidence["weekday"] = quoting.evidence(word)
                if passage.start <= at < passage.end - len(date.weekday):
                    rest = Passage(passage.block, at + len(date.weekday) + 1, passage.end)
                    evidence["date"] = quoting.evidence(rest)
    title = _title(segment)
    if title:
        values["title"] = " ".join(quoting.words(part) for part in title)
        start, end = title[0].span[0], title[-1].span[1]
        whole = quoting.evidence(title[0])
        evidence["title"] = Provenance(
            span=(Count(start), Count(end)),
            quote=quoting.folded(start, end),
            page=whole.page,
            status="read",
        )
        printed = [part.part(*m.span(1)) for part in title for m in _ANY_YEAR.finditer(part.text)]
        _year(values, evidence, "title_year", printed, quoting)
    kind = _first(everything, re.compile(r"d[ée]lib[ée]ration", re.IGNORECASE))
    if kind:
        evidence["type"] = quoting.evidence(kind)
    for name, section in (("recital_year", "recital"), ("operative_year", "operative")):
        stated = [
            Passage(block, *m.span(1))
            for part in segment.sections
            if part.kind == section
            for block in part.blocks
            if _OF_GRANTS.search(block.text)
            for m in _FOR_YEAR.finditer(block.text)
        ]
        _year(values, evidence, name, stated, quoting)
    for name in ("title_year", "operative_year", "recital_year"):
        if name in values and "year" not in values:
            values["year"], evidence["year"] = values[name], evidence[name]
    organ = _organ(everything)
    if organ:
        values["organ"], evidence["organ"] = organ[0], quoting.evidence(organ[1])
    adopted = next(
        (
            Passage(block, *match.span())
            for part in segment.sections
            if part.kind in ("vote", "operative")
            for block in part.blocks
            for match in re.finditer(r"\badopt(?:ée?s?|e)\b", block.text, re.IGNORECASE)
        ),
        None,
    )
    if adopted:
        values["stage"], evidence["stage"] = "adopted", quoting.evidence(adopted)
    return Act(**values, evidence=evidence)  # type: ignore[arg-type]


def body_of(segment: Segment, quoting: Quoting) -> Body:
    """The authority, as far as the text names it."""
    blocks = [*segment.preface, *segment.blocks]
    evidence: dict[str, Provenance] = {}
    found = _category(_head(segment)) or _category(blocks)
    category = found[0] if found else None
    if found:
        evidence["category"] = quoting.evidence(found[1])
    named = next(
        (Passage(block, *m.span("name")) for block in blocks for m in _BODY.finditer(block.text)),
        None,
    )
    evidence["name"] = quoting.evidence(named) if named else Provenance(status="ambiguous")
    name = quoting.words(named) if named else _NOT_NAMED
    if category is None:
        evidence["category"] = Provenance(
            status="ambiguous", readings=tuple(kind for _, kind in _CATEGORIES)
        )
    return Body(name=name, category=category or "commune", evidence=evidence)


def _category(blocks: Sequence[Block]) -> tuple[Category, Passage] | None:
    for pattern, kind in _CATEGORIES:
        passage = _first(blocks, re.compile(pattern, re.IGNORECASE))
        if passage is not None:
            return kind, passage
    return None


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


def _date(blocks: Sequence[Block], quoting: Quoting) -> tuple[Passage, Date] | None:
    """The date of the sitting: beside a word for one, and not that of another event."""
    _ = quoting
    for block in blocks:
        for date in find_dates(block.text):
            near = block.text[max(0, date.start - 120) : date.start]
            line = near[near.rfind(":") + 1 :]
            said = _SITTING.search(block.text[max(0, date.start - 120) : date.end])
            if date.date is not None and said and not _NOT_SITTING.search(line[-60:]):
                return Passage(block, date.start, date.end), date
    return None


def _title(segment: Segment) -> tuple[Passage, ...]:
    """The object where the text marks it, or the lines in capitals of the head."""
    head = [b for part in segment.sections if part.kind == "head" for b in part.blocks]
    for block in head:
        match = _OBJECT.match(block.text)
        if match and match.end() < len(block.text):
            return (Passage(block, match.end(), len(block.text)),)
        marked = _NUMBERS[2].match(block.text)
        if marked:
            return (Passage(block, marked.end() - 1, len(block.text)),)
    found: list[Passage] = []
    for block in head:
        capital = block.text == block.text.upper() and len(re.findall(r"[A-ZÀ-Ÿ]", block.text)) > 8
        if capital and not _HEADINGS.match(block.text):
            found.append(Passage(block, 0, len(block.text)))
        elif found:
            break
    return tuple(found)


def _organ(blocks: Sequence[Block]) -> tuple[Organ, Passage] | None:
    for pattern, organ in _ORGANS:
        passage = _first(blocks, re.compile(pattern, re.IGNORECASE))
        if passage:
            word = re.search(
                r"bureau|commission permanente|conseil|comité syndical", passage.text, re.IGNORECASE
            )
            return organ, passage.part(*word.span()) if word else passage
    return None


def _first(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Passage | None:
    for block in blocks:
        match = pattern.search(block.text)
        if match:
            return Passage(block, *match.span())
    return None


def _year(
    values: dict[str, object],
    evidence: dict[str, Provenance],
    name: str,
    passages: Sequence[Passage],
    quoting: Quoting,
) -> None:
    """The year that a part of the act states, where it states one only."""
    if len({passage.text for passage in passages}) == 1:
        values[name] = Count(int(passages[0].text))
        evidence[name] = quoting.evidence(passages[0])
