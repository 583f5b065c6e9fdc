"""The parts of a DOCX file and how they refer to each other (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath

from attrs import frozen

from checker.reading.archive import Archive
from checker.reading.docx.names import names
from checker.reading.xmltree import Element, XmlParts

EXPECTED = "a Word document (.docx)"


@frozen
class Relation:
    """One part's reference to another.

    Args:
        kind: The last word of its type: « styles », « header », …
        part: Name of the part referred to.
    """

    kind: str
    part: str


class Package:
    """The main part of a DOCX file, and the parts it refers to."""

    def __init__(self, data: bytes, name: str) -> None:
        self._archive = Archive(data, name, EXPECTED)
        if "EncryptedPackage" in self._archive:
            raise self._archive.encrypted()
        self._parts = XmlParts(self._archive, name)
        part = self._main_part()
        self.main = self._parts.root(part)
        if names.of(self.main) != "w:document":
            raise self._archive.refusal("wrong_type", "Its main part is no text document.")
        self._relations = self._related(part)

    @property
    def reader(self) -> str:
        """Library and version."""
        return self._parts.reader

    def kind(self, kind: str) -> Element | None:
        """The root of the part of that kind, or `None`."""
        found = (each for each in self._relations.values() if each.kind == kind)
        return next((self._parts.root(each.part) for each in found if self._has(each)), None)

    def related(self, identifier: str) -> Element | None:
        """The root of the part that a reference names, or `None`."""
        relation = self._relations.get(identifier)
        return self._parts.root(relation.part) if relation and self._has(relation) else None

    def _has(self, relation: Relation) -> bool:
        return relation.part in self._archive

    def _main_part(self) -> str:
        named = [each.part for each in self._related("").values() if each.kind == "officeDocument"]
        found = [part for part in (*named, "word/document.xml") if part in self._archive]
        if not found:
            holds = "an OpenDocument file" if "content.xml" in self._archive else "a ZIP archive"
            raise self._archive.refusal("wrong_type", f"This is {holds} without a Word document.")
        return found[0]

    def _related(self, part: str) -> dict[str, Relation]:
        folder, base = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self._archive:
            return {}
        found = {}
        for each in names.children(self._parts.root(relations), "rels:Relationship"):
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target") or ""))
                kind = posixpath.basename(each.get("Type") or "")
                found[each.get("Id") or ""] = Relation(kind, target.lstrip("/"))
        return found
