"""Pages of a PDF through PDFium, which pypdfium2 brings: the only module here that knows it.

PDFium gives one index for characters and text, a box for each, and the order of reading right also
in columns (`extraction.md`, section 2.1).
"""

from __future__ import annotations

import ctypes
import math
from array import array
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, cast

from checker.errors import missing_library
from checker.reading.pdf.drawing import Drawing
from checker.reading.pdf.limits import MOST_CHARACTERS, MOST_PAGES, TooLargeError
from checker.reading.pdf.sheet import GENERATED, HYPHEN, UNMAPPED, UNSEEN, Sheet
from checker.reading.refusal import RefusedDocumentError

_PRIVATE = range(0xF020, 0xF100)
"""Where the fonts Symbol and Wingdings have their pictures."""
_SPECIAL = frozenset({2, 10, 13, 32, 45, 0xAD})
"""Characters that PDFium may have put in itself, or that may part a word."""
_SHOWN = frozenset({3, 13, 20, 24})
"""Kinds of notes that show text of their own: free text, stamps, form fields, watermarks."""


def library(name: str) -> ModuleType:
    """The module pypdfium2, imported when a document needs it.

    Args:
        name: The document, for the refusal where the library is missing.
    """
    try:
        import pypdfium2  # noqa: PLC0415 – case files need none of it
        import pypdfium2.raw  # noqa: PLC0415
    except ImportError as fault:
        raise RefusedDocumentError(
            name,
            "missing_library",
            missing_library("Reading this document", "pypdfium2", "documents"),
        ) from fault
    return cast(ModuleType, pypdfium2)


def reader(pdfium: ModuleType) -> str:
    """Library and version."""
    return f"pypdfium2 {pdfium.PYPDFIUM_INFO} (PDFium {pdfium.PDFIUM_INFO.build})"


def open_document(pdfium: ModuleType, data: bytes) -> Any:
    """The document, or PDFium's error number; a document under an empty password opens."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        return int(getattr(fault, "err_code", 0) or 0)
    return document


def attached(pdfium: ModuleType, document: Any) -> int:
    """How many files travel inside the document."""
    return int(pdfium.raw.FPDFDoc_GetAttachmentCount(document))


def sheets(pdfium: ModuleType, document: Any) -> Iterator[Sheet | None]:
    """Each page; `None` for one that cannot be loaded.

    Raises:
        TooLargeError: The document has too many pages or characters.
    """
    if len(document) > MOST_PAGES:
        message = f"It has {len(document)} pages; at most {MOST_PAGES} are read."
        raise TooLargeError(message)
    total = 0
    for index in range(len(document)):
        try:
            page = document[index]
            if _shows_more(pdfium.raw, page):
                pdfium.raw.FPDFPage_Flatten(page, 0)
                page.close()
                page = document[index]
        except pdfium.PdfiumError:
            yield None
            continue
        textpage = page.get_textpage()
        total += textpage.count_chars()
        if total > MOST_CHARACTERS:
            message = f"It has over {MOST_CHARACTERS} characters."
            raise TooLargeError(message)
        yield _sheet(pdfium.raw, page, textpage.raw)
        textpage.close()
        page.close()


def _shows_more(raw: Any, page: Any) -> bool:
    """Whether the page has notes or form fields that a viewer prints with it."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 1000)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            kind = raw.FPDFAnnot_GetSubtype(note)
            raw.FPDFPage_CloseAnnot(note)
            if kind in _SHOWN:
                return True
    return False


def _sheet(raw: Any, page: Any, text: Any) -> Sheet:
    turn = page.get_rotation()
    frame = page.get_bbox()
    drawing = Drawing(raw, page.raw, _viewer(frame, turn))
    count = raw.FPDFText_CountChars(text)
    codes = array("I", [raw.FPDFText_GetUnicode(text, index) for index in range(count)])
    flags = array("B", bytes(count))
    angles = array("h", bytes(2 * count))
    fonts = {}
    unmapped, unseen = raw.FPDFText_HasUnicodeMapError, drawing.unseen
    for index, code in enumerate(codes):
        if unmapped(text, index):
            flags[index] |= UNMAPPED
        if code in _SPECIAL:
            if raw.FPDFText_IsHyphen(text, index):
                flags[index] |= HYPHEN
            if raw.FPDFText_IsGenerated(text, index):
                flags[index] |= GENERATED
                continue
        if drawing.is_turned or turn:
            angles[index] = (_angle(raw, text, index) + turn) % 360
        if unseen and _address(raw.FPDFText_GetTextObject(text, index)) in unseen:
            flags[index] |= UNSEEN
        if code in _PRIVATE:
            fonts[index] = _font(raw, text, index)
    boxes = _boxes(raw, text, count, frame, turn)
    width, height = page.get_size()
    return Sheet(
        width=width,
        height=height,
        codes=codes,
        flags=flags,
        angles=angles,
        boxes=boxes,
        edges=drawing.edges,
        areas=drawing.areas,
        picture=drawing.picture,
        fonts=fonts,
    )


def _boxes(
    raw: Any, text: Any, count: int, frame: tuple[float, float, float, float], turn: int
) -> array[float]:
    """The box of each character; by far the most of all work is done here."""
    box = raw.FS_RECTF()
    at = ctypes.byref(box)
    get = raw.FPDFText_GetLooseCharBox
    numbers: list[float] = []
    add = numbers.extend
    if turn == 0:
        left, _, _, top = frame
        for index in range(count):
            get(text, index, at)
            add((box.left - left, top - box.top, box.right - left, top - box.bottom))
        return array("f", numbers)
    seen = _viewer(frame, turn)
    for index in range(count):
        get(text, index, at)
        (x0, y0), (x1, y1) = seen(box.left, box.bottom), seen(box.right, box.top)
        add((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return array("f", numbers)


def _angle(raw: Any, text: Any, index: int) -> int:
    """Degrees, clockwise, of the line a character stands on; slanted letters stand level."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        return 0
    return round(math.degrees(math.atan2(-matrix.b, matrix.a)))


def _font(raw: Any, text: Any, index: int) -> str:
    name = ctypes.create_string_buffer(256)
    raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.c_int())
    family = name.value.decode("utf-8", "replace").rpartition("+")[2].partition("-")[0]
    return family.removesuffix("MT")


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _viewer(
    box: tuple[float, float, float, float], turn: int
) -> Callable[[float, float], tuple[float, float]]:
    """From the PDF's coordinates to points from the top left corner that a viewer shows."""
    left, bottom, right, top = box
    if turn == 90:
        return lambda x, y: (y - bottom, x - left)
    if turn == 180:
        return lambda x, y: (right - x, y - bottom)
    if turn == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)
