"""Facts as integers: an interval per attribute, and a number per text.

A text is only ever equal to another or not, so any number will do as long as equal texts, and
only they, share it. The texts of the rules have theirs once; those of a case come after them and
are forgotten with it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from checker.errors import UnreliableError
from checker.interval import INFINITY, Interval, point
from checker.kinds import Fact, Source, Type, kind_of
from checker.language.tree import Constant

STATED, UNSURE, NOT_STATED = 2, 1, 0
RANGES = {type_: type_.range for type_ in Type}
"""The range of each type, looked up for every missing value."""


class Interner:
    """Numbers texts in order of first appearance."""

    def __init__(self, before: Mapping[str, int] | None = None) -> None:
        self._numbers = dict(before or {})

    def number(self, text: str) -> int:
        """The number of a text, the same for equal texts and for no others."""
        return self._numbers.setdefault(text, len(self._numbers) + 1)

    def extended(self) -> Interner:
        """A table that begins with this one's texts and leaves it as it is."""
        return Interner(self._numbers)


def number_of(value: object, interner: Interner) -> int:
    """The integer that stands for a plain value.

    Raises:
        UnreliableError: The value is no text, date or integer within ±2^53.
    """
    if isinstance(value, str):
        return interner.number(value)
    if isinstance(value, datetime.date):
        return value.toordinal()
    if isinstance(value, int) and abs(value) < INFINITY:
        return int(value)
    message = f"The value {value!r:.80} cannot be given to the rules engine."
    raise UnreliableError(message)


def literal(constant: Constant, interner: Interner) -> int:
    """The integer that stands for a literal."""
    if isinstance(constant.value, str):
        return interner.number(constant.value)
    if abs(constant.value) >= INFINITY:
        message = f"{constant.value} is not within ±2^53"
        raise ValueError(message)
    return int(constant.value)


@frozen(eq=False, slots=True)
class Coded:
    """A fact as the fold reads it.

    Args:
        ends: By attribute, its value, or the range of its type where missing or doubtful.
        stated: By attribute, 2 stated, 1 perhaps, 0 not.
    """

    fact: Fact
    ends: dict[str, Interval] = field(factory=dict)
    stated: dict[str, int] = field(factory=dict)


def coded(fact: Fact, attributes: Iterable[str], interner: Interner) -> Coded:
    """Encode the named attributes of a fact."""
    kind = kind_of(fact)
    result = Coded(fact)
    for name in attributes:
        attribute = kind.attributes[name]
        value = plain_value(fact, name)
        if value is None:
            doubtful = name in fact.doubtful or attribute.source is Source.WORLD
            result.ends[name] = RANGES[attribute.type]
            result.stated[name] = UNSURE if doubtful else NOT_STATED
        else:
            result.ends[name] = point(number_of(value, interner))
            result.stated[name] = STATED
    return result


def plain_value(fact: Fact, attribute: str) -> object:
    """The value of an attribute, `None` where missing or doubtful; an `id` never is."""
    doubtful = attribute in fact.doubtful and attribute != "id"
    return None if doubtful else getattr(fact, attribute)


def range_of(type_: Type, value: object, interner: Interner) -> Interval:
    """The interval of a value, the whole range of its type for `None`."""
    return RANGES[type_] if value is None else point(number_of(value, interner))
