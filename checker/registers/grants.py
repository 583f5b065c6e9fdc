"""Grants, from CSV: SCDL « subventions » as published, or a plain table of the body."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction

from checker.registers import cells
from checker.registers.model import GrantRow, Named
from checker.registers.notes import NoteBook
from checker.registers.reading import Reader
from checker.registers.table import Line, Table

_PLAIN = ("beneficiaire", "beneficiary")
"""Headers of the table that is written for this program; what it cannot hold is refused."""


def rows(table: Table, book: NoteBook) -> Iterator[GrantRow]:
    """The rows of a table of grants.

    A published file is taken as it is: a cell that cannot be read is noted, and what it should
    say is unknown. A plain table is refused where a cell cannot be read.
    """
    published = cells.folded(table.layout.header("body")) not in _PLAIN
    for line in table.rows():
        reader = Reader(table, line, book, lenient=published)
        body = reader.needed("body")
        if body is None:
            continue
        day = reader.value("date", cells.day)
        yield GrantRow(
            at=line.span,
            body=reader.named(body, reader.aliases("aliases")),
            grantor=_grantor(reader),
            year=_year(reader, day, line, book),
            amount=_amount(reader, line, book),
            date=day,
            reference=reader.text("reference"),
            de_minimis=reader.value("de_minimis", cells.flag),
            sgei=reader.value("sgei", cells.flag),
            measure=reader.text("measure"),
        )


def _grantor(reader: Reader) -> Named | None:
    name = reader.text("grantor")
    siren, siret = reader.value("grantor_siret", cells.identifiers) or (None, None)
    if name is None and siren is None:
        return None
    return Named(name=name or "", siren=siren, siret=siret)


def _amount(reader: Reader, line: Line, book: NoteBook) -> int | None:
    """The amount of the beneficiary; the share of it, where several share the amount."""
    amount = reader.value("amount", cells.cents)
    share = reader.value("share", cells.share)
    if amount is None or share is None or share == 1:
        if amount is None and reader.text("amount") is None:
            if not reader.lenient:
                reader.needed("amount")
            else:
                book.add("montant vide : inconnu.", "empty amount: unknown.", line.number)
        return amount
    exact: Fraction = amount * share
    if exact.denominator != 1:
        book.add(
            "la part du bénéficiaire ne fait pas un nombre entier de centimes : montant inconnu.",
            "the beneficiary's share is no whole number of cents: the amount is unknown.",
            line.number,
        )
        return None
    return int(exact)


def _year(reader: Reader, day: datetime.date | None, line: Line, book: NoteBook) -> int | None:
    """The financial year: as given, else the only one that the dates name."""
    given = reader.value("year", cells.year)
    if given is not None:
        return given
    days: list[datetime.date | None] = [day, *(reader.value("period", cells.period) or ())]
    days += [reader.value(name, cells.day) for name in ("start", "end")]
    years = {each.year for each in days if each is not None}
    if len(years) == 1:
        return years.pop()
    if not years:
        book.add("aucune date : exercice inconnu.", "no date: the year is unknown.", line.number)
    return None
