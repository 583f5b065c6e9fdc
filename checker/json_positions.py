"""Where every value of a JSON text stands.

Run only to point at something: the standard library reads the values themselves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from attrs import frozen

_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+)', re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@frozen
class Position:
    """A place in a text: 1-based line and column."""

    line: int
    column: int


def step(path: str, key: str | int) -> str:
    """The JSON path of a member: `$.awards[2].amount`, `$["no name"]`."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if _PLAIN.fullmatch(key) else f"{path}[{json.dumps(key)}]"


def positions(text: str) -> Mapping[str, Position]:
    """The position of every value, by JSON path, and of the key of a member where it has one.

    Args:
        text: A well-formed JSON text; of a broken one, as much as reads is returned.
    """
    return _located(text, _offsets(text)[0])


def repeated_keys(text: str) -> Mapping[str, Position]:
    """The position of each key that already stood in its object, by JSON path."""
    return _located(text, _offsets(text)[1])


def _located(text: str, offsets: Mapping[str, int]) -> dict[str, Position]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found: dict[str, Position] = {}
    line = 0
    for path, offset in sorted(offsets.items(), key=lambda item: item[1]):
        while line + 1 < len(starts) and starts[line + 1] <= offset:
            line += 1
        found[path] = Position(line + 1, offset - starts[line] + 1)
    return found


def _offsets(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """Offsets by path, of first and of repeated members; no recursion, so depth does no harm."""
    found: dict[str, int] = {}
    repeated: dict[str, int] = {}
    stack: list[tuple[str, int | None]] = []  # path of the container; next index, None in objects
    key: tuple[str, int] | None = None
    at = 0
    while match := _TOKEN.match(text, at):
        at = match.end()
        token, start = match[1], match.start(1)
        if token in "}]":
            if stack:
                stack.pop()
            continue
        if token in ",:":
            if token == "," and stack and stack[-1][1] is not None:
                stack[-1] = (stack[-1][0], stack[-1][1] + 1)
            continue
        if stack and stack[-1][1] is None and key is None:
            name = _unquoted(token)
            key = (step(stack[-1][0], name), start)
            continue
        if not stack:
            path = "$"
        elif key is not None:
            path, start = key
        else:
            path = step(stack[-1][0], stack[-1][1] or 0)
        key = None
        (repeated if path in found else found)[path] = start
        if token in "{[":
            stack.append((path, None if token == "{" else 0))
    return found, repeated


def _unquoted(token: str) -> str:
    try:
        name = json.loads(token)
    except ValueError:
        return token
    return name if isinstance(name, str) else token
