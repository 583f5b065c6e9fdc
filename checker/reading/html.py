"""HTML pages: the text that a browser shows, from the tree that lxml makes of any tags.

Style sheets are not followed: only what the page itself hides (`hidden`, `display: none`) is set
aside as hidden, and menus (`nav`) as furniture. Bullets and numbers of lists are part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.reading.decoding import decoded
from checker.reading.labels import letters, raised, roman
from checker.reading.refusal import RefusedDocumentError
from checker.reading.source import AsideReason, Cell, Source
from checker.reading.unread import unread_notes
from checker.reading.writing import Writing
from checker.reading.written import written
from checker.reading.xmltree import MOST_MARKS, Element, lxml_etree, not_too_deep, number


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ENCODING = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol "
    "p pre section summary table tbody td tfoot th thead title tr ul"
)
_SILENT = _names(
    "script style head noscript template title meta link datalist option select textarea"
)
_PICTURES = _names("img svg canvas object embed iframe video audio picture map")
_GROUPS = ("thead", "tbody", "tfoot")


def read_html(data: bytes, name: str) -> Source:
    """The text of a page.

    Args:
        data: The whole file.
        name: The file as the user named it.

    Raises:
        RefusedDocumentError: It is not read; the reason says why.
    """
    etree = lxml_etree(name)
    declared = _ENCODING.search(data[:2048])
    text, notes = decoded(data, name, declared[1].decode() if declared else "")
    if text.count("<") + text.count("=") > MOST_MARKS:
        message = f"The page has over {MOST_MARKS} marks. Split it into its deliberations."
        raise RefusedDocumentError(name, "too_large", message)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Element | None = etree.fromstring(
            _CONTROL.sub("\ufffd", text).encode("utf-8", "replace"), parser
        )
    except (etree.LxmlError, ValueError) as fault:
        message = f"The page is damaged ({fault}). Save it again from the browser and retry."
        raise RefusedDocumentError(name, "damaged", message) from fault
    if fatal := parser.error_log.filter_from_fatals():
        # What follows such a fault is not in the tree.
        message = f"The page cannot be read whole ({fatal[0].message}). Save it as plain text."
        raise RefusedDocumentError(name, "damaged", message)
    writing = Writing(name)
    walk = _Walk(writing)
    if root is not None:
        with not_too_deep(name):
            walk.element(root)
    unread = (*notes, *unread_notes({"picture": walk.pictures}))
    reader = f"lxml {etree.__version__}"
    return written(writing, "html", data, reader=reader, unread=unread)


class _Walk:
    """Writes what the elements of a page show."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._space = False  # white space is due before the next word
        self._kept = 0  # elements around this place whose white space is kept
        self.pictures = 0

    def element(self, element: Element) -> None:
        """An element with all it holds."""
        tag = element.tag
        if tag in _SILENT:
            return
        if tag in _PICTURES:
            self.pictures += 1
            return
        with self._writing.apart(_why_aside(element)):
            if tag == "br":
                self._writing.end_line()
                self._space = False
            elif tag == "table":
                self._block()
                self._table(element)
            elif tag == "sup" and len(element) == 0 and (element.text or "").strip().isdigit():
                self._text(raised(element.text or ""))
            else:
                self._inside(element, tag)

    def _inside(self, element: Element, tag: str) -> None:
        block = tag in _BLOCKS
        if block:
            self._block()
        if tag == "li":
            label = _label(element)
            self._writing.paragraph(lambda: label)
        if tag == "pre":
            self._kept += 1
        self.content(element)
        if tag == "pre":
            self._kept -= 1
        if block:
            self._block()

    def content(self, element: Element) -> None:
        """What stands in an element."""
        self._text(element.text)
        for child in element:
            self.element(child)
            self._text(child.tail)

    def _block(self) -> None:
        self._writing.break_line()
        self._space = False

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._kept:
            lines = text.split("\n")
            for line in lines[:-1]:
                self._writing.write(line.rstrip("\r"))
                self._writing.end_line()
            self._writing.write(lines[-1])
            return
        folded = _SPACES.sub(" ", text)
        if folded.startswith(" "):
            self._space = True
        words = folded.strip(" ")
        if not words:
            return
        opened = self._writing.line_is_open or bool(self._writing.reason)
        self._writing.write(f" {words}" if self._space and opened else words)
        self._space = folded.endswith(" ")

    def _table(self, table: Element) -> None:
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        self._strays(table, ("tr", *_GROUPS))
        for place, row in enumerate(self._rows(table)):
            why = _why_aside(row)
            if why or self._writing.reason:
                with self._writing.apart(why):
                    self.content(row)
                continue
            self._strays(row, ("td", "th"))
            self._writing.begin_row()
            column = 0
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while (place, column) in taken:
                    column += 1
                cells.append(self._cell(cell, place, column))
                width, height = cells[-1].columns, cells[-1].rows
                for below in range(1, height):
                    taken.update((place + below, column + beside) for beside in range(width))
                column += width
            self._writing.end_row()
        self._writing.add_table(cells)
        self._space = False

    def _rows(self, table: Element) -> Iterator[Element]:
        """The rows, also those in groups."""
        for child in table:
            if child.tag == "tr":
                yield child
            elif child.tag in _GROUPS:
                self._strays(child, ("tr",))
                yield from (each for each in child if each.tag == "tr")

    def _strays(self, parent: Element, own: tuple[str, ...]) -> None:
        """What stands between rows or cells, a caption above all, before them."""
        self._text(parent.text)
        for child in parent:
            if child.tag not in own:
                self.element(child)
            self._text(child.tail)
        self._block()

    def _cell(self, cell: Element, row: int, column: int) -> Cell:
        rows = number(cell.get("rowspan"), 1, 1, 100)
        columns = number(cell.get("colspan"), 1, 1, 100)
        self._space = False
        start = self._writing.begin_cell()
        with self._writing.apart(_why_aside(cell)):
            self.content(cell)
        self._space = False
        return Cell(start, self._writing.end_cell(), row, column, rows, columns)


def _why_aside(element: Element) -> AsideReason | None:
    if element.tag == "del":
        return "deleted"
    if element.tag == "nav":
        return "furniture"
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden"
    return None


def _label(item: Element) -> str:
    """The bullet or number that a browser shows before an item of a list."""
    of = item.getparent()
    if of is None or of.tag != "ol":
        return "• "
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    place = number(item.get("value"), number(of.get("start"), 1) + before)
    kind = of.get("type") or "1"
    shown = {"a": letters, "i": roman}.get(kind.lower(), str)(place)
    return f"{shown.upper() if kind in 'AI' else shown}. "
