"""Names in OpenDocument (OASIS ODF 1.3, and what LibreOffice adds)."""

from __future__ import annotations

from checker.reading.xmltree import Element, Prefixes

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    f"{_OASIS}{name}:1.0": prefix
    for name, prefix in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "drawing": "draw",
        "svg-compatible": "svg",
        "xsl-fo-compatible": "fo",
        "form": "form",
        "presentation": "presentation",
    }.items()
} | {
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_ADDRESSES = {prefix: f"{{{address}}}" for address, prefix in _SPACES.items()}

names = Prefixes(_SPACES)


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute `text:style-name` and the like."""
    if element is None:
        return None
    prefix, _, local = name.partition(":")
    return element.get(_ADDRESSES[prefix] + local)
