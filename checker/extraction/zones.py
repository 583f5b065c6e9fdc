"""Numbered parts of the reasons: the measures of a programme and the summary of its amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from attrs import frozen

from checker.extraction.blocks import Block
from checker.extraction.quoting import Passage
from checker.extraction.roles import Use
from checker.extraction.segments import Segment

ZoneKind = Literal["measure", "summary", "other"]

_TITLE = re.compile(
    r"(?:axe|action|mesure|volet|objectif)?\s*(?:n°\s*)?(?P<number>\d{1,2})\s?[.)/:–-]+\s*"
    r"(?P<title>[^\W\d_].*)",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"synthèse|récapitul|ventilation|tableau des (?:aides|subventions)", re.IGNORECASE
)


@frozen(eq=False)
class Zone:
    """A numbered part and the blocks under its title."""

    kind: ZoneKind
    number: Passage
    title: Passage
    blocks: tuple[Block, ...]


def zones_of(segment: Segment, uses: Mapping[Block, Sequence[Use]]) -> tuple[Zone, ...]:
    """The numbered parts of the reasons, in order, numbered from 1 on."""
    blocks = [
        block
        for section in segment.sections
        if section.kind == "recital"
        for block in section.blocks
    ]
    titles = list(_titles(blocks))
    if len(titles) < 2:
        return ()
    found: list[Zone] = []
    for n, (at, match) in enumerate(titles):
        end = titles[n + 1][0] if n + 1 < len(titles) else len(blocks)
        title = blocks[at]
        under = tuple(blocks[at + 1 : end])
        gives = any(use.role in ("grant", "each") for block in under for use in uses.get(block, ()))
        kind: ZoneKind = "measure" if gives else "other"
        if _SUMMARY.search(title.text):
            kind = "summary"
        number = Passage(title, *match.span("number"))
        found.append(Zone(kind, number, Passage(title, *match.span("title")), under))
    return tuple(found)


def _titles(blocks: Sequence[Block]) -> Iterator[tuple[int, re.Match[str]]]:
    expected = 1
    for n, block in enumerate(blocks):
        match = _TITLE.match(block.text) if block.kind == "heading" else None
        if match and int(match["number"]) == expected:
            expected += 1
            yield n, match
