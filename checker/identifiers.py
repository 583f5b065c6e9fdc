"""What one identifier says of itself: keys, forms, the weekday of a date.

Keys: Luhn's algorithm as the Insee uses it for the Sirene register; the establishments of
La Poste (SIREN 356 000 000) have a key of their own, the sum of their digits divisible by five.
"""

from __future__ import annotations

import datetime
import re

_LA_POSTE = "356000000"
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_FULL_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_SHORT_YEAR = re.compile(r"([0-9]{2})-[A-Z]+-")
_ACTES_NUMBER = re.compile(r"[A-Z0-9_]{1,15}")
_MATTER = re.compile(r"([1-9]\.[0-9]{1,2})(\.[0-9]{1,2})*")
_RNA = re.compile(r"W[0-9]{9}")


def digits(identifier: str | None) -> str | None:
    """An identifier without the spaces that print it; `None` for `None`."""
    return None if identifier is None else "".join(identifier.split())


def siren_sound(siren: str | None) -> bool | None:
    """Whether a SIREN has nine digits and the right key."""
    plain = digits(siren)
    return None if plain is None else _numeric(plain, 9) and _luhn(plain)


def siret_sound(siret: str | None) -> bool | None:
    """Whether a SIRET has fourteen digits and the right key."""
    plain = digits(siret)
    if plain is None:
        return None
    if not _numeric(plain, 14):
        return False
    if plain.startswith(_LA_POSTE):
        return _luhn(plain) or sum(map(int, plain)) % 5 == 0
    return _luhn(plain)


def siren_of_siret(siret: str | None) -> str | None:
    """The SIREN that a SIRET begins with."""
    plain = digits(siret)
    return plain[:9] if plain is not None and _numeric(plain, 14) else None


def rna_sound(rna: str | None) -> bool | None:
    """Whether a number of the register of associations is W and nine digits."""
    plain = digits(rna)
    return None if plain is None else _RNA.fullmatch(plain) is not None


def actes_number_sound(number: str | None) -> bool | None:
    """Whether an act's number, its hyphens written as « _ », is one that @ctes accepts.

    Source: specification of the transmission of acts (cahier des charges @ctes).
    """
    return None if number is None else _ACTES_NUMBER.fullmatch(number.replace("-", "_")) is not None


def matter_group(code: str | None) -> str | None:
    """The first two levels of a matter of the @ctes nomenclature: 7.5 for « 7.5.2 »."""
    match = _MATTER.fullmatch(code or "")
    return match[1] if match else None


def weekday(day: datetime.date | None) -> str | None:
    """The French weekday of a date."""
    return None if day is None else _WEEKDAYS[day.weekday()]


def year_of_number(number: str | None) -> int | None:
    """The year in the number of an act: 2024 for « 24-B-0045 » and « 2024-031 ».

    Returns:
        `None` where no part of the number can only be a year.
    """
    full = _FULL_YEAR.findall(number or "")
    if full:
        return int(full[0]) if len(full) == 1 else None
    short = _SHORT_YEAR.match(number or "")
    return 2000 + int(short[1]) if short else None


def _numeric(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()


def _luhn(number: str) -> bool:
    doubled = (int(digit) * (1 + n % 2) for n, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
