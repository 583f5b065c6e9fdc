"""What two figures have in common: which result a target is to be read against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from checker.case.values import Slug
from checker.extraction.entities import content_words

_LEAST_COMMON = 3
_LEAST_SHARE = 0.7
_EMPTY = re.compile(
    r"ont|ete|sont|seront|sera|est|se|ainsi|que|qui|dans|par|sur|avec|entre|aupres|leurs?|ses|son"
    r"|cette|ces|moins|plus"
)


@frozen(eq=False)
class Counted:
    """What a figure counts.

    Args:
        owner: The body it is of.
        noun: The word counted.
        words: All words that say what is counted.
        value: How many.
    """

    id: Slug
    owner: Slug | None
    noun: str
    words: str
    value: int | None


def compared(targets: Sequence[Counted], results: Sequence[Counted]) -> Mapping[Slug, Slug]:
    """The result that each target is to be read against, each used once.

    They are of the same body and count the same thing, or what they count is said in the same
    words; of several, the one that shares most words. Where two share as many, none is chosen.

    Args:
        targets: The targets of the coming year.
        results: The results of the year before.
    """
    pairs = [
        (_shared(target, result), target, result)
        for target in targets
        for result in results
        if target.owner is not None and target.owner == result.owner and _alike(target, result)
    ]
    found: dict[Slug, Slug] = {}
    for score in sorted({score for score, _, _ in pairs}, reverse=True):
        free = [
            (target.id, result.id)
            for each, target, result in pairs
            if each == score and target.id not in found and result.id not in found.values()
        ]
        for target_id, result_id in free:
            alone = sum(target_id == one or result_id == other for one, other in free) == 1
            if alone:
                found[target_id] = result_id
    return found


def _alike(target: Counted, result: Counted) -> bool:
    if _stems(target.noun) == _stems(result.noun):
        return True
    return len(_common(target, result)) >= _LEAST_COMMON and _shared(target, result) >= _LEAST_SHARE


def _shared(target: Counted, result: Counted) -> float:
    least = min(len(_stems(target.words)), len(_stems(result.words)))
    return len(_common(target, result)) / max(1, least)


def _common(target: Counted, result: Counted) -> frozenset[str]:
    return _stems(target.words) & _stems(result.words)


def _stems(words: str) -> frozenset[str]:
    """Words without what agreement adds to them: « formées » and « formés » are one."""
    return frozenset(
        re.sub(r"(?:e?s|x|e)$", "", word)
        for word in content_words(words)
        if not _EMPTY.fullmatch(word)
    )
