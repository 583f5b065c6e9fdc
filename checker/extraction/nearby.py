"""What stands right before a place in a text, looked for near it and nowhere else.

A search from the start of a text for what ends at a place takes as long as the text; done again for
every number of a long line, it would not end.
"""

from __future__ import annotations

import re

_NEAR = 120


def before(pattern: re.Pattern[str], text: str, end: int, start: int = 0) -> re.Match[str] | None:
    """The match of a pattern that ends in `$`, at a place.

    Args:
        pattern: It matches no more than 120 characters of any text that people write.
        text: The text.
        end: The place.
        start: Where the match may begin at the earliest.
    """
    return pattern.search(text, max(start, end - _NEAR), end)
