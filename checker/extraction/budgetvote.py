"""Whether the act that grants also adopts the budget."""

from __future__ import annotations

import re

from checker.extraction.context import Context
from checker.extraction.quoting import Passage

_ADOPTS = re.compile(
    r"\b(?:adopt\w+|vot(?:e|er|é)|approuv\w+|arrêt(?:e|er))\s(?:(?:le|la|les|son)\s)?"
    r"(?:projet de\s)?(?:budgets?\s+(?:primitifs?|supplémentaires?|principal|annexes?|général"
    r"|de l'exercice)"
    r"|décisions?\s+modificatives?)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:vote|adoption|approbation)\s+(?:du |des )?budgets?\b|^\W*budgets?\s+primitifs?\b"
    r"|\bdécision modificative\b",
    re.IGNORECASE,
)


def adopts_budget(context: Context) -> tuple[bool, Passage | None] | None:
    """Whether it does, and the words that say so; `None` where no part of it decides."""
    for section in context.segment.sections:
        pattern = {"head": _TITLE, "operative": _ADOPTS}.get(section.kind)
        for block in section.blocks if pattern else ():
            match = pattern.search(block.text) if pattern else None
            if match:
                return True, Passage(block, *match.span())
    return (False, None) if context.segment.has_decision else None
