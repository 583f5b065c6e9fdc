"""Delegations of powers, whatever their day, and the renewal of the assembly."""

from __future__ import annotations

import attrs
from attrs import evolve

from checker.case import Delegation
from checker.registers.cells import folded
from checker.registers.model import DelegationRow, Register, RenewalRow, Row
from checker.registers.work import Work, new_id

_VALUES = ("number", "date", "covers_grants", "cap", "uncapped")


def join_powers(work: Work) -> None:
    """Add the delegations; one that the case has is only completed. Rules judge their days."""
    known = [*work.case.delegations]
    origin: dict[int, tuple[Register, DelegationRow]] = {}
    ids = {str(each.id) for each in known}
    for register, row in work.rows(DelegationRow):
        given = row.delegation
        number = next((n for n, each in enumerate(known) if _same(each, given)), None)
        if number is not None:
            if number in origin and _disagree(known[number], given):
                other = origin[number]
                message = "Two rows describe this delegation in two ways; correct one of them."
                work.refuse(register, row, *other, message)
            values = {name: getattr(given, name) for name in (*_VALUES, "to_organ")}
            known[number] = work.filled(known[number], values, register, row)
            continue
        work.used[register.name] += 1
        stated = [name for name in ("to_organ", *_VALUES) if getattr(given, name) is not None]
        evidence = {name: work.evidence(register, row, name) for name in stated}
        origin[len(known)] = register, row
        known.append(evolve(given, id=new_id(given.id, ids), evidence=evidence))
    work.case = evolve(work.case, delegations=tuple(known))
    _renewal(work)


def _same(one: Delegation, other: Delegation) -> bool:
    """Whether two delegations are one: by their number, else by their identifier."""
    if one.number is not None and other.number is not None:
        return folded(one.number) == folded(other.number) and one.to_organ == other.to_organ
    return one.id == other.id


def _disagree(one: Delegation, other: Delegation) -> bool:
    pairs = [
        (getattr(one, field.name), getattr(other, field.name))
        for field in attrs.fields(Delegation)
        if field.name not in ("id", "evidence")
    ]
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _renewal(work: Work) -> None:
    """The last renewal of the assembly, where the registers agree on it."""
    first: tuple[Register, Row] | None = None
    day = None
    for register, row in work.rows(RenewalRow):
        if first is not None and row.day != day:
            message = "Two registers give two days of the renewal of the assembly; correct one."
            work.refuse(register, row, *first, message)
        if first is None:
            first, day = (register, row), row.day
            values = {"assembly_renewed_on": row.day}
            body = work.filled(work.case.body, values, register, row)
            work.case = evolve(work.case, body=body)
