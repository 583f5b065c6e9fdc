"""The sections of a report that a comment has room for."""

from __future__ import annotations

from checker.render.acceptances import ACCEPTED, acceptance, write_acceptances
from checker.render.annexes import TITLE as ANNEXES
from checker.render.annexes import digests
from checker.render.as_markdown.sheet import MarkdownSheet
from checker.render.findings import (
    LABELS,
    NO_OBSERVATION,
    OBSERVATIONS,
    joint,
    level,
    places,
    reserve,
    write_open,
)
from checker.render.grids import Observed, cross_grids, observations, totals_grid
from checker.render.summary import write_identification, write_scope, write_summary
from checker.render.tables import LEGEND, TITLE
from checker.render.tally import verdict_line
from checker.render.unread import write_unread
from checker.report.model import Outcome, Report, Unread
from checker.words import Language, Words, typeset

_RULE = "\n---\n\n"
_MOST_MEASURES = 12
_COLUMNS = ("subject", "finding", "basis", "place", "remedy")
_CONTROL = Words("Contrôle", "Control")
_NUMBER = Words("N°", "No.")
_LEFT_OUT = Words(
    "Les contrôles sans anomalie ou sans objet, les montants non recoupés, la lecture du document"
    " et les valeurs datées utilisées figurent dans les autres formats du rapport.",
    "The controls without anomaly or not applicable, the amounts not cross-checked, the reading of"
    " the document and the dated values used are in the other formats of the report.",
)


class Renderer:
    """The reports one below the other."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._begun = False

    def add(self, outcome: Outcome) -> str:
        """One report, below those before it."""
        sheet = MarkdownSheet(self._language)
        if isinstance(outcome, Unread):
            write_unread(sheet, outcome)
        else:
            _write(sheet, outcome)
        rule = _RULE if self._begun else ""
        self._begun = True
        return rule + sheet.text()

    def end(self) -> str:
        """Nothing: each report stands for itself."""
        return ""


def _write(sheet: MarkdownSheet, report: Report) -> None:
    write_identification(sheet, report)
    write_summary(sheet, report)
    sheet.paragraph(verdict_line(report.counts, report.accepted, report.language))
    write_scope(sheet, report)
    _write_observations(sheet, report)
    write_acceptances(sheet, report)
    _write_cross_table(sheet, report)
    write_open(sheet, report)
    sheet.heading(ANNEXES(report.language))
    sheet.labelled(digests(report))
    sheet.paragraph(_LEFT_OUT(report.language))


def _write_observations(sheet: MarkdownSheet, report: Report) -> None:
    """A table for each severity, and one of what a person must judge."""
    say = report.language
    sheet.heading(OBSERVATIONS(say))
    groups = list(observations(report))
    if not groups:
        sheet.paragraph(NO_OBSERVATION(say))
    headings = [_NUMBER(say), _CONTROL(say), *(LABELS[key](say) for key in _COLUMNS)]
    for title, group in groups:
        sheet.subheading(f"{title} ({len(group)})")
        sheet.table(headings, [_row(each, report) for each in group])


def _row(each: Observed, report: Report) -> list[str]:
    instance, say = each.instance, report.language
    said = [instance.message, reserve(instance, say)]
    if instance.waived is not None:
        said.append(f"{ACCEPTED(say)} {acceptance(instance.waived, say)}")
    return [
        str(each.number),
        f"{instance.check} {each.rule.title} ({level(instance)})",
        instance.named,
        " – ".join(part for part in said if part),
        joint(say).join(instance.basis),
        places(instance.where, say),
        instance.remedy,
    ]


def _write_cross_table(sheet: MarkdownSheet, report: Report) -> None:
    say, table = report.language, report.crosstable
    if table is None:
        return
    sheet.heading(TITLE(say))
    for grid in cross_grids(table, say, _MOST_MEASURES):
        sheet.table(grid.headings, grid.rows, figures=True)
    if table.totals:
        totals = totals_grid(table, say)
        sheet.table(totals.headings, totals.rows, figures=True)
    for name, title in table.measures:
        if title:
            sheet.labelled([(name, title)])
    sheet.paragraph(typeset(LEGEND(say), say))
