"""Signs of the euro in a text, and what stands around them: scale, tax, unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, get_args

from attrs import frozen

from checker.extraction.mentions.numberwords import find_number_words

CentsKind = Literal["glued", "said", "last", "apart"]

_CENTS_KINDS: tuple[CentsKind, ...] = get_args(CentsKind)
_S = "[ \u00a0\u202f]"
_SIGN = re.compile(
    r"(?<![^\W\d_])(?P<scale>[kK]|M(?:[dD]s?)?)(?:€(?:uros?\b)?|(?i:euros?)(?![\w-])|EUR\b)"
    r"|(?<![^\W\d_])(?P<thousand>[kK])E\b"
    r"|€(?:uros?\b)?"
    r"|(?<![^\W\d_])(?i:euro\(s\)|euros?(?![\w-])|EUR\b)"
)
_SCALE = re.compile(
    r"(?:(?<![^\W\d_])(?P<letter>[kK]|M(?:[dD]s?)?)\.?(?:\s{0,2}|\s?d['’]\s?)"
    r"|(?P<word>(?i:(?:(?<=[0-9]\s)|(?<=\ben\s))(?:mille|milliers?|millions?|milliards?)|\bcentimes?))"
    r"\s{1,2}(?:d['’]\s?|de\s)?|\s(?P<of>d['’]\s?))\Z"
)
_ONE = Decimal(1)
_SCALE_ENDS = frozenset("kKMdDsern'’.")
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
    r"\s{0,3}\(?(?:(?P<ttc>T\.?T\.?C(?:\.|\b)|toutes\s+taxes\s+comprises\b)"
    r"|(?P<ht>H\.?T(?:\.|\b)|hors[\s-]taxes?\b))",
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
    r"(?P<glued>[0-9]{2})(?![0-9.,]|\s[0-9])"
    rf"|{_S}(?:et{_S})?(?P<said>[0-9]{{1,2}}){_S}?(?i:centimes?|cents?|cts?|c)\b"
    rf"|{_S}(?P<apart>[0-9]{{2}})"
    r"(?:(?P<last>(?=\s{0,3}(?:[;.)\n]|\Z)))|(?![\w.,/%°\t-]|\s?[0-9€]|\s?[kM]€))"
)
_SPOKEN_GAP = re.compile(r"\s{1,2}(?:et\s{1,2})?(?=[^\W\d_])")
_CENTIMES = re.compile(r"\s{1,2}(?P<unit>(?i:centimes?|cents))\b|(?=\s*(?:[;.)\n(]|\Z))")


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
    """Cents that stand after the sign.

    Args:
        certain: Whether they are called so: « 12 euros 50 centimes ».
        kind: `glued` to the sign (« 12€50 »), `said` to be centimes, `last` of a sentence
            (« 12 euros 50. ») or `apart` from it (« 12 euros 50 par enfant »).
    """

    end: int
    cents: int
    certain: bool
    kind: CentsKind


def find_signs(text: str) -> Iterator[Sign]:
    """Every sign of the euro, with the scale that stands before it."""
    before = 0
    for match in _SIGN.finditer(text):
        start, scale = match.start(), match["scale"] or match["thousand"]
        if (
            scale is None
            and start > before
            and text[max(before, start - 3) : start].rstrip()[-1:] in _SCALE_ENDS
        ):
            apart = _SCALE.search(text, max(before, start - 16), start)
            if apart is not None:
                scale = apart["letter"] or apart["word"]
                start = apart.start("of" if scale is None else 0)
        yield Sign(start, match.end(), _ONE if scale is None else _scale(scale), match[0])
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
    for kind in _CENTS_KINDS:
        if match[kind] is not None:
            cents = match["apart"] if kind == "last" else match[kind]
            return CentsAfter(match.end(), int(cents), kind == "said", kind)
    return None


def spoken_cents_after(text: str, end: int) -> CentsAfter | None:
    """Cents in words: « euros et cinquante centimes »."""
    gap = _SPOKEN_GAP.match(text, end)
    said = () if gap is None else find_number_words(text, gap.end(), gap.end() + 60)
    if gap is None or not said or said[0].start != gap.end() or said[0].value > 99:
        return None
    last = _CENTIMES.match(text, said[0].end)
    if last is None:
        return None
    return CentsAfter(last.end(), said[0].value, last["unit"] is not None, "last")


def _scale(printed: str) -> Decimal:
    folded = printed.lower()
    return _SCALES.get(folded) or _SCALES[folded.removesuffix("s")]
