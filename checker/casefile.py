"""Case files: JSON in, a case out, and back.

A file that cannot be used raises `InputError` with every defect, its place and what to do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from checker.case import Case
from checker.casechecks import defects
from checker.errors import InputError, Problem
from checker.json_positions import Position, Positions, positions, repeated_keys, step
from checker.jsontext import decode, parse, shown
from checker.suggestion import suggestion

LARGEST = 20_000_000
"""Most bytes of a case file."""
MOST_PROBLEMS = 1000
"""Most problems told of one file."""
WIDTH = 100
"""Columns of a line of a case file."""
SCHEMA = "deliberation-check/case/1"
MIGRATIONS: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From each older schema, the function that brings a case one version further."""

Defect = tuple[str, str]
"""JSON path and message."""


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """The bytes of a file, of which there may be `most`, or as many as a case may have.

    Raises:
        InputError: It cannot be read, or is larger.
    """
    try:
        with path.open("rb") as stream:
            return read_stream(stream, str(path), most)
    except (OSError, ValueError) as error:
        raise InputError([Problem(str(path), 0, 0, "", _unreadable(error))]) from None


def read_stream(stream: BinaryIO, name: str, most: int | None = None) -> bytes:
    """The bytes of a stream, of which no more than `most` and one are read.

    Raises:
        InputError: There are more, or reading fails.
    """
    try:
        data = stream.read((most or LARGEST) + 1)
    except OSError as error:
        raise InputError([Problem(name, 0, 0, "", _unreadable(error))]) from None
    if most is None:
        refuse_large(data, name)
    elif len(data) > most:
        message = f"The file is larger than {most // 1_000_000} MB, the most that is read of one."
        raise InputError([Problem(name, 0, 0, "", message)])
    return data


def refuse_large(data: bytes, name: str) -> None:
    """See that a case file is no larger than `LARGEST`.

    Raises:
        InputError: It is.
    """
    if len(data) > LARGEST:
        message = f"The file is larger than {LARGEST // 1_000_000} MB; a case never is."
        raise InputError([Problem(name, 0, 0, "", message)])


def load_case(data: bytes, name: str) -> Case:
    """The case in a file.

    Args:
        data: The bytes of the file.
        name: The file as the user named it.

    Raises:
        InputError: Everything that is wrong with it, up to `MOST_PROBLEMS`.
    """
    text = decode(data, name)
    value, repeats = parse(text, name)
    case, found = _structured(value)
    if case is not None:
        found = defects(case)
    problems = [*_located(found, positions, text, name)]
    if repeats:
        again = "This key already stands in the same object; keep one."
        twice = repeated_keys(text)
        problems += _located(((path, again) for path in twice), repeated_keys, text, name)
    if case is None or problems:
        raise InputError(problems)
    return case


def dump_case(case: Case) -> str:
    """The file form of a case, laid out for a person to edit; the same text every time."""
    from checker.structuring import converter  # noqa: PLC0415 - cattrs is slow to import

    value = _evidence_last(converter(detailed=False).unstructure(case))
    return _laid_out({"schema": case.schema, **value}, "") + "\n"


def _unreadable(error: Exception) -> str:
    if isinstance(error, IsADirectoryError):
        return "This is a folder; name a file."
    if isinstance(error, FileNotFoundError):
        return "There is no such file."
    if isinstance(error, PermissionError):
        return "Reading this file is not permitted."
    if isinstance(error, OSError):
        return f"This file cannot be read: {error.strerror or error}."
    return "The name holds a character that no file name has."  # a NUL, before Python 3.14


def _located(
    found: Iterable[Defect], locate: Callable[[str], Positions], text: str, name: str
) -> Iterator[Problem]:
    """The defects with their places, as many as anyone would read."""
    first = [*islice(found, MOST_PROBLEMS)]
    places = locate(text) if first else {}
    for path, message in first:
        place = _nearest(path, places)
        shown = path if len(path) <= WIDTH else f"{path[:WIDTH]}..."
        yield Problem(name, place.line, place.column, shown, message)
    if len(first) == MOST_PROBLEMS:
        message = f"These are the first {MOST_PROBLEMS} problems; there may be more."
        yield Problem(name, 0, 0, "", message)


def _nearest(path: str, places: Mapping[str, Position]) -> Position:
    """The place of a value, or of what holds it where it is missing."""
    while path not in places and len(path) > 1:
        path = path[: max(path.rfind("."), path.rfind("["))]
    return places.get(path, Position(1, 1))


def _structured(value: object) -> tuple[Case | None, Iterable[Defect]]:
    """The case, or what is wrong with the form of its values."""
    # cattrs is slow to import
    from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError  # noqa: PLC0415

    from checker.structuring import converter  # noqa: PLC0415

    value, found = _migrated(value)
    if not isinstance(value, dict):
        return None, found
    try:
        case = converter(detailed=False).structure(value, Case)
    except (ValueError, KeyError, ForbiddenExtraKeysError):
        try:
            case = converter(detailed=True).structure(value, Case)
        except ClassValidationError as error:
            return None, chain(found, _explained(error, "$"))
    return (None, found) if found else (case, ())


def _migrated(value: object) -> tuple[object, list[Defect]]:
    """The value in the present version of the format; none where that cannot be had."""
    if not isinstance(value, dict):
        return None, [("$", "The file holds no object; a case starts with a curly bracket.")]
    version = value.get("schema")
    while isinstance(version, str) and version in MIGRATIONS:
        value = MIGRATIONS[version](value)
        version = value.get("schema")
    if version == SCHEMA:
        return value, []
    if "schema" not in value:
        message = f'The key "schema" is missing; write "schema": "{SCHEMA}".'
        return {**value, "schema": SCHEMA}, [("$", message)]
    known = ", ".join([*MIGRATIONS, SCHEMA])
    return None, [("$.schema", f"This version of the format is not known; known: {known}.")]


def _explained(error: BaseException, path: str) -> Iterator[Defect]:
    """Every error of a detailed pass, with its JSON path."""
    from cattrs.errors import (  # noqa: PLC0415 - cattrs is slow to import
        ClassValidationError,
        ForbiddenExtraKeysError,
        IterableValidationError,
    )

    if isinstance(error, ClassValidationError):
        named, others = error.group_exceptions()
        for inner, note in named:
            yield from _explained(inner, step(path, note.name))
        for other in others:
            yield from _explained(other, path)
    elif isinstance(error, IterableValidationError):
        for inner, place in error.group_exceptions()[0]:
            yield from _explained(inner, step(path, place.index))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields):
            hint = suggestion(key, known)
            yield step(path, key), f"The key {shown(key)} is not known here{hint}"
    elif isinstance(error, KeyError):
        yield path, "This key is missing; it is needed."
    elif isinstance(error, ValueError):
        yield path, str(error)
    else:
        raise error


def _evidence_last(value: Any) -> Any:
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda item: item[0] == "evidence")
        return {key: _evidence_last(inner) for key, inner in ordered}
    if isinstance(value, list | tuple):
        return [_evidence_last(inner) for inner in value]
    return value


def _laid_out(value: Any, indent: str, head: str = "") -> str:
    """JSON on one line where it fits and holds no list of objects, else one member a line."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value:
        return flat
    short = len(indent) + len(head) + len(flat) < WIDTH
    if short and indent and "[{" not in flat:
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        return _block("[", [_laid_out(item, inner) for item in value], "]", indent)
    heads = {key: f"{json.dumps(key, ensure_ascii=False)}: " for key in value}
    members = [heads[key] + _laid_out(item, inner, heads[key]) for key, item in value.items()]
    return _block("{", members, "}", indent)


def _block(start: str, members: list[str], end: str, indent: str) -> str:
    return f"{start}\n" + ",\n".join(f"{indent}  {m}" for m in members) + f"\n{indent}{end}"
