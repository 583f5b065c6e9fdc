"""Lines of a text report: wrapped to a width, with aligned labels and no trailing space."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Protocol

from checker.render.characters import visible
from checker.words import Language

_RESET = "\x1b[0m"


class Style(Enum):
    """How a line stands out on a terminal that shows colours."""

    PLAIN = ""
    BOLD = "\x1b[1m"
    RED = "\x1b[1;31m"
    YELLOW = "\x1b[33m"


class Sheet(Protocol):
    """What the sections of a report are written on, whatever the format."""

    @property
    def language(self) -> Language:
        """That of the report."""

    def title(self, text: str) -> None:
        """The title of the report."""

    def heading(self, text: str) -> None:
        """The title of a section."""

    def observation(self, number: int, text: str, style: Style) -> None:
        """The title of one observation."""

    def paragraph(self, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """A paragraph."""

    def item(self, mark: str, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """An item of a list; one further in belongs to the one before it."""

    def labelled(self, pairs: Sequence[tuple[str, str]], indent: int = 2) -> None:
        """Labels with their texts; what has no text is left out."""

    def blank(self) -> None:
        """A gap between paragraphs."""


class Page:
    """Collects the lines of one report: the sheet of a terminal.

    Args:
        language: Decides the space before a colon.
        color: Whether styles are written at all.
        width: Columns of a line; a single longer word is broken.
    """

    def __init__(self, language: Language, *, color: bool, width: int) -> None:
        self.language = language
        self.width = max(width, 40)
        self._color = color
        self._lines: list[str] = []

    def title(self, text: str) -> None:
        """The title of the report."""
        self.paragraph(text, Style.BOLD)

    def heading(self, text: str) -> None:
        """The title of a section, underlined."""
        shown = visible(text)
        self._gap()
        self._write(shown, Style.BOLD)
        self._write("-" * len(shown))

    def observation(self, number: int, text: str, style: Style) -> None:
        """The title of one observation, set off from what stands before it."""
        self.blank()
        self.item(f"{number}.", text, style)

    def paragraph(self, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """A paragraph."""
        self._wrapped(text, " " * indent, " " * indent, style)

    def item(self, mark: str, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """An item of a list, its further lines below its text."""
        first = " " * indent + mark + " "
        self._wrapped(text, first, " " * len(first), style)

    def labelled(self, pairs: Sequence[tuple[str, str]], indent: int = 2) -> None:
        """Labels, and texts that begin in the same column; what has no text is left out."""
        pairs = [(label, text) for label, text in pairs if text]
        most = max((len(label) for label, _ in pairs), default=0)
        colon = "\u00a0: " if self.language == "fr" else ": "
        for label, text in pairs:
            first = " " * indent + label.ljust(most) + colon
            self._wrapped(text, first, " " * len(first))

    def lines(self, lines: Iterable[str], indent: int = 2) -> None:
        """Lines that are laid out already, such as a table."""
        for line in lines:
            self._write(" " * indent + line)

    def blank(self) -> None:
        """One empty line, never two."""
        self._gap()

    def text(self) -> str:
        """All lines."""
        return "".join(f"{line}\n" for line in self._lines)

    def _wrapped(self, text: str, first: str, others: str, style: Style = Style.PLAIN) -> None:
        lines = textwrap.wrap(
            visible(text),
            width=self.width,
            initial_indent=first,
            subsequent_indent=others,
            break_on_hyphens=False,
        )
        for line in lines or [first]:
            self._write(line, style)

    def _gap(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def _write(self, line: str, style: Style = Style.PLAIN) -> None:
        line = line.rstrip()
        styled = self._color and line and style is not Style.PLAIN
        self._lines.append(f"{style.value}{line}{_RESET}" if styled else line)


def shortened(text: str, most: int) -> str:
    """A text cut to a length, the cut shown."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
