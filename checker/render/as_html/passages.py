"""The text of a document as HTML: amounts tinted, passages named and linked to their findings.

Passages may lie within one another or cross. They are written as elements within one another;
one that would cross the end of another is closed there and opened again, without its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from checker.render.characters import escape_unsafe

if TYPE_CHECKING:
    from markupsafe import Markup

_NUMBERED = 5
"""Every fifth line has its number."""
Span = tuple[int, int]


@frozen
class Reference:
    """A link from a passage back to a finding."""

    target: str
    number: int
    label: str


@frozen
class Passage:
    """A part of the text that stands out.

    Args:
        name: Its `id` on the page, if anything leads there.
        status: That of an amount; empty for any other words.
        title: What is said of an amount that is not settled.
        references: The findings that cite it.
    """

    start: int
    end: int
    name: str = ""
    status: str = ""
    title: str = ""
    references: tuple[Reference, ...] = ()


@frozen
class Page:
    """The first character of a page, and what announces it."""

    start: int
    label: str


def marked(
    text: str, spans: Sequence[Span], passages: Iterable[Passage], pages: Iterable[Page]
) -> Iterator[tuple[int, Markup]]:
    """Parts of a text as HTML.

    Args:
        text: The whole text.
        spans: The parts wanted, in order, none of them within another.
        passages: What stands out; those outside the parts are left out.
        pages: The page breaks.

    Yields:
        The number of the first line of each part, from 1, and the part.
    """
    ordered = sorted(passages, key=lambda each: (each.start, -each.end))
    for start, end in spans:
        inside = [each for each in ordered if start <= each.start and each.end <= end]
        breaks = {each.start: each.label for each in pages if start <= each.start < end}
        first = text.count("\n", 0, start) + 1
        yield first, _Writer(text, breaks).written(start, end, inside, first)


class _Writer:
    def __init__(self, text: str, breaks: dict[int, str]) -> None:
        from markupsafe import Markup, escape  # noqa: PLC0415 - comes with Jinja2

        self._markup, self._escape = Markup, escape
        self._text = text
        self._breaks = breaks
        self._out: list[str] = []

    def written(self, start: int, end: int, passages: Sequence[Passage], first: int) -> Markup:
        lines = _numbered_lines(self._text, start, end, first)
        opening: dict[int, list[Passage]] = {}
        closing: dict[int, list[Passage]] = {}
        for each in passages:
            opening.setdefault(each.start, []).append(each)
            closing.setdefault(each.end, []).append(each)
        offsets = sorted({start, end, *opening, *closing, *lines, *self._breaks})
        stack: list[Passage] = []
        for offset, after in pairwise([*offsets, end]):
            self._close(stack, closing.get(offset, []))
            if offset in self._breaks:
                self._out.append(f'<span class="page">{self._escape(self._breaks[offset])}</span>')
            if offset in lines:
                self._out.append(f'<span class="line" data-n="{lines[offset]}"></span>')
            for each in opening.get(offset, []):
                self._open(each, again=False)
                stack.append(each)
            self._out.append(self._escape(escape_unsafe(self._text[offset:after])))
        return self._markup("".join(self._out))

    def _close(self, stack: list[Passage], ending: Sequence[Passage]) -> None:
        """Close what ends here, and open again what had to be closed for it."""
        if not ending:
            return
        lowest = min(stack.index(each) for each in ending)
        above = stack[lowest:]
        del stack[lowest:]
        for each in reversed(above):
            self._out.append("</mark>")
            if each in ending:
                self._out.extend(map(self._reference, each.references))
        for each in above:
            if each not in ending:
                self._open(each, again=True)
                stack.append(each)

    def _open(self, passage: Passage, *, again: bool) -> None:
        classes = [passage.status] if passage.status else []
        classes += ["cited"] if passage.references else []
        attributes = [("class", " ".join(classes)), ("title", passage.title)]
        if passage.name and not again:
            # What a link leads to gets the focus, so that reading goes on from there.
            attributes += [("id", passage.name), ("tabindex", "-1")]
        shown = (f' {name}="{self._escape(value)}"' for name, value in attributes if value)
        self._out.append(f"<mark{''.join(shown)}>")

    def _reference(self, reference: Reference) -> str:
        label = self._escape(reference.label)
        link = f'<a class="ref" href="#{reference.target}" aria-label="{label}">'
        return f"{link}{reference.number}</a>"


def _numbered_lines(text: str, start: int, end: int, first: int) -> dict[int, int]:
    """Offsets of the lines that show their number."""
    found: dict[int, int] = {}
    offset, number = start, first
    while True:
        if number % _NUMBERED == 0:
            found[offset] = number
        offset = text.find("\n", offset, end) + 1
        if not 0 < offset < end:
            return found
        number += 1
