"""Lists of an ODT file as they are entered and left: which paragraph gets which number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from attrs import define

from checker.reading.odt.lists import LEVELS, Count, ListStyles
from checker.reading.odt.names import attribute
from checker.reading.odt.styles import Styles
from checker.reading.xmltree import Element, number

Label = Callable[[], str]


@define
class _Place:
    """A list that is being read.

    Args:
        style: Of the list, as far as it is said.
        numbers: Whether the next paragraph is the first of an item, and so carries the number.
    """

    count: Count
    level: int
    style: str | None
    numbers: bool = False


class Numbered:
    """The lists that the reading stands in, and the count of each list of the document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._lists = ListStyles(styles.lists)
        self._places: list[_Place] = []
        self._counts: dict[str, Count] = {}
        self._last: Count | None = None
        self._headings = Count(None)

    @contextmanager
    def list(self, element: Element) -> Iterator[None]:
        """Within a `text:list`."""
        style = attribute(element, "text:style-name")
        if self._places:
            outer = self._places[-1]
            place = _Place(outer.count, min(outer.level + 1, LEVELS - 1), style or outer.style)
            if attribute(element, "text:continue-numbering") != "true":
                outer.count.restart(place.level)
        else:
            place = _Place(self._count(element, style), 0, style)
        self._places.append(place)
        try:
            yield
        finally:
            self._places.pop()

    @contextmanager
    def item(self, element: Element, *, header: bool) -> Iterator[None]:
        """Within an item of the list, or its header, which has no number."""
        if not self._places:
            yield
            return
        place = self._places[-1]
        style = place.style
        place.style = attribute(element, "text:style-override") or style
        place.numbers = not header
        self._start(place.count, place.level, attribute(element, "text:start-value"))
        try:
            yield
        finally:
            place.style, place.numbers = style, False

    @contextmanager
    def outside(self) -> Iterator[None]:
        """Within a cell, a note or a text box, whose paragraphs are in no list outside it."""
        places, self._places = self._places, []
        try:
            yield
        finally:
            self._places = places

    def label(self, paragraph: Element, *, heading: bool) -> Label | None:
        """What stands before a paragraph, or `None`."""
        if self._places:
            place = self._places[-1]
            if not place.numbers:
                return None
            style = place.style or self._styles.list_of(attribute(paragraph, "text:style-name"))
            return partial(self._item, place, style) if style else None
        level = number(attribute(paragraph, "text:outline-level"), 1, 1, LEVELS) - 1
        if not heading or not self._lists.numbers_headings(level):
            return None
        if attribute(paragraph, "text:is-list-header") == "true":
            return None
        start = attribute(paragraph, "text:start-value")
        if attribute(paragraph, "text:restart-numbering") == "true":
            self._start(self._headings, level, start or "1")
        return partial(self._lists.label, None, self._headings, level)

    @contextmanager
    def numbered_paragraph(self, element: Element) -> Iterator[None]:
        """Within a `text:numbered-paragraph`, a list item without a list around it."""
        count = self._counts.setdefault(
            attribute(element, "text:list-id") or "", Count(attribute(element, "text:style-name"))
        )
        level = number(attribute(element, "text:level"), 1, 1, LEVELS) - 1
        self._places.append(_Place(count, level, attribute(element, "text:style-name"), True))
        self._start(count, level, attribute(element, "text:start-value"))
        try:
            yield
        finally:
            self._places.pop()

    def _item(self, place: _Place, style: str) -> str:
        place.numbers = False
        return self._lists.label(style, place.count, place.level)

    def _start(self, count: Count, level: int, start: str | None) -> None:
        if start is not None:
            count.starts[level] = number(start, 1)

    def _count(self, element: Element, style: str | None) -> Count:
        continued = self._counts.get(attribute(element, "text:continue-list") or "")
        if continued is None and attribute(element, "text:continue-numbering") == "true":
            last = self._last
            continued = last if last is not None and style in (None, last.style) else None
        count = continued or Count(style)
        self._last = count
        identifier = attribute(element, "xml:id") or attribute(element, "text:id")
        if identifier:
            self._counts[identifier] = count
        return count
