"""The text of a document as the page shows it, beside the report or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from checker.render.as_html.anchors import Anchors, Shown, Span
from checker.render.as_html.passages import Page, Passage, Reference, marked
from checker.render.as_html.words import OBSERVATION, PAGE_BREAK, STATUSES
from checker.render.reading import readings
from checker.report.model import ReadItem, Report
from checker.words import Language

if TYPE_CHECKING:
    from markupsafe import Markup

_TINTED = {"corrected": "confirmed", "added": "confirmed"}
"""A value that a person settled is tinted like a confirmed one."""
_UNSETTLED = ("ambiguous", "unread")


@frozen
class Pane:
    """A document.

    Args:
        id: Its name on the page.
        parts: Line number of the first line of each part, and the part.
        whole: Whether the parts are the whole text.
    """

    id: str
    name: str
    parts: Sequence[tuple[int, Markup]]
    whole: bool


def panes(report: Report, anchors: Anchors) -> list[Pane]:
    """The documents shown; call it once all that leads into them has asked for its names."""
    return [
        _pane(report, shown, anchors, f"{anchors.prefix}text{number}")
        for number, shown in enumerate(anchors.documents.values())
    ]


def _pane(report: Report, shown: Shown, anchors: Anchors, id_: str) -> Pane:
    passages = _passages(report, shown, anchors)
    spans = _parts(shown, [(each.start, each.end) for each in passages if each.name])
    pages = [
        Page(start, PAGE_BREAK(report.language).format(number))
        for number, start in enumerate(shown.pages, start=1)
    ]
    parts = [*marked(shown.text, spans, passages, pages)]
    return Pane(id_, shown.name, parts, whole=shown.part is None)


def _passages(report: Report, shown: Shown, anchors: Anchors) -> list[Passage]:
    """One for each part of the text that is tinted or led to, whatever it is for."""
    say = report.language
    amounts = _amounts(report, shown)
    cited = dict(anchors.cited(shown.id))
    found = []
    for span in sorted({*amounts, *cited}):
        status, title = amounts.get(span, ("", ""))
        references = tuple(
            Reference(f"{anchors.prefix}f{number}", number, OBSERVATION(say).format(number))
            for number in cited.get(span, ())
        )
        name = anchors.name((shown.id, span)) if span in cited else ""
        found.append(Passage(*span, name, status, title, references))
    return found


def _amounts(report: Report, shown: Shown) -> dict[Span, tuple[str, str]]:
    """Status and title of each amount; where one is read twice, the least settled counts."""
    reading = report.reading
    if reading is None:
        return {}
    found = {}
    for each in (*reading.settled, *reading.read, *reading.ambiguous, *reading.unread):
        span = shown.span(each.where)
        # What is not settled is tinted even if it is no amount.
        if span is not None and (each.amount or each.status in _UNSETTLED):
            found[span] = _status(each, report.language)
    return found


def _status(each: ReadItem, say: Language) -> tuple[str, str]:
    status = _TINTED.get(each.status, each.status)
    colon = "\u00a0: " if say == "fr" else ": "
    told = f"{colon}{readings(each.shown, say)}" if each.shown else ""
    return status, f"{STATUSES[status](say)}{told}"


def _parts(shown: Shown, named: Sequence[Span]) -> list[Span]:
    """The part that is about the act, and the lines elsewhere that something leads to."""
    if shown.part is None:
        return [(0, len(shown.text))]
    wanted = [shown.part, *(_lines(shown.text, span) for span in named)]
    return list(_joined(sorted(wanted)))


def _lines(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1] - 1)
    return start, len(text) if end < 0 else end + 1


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans in order, those that touch as one."""
    start, end = spans[0]
    for first, last in spans[1:]:
        if first > end:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end
