"""How far the reading of a document is settled: what is read, ambiguous, unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.case import Case, Provenance, Reading
from checker.case.parts import evidence, tally
from checker.facts import LISTS
from checker.kinds import KINDS
from checker.report.evidence import Evidence
from checker.report.model import ReadingReport, ReadItem, RuleReport
from checker.words import Language

_PEOPLE = frozenset(
    {"members", "participants", "non_participants", "interests", "proxies", "roles"}
)
"""Lists about persons, whose names are not lined up."""
_STATUSES = ("read", "ambiguous", "unread", "confirmed", "corrected", "added", "dismissed")
_PARTS: Mapping[str, str] = {"components": "component", "years": "award_year"}


def reading_of(
    case: Case,
    places: Evidence,
    rules: Iterable[RuleReport],
    notes: tuple[str, ...],
    language: Language,
) -> ReadingReport | None:
    """The state of the reading; `None` for a case that no document was read for.

    Args:
        case: The case.
        places: Finds the lines and pages.
        rules: The verdicts.
        notes: What the reading set aside or could not read.
        language: Of all words.
    """
    counts = tally(case)
    if not counts and not notes:
        return None
    items = [*_values(case, places, language), *_readings(case, places, language)]
    by_status = {
        status: tuple(each for each in items if each.status == status) for status in _STATUSES
    }
    return ReadingReport(
        counts={status: counts[status] for status in _STATUSES},
        read=by_status["read"],
        ambiguous=by_status["ambiguous"],
        unread=by_status["unread"],
        verdicts=sum(each.unconfirmed > 0 for rule in rules for each in rule.instances),
        notes=notes,
    )


def label_of(path: str, name: str, language: Language) -> tuple[str, str]:
    """The label of a value of the case and that of the thing that has it, where they have one."""
    parts = [part.partition("[")[0] for part in path.split(".")[1:]]
    kinds = LISTS.get(parts[0], (parts[0],))
    if parts[-1] in _PARTS:
        kinds = (_PARTS[parts[-1]],)
    kind = KINDS.get(kinds[0])
    if kind is None:
        return name, parts[0]
    attribute = kind.attributes.get(name)
    return attribute.label(language) if attribute else name, kind.label(language)


def list_label(name: str, language: Language) -> str:
    """A list of the case in words."""
    kinds = LISTS.get(name, ())
    return KINDS[kinds[0]].label(language) if kinds else name


def _values(case: Case, places: Evidence, language: Language) -> Iterator[ReadItem]:
    for path, _, name, provenance in evidence(case):
        if provenance.status is None:
            continue
        label, kind = label_of(path, name, language)
        named = path[2:].partition("[")[0] not in _PEOPLE
        where = places.cited(f"{path}.{name}", label, provenance, beside=path, quoted=named)
        yield ReadItem(label, provenance.status, kind, where, provenance.readings)


def _readings(case: Case, places: Evidence, language: Language) -> Iterator[ReadItem]:
    for n, each in enumerate(case.readings):
        where = places.cited(f"$.readings[{n}]", "", _provenance(each))
        lists = tuple(list_label(name, language) for name in each.lists)
        yield ReadItem("", each.status, "", where, each.readings, lists)


def _provenance(reading: Reading) -> Provenance:
    return Provenance(span=reading.span, quote=reading.quote, document=reading.document)
