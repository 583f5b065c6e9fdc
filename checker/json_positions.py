"""Where every value of a JSON text stands.

Run only to point at something: the standard library reads the values themselves.
"""

from __future__ import annotations

import bisect
import functools
import json
import re
from collections.abc import Iterator, Mapping

from attrs import frozen

MOST_PLACES = 1_000_000
"""Values located at most: a text of more is hostile, or no text to point into."""
DEEPEST = 100
"""Levels located at most; a case has six."""

_SPACE = " \t\n\r"
# Escapes are left to `_closing_quote`: a repeated group would hold memory for each of them.
_TOKEN = re.compile(rf'[{_SPACE}:,]*("[^"\\]*"?|[{{}}\[\]]|[^{_SPACE}{{}}\[\],:"]+)')
_OBJECT = -1
_NOWHERE = -1
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@frozen
class Position:
    """A place in a text: 1-based line and column."""

    line: int
    column: int


class Positions(Mapping[str, Position]):
    """Positions by JSON path; a line and a column are worked out when they are asked for."""

    def __init__(self, text: str, offsets: Mapping[str, int]) -> None:
        self._offsets = offsets
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __getitem__(self, path: str) -> Position:
        offset = self._offsets[path]
        line = bisect.bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def __iter__(self) -> Iterator[str]:
        return iter(self._offsets)

    def __len__(self) -> int:
        return len(self._offsets)


def place(text: str, offset: int) -> Position:
    """The position of one character."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def step(path: str, key: str | int) -> str:
    """The JSON path of a member: `$.awards[2].amount`, `$["no name"]`."""
    return f"{path}[{key}]" if isinstance(key, int) else path + _member(key)


def positions(text: str) -> Positions:
    """The position of every value, by JSON path, and of the key of a member where it has one.

    Args:
        text: A well-formed JSON text; of a broken one, as much as reads is returned.
    """
    return Positions(text, _offsets(text)[0])


def repeated_keys(text: str) -> Positions:
    """The position of each key that already stood in its object, by JSON path; the last of them."""
    return Positions(text, _offsets(text)[1])


@functools.lru_cache(maxsize=1000)
def _member(key: str) -> str:
    return f".{key}" if _PLAIN.fullmatch(key) else f"[{json.dumps(key)}]"


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """Brackets, keys and values of a JSON text, each with its offset; without colons and commas."""
    end = 0
    while match := _TOKEN.match(text, end):
        start, end, part = match.start(1), match.end(), match[1]
        if part[0] == '"' and (len(part) == 1 or part[-1] != '"'):
            end = _closing_quote(text, start)
            part = text[start:end]
        yield start, part


def _offsets(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """Offsets by path, of first and of repeated members; no recursion, so depth does no harm."""
    found: dict[str, int] = {}
    repeated: dict[str, int] = {}
    outer: list[tuple[str, int]] = []  # the containers around the present one
    holder, index = "", _OBJECT  # the present one: its path; the next index where it is a list
    member, at = "$", len(text) - len(text.lstrip(_SPACE))  # a member whose value is next
    within = _NOWHERE  # depth of a repeated member, below which paths repeat without fault
    for start, part in tokens(text):
        if part in "}]":
            holder, index = outer.pop() if outer else ("", _OBJECT)
        elif index == _OBJECT and not member:
            member, at = step(holder, _unquoted(part)), start
            continue
        else:
            if not member:
                member, at = f"{holder}[{index}]", start
                index += 1
            if len(outer) > DEEPEST:
                member = holder
            elif member in found and within == _NOWHERE:
                repeated[member], within = at, len(outer)
            else:
                found[member] = at
            if part in "{[":
                outer.append((holder, index))
                holder, index = member, (_OBJECT if part == "{" else 0)
            member = ""
        if len(outer) <= within:
            within = _NOWHERE
        if len(found) == MOST_PLACES:
            break
    return found, repeated


def _closing_quote(text: str, start: int) -> int:
    """The offset after the string that starts at `start`."""
    end = text.find('"', start + 1)
    while end > 0:
        before = end
        while text[before - 1] == "\\":
            before -= 1
        if (end - before) % 2 == 0:
            return end + 1
        end = text.find('"', end + 1)
    return len(text)


def _unquoted(token: str) -> str:
    if "\\" not in token:
        return token[1:-1]
    try:
        name = json.loads(token)
    except ValueError:
        return token
    return name if isinstance(name, str) else token
