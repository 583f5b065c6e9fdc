"""The text of a register: UTF-8, else the Western encoding of Windows, and that is told."""

from __future__ import annotations

import codecs

from checker.errors import InputError, Problem
from checker.json_positions import place
from checker.registers.notes import NoteBook

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_SIGNATURE = codecs.BOM_UTF8


def decoded(data: bytes, name: str, book: NoteBook) -> str:
    """The text of a CSV register, without its signature.

    Args:
        data: The bytes of the file.
        name: The file as the user named it.
        book: Where another encoding than UTF-8 is noted.

    Raises:
        InputError: It has no known encoding, is empty, or holds NUL characters.
    """
    if data.startswith(_WIDE):
        raise InputError([_problem(name, "The file is in UTF-16 or UTF-32; save it in UTF-8.")])
    data = data.removeprefix(_SIGNATURE)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _western(data, name)
        book.add(
            "le fichier n'est pas en UTF-8 : il a été lu en Windows-1252.",
            "the file is not UTF-8: it was read as Windows-1252.",
        )
    if not text.strip():
        raise InputError([_problem(name, "The file is empty; a register is expected.")])
    if "\0" in text:
        message = "A NUL character, which no text holds; save the file in UTF-8, or restore it."
        raise InputError([_problem(name, message, text, text.index("\0"))])
    return text


def _western(data: bytes, name: str) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        message = (
            f"Byte {data[error.start]:#04x} is neither UTF-8 nor Windows-1252; save it in UTF-8."
        )
        before = data[: error.start].decode("cp1252")
        raise InputError([_problem(name, message, before, len(before))]) from None


def _problem(name: str, message: str, text: str = "", offset: int = -1) -> Problem:
    where = place(text, offset) if offset >= 0 else None
    return Problem(name, where.line if where else 0, where.column if where else 0, "", message)
