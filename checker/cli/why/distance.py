"""How far a comparison is from its contrary, as a person says it."""

from __future__ import annotations

from collections.abc import Mapping

from checker.interval import INFINITY, Interval, Truth, point
from checker.kinds import Type
from checker.language.tree import Comparison
from checker.reasons.margins import Margin, Unit
from checker.report.values import NO_DAY
from checker.words import (
    Language,
    Words,
    counted,
    print_money,
    print_number,
    print_percent,
    typeset,
)

_DAYS = Words("jour", "day"), Words("jours", "days")
_POINTS = Words("point", "point"), Words("points", "points")
_AT_LEAST = Words("au moins {}", "at least {}")
_AT_MOST = Words("au plus {}", "at most {}")
_BETWEEN = Words("entre {} et {}", "between {} and {}")
_LACKS: Mapping[Comparison, Words] = {
    Comparison.MORE: Words(
        "Il {en}manque {d} pour dépasser {right}.", "{d} short of exceeding {right}."
    ),
    Comparison.AT_LEAST: Words(
        "Il {en}manque {d} pour atteindre {right}.", "{d} short of {right}."
    ),
    Comparison.LESS: Words(
        "C'est {d} de trop pour rester en dessous de {right}.",
        "{d} too much to stay below {right}.",
    ),
    Comparison.AT_MOST: Words(
        "C'est {d} de trop : {right} au plus.", "{d} too much: {right} at most."
    ),
}
_ABOVE = Words("C'est {d} de plus que {right}.", "That is {d} more than {right}.")
_BELOW = Words("C'est {d} de moins que {right}.", "That is {d} less than {right}.")
_EXACTLY = Words("C'est exactement {right}.", "That is exactly {right}.")
_TOO_LITTLE = Words("Il {en}manque {d} pour égaler {right}.", "{d} short of {right}.")
_TOO_MUCH = Words("C'est {d} de trop pour égaler {right}.", "{d} too much to equal {right}.")
_EXCESS = Words("C'est {d} de trop.", "That is {d} too much.")
_EARLY = Words("C'est {d} trop tôt.", "That is {d} too early.")
_LATE = Words("C'est {d} trop tard.", "That is {d} too late.")
_AFTER = Words("Soit {d} après le {right}.", "That is {d} after {right}.")
_BEFORE = Words("Soit {d} avant le {right}.", "That is {d} before {right}.")
_SAME_DAY = Words("C'est le jour même.", "That is the very day.")
_APART = Words("Soit {d} d'écart.", "That is {d} apart.")


def distance(margin: Margin, truth: Truth, right: str, language: Language) -> str:
    """The margin of a settled comparison as a sentence; empty for two equal sides, or none.

    Args:
        margin: How far the sides are apart.
        truth: Whether the comparison holds.
        right: The right side as it is printed.
        language: Of the sentence.
    """
    holds = truth is Truth.TRUE
    limitless = margin.left.type is Type.DATE and any(
        side.interval.low in NO_DAY for side in (margin.left, margin.right)
    )
    if limitless or (margin.comparison is Comparison.EQUAL and holds):
        return ""
    template = (_of_dates if margin.left.type is Type.DATE else _of_amounts)(margin, holds=holds)
    amount = printed(margin.distance, margin.unit, language)
    # A bare number needs its pronoun in French: « il en manque 4 ».
    bare = margin.unit is Unit.NUMBER
    said = template(language).format(
        d=amount,
        right=right,
        en="en " if bare else "",
    )
    return typeset(said, language)


def _of_amounts(margin: Margin, *, holds: bool) -> Words:
    comparison = margin.comparison
    if comparison is Comparison.EQUAL:
        above = _EXCESS if margin.right.interval == point(0) else _TOO_MUCH
        return _TOO_LITTLE if margin.below else above
    if not holds:
        return _LACKS[comparison]
    if margin.distance == point(0):
        return _EXACTLY
    return _BELOW if margin.below else _ABOVE


def _of_dates(margin: Margin, *, holds: bool) -> Words:
    comparison = margin.comparison
    if comparison is Comparison.EQUAL:
        return _APART
    after = comparison in (Comparison.MORE, Comparison.AT_LEAST)
    if not holds:
        return _EARLY if after else _LATE
    if margin.distance == point(0):
        return _SAME_DAY
    return _AFTER if after else _BEFORE


def printed(distance: Interval, unit: Unit, language: Language) -> str:
    """A distance in its unit: « 900,01 € », « 3 jours », « au moins 2 »."""
    low, high = (_point(end, unit, language) for end in (distance.low, distance.high))
    if distance.known:
        return low
    if distance.high >= INFINITY:
        return _AT_LEAST(language).format(low)
    if distance.low <= 0:
        return _AT_MOST(language).format(high)
    return _BETWEEN(language).format(low, high)


def _point(value: int, unit: Unit, language: Language) -> str:
    match unit:
        case Unit.CENTS:
            return print_money(value, language)
        case Unit.DAYS:
            return counted(value, *_DAYS, language)
        case Unit.POINTS:
            number = print_percent(value, language).rstrip("%").rstrip()
            one = abs(value) < (200 if language == "fr" else 101)
            return f"{number}\u00a0{_POINTS[0 if one else 1](language)}"
    return print_number(value, language)
