"""The file of a Word document, with the same bytes for the same document."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE

if TYPE_CHECKING:
    from docx.document import Document

_FIRST = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date of an entry; a clock would make other bytes every time."""


def saved(document: Document) -> bytes:
    """The document as a file.

    The preview picture and the dates of the template, which are those of an empty document of
    2013, are left out.
    """
    _strip(document)
    written = io.BytesIO()
    document.save(written)
    entries = zipfile.ZipFile(written)
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name in sorted(entries.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, entries.read(name))
    return result.getvalue()


def _strip(document: Document) -> None:
    package = document.part.package
    for key, relationship in [*package.rels.items()]:
        if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    properties = document.core_properties._element  # it has no public way to unset
    for child in [*properties]:
        if child.tag.rpartition("}")[2] in ("created", "modified", "lastPrinted", "lastModifiedBy"):
            properties.remove(child)
