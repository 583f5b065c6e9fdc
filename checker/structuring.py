"""From plain JSON values to the classes of the case: the form each value must have.

Every hook raises `ValueError` with a sentence: what was found, what was expected, what to do.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.cols import homogenous_tuple_structure_factory, mapping_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from checker.case import Cents, Count, Percent, SignedCents, Slug
from checker.jsontext import Numeral, shown
from checker.money import MAXIMUM, parse_euros, print_euros
from checker.suggestion import suggestion

LONGEST_TEXT = 20_000
MOST_ITEMS = 20_000
LARGEST_COUNT = 10**9
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_INTEGER = re.compile(r"-?[0-9]+")
_DECIMALS = re.compile(r"-?[0-9]+\.[0-9]+")
_ORNAMENTS = re.compile(r"[\s\u202f\u00a0]|€|EUR|euros?")
_WRITTEN = re.compile(r"(-?)([0-9]{1,10})(?:[.,]([0-9]{1,2}))?")
_AMOUNT = '"40000.00"'
_EUROS = "write euros with a dot and two decimals, in quotes"
_PERCENT = re.compile(r"(0|[1-9][0-9]{0,2})\.([0-9]{2})")
_FIRST_YEAR, _LAST_YEAR = 1800, 2200

Span = tuple[Count, Count]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]
Factory = Callable[[Any], Hook]
Wrapper = Callable[[Hook, Any, Any], Any]


def text(value: object, _: object = None) -> str:
    """A text without control characters."""
    if not isinstance(value, str):
        message = f"{shown(value)} is not a text: put it in quotes."
        raise ValueError(message)
    if len(value) > LONGEST_TEXT:
        message = f"The text has {len(value)} characters; {LONGEST_TEXT} are accepted."
        raise ValueError(message)
    if found := _CONTROL.search(value):
        message = f"The text holds the character U+{ord(found[0]):04X}; remove it."
        raise ValueError(message)
    return value


def slug(value: object, _: object = None) -> Slug:
    """An identifier."""
    name = text(value)
    if not _SLUG.fullmatch(name) or len(name) > 80:
        message = (
            f"{shown(name)} is not an identifier: use lower-case letters, digits and hyphens,"
            " at most 80 of them, such as 'mission-locale'."
        )
        raise ValueError(message)
    return Slug(name)


def count(value: object, _: object = None) -> Count:
    """A whole number of zero or more."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST_COUNT:
        return Count(value)
    if type(value) is int or (isinstance(value, Numeral) and _INTEGER.fullmatch(value.text)):
        message = f"{shown(value)} is out of range: a number from 0 to {LARGEST_COUNT} is expected."
    else:
        message = f"{shown(value)} is not a whole number: write figures only, without quotes."
    raise ValueError(message)


def signed_cents(value: object, _: object = None) -> SignedCents:
    """An amount, which may be negative."""
    if isinstance(value, str):
        try:
            return SignedCents(parse_euros(value))
        except ValueError:
            pass
    raise ValueError(_no_amount(value))


def _no_amount(value: object) -> str:
    """Why a value is not an amount, and how to write it."""
    if isinstance(value, str) and _DECIMALS.fullmatch(value):
        decimals = len(value.partition(".")[2])
        if decimals > 2:
            return f"{shown(value)} has {decimals} decimals: {_EUROS}, such as {_AMOUNT}."
        if decimals == 2 and len(value.lstrip("-0")) >= len(print_euros(MAXIMUM)):
            return f'{shown(value)} exceeds the largest amount, "{print_euros(MAXIMUM)}".'
    is_number = isinstance(value, int | Numeral) and not isinstance(value, bool)
    not_one = "a number, not an amount" if is_number else "not an amount"
    meant = _meant(value.text if isinstance(value, Numeral) else str(value))
    return f"{shown(value)} is {not_one}: {_EUROS}{meant or f', such as {_AMOUNT}'}."


def _meant(written: str) -> str:
    """How to write an amount that leaves no doubt: « 40 000 € », `40000.5`."""
    match = _WRITTEN.fullmatch(_ORNAMENTS.sub("", written))
    if match is None:
        return ""
    sign, whole, decimals = match.groups(default="")
    return f': "{sign}{int(whole)}.{decimals:0<2}"'


def cents(value: object, _: object = None) -> Cents:
    """An amount of zero or more."""
    amount = signed_cents(value)
    if amount < 0 or str(value).startswith("-"):
        message = f"{shown(value)} is negative: an amount of zero or more is expected."
        raise ValueError(message)
    return Cents(amount)


def percent(value: object, _: object = None) -> Percent:
    """A share, in hundredths of a percent."""
    if isinstance(value, str) and (match := _PERCENT.fullmatch(value)):
        return Percent(int(match[1]) * 100 + int(match[2]))
    message = (
        f"{shown(value)} is not a share: write percents below 1000 with a dot and two decimals,"
        ' in quotes, such as "30.00".'
    )
    raise ValueError(message)


def print_percent(share: int) -> str:
    """The file form of a share: 3000 is `"30.00"`."""
    return f"{share // 100}.{share % 100:02d}"


def day(value: object, _: object = None) -> datetime.date:
    """A date of the calendar."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        message = f'{shown(value)} is not a date: write year, month and day, such as "2024-02-09".'
        raise ValueError(message)
    if not _FIRST_YEAR <= int(value[:4]) <= _LAST_YEAR:
        message = f"{shown(value)} is not between {_FIRST_YEAR} and {_LAST_YEAR}: check the year."
        raise ValueError(message)
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        message = f"{shown(value)} is not a day of the calendar: check the month and the day."
        raise ValueError(message) from None


def span(value: object, _: object = None) -> Span:
    """Offsets of the first character and of the one after the last."""
    if not isinstance(value, list) or len(value) != 2:
        message = f"{shown(value)} is not a span: write two offsets, such as [120, 128]."
        raise ValueError(message)
    start, end = (count(offset) for offset in value)
    if start >= end:
        message = f"The span [{start}, {end}] is empty: its end must come after its start."
        raise ValueError(message)
    return start, end


def flag(value: object, _: object = None) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        message = f"{shown(value)} is neither true nor false: write one of them, without quotes."
        raise ValueError(message)
    return value


def _choice(value: object, literal: object) -> Any:
    choices = get_args(literal)
    if isinstance(value, str) and value in choices:
        return value
    hint = suggestion(value, choices) if isinstance(value, str) else "."
    message = f"{shown(value)} is not one of {', '.join(map(repr, choices))}{hint}"
    raise ValueError(message)


def _list(inner: Callable[[Any, Any], T], value: object, type_: object) -> T:
    if not isinstance(value, list):
        message = f"{shown(value)} is not a list: put the items in square brackets."
        raise ValueError(message)
    if len(value) > MOST_ITEMS:
        message = f"The list has {len(value)} items; {MOST_ITEMS} are accepted."
        raise ValueError(message)
    return inner(value, type_)


def _object(inner: Callable[[Any, Any], T], value: object, type_: object) -> T:
    if not isinstance(value, dict):
        message = f"{shown(value)} is not an object: put its keys in curly brackets."
        raise ValueError(message)
    return inner(value, type_)


def _is_choice(type_: Any) -> bool:
    return get_origin(type_) is Literal


def _is_list(type_: Any) -> bool:
    return get_origin(type_) is tuple and get_args(type_)[1:] == (...,)


def _is_table(type_: Any) -> bool:
    return get_origin(type_) is Mapping


def _once(factory: Factory, wrapper: Wrapper) -> Factory:
    """A factory that makes each hook once, and when a value first needs it.

    cattrs would make one for every place of use, also of what a case does not hold.
    """

    @functools.cache
    def made(type_: Any) -> Hook:
        inner = functools.cache(lambda: factory(type_))
        return lambda value, of: wrapper(inner(), value, of)

    return made


@functools.cache
def converter(*, detailed: bool) -> cattrs.Converter:
    """Structures and unstructures cases.

    Args:
        detailed: Gather every error in an exception group, with paths; slower.
    """
    made = cattrs.Converter(detailed_validation=detailed, forbid_extra_keys=True)
    hooks: Mapping[Any, Hook] = {
        str: text,
        int: count,
        bool: flag,
        Slug: slug,
        Count: count,
        Cents: cents,
        SignedCents: signed_cents,
        Percent: percent,
        datetime.date: day,
    }
    for type_, hook in hooks.items():
        made.register_structure_hook(type_, hook)
    made.register_structure_hook_func(lambda type_: type_ == Span, span)
    made.register_structure_hook_func(_is_choice, _choice)
    factories: tuple[tuple[Callable[[Any], bool], Factory, Wrapper], ...] = (
        (_is_list, lambda type_: homogenous_tuple_structure_factory(type_, made), _list),
        (_is_table, lambda type_: mapping_structure_factory(type_, made), _object),
        (attrs.has, lambda type_: make_dict_structure_fn(type_, made), _object),
    )
    for predicate, factory, wrapper in factories:
        made.register_structure_hook_factory(predicate, _once(factory, wrapper))

    def writing(cls: type) -> Callable[[Any], Any]:
        # Made when a value first needs it, as what reads is.
        @functools.cache
        def inner() -> Callable[[Any], Any]:
            return make_dict_unstructure_fn(cls, made, _cattrs_omit_if_default=True)

        def write(value: Any) -> Any:
            return inner()(value)

        return write

    made.register_unstructure_hook_factory(attrs.has, writing)
    made.register_unstructure_hook(Cents, print_euros)
    made.register_unstructure_hook(SignedCents, print_euros)
    made.register_unstructure_hook(Percent, print_percent)
    made.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    return made
