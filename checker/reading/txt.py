"""Plain text: as it is, its line ends apart."""

from __future__ import annotations

import hashlib
import re

from checker.reading.decoding import decoded
from checker.reading.source import Source
from checker.reading.unread import nothing_read
from checker.words import Words

_LINE_END = re.compile(r"\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def read_txt(data: bytes, name: str) -> Source:
    """The exact text of a file in UTF-8, UTF-16 or Windows-1252.

    Args:
        data: The whole file.
        name: The file as the user named it.

    Raises:
        RefusedDocumentError: It is not read; the reason says why.
    """
    text, notes = decoded(data, name)
    text = _LINE_END.sub("\n", text.rstrip("\x1a"))
    text, controls = _CONTROL.subn(" ", text)
    if controls:
        notes = (*notes, _blanks(controls))
    if not text.strip():
        raise nothing_read(name, ())
    return Source(
        name=name,
        kind="txt",
        sha256=hashlib.sha256(data).hexdigest(),
        reader="text",
        text=text,
        notes=notes,
    )


def _blanks(count: int) -> Words:
    return Words(
        f"Le texte a des caractères de commande, lus comme des blancs : {count}.",
        f"The text has control characters, which are read as blanks; there are {count}.",
    )
