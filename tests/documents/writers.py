"""The documents as bytes, the same in every run: text, HTML, DOCX, ODT and PDF."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from checker.reading import Kind
from tests.documents.parts import Dashes, Document, Grid, Heading, Par, Part
from tests.reading import packages, pdfs

_COLUMNS = 78
_TOP, _BOTTOM = 780.0, 70.0
_LEAD = 14.0
_ROW = 24.0
_ACROSS = 90
"""Letters on a line of a page: each is half of 10 points wide."""


def as_bytes(document: Document) -> bytes:
    """The document as its kind of file."""
    return WRITERS[document.kind](document.parts)


def as_text(parts: Sequence[Part]) -> bytes:
    """Plain text, its lines filled as by a typewriter."""
    return ("\n\n".join("\n".join(_lines(each, _COLUMNS)) for each in parts) + "\n").encode()


def as_html(parts: Sequence[Part]) -> bytes:
    """A page such as a site of acts shows."""
    body = "\n".join(map(_tagged, parts))
    head = '<head><meta charset="utf-8"><title>Délibération</title></head>'
    return f'<!DOCTYPE html>\n<html lang="fr">{head}\n<body>\n{body}\n</body></html>\n'.encode()


def as_docx(parts: Sequence[Part]) -> bytes:
    """A file of a word processor."""
    return packages.docx("".join(map(_worded, parts)))


def as_odt(parts: Sequence[Part]) -> bytes:
    """A file of an open word processor."""
    return packages.odt("".join(map(_opened, parts)))


def as_pdf(parts: Sequence[Part]) -> bytes:
    """Pages drawn line by line, tables with their rules."""
    pages: list[str] = [""]
    y = _TOP
    for part in parts:
        if isinstance(part, Grid):
            rows = list(part.rows)
            while rows:
                most = max(int((y - _BOTTOM) // _ROW), 0)
                here, rows = rows[:most], rows[most:]
                if here:
                    pages[-1] += _drawn(here, y, part.widths)
                y -= _ROW * len(here)
                if rows:
                    pages.append("")
                    y = _TOP
            y -= _LEAD + 6
            continue
        for line in _lines(part, _ACROSS):
            if y < _BOTTOM:
                pages.append("")
                y = _TOP
            pages[-1] += pdfs.lines(_plain(line), y=y)
            y -= _LEAD
        y -= 8
    return pdfs.written(pages)


def _drawn(rows: Sequence[Sequence[str]], top: float, widths: Sequence[float]) -> str:
    cells = [
        [
            "\n".join(textwrap.wrap(_plain(text), int(width // 4) - 2))
            for text, width in zip(row, widths, strict=True)
        ]
        for row in rows
    ]
    return pdfs.ruled(cells, top=top, height=_ROW, widths=widths)


def _plain(text: str) -> str:
    """The text with the signs of the font only."""
    return text.replace("\u202f", "\u00a0").replace("\u2011", "-")


def _lines(part: Part, width: int) -> Iterator[str]:
    if isinstance(part, Heading):
        yield part.text
    elif isinstance(part, Par):
        for line in part.text.split("\n"):
            yield from _filled(line, width)
    elif isinstance(part, Dashes):
        for item in part.items:
            yield from _filled(f"- {item}", width, "  ")
    else:
        widths = [max(map(len, column)) + 3 for column in zip(*part.rows, strict=True)]
        for row in part.rows:
            yield "".join(
                text.ljust(space) for text, space in zip(row, widths, strict=True)
            ).rstrip()


def _filled(text: str, width: int, indent: str = "") -> list[str]:
    # Unbreakable spaces end no line.
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def _tagged(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h2>{escape(part.text)}</h2>"
    if isinstance(part, Par):
        return f"<p>{escape(part.text)}</p>".replace("\n", "<br>")
    if isinstance(part, Dashes):
        return "<ul>" + "".join(f"<li>{escape(each)}</li>" for each in part.items) + "</ul>"
    rows = (
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in part.rows
    )
    return f'<table border="1">{"".join(rows)}</table>'


def _worded(part: Part) -> str:
    if isinstance(part, Grid):
        rows = "".join(packages.row(*map(escape, row)) for row in part.rows)
        return f"<w:tbl>{rows}</w:tbl>"
    if isinstance(part, Dashes):
        return "".join(packages.par(escape(f"- {each}")) for each in part.items)
    broken = "<w:r><w:br/></w:r>"
    runs = (packages.run(escape(line)) for line in part.text.split("\n"))
    return packages.par(broken.join(runs))


def _opened(part: Part) -> str:
    if isinstance(part, Grid):
        rows = (
            "<table:table-row>"
            + "".join(
                f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>"
                for text in row
            )
            + "</table:table-row>"
            for row in part.rows
        )
        return f"<table:table>{''.join(rows)}</table:table>"
    if isinstance(part, Dashes):
        return "".join(f"<text:p>- {escape(each)}</text:p>" for each in part.items)
    tag = "text:h" if isinstance(part, Heading) else "text:p"
    return f"<{tag}>{escape(part.text)}</{tag}>".replace("\n", "<text:line-break/>")


WRITERS: Mapping[Kind, Callable[[Sequence[Part]], bytes]] = {
    "txt": as_text,
    "html": as_html,
    "docx": as_docx,
    "odt": as_odt,
    "pdf": as_pdf,
}
