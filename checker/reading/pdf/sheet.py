"""A page as the PDF library gives it, before anything is decided about it."""

from __future__ import annotations

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator

from attrs import frozen

UNMAPPED = 1
"""The library had no Unicode value for the character and guessed."""
HYPHEN = 2
"""The hyphen of a word that goes on in the next line; the line end itself is not given."""
UNSEEN = 4
"""Drawn without ink, or in white on nothing."""
GENERATED = 8
"""A space or line end that the library put in from the distances."""

_ARRAYS = (
    ("codes", "I"),
    ("flags", "B"),
    ("angles", "h"),
    ("boxes", "f"),
    ("edges", "f"),
    ("areas", "f"),
)


@frozen(eq=False)
class Sheet:
    """One page; lengths in points from its top left corner, as a viewer shows it.

    Args:
        codes: A Unicode value per character, in the library's order of reading.
        flags: A sum of the constants above per character.
        angles: Degrees, clockwise, per character.
        boxes: Left, top, right, bottom per character.
        edges: Left, top, right, bottom of each straight line, level or upright.
        areas: Left, top, right, bottom of each coloured rectangle.
        picture: Share of the page that its largest picture covers, 0 to 1.
        fonts: Font of each private character, by its index.
    """

    width: float
    height: float
    codes: array[int]
    flags: array[int]
    angles: array[int]
    boxes: array[float]
    edges: array[float]
    areas: array[float]
    picture: float
    fonts: dict[int, str]

    def encoded(self) -> str:
        """One line of JSON."""
        content: dict[str, object] = {
            name: b64encode(getattr(self, name).tobytes()).decode() for name, _ in _ARRAYS
        }
        content |= {"width": self.width, "height": self.height, "picture": self.picture}
        content["fonts"] = list(self.fonts.items())
        return json.dumps(content)


def decoded(line: str) -> Sheet:
    """The sheet that a line of JSON holds."""
    content = json.loads(line)
    for name, code in _ARRAYS:
        content[name] = array(code, b64decode(content[name]))
    content["fonts"] = {int(index): str(font) for index, font in content["fonts"]}
    return Sheet(**content)


def quads(numbers: array[float]) -> Iterator[tuple[float, float, float, float]]:
    """The numbers four by four."""
    each = iter(numbers)
    return zip(each, each, each, each, strict=True)
