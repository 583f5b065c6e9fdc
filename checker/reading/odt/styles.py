"""What the styles of an ODT file say that matters for reading: hidden text and lists."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from checker.reading.odt.names import attribute, names
from checker.reading.xmltree import Element

_LONGEST_LINE = 50


@frozen
class Style:
    """One style.

    Args:
        parent: The style it inherits from.
        hidden: Whether its text is hidden; `None` where it does not say.
        list: The list style of its paragraphs, or `None`; an empty name takes them out of lists.
    """

    parent: str | None
    hidden: bool | None
    list: str | None


class Styles:
    """All styles, by family and name; automatic ones of the text go before common ones.

    Args:
        roots: Of the parts, the text's own last.
    """

    def __init__(self, roots: Iterable[Element]) -> None:
        self.lists: dict[str | None, Element] = {}  # that of headings under `None`
        self._styles: dict[tuple[str, str], Style] = {}
        self._hidden: dict[tuple[str, str | None], bool | None] = {}
        for root in roots:
            for group in ("office:styles", "office:automatic-styles"):
                found = names.child(root, group)
                for each in () if found is None else found:
                    self._keep(each)

    def hidden(self, family: str, name: str | None) -> bool | None:
        """Whether text of that style is hidden; `None` where no style of the line says."""
        if (family, name) not in self._hidden:
            said = (each.hidden for each in self._chain(family, name) if each.hidden is not None)
            self._hidden[family, name] = next(said, None)
        return self._hidden[family, name]

    def list_of(self, paragraph: str | None) -> str | None:
        """The list style that a paragraph style gives."""
        found = (each.list for each in self._chain("paragraph", paragraph) if each.list is not None)
        return next(found, None)

    def _chain(self, family: str, name: str | None) -> list[Style]:
        found: list[Style] = []
        while name is not None and (family, name) in self._styles and len(found) < _LONGEST_LINE:
            style = self._styles[family, name]
            found.append(style)
            name = style.parent
        return found

    def _keep(self, element: Element) -> None:
        kind, name = names.of(element), attribute(element, "style:name") or ""
        if kind == "style:style":
            family = attribute(element, "style:family") or ""
            self._styles[family, name] = _style(element)
        elif kind == "text:list-style":
            self.lists[name] = element
        elif kind == "text:outline-style":
            self.lists[None] = element


def _style(element: Element) -> Style:
    display = attribute(names.child(element, "style:text-properties"), "text:display")
    return Style(
        attribute(element, "style:parent-style-name"),
        None if display is None else display == "none",
        attribute(element, "style:list-style-name"),
    )
