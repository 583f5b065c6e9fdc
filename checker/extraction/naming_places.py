"""Every place where the text names one of the bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from checker.case import MentionForm
from checker.extraction.blocks import Block
from checker.extraction.entities import Body, content_words, folded, mention_pattern
from checker.extraction.nearby import before
from checker.extraction.quoting import Passage

_FORM_BEFORE = re.compile(
    r"\b(association|fondation|société|coopérative)\s+[\"«]?\s?(?:l[ae]s? |l')?$", re.IGNORECASE
)
_LONGER_BEFORE = re.compile(r"\b(Association|Fondation)\s(?:pour|de|des|du|d'|l'|la|le|les|\s)+$")
_ARTICLE = re.compile(r"(?:Les |La |Le |L')")
_SIGNS = re.compile(r"[^\w\s'\"’«»./&-]")
"""Signs that the words of a name are not looked for around."""
_WORD = re.compile(r"[^\W_]+")
_FORM_WITHIN = re.compile(r"(GIP|SEM|SPL|SCIC|SCOP|SARL|SAS|EPIC|Association|Fondation)\b")


@frozen(eq=False)
class Place:
    """One naming of a body.

    Args:
        at: The name, without a legal form that is not part of it.
        form_word: The legal form printed before it or within it.
    """

    body: Body
    at: Passage
    form: MentionForm
    form_word: Passage | None


def places_of(blocks: Sequence[Block], bodies: Sequence[Body]) -> tuple[Place, ...]:
    """Every naming, in the order of the text; of two that overlap, the longer."""
    patterns = [
        (body, words, form, mention_pattern(words))
        for body in bodies
        for words, form in body.variants.items()
    ]
    patterns += [
        (body, content_words(body.official.text), "full", _as_printed(body.official.text))
        for body in bodies
        if _SIGNS.search(body.official.text) or _dropped(body.official.text)
    ]
    found: list[Place] = []
    for block in blocks:
        found.extend(_in_block(block, patterns))
    return tuple(found)


def _as_printed(name: str) -> re.Pattern[str]:
    """Finds a name with its own signs and all its words, in folded text."""
    words = r"\s+".join(map(re.escape, folded(name).split()))
    return re.compile(rf"(?<![\w-]){words}(?!-?\w)")


def _dropped(name: str) -> bool:
    """Whether the first word of a name counts as a legal form, which tells it from no other."""
    first = _WORD.search(folded(name))
    return first is not None and first[0] not in content_words(name)[:1]


def _in_block(
    block: Block,
    patterns: Sequence[tuple[Body, tuple[str, ...], MentionForm, re.Pattern[str]]],
) -> Iterator[Place]:
    plain = folded(block.text)
    present = set(_WORD.findall(plain))
    hits: list[tuple[int, int, Body, MentionForm]] = []
    for body, words, form, pattern in patterns:
        if not present.issuperset(words):
            continue
        for match in pattern.finditer(plain):
            printed = block.text[match.start() : match.end()]
            if len(words) > 1 or printed == _single(body, words, printed):
                hits.append((match.start(), match.end(), body, form))
    taken = 0
    for start, end, body, form in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if start < taken:
            continue
        taken = end
        first, word = _widened(block, _with_article(block, start, body), form)
        yield Place(body, Passage(block, first, end), form, word)


def _single(body: Body, words: tuple[str, ...], printed: str) -> str | None:
    """A name of one word is found as it is spelled only: ALPES is not « alpes »."""
    official = body.official.text
    if content_words(official) == words:
        last = official.split()[-1].split("'")[-1]
        return printed if printed in (official, last) else None
    return printed if printed.isupper() else None


def _with_article(block: Block, start: int, body: Body) -> int:
    """Where a name begins, with the article that the official one begins with."""
    article = _ARTICLE.match(body.official.text)
    return start - article.end() if article and block.text.endswith(article[0], 0, start) else start


def _widened(block: Block, start: int, form: MentionForm) -> tuple[int, Passage | None]:
    """Where a name begins, its legal form included where that is part of it, and that form."""
    within = _FORM_WITHIN.match(block.text, start)
    if within:
        return start, Passage(block, *within.span(1))
    form_before = before(_FORM_BEFORE, block.text, start)
    if form_before:
        return start, Passage(block, *form_before.span(1))
    if form == "legal":
        longer = before(_LONGER_BEFORE, block.text, start)
        if longer:
            return longer.start(), Passage(block, *longer.span(1))
    return start, None
