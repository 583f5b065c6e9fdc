"""JSON Schema (draft 2020-12) of the case file, generated from its classes."""

from __future__ import annotations

import datetime
import inspect
import json
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from checker.case import Case, Cents, Count, SignedCents, Slug
from checker.structuring import LARGEST_COUNT, LONGEST_TEXT, MOST_ITEMS, Span

_COUNT = {"type": "integer", "minimum": 0, "maximum": LARGEST_COUNT}
_PLAIN: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string", "maxLength": LONGEST_TEXT},
    bool: {"type": "boolean"},
    Count: _COUNT,
    Slug: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80},
    Cents: {"type": "string", "pattern": r"^(0|[1-9][0-9]*)\.[0-9]{2}$"},
    SignedCents: {"type": "string", "pattern": r"^-?(0|[1-9][0-9]*)\.[0-9]{2}$"},
    datetime.date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Span: {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2},
}


def case_schema() -> dict[str, Any]:
    """The schema of a case file."""
    definitions: dict[str, Any] = {}
    root = _object(Case, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "deliberation-check/case/1",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def print_schema() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(case_schema(), ensure_ascii=False, indent=2) + "\n"


def _of(type_: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if type_ in _PLAIN:
        return dict(_PLAIN[type_])
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
    definitions.setdefault(type_.__name__, _object(type_, definitions))
    return {"$ref": f"#/$defs/{type_.__name__}"}


def _object(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    fields = attrs.fields(cls)
    return {
        "description": (inspect.getdoc(cls) or "").partition("\n")[0],
        "type": "object",
        "properties": {field.name: _of(hints[field.name], definitions) for field in fields},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }
