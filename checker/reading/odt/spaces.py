"""White space of a paragraph, as OpenDocument counts it (ODF 1.3, 6.1.2)."""

from __future__ import annotations

import re

_SPACES = re.compile("[ \t\r\n]+")


class Spaces:
    """Collapses runs of white space, also across elements; none leads the paragraph.

    One that ends it stays, as LibreOffice has it.
    """

    def __init__(self) -> None:
        self._after_space = True

    def collapsed(self, text: str) -> str:
        """A text that follows what was collapsed before."""
        text = _SPACES.sub(" ", text)
        if self._after_space:
            text = text.removeprefix(" ")
        if text:
            self._after_space = text.endswith(" ")
        return text

    def reset(self) -> None:
        """After a space, tab or line end that an element stands for."""
        self._after_space = False
