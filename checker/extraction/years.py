"""The years that a text names, and which of them a number is of."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.extraction.blocks import Block
from checker.extraction.entities import folded
from checker.extraction.nearby import before
from checker.extraction.quoting import Passage
from checker.extraction.tallywords import FUNCTION_WORDS

NOUN = re.compile(
    r" (?:(?:nouve(?:lles|aux)|autres|petites?|grande?s?) )?(?P<word>[a-zà-ÿœ][\w'-]+)"
)
"""A word after a number, in small letters."""
_YEAR = re.compile(r"(?<![\w,./-])((?:19|20)\d\d)(?![\w€%]|\s?€|[,.]\d)")
_AFTER = re.compile(
    r"(?:\b(?:en|depuis|années?|exercices?|bilans?|saisons?|dès|avant|après|fin|début|entre|à|et|de"
    r"|du|pour|par rapport à|jusqu'en)\s|[(/-])$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;(]")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four digits are a year: after a word for one, or with no plural after them."""
    noun = NOUN.match(text, end)
    if noun is None or before(_AFTER, text, start):
        return True
    return not noun["word"].endswith(("s", "x")) or noun["word"].endswith(("és", "ées"))


@lru_cache(maxsize=64)
def years_in(text: str) -> tuple[tuple[int, int, int], ...]:
    """Each year that a text names: start, end, year."""
    return tuple(
        (match.start(), match.end(), int(match[1]))
        for match in _YEAR.finditer(text)
        if _stands_alone(text, match)
    )


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    noun = NOUN.match(text, match.end())
    ends = noun is None or FUNCTION_WORDS.fullmatch(folded(noun["word"])) is not None
    return ends or is_year(text, *match.span())


class Years:
    """Tells which year each number of a text is of; the numbers are asked for in their order."""

    def __init__(self) -> None:
        self._used: set[int] = set()

    def of(
        self, block: Block, number: tuple[int, int], sentence: tuple[int, int], intro: Block | None
    ) -> Passage | None:
        """The year before the number in its sentence, the next of its clause, or that of its list.

        A year that closes the clause of an earlier number is that number's alone.

        Args:
            block: The block that the number stands in.
            number: Start and end of the number in it.
            sentence: Start and end of its sentence.
            intro: The block that introduces the list it stands in.
        """
        start, end = number
        years = years_in(block.text)
        free = [year for year in years if block.origin[year[0]] not in self._used]
        near = [year for year in free if sentence[0] <= year[0] < start][-1:]
        if not near:
            near = self._next(block, end, sentence[1])
        near = near or [year for year in years if year[0] < start][-1:]
        if near:
            return Passage(block, *near[0][:2])
        listed = years_in(intro.text) if intro is not None else ()
        return Passage(intro, *listed[-1][:2]) if intro is not None and listed else None

    def _next(self, block: Block, start: int, end: int) -> list[tuple[int, int, int]]:
        """The year that closes the clause after a number, no other number between them."""
        stop = _CLAUSE.search(block.text, start, end)
        until = stop.start() if stop else end
        near = [year for year in years_in(block.text) if start <= year[0] < until][:1]
        if near and re.search(r"\d", block.text[start : near[0][0]]):
            return []
        self._used.update(block.origin[year[0]] for year in near)
        return near
