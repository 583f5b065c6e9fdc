"""Where a fact comes from, and what several rooms derive alike."""

from __future__ import annotations

import functools
from typing import Any, TypeVar, cast

import attrs

from checker import case as c
from checker import vocabulary as v
from checker.kinds import Fact

F = TypeVar("F", bound=Fact)


def place_of(entity: c.Entity, path: str, *names: str) -> dict[str, Any]:
    """Keyword arguments that say where a fact comes from and which of its values are doubtful."""
    doubtful = {
        name
        for name, evidence in entity.evidence.items()
        if evidence.status == "ambiguous" and getattr(entity, name) is None
    }
    doubtful |= {derived for derived, *sources in map(str.split, names) if doubtful & {*sources}}
    return {"path": path, "entity": entity, "doubtful": frozenset(doubtful)}


@functools.cache
def _shared(cls: type[Any], entity: type[Any]) -> tuple[str, ...]:
    """The attributes that a kind of fact and a class of the case have under the same name."""
    of_entity = {field.name for field in attrs.fields(entity)} - {"id", "evidence"}
    return tuple(field.name for field in attrs.fields(cls) if field.name in of_entity)


def drawn(cls: type[F], id_: str, entity: c.Entity, path: str, *names: str, **derived: Any) -> F:
    """A fact that takes from an entity what both name alike.

    Args:
        cls: The kind of fact.
        id_: Its identifier.
        entity: What it is drawn from.
        path: JSON path of the entity.
        names: A derived attribute and its sources, joined by spaces: it is doubtful as they are.
        derived: The other attributes, and those that are not taken as they are.
    """
    names_alike = _shared(cast(Any, cls), cast(Any, type(entity)))
    values = {name: getattr(entity, name) for name in names_alike}
    return cls(id_, **(values | derived), **place_of(entity, path, *names))


def joined(*keys: str | None) -> str | None:
    """The name of a list, or `None` where a key that names it is missing."""
    known = [key for key in keys if key is not None]
    return ":".join(known) if len(known) == len(keys) else None


def enumerated(enumeration: str | None, item: str | None, source: str) -> Fact:
    """One item of a list that a phrase may count; `source` tells equal items apart."""
    return v.Enumerated(f"{enumeration}/{item}/{source}", enumeration=enumeration, item=item)


def all_given(entity: c.Entity, *names: str) -> bool | None:
    """Whether the case gives every one of the values; unknown where only doubtful ones lack."""
    lacking = [name for name in names if getattr(entity, name) is None]
    doubtful = place_of(entity, "")["doubtful"]
    return None if lacking and doubtful.issuperset(lacking) else not lacking
