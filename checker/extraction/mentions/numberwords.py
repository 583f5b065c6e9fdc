"""Numbers in words in a text: « quinze mille cinq cents », « l'an deux mil vingt-trois »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from checker.numerals import number_in_words

WORDS = (
    "quatre|quatorze|quarante|quinze|cinquante|cinq|soixante|septante|sept|seize|six|cents?|onze|"
    "dix|deux|douze|treize|trente|trois|vingts?|huitante|huit|nonante|neuf|une?|z[ée]ro|"
    "mille|mil|millions?|milliards?"
)
_GAP = r"(?:[ \u00a0\u202f]{1,3}|[-‐‑](?:\r?\n[ \u00a0]{0,40})?|[ \u00a0]{0,2}\r?\n[ \u00a0]{0,40})"
_RUN = re.compile(
    rf"(?<![\w-])(?:{WORDS})(?![^\W_])(?:{_GAP}(?:et{_GAP}(?=une?\b|onze\b|dix\b))?"
    rf"(?:{WORDS})(?![^\W_]))*",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+")
_LONGEST = 28


@frozen
class WordNumber:
    """A whole number said in words."""

    start: int
    end: int
    value: int


def find_number_words(text: str, start: int = 0, end: int | None = None) -> tuple[WordNumber, ...]:
    """Every number in words of a part of `text`, « un » and « une » included, in its order.

    Words that make no number together are read as several, each as long as can be.
    """
    return tuple(
        number
        for run in _RUN.finditer(text, start, len(text) if end is None else end)
        for number in _numbers(text, run.start(), run.end())
    )


def _numbers(text: str, start: int, end: int) -> Iterator[WordNumber]:
    tokens = [match.span() for match in _TOKEN.finditer(text, start, end)]
    first = 0
    while first < len(tokens):
        last = min(len(tokens), first + _LONGEST)
        value = _spoken(text[tokens[first][0] : tokens[last - 1][1]])
        if value is None:
            last, value = _longest(text, tokens, first, last)
        if value is None:
            first += 1
        else:
            yield WordNumber(tokens[first][0], tokens[last - 1][1], value)
            first = last


def _longest(
    text: str, tokens: list[tuple[int, int]], first: int, last: int
) -> tuple[int, int | None]:
    """The longest beginning that is a number: a beginning of a number is one too."""
    best: tuple[int, int | None] = (first + 1, None)
    for end in range(first + 1, last + 1):
        value = _spoken(text[tokens[first][0] : tokens[end - 1][1]])
        if value is not None:
            best = (end, value)
        elif text[slice(*tokens[end - 1])].lower() != "et":
            break
    return best


@lru_cache(maxsize=4096)
def _spoken(words: str) -> int | None:
    plain = re.sub(r"[‐‑]", "-", words)
    return number_in_words(re.sub(r"\bmil\b", "mille", plain, flags=re.IGNORECASE))
