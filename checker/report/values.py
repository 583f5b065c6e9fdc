"""Values as a reader reads them: by type, in the language, an interval by what is known of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from checker.engine.firing import Evaluated
from checker.interval import INFINITY, Interval
from checker.kinds import KINDS, Attribute, Fact, Type
from checker.language.tree import ACT, AttributeRef, Check
from checker.report.codes import worded
from checker.report.naming import UNSTATED, Naming
from checker.words import (
    Language,
    Words,
    listing,
    print_date,
    print_money,
    print_number,
    print_percent,
    quoted,
)

_YES = Words("oui", "yes")
_NO = Words("non", "no")
_NO_LIMIT = Words("sans limite", "no limit")
NO_DAY = (datetime.date.min.toordinal(), datetime.date.max.toordinal())
"""The days that stand for no first and no last one, as of a text still in force."""
_AT_LEAST = Words("au moins {}", "at least {}")
_AT_MOST = Words("au plus {}", "at most {}")
_BETWEEN = Words("entre {} et {}", "between {} and {}")


def print_point(value: int, type_: Type, language: Language) -> str:
    """One known value of a type that is not a text."""
    if type_ in (Type.MONEY, Type.SIGNED):
        return print_money(value, language)
    if type_ is Type.PERCENT:
        return print_percent(value, language)
    if type_ is Type.FLAG:
        return (_YES if value else _NO)(language)
    if type_ is Type.DATE and value in NO_DAY:
        return _NO_LIMIT(language)
    if type_ is Type.DATE and 1 <= value <= datetime.date.max.toordinal():
        return print_date(datetime.date.fromordinal(value), language)
    return print_number(value, language)


def print_interval(interval: Interval, type_: Type, language: Language) -> str:
    """A value, or what is known of it: « au moins 23 000,00 € »."""
    whole = type_.range
    if interval.known:
        return print_point(interval.low, type_, language)
    low = interval.low > max(whole.low, -INFINITY)
    high = interval.high < min(whole.high, INFINITY)
    ends = [print_point(end, type_, language) for end in (interval.low, interval.high)]
    if low and high:
        return _BETWEEN(language).format(*ends)
    if low:
        return _AT_LEAST(language).format(ends[0])
    return _AT_MOST(language).format(ends[1]) if high else UNSTATED(language)


def print_year(value: Interval, language: Language) -> str:
    """A year, whose thousands are never set apart."""
    return str(value.low) if value.known else UNSTATED(language)


@frozen(eq=False)
class Printer:
    """Prints the values of the references of one check.

    Args:
        bound: The facts bound, by alias.
    """

    check: Check
    bound: Mapping[str, Fact]
    naming: Naming
    language: Language

    def reference(self, value: Evaluated) -> str:
        """The value of a reference as it stands in a message."""
        if value.name.startswith("let.") and value.name.endswith(".names"):
            return self._names(value.text)
        attribute = self._attribute(value.name)
        if value.type is Type.TEXT:
            return self._text(attribute, value.text)
        if value.type is Type.ID:
            return self._id(attribute, value)
        if attribute is not None and attribute.name.split("_")[-1] == "year":
            return print_year(value.interval, self.language)
        return print_interval(value.interval, value.type, self.language)

    def _names(self, text: str | None) -> str:
        names = [quoted(name, self.language) for name in (text or "").splitlines()]
        return listing(names, self.language) if names else UNSTATED(self.language)

    def _text(self, attribute: Attribute | None, text: str | None) -> str:
        if text is None:
            return UNSTATED(self.language)
        if attribute is not None and attribute.name == "unit_amount":
            return _unit_amount(text, self.language)
        return worded(attribute, text, self.language)

    def _id(self, attribute: Attribute | None, value: Evaluated) -> str:
        if value.text is None:
            return UNSTATED(self.language)
        if attribute is not None and attribute.of:
            return self.naming.id(attribute.of, value.text)
        if attribute is not None and attribute.name == "enumeration":
            return self.naming.enumeration(value.text)
        return value.text

    def _attribute(self, name: str) -> Attribute | None:
        alias, _, attribute = name.partition(".")
        for binding in self.check.bindings:
            if binding.alias == alias:
                return KINDS[binding.kind].attributes.get(attribute)
        if alias == ACT:
            return KINDS[ACT].attributes.get(attribute)
        refs = {let.name: let.ref for let in self.check.lets}
        ref = refs.get(attribute) if alias == "let" else None
        return None if ref is None else self._of_row(ref)

    @staticmethod
    def _of_row(ref: AttributeRef) -> Attribute | None:
        return KINDS[ref.kind].attributes.get(ref.attribute)


def _unit_amount(text: str, language: Language) -> str:
    """An exact fraction of cents as an amount, rounded to the cent where it must be."""
    try:
        each = Fraction(text)
    except (ValueError, ZeroDivisionError):
        return text
    shown = print_money(round(each), language)
    about = Words("environ {}", "about {}")
    return shown if each.denominator == 1 else about(language).format(shown)
