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

from checker.case import Cents, Count, SignedCents, Slug
from checker.money import parse_euros, print_euros
from checker.suggestion import suggestion

LONGEST_TEXT = 20_000
MOST_ITEMS = 20_000
LARGEST_COUNT = 10**9
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

Span = tuple[Count, Count]

T = TypeVar("T")


def shown(value: object) -> str:
    """A value as a sentence may quote it."""
    kind = {dict: "an object", list: "a list", type(None): "null"}.get(type(value))
    if kind is not None:
        return kind
    text = repr(value) if isinstance(value, str) else str(value).lower()
    return text if len(text) <= 60 else f"{text[:57]}..."


def text(value: object, _: object = None) -> str:
    """A text without control characters."""
    if not isinstance(value, str):
        message = f"{shown(value)} is not a text: put it in quotes."
        raise ValueError(message)
    if len(value) > LONGEST_TEXT:
        message = f"the text has {len(value)} characters; {LONGEST_TEXT} are accepted."
        raise ValueError(message)
    if found := _CONTROL.search(value):
        message = f"the text holds the character U+{ord(found[0]):04X}; remove it."
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
    if isinstance(value, bool) or not isinstance(value, int):
        message = f"{shown(value)} is not a whole number: write it in figures, without quotes."
        raise ValueError(message)
    if not 0 <= value <= LARGEST_COUNT:
        message = f"{shown(value)} is out of range: a number from 0 to {LARGEST_COUNT} is expected."
        raise ValueError(message)
    return Count(value)


def signed_cents(value: object, _: object = None) -> SignedCents:
    """An amount, which may be negative."""
    if not isinstance(value, str):
        message = (
            f"{shown(value)} is not an amount: write euros with two decimals, in quotes,"
            ' such as "40000.00".'
        )
        raise ValueError(message)
    return SignedCents(parse_euros(value))


def cents(value: object, _: object = None) -> Cents:
    """An amount of zero or more."""
    amount = signed_cents(value)
    if amount < 0:
        message = f"{shown(value)} is negative: an amount of zero or more is expected."
        raise ValueError(message)
    return Cents(amount)


def day(value: object, _: object = None) -> datetime.date:
    """A date of the calendar."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            found = datetime.date.fromisoformat(value)
        except ValueError:
            message = f"{shown(value)} is not a day of the calendar."
            raise ValueError(message) from None
        if 1800 <= found.year <= 2200:
            return found
    message = f'{shown(value)} is not a date: write it as "2024-02-09", between 1800 and 2200.'
    raise ValueError(message)


def span(value: object, _: object = None) -> Span:
    """Offsets of the first character and of the one after the last."""
    if not isinstance(value, list) or len(value) != 2:
        message = f"{shown(value)} is not a span: write two offsets, such as [120, 128]."
        raise ValueError(message)
    start, end = (count(offset) for offset in value)
    if start >= end:
        message = f"the span [{start}, {end}] is empty: its end must come after its start."
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
    message = f"{shown(value)} is not one of {', '.join(choices)}{hint}"
    raise ValueError(message)


def _list(inner: Callable[[Any, Any], T], value: object, type_: object) -> T:
    if not isinstance(value, list):
        message = f"{shown(value)} is not a list: put the items in square brackets."
        raise ValueError(message)
    if len(value) > MOST_ITEMS:
        message = f"the list has {len(value)} items; {MOST_ITEMS} are accepted."
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


@functools.cache
def converter(*, detailed: bool) -> cattrs.Converter:
    """Structures and unstructures cases.

    Args:
        detailed: Gather every error in an exception group, with paths; slower.
    """
    made = cattrs.Converter(detailed_validation=detailed, forbid_extra_keys=True)
    hooks: Mapping[Any, Callable[[Any, Any], Any]] = {
        str: text,
        int: count,
        bool: flag,
        Slug: slug,
        Count: count,
        Cents: cents,
        SignedCents: signed_cents,
        datetime.date: day,
    }
    for type_, hook in hooks.items():
        made.register_structure_hook(type_, hook)
    made.register_structure_hook_func(lambda type_: type_ == Span, span)
    made.register_structure_hook_func(_is_choice, _choice)
    made.register_structure_hook_factory(
        _is_list,
        lambda type_: functools.partial(_list, homogenous_tuple_structure_factory(type_, made)),
    )
    made.register_structure_hook_factory(
        _is_table, lambda type_: functools.partial(_object, mapping_structure_factory(type_, made))
    )
    made.register_structure_hook_factory(
        attrs.has, lambda cls: functools.partial(_object, make_dict_structure_fn(cls, made))
    )
    made.register_unstructure_hook_factory(
        attrs.has, lambda cls: make_dict_unstructure_fn(cls, made, _cattrs_omit_if_default=True)
    )
    made.register_unstructure_hook(Cents, print_euros)
    made.register_unstructure_hook(SignedCents, print_euros)
    made.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    return made
