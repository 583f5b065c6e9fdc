"""Numbers in figures that no sign of the euro goes with: for tables and lists of amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from checker.extraction.mentions.figures import Quantity, find_figures
from checker.extraction.mentions.flags import Flag
from checker.extraction.mentions.quantities import MINUS, negative

_HYPHENS = frozenset("-/")
_REFERENCE = re.compile(r"[-/][^\W_]")


def numbers_without_sign(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """The numbers of `text` outside the spans taken, flagged as to what else they could be.

    What a letter follows (« 2e », « 1er ») is left out.

    Args:
        text: The text.
        taken: Spans of amounts, in order.
    """
    spans = iter(taken)
    span = next(spans, None)
    for figure in find_figures(text):
        while span is not None and span[1] <= figure.start:
            span = next(spans, None)
        outside = span is None or figure.end <= span[0]
        if outside and not text[figure.end : figure.end + 1].isalpha():
            yield _flagged(text, figure)


def _flagged(text: str, figure: Quantity) -> Quantity:
    before = text[max(0, figure.start - 2) : figure.start]
    if before[-1:] in MINUS and not before[:-1].strip():
        figure = negative(figure, certain=before[-1] == "−")
    more = set(_also(text, figure))
    if "neighbour" in figure.flags and _ends_line(text, figure.start):
        return evolve(
            figure,
            readings=figure.readings[:-1],
            flags=(figure.flags | more) - {"neighbour"},
        )
    return evolve(figure, flags=figure.flags | more) if more else figure


def _also(text: str, figure: Quantity) -> Iterator[Flag]:
    if figure.year_like:
        yield "year"
    if text[figure.end : figure.end + 2].lstrip().startswith("%"):
        yield "percent"
    before = text[max(0, figure.start - 2) : figure.start]
    if before[-1:] == "°" or (before[-1:] in _HYPHENS and before[:-1].isalnum()):
        yield "glued"
    if text[figure.end : figure.end + 1] in _HYPHENS and _REFERENCE.match(text, figure.end):
        yield "glued"


def _ends_line(text: str, position: int) -> bool:
    """Whether a line ends right before a position: the figures above are another row's."""
    return text[max(0, position - 41) : position].rstrip(" \t\u00a0").endswith("\n")
