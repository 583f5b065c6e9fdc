"""One line for each act: what is gravest, the five verdicts counted, the file, the worst finding.

The parts stand between ` | `, the same ones in every line, so that a line can be found and cut; the
first has the words of the gravest thing and the width of the longest of them.
"""

from __future__ import annotations

from checker.render.acceptances import among
from checker.render.characters import visible
from checker.render.summary import by_severity
from checker.render.tally import COUNTED
from checker.report.model import Outcome, Report, Unread
from checker.report.phrases import ACTIONS, VERDICTS
from checker.verdict import Verdict
from checker.words import Language, Words, counted

_UNREAD = Words("non lu", "not read")
_UNRELIABLE = Words("non fiable", "not reliable")
_ACCEPTED = Words("accepté", "accepted")
_NO_NUMBER = Words("sans numéro", "without number")
_OTHER = Words("autre", "other"), Words("autres", "others")
_AND_OTHERS = Words(" (et {})", " (and {})")
_LEFT = (Verdict.REVIEW, Verdict.OPEN)


class Renderer:
    """A line for each outcome, written as it comes."""

    def __init__(self, language: Language) -> None:
        self._language = language
        said = [*ACTIONS.values(), *VERDICTS.values(), _UNREAD, _UNRELIABLE, _ACCEPTED]
        self._width = max(len(words(language)) for words in said)

    def add(self, outcome: Outcome) -> str:
        """The line of one act."""
        parts = self._unread(outcome) if isinstance(outcome, Unread) else self._read(outcome)
        return " | ".join([parts[0].ljust(self._width), *parts[1:]]).rstrip() + "\n"

    def end(self) -> str:
        """Nothing: every line is about an act."""
        return ""

    def _read(self, report: Report) -> list[str]:
        number = report.act.number or _NO_NUMBER(self._language)
        named = [report.source.name, number, _worst(report)]
        return [_gravest(report), self._counts(report), *map(visible, named)]

    def _counts(self, report: Report) -> str:
        say = self._language
        shown = []
        for verdict in Verdict:
            one, many = COUNTED[verdict]
            width = max(len(one(say)), len(many(say))) + len("0000 ")
            said = counted(report.counts[verdict], one, many, say)
            number, _, noun = (said + among(report.accepted[verdict], say)).partition(" ")
            shown.append(f"{number:>4} {noun}".ljust(width))
        return " ".join(shown)

    def _unread(self, unread: Unread) -> list[str]:
        say = self._language
        first, *others = unread.problems
        more = _AND_OTHERS(say).format(counted(len(others), *_OTHER, say)) if others else ""
        return [_UNREAD(say), "", visible(unread.file), "", visible(f"{first}{more}")]


def _gravest(report: Report) -> str:
    """What most wants attention: an unreliable run, a finding, a question, else nothing."""
    say = report.language
    if not report.reliable:
        return _UNRELIABLE(say)
    failures = [instance for _, instance in by_severity(report)]
    for instance in failures:
        if instance.waived is None:
            return ACTIONS[instance.severity](say)
    for verdict in _LEFT:
        if report.counts[verdict] > report.accepted[verdict]:
            return VERDICTS[verdict](say)
    return _ACCEPTED(say) if failures else VERDICTS[Verdict.PASS](say)


def _worst(report: Report) -> str:
    """The gravest finding that nobody accepts; for an unreliable run, its first fault."""
    if not report.reliable:
        return report.faults[0]
    for rule, instance in by_severity(report):
        if instance.waived is None:
            return f"[{instance.check}] {instance.category} – {rule.title} – {instance.named}"
    return ""
