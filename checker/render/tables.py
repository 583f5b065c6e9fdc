"""The cross-table of a text report, cut into tables no wider than the page."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence

from checker.render.characters import visible
from checker.render.layout import shortened
from checker.report.crosstable import Cell, CrossRow, CrossTable
from checker.words import Language, Words, print_money, print_number

MOST_ROWS = 40
"""Beneficiaries shown in a text report; those whose figures disagree are shown beyond it."""
_NAMES = (18, 40)
"""Narrowest and widest column of names."""
_HEADING_WIDTH = 14
TITLE = Words("Tableau de recoupement (en euros)", "Cross-table (in euros)")
LEGEND = Words(
    "✓ concordance ; ✗ discordance ; ? non vérifiable ; n.p. montant non précisé ; – néant.",
    "✓ agree; ✗ differ; ? cannot be told; n.s. amount not stated; – none.",
)
BENEFICIARY = Words("Bénéficiaire", "Beneficiary")
SUM = Words("Somme", "Sum")
SUMMARY = Words("Synthèse", "Summary")
AWARD = Words("Dispositif", "Award")
STATED = Words("Total énoncé", "Stated total")
STATES = Words("Énoncé", "Stated")
COMPUTED = Words("Somme des lignes", "Sum of the lines")
_UNKNOWN = Words("n.p.", "n.s.")
MARKS = {True: "✓", False: "✗", None: "?"}
Column = tuple[str, Callable[[CrossRow], str]]


class Figures:
    """Prints the amounts of one cross-table, in euros, with cents only where some has cents."""

    def __init__(self, table: CrossTable, language: Language) -> None:
        self._language = language
        self._cents = any(cell.cents and cell.cents % 100 for cell in _cells(table))

    def amount(self, cell: Cell) -> str:
        """An amount, a dash where there is none, « n.p. » where it is not known."""
        return "–" if cell.rows == 0 else self.figure(cell.cents)

    def figure(self, cents: int | None) -> str:
        """An amount, « n.p. » where it is not known."""
        if cents is None:
            return _UNKNOWN(self._language)
        if self._cents:
            return print_money(cents, self._language).replace("€", "").strip()
        return print_number(cents // 100, self._language)


class CrossTablePrinter:
    """Draws one cross-table as text."""

    def __init__(self, table: CrossTable, language: Language, width: int) -> None:
        self._table = table
        self._language = language
        self._width = width
        self._figures = Figures(table, language)
        self._names = _NAMES[0]

    def shown(self) -> Sequence[CrossRow]:
        """The rows drawn: the first ones, and later ones whose figures disagree."""
        rows = self._table.rows
        later = [row for row in rows[MOST_ROWS:] if row.agrees is False]
        return (*rows[:MOST_ROWS], *later[:MOST_ROWS])

    def tables(self) -> Iterator[list[str]]:
        """The tables, one below the other, then the totals that the act states."""
        rows = [*self.shown(), self._table.foot]
        for columns in self._blocks(rows):
            left = self._width - sum(_needed(column, rows) for column in columns)
            self._names = max(_NAMES[0], min(_NAMES[1], left))
            headings = [BENEFICIARY(self._language), *(heading for heading, _ in columns)]
            body = [[self._name(row), *(print_(row) for _, print_ in columns)] for row in rows]
            yield _drawn(headings, body)
        if self._table.totals:
            yield self._totals()

    def _blocks(self, rows: Sequence[CrossRow]) -> Iterator[list[Column]]:
        """Columns that fit beside the names, block by block; the sums stay together."""
        block: list[Column] = []
        used = _NAMES[0]
        measures = [
            (shortened(visible(name), _HEADING_WIDTH), self._of_measure(n))
            for n, (name, _) in enumerate(self._table.measures)
        ]
        for group in (*([column] for column in measures), list(self._sums())):
            needed = sum(_needed(column, rows) for column in group)
            if block and used + needed > self._width:
                yield block
                block, used = [], _NAMES[0]
            block += group
            used += needed
        yield block

    def _sums(self) -> Iterator[Column]:
        table = self._table
        if table.measures:
            yield SUM(self._language), lambda row: self._figures.amount(row.sum)
        if table.summarised:
            yield SUMMARY(self._language), lambda row: self._figures.amount(row.summary)
        yield AWARD(self._language), lambda row: self._figures.amount(row.award)
        if table.measures or table.summarised:
            yield "", lambda row: MARKS[row.agrees]

    def _of_measure(self, n: int) -> Callable[[CrossRow], str]:
        return lambda row: self._figures.amount(row.cells[n])

    def _totals(self) -> list[str]:
        say = self._language
        headings = [STATED(say), STATES(say), COMPUTED(say), ""]
        body = [
            [
                _folded(total.label, _NAMES[1]),
                self._figures.figure(total.stated),
                self._figures.amount(total.computed),
                MARKS[total.agrees],
            ]
            for total in self._table.totals
        ]
        return _drawn(headings, body)

    def _name(self, row: CrossRow) -> str:
        return _folded(row.name, self._names)


def _needed(column: Column, rows: Sequence[CrossRow]) -> int:
    heading, print_ = column
    return 2 + max(len(heading), *(len(print_(row)) for row in rows))


def _folded(name: str, width: int) -> str:
    """A name on as many lines as it takes, three at most."""
    lines = textwrap.wrap(visible(name), width, break_on_hyphens=False)
    if len(lines) > 3:
        lines = [*lines[:2], lines[2][: width - 1].rstrip() + "…"]
    return "\n".join(lines)


def _drawn(headings: Sequence[str], body: Sequence[Sequence[str]]) -> list[str]:
    from tabulate import SEPARATING_LINE, tabulate  # noqa: PLC0415 - a report without a table never needs it

    align = ["left", *["right"] * (len(headings) - 1)]
    rows = [headings, SEPARATING_LINE, *body]
    text = tabulate(rows, tablefmt="simple", disable_numparse=True, colalign=align)
    return [line.rstrip() for line in text.split("\n")]


def _cells(table: CrossTable) -> Iterator[Cell]:
    for row in (*table.rows, table.foot):
        yield from (*row.cells, row.sum, row.summary, row.award)
    for total in table.totals:
        yield Cell(total.stated, 1)
        yield total.computed
