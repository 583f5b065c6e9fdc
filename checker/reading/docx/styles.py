"""What the styles of a DOCX file say that matters for reading: hidden text and numbering."""

from __future__ import annotations

from attrs import frozen

from checker.reading.docx.names import attribute, names, switch, value
from checker.reading.xmltree import Element, number

_LONGEST_LINE = 50
"""Word lets styles inherit over eleven generations."""


@frozen
class Style:
    """One style.

    Args:
        based_on: The style it inherits from.
        hidden: Whether its text is hidden; `None` where it does not say.
        list: The list its paragraphs belong to, or `None`; « 0 » takes them out of a list.
        level: Their level in it, or `None`.
    """

    based_on: str | None
    hidden: bool | None
    list: str | None
    level: int | None


class Styles:
    """All styles, by their id.

    Args:
        root: Of the part, or `None` where the file has none.
    """

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._hidden: dict[str | None, bool] = {}
        self._default: str | None = None
        self._all_hidden = False
        if root is None:
            return
        defaults = names.child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._all_hidden = switch(defaults, "w:vanish") is True
        for each in names.children(root, "w:style"):
            identifier = attribute(each, "w:styleId") or ""
            self._styles[identifier] = _style(each)
            if attribute(each, "w:type") == "paragraph" and attribute(each, "w:default") in (
                "1",
                "true",
                "on",
            ):
                self._default = identifier

    def hidden(self, paragraph: str | None, run: str | None) -> bool:
        """Whether text of these two styles is hidden: two that both hide show it (17.7.3)."""
        inner = run is not None and self._style_hidden(run)
        return self._all_hidden or (self._style_hidden(paragraph or self._default) != inner)

    def numbering(self, paragraph: str | None) -> tuple[str | None, int | None]:
        """The list and the level that a paragraph style gives."""
        chain = self._chain(paragraph or self._default)
        lists = (each.list for each in chain if each.list is not None)
        levels = (each.level for each in chain if each.level is not None)
        return next(lists, None), next(levels, None)

    def lineage(self, paragraph: str | None) -> tuple[str, ...]:
        """A style and those it is based on, nearest first."""
        found: list[str] = []
        style = paragraph or self._default
        while style is not None and style in self._styles and len(found) < _LONGEST_LINE:
            found.append(style)
            style = self._styles[style].based_on
        return tuple(found)

    def _chain(self, style: str | None) -> tuple[Style, ...]:
        return tuple(self._styles[each] for each in self.lineage(style))

    def _style_hidden(self, style: str | None) -> bool:
        if style not in self._hidden:
            said = (each.hidden for each in self._chain(style) if each.hidden is not None)
            self._hidden[style] = next(said, False)
        return self._hidden[style]


def _style(style: Element) -> Style:
    numbering = names.child(style, "w:pPr", "w:numPr")
    level = value(numbering, "w:ilvl")
    return Style(
        value(style, "w:basedOn"),
        switch(style, "w:rPr", "w:vanish"),
        value(numbering, "w:numId"),
        None if level is None else number(level, 0, 0, 8),
    )
