"""Fields of a DOCX file: what they show is text, what they are computed from is not (17.16).

A field is a run of marks: begin, instruction, separate, result, end. A begin without an end
would silence the rest of the document, so marks without their partners count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.reading.docx.names import attribute, names, switch, value
from checker.reading.xmltree import Element, number


class Fields:
    """Where in its fields the reading of one story stands.

    Args:
        story: The body, a header, a note, a text box.
    """

    def __init__(self, story: Element | None = None) -> None:
        has_marks = story is not None and next(story.iter("{*}fldChar"), None) is not None
        self._ends = _pairs(story) if story is not None and has_marks else set()
        self._in_result: list[bool] = []
        self._instructions = 0  # how many of them are not in their result

    @property
    def silent(self) -> bool:
        """Whether the text here is part of an instruction."""
        return self._instructions > 0

    def mark(self, mark: Element) -> str:
        """Passes a mark; returns what a form field shows that has no result."""
        kind = attribute(mark, "w:fldCharType")
        if mark not in self._ends:
            return ""
        if kind == "begin":
            shown = "" if self.silent else _form(mark)
            self._in_result.append(False)
            self._instructions += 1
            return shown
        if kind == "separate":
            self._in_result[-1] = True
            self._instructions -= 1
        elif not self._in_result.pop():
            self._instructions -= 1
        return ""


def _pairs(story: Iterable[Element]) -> set[Element]:
    """The marks of whole fields, those of text boxes within the story left out."""
    whole: set[Element] = set()
    opened: list[list[Element]] = []
    for mark in _marks(story):
        kind = attribute(mark, "w:fldCharType")
        if kind == "begin":
            opened.append([mark])
        elif opened and kind == "separate" and len(opened[-1]) == 1:
            opened[-1].append(mark)
        elif opened and kind == "end":
            whole.update(opened.pop(), [mark])
    return whole


def _marks(story: Iterable[Element]) -> list[Element]:
    found: list[Element] = []
    within = list(story)[::-1]
    while within:
        element = within.pop()
        name = names.of(element)
        if name == "w:fldChar":
            found.append(element)
        elif name != "w:txbxContent":
            within.extend(list(element)[::-1])
    return found


def _form(mark: Element) -> str:
    data = names.child(mark, "w:ffData")
    box = names.child(data, "w:checkBox")
    if box is not None:
        checked = switch(box, "w:checked")
        return "☒" if (switch(box, "w:default") if checked is None else checked) else "☐"
    choices = names.child(data, "w:ddList")
    if choices is None:
        return ""
    entries = [attribute(each, "w:val") or "" for each in names.children(choices, "w:listEntry")]
    chosen = number(value(choices, "w:result") or value(choices, "w:default"), 0)
    return entries[chosen] if chosen < len(entries) else ""
