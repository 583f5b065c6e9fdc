"""Automatic numbering of a DOCX file, computed as Word shows it (ISO/IEC 29500-1, 17.9).

« 2) » of a decision is nowhere in the file's text: it follows from the paragraphs before it. A
number and what it numbers are kept apart by a space, also where Word has a tab.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve, frozen

from checker.reading.docx.names import attribute, names, switch, value
from checker.reading.docx.styles import Styles
from checker.reading.labels import letters, ordinal, roman
from checker.reading.symbols import bullet
from checker.reading.xmltree import Element, number

_LEVELS = 9
_LONGEST = 255
"""Characters of a label; Word takes 31 or fewer from a person."""
_PLACE = re.compile("%([1-9])")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": lambda n: roman(n).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda n: letters(n).upper(),
    "lowerLetter": letters,
    "ordinal": ordinal,
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda _: "",
}


@frozen
class Level:
    """One level of a list.

    Args:
        text: With %1 to %9 for the numbers of the levels; a bullet has none.
        restart: The 1-based level after which it starts anew; 0 is never, `None` any higher one.
        legal: Whether all numbers of the text are shown as decimals.
        style: The paragraph style that this level numbers.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    hidden: bool = False
    style: str | None = None


@frozen
class _List:
    counters: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, counting their paragraphs.

    Args:
        root: Of the part, or `None` where the file has none.
    """

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._by_style: dict[str, str] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is None:
            return
        for each in names.children(root, "w:abstractNum"):
            identifier = attribute(each, "w:abstractNumId") or ""
            self._abstract[identifier] = each
            if link := value(each, "w:styleLink"):
                self._by_style[link] = identifier
        for each in names.children(root, "w:num"):
            self._nums[attribute(each, "w:numId") or ""] = each

    def of(self, properties: Element | None, style: str | None) -> tuple[str, int] | None:
        """The list and level of a paragraph, by its properties and its style; `None` without."""
        direct = names.child(properties, "w:numPr")
        own, own_level = value(direct, "w:numId"), value(direct, "w:ilvl")
        inherited, level = self._styles.numbering(style)
        identifier = own if own is not None else inherited
        if identifier is None or self._list(identifier) is None:
            return None
        if own_level is not None:
            return identifier, number(own_level, 0, 0, _LEVELS - 1)
        if own is None and level is None:
            level = self._level_of(identifier, style)
        return identifier, level or 0

    def label(self, identifier: str, level: int) -> str:
        """Counts one more paragraph, and says its number or bullet, a space included."""
        found = self._list(identifier)
        if found is None:
            return ""
        counts = self._count(identifier, found, level)
        own = found.levels.get(level, Level())
        if own.hidden:
            return ""

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            which = found.levels.get(at, Level())
            kind = "decimal" if own.legal else which.format
            return _FORMATS.get(kind, str)(counts.get(at, which.start))

        text = own.text if own.format == "bullet" else _PLACE.sub(shown, own.text, count=_LEVELS)
        return text + own.suffix if text else ""

    def _count(self, identifier: str, found: _List, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.counters, {})
        if level in found.starts and (identifier, level) not in self._started:
            counts[level] = found.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = found.levels.get(level, Level()).start
        self._started.add((identifier, level))
        for lower in [each for each in counts if each > level]:
            restart = found.levels.get(lower, Level()).restart
            if restart is None or level < restart:
                del counts[lower]
        return counts

    def _level_of(self, identifier: str, style: str | None) -> int:
        found = self._list(identifier)
        lineage = self._styles.lineage(style)
        levels = found.levels.items() if found else ()
        return next((at for at, each in levels if each.style in lineage), 0)

    def _list(self, identifier: str) -> _List | None:
        if identifier not in self._lists:
            self._lists[identifier] = self._read(identifier)
        return self._lists[identifier]

    def _read(self, identifier: str) -> _List | None:
        num = self._nums.get(identifier)
        counters = value(num, "w:abstractNumId")
        if num is None or counters not in self._abstract:
            return None
        linked = value(self._abstract[counters], "w:numStyleLink")
        counters = self._by_style.get(linked or "", counters)
        levels = _levels(self._abstract[counters])
        starts = {}
        for override in names.children(num, "w:lvlOverride"):
            at = number(attribute(override, "w:ilvl"), 0, 0, _LEVELS - 1)
            own = names.child(override, "w:lvl")
            if own is not None:
                levels[at] = _level(own)
            start = value(override, "w:startOverride")
            if start is not None:
                starts[at] = number(start, 1)
                levels[at] = evolve(levels.get(at, Level()), start=starts[at])
        return _List(counters, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    return {
        number(attribute(each, "w:ilvl"), 0, 0, _LEVELS - 1): _level(each)
        for each in names.children(parent, "w:lvl")
    }


def _level(level: Element) -> Level:
    kind = value(level, "w:numFmt") or "decimal"
    text = value(level, "w:lvlText") or ""
    restart = value(level, "w:lvlRestart")
    if kind == "bullet":
        fonts = names.child(level, "w:rPr", "w:rFonts")
        font = attribute(fonts, "w:ascii") or attribute(fonts, "w:hAnsi")
        text = "•" if names.child(level, "w:lvlPicBulletId") is not None else bullet(font, text)
    return Level(
        start=number(value(level, "w:start"), 0),
        format=kind,
        text=text[:_LONGEST].replace("\n", " "),
        suffix="" if value(level, "w:suff") == "nothing" else " ",
        restart=None if restart is None else number(restart, 0, 0, _LEVELS),
        legal=switch(level, "w:isLgl") is True,
        hidden=switch(level, "w:rPr", "w:vanish") is True,
        style=value(level, "w:pStyle"),
    )
