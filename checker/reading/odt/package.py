"""The parts of an ODT file (ODF 1.3, part 2)."""

from __future__ import annotations

import re

from checker.reading.archive import Archive
from checker.reading.odt.names import names
from checker.reading.xmltree import Element, XmlParts

EXPECTED = "an OpenDocument text (.odt)"
_ENCRYPTED = re.compile(rb"<(?:[\w-]+:)?encryption-data\b")
_MANIFEST = "META-INF/manifest.xml"


class Package:
    """The text of an ODT file, and its styles."""

    def __init__(self, data: bytes, name: str) -> None:
        archive = Archive(data, name, EXPECTED)
        if "encrypted-package" in archive:
            raise archive.encrypted()
        if _MANIFEST in archive and _ENCRYPTED.search(archive.read(_MANIFEST)):
            raise archive.encrypted()
        if "content.xml" not in archive:
            holds = "a Word document" if "word/document.xml" in archive else "a ZIP archive"
            raise archive.refusal("wrong_type", f"This is {holds} without an OpenDocument text.")
        parts = XmlParts(archive, name)
        self.reader = parts.reader
        self.content: Element = parts.root("content.xml")
        body = names.child(self.content, "office:body", "office:text")
        if body is None:
            raise archive.refusal("wrong_type", "The OpenDocument file is no text document.")
        self.body: Element = body
        self.styles: Element | None = parts.root("styles.xml") if "styles.xml" in archive else None
