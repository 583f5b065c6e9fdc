"""Amounts in a text, with every reading that it allows.

Each « € », k€, M€, EUR and « euros » gives one `Money`, also where no number can be read before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from checker.extraction.mentions.bare import numbers_without_sign
from checker.extraction.mentions.currency import (
    Sign,
    cents_after,
    find_signs,
    per_after,
    spoken_cents_after,
    tax_after,
)
from checker.extraction.mentions.figures import Quantity, find_figures
from checker.extraction.mentions.flags import ASK, Flag
from checker.extraction.mentions.quantities import Quantities
from checker.money import MAXIMUM

_SYMBOLIC = re.compile(r"\s{1,2}symbolique", re.IGNORECASE)
_UNIT = re.compile(r"(?:\ben\s{1,2}|\(\s?|\bmontants?\s{1,2})\Z", re.IGNORECASE)
_RESTATING = re.compile(r"\s{0,3}\(\s{0,2}")
_SIGN_BEFORE = re.compile("[ \u00a0\u202f]{0,2}(?=[0-9])")
_SIGN_AFTER = re.compile(r"\s{0,4}(?:[kK]|M(?:[dD]s?)?)?\s?(?:€|eur|(?:mill|d['’]))", re.IGNORECASE)
_MULTIPLIED = re.compile(r"\s?[xX×*]\s?[0-9]")
_LONGEST = 40
_OPENS = frozenset(" \u00a0\u202f\n(")
_ONE = Decimal(1)
_NO_NUMBER: frozenset[Flag] = frozenset({"no_number"})
_NO_FLAGS: frozenset[Flag] = frozenset()
_BARE: frozenset[Flag] = frozenset({"bare"})
_BEFORE: frozenset[Flag] = frozenset({"sign_before"})
_RANGE: frozenset[Flag] = frozenset({"range"})


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
    for sign in find_signs(text):
        for money in _of_sign(text, sign, found[-1].end if found else 0):
            found.append(_restated(text, found, money))
    return tuple(found)


def bare_numbers(text: str) -> tuple[Money, ...]:
    """The numbers in figures that no sign goes with, read as euros: for tables and lists.

    Percentages, possible years and parts of references are flagged; dates are in it too.
    """
    taken = [(money.start, money.end) for money in find_money(text)]
    return tuple(
        _money(quantity, quantity.end, _ONE, _BARE)
        for quantity in numbers_without_sign(text, taken)
    )


def _of_sign(text: str, sign: Sign, after: int) -> Iterator[Money]:
    """The amount of a sign, and before it the other end of its range."""
    quantities = Quantities(text, after, sign.start) if after < sign.start else None
    spoken = None if quantities is None else quantities.before(sign.start, sign.scale)
    if quantities is None or spoken is None:
        alone = _without_number(text, sign)
        if alone is not None:
            yield alone
        return
    low = quantities.low_end(spoken)
    if low is not None:
        yield _money(low, low.end, sign.scale, _RANGE)
    yield _with_cents(text, spoken, sign, _NO_FLAGS if low is None else _RANGE)


def _with_cents(text: str, spoken: Quantity, sign: Sign, flags: frozenset[Flag]) -> Money:
    after = None
    if spoken.decimals is None and sign.scale == 1:
        said = "words" in spoken.flags
        after = spoken_cents_after(text, sign.end) if said else cents_after(text, sign.end)
    if after is None or not spoken.readings or (after.kind == "apart" and len(spoken.pieces) > 1):
        return _money(spoken, sign.end, sign.scale, flags, text)
    whole = spoken.readings[0]
    added = whole + Decimal(after.cents) / 100
    if after.certain or (after.kind == "glued" and len(spoken.pieces) == 1):
        readings: tuple[Decimal, ...] = (added,)
    else:
        readings = (added, whole) if sign.text.lower().startswith("euro") else (whole, added)
    quantity = evolve(spoken, readings=readings)
    return _money(quantity, after.end, sign.scale, flags | {"cents_after"}, text)


def _without_number(text: str, sign: Sign) -> Money | None:
    """An amount whose number is not before its sign, or none of it."""
    word = sign.text[0] in "eE"
    if word and _SYMBOLIC.match(text, sign.end):
        return Money(sign.start, sign.end, 100, flags=frozenset({"symbolic"}))
    if text[sign.start - 1 : sign.start] in _OPENS and _is_unit(text, sign.start):
        return Money(sign.start, sign.end, None, flags=frozenset({"unit"}))
    behind = None if word and sign.text != "EUR" else _number_after(text, sign.end)
    if behind is not None:
        money = _money(behind, behind.end, sign.scale, _BEFORE)
        return evolve(money, start=sign.start)
    if sign.text.lower() == "euro":
        return None  # « la zone euro »
    return Money(sign.start, sign.end, None, flags=_NO_NUMBER)


def _is_unit(text: str, position: int) -> bool:
    return _UNIT.search(text, max(0, position - 12), position) is not None


def _number_after(text: str, position: int) -> Quantity | None:
    """The number of « € 15 000 », where it has no sign of its own and can be no year."""
    match = _SIGN_BEFORE.match(text, position)
    if match is None:
        return None
    numbers = find_figures(text, match.end(), match.end() + _LONGEST)
    followed = _SIGN_AFTER.match(text, numbers[0].end) if numbers else None
    return None if not numbers or followed or numbers[0].year_like else numbers[0]


def _money(
    spoken: Quantity, end: int, scale: Decimal, more: frozenset[Flag], text: str | None = None
) -> Money:
    """A quantity of a unit, in cents; with the tax and the unit that follow it in a text."""
    flags = spoken.flags | more
    cents: list[int] = []
    for reading in spoken.readings:
        amount = reading * scale * 100
        whole = int(amount)
        if whole != amount:
            flags |= {"fraction"}
        elif abs(whole) > MAXIMUM:
            flags |= {"too_large"}
        elif whole not in cents:
            cents.append(whole)
    first, several = cents[0] if cents else None, tuple(cents) if len(cents) > 1 else ()
    if text is None:
        return Money(spoken.start, end, first, several, flags)
    if _MULTIPLIED.match(text, end):
        flags |= {"formula"}
    tax = tax_after(text, end)
    per = per_after(text, end if tax is None else tax.end)
    return Money(spoken.start, end, first, several, flags, None if tax is None else tax.name, per)


def _restated(text: str, found: list[Money], money: Money) -> Money:
    """« quarante mille euros (40 000 €) »: the second says the first again, or contradicts it."""
    if not found or not 0 < money.start - found[-1].end <= 6:
        return money
    if ("words" in found[-1].flags) == ("words" in money.flags):
        return money
    if not _RESTATING.fullmatch(text[found[-1].end : money.start]):
        return money
    first, second = _settled(found[-1], money), _settled(money, found[-1])
    same: Flag = "restated" if first.cents == second.cents else "contradicted"
    found[-1] = evolve(first, flags=first.flags | {same})
    return evolve(second, flags=second.flags | {same})


def _settled(money: Money, said: Money) -> Money:
    """The figures « 12.500 € », where the words beside them choose one of their readings."""
    if "words" not in said.flags or not said.sure or said.cents not in money.alternatives:
        return money
    return evolve(money, cents=said.cents, alternatives=(), flags=money.flags - ASK)
