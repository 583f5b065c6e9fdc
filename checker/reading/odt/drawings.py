"""Drawings of an ODT file: their text is text, their pictures are counted as unread."""

from __future__ import annotations

from checker.reading.odt.names import attribute, names
from checker.reading.source import AsideReason
from checker.reading.writing import Writing
from checker.reading.xmltree import Element

SHAPES = [
    "draw:frame",
    "draw:custom-shape",
    "draw:rect",
    "draw:circle",
    "draw:ellipse",
    "draw:line",
    "draw:path",
    "draw:polygon",
    "draw:polyline",
    "draw:regular-polygon",
    "draw:connector",
    "draw:caption",
    "draw:measure",
    "draw:g",
    "draw:control",
]
_UNREAD = {
    "draw:image": "image",
    "draw:object": "embedded object",
    "draw:object-ole": "embedded object",
    "draw:plugin": "embedded object",
    "draw:applet": "embedded object",
}


def hides(element: Element) -> bool:
    """Whether a section, field or drawing says itself that it is not shown."""
    display = attribute(element, "text:display") or attribute(element, "draw:display")
    hidden = attribute(element, "text:is-hidden") == "true"
    return display == "none" or (display == "condition" and hidden)


class Drawings:
    """Text boxes met in a paragraph, and what cannot be read.

    Args:
        writing: Where the text is written.
    """

    def __init__(self, writing: Writing) -> None:
        self.unread: dict[str, int] = {}
        self._writing = writing
        self._boxes: list[tuple[Element, AsideReason | None]] = []

    def take(self) -> list[tuple[Element, AsideReason | None]]:
        """The drawings with text met since last asked, each with why it is set aside."""
        taken, self._boxes = self._boxes, []
        return taken

    def met(self, drawing: Element) -> None:
        """Keeps a drawing for after the paragraph."""
        reason = self._writing.reason or ("hidden" if hides(drawing) else None)
        kind = names.of(drawing)
        if kind == "draw:control":
            self._count("form control", reason)
            return
        if kind == "draw:frame":
            # Several contents of a frame show the same; the first that can be shown is.
            text = names.child(drawing, "draw:text-box")
            if text is None:
                shown = (_UNREAD.get(names.of(each)) for each in drawing)
                what = next((each for each in shown if each is not None), None)
                if what is not None:
                    self._count(what, reason)
                if not names.children(drawing, "table:table"):
                    return
            drawing = drawing if text is None else text
        self._boxes.append((drawing, reason))

    def _count(self, what: str, reason: AsideReason | None) -> None:
        # A running head's picture is the same logo on every page.
        if reason is None:
            self.unread[what] = self.unread.get(what, 0) + 1
