"""Texts as words that can be compared however they are printed."""

from __future__ import annotations

import re
import unicodedata

from attrs import frozen

_LETTER = r"[^\W\d_²³¹⁰-₟①-⓿]"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_WORD = re.compile(rf"{_LETTER}[\u0300-\u036f]*(?:[{_UNSEEN}]*{_LETTER}[\u0300-\u036f]*)*")
_DROPPED = re.compile(f"[{_UNSEEN}]")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_BROKEN = re.compile(r"[-‐‑\u00ad]\s{0,45}")


@frozen
class Word:
    """A run of letters of a text; `folded` is the same without case and accents."""

    start: int
    end: int
    printed: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.printed[0].isupper()


def folded(text: str) -> str:
    """A text in lower case, without accents, ligatures and what is not seen."""
    plain = unicodedata.normalize("NFKD", _DROPPED.sub("", text).casefold())
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    return kept.translate(_LIGATURES)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    return tuple(
        Word(match.start(), match.end(), match[0], folded(match[0]))
        for match in _WORD.finditer(text)
    )


def broken(between: str) -> bool:
    """Whether what stands between two parts of a word only breaks it at the end of a line.

    A quote has a space in the place of the line end.
    """
    return _BROKEN.fullmatch(between) is not None
