"""Lines as they stand on the page: where each begins and ends, and what room it leaves.

Plain text is measured in characters, a PDF in points.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from checker.reading import Box, Source

_NEAR = 6
_GAP = 1.3
_SPACE = 2.0
_RAGGED = 0.9


@frozen
class Line:
    """A line of the text.

    Args:
        start, end: Offsets in the source.
        text: White space folded, apostrophes straight.
        place: The box around it on its page; `None` where boxes are unknown.
        word: Width of its first word.
    """

    start: int
    end: int
    text: str
    place: Box | None = None
    word: float = 0.0


def lines_of(source: Source) -> tuple[Line, ...]:
    """The lines of a document, empty ones included."""
    found: list[Line] = []
    start = 0
    for printed in source.text.split("\n"):
        end = start + len(printed)
        found.append(_line(source, printed, start, end))
        start = end + 1
    return tuple(found)


def _line(source: Source, printed: str, start: int, end: int) -> Line:
    text = " ".join(printed.replace("’", "'").split())
    if not source.boxes.boxes or not text:
        return Line(start, end, text, None, len(text.partition(" ")[0]))
    boxes = [box for box in source.boxes.boxes[start:end] if box is not None]
    if not boxes:
        return Line(start, end, text)
    first = start + len(printed) - len(printed.lstrip())
    word = printed.split(maxsplit=1)[0]
    widths = [box for box in source.boxes.boxes[first : first + len(word)] if box is not None]
    width = widths[-1].right - widths[0].left if widths else 0.0
    return Line(start, end, text, _around(boxes), width)


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        boxes[0].page,
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


class Layout:
    """How the lines of one document follow each other.

    Args:
        lines: Those with text, in order.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        steps = sorted(
            step for n in range(1, len(lines)) if (step := self._step(n)) is not None and step > 0
        )
        self._leading = steps[len(steps) // 3] if steps else 0.0

    @property
    def measured(self) -> bool:
        """Whether the lines have boxes."""
        return self._leading > 0

    def apart(self, n: int) -> bool:
        """Whether more room than between two lines is left before a line."""
        step = self._step(n)
        if step is None or not self.measured:
            return False
        places = (self._lines[n - 1].place, self._lines[n].place)
        smaller = min(place.bottom - place.top for place in places if place is not None)
        return step > _GAP * max(self._leading, smaller)

    def would_fit(self, n: int) -> bool:
        """Whether the first word of a line would have fitted on the one before, had it run on."""
        before, line = self._lines[n - 1], self._lines[n]
        near = self._lines[max(0, n - _NEAR) : n + _NEAR]
        if before.place is None or line.place is None:
            longest = max(len(other.text) for other in near)
            return len(before.text) + 1 + line.word <= _RAGGED * longest
        place = before.place
        rights = [
            other.place.right
            for other in near
            if other.place is not None
            and other.place.page == place.page
            and other.place.left < place.right
            and other.place.right > place.left
        ]
        return place.right + _SPACE + line.word <= max(rights)

    def _step(self, n: int) -> float | None:
        """From the top of the line before to the top of a line, in the same column."""
        before, line = self._lines[n - 1].place, self._lines[n].place
        if before is None or line is None or before.page != line.page:
            return None
        step = line.bottom - before.bottom
        return step if step > 0 and line.left < before.right else None
