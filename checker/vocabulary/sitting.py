"""The sitting, its vote, its members and their interests."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import INTERESTS, MINUTES


@kind("sitting", "séance", "sitting")
@frozen(eq=False, repr=False)
class Sitting(Fact):
    """The sitting: head counts when the item was put to the vote."""

    in_office: int | None = holds(
        Type.INT, "membres en exercice", "members in office", document=MINUTES
    )
    present: int | None = holds(Type.INT, "membres présents", "members present", document=MINUTES)
    represented: int | None = holds(
        Type.INT, "membres représentés", "members represented", document=MINUTES
    )
    attendance_given: bool | None = holds(
        Type.FLAG, "effectifs de séance mentionnés", "attendance stated"
    )
    absent: int | None = holds(Type.INT, "membres absents mentionnés", "members absent as stated")
    counted_base: int | None = holds(
        Type.INT,
        "effectif servant de base au quorum",
        "membership that the quorum rests on",
        document=MINUTES,
    )
    quorum_base: int | None = holds(
        Type.INT,
        "effectif retenu pour le quorum",
        "membership the quorum was counted on",
        document=MINUTES,
    )
    convened_on: datetime.date | None = holds(
        Type.DATE, "date de convocation", "date of the notice", document=MINUTES
    )
    urgent: bool | None = holds(
        Type.FLAG, "convocation d'urgence", "urgent notice", document=MINUTES
    )


@kind("vote", "vote", "vote")
@frozen(eq=False, repr=False)
class Vote(Fact):
    """The result of the vote and its counts."""

    result: str | None = holds(
        Type.TEXT, "résultat du vote", "result of the vote", choices=case.VoteResult
    )
    unanimous: bool | None = holds(Type.FLAG, "unanimité énoncée", "stated as unanimous")
    voters: int | None = holds(Type.INT, "votants", "voters", document=MINUTES)
    ayes: int | None = holds(Type.INT, "voix pour", "votes for", document=MINUTES)
    noes: int | None = holds(Type.INT, "voix contre", "votes against", document=MINUTES)
    stated_noes: int | None = holds(Type.INT, "voix contre mentionnées", "votes against as stated")
    counts_given: bool | None = holds(
        Type.FLAG, "décompte des voix mentionné", "count of votes stated"
    )
    abstained: int | None = holds(Type.INT, "abstentions", "abstentions", document=MINUTES)
    blank: int | None = holds(Type.INT, "votes blancs ou nuls", "blank or spoilt votes")
    block: bool | None = holds(
        Type.FLAG,
        "vote groupé de plusieurs affaires",
        "one vote for several items",
        document=MINUTES,
    )
    separate_requested: bool | None = holds(
        Type.FLAG, "vote séparé demandé", "separate vote requested", document=MINUTES
    )


@kind("member", "élu", "member", shown="name")
@frozen(eq=False, repr=False)
class Member(Fact):
    """An elected member."""

    name: str | None = holds(Type.TEXT, "nom", "name")


@kind(
    "non_participant",
    "membre n'ayant pas pris part au vote",
    "member not taking part",
    shown="name",
)
@frozen(eq=False, repr=False)
class NonParticipant(Fact):
    """A member recorded as taking no part."""

    member: str | None = holds(Type.ID, "élu", "member", of="member")
    name: str | None = holds(Type.TEXT, "nom", "name")
    normal_name: str | None = holds(Type.TEXT, "nom normalisé", "normalised name")
    reason: str | None = holds(Type.TEXT, "motif énoncé", "stated reason")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")


@kind("participant", "membre présent", "member present", shown="member", open_until=MINUTES)
@frozen(eq=False, repr=False)
class Participant(Fact):
    """A member on the attendance list."""

    member: str | None = holds(Type.ID, "élu", "member", of="member")
    voted: bool | None = holds(Type.FLAG, "vote exprimé", "vote cast", document=MINUTES)


@kind("proxy", "pouvoir", "proxy", shown="giver", open_until=MINUTES)
@frozen(eq=False, repr=False)
class Proxy(Fact):
    """A vote by proxy."""

    giver: str | None = holds(Type.ID, "mandant", "giver", of="member")
    holder: str | None = holds(Type.ID, "mandataire", "holder", of="member")
    first_of_holder: bool | None = holds(
        Type.FLAG, "premier pouvoir du mandataire", "first proxy of its holder"
    )
    holder_out: bool | None = holds(
        Type.FLAG, "mandataire n'ayant pas pris part au vote", "holder recorded as taking no part"
    )


@kind(
    "role", "fonction exercée en séance", "role at the sitting", shown="member", open_until=MINUTES
)
@frozen(eq=False, repr=False)
class Role(Fact):
    """What a member did at the sitting, beside voting."""

    member: str | None = holds(Type.ID, "élu", "member", of="member")
    role: str | None = holds(Type.TEXT, "fonction", "role", choices=case.RoleName)


@kind("interest", "intérêt déclaré", "declared interest", shown="member", open_until=INTERESTS)
@frozen(eq=False, repr=False)
class Interest(Fact):
    """An interest that a member declared; never inferred."""

    member: str | None = holds(Type.ID, "élu", "member", of="member")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    nature: str | None = holds(
        Type.TEXT,
        "nature de l'intérêt",
        "nature of the interest",
        choices=case.InterestNature,
        document=INTERESTS,
    )
    by_law: bool | None = holds(
        Type.FLAG, "désignation en application de la loi relevée", "noted as appointed by law"
    )
