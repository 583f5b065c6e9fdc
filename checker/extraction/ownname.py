"""The acronym that an act calls its own authority by: « le soutien de la MEL »."""

from __future__ import annotations

import re

from checker.case import Body
from checker.extraction.context import Context
from checker.extraction.quoting import Passage

_GIVES = re.compile(
    r"\b(?:soutiens?|soutenue?s?|subventions?|aides?|accordée?s?|octroyée?s?)\s(?:financiers?\s)?"
    r"(?:de|par) (?:la |le |l')(?P<own>(?-i:[A-Z]{2,6}))\b",
    re.IGNORECASE,
)


def own_acronym(context: Context, body: Body) -> Passage | None:
    """Where the acronym of whoever gives the grants first stands; none where two give.

    It begins as the name of the body does: others give too (« avec le soutien de la DRAC »).
    """
    blocks = context.segment.blocks
    given = {match["own"] for block in blocks for match in _GIVES.finditer(block.text)}
    if len(given) != 1 or min(given)[0] != body.name[0].upper():
        return None
    word = re.compile(rf"\b{given.pop()}\b")
    found = ((block, word.search(block.text)) for block in blocks)
    return next((Passage(block, *match.span()) for block, match in found if match), None)
