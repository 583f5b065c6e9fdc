"""YAML through PyYAML, which only splits the file into events; see `checker.yamlfile`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from checker.errors import InputError, Problem
from checker.yamlfile import MAXIMUM_DEPTH, Listing, Mark, Node, Scalar, Table

_Loader: type[yaml.BaseLoader] | type[yaml.CBaseLoader]
_Loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

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


def document(text: str, file: str) -> Node:
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
