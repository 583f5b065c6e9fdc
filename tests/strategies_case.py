"""Any case, of any form that a case file can hold; references need not lead anywhere."""

from __future__ import annotations

import datetime
import functools
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

from checker.case import Case, Cents, Count, Percent, SignedCents, Slug
from checker.money import MAXIMUM
from checker.structuring import LARGEST_COUNT, Span

_COUNTS = st.integers(0, LARGEST_COUNT)
_TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t"))
_PLAIN: Mapping[Any, st.SearchStrategy[Any]] = {
    str: _TEXTS,
    bool: st.booleans(),
    Count: _COUNTS,
    Slug: st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True),
    Cents: st.integers(0, MAXIMUM),
    SignedCents: st.integers(-MAXIMUM, MAXIMUM),
    Percent: st.integers(0, 99_999),
    datetime.date: st.dates(datetime.date(1800, 1, 1), datetime.date(2200, 12, 31)),
    Span: st.tuples(_COUNTS, _COUNTS).filter(lambda span: span[0] < span[1]),
}


@functools.cache
def of(type_: Any) -> st.SearchStrategy[Any]:
    """Values of a type that an attribute of a case has."""
    if type_ in _PLAIN:
        return _PLAIN[type_]
    origin, inner = get_origin(type_), get_args(type_)
    if origin in (Union, types.UnionType):
        (known,) = (part for part in inner if part is not type(None))
        return st.none() | of(known)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(of(inner[0]), max_size=2).map(tuple)
    if origin is Mapping:
        return st.dictionaries(_TEXTS, of(inner[1]), max_size=2)
    hints = get_type_hints(type_)
    needed: dict[str, st.SearchStrategy[Any]] = {}
    may: dict[str, st.SearchStrategy[Any]] = {}
    for field in attrs.fields(type_):
        (needed if field.default is attrs.NOTHING else may)[field.name] = of(hints[field.name])
    return st.fixed_dictionaries(needed, optional=may).map(lambda values: type_(**values))


CASES: st.SearchStrategy[Case] = of(Case)
