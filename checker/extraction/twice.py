"""Amounts printed twice, in figures and in words: which passage is which, and what each says.

« quarante mille euros (40 000 €) », « 40 000 € (quarante mille euros) », « 40 000 (quarante mille)
euros », « 40 000 € (quarante mille) ».
"""

from __future__ import annotations

import re

from attrs import frozen

from checker.extraction.mentions.money import find_money
from checker.extraction.quoting import Passage
from checker.numerals import cents_in_words

_AFTER = re.compile(r"\s?\(\s*(?P<words>[^\W\d_][^()\d]{2,160}?)\s*\)")
_BEFORE = re.compile(r"(?P<words>(?:[^\W\d_]+[\s-]){0,14}[^\W\d_]+)\s*\(\s*$")
_WITHIN = re.compile(r"(?P<outside>[^()]+?)\s*\(\s*(?P<inside>[^()]+?)\s*\)[^()]*")
_LARGE = 100_00
_FAR = 240
"""Characters before an amount in which its words stand; no amount takes as many."""


@frozen(eq=False)
class Twice:
    """The two passages of one amount, and what they say in cents."""

    figures: Passage
    words: Passage
    figures_cents: int
    words_cents: int

    @property
    def agrees(self) -> bool:
        """Whether both say the same."""
        return self.figures_cents == self.words_cents


def words_beside(figures: Passage, cents: int) -> tuple[Passage, Twice] | None:
    """Words without a sign beside an amount in figures: all of it, and its two passages."""
    text = figures.block.text
    after = _AFTER.match(text, figures.end)
    if after is not None:
        at = Passage(figures.block, *after.span("words"))
        said = cents_in_words(at.text)
        if said is not None:
            whole = Passage(figures.block, figures.start, after.end())
            return whole, Twice(figures, at, cents, said)
    close = re.compile(r"\s*\)").match(text, figures.end)
    before = _BEFORE.search(text, max(0, figures.start - _FAR), figures.start)
    if before is None or close is None:
        return None
    for word in re.finditer(r"\b(?!(?:de|et)\b)[^\W\d_]+", before["words"], re.IGNORECASE):
        at = Passage(figures.block, before.start("words") + word.start(), before.end("words"))
        said = cents_in_words(at.text)
        # « les deux (2 000 €) » counts bodies
        if said is not None and said >= _LARGE:
            whole = Passage(figures.block, at.start, close.end())
            return whole, Twice(figures, at, cents, said)
    return None


def words_within(at: Passage) -> Twice | None:
    """The two passages of « 40 000 (quarante mille) euros », which is one amount."""
    match = _WITHIN.fullmatch(at.text)
    if match is None:
        return None
    parts = [at.part(*match.span(name)) for name in ("outside", "inside")]
    figures = [part for part in parts if re.search(r"\d", part.text)]
    words = [part for part in parts if part not in figures]
    if len(figures) != 1 or len(words) != 1:
        return None
    money = find_money(f"{figures[0].text} €")
    said = cents_in_words(words[0].text)
    if len(money) != 1 or money[0].cents is None or said is None:
        return None
    return Twice(figures[0], words[0], money[0].cents, said)
