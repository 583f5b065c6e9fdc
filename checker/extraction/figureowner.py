"""The body that a result or a target is of."""

from __future__ import annotations

import re

from checker.case import Provenance
from checker.case.values import Slug
from checker.extraction.context import Context
from checker.extraction.quoting import Passage
from checker.extraction.tallies import Tally

_SAME_BODY = re.compile(
    r"(?:[-–•]\s*)?\b(?:l'association|la structure|l'organisme|le club|la compagnie"
    r"|cette association|elle|il)\b(?!\s+(?-i:[A-ZÀ-Ÿ]))",
    re.IGNORECASE,
)

Owner = tuple[Slug | None, Provenance | None]


def owner_of(context: Context, tally: Tally, sentence: tuple[int, int]) -> Owner:
    """The body, and where it is named; ambiguous, without a body, where several may be meant.

    A figure whose sentence names none is of the measure as a whole, unless the act supports one
    body only: then it may be of that one or not.

    Args:
        context: The deliberation.
        tally: The figure.
        sentence: Start and end of its sentence.
    """
    block, quoting = tally.block, context.quoting
    leading = context.leading(block)
    if leading is not None:
        return context.ids[leading.body], quoting.evidence(leading.at)
    named = [place for place in context.named(block) if place.at.start < tally.start]
    here = [place for place in named if place.at.start >= sentence[0]] or named[-1:]
    ids = tuple(dict.fromkeys(context.ids[place.body] for place in here))
    if len(ids) == 1:
        return ids[0], quoting.evidence(here[0].at)
    if ids:
        return None, quoting.evidence(here[0].at, "ambiguous", ids)
    same = _SAME_BODY.search(block.text, sentence[0], tally.start)
    every = tuple(context.ids[body] for body in context.bodies)
    if same and len(every) == 1:
        return every[0], quoting.evidence(Passage(block, *same.span()))
    if same or len(every) == 1:
        return None, quoting.evidence(Passage(block, tally.start, tally.end), "ambiguous", every)
    return None, None
