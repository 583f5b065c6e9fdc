"""The amounts of a block, each as a passage of it."""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import evolve, frozen

from checker.extraction.blocks import Block
from checker.extraction.mentions.flags import ASK, Flag
from checker.extraction.mentions.money import Money, bare_numbers, find_money
from checker.extraction.quoting import Passage
from checker.extraction.twice import Twice, words_beside, words_within
from checker.money import MAXIMUM

_PAIRED: frozenset[Flag] = frozenset({"restated", "contradicted"})
_AGAIN = re.compile(r"\s*(?:,?\s*soit|[–—-])\s*")
_SIGN = re.compile(r"€|eur|[0-9]\s?[kKM]E$", re.IGNORECASE)


@frozen(eq=False)
class Amount:
    """An amount, or a sign without one.

    Args:
        at: Where it stands, sign included.
        cents: Its value; `None` where none could be read.
        readings: The values it could have where it is not settled by its characters alone.
        asks: Whether a person should look at it, whatever it is used for.
        twice: Its passages in figures and in words, where it is printed in both.
    """

    at: Passage
    cents: int | None
    readings: tuple[int, ...]
    asks: bool
    money: Money
    twice: Twice | None = None

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
        both = _said_twice(found[-1], amount) if found else None
        if both is not None:
            found[-1] = both
        else:
            found.append(amount)
    return tuple(map(_with_words, found))


def bare_amount_of(block: Block, text: str) -> Amount | None:
    """The number that ends a line of a list and has no sign: « Foyer rural   1 200,00 ».

    Args:
        block: The block, without any sign of the euro.
        text: The text of the source.
    """
    found = bare_numbers(text[block.start : block.end])
    return amount_in(block, found[-1], block.start) if found else None


def amount_in(block: Block, money: Money, offset: int, scale: int = 1) -> Amount:
    """An amount found in a part of the source that begins at an offset.

    Args:
        block: The block that holds the part.
        money: The amount, its offsets counted from the start of the part.
        offset: Where the part begins in the source.
        scale: What a number without a sign is multiplied by.
    """
    return _amount(block, money, offset, scale if "bare" in money.flags else 1)


def _said_twice(first: Amount, second: Amount) -> Amount | None:
    """« quarante mille euros (40 000 €) » as one amount, whether or not the two agree."""
    worded = [each for each in (first, second) if "words" in each.money.flags]
    if len(worded) != 1:
        return None
    between = first.at.block.text[first.end : second.start]
    bracket = between.strip() == "(" and _PAIRED & first.money.flags & second.money.flags
    again = first.cents == second.cents is not None and _AGAIN.fullmatch(between)
    if not (bracket or again):
        return None
    words, figures = (first, second) if worded[0] is first else (second, first)
    end = _closed(first.at.block.text, second.end) if bracket else second.end
    whole = Passage(first.at.block, first.start, end)
    if figures.cents is None or words.cents is None:
        readings = tuple(each.cents for each in (figures, words) if each.cents is not None)
        return evolve(figures, at=whole, readings=readings, asks=True)
    twice = Twice(figures.at, words.at, figures.cents, words.cents)
    return _both(figures, whole, twice, figures.readings)


def _with_words(amount: Amount) -> Amount:
    """An amount with the words beside or within it that have no sign of their own."""
    if amount.twice is not None:
        return amount
    if _PAIRED & amount.money.flags:
        within = words_within(amount.at)
        return amount if within is None else _both(amount, amount.at, within)
    if amount.cents is None or "words" in amount.money.flags:
        return amount
    beside = words_beside(amount.at, amount.cents)
    return amount if beside is None else _both(amount, *beside, amount.readings)


def _both(amount: Amount, whole: Passage, twice: Twice, readings: tuple[int, ...] = ()) -> Amount:
    """An amount said twice: the words choose one reading of the figures, or contradict them."""
    said = twice.words_cents
    if said in (twice.figures_cents, *readings):
        settled = evolve(twice, figures_cents=said)
        return evolve(amount, at=whole, cents=said, readings=(), asks=False, twice=settled)
    others = (said, *readings)
    cents = twice.figures_cents
    return evolve(amount, at=whole, cents=cents, readings=others, asks=True, twice=twice)


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
