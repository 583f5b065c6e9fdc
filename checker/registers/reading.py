"""What the readers of all tables share: one cell through its reader, its fault at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from attrs import frozen

from checker.registers import cells
from checker.registers.model import Named
from checker.registers.notes import NoteBook
from checker.registers.table import Line, Table

T = TypeVar("T")
ALIASES = "|"
"""Separates the names in a column of aliases."""


@frozen
class Reader:
    """Reads the cells of one row.

    Args:
        lenient: Whether what cannot be read is noted and left unknown, as in files that were
            published for another purpose, and not refused.
    """

    table: Table
    line: Line
    book: NoteBook
    lenient: bool = False

    def text(self, name: str) -> str | None:
        """The text of a cell, `None` where it is empty."""
        return self.table.cell(self.line, name) or None

    def needed(self, name: str) -> str | None:
        """The text of a cell that may not be empty; `None` is a fault, noted."""
        found = self.text(name)
        if found is None:
            self.table.refuse(self.line, name, "This cell is empty; fill it or remove the row.")
        return found

    def value(self, name: str, read: Callable[[str], T]) -> T | None:
        """The value of a cell, `None` where it is empty or cannot be read."""
        found = self.text(name)
        if found is None:
            return None
        try:
            return read(found)
        except ValueError as error:
            if self.lenient:
                header = self.table.layout.header(name)
                self.book.add(
                    f"« {found[:60]} » est illisible dans la colonne {header} : valeur inconnue.",
                    f"{found[:60]!r} cannot be read in column {header}: the value is unknown.",
                    self.line.number,
                )
            else:
                self.table.refuse(self.line, name, str(error))
            return None

    def aliases(self, name: str) -> tuple[str, ...]:
        """The names in a column of aliases."""
        if name not in self.table.layout.columns:
            return ()
        parts = (part.strip() for part in (self.text(name) or "").split(ALIASES))
        return tuple(part for part in parts if part)

    def named(self, name: str, aliases: tuple[str, ...] = ()) -> Named:
        """A body with the identifiers of the columns `siret` and `rna`."""
        unit, siret = self.value("siret", cells.identifiers) or (None, None)
        siren, _ = self.value("siren", cells.identifiers) or (None, None)
        if siren and unit and siren != unit:
            message = f"This SIRET does not begin with the SIREN {siren}; correct one of them."
            self.table.refuse(self.line, "siret", message)
        if unit and not siret and len(cells.folded(self.text("siret") or "")) > 9:
            self.book.add(
                "le SIRET a perdu ses derniers chiffres : seul le SIREN, dont la clé est exacte,"
                " est retenu.",
                "the SIRET has lost its last figures: only the SIREN, whose key is right, is kept.",
                self.line.number,
            )
        rna = self.value("rna", cells.rna)
        return Named(name=name, aliases=aliases, siren=siren or unit, siret=siret, rna=rna)
