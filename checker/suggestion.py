"""The nearest right word for a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """End of a sentence: "; did you mean 'x'?" for the nearest of `known`, or a full stop."""
    near = difflib.get_close_matches(wrong[:100], list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else "."
