"""Text reflowed: single spaces, straight apostrophes, words joined that a line end cut.

Each character of the result keeps the offset in the source of the character it came from.
"""

from __future__ import annotations

import re
from collections import Counter

_APOSTROPHES = frozenset("’ʼ‘`´")
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff\u0002")
_HYPHENS = frozenset("\u2010\u2011")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"\s*([^\W\d_]+)")
_PREFIXES = frozenset(
    ["médico", "franco", "anglo", "ex", "vice", "demi", "mi", "non", "grand", "porte"]
)
"""First parts of words that a hyphen joins: « médico-sociale »."""
_FRACTION = frozenset("\u00a0\u202f\u2009\u2007\u2002\u2003\u2008\u200a\u205f\u3000")


class Flow:
    """Reflows passages of one text, whose own words tell which hyphens are part of a word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = Counter(word.casefold() for word in _WORD.findall(text))

    def compose(self, start: int, end: int) -> tuple[str, tuple[int, ...]]:
        """A passage reflowed, and the offset in the source of each of its characters."""
        characters: list[str] = []
        origin: list[int] = []
        n = start
        while n < end:
            character = self._text[n]
            if character in _DROPPED:
                n += 1
                continue
            if character in "-\u00ad" and self._cut(n, end):
                n = self._after_break(n + 1)
                continue
            if character.isspace() or character in _FRACTION:
                if characters and characters[-1] != " " and not self._held(characters, n, end):
                    characters.append(" ")
                    origin.append(n)
            else:
                characters.append(_plain(character))
                origin.append(n)
            n += 1
        while characters and characters[-1] == " ":
            characters.pop()
            origin.pop()
        return "".join(characters), tuple(origin)

    def _held(self, characters: list[str], at: int, end: int) -> bool:
        """Whether a line end follows a hyphen that belongs to the word, so no space stands."""
        if characters[-1] != "-" or "\n" not in self._text[at : self._after_break(at)]:
            return False
        following = self._after_break(at)
        letters = len(characters) > 1 and characters[-2].isalnum()
        return letters and following < end and self._text[following].isalnum()

    def _cut(self, at: int, end: int) -> bool:
        """Whether the hyphen there only cuts a word at the end of a line."""
        following = self._after_break(at + 1)
        if following == at + 1 or following >= end or "\n" not in self._text[at + 1 : following]:
            return False
        before = _TAIL.search(self._text[max(0, at - 40) : at])
        after = _HEAD.match(self._text, following)
        if before is None or after is None:
            return False
        left, right = before[0], after[1]
        joined = self._words[(left + right).casefold()]
        hyphened = self._words[f"{left}-{right}".casefold()]
        if joined != hyphened:
            return joined > hyphened
        if left.casefold() in _PREFIXES:
            return False
        return right[0].islower() or (left + right).isupper()

    def _after_break(self, at: int) -> int:
        while at < len(self._text) and (self._text[at].isspace() or self._text[at] in _DROPPED):
            at += 1
        return at


def _plain(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    return "-" if character in _HYPHENS else character
