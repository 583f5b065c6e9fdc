"""Extracts of Sirene and of the RNA, from CSV, by the column names of their publishers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from checker.registers import cells
from checker.registers.model import AssociationRow, CompanyRow
from checker.registers.notes import NoteBook
from checker.registers.reading import Reader
from checker.registers.table import Table

_UNDISCLOSED = {"[ND]", "[N/D]", "ND"}
"""What the Insee publishes in place of what may not be disclosed."""


def _state(text: str) -> Literal["A", "F", "C"]:
    states: dict[str, Literal["A", "F", "C"]] = {"a": "A", "f": "F", "c": "C"}
    found = states.get(text.casefold())
    if found is None:
        message = f"{text[:60]!r} is not a state: A (active), F (closed) or C (ceased) is expected."
        raise ValueError(message)
    return found


def _position(text: str) -> Literal["A", "D", "S"]:
    positions: dict[str, Literal["A", "D", "S"]] = {"a": "A", "d": "D", "s": "S"}
    found = positions.get(text.casefold())
    if found is None:
        message = (
            f"{text[:60]!r} is not a position: A (active), D (dissolved) or S (struck off) is"
            " expected."
        )
        raise ValueError(message)
    return found


def _category(text: str) -> str:
    if len(text) != 4 or not (text.isascii() and text.isdigit()):
        message = f"{text[:60]!r} is not a legal category: four figures are expected, such as 9220."
        raise ValueError(message)
    return text


def company_rows(table: Table, book: NoteBook) -> Iterator[CompanyRow]:
    """The rows of an extract of Sirene; a name may be missing, an identifier may not."""
    for line in table.rows():
        reader = Reader(table, line, book)
        if not reader.text("siret") and not reader.text("siren"):
            table.refuse(line, "", "This row has neither SIREN nor SIRET; fill one or remove it.")
        names = [reader.text(name) for name in ("legal_name", "usual_name", "acronym")]
        known = [name for name in names if name and name not in _UNDISCLOSED]
        named = reader.named(known[0] if known else "", tuple(known[1:]))
        establishment = reader.value("establishment", _state)
        state = establishment or (None if named.siret else reader.value("unit", _state))
        yield CompanyRow(
            at=line.span,
            body=named,
            state=state,
            since=reader.value("since", cells.day),
            closed_on=reader.value("closed_on", cells.day),
            category=reader.value("category", _category),
        )


def association_rows(table: Table, book: NoteBook) -> Iterator[AssociationRow]:
    """The rows of an extract of the RNA.

    Declared on the day of publication where the extract has that column, else on that of the
    declaration: only what is declared and published has legal personality (law of 1901, art. 5).
    """
    declared = "published" if "published" in table.layout.columns else "created"
    for line in table.rows():
        reader = Reader(table, line, book)
        rna, title = reader.needed("rna"), reader.needed("title")
        named = reader.named(title or "", (acronym,) if (acronym := reader.text("acronym")) else ())
        row = AssociationRow(
            at=line.span,
            body=named,
            declared_on=reader.value(declared, cells.day),
            dissolved_on=reader.value("dissolved", cells.day),
            position=reader.value("position", _position),
        )
        if rna and title:
            yield row
