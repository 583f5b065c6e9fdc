"""What is printed at a passage, and the evidence that cites it."""

from __future__ import annotations

from attrs import frozen

from checker.case import Provenance
from checker.case.values import Count, Status
from checker.extraction.blocks import Block
from checker.reading import Source


@frozen(eq=False)
class Passage:
    """A part of a block.

    Args:
        start, end: Offsets into the text of the block.
    """

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its characters as reflowed, apostrophes straight."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """Its offsets in the source."""
        return self.block.span(self.start, self.end)

    def part(self, start: int, end: int) -> Passage:
        """A part of it, offsets counted from its own start."""
        return Passage(self.block, self.start + start, self.start + end)


class Quoting:
    """Quotes one source."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def words(self, passage: Passage) -> str:
        """The characters printed there, line ends and hyphens at them undone."""
        text = self.source.text
        block = passage.block
        return "".join(
            " " if block.text[n] in " \t" else text[block.origin[n]]
            for n in range(passage.start, passage.end)
        )

    def evidence(
        self, passage: Passage, status: Status = "read", readings: tuple[str, ...] = ()
    ) -> Provenance:
        """Where a value was read."""
        start, end = passage.span
        return Provenance(
            span=(Count(start), Count(end)),
            quote=self.folded(start, end),
            page=self.page(start),
            status=status,
            readings=readings,
        )

    def page(self, start: int) -> Count | None:
        """The page, from 1, that an offset of the source stands on."""
        page = self.source.page(start)
        return None if page is None else Count(page)

    def folded(self, start: int, end: int) -> str:
        """A part of the source, white space folded."""
        return " ".join(self.source.text[start:end].split())

    def line(self, start: int, end: int) -> str:
        """The lines that a part of the source stands on, white space folded, cut when long."""
        text = self.source.text
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end)
        last = len(text) if last < 0 else last
        return self.folded(max(first, start - 160), min(last, end + 160))
