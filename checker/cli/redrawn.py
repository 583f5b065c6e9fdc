"""A case brought up to a document that has changed: settled is what stands on the same words.

The document is read anew; the case that gives takes over each confirmation, correction, addition
and dismissal whose quote it holds at the same thing. What a person wrote into the case without any
passage (a stage, a list of participants) is taken over where the new reading says nothing of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from checker.case import Case
from checker.casechecks import REFERENCES
from checker.casefile import dump_case, load_case
from checker.cli.documents import numbered, same_number
from checker.errors import InputError, Problem

Json = dict[str, Any]
_BY_HAND = ("confirmed", "corrected", "added", "dismissed")
_WHOLLY_OLD = ("policies", "whole", "open")
_NEVER = ("schema", "documents", "readings")


@frozen
class Redrawn:
    """What bringing a case up to its document gives.

    Args:
        kept: How many settlements stand.
        dropped: What is to be settled again, as places of the old case with their words.
        lost: Lists and values of the old case that find no place in the new one.
    """

    case: Case
    kept: int
    dropped: tuple[str, ...]
    lost: tuple[str, ...]


def same_deliberation(case: Case, found: Sequence[Case], document: str) -> Case:
    """The deliberation of a document that a case is about.

    Raises:
        InputError: It is not there, or it cannot be told which it is.
    """
    if len(found) == 1:
        return found[0]
    own = case.act.number
    same = [each for each in found if own and same_number(each.act.number or "", own)]
    if len(same) == 1:
        return same[0]
    message = (
        f"The case is about {own or 'an act without number'}; the document holds "
        f"{', '.join(numbered(found))}."
    )
    raise InputError([Problem(document, 0, 0, "", message)])


def redrawn(old: Case, new: Case, name: str) -> Redrawn:
    """The new reading of a document with what was settled in the old one.

    Args:
        old: The case as it was settled.
        new: The case of the document as it is now.
        name: The case file, for problems.
    """
    merging = _Merging(_plain(old), _plain(new), name)
    merging.settled_values()
    merging.dismissed_readings()
    merging.unsourced()
    case = load_case(json.dumps(merging.new).encode(), name)
    return Redrawn(case, merging.kept, tuple(merging.dropped), tuple(merging.lost))


class _Merging:
    """Takes over from one case into another, part by part."""

    def __init__(self, old: Json, new: Json, name: str) -> None:
        self.old, self.new = old, new
        self.kept = 0
        self.dropped: list[str] = []
        self.lost: list[str] = []
        self._name = name

    def settled_values(self) -> None:
        """Values that a person settled, at the same thing and on the same words."""
        counterparts = dict(_things(self.new))
        for place, thing in _things(self.old):
            settled = {
                name: where
                for name, where in thing.get("evidence", {}).items()
                if where.get("status") in _BY_HAND
            }
            if not settled:
                continue
            other = counterparts.get(place)
            if other is None and self._added(place, thing):
                self.kept += len(settled)
                continue
            for name, where in settled.items():
                if other is not None and self._take(thing, other, name, where):
                    self.kept += 1
                else:
                    quote = where.get("quote")
                    self.dropped.append(
                        f"{'.'.join(place)}.{name}" + (f" « {quote} »" if quote else "")
                    )

    def dismissed_readings(self) -> None:
        """Readings that were dismissed, if as many stand on the same line as before."""
        before, now = (
            Counter(map(_line, each.get("readings", ()))) for each in (self.old, self.new)
        )
        for each in self.old.get("readings", ()):
            if each["status"] != "dismissed":
                continue
            same = [
                one
                for one in self.new.get("readings", ())
                if _line(one) == _line(each) and one["status"] != "dismissed"
            ]
            if same and before[_line(each)] == now[_line(each)]:
                same[0]["status"] = "dismissed"
                self.kept += 1
            elif same:
                self.dropped.append(f"readings.{each['id']} « {each['quote']} »")

    def unsourced(self) -> None:
        """What the old case holds without a passage and the new one lacks."""
        for name, value in self.old.items():
            if name in _NEVER:
                continue
            if name in _WHOLLY_OLD or (isinstance(value, list) and not _sourced(value)):
                if not self.new.get(name):
                    self._try(self.new, name, value)
            elif isinstance(value, dict):
                mine = self.new.setdefault(name, {})
                for key, held in value.items():
                    if (
                        key not in mine
                        and key not in value.get("evidence", {})
                        and key != "evidence"
                    ):
                        self._try(mine, key, held, f"{name}.{key}")

    def _take(self, thing: Json, other: Json, name: str, where: Json) -> bool:
        """One value, if its words and what it belongs to are the same."""
        now = other.get("evidence", {}).get(name)
        if now is None or now.get("quote") != where.get("quote"):
            return False
        settled = {key for key, each in thing["evidence"].items() if each.get("status") in _BY_HAND}
        if any(thing.get(key) != other.get(key) for key in REFERENCES if key not in settled):
            return False
        before = other.get(name), dict(now)
        other[name] = thing.get(name)
        if name not in thing:
            del other[name]
        now.update({key: where[key] for key in ("status", "readings") if key in where})
        if self._valid():
            return True
        other[name], other["evidence"][name] = before
        return False

    def _added(self, place: tuple[str, ...], thing: Json) -> bool:
        """A thing that a person added, if all its words stand in the document exactly once."""
        where = thing.get("evidence", {})
        if len(place) != 2 or any(each.get("status") not in _BY_HAND for each in where.values()):
            return False
        readings = self.new.get("readings", [])
        taken = []
        for each in where.values():
            if each.get("quote") is None:
                continue
            held = [one for one in readings if each["quote"] in one["quote"]]
            if len(held) != 1 or _length(held[0]) != _length(each):
                return False
            taken.append((each, held[0]))
        copy = json.loads(json.dumps(thing))
        for each, reading in taken:
            found = next(one for one in copy["evidence"].values() if one == each)
            found["span"] = reading["span"]
        entries = self.new.setdefault(place[0], [])
        entries.append(copy)
        self.new["readings"] = [one for one in readings if all(one is not r for _, r in taken)]
        if self._valid():
            return True
        entries.pop()
        self.new["readings"] = readings
        return False

    def _try(self, holder: Json, key: str, value: object, shown: str = "") -> None:
        had, before = key in holder, holder.get(key)
        holder[key] = value
        if not self._valid():
            self.lost.append(shown or key)
            if had:
                holder[key] = before
            else:
                del holder[key]

    def _valid(self) -> bool:
        try:
            load_case(json.dumps(self.new).encode(), self._name)
        except InputError:
            return False
        return True


def _plain(case: Case) -> Json:
    value: Json = json.loads(dump_case(case))
    return value


def _things(value: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Json]]:
    """Everything that may have evidence, by the list it stands in and its identifier."""
    for name, held in value.items():
        if isinstance(held, dict):
            yield (name,), held
        for each in held if isinstance(held, list) else ():
            if not isinstance(each, dict) or name in _NEVER:
                continue
            own = (name, str(each.get("id", each.get("member", ""))))
            yield own, each
            for part, key in (("components", "id"), ("years", "year")):
                for inner in each.get(part, ()):
                    yield (*own, part, str(inner[key])), inner


def _sourced(value: Sequence[Any]) -> bool:
    return any(isinstance(each, dict) and each.get("evidence") for each in value)


def _line(reading: Mapping[str, Any]) -> tuple[str, int]:
    return reading["quote"], _length(reading)


def _length(where: Mapping[str, Any]) -> int:
    start, end = where.get("span", (0, 0))
    return int(end) - int(start)
