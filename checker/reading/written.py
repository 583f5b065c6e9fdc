"""The source that a reader has written."""

from __future__ import annotations

import hashlib

from checker.reading.source import Kind, Source
from checker.reading.unread import nothing_read
from checker.reading.writing import Writing
from checker.words import Words


def written(
    writing: Writing, kind: Kind, data: bytes, *, reader: str, unread: tuple[Words, ...]
) -> Source:
    """What was written, as a source.

    Args:
        writing: The text, with its tables and what was set aside.
        kind: The kind of document.
        data: The whole file.
        reader: Library and version that read it.
        unread: What was left unread, as sentences.

    Raises:
        RefusedDocumentError: There is no text.
    """
    text = writing.text()
    if not text.strip():
        raise nothing_read(writing.name, unread)
    return Source(
        name=writing.name,
        kind=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        reader=reader,
        text=text,
        tables=writing.tables(),
        aside=writing.asides(),
        notes=unread,
    )
