"""The numbers before a sign, in figures and in words, and which of them is the sign's."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from checker.extraction.mentions.figures import SPACE, Quantity, find_figures
from checker.extraction.mentions.flags import Flag
from checker.extraction.mentions.numberwords import find_number_words

_SCALES = {"million": Decimal(10) ** 6, "milliard": Decimal(10) ** 9}
_GAP = re.compile(rf"(?:{SPACE}|\t){{0,4}}(?:\r?\n{SPACE}{{0,40}})?")
_OPERATOR = re.compile(r"\bvirgule\s{1,2}\Z", re.IGNORECASE)
_MIXED = re.compile(r"\s{1,2}(?P<scale>millions?|milliards?)\s{1,2}(?:et\s{1,2})?\Z", re.IGNORECASE)
_RANGE = re.compile(r"(?P<word>\s{1,2}(?:à|et|ou)\s{1,2})\Z|\s{0,2}[-–—/]\s{0,2}\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bentre\s{1,2}\Z", re.IGNORECASE)
_BLANK = " \t\r\n\u00a0\u1680\u2000\u2007\u2009\u200a\u200b\u202f\u205f\u2060\u3000\ufeff"
_ALONE = re.compile(r"\s{0,4}(?:[kKM]?€|euros?\b|EUR\b)?[ \t]{0,10}(?:\r?\n|\Z)", re.IGNORECASE)
MINUS = frozenset("-–−")
_GAP_REACH = 46
_REACH = 240


class Quantities:
    """The numbers of a part of a text, from `start` to a sign at `end`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = max(start, end - _REACH)
        self._by_end: dict[int, Quantity] = {}
        if self._start < end:
            numbers = (*find_figures(text, self._start, end), *_in_words(text, self._start, end))
            self._by_end = {quantity.end: quantity for quantity in numbers}

    def before(self, position: int, scale: Decimal) -> Quantity | None:
        """The number that stands right before a position, in units of `scale`."""
        found = self._ending(position)
        return self._doubled(position) if found is None else self._minus(self._whole(found, scale))

    def low_end(self, high: Quantity) -> Quantity | None:
        """The other end of a range: 10 000 in « de 10 000 à 15 000 € »."""
        text = self._text
        link = _RANGE.search(text, max(self._start, high.start - 8), high.start)
        low = None if link is None else self._by_end.get(link.start())
        if link is None or low is None or low.year_like:
            return None
        if not low.readings or not high.readings or low.readings[0] >= high.readings[0]:
            return None
        one_group = len(low.pieces) == 1 < len(high.pieces)
        if link["word"] is None:
            return None if one_group else low
        between = _BETWEEN.search(text, max(self._start, low.start - 10), low.start)
        if link["word"].strip().lower() == "et" and not between:
            return None
        thousands = low.readings[0] * 1000
        if (one_group or "words" in low.flags) and _in_thousands(thousands, high.readings[0]):
            return evolve(low, readings=(low.readings[0], thousands))
        return low

    def _ending(self, position: int) -> Quantity | None:
        """The number that ends at a position, white space left out."""
        low = max(self._start, position - _GAP_REACH)
        end = low + len(self._text[low:position].rstrip(_BLANK))
        found = self._by_end.get(end)
        return found if found is not None and _GAP.fullmatch(self._text, end, position) else None

    def _doubled(self, position: int) -> Quantity | None:
        """« 40 000 (quarante mille) euros »: said twice before its sign."""
        text = self._text
        low = max(self._start, position - _GAP_REACH)
        closing = low + len(text[low:position].rstrip(_BLANK)) - 1
        if closing < low or text[closing] != ")":
            return None
        opening = text.rfind("(", self._start, closing)
        inside = self._ending(closing)
        outside = None if opening < 0 else self._ending(opening)
        if inside is None or outside is None or text[opening + 1 : inside.start].strip():
            return None
        same: Flag = "restated" if inside.readings == outside.readings else "contradicted"
        readings = tuple(dict.fromkeys(outside.readings + inside.readings))
        return evolve(outside, readings=readings, flags=outside.flags | inside.flags | {same})

    def _whole(self, found: Quantity, scale: Decimal) -> Quantity:
        """With the millions that stand before it; unreadable after a decimal comma in words."""
        text, low = self._text, max(self._start, found.start - 24)
        mixed = _MIXED.search(text, low, found.start)
        millions = None if mixed is None else self._by_end.get(mixed.start())
        if mixed is not None and millions is not None:
            factor = _SCALES[mixed["scale"].lower().removesuffix("s")] / scale
            sums = tuple(a * factor + b for a in millions.readings for b in found.readings)
            return evolve(found, start=millions.start, readings=sums)
        if "words" in found.flags:
            against = text[low : found.start].rstrip(_BLANK)[-1:]
            if mixed or against.isdigit() or _OPERATOR.search(text, low, found.start):
                return evolve(found, readings=(), flags=found.flags | {"unreadable"})
        return found

    def _minus(self, found: Quantity) -> Quantity:
        """Perhaps negative where a minus sign stands against it, and is no bullet."""
        dash = self._text[found.start - 1 : found.start]
        if dash not in MINUS or found.start < 1:
            return found
        line = self._text[max(0, found.start - 60) : found.start].rpartition("\n")[2]
        opens_line = not line[:-1].strip() and len(line) < 60
        if dash == "−" or (opens_line and _ALONE.match(self._text, found.end)):
            return negative(found, certain=dash == "−")
        spaced = line[-2:-1].isspace() or line[-2:-1] == "("
        return negative(found, certain=False) if spaced and not opens_line else found


def _in_thousands(low: Decimal, high: Decimal) -> bool:
    """Whether the thousands of the high end may be the low one's too: « de 3 à 5 000 € »."""
    return low <= high and high % 1000 == 0


def negative(found: Quantity, *, certain: bool) -> Quantity:
    """A number with a minus sign against it, which may be a mere dash."""
    below = tuple(-reading for reading in found.readings)
    readings = below if certain else (*below, *found.readings)
    return evolve(found, readings=readings, flags=found.flags | {"minus"})


def _in_words(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """The numbers in words, where a word or a bracket stands before the sign."""
    behind = text[max(start, end - _GAP_REACH) : end].rstrip(_BLANK)[-1:]
    if not behind.isalpha() and behind != ")":
        return ()
    return tuple(
        Quantity(said.start, said.end, (Decimal(said.value),), frozenset({"words"}))
        for said in find_number_words(text, start, end)
    )
