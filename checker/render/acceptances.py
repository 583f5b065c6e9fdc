"""Accepted findings in words: who accepts them, why, until when, and which entries are idle."""

from __future__ import annotations

from checker.render.layout import Sheet
from checker.report.model import Report, Waived
from checker.verdict import Verdict
from checker.words import Language, Words, counted, print_date, typeset

ACCEPTED = Words("Accepté", "Accepted")
TITLE = Words("Constats acceptés", "Accepted findings")
IDLE = Words(
    "Acceptations échues ou sans constat correspondant :",
    "Acceptances that are expired, or that no finding corresponds to:",
)
_COUNT = (Words("accepté", "accepted"), Words("acceptés", "accepted"))
_AMONG = Words(", dont {}", ", {} of them")
_HELD = Words("par {} le {}, jusqu'au {} : {} ({})", "by {} on {}, until {}: {} ({})")
_MARKED = (
    Words("constat accepté est signalé comme tel", "accepted finding is marked as such"),
    Words("constats acceptés sont signalés comme tels", "accepted findings are marked as such"),
)
_WITH = Words(
    "{}, avec motif, auteur, date et échéance.", "{}, with reason, author, date and expiry."
)


def acceptance(waived: Waived, say: Language) -> str:
    """Who accepts a finding, since when, until when, why, and where that is written."""
    until = print_date(waived.expires, say) if waived.expires else "–"
    day = print_date(waived.date, say)
    said = _HELD(say).format(waived.author, day, until, waived.reason, waived.place)
    return typeset(said, say)


def among(accepted: int, say: Language) -> str:
    """What follows the number of findings: « , dont 3 acceptés »; empty for none."""
    return _AMONG(say).format(counted(accepted, *_COUNT, say)) if accepted else ""


def accepted_sentence(report: Report) -> str:
    """How many findings are accepted, as a sentence of the summary; empty for none."""
    say, number = report.language, sum(report.accepted.values())
    return _WITH(say).format(counted(number, *_MARKED, say)) if number else ""


def write_acceptances(page: Sheet, report: Report) -> None:
    """What is accepted and stands in no observation, and the entries that accept nothing."""
    say = page.language
    left = [each for each in report.found(Verdict.OPEN) if each[1].waived is not None]
    if not left and not report.idle_waivers:
        return
    page.heading(TITLE(say))
    for _, instance in left:
        if instance.waived is not None:
            what = f"{instance.check} [{instance.named}] – {ACCEPTED(say).lower()}"
            page.item("-", f"{what} {acceptance(instance.waived, say)}", indent=2)
    if report.idle_waivers:
        page.paragraph(typeset(IDLE(say), say))
    for each in report.idle_waivers:
        page.item("-", each.shown, indent=2)
