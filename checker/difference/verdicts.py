"""Which verdicts are new, gone or changed from one report to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import get_args

from checker.difference.identity import Identities
from checker.difference.model import LawChange, Turn, VerdictChange
from checker.language.tree import Severity
from checker.report.model import InstanceReport, ParameterUsed, Report, RuleReport
from checker.verdict import Verdict

_FINDINGS = (Verdict.FAIL, Verdict.REVIEW)
_SETTLED = (Verdict.PASS, Verdict.NOT_APPLICABLE, None)
"""A finding that turns into one of these is gone; one that can no longer be told is not."""
Found = tuple[RuleReport, InstanceReport]


def verdicts(same: Identities, old: Report, new: Report) -> tuple[tuple[VerdictChange, ...], int]:
    """The verdicts that differ, and how many others have a subject only one of the acts has.

    A subject that only one act has is a change where it is a finding; a beneficiary that comes in
    brings a dozen controls that hold, which are only counted.
    """
    before = _by_subject(old, same.subject)
    after = _by_subject(new, str)
    changes: list[VerdictChange] = []
    alone = 0
    for key in {**before, **after}:
        turn = _turn(before.get(key), after.get(key))
        if turn is not None:
            changes.append(_change(turn, before.get(key), after.get(key)))
        elif key not in before or key not in after:
            alone += 1
    return tuple(sorted(changes, key=_order)), alone


def law(old: Report, new: Report) -> Iterator[LawChange]:
    """The dated values that both reports rest on and that are not the same."""
    before, after = _values(old.parameters), _values(new.parameters)
    for name, (title, shown) in after.items():
        if name in before and before[name][1] != shown:
            yield LawChange(name, title, ", ".join(before[name][1]), ", ".join(shown))


def _values(used: Sequence[ParameterUsed]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    shown: dict[str, tuple[str, tuple[str, ...]]] = {}
    for each in used:
        values = shown[each.name][1] if each.name in shown else ()
        shown[each.name] = (each.title, tuple(dict.fromkeys((*values, each.shown))))
    return shown


def _by_subject(report: Report, renamed: Callable[[str], str]) -> Mapping[tuple[str, str], Found]:
    return {
        (instance.check, renamed(instance.subject)): (rule, instance)
        for rule in report.rules
        for instance in rule.instances
    }


def _turn(before: Found | None, after: Found | None) -> Turn | None:
    """How a verdict turned; `None` where it did not, or where no finding is on the one side."""
    old = None if before is None else before[1].verdict
    new = None if after is None else after[1].verdict
    if new in _FINDINGS and old not in _FINDINGS:
        return "new"
    if old in _FINDINGS and new in _SETTLED:
        return "gone"
    if before is None or after is None:
        return None
    if old is not new:
        return "changed"
    return "restated" if new in _FINDINGS and before[1].message != after[1].message else None


def _change(turn: Turn, before: Found | None, after: Found | None) -> VerdictChange:
    rule, instance = _told(turn, before, after)
    return VerdictChange(
        turn=turn,
        check=instance.check,
        title=rule.title,
        subject=instance.subject,
        named=instance.named,
        severity=instance.severity,
        old=None if before is None else before[1].verdict,
        new=None if after is None else after[1].verdict,
        message=instance.message,
    )


def _told(turn: Turn, before: Found | None, after: Found | None) -> Found:
    """The side that has something to say: the finding, or what stands now."""
    first, second = (before, after) if turn == "gone" else (after, before)
    found = first or second
    if found is None:
        message = "a change has a side"
        raise ValueError(message)
    return found


def _order(change: VerdictChange) -> tuple[int, int]:
    turns: tuple[Turn, ...] = get_args(Turn)
    return turns.index(change.turn), list(Severity).index(change.severity)
