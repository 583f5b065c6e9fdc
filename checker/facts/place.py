"""Where a fact comes from, and what several rooms derive alike."""

from __future__ import annotations

from typing import Any

from checker import case as c
from checker import vocabulary as v
from checker.kinds import Fact


def place_of(entity: c.Entity, path: str, *names: str) -> dict[str, Any]:
    """Keyword arguments that say where a fact comes from and which of its values are doubtful."""
    doubtful = {
        name
        for name, evidence in entity.evidence.items()
        if evidence.status == "ambiguous" and getattr(entity, name) is None
    }
    doubtful |= {derived for derived, *sources in map(str.split, names) if doubtful & {*sources}}
    return {"path": path, "entity": entity, "doubtful": frozenset(doubtful)}


def joined(*keys: str | None) -> str | None:
    """The name of a list, or `None` where a key that names it is missing."""
    known = [key for key in keys if key is not None]
    return ":".join(known) if len(known) == len(keys) else None


def enumerated(enumeration: str | None, item: str | None, source: str) -> Fact:
    """One item of a list that a phrase may count; `source` tells equal items apart."""
    return v.Enumerated(f"{enumeration}/{item}/{source}", enumeration=enumeration, item=item)


def all_known(*values: int | None) -> bool:
    """Whether the case gives every one of the values."""
    return None not in values
