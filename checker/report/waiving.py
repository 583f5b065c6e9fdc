"""Accepted findings in a report: they stay, and say who accepts them, why and until when."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence

from attrs import evolve

from checker.report.model import IdleWaiver, InstanceReport, Report, RuleReport, Waived
from checker.verdict import Verdict
from checker.waivers import Waiver
from checker.words import Language, Words, print_date, quoted, typeset

_FINDINGS = (Verdict.FAIL, Verdict.REVIEW)
_MOST = 5
_EXPIRED = Words(
    "acceptation échue depuis le {} : le constat compte de nouveau",
    "the acceptance expired after {}: the finding counts again",
)
_PAST = Words("acceptation échue depuis le {}", "the acceptance expired after {}")
_OTHERS = {
    Verdict.PASS: Words("le contrôle est désormais sans anomalie", "the control holds by now"),
    Verdict.OPEN: Words(
        "le contrôle n'a pas pu être tranché, et rien ne compte donc",
        "the control could not be decided, so nothing counts",
    ),
}
_NO_SUBJECT = Words(
    "rien n'est relevé de ce contrôle sous ce sujet", "nothing is found by this control there"
)
_KNOWN = Words(" ; ses sujets relevés : {}", "; found by it: {}")
_IDLE = Words("{} {} ({}) : {}.", "{} {} ({}): {}.")


def waived(
    report: Report,
    waivers: Sequence[Waiver],
    *,
    today: datetime.date,
    open_counts: bool,
) -> Report:
    """The report with its accepted findings; counts and verdicts are as they were.

    Nothing is accepted of a run that is not reliable.

    Args:
        report: What was found.
        waivers: What is accepted, of this act and of others.
        today: The day on which they must hold.
        open_counts: Whether what could not be decided counts as a finding, and can be accepted.
    """
    own = [each for each in waivers if each.is_about(report.act.number, report.act.body)]
    if not own or not report.reliable:
        return report
    kinds = (*_FINDINGS, Verdict.OPEN) if open_counts else _FINDINGS
    valid = [each for each in own if today <= each.expires]
    rules = tuple(_rule(rule, valid, kinds) for rule in report.rules)
    used = {
        each.waived.place for rule in rules for each in rule.instances if each.waived is not None
    }
    idle = tuple(_idle(report, each, today, kinds) for each in own if each.place not in used)
    return evolve(report, rules=rules, idle_waivers=idle)


def _rule(rule: RuleReport, waivers: Sequence[Waiver], kinds: Collection[Verdict]) -> RuleReport:
    return evolve(rule, instances=tuple(_instance(each, waivers, kinds) for each in rule.instances))


def _instance(
    instance: InstanceReport, waivers: Sequence[Waiver], kinds: Collection[Verdict]
) -> InstanceReport:
    if instance.verdict not in kinds:
        return instance
    for waiver in waivers:
        if waiver.accepts(instance.check, instance.subject):
            return evolve(instance, waived=_told(waiver))
    return instance


def _told(waiver: Waiver) -> Waived:
    return Waived(waiver.reason, waiver.author, waiver.date, waiver.expires, waiver.place)


def _idle(
    report: Report, waiver: Waiver, today: datetime.date, kinds: Collection[Verdict]
) -> IdleWaiver:
    say = report.language
    about = list(_about(report, waiver))
    counts = any(each.verdict in kinds for each in about)
    expired = waiver.expires < today
    if expired:
        why = (_EXPIRED if counts else _PAST)(say).format(print_date(waiver.expires, say))
    elif about:
        why = _OTHERS[about[0].verdict](say)
    else:
        why = _NO_SUBJECT(say) + _subjects(report, waiver, kinds, say)
    named = about[0].named if about else waiver.subject
    shown = _IDLE(say).format(waiver.rule, quoted(named, say), waiver.place, why)
    return IdleWaiver(
        rule=waiver.rule,
        subject=waiver.subject,
        state="expired" if expired else "unused",
        waived=_told(waiver),
        shown=typeset(shown, say),
    )


def _about(report: Report, waiver: Waiver) -> Iterator[InstanceReport]:
    for rule in report.rules:
        for instance in rule.instances:
            if waiver.accepts(instance.check, instance.subject):
                yield instance


def _subjects(report: Report, waiver: Waiver, kinds: Collection[Verdict], say: Language) -> str:
    """The subjects that the control does find, so that the entry can be put right."""
    found = [
        each.subject
        for rule in report.rules
        for each in rule.instances
        if each.verdict in kinds and waiver.accepts(each.check, waiver.subject)
    ]
    if not found:
        return ""
    more = ", …" if len(found) > _MOST else ""
    return _KNOWN(say).format(", ".join(found[:_MOST]) + more)
