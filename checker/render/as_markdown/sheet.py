"""A sheet of Markdown, in which no text is taken for markup.

It is CommonMark with the tables of GitHub and GitLab.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.render.characters import visible
from checker.render.layout import Style
from checker.words import Language

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKUP = re.compile(r"([\\`*_\[\]~|$])")
_BEGINS = re.compile(r"^([-+=#:]|\d+(?=[.)]))")


class MarkdownSheet:
    """Collects the blocks of one report.

    Args:
        language: Decides the space before a colon.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._lines: list[str] = []
        self._in_list = False

    def title(self, text: str) -> None:
        """The title of the report."""
        self._block(f"# {escape(text)}")

    def heading(self, text: str) -> None:
        """The title of a section."""
        self._block(f"## {escape(text)}")

    def subheading(self, text: str) -> None:
        """The title of a part of a section."""
        self._block(f"### {escape(text)}")

    def observation(self, number: int, text: str, style: Style) -> None:
        """The title of one observation."""
        self._block(_styled(f"{number}\\. {escape(text)}", style))

    def paragraph(self, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """A paragraph; there is no indent."""
        del indent
        self._block(_styled(escape(text), style))

    def item(self, mark: str, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """An item of a list; one further in belongs to the one before it."""
        shown = escape(text if mark in ("-", "·") else f"{mark} {text}")
        self._item(_styled(shown, style), 1 if indent > 2 else 0)

    def labelled(self, pairs: Sequence[tuple[str, str]], indent: int = 2) -> None:
        """Labels with their texts; what has no text is left out."""
        del indent
        colon = "\u00a0:" if self.language == "fr" else ":"
        for label, text in pairs:
            if text:
                self._item(f"**{escape(label)}{colon}** {escape(text)}", 0)

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], *, figures: bool = False
    ) -> None:
        """A table; the columns of figures, all but the first, end on the right."""
        bar = ["---", *(["---:" if figures else "---"] * (len(headings) - 1))]
        lines = [map(escape, headings), bar, *(map(escape, row) for row in rows)]
        self._block("\n".join(f"| {' | '.join(line)} |" for line in lines))

    def blank(self) -> None:
        """Blocks are apart in any case."""

    def text(self) -> str:
        """All blocks."""
        return "".join(f"{line}\n" for line in self._lines)

    def _item(self, text: str, level: int) -> None:
        if self._lines and not self._in_list:
            self._lines.append("")
        self._lines.append(f"{'  ' * level}- {text}")
        self._in_list = True

    def _block(self, text: str) -> None:
        if self._lines:
            self._lines.append("")
        self._lines.append(text)
        self._in_list = False


def escape(text: str) -> str:
    """A text on one line that reads the same once rendered, in a paragraph or a cell."""
    shown = _MARKUP.sub(r"\\\1", visible(text).translate(_ENTITIES))
    return _BEGINS.sub(_escaped_beginning, shown)


def _escaped_beginning(match: re.Match[str]) -> str:
    """What would begin a list or a heading; after digits it is the next sign that does."""
    return f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}"


def _styled(text: str, style: Style) -> str:
    return text if style is Style.PLAIN else f"**{text}**"
