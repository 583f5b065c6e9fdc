"""What extracts of Sirene and of the RNA say of the beneficiaries on the day of the act.

Their identifiers are never written into the case: that an act gives none is itself a finding.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from attrs import evolve

from checker.case import Beneficiary
from checker.identifiers import digits
from checker.registers.forms import legal_form, private_law
from checker.registers.model import AssociationRow, CompanyRow, Register
from checker.registers.work import Work

Companies = Sequence[tuple[Register, CompanyRow]]
Associations = Sequence[tuple[Register, AssociationRow]]


def join_bodies(work: Work) -> None:
    """Fill what the case cannot know of its beneficiaries, and keep their identifiers."""
    companies: dict[str, list[tuple[Register, CompanyRow]]] = {}
    associations: dict[str, list[tuple[Register, AssociationRow]]] = {}
    for register, row in work.rows(CompanyRow):
        if found := work.beneficiary(register, row, row.body, ()).id:
            companies.setdefault(found, []).append((register, row))
    for register, each in work.rows(AssociationRow):
        if found := work.beneficiary(register, each, each.body, ()).id:
            associations.setdefault(found, []).append((register, each))
    made = []
    for who in work.case.beneficiaries:
        who = _company(work, who, companies.get(who.id, ()))  # noqa: PLW2901
        made.append(_association(work, who, associations.get(who.id, ())))
    work.case = evolve(work.case, beneficiaries=tuple(made))


def _company(work: Work, who: Beneficiary, rows: Companies) -> Beneficiary:
    if not rows:
        return who
    first, row = rows[0]
    for register, other in rows[1:]:
        if other.body.unit != row.body.unit:
            message = (
                f"Two rows name {who.name[:60]!r} with two SIREN, {row.body.unit} and"
                f" {other.body.unit}; write the right one in the case."
            )
            work.refuse(first, row, register, other, message)
        if row.category and other.category and other.category != row.category:
            message = "Two rows give this unit two legal categories; keep the right one."
            work.refuse(first, row, register, other, message)
    work.identify(who, {"siren": row.body.unit}, first, row)
    sirets = dict.fromkeys(other.body.siret for _, other in rows if other.body.siret)
    if len(sirets) == 1:
        register, other = next(each for each in rows if each[1].body.siret)
        if who.siret is None or digits(who.siret) in sirets:
            work.identify(who, {"siret": other.body.siret}, register, other)
    who = _form(work, who, rows)
    return _active(work, who, rows)


def _form(work: Work, who: Beneficiary, rows: Companies) -> Beneficiary:
    """The legal form and whether it is of private law, by the legal category."""
    for register, row in rows:
        if row.category is not None:
            values: dict[str, object] = {"legal_form": legal_form(row.category)}
            if who.legal_form is None and values["legal_form"] is None:
                values["private_law"] = private_law(row.category)
            who = work.filled(who, values, register, row, "category")
            break
    for register, row in rows:
        if row.body.rna is not None:
            work.identify(who, {"rna": row.body.rna}, register, row)
            break
    return who


def _active(work: Work, who: Beneficiary, rows: Companies) -> Beneficiary:
    """Whether the establishment, or where only units are listed the unit, was active that day."""
    day = work.case.act.date
    siret = digits(who.siret)
    places = [each for each in rows if each[1].body.siret is not None]
    if siret is not None and places:
        kept = [each for each in places if each[1].body.siret == siret]
        if not kept:
            work.tell(
                *places[0],
                "le SIRET de {} au dossier n'est pas dans l'extrait : état non repris.",
                "the SIRET of {} in the case is not in the extract: its state is not taken.",
                who.name,
            )
            return who
        places = kept
    stated = [each for each in places or rows if each[1].state is not None]
    for register, row in stated[1:]:
        first, other = stated[0]
        if row.body.siret == other.body.siret and (row.state, row.since) != (
            other.state,
            other.since,
        ):
            message = "Two rows give this establishment two states; keep the right one."
            work.refuse(first, other, register, row, message)
    states = [_active_on(row, day) for _, row in stated]
    if not states:
        return who
    if None in states or len(set(states)) > 1:
        work.tell(
            *stated[0],
            "l'état de {} le jour de l'acte ne se déduit pas de l'extrait : non repris.",
            "the state of {} on the day of the act does not follow from the extract: not taken.",
            who.name,
        )
        return who
    column = "establishment" if stated[0][1].body.siret else "unit"
    return work.filled(who, {"active": states[0]}, *stated[0], column)


def _active_on(row: CompanyRow, day: datetime.date | None) -> bool | None:
    """Whether a row says that its subject was active on a day; `None` where it does not say."""
    if day is None:
        return None
    if row.state == "A":
        return None if row.since is not None and row.since > day else True
    closed = row.closed_on or row.since
    return None if closed is None else day < closed


def _association(work: Work, who: Beneficiary, rows: Associations) -> Beneficiary:
    if not rows:
        return who
    first, row = rows[0]
    for register, other in rows[1:]:
        if other.body.rna != row.body.rna:
            message = (
                f"Two rows name {who.name[:60]!r} with two RNA numbers, {row.body.rna} and"
                f" {other.body.rna}; write the right one in the case."
            )
        elif (other.position, other.dissolved_on) != (row.position, row.dissolved_on):
            message = "Two rows give this association two states; keep the right one."
        else:
            continue
        work.refuse(first, row, register, other, message)
    day = work.case.act.date
    work.identify(who, {"rna": row.body.rna}, first, row)
    declared = None if day is None or row.declared_on is None else row.declared_on <= day
    column = "published" if first.layout and "published" in first.layout.columns else "created"
    who = work.filled(who, {"declared": declared}, first, row, column)
    dissolved = _dissolved_on(row, day)
    if dissolved is None and row.position in ("D", "S"):
        work.tell(
            first,
            row,
            "{} n'est plus active au RNA, sans date de dissolution : non repris.",
            "{} is no longer active in the RNA, without a day of dissolution: not taken.",
            who.name,
        )
    column = "dissolved" if row.dissolved_on else "position"
    return work.filled(who, {"dissolved": dissolved}, first, row, column)


def _dissolved_on(row: AssociationRow, day: datetime.date | None) -> bool | None:
    if day is None:
        return None
    if row.dissolved_on is not None:
        return row.dissolved_on <= day
    return False if row.position == "A" else None
