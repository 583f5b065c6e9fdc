"""What a person types: amounts however they are written, and values as a case file holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from checker.money import print_euros, printed_cents
from checker.normal import without_accents

_AMOUNT = re.compile(r"-?\d+\.\d\d")
_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_EUROS = re.compile(r"(-?\d+)(?:[.,](\d{1,2}))?(?:€|euros?|EUR)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:[.]\d{3})+(?:,\d{1,2})?(?:€|euros?|EUR)?", re.IGNORECASE)
_FIGURES = re.compile(r"\d[\d \u00a0\u202f.,'’]*(?:\s?(?:k€|M€|€|euros?\b))?")


def amount_of(text: str) -> int | None:
    """Cents of an amount as a person types it, or as a reading says it; `None` if it is none."""
    bare = _SPACES.sub("", text)
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    if found := _EUROS.fullmatch(bare):
        cents = abs(int(found[1])) * 100 + int((found[2] or "").ljust(2, "0") or 0)
        return -cents if bare.startswith("-") else cents
    return printed_cents(text)


def entered(text: str, readings: Sequence[str], value: object, *, amount: bool) -> object:
    """What a person typed, as the file holds such a value.

    Args:
        text: What was typed.
        readings: What the value could be, as the file would hold it.
        value: What it is.
        amount: Whether it is an amount whatever these are.
    """
    looks = [*readings, *([value] if isinstance(value, str) else [])]
    if amount or any(_AMOUNT.fullmatch(each) for each in looks):
        cents = amount_of(text)
        return text if cents is None else print_euros(cents)
    return as_held(text, value)


def as_held(text: str, like: object) -> object:
    """A text as a flag or number, where the value it stands for is one or it is written as one."""
    if text in ("true", "false") and not isinstance(like, str):
        return text == "true"
    if isinstance(like, int) and re.fullmatch(r"\d{1,9}", text):
        return int(text)
    return text


def marked(quote: str, length: int) -> tuple[int, int] | None:
    """Where the figures of a length stand in a line, if there is one such place only."""
    found = [each.span() for each in _FIGURES.finditer(quote)]
    found = [span for span in found if span[1] - span[0] == length] or [
        (start, start + len(quote[start:end].rstrip(" .,'’\u00a0\u202f"))) for start, end in found
    ]
    return found[0] if len(found) == 1 else None


def slug(text: str) -> str:
    """An identifier made of a name."""
    bare = without_accents(unicodedata.normalize("NFKC", text)).lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60].rstrip("-") or "x"
