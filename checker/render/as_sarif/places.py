"""Places as SARIF has them: the case file by line and column, a document by what is true of it."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import quote

from checker.render.findings import place_shown
from checker.report.model import Report, Where
from checker.words import Language

_TEXT = ".txt"


def uri(name: str) -> str:
    """A file as the user named it, as a URI reference."""
    return quote(name.encode("utf-8", "surrogatepass"))


def document_name(report: Report, name: str) -> str:
    """A document of the case, which is looked for beside the case file."""
    return posixpath.join(posixpath.dirname(report.source.name), name)


def primary(report: Report, where: tuple[Where, ...]) -> dict[str, Any]:
    """The first place of a verdict; the whole file where it has none."""
    return _place(report, where[0]) if where else whole_file(report.source.name)


def related(report: Report, where: tuple[Where, ...], language: Language) -> list[dict[str, Any]]:
    """The other places, and the lines of the documents that the places were read from."""
    others = [(_place(report, each), each) for each in where[1:]]
    lines = [(_in_document(report, each), each) for each in where if each.line and _in_text(each)]
    return [
        {"id": number, **location, "message": {"text": plain(place_shown(each, language))}}
        for number, (location, each) in enumerate([*others, *lines], start=1)
    ]


def plain(text: str) -> str:
    """A message in which no brackets are taken for a link to a place."""
    return text.replace("[", "\\[")


def whole_file(name: str) -> dict[str, Any]:
    """A file, nothing in it being meant."""
    return {"physicalLocation": {"artifactLocation": {"uri": uri(name)}}}


def at_line(name: str, line: int, column: int, path: str) -> dict[str, Any]:
    """A place of a file.

    Args:
        name: As the user named it.
        line: 1-based, or 0 for the whole file.
        column: 1-based, or 0 for the whole line.
        path: JSON path, or empty.
    """
    location = whole_file(name)
    if line:
        region = {"startLine": line, **({"startColumn": column} if column else {})}
        location["physicalLocation"]["region"] = region
    if path:
        location["logicalLocations"] = [{"fullyQualifiedName": path}]
    return location


def _place(report: Report, where: Where) -> dict[str, Any]:
    """Where a value stands: in the case file, or in a document that was checked itself.

    Page and offsets of a document stand beside, as SARIF has them for text files only, and offsets
    into a text are not the same to every reader: line ends are made the same when it is read.
    """
    if where.document and not where.line:
        location = _in_document(report, where)
    else:
        location = at_line(where.file or "-", where.line or 0, where.column or 0, where.path)
    beside = {
        "document": where.document,
        "page": where.page,
        "span": where.span and list(where.span),
        "quote": where.quote,
    }
    known = {key: value for key, value in beside.items() if value is not None}
    return {**location, **({"properties": known} if known else {})}


def _in_document(report: Report, where: Where) -> dict[str, Any]:
    """A passage of a document, by its line if it is a text."""
    line = where.document_line or 0 if _in_text(where) else 0
    location = at_line(document_name(report, where.document or ""), line, 0, where.path)
    if line and where.quote:
        location["physicalLocation"]["region"]["snippet"] = {"text": where.quote}
    return location


def _in_text(where: Where) -> bool:
    """Whether the line of the document is one that any reader of the file finds."""
    name = where.document or ""
    return where.document_line is not None and name.lower().endswith(_TEXT)
