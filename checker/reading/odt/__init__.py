"""ODT files: what LibreOffice shows and prints, read from the XML itself."""

from __future__ import annotations

from checker.reading.odt.body import Body
from checker.reading.odt.names import attribute, names
from checker.reading.odt.package import Package
from checker.reading.odt.styles import Styles
from checker.reading.source import Source
from checker.reading.unread import unread_notes
from checker.reading.writing import Writing
from checker.reading.written import written
from checker.reading.xmltree import Element, not_too_deep

_HEADS = ("style:header", "style:header-left", "style:header-first")
_FEET = ("style:footer", "style:footer-left", "style:footer-first")


def read_odt(data: bytes, name: str) -> Source:
    """The exact text of an ODT file.

    Automatic numbers are part of the text, text boxes follow the paragraph they are anchored in,
    notes stand at the end, each with its raised mark. Headers and footers are set aside.

    Args:
        data: The whole file.
        name: The file as the user named it.

    Raises:
        RefusedDocumentError: If it is not read; the reason says why.
    """
    package = Package(data, name)
    roots = [root for root in (package.styles, package.content) if root is not None]
    writing = Writing(name)
    body = Body(writing, Styles(roots), _deletions(roots))
    with not_too_deep(name):
        with writing.apart("furniture"):
            for head in _furniture(package.styles, _HEADS):
                body.story(head)
        body.story(package.body)
        body.read_notes()
        body.read_deletions()
        with writing.apart("furniture"):
            for foot in _furniture(package.styles, _FEET):
                body.story(foot)
    unread = unread_notes({**body.drawings.unread, "comment": body.comments})
    return written(writing, "odt", data, reader=package.reader, unread=unread)


def _furniture(styles: Element | None, kinds: tuple[str, ...]) -> list[Element]:
    """Headers or footers of all master pages."""
    pages = names.child(styles, "office:master-styles")
    return [
        each
        for page in (() if pages is None else names.children(pages, "style:master-page"))
        for each in page
        if names.of(each) in kinds
    ]


def _deletions(roots: list[Element]) -> dict[str, Element]:
    """What tracked changes deleted, by the id of the change."""
    found = {}
    for region in (each for root in roots for each in root.iter("{*}changed-region")):
        deletion = names.child(region, "text:deletion")
        identifier = attribute(region, "text:id") or attribute(region, "xml:id")
        if deletion is not None and identifier:
            found[identifier] = deletion
    return found
