"""Bytes of a text or page to characters, by what they say of themselves."""

from __future__ import annotations

import codecs

from checker.reading.refusal import RefusedDocumentError
from checker.words import Words

MOST_TEXT = 20_000_000
"""Characters of one document, as of the other kinds."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = "cp1252"
_LATIN = ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii")
"""Names under which Windows programs write their own set, as browsers know (WHATWG, Encoding)."""
_NOT_UTF8 = Words(
    "Le texte n'est pas en UTF-8 ; il est lu comme du Windows-1252 : vérifier les accents et les "
    "signes « € ».",
    "The text is not in UTF-8 and is read as Windows-1252: check its accents and euro signs.",
)


def decoded(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[Words, ...]]:
    """The characters, and what is to be said of how they were read.

    Args:
        data: The whole file.
        name: The file as the user named it.
        declared: The encoding that a page declares.

    Raises:
        RefusedDocumentError: They are in no encoding that is known here, or are too many.
    """
    text, notes = _characters(data, name, declared)
    if len(text) > MOST_TEXT:
        message = f"The document has over {MOST_TEXT} characters. Split it into its deliberations."
        raise RefusedDocumentError(name, "too_large", message)
    return text, notes


def _characters(data: bytes, name: str, declared: str) -> tuple[str, tuple[Words, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name), ()
    if declared and declared.lower() not in ("utf-8", "utf8", *_LATIN):
        try:
            return data.decode(declared), ()
        except (LookupError, ValueError):
            pass
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        said = declared.lower() in (*_LATIN, "windows-1252", _WINDOWS)
        return _strict(data, _WINDOWS, name), () if said else (_NOT_UTF8,)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        message = (
            f"The text has bytes that no encoding known here has (at {fault.start}). "
            "Save it in UTF-8."
        )
        raise RefusedDocumentError(name, "garbled", message) from fault
