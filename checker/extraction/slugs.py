"""Identifiers made of printed words."""

from __future__ import annotations

import re

from checker.case.values import Slug
from checker.extraction.entities import folded

_MOST = 80


def slug(words: str) -> Slug:
    """Lower-case letters, digits and hyphens; « x » where nothing is left."""
    plain = folded(words).replace("œ", "oe").replace("æ", "ae")
    plain = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MOST].strip("-")
    return Slug(plain or "x")


class Slugs:
    """Hands out identifiers, each once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, words: str) -> Slug:
        """An identifier that was not given before: the words, or the words and a number."""
        base = found = slug(words)
        count = 1
        while found in self._given:
            count += 1
            number = f"-{count}"
            found = Slug(base[: _MOST - len(number)].rstrip("-") + number)
        self._given.add(found)
        return found
