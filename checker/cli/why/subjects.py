"""What a person means by the subject of a verdict."""

from __future__ import annotations

from collections.abc import Iterable

from checker.cli.why.model import Explained, Told
from checker.cli.why.telling import told_absent
from checker.errors import InputError, Problem
from checker.report.instances import Writer
from checker.suggestion import suggestion

_QUOTES = "«»“” \u00a0"
_MOST_LISTED = 20
Named = tuple[str, str]
"""The identifier of a subject, and its name."""


def about(subject: str, found: Explained, writer: Writer) -> tuple[Told, ...]:
    """The instances of a subject, or why it makes none.

    Args:
        subject: Its identifier or its name in reports.
        found: A rule, explained.
        writer: What writes the case.

    Raises:
        InputError: There is none; the nearest one is named.
    """
    instances = [(each.subject, each.named) for each in found.instances]
    others = [(each.subject, each.named) for each in found.excluded]
    if meant := _meant(subject, instances):
        return tuple(each for each in found.instances if (each.subject, each.named) in meant)
    meant = _meant(subject, others)
    if not meant:
        raise InputError([Problem("explain", 0, 0, "", _none(subject, found, instances + others))])
    wanted = {(e.check, e.subject) for e in found.excluded if (e.subject, e.named) in meant}
    return tuple(
        told_absent(writer, check, absence)
        for verdict in writer.checked.rules
        for check in verdict.rule.checks
        for absence in writer.checked.absences(check)
        if (check.id, "/".join(absence.binding)) in wanted
    )


def _meant(subject: str, among: Iterable[Named]) -> set[Named]:
    """Those of an identifier; else those of a name."""
    found = {each for each in among if each[0] == subject}
    wanted = _bare(subject)
    return found or {each for each in among if wanted in map(_bare, filter(None, each))}


def _none(subject: str, found: Explained, known: list[Named]) -> str:
    if not known:
        return f"{found.rule} has no verdict on this act, hence none on {subject[:60]!r}."
    subjects = list(dict.fromkeys(identifier for identifier, _ in known))
    names = [name.strip(_QUOTES) for _, name in known if name]
    near = suggestion(subject, [*subjects, *names])
    message = f"{found.rule} has no subject {subject[:60]!r}{near}"
    if near == ".":
        message += f" Its subjects: {', '.join(subjects[:_MOST_LISTED])}."
    return message


def _bare(name: str) -> str:
    return " ".join(name.split()).strip(_QUOTES).casefold()
