"""Words in the two languages of the reports, and figures as each prints them."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import frozen

Language = Literal["fr", "en"]

_NO_BREAK = "\u00a0"
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


@frozen(order=True)
class Words:
    """The same words in French and in English."""

    fr: str
    en: str

    def __call__(self, language: Language) -> str:
        """The words in `language`."""
        return self.fr if language == "fr" else self.en


def print_number(value: int, language: Language) -> str:
    """A whole number with its thousands apart: « 1 559 », "1,559"."""
    return f"{value:,}".replace(",", _NO_BREAK if language == "fr" else ",")


def print_money(cents: int, language: Language) -> str:
    """An amount in euros and cents: « 23 000,00 € », "€23,000.00"."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    if language == "fr":
        return f"{sign}{print_number(whole, 'fr')},{rest:02d}{_NO_BREAK}€"
    return f"{sign}€{whole:,}.{rest:02d}"


def print_date(day: datetime.date, language: Language) -> str:
    """A date in full: « 1er mars 2023 », "1 March 2023"."""
    number = "1er" if day.day == 1 and language == "fr" else str(day.day)
    return f"{number} {_MONTHS[language][day.month - 1]} {day.year}"
