"""The stories of a DOCX file – body, notes, headers, footers – walked element by element.

What is not known is walked through, never skipped: only properties, instructions of fields and
what the reader sets aside is kept out of the text (report on reading, section 2.2).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from checker.reading.docx.drawings import Drawings
from checker.reading.docx.fields import Fields
from checker.reading.docx.names import attribute, names, switch, understood, value
from checker.reading.docx.notes import Notes
from checker.reading.docx.numbering import Numbering
from checker.reading.docx.styles import Styles
from checker.reading.docx.tables import TableReader
from checker.reading.source import AsideReason
from checker.reading.symbols import symbol, symbols
from checker.reading.writing import Writing
from checker.reading.xmltree import Element

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPACES = " \t\r\n"
_LINES = str.maketrans("\r\n", "  ")
_SKIPPED = [
    "w:pPr",
    "w:rPr",
    "w:tblPr",
    "w:tblGrid",
    "w:tblPrEx",
    "w:trPr",
    "w:tcPr",
    "w:sectPr",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:instrText",
    "w:delInstrText",
    "w:pgNum",
    "w:rt",
    "w:annotationRef",
    "w:separator",
    "w:continuationSeparator",
    "w:customXmlPr",
    "w:smartTagPr",
    "w:rubyPr",
    "w:fldData",
    "w:ffData",
    "m:rPr",
    "m:ctrlPr",
    "m:oMathParaPr",
]


class Body:
    """Reads stories into a writing."""

    def __init__(
        self, writing: Writing, styles: Styles, numbering: Numbering, notes: Notes
    ) -> None:
        self.drawings = Drawings(self._walk, writing)
        self.comments = 0
        self.imports = 0
        self._writing = writing
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._fields = Fields()
        self._paragraph_style: str | None = None
        self._kept_spaces = False
        self._handlers: dict[str, Callable[[Element], None]] = {
            "w:p": self._paragraph,
            "w:r": self._run,
            "w:t": self._text,
            "w:tbl": self._table,
            "w:fldChar": self._field,
            "w:sym": self._symbol,
            "w:br": self._break,
            "w:cr": self._break,
            "w:tab": partial(self._character, "\t"),
            "w:ptab": partial(self._character, "\t"),
            "w:noBreakHyphen": partial(self._character, "\u2011"),
            "w:softHyphen": partial(self._character, "\u00ad"),
            "w:del": partial(self._apart, "deleted"),
            "w:moveFrom": partial(self._apart, "deleted"),
            "w:delText": self._deleted_text,
            "w:footnoteReference": partial(self._note, "footnote"),
            "w:endnoteReference": partial(self._note, "endnote"),
            "w:footnoteRef": self._note_mark,
            "w:endnoteRef": self._note_mark,
            "w:commentReference": self._comment,
            "w:altChunk": self._import,
            "w:subDoc": self._import,
            "mc:AlternateContent": self._alternate,
            "m:t": self._text,
            **self.drawings.handlers,
            "a:p": self._drawn_paragraph,
            "a:t": self._text,
            "a:br": self._break,
        }
        self._handlers |= dict.fromkeys(_SKIPPED, self._skip)

    def story(self, story: Element) -> None:
        """Reads one story, from a new line."""
        before = self._fields, self._kept_spaces, self._paragraph_style
        self._fields, self._kept_spaces = Fields(story), story.get(_XML_SPACE) == "preserve"
        self._writing.break_line()
        self._walk(story)
        self._boxes()
        self._fields, self._kept_spaces, self._paragraph_style = before

    def _walk(self, parent: Element) -> None:
        for child in parent:
            handler = self._handlers.get(names.of(child))
            if handler is None:
                self._walk(child)
            else:
                handler(child)

    def _skip(self, _: Element) -> None:
        pass

    def _apart(self, reason: AsideReason, element: Element) -> None:
        with self._writing.apart(reason):
            self._walk(element)

    def _paragraph(self, paragraph: Element) -> None:
        properties = names.child(paragraph, "w:pPr")
        style = self._paragraph_style = value(properties, "w:pStyle")
        numbered = self._numbering.of(properties, style)
        self._writing.paragraph(numbered and partial(self._numbering.label, *numbered))
        self._walk(paragraph)
        mark = names.child(properties, "w:rPr")
        if self._mark_is_gone(mark, style):
            self._writing.join()
        else:
            self._writing.end_line()
        self._boxes()

    def _mark_is_gone(self, mark: Element | None, style: str | None) -> bool:
        if mark is not None:
            gone = (names.child(mark, "w:del"), names.child(mark, "w:moveFrom"))
            if any(each is not None for each in gone):
                return True
        return self._hides(mark, style)

    def _boxes(self) -> None:
        # After the paragraph they are anchored in, so that they do not cut its sentences.
        for box, reason in self.drawings.take():
            with self._writing.apart(reason):
                self.story(box)

    def _run(self, run: Element) -> None:
        hidden = self._hides(names.child(run, "w:rPr"), self._paragraph_style)
        with self._writing.apart("hidden" if hidden else None):
            self._walk(run)

    def _hides(self, properties: Element | None, style: str | None) -> bool:
        direct = switch(properties, "w:vanish")
        if direct is not None:
            return direct
        return self._styles.hidden(style, value(properties, "w:rStyle"))

    def _say(self, text: str) -> None:
        if not self._fields.silent:
            self._writing.write(text)

    def _text(self, element: Element) -> None:
        text = (element.text or "").translate(_LINES)
        if not self._kept_spaces and element.get(_XML_SPACE) != "preserve":
            text = text.strip(_SPACES)
        if any("\uf020" <= character <= "\uf0ff" for character in text):
            text = symbols(_font(element), text)
        self._say(text)

    def _deleted_text(self, element: Element) -> None:
        with self._writing.apart("deleted"):
            self._text(element)

    def _symbol(self, element: Element) -> None:
        code = attribute(element, "w:char") or ""
        try:
            self._say(symbol(attribute(element, "w:font"), int(code, 16)))
        except ValueError:
            return

    def _character(self, character: str, _: Element) -> None:
        self._say(character)

    def _break(self, _: Element) -> None:
        if not self._fields.silent:
            self._writing.end_line()

    def _field(self, mark: Element) -> None:
        if shown := self._fields.mark(mark):
            self._writing.write(shown)

    def _table(self, table: Element) -> None:
        TableReader(self._writing, self._walk).read(table)

    def _note(self, kind: str, reference: Element) -> None:
        if not self._fields.silent:
            self._writing.write(self._notes.refer(kind, reference, self._writing.reason))

    def _note_mark(self, _: Element) -> None:
        self._say(self._notes.mark)

    def _comment(self, _: Element) -> None:
        self.comments += 1

    def _import(self, _: Element) -> None:
        self.imports += 1

    def _alternate(self, element: Element) -> None:
        """One branch of several that say the same: the first that Word understands."""
        branches = names.children(element, "mc:Choice")
        chosen = next((each for each in branches if understood(each)), None)
        if chosen is None:
            chosen = names.child(element, "mc:Fallback")
        if chosen is not None:
            self._walk(chosen)

    def _drawn_paragraph(self, paragraph: Element) -> None:
        self._walk(paragraph)
        self._writing.end_line()


def _font(text: Element) -> str | None:
    fonts = names.child(text.getparent(), "w:rPr", "w:rFonts")
    return attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")
