"""Case files: JSON in, a case out, and back.

A file that cannot be used raises `InputError` with every defect, its place and what to do.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import attrs

from checker.case import Case
from checker.casechecks import defects
from checker.errors import InputError, Problem
from checker.json_positions import Position, positions, repeated_keys, step
from checker.suggestion import suggestion

LARGEST = 20_000_000
"""Most bytes of a case file."""
WIDTH = 100
"""Columns of a line of a case file."""
SCHEMA = "deliberation-check/case/1"
MIGRATIONS: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From each older schema, the function that brings a case one version further."""

Defect = tuple[str, str]
"""JSON path and message."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: It cannot be read, or is larger than `LARGEST`.
    """
    try:
        with path.open("rb") as stream:
            return read_stream(stream, str(path))
    except IsADirectoryError:
        _refuse(str(path), "This is a folder; name a file.")
    except FileNotFoundError:
        _refuse(str(path), "There is no such file.")
    except PermissionError:
        _refuse(str(path), "Reading this file is not permitted.")
    except OSError as error:
        _refuse(str(path), f"This file cannot be read: {error.strerror or error}.")


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """The bytes of a stream, refused beyond `LARGEST`.

    Raises:
        InputError: There are more.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        _refuse(name, f"The file is larger than {LARGEST // 1_000_000} MB; a case never is.")
    return data


def load_case(data: bytes, name: str) -> Case:
    """The case in a file.

    Args:
        data: The bytes of the file.
        name: The file as the user named it.

    Raises:
        InputError: Everything that is wrong with it.
    """
    text = _decoded(data, name)
    value, repeats = _parsed(text, name)
    case, found = _structured(value)
    if case is not None:
        found = [*defects(case)]
    if case is None or found or repeats:
        places = positions(text)
        problems = [_problem(name, path, message, places) for path, message in found]
        for path, place in repeated_keys(text).items():
            message = "This key already stands in the same object; keep one."
            problems.append(Problem(name, place.line, place.column, path, message))
        raise InputError(problems)
    return case


def dump_case(case: Case) -> str:
    """The file form of a case, laid out for a person to edit; the same text every time."""
    from checker.structuring import converter  # noqa: PLC0415 - cattrs is slow to import

    value = _evidence_last(converter(detailed=False).unstructure(case))
    return _laid_out({"schema": case.schema, **value}, "") + "\n"


def _refuse(name: str, message: str, line: int = 0, column: int = 0) -> NoReturn:
    raise InputError([Problem(name, line, column, "", message)])


def _problem(name: str, path: str, message: str, places: Mapping[str, Position]) -> Problem:
    holder = path
    while holder not in places and holder != "$":
        holder = holder[: max(holder.rfind("."), holder.rfind("["))] or "$"
    place = places.get(holder, Position(1, 1))
    return Problem(name, place.line, place.column, path, message)


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse(name, "The file is in UTF-16; save it in UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse(name, "The file is not in UTF-8 from here on; save it in UTF-8.", line)
    if not text.strip():
        _refuse(name, "The file is empty; a case is expected.")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        _refuse(name, "The file holds a NUL character, which no text does.", line)
    return text


def _parsed(text: str, name: str) -> tuple[object, bool]:
    """The JSON value, and whether some object holds a key twice."""
    repeats = False

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeats
        found = dict(pairs)
        repeats = repeats or len(found) < len(pairs)
        return found

    def constant(word: str) -> NoReturn:
        message = f"{word} is not a JSON number"
        raise ValueError(message)

    try:
        value = json.loads(
            text, object_pairs_hook=members, parse_constant=constant, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        message = f"The JSON is broken here: {error.msg[0].lower()}{error.msg[1:]}."
        _refuse(name, message, error.lineno, error.colno)
    except RecursionError:
        _refuse(name, "Brackets are nested too deeply; a case has six levels at most.")
    except ValueError as error:
        _refuse(name, f"The JSON is broken: {error}.")
    return value, repeats


def _integer(digits: str) -> int:
    # Python refuses to convert thousands of digits; twenty are out of any range here already.
    return int(digits[:20])


def _structured(value: object) -> tuple[Case | None, list[Defect]]:
    """The case, or what is wrong with the form of its values."""
    from checker.structuring import converter  # noqa: PLC0415 - cattrs is slow to import

    value, found = _migrated(value)
    if found:
        return None, found
    try:
        return converter(detailed=False).structure(value, Case), []
    except Exception:  # noqa: BLE001 - whatever it is, the detailed pass says it in sentences
        pass
    try:
        converter(detailed=True).structure(value, Case)
    except Exception as error:  # noqa: BLE001
        return None, [*_explained(error, "$")]
    return None, [("$", "The case cannot be read.")]


def _migrated(value: object) -> tuple[object, list[Defect]]:
    if not isinstance(value, dict):
        return value, [("$", "The file holds no object; a case starts with a curly bracket.")]
    version = value.get("schema")
    while isinstance(version, str) and version in MIGRATIONS:
        value = MIGRATIONS[version](value)
        version = value.get("schema")
    if version == SCHEMA:
        return value, []
    known = ", ".join([*MIGRATIONS, SCHEMA])
    if version is None:
        return value, [("$", f'The key "schema" is missing; write "schema": "{SCHEMA}".')]
    return value, [("$.schema", f"This version of the format is not known; known: {known}.")]


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
        for key in sorted(error.extra_fields, key=str):
            yield step(path, key), f"The key {key!r} is not known here{suggestion(key, known)}"
    elif isinstance(error, KeyError):
        yield path, "This key is missing; it is needed."
    else:
        message = str(error)
        yield (
            path,
            f"{message[:1].upper()}{message[1:]}{'' if message.endswith(('.', '?')) else '.'}",
        )


def _evidence_last(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda item: item[0] == "evidence")
        return {key: _evidence_last(inner) for key, inner in ordered}
    if isinstance(value, list | tuple):
        return [_evidence_last(inner) for inner in value]
    return value


def _laid_out(value: Any, indent: str, head: str = "") -> str:  # noqa: ANN401 - any JSON value
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
