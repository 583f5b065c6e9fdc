"""Signatures: the text shows whose name stands under the act, not whether the sheet is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.case import Enforcement, Provenance
from checker.extraction.blocks import Block
from checker.extraction.quoting import Passage, Quoting
from checker.extraction.segments import Segment

_NAME = (
    r"[\s,:–-]{1,6}(?:(?:M\.|Mme|Monsieur|Madame)\s+)?(?:[A-ZÀ-Ÿ][\w.'-]*\s?){1,5}"
    r"\s*\.?\s*(?:$|(?=L[ea]\s))"
)
_SIGNED = r"\s*(?:signé|\(s\))"
_CHAIR = re.compile(
    rf"\b[Ll](?:[ea]|')\s*(?P<who>(?i:maire|président(?:e|s)?))\b(?:{_NAME}|{_SIGNED})"
)
_SECRETARY = re.compile(
    rf"\b(?P<who>(?i:secrétaire(?: de séance)?))\b(?:{_NAME}|{_SIGNED})", re.MULTILINE
)
_SIGNS = {
    "signed_by_chair": (
        _CHAIR,
        re.compile(r"\bL[ea] (?:Maire|MAIRE|Présidente?|PR[ÉE]SIDENTE?)\b"),
    ),
    "signed_by_secretary": (
        _SECRETARY,
        re.compile(r"\b[Ss]ecrétaire\b|\bSECR[ÉE]TAIRE\b"),
    ),
}
"""By name of the value: who signs with a name, and the office alone."""
_SAYS = re.compile(
    r"[.:;]\s*\w|\b(?:est|sont|a|ont|sera|seront)\b|\b[a-zà-ÿ]{3,}e(?:nt)?\s+(?:à|que|les?|la|l')"
)
_FOOT_BLOCKS = 4
_FOOT_MOST = 100
"""Characters of a line of the foot that only names who signs."""
_UNDER = ("vote", "signature", "operative")


def _named(under: Sequence[Block], signed: re.Pattern[str]) -> Passage | None:
    """Who signs by office and name, the last who does."""
    for block in reversed(under):
        match = signed.search(block.text)
        if match:
            return Passage(block, *match.span())
    return None


def _footed(segment: Segment, role: re.Pattern[str]) -> Passage | None:
    """Who signs by the office alone, on one of the last lines: the name may stand below it."""
    for block in segment.blocks[-_FOOT_BLOCKS:]:
        match = role.search(block.text)
        short = len(block.text) <= _FOOT_MOST and block.kind == "paragraph"
        if match and short and not _SAYS.search(block.text):
            return Passage(block, *match.span())
    return None


def enforcement_of(segment: Segment, quoting: Quoting) -> Enforcement:
    """What the foot of the act shows of its signatures: names, which a person must look at."""
    under = [b for part in segment.sections if part.kind in _UNDER for b in part.blocks]
    evidence: dict[str, Provenance] = {}
    for name, (signed, office) in _SIGNS.items():
        at = _named(under, signed) or _footed(segment, office)
        if at is not None:
            evidence[name] = quoting.evidence(at, "ambiguous")
    return Enforcement(evidence=evidence)
