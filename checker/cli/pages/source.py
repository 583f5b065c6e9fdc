"""The predicate of a rule as its file writes it: `for`, `let`, `when`, `require`, no words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_PREDICATE = ("name", "severity", "judgement", "for", "rest", "let", "when", "require")
_CHECKS = "checks"
_KEY = re.compile(r"( *)([a-z_]+):")
_ITEM = re.compile(r"^( *)- (?=\S)")


def predicate(text: str) -> list[str]:
    """The lines of a rule file that say when and what it requires, as they stand."""
    lines: list[str] = []
    for key, block in _blocks(text.splitlines(), ""):
        if key in _PREDICATE[3:]:
            lines += block
        elif key == _CHECKS:
            lines += [block[0], *_of_checks(block[1:])]
    return lines


def _of_checks(lines: Sequence[str]) -> Iterator[str]:
    """The items of `checks`, each without its words; dashes count as indentation."""
    first = next((line for line in lines if line.strip()), "")
    dash = _ITEM.match(first)
    if dash is None:  # written between brackets
        yield from lines
        return
    start = dash[1] + "- "
    inner = " " * len(start)
    item: list[str] = []
    for line in [*lines, start]:
        if line.startswith(start):
            yield from _without_words(item, start, inner)
            item = []
        item.append(line)


def _without_words(item: Sequence[str], start: str, inner: str) -> Iterator[str]:
    if not item:
        return
    kept: list[str] = []
    for key, block in _blocks([inner + item[0][len(start) :], *item[1:]], inner):
        if key in _PREDICATE:
            kept += block
    if kept:
        yield start + kept[0][len(inner) :]
        yield from kept[1:]


def _blocks(lines: Sequence[str], indent: str) -> Iterator[tuple[str, list[str]]]:
    """Each key at one depth with its lines; blank lines and comments above it are left out."""
    key, block = "", list[str]()
    for line in lines:
        found = _KEY.match(line)
        if found and found[1] == indent:
            yield key, block
            key, block = found[2], []
        if line.strip() and not line.startswith((f"{indent}#", "#")):
            block.append(line)
    yield key, block
