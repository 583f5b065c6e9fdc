"""Which part of a document with several deliberations is about each of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.case import Case
from checker.case.parts import evidence
from checker.reading import Source

Part = tuple[int, int]


def parts_of(source: Source, cases: Sequence[Case]) -> tuple[Part, ...]:
    """Start and end, in the text, of what is about each case.

    A deliberation begins with the line of the first word that was read of it; what stands before
    the first belongs to it. So every character is in one part.
    """
    starts = [_line_start(source.text, _first(case)) for case in cases]
    bounds = [0, *sorted(starts[1:]), len(source.text)]
    return tuple(pairwise(bounds))


def _first(case: Case) -> int:
    spans = [each.span for *_, each in evidence(case)] + [each.span for each in case.readings]
    return min((span[0] for span in spans if span is not None), default=0)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
