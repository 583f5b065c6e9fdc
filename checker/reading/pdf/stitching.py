"""Tables that go on over pages, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from checker.reading.pdf.furniture import margin
from checker.reading.pdf.layout import Layout, Line, Piece, cell_text, matches

_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d[\d\s.,]*(?:€|euros?)?", re.IGNORECASE)
"""An amount or any other number but a year: the head of a table has none."""
_MOST_HEADERS = 4


@define(eq=False)
class Chain:
    """One table, in the order of its pieces.

    Args:
        repeated: For each piece how many of its first rows repeat the head of the table.
    """

    pieces: list[Piece]
    repeated: list[int] = field(factory=lambda: [0])

    @property
    def xs(self) -> tuple[float, ...]:
        """Where its columns begin, by the piece that has most of them."""
        return max((piece.grid.xs for piece in self.pieces), key=len)


def chains(layouts: Sequence[Layout]) -> list[Chain]:
    """The tables; the repeated rows of their heads are set aside."""
    found: list[Chain] = []
    before: Chain | None = None
    for layout in layouts:
        pieces = [piece for piece in layout.pieces if piece.text.strip()]
        if not pieces:
            before = None
            continue
        first, last = _ends(layout, pieces)
        if first and before and _goes_on(before, first):
            pieces.remove(first)
        found += map(Chain, ([piece] for piece in pieces))
        before = next((chain for chain in found if chain.pieces[-1] is last), None)
    for chain in found:
        _set_heads_aside(chain)
    return found


def _goes_on(chain: Chain, piece: Piece) -> bool:
    """Adds a piece to a table if it belongs to it."""
    if not matches(chain.pieces[-1].grid, piece.grid):
        return False
    repeated = _repeated(chain.pieces[0], piece)
    if repeated and _is_total(chain.pieces[-1]):
        return False
    chain.pieces.append(piece)
    chain.repeated.append(repeated)
    return True


def _set_heads_aside(chain: Chain) -> None:
    for piece, rows in zip(chain.pieces, chain.repeated, strict=True):
        for cell in (cell for row in range(rows) for cell in piece.row(row)):
            for letter in cell:
                letter.aside = letter.aside or "furniture"


def _ends(layout: Layout, pieces: list[Piece]) -> tuple[Piece | None, Piece | None]:
    """The table the page begins with, and the one it ends with; margins do not count."""
    boxes = [
        box
        for block in layout.blocks
        if isinstance(block, Line) and margin(block, layout) is None and (box := block.box)
    ]
    first = min(pieces, key=lambda piece: piece.grid.ys[0])
    last = max(pieces, key=lambda piece: piece.grid.ys[-1])
    is_first = all((box[1] + box[3]) / 2 > first.grid.ys[0] for box in boxes)
    is_last = all((box[1] + box[3]) / 2 < last.grid.ys[-1] for box in boxes)
    return (first if is_first else None), (last if is_last else None)


def _repeated(head: Piece, piece: Piece) -> int:
    """How many rows a piece begins with that the table began with."""
    count = 0
    while count < min(head.grid.rows, piece.grid.rows, _MOST_HEADERS):
        row = [cell_text(cell) for cell in piece.row(count)]
        if row != [cell_text(cell) for cell in head.row(count)]:
            break
        if not any(map(str.strip, row)) or any(_NUMBER.fullmatch(cell.strip()) for cell in row):
            break
        count += 1
    return count


def _is_total(piece: Piece) -> bool:
    """Whether a table ends with its total, so that what follows is another."""
    texts = (cell_text(cell).strip() for cell in piece.row(piece.grid.rows - 1))
    return next(filter(None, texts), "").casefold().startswith("total")
