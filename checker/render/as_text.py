"""The report for a terminal.

The order is that of an audit report: what was checked, what it amounts to, observations, proofs,
what is open, annexes. The last line always counts all five verdicts.
"""

from __future__ import annotations

from collections import Counter

from checker.render.acceptances import write_acceptances
from checker.render.annexes import write_annexes
from checker.render.findings import (
    write_not_applicable,
    write_observations,
    write_open,
    write_passed,
    write_unchecked,
)
from checker.render.layout import Page
from checker.render.reading import write_reading
from checker.render.summary import write_identification, write_scope, write_summary
from checker.render.tables import LEGEND, TITLE, CrossTablePrinter
from checker.render.tally import verdict_line
from checker.render.unread import write_unread
from checker.report.model import Outcome, Report, Unread
from checker.verdict import Verdict
from checker.words import Language, Words, counted, typeset

WIDTH = 96
_CUT = (
    Words("autre bénéficiaire figure", "other beneficiary is"),
    Words("autres bénéficiaires figurent", "other beneficiaries are"),
)
_CUT_END = Words(" dans le rapport JSON.", " in the JSON report.")


class Renderer:
    """The reports one below the other, then the count of all their verdicts.

    Args:
        language: Language of the headings, that of the reports.
        color: Whether to write ANSI styles; the caller knows the terminal and `NO_COLOR`.
        width: Columns of the page.
    """

    def __init__(self, language: Language, *, color: bool = False, width: int = WIDTH) -> None:
        self._language = language
        self._color = color
        self._width = width
        self._counts: Counter[Verdict] = Counter()
        self._accepted: Counter[Verdict] = Counter()
        self._begun = False

    def add(self, outcome: Outcome) -> str:
        """One report, below those before it."""
        page = Page(self._language, color=self._color, width=self._width)
        if isinstance(outcome, Unread):
            write_unread(page, outcome)
        else:
            _write(page, outcome)
            self._counts.update(outcome.counts)
            self._accepted.update(outcome.accepted)
        rule = "\n" + "=" * self._width + "\n\n" if self._begun else ""
        self._begun = True
        return rule + page.text()

    def end(self) -> str:
        """All the verdicts counted."""
        return "\n" + verdict_line(self._counts, self._accepted, self._language) + "\n"


def _write(page: Page, report: Report) -> None:
    write_identification(page, report)
    write_summary(page, report)
    write_scope(page, report)
    write_reading(page, report)
    write_observations(page, report)
    write_acceptances(page, report)
    _write_cross_table(page, report)
    write_passed(page, report)
    write_open(page, report)
    write_unchecked(page, report)
    write_not_applicable(page, report)
    write_annexes(page, report)


def _write_cross_table(page: Page, report: Report) -> None:
    say, table = page.language, report.crosstable
    if table is None:
        return
    page.heading(TITLE(say))
    printer = CrossTablePrinter(table, say, page.width - 2)
    for lines in printer.tables():
        page.lines(lines)
        page.blank()
    hidden = len(table.rows) - len(printer.shown())
    if hidden:
        page.paragraph(counted(hidden, *_CUT, say) + _CUT_END(say))
    for name, title in table.measures:
        if title:
            page.item(f"{name}\u00a0:" if say == "fr" else f"{name}:", title, indent=2)
    page.paragraph(typeset(LEGEND(say), say), indent=2)
