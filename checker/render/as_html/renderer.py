"""The reports of a run as one page: each written as it comes, the list of all at the end.

The browser shows the list first; in the file it comes last, because only then all are known.
"""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import TYPE_CHECKING

from attrs import frozen

from checker.render import annexes, findings, reading, summary, tables
from checker.render.acceptances import ACCEPTED, IDLE, TITLE
from checker.render.as_html import words
from checker.render.as_html.act import Tile, act_name, act_view, levels
from checker.render.as_html.anchors import shown_documents
from checker.render.as_html.environment import assets, environment
from checker.render.tally import verdict_line
from checker.report.model import Outcome, Report, Unread
from checker.verdict import Verdict
from checker.words import Language, Words, typeset

if TYPE_CHECKING:
    from jinja2 import Environment


@frozen
class Entry:
    """A line of the list of acts: where it leads, what the act is, what was found."""

    target: str
    name: str
    title: str
    file: str
    read: bool
    reliable: bool
    levels: tuple[Tile, ...]
    verdicts: str


class Renderer:
    """One page; whether it has a list of acts is known when the second comes.

    Args:
        language: Language of what the page itself says, that of the reports.

    Raises:
        InputError: Jinja2 is not installed.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._environment: Environment = environment()
        self._words = _words(language)
        self._first: Outcome | None = None
        self._several = False
        self._entries: list[Entry] = []
        self._counts: Counter[Verdict] = Counter()
        self._accepted: Counter[Verdict] = Counter()

    def add(self, outcome: Outcome) -> str:
        """The report, but for the first, which waits to know whether it is alone."""
        if self._several:
            return self._act(outcome)
        if self._first is None:
            self._first = outcome
            return ""
        self._several = True
        return self._head(None) + self._act(self._first) + self._act(outcome)

    def end(self) -> str:
        """The end of the page, or all of it where it has one report."""
        begun = ""
        if not self._several:
            begun = self._head(self._first)
            begun += self._act(self._first) if self._first is not None else ""
        return begun + self._rendered(
            "end.html",
            entries=self._entries,
            several=self._several,
            verdicts=verdict_line(self._counts, self._accepted, self._language),
        )

    def _head(self, alone: Outcome | None) -> str:
        named = f" – {act_name(alone)}" if isinstance(alone, Report) else ""
        key = "several" if self._several else "one"
        heading = words.PAGE[key](self._language)
        return self._rendered(
            "head.html",
            language=self._language,
            title=heading + named,
            heading=heading,
            several=self._several,
            begun=self._first is not None,
            has_text=isinstance(alone, Report) and any(shown_documents(alone)),
            **assets(),
        )

    def _act(self, outcome: Outcome) -> str:
        number = len(self._entries) + 1
        if isinstance(outcome, Unread):
            self._entries.append(Entry(f"a{number}", outcome.file, "", "", False, True, (), ""))
            return self._rendered("unread.html", id=f"a{number}", unread=outcome)
        self._counts.update(outcome.counts)
        self._accepted.update(outcome.accepted)
        entry = Entry(
            target=f"a{number}",
            name=act_name(outcome),
            title=outcome.act.title or "",
            file=outcome.source.name,
            read=True,
            reliable=outcome.reliable,
            levels=tuple(levels(outcome)),
            verdicts=verdict_line(outcome.counts, outcome.accepted, self._language),
        )
        self._entries.append(entry)
        view = act_view(outcome, number)
        return self._rendered("act.html", act=view, report=outcome, several=self._several)

    def _rendered(self, template: str, **values: object) -> str:
        return self._environment.get_template(template).render(**self._words, **values)


def _words(language: Language) -> dict[str, object]:
    """What every template may say: words by name, and functions that print in the language."""
    said: dict[str, Words] = {
        **words.PAGE,
        "summary": summary.SUMMARY,
        "unreliable": summary.UNRELIABLE,
        "main": summary.MAIN,
        "scope": summary.SCOPE,
        "identification": summary.IDENTIFICATION,
        "crosstable": tables.TITLE,
        "legend_marks": tables.LEGEND,
        "beneficiary": tables.BENEFICIARY,
        "sum": tables.SUM,
        "sum_summary": tables.SUMMARY,
        "award": tables.AWARD,
        "stated": tables.STATED,
        "states": tables.STATES,
        "computed": tables.COMPUTED,
        "reading": reading.TITLE,
        "observations": findings.OBSERVATIONS,
        "no_observation": findings.NO_OBSERVATION,
        "as_above": findings.AS_ABOVE,
        "passed": findings.PASSED,
        "passed_why": findings.PASSED_WHY,
        "none": findings.NONE,
        "open": findings.OPEN,
        "unchecked": findings.UNCHECKED,
        "unchecked_why": findings.UNCHECKED_WHY,
        "all_checked": findings.ALL_CHECKED,
        "not_applicable": findings.NOT_APPLICABLE,
        "accepted": ACCEPTED,
        "acceptances": TITLE,
        "idle": IDLE,
        "annexes": annexes.TITLE,
        "parameters": annexes.PARAMETERS,
        "registers": annexes.REGISTERS,
        "notes": annexes.NOTES,
        "cited": words.CITED,
        **{f"label_{key}": label for key, label in findings.LABELS.items()},
        **{f"status_{key}": label for key, label in words.STATUSES.items()},
    }
    return {
        # No mapping: its own methods would hide words of the same name.
        "say": SimpleNamespace(
            **{key: typeset(each(language), language) for key, each in said.items()}
        ),
        "colon": "\u00a0:" if language == "fr" else ":",
        "semicolon": "\u00a0;" if language == "fr" else ";",
        "marks": tables.MARKS,
        "identified": summary.identification,
        "limits": summary.limits,
        "untried": findings.by_reason,
        "unexplained": findings.unexplained,
        "digests": annexes.digests,
        "dated": lambda each: annexes.parameter(each, language),
        "register": lambda each: annexes.register(each, language),
        "capital": lambda text: text[:1].upper() + text[1:],
    }
