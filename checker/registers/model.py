"""Registers as they were read: rows of each kind, with their places.

Amounts are integer cents, dates are dates, identifiers have no spaces. What a register does not
say is `None`.
"""

from __future__ import annotations

import bisect
import datetime
import re
from functools import cached_property
from typing import Literal

from attrs import field, frozen

from checker.case import Case, Delegation, InterestNature
from checker.json_positions import Position
from checker.registers.cells import cell_text
from checker.registers.notes import Note
from checker.registers.places import JsonPlaces, Layout, Span, cell_span

Kind = Literal["interests", "grants", "delegations", "sirene", "rna", "case", "bordereau"]
ListName = Literal["interests", "grants", "aid", "delegations"]
"""Lists of a case that registers can close."""


@frozen(kw_only=True)
class Row:
    """A row of a register.

    Args:
        at: Offsets of a row of a CSV file, or JSON path of an object.
    """

    at: Span | str


@frozen(kw_only=True)
class Named:
    """A body as a register names it.

    Args:
        aliases: Other names that the register itself gives it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    siren: str | None = None
    siret: str | None = None
    rna: str | None = None

    @property
    def unit(self) -> str | None:
        """The SIREN, given or inside the SIRET."""
        return self.siren or (self.siret[:9] if self.siret else None)


@frozen(kw_only=True)
class InterestRow(Row):
    """An interest or mandate of a member in a body, from `since` to `until`, both included."""

    member: str
    aliases: tuple[str, ...] = ()
    body: Named
    nature: InterestNature | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


@frozen(kw_only=True)
class GrantRow(Row):
    """A grant, from the body or from another.

    Args:
        grantor: Who granted; `None` where the register is of the body itself.
        year: Financial year; `None` where the register leaves it in doubt.
        date: Day of the award.
        reference: Number of the act that granted it.
        sgei: Whether it is de minimis aid for a service of general economic interest.
        measure: Number or title of the measure (axe).
    """

    body: Named
    grantor: Named | None = None
    year: int | None = None
    amount: int | None = None
    date: datetime.date | None = None
    reference: str | None = None
    de_minimis: bool | None = None
    sgei: bool | None = None
    measure: str | None = None


@frozen(kw_only=True)
class DelegationRow(Row):
    """A delegation of powers by the assembly."""

    delegation: Delegation


@frozen(kw_only=True)
class RenewalRow(Row):
    """The first sitting of the assembly after its last general renewal."""

    day: datetime.date


@frozen(kw_only=True)
class CompanyRow(Row):
    """A row of Sirene: an establishment where it has a SIRET, else a legal unit.

    Args:
        state: A for active; F or C for closed.
        since: First day of that state.
        closed_on: Day of closing, where a column gives it.
        category: Legal category (catégorie juridique), four figures.
    """

    body: Named
    state: Literal["A", "F", "C"] | None = None
    since: datetime.date | None = None
    closed_on: datetime.date | None = None
    category: str | None = None


@frozen(kw_only=True)
class AssociationRow(Row):
    """A row of the RNA.

    Args:
        declared_on: Publication where the register has it, else declaration.
        position: A active, D dissolved, S struck off.
    """

    body: Named
    declared_on: datetime.date | None = None
    dissolved_on: datetime.date | None = None
    position: Literal["A", "D", "S"] | None = None


@frozen(eq=False, slots=False)
class Register:
    """A register.

    Args:
        name: The file as the user named it.
        sha256: Digest of its bytes.
        text: Its exact text, which offsets lead into.
        rows: Its rows, all of the kind; none for another case.
        layout: How its rows are laid out, for a CSV file.
        case: The case, for a register that is one.
        notes: What was noticed while it was read.
    """

    name: str
    kind: Kind
    sha256: str
    text: str = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    layout: Layout | None = None
    case: Case | None = field(default=None, repr=False)
    notes: tuple[Note, ...] = ()

    @cached_property
    def _json(self) -> JsonPlaces:
        return JsonPlaces(self.text)

    def span(self, row: Row, name: str = "") -> Span:
        """Offsets of a value of a row, or of the row where it has none of that name."""
        if isinstance(row.at, str):
            known = self._json
            return known.span(f"{row.at}.{name}") or known.span(row.at) or (0, len(self.text))
        return cell_span(self.text, row.at, self.layout, name)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, row: Row, name: str = "") -> Position:
        """Line and column of a value of a row."""
        offset = self.span(row, name)[0]
        line = bisect.bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def quote(self, row: Row, name: str = "") -> str:
        """The characters of a value, line breaks folded to one space."""
        start, end = self.span(row, name)
        return cell_text(self.text[start:end])


@frozen
class Statement:
    """That a list is complete, as somebody vouches.

    Args:
        of: The list of the case.
        years: Financial years it is complete for; `None` for all.
        since, until: First and last day it is complete for; `None` for no bound.
    """

    of: ListName
    years: tuple[int, ...] | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


@frozen
class Answer:
    """An answer to « are these the same? »: a name of a register and one of the case."""

    register: str
    case: str
    same: bool


@frozen(eq=False)
class Registers:
    """All registers beside a case.

    Args:
        found: The registers, in the order they were named.
        complete: What is vouched for as complete.
        answers: Names that are, or are not, the same.
        notes: What was noticed while they were read.
    """

    found: tuple[Register, ...]
    complete: tuple[Statement, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes: tuple[Note, ...] = ()
