"""A text with marks in the place of names, and where each of its characters went."""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import frozen

from checker.report.anonymous.people import People

_ENDS = re.compile(r"\r\n|[\n\r\f\v]")
_PART = re.compile(r"[^/:]+")


@frozen
class Replaced:
    """A text with names replaced.

    Args:
        starts, ends: Of each name in the original text.
        moved: How far what follows each name moved.
        lengths: Of each mark.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()

    def span(self, span: tuple[int, int]) -> tuple[int, int]:
        """The offsets of what stood at some in the original; a mark is taken whole."""
        return self._offset(span[0], last=False), self._offset(span[1], last=True)

    def start(self, offset: int) -> int:
        """The offset of what began at one in the original."""
        return self._offset(offset, last=False)

    def _offset(self, offset: int, *, last: bool) -> int:
        n = bisect_right(self.starts, offset - last) - 1
        if n < 0:
            return offset
        if offset - last >= self.ends[n]:
            return offset + self.moved[n]
        begin = self.starts[n] + (self.moved[n - 1] if n else 0)
        return begin + self.lengths[n] if last else begin


def replaced(text: str, people: People, *, loose: bool = False) -> Replaced:
    """A text without the names of persons; line ends inside a name follow its mark.

    Args:
        text: The text.
        people: The persons.
        loose: See `Finder.find`.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    moved: list[int] = []
    lengths: list[int] = []
    at = shift = 0
    for hit in people.find(text, loose=loose):
        mark = people.mark(hit.persons)
        if text[hit.end : hit.end + 1].isdigit():
            mark += " "  # lest the number of a footnote becomes the person's
        new = mark + "".join(_ENDS.findall(text[hit.start : hit.end]))
        pieces += [text[at : hit.start], new]
        shift += len(new) - (hit.end - hit.start)
        starts.append(hit.start)
        ends.append(hit.end)
        moved.append(shift)
        lengths.append(len(mark))
        at = hit.end
    if not starts:
        return Replaced(text)
    whole = "".join([*pieces, text[at:]])
    return Replaced(whole, tuple(starts), tuple(ends), tuple(moved), tuple(lengths))


def replaced_id(id_: str, people: People) -> str:
    """An identifier, or several joined by `/` and `:`, without the names of persons."""
    for known in sorted(people.ids, key=len, reverse=True):
        mark = people.mark_of_id([people.ids[known]]) if known in id_ else ""
        id_ = re.sub(rf"(?<![a-z0-9]){known}(?![a-z0-9])", mark, id_)
    return _PART.sub(lambda match: _part(match[0], people), id_)


def _part(part: str, people: People) -> str:
    pieces: list[str] = []
    at = 0
    for hit in people.find(part, loose=True):
        pieces += [part[at : hit.start], people.mark_of_id(hit.persons)]
        at = hit.end
    return "".join([*pieces, part[at:]])
