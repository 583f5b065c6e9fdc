"""The numbers of a text, in figures and in words, and which of them stands before a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from checker.extraction.mentions.figures import SPACE, Quantity, find_figures
from checker.extraction.mentions.flags import Flag
from checker.extraction.mentions.numberwords import find_number_words

__all__ = ["Quantities", "Quantity"]

_SCALES = {"million": Decimal(10) ** 6, "milliard": Decimal(10) ** 9}
_GAP = re.compile(rf"(?:{SPACE}|\t){{0,4}}(?:\r?\n{SPACE}{{0,40}})?")
_OPERATOR = re.compile(r"\bvirgule\s{1,2}\Z", re.IGNORECASE)
_MIXED = re.compile(r"\s{1,2}(?P<scale>millions?|milliards?)\s{1,2}(?:et\s{1,2})?\Z", re.IGNORECASE)
_RANGE = re.compile(r"(?P<word>\s{1,2}(?:à|et|ou)\s{1,2})\Z|\s{0,2}[-–—/]\s{0,2}\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bentre\s{1,2}\Z", re.IGNORECASE)
_AROUND = 46


class Quantities:
    """The numbers of a text, found by where they begin and end."""

    def __init__(self, text: str) -> None:
        self._text = text
        words = (
            Quantity(said.start, said.end, (Decimal(said.value),), frozenset({"words"}))
            for said in find_number_words(text)
        )
        self._figures = find_figures(text)
        self._by_end = {quantity.end: quantity for quantity in (*self._figures, *words)}
        self._by_start = {quantity.start: quantity for quantity in self._by_end.values()}

    def at(self, start: int) -> Quantity | None:
        """The number in figures that begins there."""
        found = self._by_start.get(start)
        return None if found is None or "words" in found.flags else found

    def has_sign(self, quantity: Quantity) -> bool:
        """Whether a sign of the euro follows a number."""
        following = self._text[quantity.end : quantity.end + 6].strip()
        return following.lower().startswith(("€", "eur", "k€", "m€"))

    def before(self, position: int, after: int) -> Quantity | None:
        """The number that stands right before a sign, not before `after`."""
        found = self._ending(position, after)
        if found is None:
            return self._doubled(position, after)
        return self._minus(self._whole(found, after))

    def low_end(self, high: Quantity, after: int) -> Quantity | None:
        """The other end of a range: 10 000 in « de 10 000 à 15 000 € »."""
        link = _RANGE.search(self._text, max(after, high.start - 8), high.start)
        low = None if link is None else self._by_end.get(link.start())
        if link is None or low is None or low.start < after or low.year_like:
            return None
        words = link["word"]
        between = _BETWEEN.search(self._text, max(after, low.start - 10), low.start)
        if words and words.strip().lower() == "et" and not between:
            return None
        if not words and len(low.pieces) < 2 <= len(high.pieces):
            return None
        if not low.readings or not high.readings or low.readings[0] >= high.readings[0]:
            return None
        if len(low.pieces) == 1 < len(high.pieces) and low.readings[0] * 1000 <= high.readings[0]:
            return evolve(low, readings=(low.readings[0], low.readings[0] * 1000))
        return low

    def without(self, spans: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
        """The numbers in figures outside `spans`, flagged as to what else they could be."""
        waiting = iter(spans)
        span = next(waiting, None)
        for figure in self._figures:
            while span is not None and span[1] <= figure.start:
                span = next(waiting, None)
            if span is None or figure.end <= span[0]:
                yield self._alone(figure)

    def _ending(self, position: int, after: int) -> Quantity | None:
        """The number that ends at a position, white space left out."""
        text = self._text
        low = max(after, position - _AROUND)
        end = low + len(text[low:position].rstrip(" \t\r\n\u00a0\u202f\u2009\u2007\u200b\u2060"))
        found = self._by_end.get(end)
        if found is None or found.start < after or not _GAP.fullmatch(text, end, position):
            return None
        return found

    def _doubled(self, position: int, after: int) -> Quantity | None:
        """« 40 000 (quarante mille) euros »: said twice before its sign."""
        text = self._text
        low = max(after, position - 160)
        closing = low + len(text[low:position].rstrip()) - 1
        if closing < low or text[closing] != ")":
            return None
        opening = text.rfind("(", low, closing)
        inside = self._ending(closing, max(after, opening))
        outside = None if opening < 0 else self._ending(opening, after)
        if inside is None or outside is None or text[opening + 1 : inside.start].strip():
            return None
        same: Flag = "restated" if inside.readings == outside.readings else "contradicted"
        return evolve(
            outside,
            readings=tuple(dict.fromkeys(outside.readings + inside.readings)),
            flags=outside.flags | {same},
        )

    def _whole(self, found: Quantity, after: int) -> Quantity:
        """With the millions that stand before it; unreadable after a decimal comma in words."""
        text, low = self._text, max(after, found.start - 24)
        mixed = _MIXED.search(text, low, found.start)
        millions = None if mixed is None else self._by_end.get(mixed.start())
        if mixed is not None and millions is not None and millions.start >= after:
            factor = _SCALES[mixed["scale"].lower().removesuffix("s")]
            sums = tuple(a * factor + b for a in millions.readings for b in found.readings)
            return evolve(found, start=millions.start, readings=sums)
        if "words" in found.flags:
            against = text[low : found.start].rstrip()[-1:]
            if mixed or against.isdigit() or _OPERATOR.search(text, low, found.start):
                return evolve(found, readings=(), flags=found.flags | {"unreadable"})
        return found

    def _minus(self, found: Quantity) -> Quantity:
        """Negative where a minus sign stands against it, and is no bullet."""
        line = self._text[max(0, found.start - 60) : found.start].rpartition("\n")[2]
        dash = line[-1:]
        bullet = not line[:-1].strip() and len(line) < 60
        spaced = line[-2:-1].isspace() or line[-2:-1] == "("
        if dash == "−" or (dash in ("-", "–") and spaced and not bullet):
            readings = tuple(-reading for reading in found.readings)
            return evolve(found, readings=readings, flags=found.flags | {"minus"})
        return found

    def _alone(self, figure: Quantity) -> Quantity:
        text = self._text
        flags: set[Flag] = set(figure.flags)
        if figure.year_like:
            flags.add("year")
        if text[figure.end : figure.end + 2].lstrip().startswith("%"):
            flags.add("percent")
        if text[figure.start - 1 : figure.start] in ("-", "/", "°") and figure.start > 1:
            against = text[figure.start - 2]
            if against.isalnum() or text[figure.start - 1] == "°":
                flags.add("glued")
        if re.match(r"[-/][^\W_]", text[figure.end : figure.end + 2]):
            flags.add("glued")
        return evolve(figure, flags=frozenset(flags))
