"""Tables of a report as headings and rows of text, for formats that have tables of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from checker.language.tree import Severity
from checker.render.findings import TO_JUDGE
from checker.render.summary import by_severity
from checker.render.tables import (
    AWARD,
    BENEFICIARY,
    COMPUTED,
    MARKS,
    STATED,
    STATES,
    SUM,
    SUMMARY,
    Figures,
)
from checker.report.crosstable import CrossRow, CrossTable
from checker.report.model import InstanceReport, Report, RuleReport
from checker.report.phrases import ACTIONS
from checker.verdict import Verdict
from checker.words import Language


@frozen
class Grid:
    """A table; its first column is text, the others are figures.

    Args:
        foot: Whether the last row has the sums of the columns.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: bool = False


@frozen
class Observed:
    """A numbered observation."""

    number: int
    rule: RuleReport
    instance: InstanceReport


def observations(report: Report) -> Iterator[tuple[str, Sequence[Observed]]]:
    """The findings by severity, then the points to judge, each group below its title."""
    say = report.language
    found = [*by_severity(report), *report.found(Verdict.REVIEW)]
    numbered = [Observed(n, rule, instance) for n, (rule, instance) in enumerate(found, start=1)]
    for severity in Severity:
        group = [
            each
            for each in numbered
            if each.instance.verdict is Verdict.FAIL and each.instance.severity is severity
        ]
        if group:
            title = ACTIONS[severity](say)
            yield title[:1].upper() + title[1:], group
    judged = [each for each in numbered if each.instance.verdict is Verdict.REVIEW]
    if judged:
        yield TO_JUDGE(say), judged


def cross_grids(table: CrossTable, say: Language, most: int) -> Iterator[Grid]:
    """The cross-table whole, in tables with so many measures at most; the last has the sums."""
    figures = Figures(table, say)
    rows = (*table.rows, table.foot)
    measures = range(len(table.measures))
    blocks = [measures[n : n + most] for n in range(0, len(measures), most)] or [measures]
    for block in blocks:
        last = block is blocks[-1]
        headings = [BENEFICIARY(say), *(table.measures[n][0] for n in block)]
        body = [[row.name, *(figures.amount(row.cells[n]) for n in block)] for row in rows]
        if last:
            headings += _sum_headings(table, say)
            body = [
                [*cells, *_sums(table, row, figures)] for cells, row in zip(body, rows, strict=True)
            ]
        yield Grid(tuple(headings), tuple(map(tuple, body)), foot=True)


def totals_grid(table: CrossTable, say: Language) -> Grid:
    """The totals that the act states, beside the sums they should equal."""
    figures = Figures(table, say)
    return Grid(
        (STATED(say), STATES(say), COMPUTED(say), ""),
        tuple(
            (
                total.label,
                figures.figure(total.stated),
                figures.amount(total.computed),
                MARKS[total.agrees],
            )
            for total in table.totals
        ),
    )


def _sum_headings(table: CrossTable, say: Language) -> list[str]:
    found = [SUM(say)] if table.measures else []
    found += [SUMMARY(say)] if table.summarised else []
    return [*found, AWARD(say), *([""] if _compared(table) else [])]


def _sums(table: CrossTable, row: CrossRow, figures: Figures) -> list[str]:
    found = [figures.amount(row.sum)] if table.measures else []
    found += [figures.amount(row.summary)] if table.summarised else []
    mark = [MARKS[row.agrees]] if _compared(table) else []
    return [*found, figures.amount(row.award), *mark]


def _compared(table: CrossTable) -> bool:
    """Whether there are several figures to agree."""
    return bool(table.measures) or table.summarised
