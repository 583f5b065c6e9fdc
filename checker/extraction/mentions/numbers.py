"""Numbers that are no amounts: of acts, of bodies in registers, and counts of things.

An act's number is read after « n° » or « délibération », at the head of a title (« 2009/18 – »),
and elsewhere only in a form that nothing else has: « 24-B-0045 ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from checker.extraction.mentions.figures import Quantity, find_figures
from checker.extraction.mentions.flags import Flag
from checker.extraction.mentions.numberwords import find_number_words
from checker.identifiers import digits, rna_sound, siren_sound, siret_sound

IdentifierKind = Literal["siret", "siren", "rna"]

_S = r"[\s\u00a0\u202f]"
_NOUN = (
    r"d[ée]lib[ée]rations?|d[ée]cisions?|d[ée]crets?|lois?|arr[êe]t[ée]s?|ordonnances?|"
    r"circulaires?|r[èe]glements?|conventions?|actes?|DEL|DCM"
)
_MORE = r"(?:(?:[ \u00a0]?/[ \u00a0]?|[_.‐‑–-])[0-9A-Z]{1,8}){0,4}"
_LABELLED = re.compile(
    rf"(?<![^\W_])(?:(?P<noun>{_NOUN})(?:{_S}(?:du|de la)?{_S}?[a-zéè]{{1,15}}){{0,2}}?"
    rf"{_S}{{0,3}})?"
    rf"(?:n{_S}?[°º]s?|num[ée]ro)(?:{_S}{{0,2}}:)?{_S}{{0,3}}"
    rf"(?P<value>(?=[A-Z_-]{{0,8}}[0-9])[0-9A-Z]{{1,12}}{_MORE})"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?<![\w/.-])(?P<value>[0-9]{2,4}[-‐‑_][A-Z]{1,5}[-‐‑_][0-9]{2,5}|"
    r"(?:DEL|DCM|CM|CC|BC|CP)[-‐‑_ ]?[0-9]{2,4}[-‐‑_/][0-9]{2,5}(?:[-‐‑_/][0-9]{1,4})?)(?![\w/-])"
)
_HEADING = re.compile(
    r"^[^\w\n]{0,40}(?P<value>(?:[A-Z]{1,4}-)?(?:19|20)[0-9]{2}[/-][0-9]{1,4})(?=\s{1,3}[–—:-]\s)",
    re.MULTILINE,
)
_NOUNED = re.compile(
    rf"(?<![^\W_])(?P<noun>{_NOUN}){_S}{{1,3}}"
    r"(?P<value>(?:[0-9]{2}|[0-9]{4})[-‐‑_/](?:[A-Z]{1,5}[-‐‑_/])?[0-9]{1,5}(?:[-‐‑_/][0-9]{1,4})?)"
    r"(?![\w/-])",
    re.IGNORECASE,
)
_RNA = re.compile(r"(?<!\w)W\s?[0-9]{9}(?!\w)")
_LONG = re.compile(
    r"(?<![\w.,])[0-9]{3}(?P<sep>[ \u00a0\u202f.]?)[0-9]{3}(?P=sep)[0-9]{3}"
    r"(?:[ \u00a0\u202f.]?(?P<nic>[0-9]{5}|[0-9]{3}\s[0-9]{2}|[0-9]{2}\s[0-9]{3}))?"
    r"(?![\w€]|[.,][0-9])"
)
_LABEL = re.compile(r"\b(?:siren|siret|sirene|r\.?c\.?s)\b[^0-9\n]{0,30}\Z", re.IGNORECASE)
_COUNTED = re.compile(rf"{_S}{{1,3}}(?P<noun>[^\W\d_]{{2,40}}(?:-[^\W\d_]{{1,20}}){{0,3}})")
_NO_THINGS = frozenset(
    (
        *("euro", "euros", "eur", "cent", "cents", "centimes", "mille", "million", "millions"),
        *("milliard", "milliards", "janvier", "février", "fevrier", "mars", "avril", "mai"),
        *("juin", "juillet", "août", "aout", "septembre", "octobre", "novembre", "décembre"),
        *("decembre", "er", "bis", "ter", "un", "une", "de", "des", "du", "en", "à", "au", "aux"),
        *("le", "la", "les", "par", "pour", "sur", "dans", "avec", "dont", "et", "ou", "que"),
        *("qui", "ainsi", "soit", "est", "sont", "ont", "se", "ne", "non"),
        *("autres", "premiers", "premières", "derniers", "dernières"),
    )
)
_DOUBTS: frozenset[Flag] = frozenset({"glued", "formula", "separator", "neighbour", "mixed"})
_AGAINST = frozenset("/.,°º-")


@frozen
class ActNumber:
    """The number of an act or text.

    Args:
        value: Without white space: « 2014/183 ».
        noun: The word it follows, in lower case: « délibération », « décret ».
    """

    start: int
    end: int
    value: str
    noun: str | None = None


@frozen
class Count:
    """A count of things: « huit structures »; offsets go from the number to the noun.

    Args:
        number_end: Where the number ends.
        noun: The word that follows it, in lower case.
    """

    start: int
    end: int
    number_end: int
    value: int
    noun: str


@frozen
class Identifier:
    """The number of a body in a register.

    Args:
        value: Without white space.
        sound: Whether its form and key are right.
    """

    start: int
    end: int
    kind: IdentifierKind
    value: str
    sound: bool


def find_act_numbers(text: str) -> tuple[ActNumber, ...]:
    """The numbers of acts and texts, in the order of the text."""
    found: dict[int, ActNumber] = {}
    for pattern in (_LABELLED, _NOUNED, _PLAIN, _HEADING):
        for match in pattern.finditer(text):
            noun = match.groupdict().get("noun")
            start, end = match.span("value")
            value = "".join(match["value"].split())
            number = ActNumber(start, end, value, None if noun is None else noun.lower())
            found.setdefault(start, number)
    return tuple(found[start] for start in sorted(found))


def find_counts(text: str) -> tuple[Count, ...]:
    """Counts of two or more things, in the order of the text."""
    numbers = [(said.start, said.end, said.value) for said in find_number_words(text)]
    numbers += [
        (figure.start, figure.end, int(figure.readings[0]))
        for figure in find_figures(text)
        if _countable(text, figure)
    ]
    return tuple(_counts(text, sorted(numbers)))


def _counts(text: str, numbers: list[tuple[int, int, int]]) -> Iterator[Count]:
    for start, end, value in numbers:
        match = _COUNTED.match(text, end)
        if value < 2 or match is None or match["noun"].lower() in _NO_THINGS:
            continue
        yield Count(start, match.end(), end, value, match["noun"].lower())


def _countable(text: str, figure: Quantity) -> bool:
    """Whether a number in figures can count things: whole, no year and no reference."""
    if figure.decimals is not None or not figure.readings or figure.year_like:
        return False
    return not figure.flags & _DOUBTS and text[figure.start - 1 : figure.start] not in _AGAINST


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """SIRET, SIREN and RNA numbers; a SIREN only after its name, for many numbers look like it."""
    found = [_identifier(match, "rna") for match in _RNA.finditer(text)]
    for match in _LONG.finditer(text):
        named = _LABEL.search(text, max(0, match.start() - 45), match.start()) is not None
        if match["nic"]:
            siret = _identifier(match, "siret")
            if named or siret.sound:
                found.append(siret)
        elif named:
            found.append(_identifier(match, "siren"))
    return tuple(sorted(found, key=lambda identifier: identifier.start))


def _identifier(match: re.Match[str], kind: IdentifierKind) -> Identifier:
    value = (digits(match[0]) or "").replace(".", "")
    sound = {"siret": siret_sound, "siren": siren_sound, "rna": rna_sound}[kind](value)
    return Identifier(*match.span(), kind, value, bool(sound))
