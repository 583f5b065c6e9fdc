"""Rows and cells of a Word document, with what python-docx has no words for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt

from checker.render.characters import visible

if TYPE_CHECKING:
    from docx.table import Table, _Cell, _Row

Part = tuple[str, bool]
"""A text, and whether it is bold."""
_PADDING = 50
"""Above and below the text of a cell, in twentieths of a point."""
_SHADE = "E7ECF1"


def added(table: Table) -> _Row:
    """A new row at the end."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def fill(cell: _Cell, paragraphs: Sequence[Sequence[Part]], size: Length | None = None) -> None:
    """Write paragraphs into an empty cell, each of parts with a space between them.

    Args:
        cell: The cell.
        paragraphs: Their parts.
        size: Of the letters, where it is not that of the document.
    """
    for number, parts in enumerate(paragraphs):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2 if number < len(paragraphs) - 1 else 0)
        for n, (text, bold) in enumerate(parts):
            run = paragraph.add_run((" " if n else "") + visible(text))
            run.bold = bold or None
            run.font.size = size


def pad(table: Table) -> None:
    """Room above and below the text of every cell."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(_PADDING))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    # The schema has an order; the look, where the template gives one, comes after.
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(margins)
    else:
        look.addprevious(margins)


def align(row: _Row) -> None:
    """Figures end on the right."""
    for cell in row.cells[1:]:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def shade(cell: _Cell) -> None:
    """The ground of a heading."""
    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:fill"), _SHADE)
    cell._tc.get_or_add_tcPr().append(ground)


def repeat(row: _Row) -> None:
    """A row of headings stands on top of every page of its table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_together(row: _Row) -> None:
    """A row is not broken over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
