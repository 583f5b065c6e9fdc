"""The sections of the auditor's report, in the order of an audit report.

The observations stand on wide pages, with two empty columns: what the department answers, and what
became of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.render.acceptances import ACCEPTED, acceptance, write_acceptances
from checker.render.annexes import write_annexes
from checker.render.as_docx.cells import Part
from checker.render.as_docx.sheet import DocxSheet
from checker.render.findings import (
    LABELS,
    NO_OBSERVATION,
    OBSERVATIONS,
    joint,
    level,
    places,
    reserve,
    write_not_applicable,
    write_open,
    write_passed,
    write_unchecked,
)
from checker.render.grids import Grid, Observed, cross_grids, observations, totals_grid
from checker.render.reading import write_reading
from checker.render.summary import write_identification, write_scope, write_summary
from checker.render.tables import LEGEND, TITLE
from checker.render.tally import verdict_line
from checker.render.unread import write_unread
from checker.report.model import Outcome, Report, Unread
from checker.words import Language, Words, typeset

RESPONSE = Words("Réponse du service", "Reply of the department")
FOLLOW_UP = Words("Suite donnée", "Action taken")
_NUMBER = Words("N°", "No.")
_CONTROL = Words("Contrôle et niveau", "Control and level")
_SOURCES = Words("Référence et passages", "Reference and passages")
_SHARES = (1, 3.4, 6.4, 4.8, 4, 3.4, 2.9)
_MOST_MEASURES = 8
_Paragraphs = Sequence[Sequence[Part]]


def write(sheet: DocxSheet, outcome: Outcome) -> None:
    """One report, or why there is none."""
    sheet.begin()
    if isinstance(outcome, Unread):
        write_unread(sheet, outcome)
        return
    write_identification(sheet, outcome)
    write_summary(sheet, outcome)
    sheet.paragraph(verdict_line(outcome.counts, outcome.accepted, outcome.language))
    write_scope(sheet, outcome)
    write_reading(sheet, outcome)
    sheet.turn(landscape=True)
    _write_observations(sheet, outcome)
    _write_cross_table(sheet, outcome)
    sheet.turn(landscape=False)
    write_acceptances(sheet, outcome)
    write_passed(sheet, outcome)
    write_open(sheet, outcome)
    write_unchecked(sheet, outcome)
    write_not_applicable(sheet, outcome)
    write_annexes(sheet, outcome)


def _write_observations(sheet: DocxSheet, report: Report) -> None:
    say = report.language
    sheet.heading(OBSERVATIONS(say))
    groups = list(observations(report))
    if not groups:
        sheet.paragraph(NO_OBSERVATION(say))
    headings = (
        *(_NUMBER(say), _CONTROL(say), LABELS["finding"](say), _SOURCES(say)),
        *(LABELS["remedy"](say), RESPONSE(say), FOLLOW_UP(say)),
    )
    explained: set[str] = set()
    for title, group in groups:
        sheet.subheading(f"{title} ({len(group)})")
        sheet.table(headings, [_row(each, say, explained) for each in group], _SHARES)


def _row(each: Observed, say: Language, explained: set[str]) -> list[_Paragraphs]:
    """The cells of one observation; the reasons of its rule stand in the first of them."""
    rule, instance = each.rule, each.instance
    said = [("why", rule.why)] if rule.id not in explained else []
    explained.add(rule.id)
    said.append(("reserve", reserve(instance, say)))
    finding: list[Sequence[Part]] = [[(instance.named, True)], [(instance.message, False)]]
    finding += [_labelled(LABELS[key](say), text, say) for key, text in said if text]
    if instance.waived is not None:
        finding.append(_labelled(ACCEPTED(say), acceptance(instance.waived, say), say))
    return [
        [[(str(each.number), False)]],
        [[(instance.check, True)], [(rule.title, False)], [(level(instance), False)]],
        finding,
        [[(joint(say).join(instance.basis), False)], [(places(instance.where, say), False)]],
        [[(instance.remedy, False)]],
        [[]],
        [[]],
    ]


def _labelled(label: str, text: str, say: Language) -> Sequence[Part]:
    return [(f"{label}\u00a0:" if say == "fr" else f"{label}:", True), (text, False)]


def _write_cross_table(sheet: DocxSheet, report: Report) -> None:
    say, table = report.language, report.crosstable
    if table is None:
        return
    sheet.heading(TITLE(say))
    for grid in cross_grids(table, say, _MOST_MEASURES):
        _write_grid(sheet, grid)
    if table.totals:
        _write_grid(sheet, totals_grid(table, say))
    sheet.labelled([(name, title) for name, title in table.measures])
    sheet.paragraph(typeset(LEGEND(say), say))


def _write_grid(sheet: DocxSheet, grid: Grid) -> None:
    rows = [[[[(text, False)]] for text in row] for row in grid.rows]
    shares = (3, *(1 if heading else 0.4 for heading in grid.headings[1:]))
    sheet.table(grid.headings, rows, shares, figures=True, foot=grid.foot)
