"""Minimal PDFs, written by hand for the tests of the reader."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from attrs import frozen

_WIDTHS = " ".join(["500"] * 224)


@frozen
class PageOf:
    """A page.

    Args:
        content: Operators; text is shown in font F1 (WinAnsi, every letter half an em wide).
        entries: More of the page's dictionary.
        resources: More of its resources.
    """

    content: str
    entries: str = ""
    resources: str = ""


def written(pages: Sequence[PageOf | str], *more: str | bytes, trailer: str = "") -> bytes:
    """A PDF of these pages; further objects are numbered from 10 on."""
    objects: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: (
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"
            f"/FirstChar 32/LastChar 255/Widths[{_WIDTHS}]>>"
        ).encode(),
    }
    for number, one in enumerate(more, start=10):
        objects[number] = one if isinstance(one, bytes) else one.encode("cp1252")
    first = 10 + len(more)
    for index, page in enumerate(pages):
        given = page if isinstance(page, PageOf) else PageOf(page)
        number = first + 2 * index
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/Contents {number + 1} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>{given.resources}>>{given.entries}>>"
        ).encode()
        objects[number + 1] = stream(given.content.encode("cp1252"))
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects[2] = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 595 842]>>".encode()
    return _assembled(objects, trailer)


def stream(data: bytes, entries: str = "") -> bytes:
    """A compressed stream."""
    packed = zlib.compress(data)
    head = f"<</Length {len(packed)}/Filter/FlateDecode{entries}>>stream\n".encode()
    return head + packed + b"\nendstream"


def lines(*texts: str, x: float = 70, y: float = 700, size: float = 10, lead: float = 16) -> str:
    """Lines of text, from a height downwards."""
    shown = "".join(f"({escaped(text)})Tj T*" for text in texts)
    return f"BT /F1 {size} Tf {lead} TL {x} {y} Td {shown} ET\n"


def escaped(text: str) -> str:
    """A string as it stands between brackets."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def ruled(
    rows: Sequence[Sequence[str]],
    *,
    top: float,
    height: float = 20,
    widths: Sequence[float] = (200, 100),
    is_closed: bool = True,
) -> str:
    """A table of ruled cells; without its last line if it is not closed."""
    xs = [70.0]
    for width in widths:
        xs.append(xs[-1] + width)
    bottom = top - height * len(rows)
    drawn = [f"{x} {bottom} m {x} {top} l S\n" for x in xs]
    for index in range(len(rows) + (1 if is_closed else 0)):
        y = top - height * index
        drawn.append(f"{xs[0]} {y} m {xs[-1]} {y} l S\n")
    for index, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            drawn.append(
                lines(*text.split("\n"), x=x + 4, y=top - height * index - 12, size=8, lead=8)
            )
    return "".join(drawn)


def _assembled(objects: dict[int, bytes], trailer: str) -> bytes:
    parts = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(parts)
        parts += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(parts)
    parts += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        parts += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    parts += f"trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(parts)
