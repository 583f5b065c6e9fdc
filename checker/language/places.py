"""The places that words leave for values: `{total.amount}`, `{let.lines.count}`, `{gap}`."""

from __future__ import annotations

import re

GAP = "gap"
"""The difference between both sides of the requirement."""
PLACE = re.compile(r"\{([^{}]*)\}")


def placeholders(text: str) -> tuple[str, ...]:
    """The names between braces, in order: `("total.amount", "let.lines.count", "gap")`."""
    return tuple(PLACE.findall(text))
