"""The formats of a report, each in a module of its own that is imported when it is asked for.

A renderer takes the outcomes one by one and gives back what can be written at once, so that a run
over many inputs holds few of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol

from checker.report.model import Outcome
from checker.words import Language

FORMATS = ("text", "json", "short", "csv", "sarif", "junit", "markdown", "docx", "html")
"""Each is the class `Renderer` of the module `as_NAME`."""
BINARY = frozenset({"docx"})
"""Formats that are no text, so not for a terminal."""

Piece = str | bytes


class Renderer(Protocol):
    """Writes the reports of one run in one format."""

    def add(self, outcome: Outcome) -> Piece:
        """What can be written once this outcome is known; it may be empty."""

    def end(self) -> Piece:
        """What is left to write when all have come."""


def renderer(name: str, language: Language, *, color: bool = False) -> Renderer:
    """A renderer, its module imported now.

    Args:
        name: One of `FORMATS`.
        language: Language of what the format itself says, that of the reports.
        color: Whether to write the styles of a terminal; only text has them.
    """
    module = import_module(f"checker.render.as_{name}")
    made: Renderer = (
        module.Renderer(language, color=color) if name == "text" else module.Renderer(language)
    )
    return made


def render(name: str, outcomes: Iterable[Outcome], language: Language) -> bytes:
    """All that a format gives for some outcomes, as the bytes of a file."""
    made = renderer(name, language)
    pieces = [*(made.add(outcome) for outcome in outcomes), made.end()]
    return b"".join(map(encoded, pieces))


def encoded(piece: Piece) -> bytes:
    """A piece as it stands in a file: text is UTF-8."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")
