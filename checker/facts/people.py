"""The sitting, its vote, and the members."""

from __future__ import annotations

from collections.abc import Iterator

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import all_known, place_of
from checker.kinds import Fact
from checker.normal import normal_name


def state_people(case: c.Case) -> Iterator[Fact]:
    """The sitting, the vote and the members."""
    sitting, vote = case.sitting, case.vote
    yield v.Sitting(
        "sitting",
        in_office=sitting.in_office,
        present=sitting.present,
        represented=sitting.represented,
        attendance_given=all_known(sitting.in_office, sitting.present, sitting.represented),
        **place_of(sitting, "$.sitting"),
    )
    yield v.Vote(
        "vote",
        result=vote.result,
        unanimous=vote.unanimous,
        voters=vote.voters,
        ayes=vote.ayes,
        noes=vote.noes,
        stated_noes=vote.noes,
        counts_given=all_known(vote.voters, vote.ayes, vote.noes, vote.abstained),
        abstained=vote.abstained,
        blank=vote.blank,
        **place_of(vote, "$.vote"),
    )
    names = {member.id: member.name for member in case.members}
    for n, member in enumerate(case.members):
        yield v.Member(member.id, name=member.name, **place_of(member, f"$.members[{n}]"))
    for n, out in enumerate(case.non_participants):
        name = names.get(out.member)
        yield v.NonParticipant(
            f"{out.member}:{n + 1}",
            member=out.member,
            name=name,
            normal_name=None if name is None else normal_name(name),
            reason=out.reason,
            beneficiary=out.beneficiary,
            **place_of(out, f"$.non_participants[{n}]"),
        )
    for n, present in enumerate(case.participants):
        yield v.Participant(
            f"{present.member}:{n + 1}",
            member=present.member,
            voted=present.voted,
            **place_of(present, f"$.participants[{n}]"),
        )
    for n, interest in enumerate(case.interests):
        yield v.Interest(
            interest.id,
            member=interest.member,
            beneficiary=interest.beneficiary,
            **place_of(interest, f"$.interests[{n}]"),
        )
