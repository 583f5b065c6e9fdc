"""Slips that the text shows by itself: where it prints the same thing in two ways, or a word twice.

Spelling and grammar are not examined; a person notes what they find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.case import Slip, SlipNature
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.quoting import Passage
from checker.extraction.tallies import Spans, tallies_of

_GLUED = re.compile(r"\d€")
_SPACED = re.compile(r"\d[ \u00a0\u202f]€")
_PLAIN_A = re.compile(r"(?:^|(?<=[.;:] ))(?P<words>A (?=[a-zà-ÿ])\S+ [^\W\d][^\s,.;:]*)")
_SEVERAL = re.compile(
    r"\b(?P<words>(?P<number>plusieurs) (?!(?:de|en|et|à|ou|dans|pour)\b)(?!d')"
    r"(?P<noun>[a-zà-ÿ]+[^\Wsxz]))\b(?!['-])"
)
_AGAIN = re.compile(
    r"\b(?P<words>(?P<one>de|du|des|la|le|les|et|à|au|aux|que|pour|dans) (?P=one))\b"
)
_CAPITAL = re.compile(
    r"\b(?P<words>(?P<before>[a-zà-ÿ]+) (?P<article>La|Le|Les) (?P<noun>[a-zà-ÿ]{4,}))\b"
)
_YEARS = range(1900, 2100)
_THOUSAND = 1000

Found = tuple[Passage, SlipNature, str]


def slips_of(context: Context) -> Iterator[Slip]:
    """Each slip once, in the order of the text."""
    blocks = [
        block
        for block in context.segment.blocks
        if block.kind != "row" and context.section(block) in ("recital", "operative")
    ]
    text = " ".join(block.text for block in blocks)
    seen: set[str] = set()
    for block in blocks:
        found = [*_amounts(context, block, text), *_words(block, text)]
        found += _numbers(context, block, text)
        for at, nature, correction in sorted(found, key=lambda each: each[0].start):
            words = context.quoting.words(at)
            if words in seen:
                continue
            seen.add(words)
            yield Slip(
                context.slugs.new(f"slip-{words}"),
                nature,
                words,
                correction,
                evidence={"surface": context.quoting.evidence(at)},
            )


def _amounts(context: Context, block: Block, text: str) -> Iterator[Found]:
    """« 15 000€ » in an act that prints « 40 000 € »."""
    if not _SPACED.search(text):
        return
    for use in context.uses.get(block, ()):
        at = use.amount.at
        if _GLUED.search(at.text):
            yield at, "typography", context.quoting.words(at).replace("€", " €")


def _numbers(context: Context, block: Block, text: str) -> Iterator[Found]:
    """« 1898 habitants » in an act that prints « 1 559 visiteurs »."""
    if not re.search(r"(?<!\d )\b\d \d{3}\b(?! ?€| \d)", text):
        return
    amounts = Spans(use.amount.at.span for use in context.uses.get(block, ()))
    for tally in tallies_of(block, amounts):
        printed = block.text[tally.start : tally.end]
        value = tally.value or 0
        if value >= _THOUSAND and value not in _YEARS and printed.isdigit():
            at = Passage(block, tally.start, tally.end)
            yield at, "typography", f"{value:,}".replace(",", " ")


def _words(block: Block, text: str) -> Iterator[Found]:
    rules: Sequence[tuple[re.Pattern[str], SlipNature]] = (
        (_PLAIN_A, "typography"),
        (_SEVERAL, "typo"),
        (_AGAIN, "typo"),
        (_CAPITAL, "typo"),
    )
    for pattern, nature in rules:
        for match in pattern.finditer(block.text):
            correction = _corrected(match, text)
            if correction is not None:
                yield Passage(block, *match.span("words")), nature, correction


def _corrected(match: re.Match[str], text: str) -> str | None:
    """What was meant, where the rest of the text says so."""
    words = match["words"]
    named = match.groupdict()
    if "one" in named:
        return match["one"]
    if "number" in named:
        return f"{words}s"
    if "article" in named:
        small = f"{match['article'].lower()} {match['noun']}"
        return f"{match['before']} {small}" if re.search(rf"\b{small}\b", text) else None
    return f"À{words[1:]}" if re.search(r"(?:^|\s)À [a-zà-ÿ]", text) else None
