"""What the schemas of several files are made of."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"]}
"""A text; what looks like a number is one to an editor, and a text to the reader."""
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
SCALAR: Schema = {"type": ["string", "number", "boolean"]}


def document(name: str, title: str, root: Schema, definitions: Schema | None = None) -> Schema:
    """A whole schema.

    Args:
        name: That of the file format; this is its first version.
        title: What it describes.
        root: The schema of the whole file.
        definitions: What it refers to below `$defs`.
    """
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"deliberation-check/{name}/1",
        "title": f"{title}, version 1",
        **root,
    }
    return {**made, "$defs": dict(sorted(definitions.items()))} if definitions else made


def printed(schema: Mapping[str, Any]) -> str:
    """A schema as its committed file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def table(properties: Schema, required: Collection[str] = (), description: str = "") -> Schema:
    """A mapping with these keys and no other."""
    made: Schema = {"description": description} if description else {}
    made |= {"type": "object", "properties": properties}
    if required:
        made["required"] = list(required)
    return {**made, "additionalProperties": False}


def items(of: Schema, least: int = 0, most: int | None = None) -> Schema:
    """A list."""
    made: Schema = {"type": "array", "items": of}
    if least:
        made["minItems"] = least
    if most is not None:
        made["maxItems"] = most
    return made


def ref(name: str) -> Schema:
    """What `$defs` calls so."""
    return {"$ref": f"#/$defs/{name}"}


def described(schema: Schema, description: str) -> Schema:
    """The same with words that an editor shows."""
    return {"description": description, **schema}
