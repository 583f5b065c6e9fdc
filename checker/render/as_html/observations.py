"""The findings as the page shows them: in groups by what is to be done, each with its passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from checker.language.tree import Severity
from checker.render.acceptances import acceptance
from checker.render.as_html.anchors import Anchors
from checker.render.findings import (
    LABELS,
    MOST_PLACES,
    TO_JUDGE,
    at,
    level,
    passage,
    reserve,
    said_as,
)
from checker.render.summary import by_severity
from checker.report.model import InstanceReport, Report, RuleReport, Where
from checker.report.phrases import ACTIONS
from checker.verdict import Verdict
from checker.words import Language


@frozen
class Place:
    """A passage: its words, where it stands, and its name on the page (empty if not shown)."""

    words: str
    at: str
    target: str


@frozen
class Observation:
    """A finding, or a point for judgement.

    Args:
        said_as: Label of the message.
        explained: The number of the observation that gives the reasons of the rule.
        places: The first passages.
        more: The others.
        accepted: By whom and why, where it is accepted.
    """

    number: int
    rule: RuleReport
    instance: InstanceReport
    level: str
    said_as: str
    explained: int
    places: Sequence[Place]
    more: Sequence[Place]
    reserve: str
    accepted: str


@frozen
class Group:
    """The observations that call for the same: `kind` is a severity, or `review`."""

    kind: str
    title: str
    observations: Sequence[Observation]


def groups(report: Report, anchors: Anchors) -> list[Group]:
    """The failures by severity, then the points that a person must judge; no empty group."""
    say = report.language
    failures = by_severity(report)
    numbered = list(_observations([*failures, *report.found(Verdict.REVIEW)], anchors, say))
    found, judged = numbered[: len(failures)], numbered[len(failures) :]
    made = [
        Group(
            severity.value,
            _capital(ACTIONS[severity](say)),
            [each for each in found if each.instance.severity is severity],
        )
        for severity in Severity
    ]
    made.append(Group("review", TO_JUDGE(say), judged))
    return [group for group in made if group.observations]


def _observations(
    found: Sequence[tuple[RuleReport, InstanceReport]], anchors: Anchors, say: Language
) -> Iterator[Observation]:
    explained: dict[str, int] = {}
    for number, (rule, instance) in enumerate(found, start=1):
        places = [place(where, anchors, say, number) for where in instance.where]
        yield Observation(
            number=number,
            rule=rule,
            instance=instance,
            level=level(instance),
            said_as=LABELS[said_as(instance)](say),
            explained=explained.setdefault(rule.id, number),
            places=places[:MOST_PLACES],
            more=places[MOST_PLACES:],
            reserve=reserve(instance, say),
            accepted=acceptance(instance.waived, say) if instance.waived else "",
        )


def place(where: Where, anchors: Anchors, say: Language, observation: int | None = None) -> Place:
    """A passage, with the number of the observation that cites it."""
    return Place(passage(where, say), at(where, say), anchors.link(where, observation))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
