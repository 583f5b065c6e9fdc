"""Which measure a part of the text speaks of, by the words that its title and opening share."""

from __future__ import annotations

import re

from checker.case.values import Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.entities import content_words
from checker.extraction.programme import Programme

_STEM = 6
_GENERIC = frozenset(["titre", "illust", "bilan", "resul", "result", "donnee", "enfin", "matier"])


class MeasureWords:
    """The words of each measure of one deliberation."""

    def __init__(self, context: Context, programme: Programme) -> None:
        self._context, self._programme = context, programme
        self._words: dict[Slug, frozenset[str]] = {}
        for zone, measure in programme.measure_of.items():
            opening = next((block.text for block in zone.blocks if block.kind == "paragraph"), "")
            self._words[measure] = _stems(f"{zone.title.text} {opening}")

    def of(self, block: Block, at: int) -> Slug | None:
        """The measure that what stands at a place of a block is about; none where two might be."""
        zone = self._context.zone_of(block)
        if zone is not None:
            return self._programme.measure_of.get(zone)
        intro = self._context.intros.get(block)
        said = _stems(intro.text if intro is not None else block.text[:at])
        scores = sorted(
            ((self._score(said, words), measure) for measure, words in self._words.items()),
            reverse=True,
        )
        if not scores or scores[0][0] == 0 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
            return None
        return scores[0][1]

    def _score(self, said: frozenset[str], words: frozenset[str]) -> int:
        """Words shared, those that fewer measures have counting for more; in sixtieths."""
        shared = said & words
        return sum(60 // sum(word in other for other in self._words.values()) for word in shared)


def _stems(text: str) -> frozenset[str]:
    words = content_words(re.sub(r"\d+", " ", text))
    return frozenset(word[:_STEM] for word in words if len(word) > 2) - _GENERIC
