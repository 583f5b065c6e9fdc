"""The case: what a deliberation says, as its reader noted it.

One class per thing of the domain. A value that is not there is `None`: missing, never zero,
empty or "no". Lists are tuples; an omitted list is empty, and `whole` and `open` say what is
known of its extent. Amounts are integer cents, dates are dates, identifiers are slugs.
"""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from checker.case.act import (
    Acronym,
    Act,
    ActType,
    Annex,
    AnnexNature,
    Article,
    Citation,
    CitationKind,
    GrammaticalNumber,
    Operative,
    SchemeMention,
    Stage,
    WrittenAmount,
)
from checker.case.authority import (
    Body,
    Budget,
    Category,
    Delegation,
    Envelope,
    InterventionRule,
    Organ,
)
from checker.case.decision import (
    Agreement,
    Award,
    AwardYear,
    BudgetSection,
    Charge,
    Clauses,
    EuBasis,
    Funding,
    Nomenclature,
    Payment,
    Project,
    StatedTotal,
    SummaryLine,
    TotalOf,
)
from checker.case.enforcement import Enforcement, Publication, PublicationMeans
from checker.case.history import Aid, Grant
from checker.case.parties import (
    Beneficiary,
    LegalForm,
    Mention,
    MentionForm,
    Restriction,
    Roll,
    Sector,
)
from checker.case.programme import (
    ActionLabel,
    Component,
    Counted,
    CountPhrase,
    CriterionNature,
    Figure,
    LabelSection,
    Measure,
    MeasureLine,
    Reference,
)
from checker.case.signs import (
    EconomicNature,
    EconomicSign,
    ProcurementNature,
    ProcurementSign,
    RegrantedTo,
    Regranting,
    Slip,
    SlipNature,
)
from checker.case.sitting import (
    Interest,
    InterestNature,
    Member,
    NonParticipant,
    Participant,
    Proxy,
    Role,
    RoleName,
    Sitting,
    Vote,
    VoteResult,
)
from checker.case.values import (
    Cents,
    Count,
    Document,
    Entity,
    Percent,
    Provenance,
    Reading,
    ReadingStatus,
    SignedCents,
    Slug,
    Status,
)

__all__ = [
    "Acronym",
    "Act",
    "ActType",
    "ActionLabel",
    "Agreement",
    "Aid",
    "Annex",
    "AnnexNature",
    "Article",
    "Award",
    "AwardYear",
    "Beneficiary",
    "Body",
    "Budget",
    "BudgetSection",
    "Case",
    "Category",
    "Cents",
    "Charge",
    "Citation",
    "CitationKind",
    "Clauses",
    "Component",
    "Count",
    "CountPhrase",
    "Counted",
    "CriterionNature",
    "Delegation",
    "Document",
    "EconomicNature",
    "EconomicSign",
    "Enforcement",
    "Entity",
    "Envelope",
    "EuBasis",
    "Figure",
    "Funding",
    "GrammaticalNumber",
    "Grant",
    "Interest",
    "InterestNature",
    "InterventionRule",
    "LabelSection",
    "LegalForm",
    "Measure",
    "MeasureLine",
    "Member",
    "Mention",
    "MentionForm",
    "Nomenclature",
    "NonParticipant",
    "Operative",
    "Organ",
    "Participant",
    "Payment",
    "Percent",
    "ProcurementNature",
    "ProcurementSign",
    "Project",
    "Provenance",
    "Proxy",
    "Publication",
    "PublicationMeans",
    "Reading",
    "ReadingStatus",
    "Reference",
    "RegrantedTo",
    "Regranting",
    "Restriction",
    "Role",
    "RoleName",
    "Roll",
    "SchemeMention",
    "Sector",
    "SignedCents",
    "Sitting",
    "Slip",
    "SlipNature",
    "Slug",
    "Stage",
    "StatedTotal",
    "Status",
    "SummaryLine",
    "TotalOf",
    "Vote",
    "VoteResult",
    "WrittenAmount",
]


@frozen
class Case:
    """Everything known of one deliberation.

    Args:
        schema: Version of the file format.
        policies: Policy rule sets that apply, as folders below `rulesets/policies/`.
        whole: Lists that are known to be complete although such lists usually are not.
        open: Lists that may lack something although the act usually gives them whole.
    """

    schema: Literal["deliberation-check/case/1"]
    body: Body
    act: Act
    documents: tuple[Document, ...] = ()
    policies: tuple[str, ...] = ()
    sitting: Sitting = field(factory=Sitting)
    operative: Operative = field(factory=Operative)
    budget: Budget = field(factory=Budget)
    enforcement: Enforcement = field(factory=Enforcement)
    citations: tuple[Citation, ...] = ()
    beneficiaries: tuple[Beneficiary, ...] = ()
    rolls: tuple[Roll, ...] = ()
    mentions: tuple[Mention, ...] = ()
    measures: tuple[Measure, ...] = ()
    lines: tuple[MeasureLine, ...] = ()
    actions: tuple[ActionLabel, ...] = ()
    results: tuple[Figure, ...] = ()
    targets: tuple[Figure, ...] = ()
    count_phrases: tuple[CountPhrase, ...] = ()
    summary: tuple[SummaryLine, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    awards: tuple[Award, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    charges: tuple[Charge, ...] = ()
    articles: tuple[Article, ...] = ()
    vote: Vote = field(factory=Vote)
    members: tuple[Member, ...] = ()
    non_participants: tuple[NonParticipant, ...] = ()
    participants: tuple[Participant, ...] = ()
    interests: tuple[Interest, ...] = ()
    grants: tuple[Grant, ...] = ()
    aid: tuple[Aid, ...] = ()
    written_amounts: tuple[WrittenAmount, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    annexes: tuple[Annex, ...] = ()
    scheme_mentions: tuple[SchemeMention, ...] = ()
    slips: tuple[Slip, ...] = ()
    procurement_signs: tuple[ProcurementSign, ...] = ()
    economic_signs: tuple[EconomicSign, ...] = ()
    regranting: tuple[Regranting, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    envelopes: tuple[Envelope, ...] = ()
    intervention_rules: tuple[InterventionRule, ...] = ()
    payments: tuple[Payment, ...] = ()
    projects: tuple[Project, ...] = ()
    funding: tuple[Funding, ...] = ()
    proxies: tuple[Proxy, ...] = ()
    roles: tuple[Role, ...] = ()
    publications: tuple[Publication, ...] = ()
    readings: tuple[Reading, ...] = ()
    whole: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
