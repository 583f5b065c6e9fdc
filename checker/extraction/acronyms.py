"""Whether words spell an acronym out."""

from __future__ import annotations

import re

from checker.extraction.entities import folded


def spells(word: str, printed: str) -> bool:
    """Whether the letters of an acronym begin words of the expansion, in their order."""
    words = re.findall(r"[^\W\d_]+", folded(printed))
    letters = iter(word)
    wanted = next(letters, None)
    for n, one in enumerate(words):
        if n == 0 and one[0] != word[0]:
            return False
        if wanted is not None and one[0] == wanted:
            wanted = next(letters, None)
    if wanted is None:
        return True
    text = iter("".join(words))
    return len(words) > 2 and all(letter in text for letter in word)
