"""Drawings of a DOCX file: their text boxes are text, their pictures are counted as unread."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from checker.reading.docx.names import names
from checker.reading.source import AsideReason
from checker.reading.writing import Writing
from checker.reading.xmltree import Element

_INVISIBLE = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none")


class Drawings:
    """Text boxes met in a paragraph, and what cannot be read.

    Args:
        walk: Reads the content of an element.
        writing: Where it is written.
    """

    def __init__(self, walk: Callable[[Element], None], writing: Writing) -> None:
        self._walk = walk
        self._writing = writing
        self._boxes: list[tuple[Element, AsideReason | None]] = []
        self.unread: dict[str, int] = {}
        self.handlers: dict[str, Callable[[Element], None]] = {
            "w:txbxContent": self._box,
            "a:txBody": self._box,
            "wp:inline": self._drawing,
            "wp:anchor": self._drawing,
            "v:textpath": self._art,
            "pic:pic": partial(self._unread, "image"),
            "v:imagedata": partial(self._unread, "image"),
            "c:chart": partial(self._unread, "chart"),
            "dgm:relIds": partial(self._unread, "diagram"),
            "o:OLEObject": partial(self._unread, "embedded object"),
        }
        shapes = ("group", "shape", "rect", "roundrect", "oval", "line", "polyline")
        self.handlers |= {f"v:{shape}": self._shape for shape in shapes}

    def take(self) -> list[tuple[Element, AsideReason | None]]:
        """The text boxes met since last asked, each with why it is set aside."""
        taken, self._boxes = self._boxes, []
        return taken

    def _box(self, box: Element) -> None:
        self._boxes.append((box, self._writing.reason))

    def _drawing(self, drawing: Element) -> None:
        properties = names.child(drawing, "wp:docPr")
        gone = properties is not None and properties.get("hidden") in ("1", "true")
        with self._writing.apart("hidden" if gone else None):
            self._walk(drawing)

    def _shape(self, shape: Element) -> None:
        gone = _INVISIBLE.search(shape.get("style") or "")
        with self._writing.apart("hidden" if gone else None):
            self._walk(shape)

    def _art(self, art: Element) -> None:
        text = (art.get("string") or "").replace("\n", " ")
        self._writing.write(text)

    def _unread(self, what: str, element: Element) -> None:
        # A running head's picture is the same logo on every page.
        if self._writing.reason is None:
            self.unread[what] = self.unread.get(what, 0) + 1
        self._walk(element)
