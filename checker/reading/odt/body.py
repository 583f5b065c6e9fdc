"""The text of an ODT file – body, notes, headers, footers – walked element by element.

What is not known is walked through, never skipped: only comments, templates of indexes, alternative
texts of pictures and what the reader sets aside is kept out of the text (report on reading,
section 2.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from checker.reading.odt.drawings import SHAPES, Drawings, hides
from checker.reading.odt.names import attribute, names
from checker.reading.odt.notes import Notes
from checker.reading.odt.numbered import Numbered
from checker.reading.odt.spaces import Spaces
from checker.reading.odt.styles import Styles
from checker.reading.odt.tables import TableReader
from checker.reading.writing import Writing
from checker.reading.xmltree import Element, number

_SKIPPED = [
    "text:tracked-changes",
    "text:number",
    "text:ruby-text",
    "text:script",
    "text:note-citation",
    "text:table-of-content-source",
    "text:illustration-index-source",
    "text:table-index-source",
    "text:object-index-source",
    "text:user-index-source",
    "text:alphabetical-index-source",
    "text:bibliography-source",
    "text:notes-configuration",
    "office:forms",
    "office:change-info",
    "office:event-listeners",
    "office:binary-data",
    "svg:title",
    "svg:desc",
]


class Body:
    """Reads stories into a writing.

    Args:
        deletions: What tracked changes deleted, by the id of the change.
    """

    def __init__(self, writing: Writing, styles: Styles, deletions: dict[str, Element]) -> None:
        self.comments = 0
        self.notes = Notes()
        self.drawings = Drawings(writing)
        self._writing = writing
        self._styles = styles
        self._numbered = Numbered(styles)
        self._deletions = dict(deletions)
        self._spaces: Spaces | None = None  # `None` between paragraphs, where no text counts
        self._mark = ""
        self._handlers: dict[str, Callable[[Element], None]] = {
            "text:p": self._paragraph,
            "text:h": self._paragraph,
            "text:span": self._span,
            "text:s": self._run_of_spaces,
            "text:tab": partial(self._character, "\t"),
            "text:line-break": self._break,
            "text:list": self._list,
            "text:list-item": partial(self._item, False),
            "text:list-header": partial(self._item, True),
            "text:numbered-paragraph": self._numbered_paragraph,
            "text:section": self._section,
            "text:change": self._change,
            "text:note": self._note,
            "text:hidden-text": self._hidden_text,
            "text:hidden-paragraph": self._skip,
            "text:variable-set": self._variable,
            "text:variable-get": self._variable,
            "text:user-field-get": self._variable,
            "text:expression": self._variable,
            "office:annotation": self._comment,
            "table:table": self._table,
        }
        self._handlers |= dict.fromkeys(_SKIPPED, self._skip)
        self._handlers |= dict.fromkeys(SHAPES, self._drawing)

    def story(self, story: Element, mark: str = "") -> None:
        """Reads one story, from a new line.

        Args:
            story: The body, a note, a text box, a header.
            mark: What stands before its first paragraph.
        """
        self._mark = mark
        with self._elsewhere():
            self._writing.break_line()
            self._walk(story)
            self._boxes()
            self._writing.break_line()
        self._mark = ""

    def read_notes(self) -> None:
        """Reads the notes that were met."""
        while notes := self.notes.take():
            for content, mark, reason in notes:
                with self._writing.apart(reason):
                    self.story(content, f"{mark} ")

    def read_deletions(self) -> None:
        """Reads the deletions whose place the text does not say."""
        for each in list(self._deletions):
            self._delete(each)

    def _walk(self, parent: Element) -> None:
        self._say(parent.text)
        for child in parent:
            handler = self._handlers.get(names.of(child))
            if handler is None:
                self._walk(child)
            else:
                handler(child)
            self._say(child.tail)

    @contextmanager
    def _elsewhere(self) -> Iterator[None]:
        before, self._spaces = self._spaces, None
        try:
            with self._numbered.outside():
                yield
        finally:
            self._spaces = before

    def _say(self, text: str | None) -> None:
        if text and self._spaces is not None:
            self._writing.write(self._spaces.collapsed(text))

    def _skip(self, _: Element) -> None:
        pass

    def _paragraph(self, paragraph: Element) -> None:
        hidden = self._paragraph_is_hidden(paragraph)
        before, self._spaces = self._spaces, Spaces()
        label = self._numbered.label(paragraph, heading=names.of(paragraph) == "text:h")
        if self._mark:
            label, self._mark = partial(str, self._mark), ""
        with self._writing.apart("hidden" if hidden else None):
            self._writing.paragraph(label)
            self._walk(paragraph)
            self._writing.end_line()
        self._spaces = before
        self._boxes()

    def _paragraph_is_hidden(self, paragraph: Element) -> bool:
        if self._styles.hidden("paragraph", attribute(paragraph, "text:style-name")):
            return True
        fields = names.children(paragraph, "text:hidden-paragraph")
        return any(attribute(each, "text:is-hidden") == "true" for each in fields)

    def _boxes(self) -> None:
        # After the paragraph they are anchored in, so that they do not cut its sentences.
        for box, reason in self.drawings.take():
            with self._writing.apart(reason):
                self.story(box)

    def _span(self, span: Element) -> None:
        hidden = self._styles.hidden("text", attribute(span, "text:style-name"))
        with self._writing.apart("hidden" if hidden else None):
            self._walk(span)

    def _run_of_spaces(self, element: Element) -> None:
        self._character(" " * number(attribute(element, "text:c"), 1), element)

    def _character(self, characters: str, _: Element) -> None:
        if self._spaces is not None:
            self._spaces.reset()
            self._writing.write(characters)

    def _break(self, _: Element) -> None:
        if self._spaces is not None:
            self._spaces.reset()
            self._writing.end_line()

    def _list(self, element: Element) -> None:
        with self._numbered.list(element):
            self._walk(element)

    def _item(self, header: bool, element: Element) -> None:
        with self._numbered.item(element, header=header):
            self._walk(element)

    def _numbered_paragraph(self, element: Element) -> None:
        with self._numbered.numbered_paragraph(element):
            self._walk(element)

    def _section(self, section: Element) -> None:
        with self._writing.apart("hidden" if hides(section) else None):
            self._walk(section)

    def _variable(self, field: Element) -> None:
        with self._writing.apart("hidden" if hides(field) else None):
            self._walk(field)

    def _hidden_text(self, field: Element) -> None:
        if attribute(field, "text:is-hidden") == "true":
            with self._writing.apart("hidden"):
                self._say(attribute(field, "text:string-value"))
        else:
            self._walk(field)

    def _change(self, place: Element) -> None:
        # Within a deletion it waits for its turn: a chain of them could be as long as the file.
        if self._writing.reason != "deleted":
            self._delete(attribute(place, "text:change-id") or "")

    def _delete(self, change: str) -> None:
        deletion = self._deletions.pop(change, None)
        if deletion is not None:
            with self._writing.apart("deleted"), self._elsewhere():
                self._walk(deletion)

    def _note(self, note: Element) -> None:
        self._say(self.notes.refer(note, self._writing.reason))

    def _comment(self, _: Element) -> None:
        self.comments += 1

    def _drawing(self, drawing: Element) -> None:
        if self._spaces is None and names.of(drawing) == "draw:g":
            with self._writing.apart("hidden" if hides(drawing) else None):
                self._walk(drawing)
            return
        self.drawings.met(drawing)
        if self._spaces is None:
            self._boxes()

    def _table(self, table: Element) -> None:
        with self._elsewhere():
            TableReader(self._writing, self._walk).read(table)
