"""What one cell of a register says: amounts, days, years, identifiers, yes and no.

Each reader takes the text of a cell that is not empty and raises `ValueError` with a sentence:
what was found, what is expected, what to do.
"""

from __future__ import annotations

import datetime
import re
from fractions import Fraction

from checker.identifiers import rna_sound, siren_sound
from checker.money import MAXIMUM
from checker.normal import without_accents

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CURRENCY = re.compile(r"(?:€|EUR|euros?)$", re.IGNORECASE)
_AMOUNT = re.compile(r"(-?)([0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,]([0-9]{1,2}))?", re.ASCII)
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{1,2})?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9:.+Z-]*)?")
_FRENCH = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:\.0)?")
_NUMBER = re.compile(r"([0-9]+)\.0+")
_SHARE = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?\s*(%?)")
_NO_ESTABLISHMENT = "00000"
"""No establishment has this number."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_YES = {"oui", "vrai", "true", "yes", "1", "o"}
_NO = {"non", "faux", "false", "no", "0", "n"}
_NO_DAY = {"0001-01-01", "0000-00-00", "1900-01-01"}
"""Days that the RNA writes where it has none."""


def folded(text: str) -> str:
    """A header or a word of a closed list, without case, accents, spaces and signs."""
    plain = without_accents(text).casefold()
    return "".join(character for character in plain if character.isalnum())


def cell_text(text: str) -> str:
    """The text of a cell, white space folded; a formula stays the characters it is made of."""
    return " ".join(_CONTROL.sub(" ", text).split())


def cents(text: str) -> int:
    """An amount: « 23 000,00 », `23000.00`, `23000`, with or without € ; exact, never a float."""
    plain = _CURRENCY.sub("", _SPACES.sub(" ", text).strip()).strip()
    match = _AMOUNT.fullmatch(plain)
    if match is None:
        why = "is not an amount"
        if _GROUPED.fullmatch(plain):
            why = "can be read as two amounts, the points or commas being thousands or decimals"
        message = f"{text[:60]!r} {why}; write it like 23000.00 or 23 000,00."
        raise ValueError(message)
    sign, whole, decimals = match.groups(default="")
    whole = whole.replace(" ", "")
    value = int(whole[:15]) * 100 + int(f"{decimals:0<2}")
    if sign and value:
        message = f"{text[:60]!r} is negative; an amount of zero or more is expected."
        raise ValueError(message)
    if len(whole.lstrip("0")) > 11 or value > MAXIMUM:
        message = f"{text[:60]!r} exceeds the largest amount, {MAXIMUM // 100} euros; check it."
        raise ValueError(message)
    return value


def day(text: str) -> datetime.date | None:
    """A day, `2024-02-09` or 09/02/2024; `None` for what the RNA writes where it has none."""
    text = text.strip()
    if text[:10] in _NO_DAY:
        return None
    if match := _ISO.fullmatch(text):
        year, month, number = match.groups()
    elif match := _FRENCH.fullmatch(text):
        number, month, year = match.groups()
    else:
        message = f"{text[:60]!r} is not a day; write it like 2024-02-09 or 09/02/2024."
        raise ValueError(message)
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        message = f"{text[:60]!r} is not between {_FIRST_YEAR} and {_LAST_YEAR}; check the year."
        raise ValueError(message)
    try:
        return datetime.date(int(year), int(month), int(number))
    except ValueError:
        message = f"{text[:60]!r} is not a day of the calendar; check the month and the day."
        raise ValueError(message) from None


def period(text: str) -> tuple[datetime.date, datetime.date] | None:
    """A day or a period as SCDL writes it: `2017-03-14/2018-03-14`."""
    first, slash, last = text.partition("/")
    if slash and len(first.strip()) < 8:
        first, last = text, ""  # 09/02/2024
    start, end = day(first), day(last) if last.strip() else None
    return None if start is None else (start, end or start)


def year(text: str) -> int:
    """A financial year."""
    match = _YEAR.fullmatch(text.strip())
    if match is None:
        message = f"{text[:60]!r} is not a year; write it like 2024."
        raise ValueError(message)
    return int(match[1])


def flag(text: str) -> bool:
    """Yes or no."""
    word = folded(text)
    if word in _YES | _NO:
        return word in _YES
    message = f"{text[:60]!r} is neither yes nor no; write oui or non."
    raise ValueError(message)


def identifiers(text: str) -> tuple[str | None, str | None]:
    """SIREN and SIRET of a cell that holds one of them.

    A SIRET that a spreadsheet has made a number of (« 45032466000000.0 ») has lost its last
    figures: it gives the SIREN alone, if the key of that is right.
    """
    plain = _SPACES.sub("", text).replace("-", "")
    number = _NUMBER.fullmatch(plain)
    if number is not None:
        plain = number[1]
    if not (plain.isascii() and plain.isdigit()) or len(plain) not in (9, 14):
        message = f"{text[:60]!r} is not a SIRET (14 figures) or SIREN (9 figures); correct it."
        raise ValueError(message)
    if len(plain) == 9:
        return plain, None
    if number is not None or plain.endswith(_NO_ESTABLISHMENT):
        if siren_sound(plain[:9]):
            return plain[:9], None
        message = f"{text[:60]!r} has lost its last figures; format the column as text."
        raise ValueError(message)
    return plain[:9], plain


def rna(text: str) -> str:
    """A number of the register of associations."""
    plain = _SPACES.sub("", text).upper()
    if not rna_sound(plain):
        message = f"{text[:60]!r} is not an RNA number: W and nine figures are expected."
        raise ValueError(message)
    return plain


def share(text: str) -> Fraction:
    """A share of 1, exactly: `0.45`, `45 %`."""
    match = _SHARE.fullmatch(text.strip())
    value = None
    if match:
        whole, decimals, percent = match.groups(default="")
        value = Fraction(int(whole + decimals), 10 ** len(decimals)) / (100 if percent else 1)
    if value is None or not 0 < value <= 1:
        message = f"{text[:60]!r} is not a share of 1; write it like 0.45."
        raise ValueError(message)
    return value
