"""The characters of a sheet as a reader sees them, each with its box or none."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from attrs import define

from checker.reading.pdf.sheet import GENERATED, HYPHEN, UNMAPPED, UNSEEN, Sheet, quads
from checker.reading.source import AsideReason
from checker.reading.symbols import symbol

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character whose value the PDF does not give: what libraries guess are digits too."""
_SLANT = 8
"""Degrees a scanned line may lean."""
_OCR = 0.3
"""Share of the page a picture must cover for letters without ink to be the words in it."""

_STRUCK = (0.35, 0.75)
"""Shares of a letter's height, from its top, between which a line strikes it out."""
_MOST_STRIKES = 50

Quad = tuple[float, float, float, float]


@define(eq=False)
class Letter:
    """A character.

    Args:
        box: Left, top, right, bottom; `None` for a line end, and a hyphen's own line end.
        aside: Why it is set aside, if it is.
    """

    text: str
    box: Quad | None
    aside: AsideReason | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()


def letters(sheet: Sheet) -> list[Letter]:
    """All of them, in the library's order of reading; lines end with a line feed."""
    reasons = _Reasons(sheet)
    found: list[Letter] = []
    boxes = list(quads(sheet.boxes))
    codes = sheet.codes
    skip = False
    for index, code in enumerate(codes):
        flags = sheet.flags[index]
        if skip or (code == 13 and flags & GENERATED):
            skip = False
            continue
        if not flags and 32 < code < 127:
            found.append(Letter(chr(code), boxes[index], reasons.of(index, boxes[index])))
            continue
        if code == 10 and flags & GENERATED:
            found.append(Letter("\n", None))
            continue
        if flags & HYPHEN:
            found.append(Letter("-", boxes[index], reasons.of(index, boxes[index])))
            if _goes_down(boxes, index):
                found.append(Letter("\n", None))
            continue
        text, skip = _character(codes, flags, index)
        if index in sheet.fonts:
            text = symbol(sheet.fonts[index], code) or text
        box = None if flags & GENERATED else boxes[index]
        reason = None if flags & GENERATED else reasons.of(index, boxes[index])
        found.append(Letter(text, box, reason))
    _set_struck_aside(found, sheet)
    _settle_blanks(found)
    return found


def _character(codes: Sequence[int], flags: int, index: int) -> tuple[str, bool]:
    """The character, and whether the next value is its second half."""
    code = codes[index]
    if flags & UNMAPPED:
        return UNKNOWN, False
    if 0xD800 <= code < 0xDC00 and index + 1 < len(codes):
        other = codes[index + 1]
        if 0xDC00 <= other < 0xE000:
            return chr(0x10000 + ((code - 0xD800) << 10) + other - 0xDC00), True
    if code in (9, 10, 11, 12, 13, 0x85, 0x2028, 0x2029):
        return " ", False
    if code < 32 or 0x7F <= code < 0xA0 or code > 0x10FFFF or code & 0xFFFE == 0xFFFE:
        return UNKNOWN, False
    return (UNKNOWN if 0xD800 <= code < 0xE000 else chr(code)), False


def _goes_down(boxes: Sequence[Quad], index: int) -> bool:
    """Whether what follows a hyphen stands on another line."""
    if index + 1 >= len(boxes):
        return False
    left, top, _, bottom = boxes[index]
    other = boxes[index + 1]
    return not (top - 1 <= (other[1] + other[3]) / 2 <= bottom + 1 and other[0] >= left)


class _Reasons:
    """Why characters of a sheet are set aside."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._upright = _reading_angle(sheet)
        self._is_ocr = sheet.picture >= _OCR
        self._is_plain = not any(sheet.angles) and not any(n & UNSEEN for n in sheet.flags)

    def of(self, index: int, box: Quad) -> AsideReason | None:
        sheet = self._sheet
        if (
            self._is_plain
            and box[0] >= 0
            and box[1] >= 0
            and box[2] <= sheet.width
            and box[3] <= sheet.height
        ):
            return None
        if sheet.flags[index] & UNSEEN and not self._is_ocr:
            return "hidden"
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not (-1 <= x <= sheet.width + 1 and -1 <= y <= sheet.height + 1):
            return "hidden"
        lean = (sheet.angles[index] - self._upright + 180) % 360 - 180
        return "rotated" if abs(lean) > _SLANT else None


def _reading_angle(sheet: Sheet) -> int:
    """The quarter turn in which the page is read: upright, unless few of its letters are."""
    if not any(sheet.angles):
        return 0
    drawn = [
        angle
        for angle, flags in zip(sheet.angles, sheet.flags, strict=True)
        if not flags & GENERATED
    ]
    turns = Counter(
        round(angle / 90) % 4 * 90 for angle in drawn if abs((angle + 45) % 90 - 45) <= _SLANT
    )
    if turns[0] * 4 >= len(drawn) or not turns:
        return 0
    return turns.most_common(1)[0][0]


def _set_struck_aside(found: list[Letter], sheet: Sheet) -> None:
    """Letters that a line of just their length runs through are deleted."""
    lines = sorted((top, left, right) for left, top, right, low in quads(sheet.edges) if low == top)
    through: dict[int, list[Letter]] = defaultdict(list)
    for letter in found if lines else ():
        if letter.box is None or letter.aside is not None:
            continue
        left, top, right, bottom = letter.box
        high, low = (top + share * (bottom - top) for share in _STRUCK)
        start, end = bisect_left(lines, (high,)), bisect_left(lines, (low,))
        for index in range(start, min(end, start + _MOST_STRIKES)):
            if lines[index][1] - 1 <= left and right <= lines[index][2] + 1:
                through[index].append(letter)
    for index, letters in through.items():
        _, left, right = lines[index]
        boxes = [letter.box for letter in letters if letter.box is not None]
        ends = min(box[0] for box in boxes), max(box[2] for box in boxes)
        inked = sum(box[2] - box[0] for box in boxes)
        if max(abs(ends[0] - left), abs(ends[1] - right)) <= 2 and inked >= (right - left) / 2:
            for letter in letters:
                letter.aside = "deleted"


def _settle_blanks(found: list[Letter]) -> None:
    """White space between two characters set aside for one reason goes with them."""
    before: AsideReason | None = None
    blanks: list[Letter] = []
    for letter in found:
        if letter.is_blank and letter.aside in (None, "rotated", "deleted"):
            blanks.append(letter)
            continue
        for blank in blanks:
            blank.aside = letter.aside if letter.aside == before else None
        before = letter.aside
        blanks = []
    for blank in blanks:
        blank.aside = None if blank.text == "\n" else before
