"""XML parts of documents, parsed without following anything they ask for.

The only module here that knows lxml. No entity is expanded, nothing is fetched, and the tree has a
bound on its size before it is built; libxml2 itself refuses more than 256 levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING

from checker.errors import missing_library
from checker.reading.archive import Archive
from checker.reading.refusal import RefusedDocumentError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
else:
    Element = object

__all__ = ["Element", "Prefixes", "XmlParts", "not_too_deep", "number"]

MOST_MARKS = 700_000
"""Tags and attributes of one document: libxml2 takes about 200 bytes for each."""
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_ENCODINGS = ("utf-8", "utf8", "us-ascii", "iso-8859-1", "windows-1252")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NUMBER = re.compile(r"\s*[+-]?[0-9]{1,9}\s*")


class XmlParts:
    """The XML parts of an archive, as trees."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._etree = lxml_etree(name)
        self._left = MOST_MARKS

    @property
    def reader(self) -> str:
        """Library and version."""
        return f"lxml {self._etree.__version__}"

    def root(self, part: str) -> Element:
        """The root of a part."""
        data = self._archive.read(part)
        if any(doctype in data for doctype in _DOCTYPES):
            raise self._archive.refusal(
                "damaged", f"Its part {part} defines XML entities, as no word processor does."
            )
        if not _known_encoding(data):
            raise self._archive.refusal("damaged", f"Its part {part} is in an unknown encoding.")
        self._left -= data.count(b"<") + data.count(b"=")
        if self._left < 0:
            raise self._archive.refusal(
                "too_large", f"The document has over {MOST_MARKS} marks in its XML."
            )
        parser = self._etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            root: Element | None = self._etree.fromstring(data, parser)
        except (self._etree.XMLSyntaxError, ValueError, LookupError) as fault:
            raise self._archive.refusal(
                "damaged", f"Its part {part} is no valid XML ({fault})."
            ) from fault
        if root is None:
            raise self._archive.refusal("damaged", f"Its part {part} is empty.")
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._archive.refusal("damaged", f"Its part {part} has a DTD.")
        return root


def lxml_etree(name: str) -> ModuleType:
    """The module lxml.etree, imported when a document needs it.

    Args:
        name: The document, for the refusal where lxml is missing.
    """
    try:
        from lxml import etree  # noqa: PLC0415 – case files need none of it
    except ImportError as fault:
        raise RefusedDocumentError(
            name,
            "missing_library",
            missing_library("Reading this document", "lxml", "documents"),
        ) from fault
    return etree


@contextmanager
def not_too_deep(name: str) -> Iterator[None]:
    """Refuses a document whose elements are nested as no word processor nests them.

    libxml2 lets 256 levels pass, and the walk has room for them all unless every one is a drawing
    within a drawing.
    """
    try:
        yield
    except RecursionError as fault:
        raise RefusedDocumentError(
            name,
            "damaged",
            "The document's elements are nested too deep. Save it again in a word processor.",
        ) from fault


class Prefixes:
    """Names of one format's elements with the usual prefix, whichever the document uses.

    Args:
        prefixes: From namespace to prefix; a namespace may have several addresses.
    """

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes
        self._names = lru_cache(maxsize=4096)(self._name)

    def of(self, element: Element) -> str:
        """`w:p` and the like; `?:name` for a namespace unknown here."""
        return self._names(element.tag)

    def children(self, element: Element, name: str) -> list[Element]:
        """The children of that name."""
        return [child for child in element if self._names(child.tag) == name]

    def child(self, element: Element | None, *path: str) -> Element | None:
        """What a path of names leads to, by the first child of each name."""
        for name in path:
            if element is None:
                return None
            element = next((each for each in element if self._names(each.tag) == name), None)
        return element

    def _name(self, tag: str) -> str:
        if not tag.startswith("{"):
            return tag
        namespace, _, local = tag[1:].partition("}")
        return f"{self._prefixes.get(namespace, '?')}:{local}"


def number(value: str | None, default: int, low: int = 0, high: int = 1_000_000) -> int:
    """The whole number an attribute says, kept between bounds; the default where it says none."""
    if value is None or not _NUMBER.fullmatch(value):
        return default
    return max(low, min(high, int(value)))


def _known_encoding(data: bytes) -> bool:
    if data.startswith(_UTF16):
        return data[2:4] != b"\0\0"  # that would be UTF-32
    data = data[:200].removeprefix(b"\xef\xbb\xbf")
    if not data.lstrip().startswith(b"<") or b"\0" in data[:4]:
        return False
    declared = _ENCODING.match(data)
    return declared is None or declared[1].decode("ascii", "replace").lower() in _ENCODINGS
