"""The vocabulary: the kinds of fact that rules may speak of, one attrs class each.

Facts hold plain values and `None` for what is missing. `checker.facts` states them from a case.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.kinds import KINDS, Kind
from checker.vocabulary.act import (
    Acronym,
    Act,
    Annex,
    Citation,
    Operative,
    SchemeMention,
    Transcription,
    WrittenAmount,
)
from checker.vocabulary.authority import Budget, Delegation, Envelope, InterventionRule
from checker.vocabulary.decision import (
    Agreement,
    AgreementText,
    Award,
    AwardYear,
    Charge,
    Funding,
    Payment,
    Project,
    StatedTotal,
    SummaryLine,
)
from checker.vocabulary.enforcement import Enforcement, Publication
from checker.vocabulary.history import Aid, Grant
from checker.vocabulary.parties import Beneficiary, Enrolled, Mention, Roll
from checker.vocabulary.programme import (
    ActionLabel,
    Component,
    CountPhrase,
    Enumerated,
    FundedPost,
    LineObject,
    Measure,
    MeasureLine,
    Result,
    Target,
)
from checker.vocabulary.signs import EconomicSign, ProcurementSign, Regranting, Slip
from checker.vocabulary.sitting import (
    Interest,
    Member,
    NonParticipant,
    Participant,
    Proxy,
    Role,
    Sitting,
    Vote,
)
from checker.vocabulary.texts import KnownAccount, KnownText, KnownTextBody, Scheme

__all__ = [
    "Acronym",
    "Act",
    "ActionLabel",
    "Agreement",
    "AgreementText",
    "Aid",
    "Annex",
    "Award",
    "AwardYear",
    "Beneficiary",
    "Budget",
    "Charge",
    "Citation",
    "Component",
    "CountPhrase",
    "Delegation",
    "EconomicSign",
    "Enforcement",
    "Enrolled",
    "Enumerated",
    "Envelope",
    "FundedPost",
    "Funding",
    "Grant",
    "Interest",
    "InterventionRule",
    "KnownAccount",
    "KnownText",
    "KnownTextBody",
    "LineObject",
    "Measure",
    "MeasureLine",
    "Member",
    "Mention",
    "NonParticipant",
    "Operative",
    "Participant",
    "Payment",
    "ProcurementSign",
    "Project",
    "Proxy",
    "Publication",
    "Regranting",
    "Result",
    "Role",
    "Roll",
    "Scheme",
    "SchemeMention",
    "Sitting",
    "Slip",
    "StatedTotal",
    "SummaryLine",
    "Target",
    "Transcription",
    "Vote",
    "WrittenAmount",
    "vocabulary",
]


def vocabulary() -> Mapping[str, Kind]:
    """All kinds by name."""
    return KINDS
