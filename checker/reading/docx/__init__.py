"""DOCX files: what Word shows and prints, read from the XML itself."""

from __future__ import annotations

from checker.reading.docx.body import Body
from checker.reading.docx.names import attribute, names
from checker.reading.docx.notes import Notes
from checker.reading.docx.numbering import Numbering
from checker.reading.docx.package import Package
from checker.reading.docx.styles import Styles
from checker.reading.source import Source
from checker.reading.unread import unread_notes
from checker.reading.writing import Writing
from checker.reading.written import written
from checker.reading.xmltree import Element, not_too_deep


def read_docx(data: bytes, name: str) -> Source:
    """The exact text of a DOCX file.

    Automatic numbers are part of the text, text boxes follow the paragraph they are anchored in,
    notes stand at the end, each with its raised mark. Headers and footers are set aside.

    Args:
        data: The whole file.
        name: The file as the user named it.

    Raises:
        RefusedDocumentError: If it is not read; the reason says why.
    """
    package = Package(data, name)
    styles = Styles(package.kind("styles"))
    writing = Writing(name)
    notes = Notes(package.kind("footnotes"), package.kind("endnotes"))
    body = Body(writing, styles, Numbering(package.kind("numbering"), styles), notes)
    heads, feet = _furniture(package)
    with not_too_deep(name):
        with writing.apart("furniture"):
            for head in heads:
                body.story(head)
        body.story(package.main)
        notes.read(writing, body.story)
        writing.break_line()
        with writing.apart("furniture"):
            for foot in feet:
                body.story(foot)
    unread = unread_notes(
        {**body.drawings.unread, "comment": body.comments, "imported document": body.imports}
    )
    return written(writing, "docx", data, reader=package.reader, unread=unread)


def _furniture(package: Package) -> tuple[list[Element], list[Element]]:
    """Headers and footers that a section refers to, each once."""
    found: dict[str, dict[str, None]] = {"w:headerReference": {}, "w:footerReference": {}}
    for element in package.main.iter("{*}headerReference", "{*}footerReference"):
        referred = found.get(names.of(element))
        if referred is not None:
            referred[attribute(element, "r:id") or ""] = None
    heads, feet = (
        [root for each in referred if (root := package.related(each)) is not None]
        for referred in found.values()
    )
    return heads, feet
