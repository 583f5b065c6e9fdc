"""Numbers that count something: « 580 femmes », « deux jobs dating », « 1 559 visiteurs ».

Amounts, years, dates, shares, ages, durations and numbers of articles count nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

from attrs import frozen

from checker.extraction.blocks import Block
from checker.extraction.entities import folded
from checker.extraction.mentions.dates import find_dates
from checker.extraction.nearby import before
from checker.extraction.quoting import Passage
from checker.extraction.tallywords import AT_THE_SITTING, FUNCTION_WORDS, STRUCTURES, UNITS
from checker.extraction.years import NOUN, is_year
from checker.numerals import number_in_words

_WORDS = (
    r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trente|quarante|cinquante|soixante|cent"
)
_NUMBER = re.compile(
    r"(?<![\w°€/,.-])(?P<digits>\d{1,3}(?: \d{3})+|\d{1,7})"
    r"(?P<more>[,./:°%€]\d*|-\d+| ?%| pour cent)?"
    rf"(?![\w€%])|\b(?P<words>{_WORDS})(?= )",
    re.IGNORECASE,
)
_VERB = re.compile(r" (?:n'|se |s'|y )?(?:ont|a|sont|seront|étaient|avaient|auront|est)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMES_AFTER = re.compile(
    r"(?:\b(?:articles?|alinéas?|numéros?|lois?|lots?|axes?|mesures?|chapitres?|budgets?"
    r"|pages?|codes?|annexes?|points?|phases?|tranches?|zones?|art|programme)\s"
    r"|\b(?:n|[LRD])[°.]?\s?|[/])$",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(rf"(?:\d|\b(?:{_WORDS})) (?=(?P<word>[\w'-]{{1,80}}))", re.IGNORECASE)
_PERCENT = re.compile(r"\s?(?:%|pour cent)")
_RANGED = re.compile(r"\s(?:à|et|ou)\s\d")
_PLAIN_NAMES = re.compile(r"\b(?:à|vers|entre|de|et)\s$", re.IGNORECASE)
_CLOCK = frozenset(["heures", "h"])
_CLOCK_DIGITS = 2
_STOP = re.compile(
    r"[.;:()!?](?=\s|$)|\s\(|,\s(?:Considérant|Attendu|Vu|soit|ainsi|permettant|dont|et|afin|la|le|les)\b"
)


@frozen(eq=False)
class Tally:
    """A number and what it counts.

    Args:
        start, end: Offsets of the number into the text of its block.
        value: The number; `None` where it is no whole number (« 62 % », « 3,5 »).
        noun: The word counted, as printed; of the number before where the sentence leaves it out.
        until: Where the words that say what is counted end.
        spelled: Whether the number is a word.
    """

    block: Block
    start: int
    end: int
    value: int | None
    noun: str
    until: int
    spelled: bool

    @property
    def clause(self) -> Passage:
        """The words after the number that say what it counts."""
        space = len(self.block.text) - len(self.block.text[self.end :].lstrip())
        return Passage(self.block, space, max(space + 1, self.until))


class Spans:
    """Passages of one text, in any order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [*accumulate((end for _, end in ordered), max)]

    def touch(self, span: tuple[int, int]) -> bool:
        """Whether one of them has a character of another passage."""
        before = bisect_left(self._starts, span[1])
        return before > 0 and self._ends[before - 1] > span[0]


def tallies_of(block: Block, taken: Spans) -> tuple[Tally, ...]:
    """The numbers of a block that count something, in its order.

    Args:
        block: The block.
        taken: What of the source is read as something else, such as its amounts.
    """
    text = block.text
    dates = Spans((date.start, date.end) for date in find_dates(text))
    again = _counted(text)
    matches = [
        match
        for match in _NUMBER.finditer(text)
        if not dates.touch(match.span())
        and not taken.touch(block.span(*match.span()))
        and not _article(match, again)
    ]
    starts = [match.start() for match in matches]
    found: list[Tally] = []
    for match in matches:
        noun = _noun(text, match, found)
        if noun is None:
            continue
        later = bisect_right(starts, match.end())
        until = _until(text, match.end(), starts[later] if later < len(starts) else len(text))
        value = _value(match)
        spelled = match["words"] is not None
        found.append(Tally(block, match.start(), _end(match), value, noun, until, spelled))
    return tuple(found)


def _noun(text: str, match: re.Match[str], before: Sequence[Tally]) -> str | None:
    """The word that a number counts, where it counts one."""
    if _share(match):
        return "%"
    if _is_name(text, match):
        return None
    if _VERB.match(text, match.end()):
        return before[-1].noun if before and match["digits"] else None
    noun = NOUN.match(text, match.end())
    return noun["word"] if noun and _is_counted(noun["word"], match) else None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number names an article, a page or a year, or stands at the end of its clause."""
    start, end = match.span()
    if (match["more"] or "").endswith((",", ".", ":", "/")) or AT_THE_SITTING.match(text, end):
        return True
    if _YEAR.fullmatch(match["digits"] or "") and is_year(text, start, end):
        return True
    ranged = before(_PLAIN_NAMES, text, start) and _RANGED.match(text, end)
    return bool(before(_NAMES_AFTER, text, start) or ranged)


def _is_counted(noun: str, match: re.Match[str]) -> bool:
    """Whether a word after a number is a thing rather than a unit, or a part of the act itself."""
    word = folded(noun).split("'")[-1]
    if UNITS.fullmatch(word) or FUNCTION_WORDS.fullmatch(word):
        return False
    if word in _CLOCK:
        return match["digits"] is not None and len(match["digits"]) > _CLOCK_DIGITS
    return match["words"] is None or STRUCTURES.fullmatch(word) is None


def _share(match: re.Match[str]) -> bool:
    more = match["more"] or ""
    return more.strip() in ("%", "pour cent") or (
        more.startswith(",") and _PERCENT.match(match.string, match.end()) is not None
    )


def _value(match: re.Match[str]) -> int | None:
    if match["words"] is not None:
        return number_in_words(match["words"])
    more = (match["more"] or "").rstrip(",.:/")
    return None if more else int(match["digits"].replace(" ", ""))


def _end(match: re.Match[str]) -> int:
    """Where the number ends, a comma or stop after it left out."""
    if match["words"] is not None or match["more"] is None:
        return match.end()
    return match.end() - (len(match["more"]) - len(match["more"].rstrip(",.:/")))


def _until(text: str, start: int, limit: int) -> int:
    """Where the words for what a number counts end: with the clause, or before the next number."""
    stop = _STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    words = list(re.finditer(r"[^\W_]+(?:-[^\W_]+)*", text[start:end]))
    while len(words) > 1 and FUNCTION_WORDS.fullmatch(folded(words[-1][0])):
        words.pop()
    return start + words[-1].end() if words else end


def _article(match: re.Match[str], counted: Collection[str]) -> bool:
    """Whether « une » is no number: it is one where the same thing is counted again beside it."""
    if (match["words"] or "").casefold() not in ("un", "une"):
        return False
    noun = NOUN.match(match.string, match.end())
    if noun is None:
        return True
    return not any(noun["word"].casefold() + ending in counted for ending in "sx")


def _counted(text: str) -> frozenset[str]:
    """The words after the numbers of a text, and those that compounds begin with."""
    words = (match["word"].casefold() for match in _AFTER_NUMBER.finditer(text))
    return frozenset(
        word[:end]
        for word in words
        for end in (*(n for n, letter in enumerate(word) if letter in "-'"), len(word))
    )
