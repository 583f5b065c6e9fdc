"""The few forms of Markdown that the pages use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.words import typeset

_SPECIAL = re.compile(r"([\\*|<`\[\]])")


def plain(text: str) -> str:
    """Prose of a rule: on one line, what Markdown would read as a mark escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; its cells are Markdown already, but for the bars."""
    lines = [_row(heads), _row(["---"] * len(heads))]
    return lines + [_row([_bars(cell) for cell in row]) for row in rows]


def page(lines: Iterable[str]) -> str:
    """A page out of its lines: French spacing outside of code, one newline at the end."""
    code = False
    made: list[str] = []
    for line in lines:
        if line.startswith("```"):
            code = not code
        made.append(line if code else typeset(line, "fr"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(made)).rstrip() + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bars(cell: str) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", cell)
