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

    A deliberation begins with the line of the first words that were read of it and of none before:
    a common head is cited by all. It belongs to the first part, so every character is in one.
    """
    text, seen = source.text, _spans(cases[0])
    starts = [0]
    for case in cases[1:]:
        own = _spans(case) - seen
        seen |= own
        first = min((start for start, _ in own), default=len(text))
        starts.append(max(starts[-1], text.rfind("\n", 0, first) + 1))
    return tuple(pairwise([*starts, len(text)]))


def _spans(case: Case) -> set[Part]:
    found = [each.span for *_, each in evidence(case)] + [each.span for each in case.readings]
    return {(span[0], span[1]) for span in found if span is not None}
