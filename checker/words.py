"""Words in the two languages of the reports, and figures as each prints them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Literal

from attrs import frozen

Language = Literal["fr", "en"]

NO_BREAK = "\u00a0"
_MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}


@frozen(order=True, slots=False)
class Words:
    """The same words in French and in English."""

    fr: str
    en: str

    def __call__(self, language: Language) -> str:
        """The words in `language`."""
        return self.fr if language == "fr" else self.en


def print_number(value: int, language: Language) -> str:
    """A whole number with its thousands apart: « 1 559 », "1,559"."""
    return f"{value:,}".replace(",", NO_BREAK if language == "fr" else ",")


def print_money(cents: int, language: Language) -> str:
    """An amount in euros and cents: « 23 000,00 € », "€23,000.00"."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    if language == "fr":
        return f"{sign}{print_number(whole, 'fr')},{rest:02d}{NO_BREAK}€"
    return f"{sign}€{whole:,}.{rest:02d}"


def print_percent(share: int, language: Language) -> str:
    """A share, counted in hundredths of a percent: « 33,33 % », "33.33%"."""
    whole, rest = divmod(abs(share), 100)
    decimals = f"{rest:02d}".rstrip("0")
    comma, space = (",", NO_BREAK) if language == "fr" else (".", "")
    shown = print_number(whole, language) + (comma + decimals if decimals else "")
    return f"{'-' if share < 0 else ''}{shown}{space}%"


def print_date(day: datetime.date, language: Language) -> str:
    """A date in full: « 1er mars 2023 », "1 March 2023"."""
    number = "1er" if day.day == 1 and language == "fr" else str(day.day)
    return f"{number} {_MONTHS[language][day.month - 1]} {day.year}"


_UNBREAKABLE = re.compile(
    r" (?=[;:?!»%€])|(?<=«) |(?<=n°) |(?<=\bart\.) |(?<=\b[LRD]\.) |(?<=\d) (?=\d{3}\b)"
)


def typeset(text: str, language: Language) -> str:
    """Prose with the no-break spaces that French wants: « a ; b », « art. L. 1 », « 23 000 »."""
    return _UNBREAKABLE.sub(NO_BREAK, text) if language == "fr" else text


def quoted(text: str, language: Language) -> str:
    """A text between quotation marks, itself left as it is."""
    return f"«{NO_BREAK}{text}{NO_BREAK}»" if language == "fr" else f"“{text}”"


def listing(items: Sequence[str], language: Language) -> str:
    """An enumeration: « a, b et c », "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    last = " et " if language == "fr" else " and "
    return ", ".join(items[:-1]) + last + items[-1]


def counted(number: int, one: Words, many: Words, language: Language) -> str:
    """A number and the noun that goes with it: « 0 constat », "0 findings"."""
    singular = number < 2 if language == "fr" else number == 1
    return f"{print_number(number, language)} {(one if singular else many)(language)}"
