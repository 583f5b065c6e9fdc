"""The sitting, its vote, its members and their interests."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import frozen

from checker.case.values import Count, Entity, Slug

VoteResult = Literal["adopted", "rejected"]
RoleName = Literal["rapporteur", "chair", "secretary"]
InterestNature = Literal[
    "officer",
    "employee",
    "statutory_representative",
    "voluntary_representative",
    "family",
    "other",
]


@frozen
class Sitting(Entity):
    """The sitting (séance): head counts when the item was put to the vote.

    Args:
        quorum_base: Members in office that the act or the minutes count the quorum on.
        urgent: Whether the notice was shortened for urgency.
    """

    in_office: Count | None = None
    present: Count | None = None
    represented: Count | None = None
    convened_on: datetime.date | None = None
    chair: str | None = None
    secretary: str | None = None
    absent: Count | None = None
    quorum_base: Count | None = None
    urgent: bool | None = None


@frozen
class Vote(Entity):
    """The result of the vote and its counts.

    Args:
        block: Whether one vote decided several items at once.
        separate_requested: Whether a member asked for separate votes.
    """

    result: VoteResult | None = None
    unanimous: bool | None = None
    voters: Count | None = None
    ayes: Count | None = None
    noes: Count | None = None
    abstained: Count | None = None
    blank: Count | None = None
    block: bool | None = None
    separate_requested: bool | None = None


@frozen
class Member(Entity):
    """An elected member, as printed."""

    id: Slug
    name: str
    civility: str | None = None


@frozen
class NonParticipant(Entity):
    """A member recorded as taking no part, with reason and beneficiary where stated."""

    member: Slug
    reason: str | None = None
    beneficiary: Slug | None = None


@frozen
class Participant(Entity):
    """A member on the attendance list; `voted` where a roll-call vote shows it."""

    member: Slug
    voted: bool | None = None


@frozen
class Proxy(Entity):
    """A vote by proxy: who gave it, who held it."""

    giver: Slug
    holder: Slug


@frozen
class Role(Entity):
    """What a member did at the sitting, beside voting."""

    member: Slug
    role: RoleName


@frozen
class Interest(Entity):
    """An interest that a member declared in a beneficiary; never inferred."""

    id: Slug
    member: Slug
    beneficiary: Slug
    nature: InterestNature | None = None
