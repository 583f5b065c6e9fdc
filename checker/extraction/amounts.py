"""The amounts of a block, each as a passage of it."""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import evolve, frozen

from checker.extraction.blocks import Block
from checker.extraction.mentions.flags import ASK
from checker.extraction.mentions.money import Money, find_money
from checker.extraction.quoting import Passage
from checker.money import MAXIMUM

_SIGN = re.compile(r"€|eur|[0-9]\s?[kKM]E$", re.IGNORECASE)


@frozen(eq=False)
class Amount:
    """An amount, or a sign without one.

    Args:
        at: Where it stands, sign included.
        cents: Its value; `None` where none could be read.
        readings: The values it could have where it is not settled by its characters alone.
        asks: Whether a person should look at it, whatever it is used for.
    """

    at: Passage
    cents: int | None
    readings: tuple[int, ...]
    asks: bool
    money: Money

    @property
    def start(self) -> int:
        """Offset into the text of its block."""
        return self.at.start

    @property
    def end(self) -> int:
        """Offset into the text of its block, after the sign."""
        return self.at.end


def amounts_of(block: Block, text: str) -> tuple[Amount, ...]:
    """The amounts of a block that is no row of a table, in its order.

    Args:
        block: The block.
        text: The text of the source.
    """
    part = text[block.start : block.end]
    found: list[Amount] = []
    for money in find_money(part):
        if not _is_sign(part[money.start : money.end]):
            continue
        amount = _amount(block, money, block.start)
        if found and _restates(found[-1], amount):
            words = found.pop()
            at = Passage(block, words.start, _closed(block.text, amount.end))
            amount = evolve(amount, at=at)
        found.append(amount)
    return tuple(found)


def amount_in(block: Block, money: Money, offset: int, scale: int = 1) -> Amount:
    """An amount found in a part of the source that begins at an offset.

    Args:
        block: The block that holds the part.
        money: The amount, its offsets counted from the start of the part.
        offset: Where the part begins in the source.
        scale: What a number without a sign is multiplied by.
    """
    return _amount(block, money, offset, scale if "bare" in money.flags else 1)


def _restates(words: Amount, figures: Amount) -> bool:
    """Whether « (40 000 €) » only says again the amount said in words just before it."""
    both = "restated" in words.money.flags and "restated" in figures.money.flags
    between = words.at.block.text[words.end : figures.start]
    return both and words.cents == figures.cents and between.strip() == "("


def _closed(text: str, end: int) -> int:
    """The end of an amount, with the bracket that closes after it."""
    bracket = re.compile(r"\s*\)").match(text, end)
    return bracket.end() if bracket else end


def _is_sign(printed: str) -> bool:
    """Whether it has a sign of the euro; « MDE » is an acronym, « 3 ME » is not."""
    return _SIGN.search(printed) is not None


def _amount(block: Block, money: Money, offset: int, scale: int = 1) -> Amount:
    start = bisect_left(block.origin, money.start + offset)
    end = max(start + 1, bisect_left(block.origin, money.end + offset))
    cents = None if money.cents is None else money.cents * scale
    if cents is not None and not 0 <= cents <= MAXIMUM:
        cents = None
    readings = tuple(value * scale for value in money.alternatives if value * scale != cents)
    asks = bool(ASK.intersection(money.flags)) or cents is None
    return Amount(Passage(block, start, end), cents, readings, asks, money)
