"""One report as the template of an act wants it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from checker.language.tree import Severity
from checker.render.acceptances import acceptance, among
from checker.render.as_html.anchors import Anchors, shown_documents
from checker.render.as_html.document import Pane, panes
from checker.render.as_html.observations import Group, Place, groups, place
from checker.render.as_html.picture import Picture, picture_of
from checker.render.as_html.reading import ReadingView, reading_view
from checker.render.as_html.words import PAGE
from checker.render.summary import by_severity, main_points, opinion, sentences
from checker.render.tables import Figures
from checker.render.tally import COUNTED
from checker.report.model import InstanceReport, Report, RuleReport, Unchecked
from checker.report.phrases import ACTIONS
from checker.verdict import Verdict
from checker.words import counted, print_date, print_number

_TILES = (
    Verdict.FAIL,
    Verdict.REVIEW,
    Verdict.OPEN,
    Verdict.PASS,
    Verdict.NOT_APPLICABLE,
)


@frozen
class Tile:
    """A number of the result: its kind, the number, what is counted."""

    kind: str
    number: str
    what: str


@frozen
class Passed:
    """A rule that holds somewhere, with what was verified."""

    rule: RuleReport
    number: str
    instances: Sequence[InstanceReport]


@frozen
class Accepted:
    """A verdict that is accepted and is no observation."""

    instance: InstanceReport
    said: str


@frozen(eq=False)
class ActView:
    """All that the page shows of one report, beside the report itself.

    Args:
        id: Prefix of every name on the page that belongs to it.
        name: Its number and date, or what stands for them.
        points: The main points: the number of the first observation on each, and what is said.
    """

    id: str
    name: str
    report: Report
    tiles: Sequence[Tile]
    levels: Sequence[Tile]
    said: Sequence[str]
    points: Sequence[tuple[int, str]]
    opinion: str
    groups: Sequence[Group]
    figures: Figures | None
    picture: Picture | None
    passed: Sequence[Passed]
    unchecked: Sequence[tuple[Unchecked, Place]]
    accepted: Sequence[Accepted]
    reading: ReadingView | None
    panes: Sequence[Pane]


def act_view(report: Report, number: int) -> ActView:
    """The view of a report.

    Args:
        report: The report.
        number: Its place on the page, from 1.
    """
    say, id_ = report.language, f"a{number}-"
    anchors = Anchors(id_, {each.id: each for each in shown_documents(report)})
    failures = by_severity(report)
    observed = groups(report, anchors)
    first: dict[str, int] = {}
    for group in observed:
        for each in group.observations:
            first.setdefault(each.rule.id, each.number)
    unchecked = [(each, place(each.where, anchors, say)) for each in report.unchecked]
    reading = reading_view(report.reading, anchors, say) if report.reading else None
    return ActView(
        id=id_,
        name=act_name(report),
        report=report,
        tiles=[*_tiles(report)],
        levels=[*levels(report)],
        said=[*sentences(report, failures)],
        points=[(first[rule], said) for rule, said in main_points(failures, say)],
        opinion=opinion(report, failures),
        groups=observed,
        figures=Figures(report.crosstable, say) if report.crosstable else None,
        picture=picture_of(report.crosstable, say) if report.crosstable else None,
        passed=[*_passed(report)],
        unchecked=unchecked,
        accepted=[*_accepted(report)],
        reading=reading,
        panes=panes(report, anchors),
    )


def act_name(report: Report) -> str:
    """What an act is called: its number and date, as far as they are known."""
    say, act = report.language, report.act
    number = act.number or PAGE["unnumbered"](say)
    if act.date is None:
        return number
    joint = " du " if say == "fr" else " of "
    return f"{number}{joint}{print_date(act.date, say)}"


def _tiles(report: Report) -> Iterator[Tile]:
    for verdict in _TILES:
        number = report.counts[verdict]
        what = counted(number, *COUNTED[verdict], report.language).partition(" ")[2]
        what += among(report.accepted[verdict], report.language)
        yield Tile(verdict.value, print_number(number, report.language), what)


def levels(report: Report) -> Iterator[Tile]:
    """How many findings there are of each severity."""
    for severity in Severity:
        number = sum(each.severity is severity for _, each in report.found(Verdict.FAIL))
        if number:
            shown = print_number(number, report.language)
            yield Tile(severity.value, shown, ACTIONS[severity](report.language))


def _passed(report: Report) -> Iterator[Passed]:
    for rule in report.rules:
        held = [each for each in rule.instances if each.verdict is Verdict.PASS]
        if held:
            yield Passed(rule, print_number(len(held), report.language), held)


def _accepted(report: Report) -> Iterator[Accepted]:
    for _, each in report.found(Verdict.OPEN):
        if each.waived is not None:
            yield Accepted(each, acceptance(each.waived, report.language))
