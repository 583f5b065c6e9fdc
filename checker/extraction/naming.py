"""Names of bodies, as French prints them after « à », « au » and « pour ».

A name is a run of capitalised words with the small words between them. Small words after it may be
part of it (« Amicale laïque ») or not (« Lille Avenirs sera versée »): both ends are kept, and the
other places of the text that name the body tell which is meant.
"""

from __future__ import annotations

import re

from attrs import frozen

from checker.extraction.namewords import STOPS

_TOKEN = re.compile(r"[ldLD]'(?=\w)|[\w&+/@°-]+(?:[.'][\w&+/@-]+)*")
_LINKS = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "l'",
        "la",
        "le",
        "les",
        "et",
        "à",
        "au",
        "aux",
        "en",
        "sur",
        "sous",
        "pour",
        "par",
        "lez",
        "lès",
        "the",
        "&",
        "-",
        "of",
        "and",
    ]
)
_OF = frozenset(["de", "du", "des", "d'", "la", "l'", "le", "les"])
_FORM = re.compile(
    r"([Aa]ssociation|ASSOCIATION|société|entreprise|[Cc]oopérative|fondation)\s+"
    r"(?=[\"«A-ZÀ-ÖØ-ÞŒ0-9])"
)
_KEPT_FORM = re.compile(
    r"(GIP|SEM|SPL|SCIC|SCOP|SARL|SAS|SA|EPIC|SIVOM|SIVU|CCAS|commune|département|région|syndicat"
    r"|Fondation|Commune|Syndicat|Société(?=\s(?:anonyme|par actions|à responsabilité|civile"
    r"|coopérative|d'économie mixte|publique locale)\b))\b"
)
_ARTICLE = re.compile(r"(?:l'|la |le |les )", re.IGNORECASE)
_QUOTES = {"«": "»", '"': '"', "“": "”"}
_LOWER_BODY = re.compile(
    r"(?:commune|communauté|ville|département|région|syndicat)\s+(?:de\s+la|de|du|des|d)\b'?"
)
_MOST_LINKS = 3
_MOST_SMALL = 3
_MOST_DIGITS = 5
_MOST_WORDS = 30


@frozen
class Name:
    """A name in a text.

    Args:
        start, end: Through its last capitalised word.
        reach: End with the small words that may belong to it; `end` where there are none.
        form: Start and end of the word for its legal form, which may stand before the name.
    """

    start: int
    end: int
    reach: int
    form: tuple[int, int] | None = None


def name_at(text: str, at: int, limit: int | None = None) -> Name | None:
    """The name that begins at a place, after an article and a legal form if they are there."""
    limit = len(text) if limit is None else limit
    article = _ARTICLE.match(text, at, limit)
    if article and not text[at:limit].startswith(("Les ", "La ", "Le ", "L'")):
        at = article.end()
    form = None
    word = _FORM.match(text, at, limit)
    if word:
        form, at = (word.start(1), word.end(1)), word.end()
    if at < limit and text[at] in _QUOTES:
        return _quoted(text, at, limit, form)
    found = _run(text, at, limit)
    if found is None:
        return None
    start, end, reach = found
    kept = _KEPT_FORM.match(text, start, limit)
    if form is None and kept:
        form = kept.span(1)
    return Name(start, end, reach, form)


def _quoted(text: str, at: int, limit: int, form: tuple[int, int] | None) -> Name | None:
    close = text.find(_QUOTES[text[at]], at + 1, limit)
    if close < 0:
        return None
    start, end = at + 1, close
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return Name(start, end, end, form) if start < end else None


def _run(text: str, at: int, limit: int) -> tuple[int, int, int] | None:
    """Start, end and reach of a run of words that a name may be."""
    run = _Run()
    place, words = at, 0
    lower = _LOWER_BODY.match(text, at, limit)
    if lower:
        place = run.place = lower.end()
    while place < limit:
        if text[place] == " " and place > at:
            place += 1
        token = _TOKEN.match(text, place, limit)
        if token is None or not run.takes(token):
            break
        place = token.end()
        words += 1
        if words > _MOST_WORDS:
            return None
    if run.end is None or run.reach is None:
        return None
    return at, run.end, run.reach


class _Run:
    """A name as its words come, one by one."""

    def __init__(self) -> None:
        self.end: int | None = None
        self.reach: int | None = None
        self.place: int | None = None
        self._links: list[str] = []
        self._small = 0

    def takes(self, token: re.Match[str]) -> bool:
        """Whether a word may belong to the name."""
        word = token[0]
        if word in _LINKS or word.casefold() in ("l'", "d'"):
            return self._link(word, token.end())
        digits = word[0].isdigit()
        if word[0].isupper() or (digits and self.end is not None and len(word) < _MOST_DIGITS):
            self.end = self.reach = token.end()
            self._links = []
            return True
        if digits or self.end is None:
            return False
        if self._small >= _MOST_SMALL or word in STOPS or not _OF.issuperset(self._links):
            return False
        self.reach, self._links, self._small = token.end(), [], self._small + 1
        return True

    def _link(self, word: str, end: int) -> bool:
        if self.end is None and self.place is None:
            if word[0].islower():
                return False
            self.end = self.reach = end
        self._links.append(word)
        return len(self._links) <= _MOST_LINKS
