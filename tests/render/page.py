"""A page as its source writes it: strict where a browser forgives."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

_VOID = {"meta", "br", "hr", "img", "input", "link"}
_OUTSIDE = ("src", "href", "action", "data", "srcset", "poster", "xlink:href", "formaction")


class Page(HTMLParser):
    """The elements of a page, and what is wrong with their nesting.

    Attributes:
        elements: Every start tag in order, with its attributes.
        faults: Tags that close nothing, or are never closed.
        texts: The text within each element that has an `id`.
    """

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.faults: list[str] = []
        self.texts: dict[str, str] = {}
        self.inline: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(source)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag, _ in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.faults += [f"<{tag} {name}> twice" for name, n in _count(attrs) if n > 1]
        self.elements.append((tag, attributes))
        if tag in _VOID:
            return
        self._open.append((tag, attributes.get("id", "")))
        if "id" in attributes:
            self.texts[attributes["id"]] = ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            self.faults.append(f"</{tag}> within {self._open[-3:]}, line {self.getpos()[0]}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] in ("style", "script"):
            self.inline[self._open[-1][0]] = self.inline.get(self._open[-1][0], "") + data
            return
        for _, id_ in self._open:
            if id_:
                self.texts[id_] += data

    @property
    def text(self) -> str:
        """All that a reader sees."""
        return self.texts["main"]

    def all(self, tag: str, class_: str = "") -> list[dict[str, str]]:
        """The attributes of the elements with a tag and, if given, a class."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and (not class_ or class_ in attributes.get("class", "").split())
        ]

    @property
    def ids(self) -> Counter[str]:
        """Every `id`, counted."""
        return Counter(each["id"] for _, each in self.elements if "id" in each)

    @property
    def dangling(self) -> set[str]:
        """What is referred to on the page and is not there."""
        wanted = {each["href"][1:] for _, each in self.elements if "href" in each}
        for _, each in self.elements:
            wanted.update(each.get("aria-labelledby", "").split())
        return wanted - {*self.ids}

    @property
    def outside(self) -> list[str]:
        """Addresses that lead out of the page."""
        return [
            each[name]
            for _, each in self.elements
            for name in _OUTSIDE
            if name in each and not each[name].startswith("#")
        ]


def _count(attrs: list[tuple[str, str | None]]) -> list[tuple[str, int]]:
    return [*Counter(name for name, _ in attrs).items()]
