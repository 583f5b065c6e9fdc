"""What makes the act enforceable, and what is published of it."""

from __future__ import annotations

from collections.abc import Iterator

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import drawn
from checker.identifiers import actes_number_sound, digits, matter_group, siret_sound
from checker.kinds import Fact


def state_enforcement(case: c.Case) -> Iterator[Fact]:
    """Signature, transmission, publication; the published essential data."""
    done = case.enforcement
    yield drawn(
        v.Enforcement,
        "enforcement",
        done,
        "$.enforcement",
        "matter_group matter_code",
        matter_group=matter_group(done.matter_code),
        number_sound=actes_number_sound(case.act.number),
    )
    for n, row in enumerate(case.publications):
        yield drawn(
            v.Publication,
            row.id,
            row,
            f"$.publications[{n}]",
            " ".join(["complete", *_REQUIRED]),
            complete=_complete(row),
            siret=digits(row.siret),
            siret_sound=siret_sound(row.siret),
            object_length=None if row.object is None else len(row.object),
        )


def _complete(row: c.Publication) -> bool | None:
    """Whether every field that the schema requires is filled in; an empty text is not."""
    values = [getattr(row, name) for name in _REQUIRED]
    if "" in values:
        return False
    return None if None in values else True


_REQUIRED = (
    "grantor_name",
    "grantor_siret",
    "agreement_on",
    "name",
    "siret",
    "object",
    "amount",
    "nature",
    "terms",
    "percent",
    "eu_notified",
)
