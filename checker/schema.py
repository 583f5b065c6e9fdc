"""JSON Schema (draft 2020-12) of the case file, generated from its classes.

It says what the form of single values can say; that identifiers are unique, that references lead
somewhere and that a day is in the calendar, only the loader checks.
"""

from __future__ import annotations

import datetime
import inspect
import json
import re
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from checker.case import Case, Cents, Count, Percent, SignedCents, Slug
from checker.structuring import LARGEST_COUNT, LONGEST_TEXT, MOST_ITEMS, Span

_AMOUNT = r"((0|[1-9][0-9]{0,9})\.[0-9]{2}|10000000000\.00)"
_DAY = "(1[89][0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f"
_NAMES: Mapping[Any, str] = {
    str: "text",
    bool: "flag",
    Count: "count",
    Slug: "id",
    Cents: "amount",
    SignedCents: "signedAmount",
    Percent: "percent",
    datetime.date: "date",
    Span: "span",
}
_PLAIN: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string", "maxLength": LONGEST_TEXT, "pattern": f"^[^{_CONTROL}]*$"},
    "flag": {"type": "boolean"},
    "count": {"type": "integer", "minimum": 0, "maximum": LARGEST_COUNT},
    "id": {
        "description": "Lower-case letters, digits and hyphens.",
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": 80,
    },
    "amount": {
        "description": "Euros of zero or more, with two decimals.",
        "type": "string",
        "pattern": f"^{_AMOUNT}$",
    },
    "signedAmount": {
        "description": "Euros with two decimals, perhaps negative.",
        "type": "string",
        "pattern": f"^-?{_AMOUNT}$",
    },
    "percent": {
        "description": "A share in percent, with two decimals.",
        "type": "string",
        "pattern": r"^(0|[1-9][0-9]{0,2})\.[0-9]{2}$",
    },
    "date": {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    "span": {
        "description": "Offsets of the first character and of the one after the last.",
        "type": "array",
        "items": {"$ref": "#/$defs/count"},
        "minItems": 2,
        "maxItems": 2,
    },
}
_ARGUMENT = re.compile(r"^    (\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)


def case_schema() -> dict[str, Any]:
    """The schema of a case file."""
    definitions: dict[str, Any] = {name: dict(plain) for name, plain in _PLAIN.items()}
    root = _object(Case, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "deliberation-check/case/1",
        "title": "Case of deliberation-check, version 1",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def print_schema() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(case_schema(), ensure_ascii=False, indent=2) + "\n"


def _of(type_: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if type_ in _NAMES:
        return {"$ref": f"#/$defs/{_NAMES[type_]}"}
    origin, inner = get_origin(type_), get_args(type_)
    if origin in (Union, types.UnionType):
        (known,) = (part for part in inner if part is not type(None))
        return {"anyOf": [_of(known, definitions), {"type": "null"}]}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _of(inner[0], definitions), "maxItems": MOST_ITEMS}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(inner[1], definitions)}
    if type_.__name__ not in definitions:
        definitions[type_.__name__] = {}
        definitions[type_.__name__] = _object(type_, definitions)
    return {"$ref": f"#/$defs/{type_.__name__}"}


def _object(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    fields = attrs.fields(cls)
    said = _arguments(cls)
    return {
        "description": (inspect.getdoc(cls) or "").partition("\n")[0],
        "type": "object",
        "properties": {
            field.name: said.get(field.name, {}) | _of(hints[field.name], definitions)
            for field in fields
        },
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _arguments(cls: type[Any]) -> dict[str, dict[str, str]]:
    """The description of each attribute that the docstrings of a class and its bases explain."""
    found: dict[str, dict[str, str]] = {}
    for base in reversed(cls.__mro__):
        for name, words in _ARGUMENT.findall(inspect.cleandoc(base.__dict__.get("__doc__") or "")):
            found[name] = {"description": " ".join(words.split())}
    return found
