"""Amounts in a text, with every reading that it allows.

Each « € », k€, M€, EUR and « euros » gives one `Money`, also where no number can be read before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from checker.extraction.mentions.currency import (
    Sign,
    cents_after,
    find_signs,
    per_after,
    tax_after,
)
from checker.extraction.mentions.flags import ASK, Flag
from checker.extraction.mentions.quantities import Quantities, Quantity
from checker.money import MAXIMUM

_SYMBOLIC = re.compile(r"\s{1,2}symbolique", re.IGNORECASE)
_UNIT = re.compile(r"(?:\ben\s{1,2}|\(\s?|\bmontants?\s{1,2})\Z", re.IGNORECASE)
_RESTATING = re.compile(r"\s{0,3}\(\s{0,2}")
_BEFORE_NUMBER = re.compile("[ \u00a0\u202f]{0,2}")


@frozen
class Money:
    """An amount in a text; offsets go from its number to its sign.

    Args:
        cents: The likeliest reading; `None` where no number can be read.
        alternatives: All readings, `cents` the first, where there are several; else empty.
        tax: « TTC » or « HT ».
        per: What it is for one of: « habitant », « an »; « chacun » where it says so.
    """

    start: int
    end: int
    cents: int | None
    alternatives: tuple[int, ...] = ()
    flags: frozenset[Flag] = frozenset()
    tax: str | None = None
    per: str | None = None

    @property
    def sure(self) -> bool:
        """Whether it has one reading, and nothing about it needs a person's eye."""
        return self.cents is not None and not self.alternatives and not self.flags & ASK


def find_money(text: str) -> tuple[Money, ...]:
    """Every amount with a sign, in the order of the text."""
    found: list[Money] = []
    quantities = Quantities(text)
    for sign in find_signs(text):
        after = found[-1].end if found else 0
        for money in _of_sign(text, sign, quantities, after):
            found.append(_restated(text, found, money))
    return tuple(found)


def bare_numbers(text: str) -> tuple[Money, ...]:
    """The numbers in figures that no sign goes with, read as euros: for tables and lists.

    Percentages, possible years and parts of references are flagged; « 2e » and « 1er » are left
    out, dates are not.
    """
    money = find_money(text)
    numbers = Quantities(text).without([(amount.start, amount.end) for amount in money])
    return tuple(
        _money(quantity, quantity.end, Decimal(1), {"bare"})
        for quantity in numbers
        if not text[quantity.end : quantity.end + 1].isalpha()
    )


def _of_sign(text: str, sign: Sign, quantities: Quantities, after: int) -> Iterator[Money]:
    """The amount of a sign, and before it the other end of its range."""
    spoken = quantities.before(sign.start, after)
    if spoken is None:
        alone = _without_number(text, sign, quantities)
        if alone is not None:
            yield alone
        return
    low = quantities.low_end(spoken, after)
    if low is not None:
        yield _money(low, low.end, sign.scale, {"range"})
    yield _with_cents(text, spoken, sign, {"range"} if low is not None else set())


def _with_cents(text: str, spoken: Quantity, sign: Sign, flags: set[Flag]) -> Money:
    readings, end = spoken.readings, sign.end
    after = cents_after(text, end) if spoken.decimals is None and sign.scale == 1 else None
    if after is not None and readings:
        added = readings[0] + Decimal(after.cents) / 100
        certain = after.certain or (after.glued and len(spoken.pieces) == 1)
        likely = certain or sign.text.lower().startswith("euro")
        others = () if certain else (readings[0],)
        readings = (added, *others) if likely else (*others, added)
        flags, end = flags | {"cents_after"}, after.end
    money = _money(evolve(spoken, readings=readings), end, sign.scale, flags)
    tax = tax_after(text, end)
    return evolve(
        money,
        tax=None if tax is None else tax.name,
        per=per_after(text, end if tax is None else tax.end),
    )


def _without_number(text: str, sign: Sign, quantities: Quantities) -> Money | None:
    """An amount whose number is not before its sign, or none of it."""
    symbol = not sign.text.lower().startswith("euro")
    if _SYMBOLIC.match(text, sign.end):
        return Money(sign.start, sign.end, 100, flags=frozenset({"symbolic"}))
    if _UNIT.search(text, max(0, sign.start - 12), sign.start):
        return Money(sign.start, sign.end, None, flags=frozenset({"unit"}))
    gap = _BEFORE_NUMBER.match(text, sign.end)
    behind = quantities.at(gap.end()) if symbol and gap is not None else None
    if behind is not None and not behind.year_like and not quantities.has_sign(behind):
        money = _money(behind, behind.end, sign.scale, {"sign_before"})
        return evolve(money, start=sign.start)
    if sign.text.lower() == "euro":
        return None  # « la zone euro »
    return Money(sign.start, sign.end, None, flags=frozenset({"no_number"}))


def _money(spoken: Quantity, end: int, scale: Decimal, more: set[Flag]) -> Money:
    """A quantity of a unit, in cents."""
    flags = set(spoken.flags | more)
    cents: list[int] = []
    for reading in spoken.readings:
        amount = reading * scale * 100
        if amount != amount.to_integral_value():
            flags.add("fraction")
        elif abs(amount) > MAXIMUM:
            flags.add("too_large")
        else:
            cents.append(int(amount))
    first = cents[0] if cents else None
    alternatives = tuple(dict.fromkeys(cents))
    return Money(
        spoken.start,
        end,
        first,
        alternatives if len(alternatives) > 1 else (),
        frozenset(flags),
    )


def _restated(text: str, found: list[Money], money: Money) -> Money:
    """« quarante mille euros (40 000 €) »: the second says the first again, or contradicts it."""
    if not found or ("words" in found[-1].flags) == ("words" in money.flags):
        return money
    gap = text[found[-1].end : money.start] if money.start - found[-1].end <= 6 else "-"
    if not _RESTATING.fullmatch(gap):
        return money
    same: Flag = "restated" if found[-1].cents == money.cents else "contradicted"
    found[-1] = evolve(found[-1], flags=found[-1].flags | {same})
    return evolve(money, flags=money.flags | {same})
