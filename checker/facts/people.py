"""The sitting, its vote, and the members."""

from __future__ import annotations

from collections.abc import Iterator

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import all_given, drawn
from checker.kinds import Fact
from checker.normal import normal_name


def state_people(case: c.Case) -> Iterator[Fact]:
    """The sitting, the vote and the members."""
    sitting, vote = case.sitting, case.vote
    yield drawn(
        v.Sitting,
        "sitting",
        sitting,
        "$.sitting",
        counted_base=sitting.in_office if sitting.quorum_base is None else sitting.quorum_base,
        attendance_given=all_given(sitting, "in_office", "present", "represented"),
    )
    yield drawn(
        v.Vote,
        "vote",
        vote,
        "$.vote",
        stated_noes=vote.noes,
        counts_given=all_given(vote, "voters", "ayes", "noes", "abstained"),
    )
    names = {member.id: member.name for member in case.members}
    for n, member in enumerate(case.members):
        yield drawn(v.Member, member.id, member, f"$.members[{n}]")
    for n, out in enumerate(case.non_participants):
        name = names.get(out.member)
        yield drawn(
            v.NonParticipant,
            f"{out.member}:{n + 1}",
            out,
            f"$.non_participants[{n}]",
            name=name,
            normal_name=None if name is None else normal_name(name),
        )
    for n, present in enumerate(case.participants):
        place = f"$.participants[{n}]"
        yield drawn(v.Participant, f"{present.member}:{n + 1}", present, place)
    firsts: dict[c.Slug, int] = {}
    for n, proxy in enumerate(case.proxies):
        firsts.setdefault(proxy.holder, n)
    out_of_it = {out.member for out in case.non_participants}
    for n, proxy in enumerate(case.proxies):
        yield drawn(
            v.Proxy,
            f"{proxy.giver}:{n + 1}",
            proxy,
            f"$.proxies[{n}]",
            first_of_holder=firsts[proxy.holder] == n,
            holder_out=proxy.holder in out_of_it,
        )
    for n, role in enumerate(case.roles):
        yield drawn(v.Role, f"{role.member}:{n + 1}", role, f"$.roles[{n}]")
    for n, interest in enumerate(case.interests):
        yield drawn(
            v.Interest,
            interest.id,
            interest,
            f"$.interests[{n}]",
            by_law=interest.nature == "statutory_representative",
        )
