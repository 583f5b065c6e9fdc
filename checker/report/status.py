"""The exit status that reports call for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from checker.language.tree import Severity
from checker.report.model import Outcome, Report, Unread
from checker.verdict import Verdict

FailOn = Literal["error", "warning", "note", "review", "open"]
FAIL_ON: tuple[str, ...] = get_args(FailOn)
"""What can be asked to count: failures at or above a severity, points to judge, open verdicts."""
_GRAVITY = list(Severity)


def exit_status(reports: Iterable[Outcome], fail_on: str | Iterable[str] = "error") -> int:
    """The worst of several inputs.

    Args:
        reports: What each input gave.
        fail_on: One or several of `FAIL_ON`; without a severity, errors count.

    Returns:
        3 if a report is not reliable, 2 if an input could not be read, 1 if there is a finding
        that counts and is not accepted, else 0.
    """
    words = {fail_on} if isinstance(fail_on, str) else set(fail_on)
    return max((_status(report, words) for report in reports), default=0)


def _status(report: Outcome, words: set[str]) -> int:
    if isinstance(report, Unread):
        return 2
    if not report.reliable:
        return 3
    return int(_counts(report, words))


def _counts(report: Report, words: set[str]) -> bool:
    named = [severity for severity in _GRAVITY if severity.value in words]
    limit = max(map(_GRAVITY.index, named), default=0)
    for _, instance in report.found(Verdict.FAIL, Verdict.REVIEW, Verdict.OPEN):
        if instance.waived is not None:
            continue
        if instance.verdict.value in words:
            return True
        grave = _GRAVITY.index(instance.severity) <= limit
        if instance.verdict is Verdict.FAIL and grave:
            return True
    return False
