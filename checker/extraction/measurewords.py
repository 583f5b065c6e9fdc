"""Which measure a part of the text speaks of, by the words that its title and opening share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.case.values import Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.entities import content_words
from checker.extraction.programme import Programme

_STEM = 8
_WHOLE = 60
_TITLE = 3
"""How many times a word of the title counts for one of the opening."""
_GENERIC = frozenset(["titr", "illustra", "bilan", "resultat", "donne", "enfin", "matier"])


class MeasureWords:
    """The words of each measure of one deliberation."""

    def __init__(self, context: Context, programme: Programme) -> None:
        self._context, self._programme = context, programme
        self._titles: dict[Slug, frozenset[str]] = {}
        self._words: dict[Slug, frozenset[str]] = {}
        for zone, measure in programme.measure_of.items():
            opening = next((block.text for block in zone.blocks if block.kind == "paragraph"), "")
            self._titles[measure] = _stems(zone.title.text)
            self._words[measure] = _stems(opening)

    def of(self, block: Block, at: int) -> Slug | None:
        """The measure that what stands at a place of a block is about; none where two might be."""
        zone = self._context.zone_of(block)
        if zone is not None:
            return self._programme.measure_of.get(zone)
        intro = self._context.intros.get(block)
        said = _stems(intro.text if intro is not None else block.text[:at])
        scores = sorted(
            ((self._score(said, measure), measure) for measure in self._words),
            reverse=True,
        )
        if not scores or scores[0][0] == 0 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
            return None
        return scores[0][1]

    def _score(self, said: frozenset[str], measure: Slug) -> int:
        """Words shared, those that fewer measures have counting for more; in sixtieths."""
        return _TITLE * _shared(said, measure, self._titles) + _shared(said, measure, self._words)


def _shared(said: frozenset[str], measure: Slug, words: Mapping[Slug, frozenset[str]]) -> int:
    return sum(
        _WHOLE // sum(word in other for other in words.values()) for word in said & words[measure]
    )


def _stems(text: str) -> frozenset[str]:
    words = content_words(re.sub(r"\d+", " ", text))
    plain = (re.sub(r"(?:e?s|e)$", "", word)[:_STEM] for word in words)
    return frozenset(word for word in plain if len(word) > 2) - _GENERIC
