"""Every verdict as a row, for a spreadsheet.

As RFC 4180 has it, every cell between quotation marks, in UTF-8 with a byte-order mark, which Excel
wants; between the cells stands what the spreadsheets of a French or an English desk take for a
separator. No cell can be taken for a formula (OWASP, "CSV injection").
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping

from checker.render.acceptances import acceptance
from checker.render.characters import visible
from checker.render.findings import joint, place_shown, reserve
from checker.report.model import InstanceReport, Outcome, Report, Unread, Where
from checker.report.phrases import VERDICTS
from checker.verdict import Verdict
from checker.words import Language, Words, quoted

_BYTE_ORDER_MARK = "\ufeff"
_SEPARATOR = Words(";", ",")
_FORMULA = frozenset("=+-@\u2212")
_FIGURES = re.compile(r"\d[\d\s.,:/-]*")
_NUMBER = Words("n°\u00a0{}", "No. {}")
_YES, _NO = Words("oui", "yes"), Words("non", "no")
_UNREAD = Words("non lu", "not read")
_UNRELIABLE = Words("non fiable", "not reliable")
_IDLE = Words("acceptation sans effet", "acceptance without effect")
_NOWHERE = Where("", "", "")

COLUMNS: Mapping[str, Words] = {
    "file": Words("fichier", "file"),
    "act": Words("acte", "act"),
    "rule": Words("règle", "rule"),
    "check": Words("contrôle", "check"),
    "title": Words("intitulé", "title"),
    "nature": Words("nature", "nature"),
    "subject": Words("identifiant du sujet", "identifier of the subject"),
    "named": Words("sujet", "subject"),
    "verdict": Words("verdict", "verdict"),
    "category": Words("qualification", "category"),
    "action": Words("niveau", "level"),
    "reliable": Words("fiable", "reliable"),
    "message": Words("constat", "finding"),
    "operands": Words("valeurs", "values"),
    "missing": Words("information manquante", "missing information"),
    "documents": Words("pièces à demander", "documents to ask for"),
    "basis": Words("référence", "reference"),
    "document": Words("pièce", "document"),
    "page": Words("page", "page"),
    "document_line": Words("ligne de la pièce", "line of the document"),
    "quote": Words("passage", "passage"),
    "line": Words("ligne du fichier", "line of the file"),
    "column": Words("colonne du fichier", "column of the file"),
    "path": Words("chemin JSON", "JSON path"),
    "others": Words("autres passages", "other passages"),
    "remedy": Words("à faire", "to do"),
    "reserve": Words("réserve", "reservation"),
    "accepted": Words("accepté", "accepted"),
}
_Cells = Mapping[str, str | int | None]


class Renderer:
    """The rows of each act, below one line of headings."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._begun = False

    def add(self, outcome: Outcome) -> str:
        """The rows of one act."""
        rows = self._unread(outcome) if isinstance(outcome, Unread) else self._read(outcome)
        return self._opening() + "".join(map(self._written, rows))

    def end(self) -> str:
        """The headings, where there was no act."""
        return self._opening()

    def _opening(self) -> str:
        if self._begun:
            return ""
        self._begun = True
        headings = {key: words(self._language) for key, words in COLUMNS.items()}
        return _BYTE_ORDER_MARK + self._written(headings)

    def _written(self, cells: _Cells) -> str:
        line = io.StringIO()
        writer = csv.writer(
            line,
            delimiter=_SEPARATOR(self._language),
            quoting=csv.QUOTE_ALL,
            lineterminator="\r\n",
        )
        writer.writerow([cell(cells.get(key)) for key in COLUMNS])
        return line.getvalue()

    def _unread(self, unread: Unread) -> Iterator[_Cells]:
        for problem in unread.problems:
            yield {
                "file": unread.file,
                "verdict": _UNREAD(self._language),
                "message": problem.message,
                "line": problem.line or None,
                "column": problem.column or None,
                "path": problem.path,
            }

    def _read(self, report: Report) -> Iterator[_Cells]:
        say = self._language
        act = {
            "file": report.source.name,
            "act": _NUMBER(say).format(report.act.number) if report.act.number else "",
        }
        for fault in report.faults:
            yield {**act, "verdict": _UNRELIABLE(say), "reliable": _NO(say), "message": fault}
        for rule in report.rules:
            about = {**act, "rule": rule.id, "title": rule.title, "nature": rule.nature_shown}
            if not rule.instances:
                verdict = VERDICTS[Verdict.NOT_APPLICABLE](say)
                yield {**about, "verdict": verdict, "message": rule.reason_shown}
            for instance in rule.instances:
                yield {**about, **_instance(report, instance)}
        for idle in report.idle_waivers:
            yield {
                **act,
                "rule": idle.rule,
                "subject": idle.subject,
                "verdict": _IDLE(say),
                "message": idle.shown,
                "accepted": acceptance(idle.waived, say),
            }


def cell(value: str | int | None) -> str:
    """What stands in a cell: one line in which nothing acts and that is no formula.

    What would be one gets an apostrophe before it, as does a text that a spreadsheet would take for
    a date or a number and show as another. Full-width and small variants of the signs count as the
    signs, as spreadsheets take them.
    """
    shown = visible("" if value is None else str(value))
    first = unicodedata.normalize("NFKC", shown.lstrip()[:1])
    taken = isinstance(value, str) and _FIGURES.fullmatch(shown)
    return f"'{shown}" if taken or first[:1] in _FORMULA else shown


def _instance(report: Report, instance: InstanceReport) -> _Cells:
    """The cells of one verdict; the place is its first passage."""
    say = report.language
    failed = instance.verdict is Verdict.FAIL
    reliable = report.reliable and instance.reliable
    place, *others = instance.where or (_NOWHERE,)
    return {
        "check": instance.check,
        "subject": instance.subject,
        "named": instance.named,
        "verdict": VERDICTS[instance.verdict](say),
        "category": instance.category if failed else "",
        "action": instance.action,
        "reliable": (_YES if reliable else _NO)(say),
        "message": instance.message,
        "operands": joint(say).join(f"{each.name}: {each.shown}" for each in instance.operands),
        "missing": joint(say).join(each.what for each in instance.missing),
        "documents": joint(say).join(dict.fromkeys(each.document for each in instance.missing)),
        "basis": joint(say).join(instance.basis),
        "document": place.document,
        "page": place.page,
        "document_line": place.document_line,
        "quote": quoted(place.quote, say) if place.quote else "",
        "line": place.line,
        "column": place.column,
        "path": place.path,
        "others": joint(say).join(place_shown(each, say) for each in others),
        "remedy": instance.remedy,
        "reserve": reserve(instance, say),
        "accepted": acceptance(instance.waived, say) if instance.waived else "",
    }
