"""What a file is, told from its bytes; its name may only agree.

A name that claims another type is a refusal with both types said: reading on would be reading
something else than the user believes to have given.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple, cast, get_args

from checker.reading.archive import Archive
from checker.reading.refusal import RefusedDocumentError
from checker.reading.source import Kind

MOST_BYTES = 50_000_000
"""Of any document; a deliberation with its annexes has a few."""
_HEAD = 1024
_BINARY_HEAD = 65_536
_ARCHIVE = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EXPECTED = "a PDF, Word (.docx), OpenDocument (.odt), HTML or plain text file"
_NAMES: Mapping[str, str] = {
    "pdf": "a PDF",
    "docx": "a Word document (.docx)",
    "odt": "an OpenDocument text (.odt)",
    "html": "an HTML page",
    "txt": "plain text",
    "json": "a JSON file",
    "doc": "a document of an old Office format (.doc)",
    "rtf": "an RTF document",
    "xml": "an XML file that is no HTML page",
    "sheet": "a spreadsheet",
    "slides": "a presentation",
    "zip": "a ZIP archive that is no document",
    "csv": "a table (.csv)",
    "image": "a picture",
    "binary": "of no type that is known here",
}
_SUFFIXES: Mapping[str, str] = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".txt": "txt",
    ".json": "json",
    ".doc": "doc",
    ".rtf": "rtf",
    ".xml": "xml",
    ".zip": "zip",
    ".csv": "csv",
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "sheet"),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), "slides"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif"), "image"),
}
_IN_ARCHIVE = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "sheet"),
    ("ppt/presentation.xml", "slides"),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ASIDE = ((b"<!--", b"-->"), (b"<?", b"?>"))
"""What may stand before the first tag of a page."""
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|p|div|table|h[1-6]|ul|ol|span)\b")
_REMEDIES: Mapping[str, str] = {
    "doc": "Save it as .docx or .odt in the word processor and give that.",
    "rtf": "Save it as .docx or .odt in the word processor and give that.",
    "image": "A picture has no text: give the document it was made of, or a PDF with a text layer.",
    "zip": "Unpack it and give the documents in it.",
    "json": "A case file is checked as it is: deliberation-check CASE.json.",
}


class Sniffed(NamedTuple):
    """What bytes are: a key of the types known here, and how it is called."""

    type: str
    called: str


def sniffed(data: bytes, name: str) -> Sniffed:
    """What the bytes of a file are; `name` is for messages only.

    Raises:
        RefusedDocumentError: The file is empty, or a ZIP archive that is damaged.
    """
    if not data.strip(b" \t\r\n\0"):
        raise RefusedDocumentError(name, "wrong_type", f"The file is empty. Expected: {_EXPECTED}.")
    found = _type(data, name)
    return Sniffed(found, _NAMES[found])


def document_kind(data: bytes, name: str) -> Kind:
    """The kind of document that the bytes are.

    Args:
        data: The whole file.
        name: The file as the user named it; `-`, and names of other endings, claim nothing.

    Raises:
        RefusedDocumentError: They are too many, of no kind that is read, or of another than the
            name says.
    """
    if len(data) > MOST_BYTES:
        message = (
            f"The file is larger than {MOST_BYTES // 1_000_000} MB, the most that is read of a "
            "document. Split it into its deliberations and give those."
        )
        raise RefusedDocumentError(name, "too_large", message)
    found = sniffed(data, name)
    claimed = _SUFFIXES.get(PurePath(name).suffix.lower())
    if claimed == "html" and found.type in ("txt", "xml") and b"<" in data:
        return "html"  # a fragment of a page
    readable = found.type in get_args(Kind)
    if claimed is not None and claimed != found.type:
        what = f"By its name this is {_NAMES[claimed]}, by its content it is {found.called}."
        remedy = "Rename it" if readable else f"Expected: {_EXPECTED}. Export it again"
        raise RefusedDocumentError(
            name, "wrong_type", f"{what} {remedy}, or give the file that was meant."
        )
    if not readable:
        remedy = _REMEDIES.get(found.type, "")
        message = f"This is {found.called}. Expected: {_EXPECTED}. {remedy}".rstrip()
        raise RefusedDocumentError(name, "wrong_type", message)
    return cast(Kind, found.type)


def _type(data: bytes, name: str) -> str:
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(_ARCHIVE):
        return _archived(Archive(data, name, _EXPECTED))
    if data.startswith(_OLE):
        # A .docx under a password is an old Office file that holds it.
        return "docx" if "EncryptedPackage".encode("utf-16-le") in data else "doc"
    if data.startswith(_IMAGES):
        return "image"
    if b"\0" in data[:_BINARY_HEAD] and not data.startswith(_WIDE):
        return "binary"
    return _written(data.removeprefix(codecs.BOM_UTF8)[:_BINARY_HEAD].lstrip())


def _archived(archive: Archive) -> str:
    for part, type_ in _IN_ARCHIVE:
        if part in archive:
            return type_
    if "content.xml" not in archive:
        return "zip"
    mime = archive.read("mimetype").strip() if "mimetype" in archive else b""
    kind = mime.removeprefix(_OPEN_DOCUMENT)
    if kind.startswith(b"spreadsheet"):
        return "sheet"
    return "slides" if kind.startswith(b"presentation") else "odt"


def _written(text: bytes) -> str:
    """What a text is."""
    if text.startswith(b"{\\rtf"):
        return "rtf"
    if re.match(rb'[{\[]\s*["{\[}\]]', text):
        return "json"
    if _PAGE.match(_first_tag(text)[:_HEAD].lower()):
        return "html"
    return "xml" if text.startswith(b"<?xml") else "txt"


def _first_tag(text: bytes) -> bytes:
    """A text from its first tag on, if it begins with one."""
    for opening, closing in _ASIDE * 20:
        if text.startswith(opening):
            text = text.partition(closing)[2].lstrip()
    return text
