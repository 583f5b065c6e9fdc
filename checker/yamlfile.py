"""YAML read strictly: every scalar stays a text with its place, nothing is guessed or expanded.

PyYAML only splits the file into events. Anchors, aliases, merges, tags, several documents,
duplicate keys, keys that are not texts, tabs and control characters are refused, each with its
line and a remedy; so is a file too large or too deeply nested to be a rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import yaml
from attrs import define

from checker.errors import InputError, Problem

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 40

_Loader: type[yaml.BaseLoader] | type[yaml.CBaseLoader]
_Loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_REMEDIES = (
    (
        "mapping values are not allowed",
        "Put a text that holds a colon and a space between quotation marks.",
    ),
    ("cannot start any token", "Put a text that begins with this character in quotation marks."),
    ("expected <block end>", "Check the indentation of this line against the lines above."),
    ("did not find expected key", "Check the indentation of this line against the lines above."),
    (
        "expected ',' or",
        "Quote a text that holds a colon, a comma or a bracket; close every bracket.",
    ),
    ("could not find expected ':'", "Write a colon after the key, then a space."),
    ("end of stream", "A quotation mark or bracket opened above is not closed."),
)


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
        with path.open("rb") as stream:
            data = stream.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise InputError([Problem(file, 0, 0, "", message)]) from None
    except ValueError:  # a NUL in the name, before Python 3.14
        message = "The file's name holds a character that no file name has."
        raise InputError([Problem(file, 0, 0, "", message)]) from None
    if len(data) > MAXIMUM_BYTES:
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
    builder = _Builder(text, file)
    try:
        root = builder.document()
    except yaml.MarkedYAMLError as error:
        raise InputError([_broken(error, file)]) from None
    except yaml.YAMLError as error:
        message = f"The YAML cannot be read: {error}.".replace("\n", " ")
        raise InputError([Problem(file, 0, 0, "", message)]) from None
    if builder.problems:
        raise InputError(builder.problems)
    return root


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


def _broken(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = ", ".join(part for part in (error.context, error.problem) if part)
    remedy = next(
        (remedy for sign, remedy in _REMEDIES if sign in said),
        "Check the quotation marks, brackets and indentation here and just above.",
    )
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Problem(file, line, column, "", f"Broken YAML: {said}. {remedy}")


class _Builder:
    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.next: Callable[[], Any] = _Loader(text).get_event

    def note(self, mark: Mark, message: str) -> None:
        self.problems.append(Problem(self.file, mark.line + 1, mark.column + 1, "", message))

    def document(self) -> Node:
        self.next()  # the start of the stream
        if type(self.next()) is yaml.StreamEndEvent:
            raise InputError([Problem(self.file, 0, 0, "", "The file is empty.")])
        root = self.node(self.next(), 0)
        self.next()  # the end of the document
        after = self.next()
        if type(after) is not yaml.StreamEndEvent:
            self.note(after.start_mark, "A second document; keep one document in each file.")
        return root

    def node(self, event: Any, depth: int) -> Node:
        mark: Mark = event.start_mark
        if depth > MAXIMUM_DEPTH:
            problem = f"more than {MAXIMUM_DEPTH} levels of nesting"
            raise yaml.MarkedYAMLError(None, None, problem, event.start_mark)
        if type(event) is yaml.AliasEvent:
            self.note(mark, f"The alias *{event.anchor}; write the value out in full.")
            return Scalar("", mark)
        if event.anchor is not None:
            self.note(mark, f"The anchor &{event.anchor}; write the value out where it is used.")
        if event.tag is not None:
            self.note(mark, f"The tag {event.tag}; remove it, values need none here.")
        if type(event) is yaml.ScalarEvent:
            return Scalar(event.value, mark)
        if type(event) is yaml.SequenceStartEvent:
            return self.listing(mark, depth)
        return self.table(mark, depth)

    def listing(self, mark: Mark, depth: int) -> Listing:
        items = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self.node(event, depth + 1))
        return Listing(tuple(items), mark)

    def table(self, mark: Mark, depth: int) -> Table:
        entries: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self.node(event, depth + 1)
            value = self.node(self.next(), depth + 1)
            if not isinstance(key, Scalar):
                self.note(key.mark, "A key is a text; quote it, or check the brackets.")
            elif key.text == "<<":
                self.note(key.mark, "The merge <<; write the keys out in full.")
            elif key.text in keys:
                first = keys[key.text].mark.line + 1
                message = f"The key {key.text!r} is already on line {first}; keep one of them."
                self.note(key.mark, message)
            else:
                keys[key.text] = key
                entries[key.text] = value
        return Table(entries, keys, mark)
