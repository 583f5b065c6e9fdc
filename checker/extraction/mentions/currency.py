"""Signs of the euro in a text, and what stands around them: scale, tax, unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

_SIGN = re.compile(
    r"(?<![^\W\d_])(?P<scale>[kK]|M(?:[dD]s?)?)(?:€(?:uros?\b)?|(?i:euros?)(?![\w-])|EUR\b)"
    r"|(?<![^\W\d_])(?P<thousand>[kK])E\b"
    r"|€(?:uros?\b)?"
    r"|(?<![^\W\d_])(?i:euro\(s\)|euros?(?![\w-])|EUR\b)"
)
_SCALE = re.compile(
    r"(?:(?<![^\W\d_])(?P<letter>[kK]|M(?:[dD]s?)?)\.?(?:\s{0,2}|\s?d['’]\s?)"
    r"|(?P<word>(?i:(?<=[0-9]\s)(?:mille|milliers?|millions?|milliards?)|\bcentimes?))"
    r"\s{1,2}(?:d['’]\s?|de\s)?|(?P<of>\s{1,2}d['’]\s?))\Z"
)
_SCALES = {
    "k": Decimal(1000),
    "mille": Decimal(1000),
    "millier": Decimal(1000),
    "m": Decimal(10) ** 6,
    "million": Decimal(10) ** 6,
    "md": Decimal(10) ** 9,
    "milliard": Decimal(10) ** 9,
    "centime": Decimal("0.01"),
}
_TAX = re.compile(
    r"\s{0,3}\(?(?:(?P<ttc>T\.?T\.?C\b|toutes\s+taxes\s+comprises\b)"
    r"|(?P<ht>H\.?T\b|hors[\s-]taxes?\b))",
    re.IGNORECASE,
)
_TIMES = "an|année|mois|trimestre|semestre|semaine|jour|journée|heure|nuit|nuitée|séance|soirée"
_THINGS = (
    "habitant|enfant|élève|personne|foyer|famille|ménage|logement|m²|m2|m3|m³|km|kilomètre|ha|"
    "hectare|tonne|kg|adhérent|licencié|bénéficiaire|place|repas|part|agent|salarié|étudiant|"
    "participant|usager|lot|unité|dossier|projet|action|structure|association|entité|commune|"
    "poste|véhicule|classe|trajet|mètre|exercice|couple|équipe|club|école|stagiaire|jeune|lit"
)
_PER = re.compile(
    r"\)?\s{0,2}(?:/\s?|\(?par\s+|\(?pour\s+chaque\s+|l['’]|la\s|le\s)"
    rf"(?P<per>{_TIMES}|{_THINGS})s?(?![^\W_])"
    r"|\s{0,2}/\s?(?P<other>[^\W\d_]{1,30})"
    r"|\s{1,2}(?P<each>chacune?|à\s+chacune?)(?![^\W_])",
    re.IGNORECASE,
)
_CENTS = re.compile(
    r"(?P<glued>[0-9]{2})(?![0-9.,])"
    r"|\s(?:et\s)?(?P<said>[0-9]{1,2})\s?(?i:centimes?|cts?|c)\b"
    r"|\s(?P<apart>[0-9]{2})(?=\s*(?:[;.)\n]|\Z))"
)


@frozen
class Sign:
    """A sign of the euro.

    Args:
        start: Where its scale begins, where it has one: at the k of « 40 k€ ».
        scale: How many euros its unit is.
    """

    start: int
    end: int
    scale: Decimal
    text: str


@frozen
class Tax:
    """A tax that an amount is said to be with or without: « TTC », « HT »."""

    end: int
    name: str


@frozen
class CentsAfter:
    """Cents that stand after the sign: « 12€50 », « 12 euros 50 centimes »."""

    end: int
    cents: int
    certain: bool
    glued: bool


def find_signs(text: str) -> Iterator[Sign]:
    """Every sign of the euro, with the scale that stands before it."""
    before = 0
    for match in _SIGN.finditer(text):
        start, scale = match.start(), match["scale"] or match["thousand"]
        if scale is None:
            apart = _SCALE.search(text, max(before, start - 16), start)
            if apart is not None:
                start, scale = apart.start(), apart["letter"] or apart["word"]
        factor = Decimal(1) if scale is None else _scale(scale)
        yield Sign(start, match.end(), factor, match[0])
        before = match.end()


def tax_after(text: str, end: int) -> Tax | None:
    """« TTC » or « HT » where an amount is followed by it."""
    match = _TAX.match(text, end)
    return None if match is None else Tax(match.end(), "TTC" if match["ttc"] else "HT")


def per_after(text: str, end: int) -> str | None:
    """What an amount is for one of: « habitant », « an », « chacun »; in lower case."""
    match = _PER.match(text, end)
    if match is None:
        return None
    return "chacun" if match["each"] else (match["per"] or match["other"]).lower()


def cents_after(text: str, end: int) -> CentsAfter | None:
    """The cents that stand after a sign."""
    match = _CENTS.match(text, end)
    if match is None:
        return None
    glued, said = match["glued"], match["said"]
    cents = int(glued or said or match["apart"])
    return CentsAfter(match.end(), cents, said is not None, glued is not None)


def _scale(printed: str) -> Decimal:
    folded = printed.lower()
    return _SCALES.get(folded) or _SCALES[folded.removesuffix("s")]
