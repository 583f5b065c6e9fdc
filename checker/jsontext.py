"""JSON read strictly: why bytes are not a JSON text, as a sentence and its place."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from attrs import frozen

from checker.errors import InputError, Problem
from checker.json_positions import DEEPEST, Position, place, tokens

_SIGNATURE = b"\xef\xbb\xbf"
_WIDE_SIGNATURES = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_LONGEST_INTEGER = 20
_LONGEST_SHOWN = 60
_REASONS = (
    ("Expecting property name", "a key in double quotes is expected here"),
    ("Expecting ':'", "a colon is missing between a key and its value"),
    ("Expecting ','", "a comma or a closing bracket is missing before this"),
    ("Expecting value", "a value is expected here; a text stands in double quotes"),
    ("Unterminated string", "the text that begins here lacks its closing quotation mark"),
    ("Invalid control character", "a text may not run over a line break; close its quotation mark"),
    ("Invalid \\", "a backslash begins no known escape here; write two for a backslash"),
    ("Extra data", "more follows after the last bracket; remove it"),
)
_TRAILING = "remove this comma; nothing follows it"
_CUT = "the file ends before its last bracket; part of it is missing"


@frozen
class Numeral:
    """A number that JSON readers know and no case holds: `4.0`, `1e5`, `NaN`, thousands of digits.

    Args:
        text: The number as written.
    """

    text: str


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, with or without its signature.

    Args:
        data: The bytes of the file.
        name: The file as the user named it.

    Raises:
        InputError: It is in another encoding, is empty, or holds NUL characters.
    """
    if data.startswith(_WIDE_SIGNATURES):
        _refuse(name, "The file is in UTF-16 or UTF-32; save it in UTF-8.")
    data = data.removeprefix(_SIGNATURE)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        message = f"Byte {data[error.start]:#04x} is not UTF-8; save the file in UTF-8."
        _refuse(name, message, place(before, len(before)))
    if not text.strip():
        _refuse(name, "The file is empty; a case or a document is expected.")
    if "\0" in text:
        message = "A NUL character, which no text holds; save the file in UTF-8, or restore it."
        _refuse(name, message, place(text, text.index("\0")))
    return text


def parse(text: str, name: str) -> tuple[object, bool]:
    """The JSON value of a text, and whether an object of it holds a key twice.

    Numbers that are not integers of a reasonable size are read as `Numeral`.

    Args:
        text: The text of the file.
        name: The file as the user named it.

    Raises:
        InputError: The JSON is broken, or nested too deeply to be read.
    """
    repeats = False

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeats
        found = dict(pairs)
        repeats = repeats or len(found) < len(pairs)
        return found

    try:
        value = json.loads(
            text,
            object_pairs_hook=members,
            parse_constant=Numeral,
            parse_float=Numeral,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        reason, offset = _reason(error.msg, text, error.pos)
        _refuse(name, f"The JSON is broken: {reason}.", place(text, offset))
    except RecursionError:
        message = "Brackets are nested too deeply; a case has six levels at most."
        _refuse(name, message, place(text, _too_deep(text)))
    return value, repeats


def shown(value: object) -> str:
    """A value as a sentence may begin with it, or quote it."""
    if isinstance(value, dict | list):
        return "An object" if isinstance(value, dict) else "A list"
    if isinstance(value, str):
        written = repr(value[: _LONGEST_SHOWN + 1])
    else:
        written = value.text if isinstance(value, Numeral) else json.dumps(value)
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}..."


def _refuse(name: str, message: str, where: Position | None = None) -> NoReturn:
    line, column = (where.line, where.column) if where else (0, 0)
    raise InputError([Problem(name, line, column, "", message)])


def _integer(digits: str) -> int | Numeral:
    # Python refuses to convert thousands of digits; twenty are out of every range here already.
    return int(digits) if len(digits) <= _LONGEST_INTEGER else Numeral(digits)


def _reason(said: str, text: str, offset: int) -> tuple[str, int]:
    """What is wrong and where, whatever the version of Python calls it."""
    before = text[:offset].rstrip()
    if said.startswith("Illegal trailing comma"):  # Python 3.13
        return _TRAILING, offset
    if offset >= len(text.rstrip()):
        return _CUT, offset
    if text[offset] in "]}" and before.endswith(","):
        return _TRAILING, len(before) - 1
    reasons = (reason for start, reason in _REASONS if said.startswith(start))
    return next(reasons, said[:1].lower() + said[1:]), offset


def _too_deep(text: str) -> int:
    """The offset of the bracket that goes deeper than any file does."""
    depth = 0
    for offset, part in tokens(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(part, 0)
        if depth > DEEPEST:
            return offset
    return 0
