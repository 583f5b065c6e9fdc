"""What befell the run, as notifications of SARIF: inputs not read, runs not reliable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.errors import Problem
from checker.render.as_sarif.places import at_line, plain, whole_file
from checker.report.model import Report, Unread
from checker.words import Language, Words

_DESCRIBED = {
    "unread-input": Words("Entrée non lue", "Input not read"),
    "unreliable-run": Words("Contrôle non fiable", "Run not reliable"),
    "idle-waiver": Words("Acceptation sans effet", "Acceptance without effect"),
}


def descriptors(language: Language) -> list[dict[str, Any]]:
    """The kinds of notification."""
    return [
        {"id": id_, "shortDescription": {"text": words(language)}}
        for id_, words in _DESCRIBED.items()
    ]


def of_unread(unread: Unread) -> Iterator[dict[str, Any]]:
    """One for each thing wrong with an input."""
    for problem in unread.problems:
        yield _notification("unread-input", "error", problem.message, _place(unread, problem))


def of_report(report: Report) -> Iterator[dict[str, Any]]:
    """What makes a run unreliable, and the acceptances that accept nothing."""
    place = whole_file(report.source.name)
    for fault in report.faults:
        yield _notification("unreliable-run", "error", fault, place)
    for idle in report.idle_waivers:
        yield _notification("idle-waiver", "note", idle.shown, place)


def _place(unread: Unread, problem: Problem) -> dict[str, Any]:
    name = problem.file or unread.file
    return at_line(name, problem.line, problem.column, problem.path)


def _notification(id_: str, level: str, text: str, place: dict[str, Any]) -> dict[str, Any]:
    return {
        "descriptor": {"id": id_, "index": [*_DESCRIBED].index(id_)},
        "level": level,
        "message": {"text": plain(text)},
        "locations": [place],
    }
