"""What the same measure gave to the same beneficiary the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from checker.case import Cents, Measure
from checker.normal import normal_text
from checker.registers.acts import lines_of, other_acts
from checker.registers.grantors import of_the_body
from checker.registers.model import GrantRow, Register
from checker.registers.work import Work

_NUMBER = re.compile(r"(?:axe|mesure|measure)?\s*(\w+)", re.IGNORECASE)


def join_prior(work: Work, sha256: str | None) -> None:
    """Fill the amount of the year before of each line that one row, and only one, gives.

    A table names a measure by its number or its title; another act by its title alone, since
    measures are numbered anew.
    """
    year = work.case.act.year
    if year is None or not work.case.lines:
        return
    found: dict[int, list[tuple[Register, GrantRow]]] = {}
    for register, row, numbered in _rows(work, sha256):
        if row.year == year - 1 and row.measure is not None and of_the_body(work, row.grantor):
            who = work.bodies.match(row.body).id
            for n, line in enumerate(work.case.lines):
                measures = [each for each in work.case.measures if each.id == line.measure]
                if who is None or line.beneficiary != who or not measures:
                    continue
                if _is(measures[0], row.measure, numbered=numbered):
                    found.setdefault(n, []).append((register, row))
    lines = [*work.case.lines]
    for n, rows in found.items():
        register, row = rows[0]
        if len(rows) > 1:
            work.tell(
                register,
                row,
                "plusieurs montants de l'exercice précédent pour {} : laissés de côté.",
                "several amounts of the year before for {}: left out.",
                row.body.name,
            )
        elif row.amount is not None:
            values = {"prior_amount": Cents(row.amount)}
            lines[n] = work.filled(lines[n], values, register, row, "amount")
    work.case = evolve(work.case, lines=tuple(lines))


def _rows(work: Work, sha256: str | None) -> Iterator[tuple[Register, GrantRow, bool]]:
    for register, row in work.rows(GrantRow):
        yield register, row, True
    silent = Work(work.case, work.registers)
    for register, case in other_acts(silent, sha256):
        for line in lines_of(case):
            yield register, line, False


def _is(measure: Measure, name: str, *, numbered: bool) -> bool:
    if normal_text(measure.title) == normal_text(name):
        return True
    match = _NUMBER.fullmatch(name.strip())
    return numbered and match is not None and match[1] == measure.number
