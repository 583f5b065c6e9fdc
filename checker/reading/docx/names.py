"""Names in WordprocessingML (ISO/IEC 29500), transitional and strict alike."""

from __future__ import annotations

from checker.reading.xmltree import Element, Prefixes

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = ("wordprocessingml/2006/main", "wordprocessingml/main")
_RELATIONS = ("officeDocument/2006/relationships", "officeDocument/relationships")
_W = (_TRANSITIONAL + _MAIN[0], _STRICT + _MAIN[1])
_UNDERSTOOD = (_TRANSITIONAL, _STRICT, "http://schemas.microsoft.com/office/")

names = Prefixes(
    dict.fromkeys(_W, "w")
    | {
        _TRANSITIONAL + _RELATIONS[0]: "r",
        _STRICT + _RELATIONS[1]: "r",
        _TRANSITIONAL + "drawingml/2006/main": "a",
        _STRICT + "drawingml/main": "a",
        _TRANSITIONAL + "drawingml/2006/wordprocessingDrawing": "wp",
        _STRICT + "drawingml/wordprocessingDrawing": "wp",
        _TRANSITIONAL + "drawingml/2006/picture": "pic",
        _STRICT + "drawingml/picture": "pic",
        _TRANSITIONAL + "drawingml/2006/chart": "c",
        _STRICT + "drawingml/chart": "c",
        _TRANSITIONAL + "drawingml/2006/diagram": "dgm",
        _STRICT + "drawingml/diagram": "dgm",
        _TRANSITIONAL + "officeDocument/2006/math": "m",
        _STRICT + "officeDocument/math": "m",
        _TRANSITIONAL + "markup-compatibility/2006": "mc",
        _TRANSITIONAL + "package/2006/relationships": "rels",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:schemas-microsoft-com:office:office": "o",
    }
)
_KEYS = {
    "w": tuple(f"{{{namespace}}}" for namespace in _W),
    "r": (f"{{{_TRANSITIONAL}{_RELATIONS[0]}}}", f"{{{_STRICT}{_RELATIONS[1]}}}"),
}


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute `w:val` and the like."""
    if element is None:
        return None
    prefix, _, local = name.partition(":")
    values = (element.get(key + local) for key in _KEYS[prefix])
    return next((value for value in values if value is not None), None)


def value(element: Element | None, *path: str) -> str | None:
    """The attribute `w:val` of what a path leads to."""
    return None if element is None else attribute(names.child(element, *path), "w:val")


def switch(element: Element | None, *path: str) -> bool | None:
    """A property that is on, off, or (`None`) not stated."""
    found = None if element is None else names.child(element, *path)
    if found is None:
        return None
    return attribute(found, "w:val") not in ("0", "false", "off")


def understood(choice: Element) -> bool:
    """Whether a word processor of today takes this branch of an `mc:AlternateContent`."""
    required = (choice.get("Requires") or "").split()
    spaces = choice.nsmap
    return all((spaces.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in required)
