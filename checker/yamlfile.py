"""YAML read strictly: every scalar stays a text with its place, nothing is guessed or expanded.

PyYAML only splits the file into events. Anchors, aliases, merges, tags, several documents,
duplicate keys, keys that are not texts, tabs and control characters are refused, each with its
line and a remedy; so is a file too large or too deeply nested to be a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from attrs import define

from checker.errors import InputError, Problem

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 40

_FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


class Mark(Protocol):
    """A place in the file, 0-based."""

    line: int
    column: int


@define(eq=False)
class Scalar:
    """A text of the file, however it was quoted."""

    text: str
    mark: Mark


@define(eq=False)
class Listing:
    """A YAML sequence."""

    items: tuple[Node, ...]
    mark: Mark


@define(eq=False)
class Table:
    """A YAML mapping; `keys` holds the key itself, for its place."""

    entries: dict[str, Node]
    keys: dict[str, Scalar]
    mark: Mark


Node = Scalar | Listing | Table


def read_bytes(path: Path, file: str) -> bytes:
    """The bytes of a file that may be a rule.

    Raises:
        InputError: There is no such file, it cannot be read, or it is too large.
    """
    try:
        if not path.is_file():
            reason = "is not a file" if path.exists() else "does not exist"
            raise InputError([Problem(file, 0, 0, "", f"The file {reason}.")])
        # Not by read(MAXIMUM_BYTES + 1), which sets aside as much for each of many small files.
        too_large = path.stat().st_size > MAXIMUM_BYTES
        data = b"" if too_large else path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise InputError([Problem(file, 0, 0, "", message)]) from None
    except ValueError:  # a NUL in the name, before Python 3.14
        message = "The file's name holds a character that no file name has."
        raise InputError([Problem(file, 0, 0, "", message)]) from None
    if too_large or len(data) > MAXIMUM_BYTES:
        message = f"The file exceeds {MAXIMUM_BYTES} bytes; split it into several."
        raise InputError([Problem(file, 0, 0, "", message)])
    return data


def decode(data: bytes, file: str) -> str:
    """The text of the file.

    Raises:
        InputError: It is not UTF-8, or holds tabs or control characters.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"Byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8."
        raise InputError([Problem(file, line, 0, "", message)]) from None
    text = text.removeprefix("\ufeff")
    match = _FORBIDDEN.search(text)
    if match is None:
        return text
    line, column = _place(text, match.start())
    if match[0] == "\t":
        message = "A tab; write spaces instead."
    else:
        message = f"The character U+{ord(match[0]):04X} has no place in such a file; remove it."
    raise InputError([Problem(file, line, column, "", message)])


def parse(text: str, file: str) -> Node:
    """The only document of a YAML text.

    Raises:
        InputError: The YAML is broken, or uses what these files do without.
    """
    from checker.yamlevents import document  # noqa: PLC0415 - PyYAML is slow to import

    return document(text, file)


def paths(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every part of a tree, keys included, with its place: `checks[1].let.total`."""
    yield path, node
    if isinstance(node, Table):
        for key, child in node.entries.items():
            below = f"{path}.{key}" if path else key
            yield below, node.keys[key]
            yield from paths(child, below)
    elif isinstance(node, Listing):
        for index, child in enumerate(node.items):
            yield from paths(child, f"{path}[{index}]")


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
