"""The picture of the money: a bar for each beneficiary, a part of it for each measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from checker.render.as_html.words import BENEFICIARIES, PAGE
from checker.render.tables import AWARD, MOST_ROWS, SUM, SUMMARY, Figures
from checker.report.crosstable import Cell, CrossRow, CrossTable
from checker.words import Language, counted, typeset

TONES = 7
"""Measures with a tone of their own; where there are more, the smallest share the last."""
_OTHERS = TONES + 1
_NARROW, _WIDE = 230, 360
"""Pixels of the narrowest bar on a phone and on a desk, for which the figures in it are chosen."""
_FIGURE = 7
"""Pixels of a figure."""


@frozen
class Segment:
    """A part of a bar.

    Args:
        start, middle, width: In percent of the widest bar, as SVG wants them.
        tone: From 1; what lies in no measure has 0.
        figure: The amount, where there is room for it at least on a desk.
        narrow: Whether there is room on a phone.
        title: What and how much it is.
    """

    start: str
    middle: str
    width: str
    tone: int
    figure: str
    narrow: bool
    title: str


@frozen
class Bar:
    """A beneficiary.

    Args:
        total: The amount of the whole bar, printed.
        award: Where the bar should end, if the award says otherwise; else empty.
        agrees: Whether the figures agree; `None` where that is not known.
        notes: What does not agree or is not known.
    """

    name: str
    segments: Sequence[Segment]
    total: str
    award: str
    agrees: bool | None
    notes: Sequence[str]


@frozen
class Picture:
    """The bars, the tones in use with what each stands for, and what is said of bars left out."""

    bars: Sequence[Bar]
    tones: Sequence[tuple[int, str]]
    cut: str


def picture_of(table: CrossTable, language: Language) -> Picture:
    """The picture of a cross-table."""
    rows = [*table.rows[:MOST_ROWS], *_disagreeing(table.rows[MOST_ROWS:])]
    drawer = _Drawer(table, rows, language)
    cut = ""
    if len(rows) < len(table.rows):
        shown = counted(len(rows), *BENEFICIARIES, language)
        cut = typeset(PAGE["bars_cut"](language).format(shown), language)
    return Picture([drawer.bar(row) for row in rows], list(drawer.legend()), cut)


def _disagreeing(rows: Sequence[CrossRow]) -> Sequence[CrossRow]:
    return [row for row in rows if row.agrees is False][:MOST_ROWS]


class _Drawer:
    def __init__(self, table: CrossTable, rows: Sequence[CrossRow], language: Language) -> None:
        self._table = table
        self._say: Language = language
        self._figures = Figures(table, language)
        self._most = max((_extent(row) for row in rows), default=0)
        self._tones = _tones(table)

    def legend(self) -> Iterator[tuple[int, str]]:
        """What each tone stands for."""
        colon = "\u00a0: " if self._say == "fr" else ": "
        for (name, title), tone in zip(self._table.measures, self._tones, strict=True):
            if tone < _OTHERS:
                yield tone, f"{name}{colon}{title}" if title else name
        if _OTHERS in self._tones:
            yield _OTHERS, PAGE["others"](self._say)

    def bar(self, row: CrossRow) -> Bar:
        """The bar of one beneficiary."""
        parts = [*self._parts(row)]
        whole = _whole(row)
        award = row.award.cents if row.award.rows and row.agrees is False else None
        return Bar(
            name=row.name,
            segments=[*self._segments(parts)],
            total=self._figures.amount(whole),
            award=self._percent(award) if award is not None and award >= 0 else "",
            agrees=row.agrees,
            notes=[*self._notes(row)],
        )

    def _parts(self, row: CrossRow) -> Iterator[tuple[int, str, int]]:
        """Tone, name and cents of each known amount; those of the last tone as one."""
        others = 0
        for (name, _), tone, cell in zip(self._table.measures, self._tones, row.cells, strict=True):
            if not cell.rows or cell.cents is None or cell.cents <= 0:
                continue
            if tone == _OTHERS:
                others += cell.cents
            else:
                yield tone, name, cell.cents
        if others:
            yield _OTHERS, PAGE["others"](self._say), others
        whole = _whole(row)
        if not row.sum.rows and whole.cents is not None and whole.cents > 0:
            label = AWARD if row.award.rows else SUMMARY
            yield 0, label(self._say), whole.cents

    def _segments(self, parts: Sequence[tuple[int, str, int]]) -> Iterator[Segment]:
        before = 0
        for tone, name, cents in parts:
            figure = self._figures.figure(cents)
            needed = len(figure) * _FIGURE
            yield Segment(
                start=self._percent(before),
                middle=self._percent(before + cents // 2),
                width=self._percent(cents),
                tone=tone,
                figure=figure if cents * _WIDE // self._most > needed else "",
                narrow=cents * _NARROW // self._most > needed,
                title=self._of(name, figure),
            )
            before += cents

    def _notes(self, row: CrossRow) -> Iterator[str]:
        say = self._say
        joint = "\u00a0; " if say == "fr" else "; "
        if row.agrees is False:
            sides = [(SUM, row.sum), (SUMMARY, row.summary), (AWARD, row.award)]
            told = [self._of(label(say), self._figures.amount(cell)) for label, cell in sides]
            yield typeset(f"{PAGE['differ'](say)} {joint.join(told)}.", say)
        names = [name for name, _ in self._table.measures]
        cells = [*zip(names, row.cells, strict=True), (AWARD(say), row.award)]
        unknown = [name for name, cell in cells if cell.rows and cell.cents is None]
        if unknown:
            yield typeset(f"{PAGE['unknown'](say)} {joint.join(unknown)}.", say)

    def _of(self, name: str, figure: str) -> str:
        return f"{name}\u00a0: {figure}" if self._say == "fr" else f"{name}: {figure}"

    def _percent(self, cents: int) -> str:
        hundredths = cents * 10_000 // self._most if self._most else 0
        return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _tones(table: CrossTable) -> list[int]:
    """A tone for each measure, in their order; beyond the tones, the smallest share one."""
    if len(table.measures) <= TONES:
        return [*range(1, len(table.measures) + 1)]
    sizes = [cell.cents or 0 for cell in table.foot.cells]
    largest = sorted(sorted(range(len(sizes)), key=lambda n: (-sizes[n], n))[:TONES])
    return [largest.index(n) + 1 if n in largest else _OTHERS for n in range(len(sizes))]


def _whole(row: CrossRow) -> Cell:
    """The amount that the bar stands for."""
    return next((cell for cell in (row.sum, row.award, row.summary) if cell.rows), row.sum)


def _extent(row: CrossRow) -> int:
    """How far the bar and its mark reach, in cents; what is taken away is not drawn."""
    known = sum(max(cell.cents or 0, 0) for cell in row.cells)
    return max(known, _whole(row).cents or 0, row.award.cents or 0, row.summary.cents or 0)
