"""Running heads, running feet and page numbers, set aside where they are certain.

Certain is: in the margin, at the same place with the same words on most pages of three or more;
numbers in them stay the same or count the pages; no amount of money.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median_low

from attrs import frozen

from checker.reading.pdf.layout import Block, Layout, Piece

_FEWEST_PAGES = 3
_MARGIN = 0.12
_TABLE_MARGIN = 0.2
"""Shares of the height; a head drawn as a table has a logo beside it."""
_SAME_PLACE = 2.5
_DIGITS = re.compile(r"\d+")
_MONEY = re.compile(r"€|\beuros?\b", re.IGNORECASE)


@frozen(eq=False)
class _Seen:
    block: Block
    page: int
    top: float
    numbers: tuple[int, ...]


def set_aside_furniture(layouts: Sequence[Layout]) -> None:
    """Marks the letters of running heads and feet."""
    if len(layouts) < _FEWEST_PAGES:
        return
    alike: dict[tuple[bool, str], list[_Seen]] = defaultdict(list)
    for page, layout in enumerate(layouts):
        for block in layout.blocks:
            side = margin(block, layout)
            text = " ".join(block.text.split())
            if side is None or not text or _MONEY.search(text) or len(text) > 1000:
                continue
            numbers = tuple(int(digits[:12]) for digits in _DIGITS.findall(text))
            box = block.box
            if box is not None:
                seen = _Seen(block, page, box[1], numbers)
                alike[side == "head", _DIGITS.sub("#", text)].append(seen)
    for group in alike.values():
        _judge(group, len(layouts))


def margin(block: Block, layout: Layout) -> str | None:
    """`head` or `foot` for a block within the margins."""
    box = block.box
    if box is None:
        return None
    share = _TABLE_MARGIN if isinstance(block, Piece) else _MARGIN
    if box[3] <= share * layout.height:
        return "head"
    return "foot" if box[1] >= (1 - share) * layout.height else None


def _judge(seen: list[_Seen], pages: int) -> None:
    top = median_low(one.top for one in seen)
    there = [one for one in seen if abs(one.top - top) <= _SAME_PLACE]
    if len({one.page for one in there}) < max(_FEWEST_PAGES, pages // 2 + 1):
        return
    for values in zip(*(one.numbers for one in there), strict=True):
        is_page = len({value - one.page for value, one in zip(values, there, strict=True)}) == 1
        if len(set(values)) > 1 and not is_page:
            return
    for one in there:
        one.block.set_aside()
