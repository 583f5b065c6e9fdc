"""Text as it is being read: lines, cells of tables, and what is set aside.

Paragraphs are lines. Cells of a row stand on one line, with a tab between them, where each has at
most one line; otherwise every line of every cell is a line of the text. Empty paragraphs at either
end of a cell are left out. Offsets are final from the moment text is written: both separators
are one character long, so a row that turns out to have longer cells only swaps them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from types import TracebackType

from attrs import define, field

from checker.reading.refusal import RefusedDocumentError
from checker.reading.source import Aside, AsideReason, Cell, Table

MOST_TEXT = 20_000_000
"""Characters of one document: some ten thousand pages."""


@define
class _Apart:
    reason: AsideReason
    at: int
    pieces: list[str] = field(factory=list)


@define
class _Row:
    lines: int
    cells: int = 0
    separators: list[int] = field(factory=list)


class Writing:
    """The text read so far.

    Args:
        name: The file as the user named it, for a refusal.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._pieces: list[str] = []
        self._length = 0
        self._weight = 0
        self._lines = 0
        self._due = 0  # line ends that are written once something follows them
        self._fresh = False  # nothing is in the cell yet
        self._open = False  # something is on the line
        self._label: Callable[[], str] | None = None
        self._rows: list[_Row] = []
        self._apart: AsideReason | None = None
        self._asides: list[_Apart] = []
        self._tables: list[Table] = []

    @property
    def reason(self) -> AsideReason | None:
        """Why what is written now is set aside, or `None`."""
        return self._apart

    @property
    def line_is_open(self) -> bool:
        """Whether something is on the line."""
        return self._open

    def apart(self, reason: AsideReason | None) -> AbstractContextManager[None]:
        """Sets aside what is written meanwhile; within text already set aside, changes nothing."""
        return _Apartness(self, reason) if reason else _AS_BEFORE

    def turn(self, reason: AsideReason | None) -> AsideReason | None:
        """Sets why what is written from now on is set aside, and returns why it was before."""
        before, self._apart = self._apart, reason
        return before

    def paragraph(self, label: Callable[[], str] | None = None) -> None:
        """Starts a paragraph.

        Args:
            label: Its automatic number or bullet; asked for only if the paragraph is live, because
                one that is hidden or deleted is not counted.
        """
        if self._apart is None:
            self._label = None if self._open else label

    def write(self, text: str) -> None:
        """Adds text without line ends."""
        if not text:
            return
        if self._apart is not None:
            self._set_aside(text)
            return
        if self._label is not None:
            label, self._label = self._label(), None
            if label:
                self._put(label)
        self._put(text)

    def end_line(self) -> None:
        """Ends the line."""
        if self._apart is not None:
            self._set_aside("\n")
            return
        if self._label is not None:
            label, self._label = self._label().rstrip(), None
            if label:
                self._put(label)
        if not self._fresh:
            self._due += 1
        self._open = False

    def join(self) -> None:
        """Ends a paragraph whose mark is deleted or hidden: what follows stands on its line."""
        if self._apart is not None:
            self._set_aside("\n")
            return
        self._label = None
        if self._asides and self._asides[-1].at == self._length + self._due:
            self._asides[-1].pieces.append("\n")

    def break_line(self) -> None:
        """Ends the line if something is on it."""
        if self._open and self._apart is None:
            self.end_line()

    def begin_row(self) -> None:
        """Starts a row of a table."""
        self.break_line()
        self._flush()
        self._rows.append(_Row(self._lines))

    def begin_cell(self) -> int:
        """Starts a cell, and says at which offset."""
        row = self._rows[-1]
        if row.cells:
            row.separators.append(len(self._pieces))
            self._pieces.append("\t")
            self._length += 1
        row.cells += 1
        self._fresh, self._open, self._label = True, False, None
        return self._length

    def end_cell(self) -> int:
        """Ends a cell, and says at which offset."""
        self._due, self._open, self._fresh = 0, False, False
        return self._length

    def end_row(self) -> None:
        """Ends a row."""
        row = self._rows.pop()
        if self._lines > row.lines:
            for place in row.separators:
                self._pieces[place] = "\n"
            self._lines += len(row.separators)
        self._due, self._open, self._fresh = 1, False, False

    def add_table(self, cells: list[Cell]) -> None:
        """Keeps a table; one of a single row or column is layout, not a table."""
        rows = max((cell.row + cell.rows for cell in cells), default=0)
        columns = max((cell.column + cell.columns for cell in cells), default=0)
        if rows > 1 and columns > 1:
            self._tables.append(Table(tuple(cells)))

    def text(self) -> str:
        """All of it; ends with a line end unless it is empty."""
        self.break_line()
        self._flush()
        return "".join(self._pieces)

    def tables(self) -> tuple[Table, ...]:
        """The tables, outer ones before those within them."""
        return tuple(sorted(self._tables, key=lambda t: (t.cells[0].start, -t.cells[-1].end)))

    def asides(self) -> tuple[Aside, ...]:
        """What was set aside, in the order of the text."""
        found = [
            Aside(each.reason, text, min(each.at, self._length))
            for each in self._asides
            if (text := "".join(each.pieces).strip("\n")).strip()
        ]
        return tuple(sorted(found, key=lambda aside: aside.at))

    def _flush(self) -> None:
        if self._due:
            self._pieces.append("\n" * self._due)
            self._length += self._due
            self._lines += self._due
            self._due = 0

    def _put(self, text: str) -> None:
        self._weigh(text)
        self._flush()
        self._pieces.append(text)
        self._length += len(text)
        self._fresh, self._open = False, True

    def _set_aside(self, text: str) -> None:
        self._weigh(text)
        at = self._length + self._due
        last = self._asides[-1] if self._asides else None
        if last is None or last.at != at or last.reason != self._apart:
            if self._apart is None or text == "\n":
                return
            last = _Apart(self._apart, at)
            self._asides.append(last)
        last.pieces.append(text)

    def _weigh(self, text: str) -> None:
        self._weight += len(text)
        if self._weight > MOST_TEXT:
            raise RefusedDocumentError(
                self.name,
                "too_large",
                f"The document has over {MOST_TEXT} characters. Split it into its deliberations.",
            )


class _Apartness(AbstractContextManager[None]):
    """A class, not a generator: it is entered for every paragraph and run."""

    def __init__(self, writing: Writing, reason: AsideReason) -> None:
        self._writing = writing
        self._reason: AsideReason | None = reason

    def __enter__(self) -> None:
        self._reason = self._writing.turn(self._writing.reason or self._reason)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._writing.turn(self._reason)


_AS_BEFORE = nullcontext()
