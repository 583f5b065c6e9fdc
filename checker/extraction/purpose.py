"""Why the authority may act: the competence it invokes and the local interest that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extraction.blocks import Block
from checker.extraction.quoting import Passage
from checker.extraction.segments import Segment

_PLACES = (
    r"local[e]?|communal|intercommunal|communautaire|métropolitain|départemental|régional"
    r"|territorial|général"
)
_INTEREST = re.compile(
    rf"\bintérêt (?:public(?: (?:{_PLACES}))?|{_PLACES})\b[^.;\n]{{0,160}}", re.IGNORECASE
)
_COMPETENCE = re.compile(
    r"\b(?:sa|la|ses|leurs?|une|cette) compétences?"
    r"(?= (?:obligatoire|facultative|optionnelle|supplémentaire|communautaire|en matière|«|\")"
    r"| (?:de la |de l'|du )(?:commune|ville|communauté|métropole|département|région))"
    r"[^.;\n]{0,160}|\bcompétente? en matière d[^.;\n]{3,160}",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:pas|aucun|sans|défaut|absence)\b[^.;]{0,30}$", re.IGNORECASE)
_PATTERNS = (("competence_basis", _COMPETENCE), ("local_interest", _INTEREST))


def purpose_of(segment: Segment) -> Iterator[tuple[str, Passage]]:
    """The first passage of the act that states each, by the name of the value."""
    blocks = [
        block
        for part in segment.sections
        if part.kind in ("visas", "recital", "operative")
        for block in part.blocks
    ]
    for name, pattern in _PATTERNS:
        found = next(_stated(blocks, pattern), None)
        if found is not None:
            yield name, found


def _stated(blocks: list[Block], pattern: re.Pattern[str]) -> Iterator[Passage]:
    for block in blocks:
        for match in pattern.finditer(block.text):
            if not _DENIED.search(block.text, 0, match.start()):
                words = match[0].rstrip(" ,:-–")
                yield Passage(block, match.start(), match.start() + len(words))
