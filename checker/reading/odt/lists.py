"""Automatic numbering of an ODT file, computed as LibreOffice shows it (ODF 1.3, 5.3 and 16.30).

« 2) » of a decision is nowhere in the file's text: it follows from the list items before it. A
number and what it numbers are kept apart by a space.
"""

from __future__ import annotations

import re

from attrs import define, field, frozen

from checker.reading.labels import letters, ordinal, roman
from checker.reading.odt.names import attribute, names
from checker.reading.symbols import bullet
from checker.reading.xmltree import Element, number

LEVELS = 10
_LONGEST = 255
"""Characters of a part of a label; a hostile file could make each cost a second."""
_PLACE = re.compile(r"%([0-9]{1,2})%")


@frozen
class Level:
    """One level of a list style.

    Args:
        bullet: What stands before each item, for a list that has no numbers.
        form: The number format, « 1 », « a », « I » and the like; empty for none.
        pattern: The whole label with %1% for a number, where the file has it so.
        shown: How many levels the number shows.
        gap: What stands between the label and the text.
    """

    bullet: str = ""
    form: str = ""
    synced: bool = False
    prefix: str = ""
    suffix: str = ""
    pattern: str | None = None
    start: int = 1
    shown: int = 1
    gap: str = " "


_UNSTATED = Level()


@define
class Count:
    """The numbers that a list has reached, by 0-based level; lists that continue share it."""

    style: str | None
    reached: dict[int, int] = field(factory=dict)
    starts: dict[int, int] = field(factory=dict)

    def restart(self, level: int) -> None:
        """Forgets the numbers of a level and those below it."""
        for each in [each for each in self.reached if each >= level]:
            del self.reached[each]

    def advance(self, level: int, start: int) -> None:
        """Counts one more item."""
        self.restart(level + 1)
        if level in self.starts:
            self.reached[level] = self.starts.pop(level)
        else:
            self.reached[level] = self.reached.get(level, start - 1) + 1


class ListStyles:
    """The list styles of a document.

    Args:
        lists: By name; that of headings under `None`.
    """

    def __init__(self, lists: dict[str | None, Element]) -> None:
        self._elements = lists
        self._levels: dict[str | None, dict[int, Level]] = {}

    def label(self, style: str | None, count: Count, level: int) -> str:
        """Counts one more item, and says its number or bullet, a space included.

        Args:
            style: Name of the list style; `None` is that of headings.
            count: Of the list.
            level: 0-based.
        """
        levels = self._of(style)
        own = levels.get(level, _UNSTATED)
        count.advance(level, own.start)
        text = own.bullet or self._number(levels, own, count, level)
        return text + own.gap if text.strip() else ""

    def numbers_headings(self, level: int) -> bool:
        """Whether headings of that level carry a number."""
        own = self._of(None).get(level, _UNSTATED)
        return bool(own.form or own.prefix or own.suffix)

    def _number(self, levels: dict[int, Level], own: Level, count: Count, level: int) -> str:
        def reached(at: int) -> str:
            which = levels.get(at, _UNSTATED)
            return _shown(which, count.reached.get(at, which.start))

        if own.pattern is not None:
            text = _PLACE.sub(lambda place: reached(int(place[1]) - 1), own.pattern, LEVELS)
            return text if own.form else _PLACE.sub("", own.pattern)
        if not own.form:
            return own.prefix + own.suffix
        first = max(0, level + 1 - own.shown)
        parts = [part for at in range(first, level + 1) if (part := reached(at))]
        return own.prefix + ".".join(parts) + own.suffix

    def _of(self, style: str | None) -> dict[int, Level]:
        if style not in self._levels:
            element = self._elements.get(style)
            found = {} if element is None else {_at(each): _level(each) for each in element}
            self._levels[style] = found
        return self._levels[style]


def _at(level: Element) -> int:
    return number(attribute(level, "text:level"), 1, 1, LEVELS) - 1


def _level(level: Element) -> Level:
    alignment = names.child(
        level, "style:list-level-properties", "style:list-level-label-alignment"
    )
    gap = "" if attribute(alignment, "text:label-followed-by") == "nothing" else " "
    prefix = (attribute(level, "style:num-prefix") or "")[:_LONGEST]
    suffix = (attribute(level, "style:num-suffix") or "")[:_LONGEST]
    pattern = attribute(level, "style:num-list-format")
    if pattern is None:
        pattern = attribute(level, "loext:num-list-format")
    kind = names.of(level)
    if kind == "text:list-level-style-image":
        return Level(bullet="•", gap=gap)
    if kind == "text:list-level-style-bullet":
        properties = names.child(level, "style:text-properties")
        font = attribute(properties, "style:font-name") or attribute(properties, "fo:font-family")
        sign = bullet(
            (font or "").strip("'"), (attribute(level, "text:bullet-char") or "")[:_LONGEST]
        )
        # LibreOffice writes a suffix here too, often the bullet again, and does not show it.
        return Level(bullet=sign, gap=gap)
    return Level(
        form=attribute(level, "style:num-format") or "",
        synced=attribute(level, "style:num-letter-sync") == "true",
        prefix=prefix,
        suffix=suffix,
        pattern=None if pattern is None else pattern[:_LONGEST],
        start=number(attribute(level, "text:start-value"), 1),
        shown=number(attribute(level, "text:display-levels"), 1, 1, LEVELS),
        gap=gap,
    )


def _shown(level: Level, value: int) -> str:
    form = level.form
    if not form:
        return ""
    if form in ("i", "I"):
        text = roman(value)
    elif form in ("a", "A"):
        text = letters(value, repeated=level.synced)
    elif form.startswith("1st"):
        return ordinal(value)
    elif re.match("0+1", form):
        return str(value).zfill(len(form.split(",")[0]))
    else:
        return str(value)
    return text.upper() if form.isupper() else text
