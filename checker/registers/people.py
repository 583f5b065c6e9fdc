"""Interests and mandates in force on the day of the act, joined with its members."""

from __future__ import annotations

from attrs import evolve

from checker.case import Interest, Member, Slug
from checker.registers.model import InterestRow, Named, Register, Registers
from checker.registers.names import Party, persons, split_civility
from checker.registers.work import Work, new_id


def people_of(registers: Registers) -> tuple[str, ...]:
    """The names of all persons whom registers and other acts name."""
    found: dict[str, None] = {}
    for register in registers.found:
        for row in register.rows:
            if isinstance(row, InterestRow):
                found.update(dict.fromkeys((row.member, *row.aliases)))
        if register.case is not None:
            found.update(dict.fromkeys(member.name for member in register.case.members))
    return tuple(found)


def join_people(work: Work) -> None:
    """Add the interests of members in beneficiaries, and the members that the act does not name.

    A member who is only close to one of the act is neither of the two: the list stays open.
    """
    case = work.case
    members = [*case.members]
    interests = [*case.interests]
    taken = {each.id for each in members}
    ids = {str(each.id) for each in interests}
    for register, row in work.rows(InterestRow):
        if not _in_force(work, register, row):
            continue
        body = work.beneficiary(register, row, row.body, ["interests"]).id
        if body is None:
            continue
        member = _member(work, register, row, members, taken)
        if member is None:
            continue
        alike = [
            n
            for n, each in enumerate(interests)
            if (each.member, each.beneficiary) == (member, body)
        ]
        if any(row.nature in (None, interests[n].nature) for n in alike):
            continue
        unsaid = [n for n in alike if interests[n].nature is None]
        if unsaid:
            interests[unsaid[0]] = work.filled(
                interests[unsaid[0]], {"nature": row.nature}, register, row
            )
            continue
        work.used[register.name] += 1
        names = {"member": "member", "beneficiary": "body"}
        names |= {"nature": "nature"} if row.nature else {}
        interests.append(
            Interest(
                id=new_id(f"registre-{member}-{body}", ids),
                member=member,
                beneficiary=Slug(body),
                nature=row.nature,
                evidence={
                    name: work.evidence(register, row, column) for name, column in names.items()
                },
            )
        )
    work.case = evolve(case, members=tuple(members), interests=tuple(interests))


def _in_force(work: Work, register: Register, row: InterestRow) -> bool:
    """Whether an interest is in force on the day of the act."""
    day = work.case.act.date
    if row.since is None and row.until is None:
        return True
    if day is None:
        work.open.add("interests")
        work.tell(
            register,
            row,
            "l'acte n'a pas de date : l'intérêt daté est laissé de côté.",
            "the act has no date: the dated interest is left out.",
        )
        return False
    return (row.since is None or row.since <= day) and (row.until is None or day <= row.until)


def _member(
    work: Work, register: Register, row: InterestRow, members: list[Member], taken: set[Slug]
) -> Slug | None:
    """The member a row is about, added where the act does not name them."""
    civility, name = split_civility(row.member)
    parties = tuple(Party(each.id, each.name) for each in members)
    aliases = tuple(split_civility(each)[1] for each in row.aliases)
    found = persons(parties, work.registers.answers).match(Named(name=name, aliases=aliases))
    work.ask(register, row, name, found, ["interests"])
    if found.id is not None:
        return Slug(found.id)
    if found.close:
        return None
    ids = {str(each) for each in taken}
    made = Member(
        id=new_id(name, ids),
        name=name,
        civility=civility,
        evidence={"name": work.evidence(register, row, "member")},
    )
    taken.add(made.id)
    members.append(made)
    return made.id
