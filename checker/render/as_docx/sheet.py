"""A sheet of a Word document: real headings and lists, tables whose headings repeat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm, Length, Pt, RGBColor

from checker.render.as_docx.cells import Part, added, align, fill, keep_together, pad, repeat, shade
from checker.render.as_docx.package import saved
from checker.render.as_docx.styles import prepare
from checker.render.characters import visible
from checker.render.layout import Style
from checker.words import Language

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_SMALL = Pt(8)
_RED = RGBColor(0xA4, 0x12, 0x12)
_SHORT = 12
"""Rows of a table that is kept on one page."""
_LABELS = Cm(3.8)


class DocxSheet:
    """Writes at the end of one document.

    Args:
        language: Of the document, for spelling and for the space before a colon.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._document = docx.Document()
        self._begun = False
        prepare(self._document, language)

    def begin(self) -> None:
        """Begin a report, on a new page unless it is the first."""
        if self._begun:
            self.turn(landscape=False)
        self._begun = True

    def turn(self, *, landscape: bool) -> None:
        """Go on on a new page, wide or high."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        short, long = sorted((int(section.page_width or 0), int(section.page_height or 0)))
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width = Length(long if landscape else short)
        section.page_height = Length(short if landscape else long)

    def title(self, text: str) -> None:
        """The title of a report."""
        _plain(self._paragraph("Title"), text)

    def heading(self, text: str) -> None:
        """The title of a section."""
        _plain(self._paragraph("Heading1"), text)

    def subheading(self, text: str) -> None:
        """The title of a part of a section."""
        _plain(self._paragraph("Heading2"), text)

    def observation(self, number: int, text: str, style: Style) -> None:
        """The title of one observation."""
        del style
        _plain(self._paragraph("Heading3"), f"{number}. {text}")

    def paragraph(self, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """A paragraph; there is no indent."""
        del indent
        _styled(self._document.add_paragraph(), text, style)

    def item(self, mark: str, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """An item of a list; one further in belongs to the one before it."""
        paragraph = self._paragraph("ListBullet2" if indent > 2 else "ListBullet")
        _styled(paragraph, text if mark in ("-", "·") else f"{mark} {text}", style)

    def labelled(self, pairs: Sequence[tuple[str, str]], indent: int = 2) -> None:
        """Labels with their texts side by side; what has no text is left out."""
        del indent
        pairs = [(label, text) for label, text in pairs if text]
        if not pairs:
            return
        table = self._table([_LABELS, Length(self._width() - _LABELS)])
        for label, text in pairs:
            row = added(table)
            fill(row.cells[0], [[(label, True)]])
            fill(row.cells[1], [[(text, False)]])
        self._after(table, together=len(pairs) <= _SHORT)

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[Sequence[Sequence[Part]]]],
        shares: Sequence[float],
        *,
        figures: bool = False,
        foot: bool = False,
    ) -> None:
        """A table with lines, its headings repeated on every page.

        Args:
            headings: Of the columns.
            rows: For each cell its paragraphs, each of several parts.
            shares: How wide each column is beside the others.
            figures: Whether all columns but the first end on the right.
            foot: Whether the last row has the sums.
        """
        whole = self._width()
        widths = [Length(round(whole * share / sum(shares))) for share in shares]
        table = self._table(widths)
        table.style = "Table Grid"
        head = added(table)
        repeat(head)
        for cell, heading in zip(head.cells, headings, strict=True):
            shade(cell)
            fill(cell, [[(heading, True)]], size=_SMALL)
        for number, cells in enumerate(rows, start=1):
            row = added(table)
            keep_together(row)
            last = foot and number == len(rows)
            for cell, paragraphs in zip(row.cells, cells, strict=True):
                bold = [[(text, strong or last) for text, strong in each] for each in paragraphs]
                fill(cell, bold, size=_SMALL)
            if figures:
                align(row)
        if figures:
            align(head)
        self._after(table, together=figures and len(rows) <= _SHORT)

    def blank(self) -> None:
        """Paragraphs are apart in any case."""

    def saved(self) -> bytes:
        """The file."""
        return saved(self._document)

    def _paragraph(self, style: str) -> Paragraph:
        """A paragraph with the style of that identifier; by its name it is looked for each time."""
        paragraph = self._document.add_paragraph()
        paragraph._p.style = style
        return paragraph

    def _width(self) -> int:
        """Between the margins of the page, in English Metric Units."""
        section = self._document.sections[-1]
        margins = int(section.left_margin or 0) + int(section.right_margin or 0)
        return int(section.page_width or 0) - margins

    def _table(self, widths: Sequence[Length]) -> Table:
        """An empty table; both widths are told, for Word reads those of the cells."""
        table: Table = self._document.add_table(rows=0, cols=len(widths))
        table.autofit = False
        pad(table)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        return table

    def _after(self, table: Table, *, together: bool) -> None:
        """Room below a table.

        Args:
            table: The table.
            together: Whether it stays on one page, with the first line of what follows.
        """
        gap = self._document.add_paragraph().paragraph_format
        gap.space_after = Pt(2)
        if together:
            gap.keep_with_next = True
            for row in table.rows:
                row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True


def _plain(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(visible(text))


def _styled(paragraph: Paragraph, text: str, style: Style) -> None:
    run = paragraph.add_run(visible(text))
    run.bold = style is not Style.PLAIN or None
    if style is Style.RED:
        run.font.color.rgb = _RED
