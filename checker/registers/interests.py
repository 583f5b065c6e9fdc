"""Declared interests and mandates, from CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from checker.case import InterestNature
from checker.registers import cells
from checker.registers.model import InterestRow
from checker.registers.notes import NoteBook
from checker.registers.reading import Reader
from checker.registers.table import Table
from checker.suggestion import suggestion

NATURES: Mapping[str, InterestNature] = {
    "dirigeant": "officer",
    "salarié": "employee",
    "représentant désigné en application de la loi": "statutory_representative",
    "représentant volontaire": "voluntary_representative",
    "familial": "family",
    "autre": "other",
}
"""The natures of an interest, in the words of a register."""

_NATURES: Mapping[str, InterestNature] = {
    **{cells.folded(words): nature for words, nature in NATURES.items()},
    "salariee": "employee",
    "dirigeante": "officer",
    **{
        cells.folded(
            words.replace("représentant", "représentante").replace("désigné", "désignée")
        ): nature
        for words, nature in NATURES.items()
    },
    **{cells.folded(nature): nature for nature in get_args(InterestNature)},
}


def nature(text: str) -> InterestNature:
    """The nature of an interest.

    Raises:
        ValueError: The words are none of `NATURES`.
    """
    found = _NATURES.get(cells.folded(text))
    if found is None:
        known = ", ".join(map(repr, NATURES))
        message = f"{text[:60]!r} is not one of {known}{suggestion(text, NATURES)}"
        raise ValueError(message)
    return found


def rows(table: Table, book: NoteBook) -> Iterator[InterestRow]:
    """The rows of a table of interests."""
    for line in table.rows():
        reader = Reader(table, line, book)
        member, body = reader.needed("member"), reader.needed("body")
        named = reader.named(body or "", reader.aliases("body_aliases"))
        since, until = reader.value("since", cells.day), reader.value("until", cells.day)
        found = reader.value("nature", nature)
        if since and until and until < since:
            message = f"The interest ends before it begins, on {since.isoformat()}; correct one."
            table.refuse(line, "until", message)
        if member and body:
            yield InterestRow(
                at=line.span,
                member=member,
                aliases=reader.aliases("member_aliases"),
                body=named,
                nature=found,
                since=since,
                until=until,
            )
