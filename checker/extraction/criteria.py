"""How a measure is shared out, in the act's words: « au prorata des élèves »."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen

from checker.case import CriterionNature
from checker.extraction.quoting import Passage
from checker.extraction.zones import Zone

_SHARES = re.compile(
    r"\brépart\w+|\bmontants?\b|\bsoutien|\bsubventions?\b|\baides?\b", re.IGNORECASE
)
_STOP = r"(?=\s+et\s+(?:la|le|les|l')\b|\s*[,.;:()]|\s*$)"
_COMPUTED = re.compile(
    r"(?P<words>(?:au prorata|proportionnelle(?:ment)?|à raison|sur la base)\s"
    rf"(?:de |d'|du |des |à |au )[^.;:()]+?){_STOP}",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:dépend(?:ent)?|en fonction|tien(?:t|nent) compte|compte tenu)\s"
    rf"(?:du |de la |de l'|des |de |d')(?P<words>[^,.;:()]+?){_STOP}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;:]\s+")


@frozen(eq=False)
class Criterion:
    """What a measure is shared out by.

    Args:
        said: The criterion.
        shown: The words that show its nature.
    """

    said: Passage
    nature: CriterionNature
    shown: Passage


def criterion_of(zone: Zone) -> Criterion | None:
    """The criterion of a measure, where its running text states exactly one."""
    found: list[Criterion] = []
    for block in zone.blocks:
        if block.kind != "paragraph":
            continue
        bounds = [0, *(match.end() for match in _SENTENCE.finditer(block.text)), len(block.text)]
        for start, end in pairwise(bounds):
            if not _SHARES.search(block.text, start, end):
                continue
            computed = _COMPUTED.search(block.text, start, end)
            general = _GENERAL.search(block.text, start, end)
            if computed:
                at = Passage(block, *computed.span("words"))
                found.append(Criterion(at, "computed", at))
            elif general:
                said = Passage(block, *general.span("words"))
                found.append(Criterion(said, "general", Passage(block, start, said.end)))
    return found[0] if len(found) == 1 else None
