"""The case: what a deliberation says, as its reader noted it.

One class per thing of the domain. A value that is not there is `None`: missing, never zero,
empty or "no". Lists are tuples; an omitted list is empty, and `whole` and `open` say what is
known of its extent. Amounts are integer cents, dates are dates, identifiers are slugs.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal, NewType

from attrs import field, frozen

Cents = NewType("Cents", int)
"""An amount of zero or more, in cents; in the file a string of euros (`"40000.00"`)."""
SignedCents = NewType("SignedCents", int)
"""An amount that may be negative, in cents."""
Slug = NewType("Slug", str)
"""An identifier: lower-case letters, digits and hyphens."""
Count = NewType("Count", int)
"""A number of things: zero or more."""

Status = Literal["read", "ambiguous", "confirmed", "corrected", "added", "dismissed"]
Category = Literal[
    "commune",
    "cc",
    "ca",
    "cu",
    "metropole",
    "metropole_lyon",
    "departement",
    "region",
    "ctu",
    "syndicat",
]
Organ = Literal["conseil", "bureau", "commission_permanente", "president", "maire"]
ActType = Literal["deliberation", "decision", "arrete"]
Stage = Literal["draft", "adopted", "transmitted"]
LegalForm = Literal[
    "association",
    "fondation",
    "gip",
    "societe",
    "cooperative",
    "commune",
    "epci",
    "etablissement_public",
    "personne_physique",
    "autre",
]
MentionForm = Literal["full", "short", "acronym", "legal"]
LabelSection = Literal["description", "amounts"]
TotalOf = Literal["recital", "operative", "charged"]
VoteResult = Literal["adopted", "rejected"]
BudgetSection = Literal["fonctionnement", "investissement"]
CitationKind = Literal[
    "code", "loi", "decret", "deliberation", "delegation", "budget", "ue", "autre"
]
Reference = Literal["awards", "group", "measure", "actions", "posts"]


@frozen
class Provenance:
    """Where a value was read.

    Args:
        span: Character offsets, start included and end excluded, into the exact text of the
            document.
        quote: Those characters, line breaks folded to one space.
        document: Identifier of the document; the first one of the case when left out.
        page: 1-based page, where the document has pages.
        status: How far the reading is settled; left out in hand-written cases.
        readings: For an ambiguous value, the values it could have, as they are written in a
            case file.
    """

    span: tuple[Count, Count] | None = None
    quote: str | None = None
    document: Slug | None = None
    page: Count | None = None
    status: Status | None = None
    readings: tuple[str, ...] = ()


@frozen
class Entity:
    """Anything of a case whose values may say where they were read.

    Args:
        evidence: Provenance by the name of the value it supports.
    """

    evidence: Mapping[str, Provenance] = field(factory=dict, kw_only=True)


@frozen
class Document:
    """A document that the case was drawn from; `sha256` is that of its bytes."""

    id: Slug
    name: str
    sha256: str | None = None


@frozen
class Body(Entity):
    """The authority that decides (collectivité ou établissement)."""

    name: str
    category: Category
    acronym: str | None = None
    siren: str | None = None
    population: Count | None = None
    alsace_moselle: bool | None = None


@frozen
class Act(Entity):
    """The deliberation itself.

    Args:
        year: Financial year of the grants (exercice).
        title_year, recital_year, operative_year: The year that each of these parts states.
        budget_vote: Whether the same act adopts the budget.
    """

    number: str | None = None
    date: datetime.date | None = None
    weekday: str | None = None
    title: str | None = None
    type: ActType | None = None
    organ: Organ | None = None
    stage: Stage | None = None
    year: Count | None = None
    title_year: Count | None = None
    recital_year: Count | None = None
    operative_year: Count | None = None
    budget_vote: bool | None = None


@frozen
class Sitting(Entity):
    """The sitting (séance): head counts when the item was put to the vote."""

    in_office: Count | None = None
    present: Count | None = None
    represented: Count | None = None
    convened_on: datetime.date | None = None
    chair: str | None = None
    secretary: str | None = None


@frozen
class Citation(Entity):
    """A text that the act cites, in its visas or elsewhere."""

    id: Slug
    kind: CitationKind
    section: str
    number: str | None = None
    article: str | None = None
    date: datetime.date | None = None
    organ: Organ | None = None
    object: str | None = None


@frozen
class Beneficiary(Entity):
    """A body that receives money.

    Args:
        name: Official name, as the operative part prints it.
        groups: Groups the act counts it in (« les sept maisons de l'emploi »).
        private_law: Whether it is a body of private law; derived from `legal_form` when left out.
    """

    id: Slug
    name: str
    legal_form: LegalForm | None = None
    private_law: bool | None = None
    groups: tuple[Slug, ...] = ()
    siren: str | None = None
    siret: str | None = None
    rna: str | None = None


@frozen
class Mention(Entity):
    """One place where the act names a beneficiary.

    Args:
        surface: The words, as printed.
        form: `full` and `short` names must agree; acronyms and developed (`legal`) names are
            other names of the same body.
        roll: The list of beneficiaries the mention belongs to, if any.
    """

    id: Slug
    beneficiary: Slug | None
    section: str
    surface: str
    form: MentionForm | None = None
    roll: Slug | None = None
    legal_form_word: str | None = None


@frozen
class Roll(Entity):
    """A part of the act that lists every beneficiary (motifs, synthèse, dispositif…)."""

    id: Slug
    name: str


@frozen
class Measure(Entity):
    """A measure (axe) of the programme; `uniform_amount` is promised to each beneficiary."""

    id: Slug
    title: str
    number: str | None = None
    uniform_amount: Cents | None = None
    criterion: str | None = None


@frozen
class Component(Entity):
    """A part of a line: what it pays for, and how much where the act says so."""

    id: Slug
    label: str
    amount: Cents | None = None
    post: str | None = None
    units: Count | None = None


@frozen
class MeasureLine(Entity):
    """What one measure gives to one beneficiary.

    Args:
        implied: The act states it through the measure's uniform amount, not by a line.
        post: The kind of post paid for, or the bundle of posts.
        units: How many of them.
        reason: Why the amount differs, in the act's words.
        announced_change: Difference from the year before that the act announces.
        prior_amount: Amount of the year before, known from elsewhere.
    """

    id: Slug
    measure: Slug | None
    beneficiary: Slug | None
    amount: Cents | None = None
    implied: bool = False
    post: str | None = None
    units: Count | None = None
    reason: str | None = None
    components: tuple[Component, ...] = ()
    announced_change: SignedCents | None = None
    prior_amount: Cents | None = None


@frozen
class ActionLabel(Entity):
    """The name of a subsidised action, in the description or beside an amount.

    Args:
        priced: Whether an amount stands with this label.
        short_of: The full label that this one openly shortens, as printed elsewhere.
    """

    id: Slug
    section: LabelSection
    beneficiary: Slug | None
    measure: Slug | None
    text: str
    priced: bool = False
    short_of: str | None = None


@frozen
class Figure(Entity):
    """A result of a past year or a target for the coming one."""

    id: Slug
    beneficiary: Slug | None
    measure: Slug | None
    year: Count
    indicator: str
    value: Count | None = None


@frozen
class Counted:
    """What a number announced in words counts; the other keys depend on `of`."""

    of: Reference
    group: Slug | None = None
    measure: Slug | None = None
    beneficiary: Slug | None = None
    line: Slug | None = None


@frozen
class CountPhrase(Entity):
    """A number the act announces (« les huit structures ») and what it counts.

    Args:
        counts: The list counted; left out where a reader must decide.
    """

    id: Slug
    surface: str
    value: Count
    counts: Counted | None = None


@frozen
class SummaryLine(Entity):
    """A beneficiary's total in the summary of the reasons (synthèse)."""

    id: Slug
    beneficiary: Slug | None
    amount: Cents | None = None


@frozen
class StatedTotal(Entity):
    """A grand total the act prints.

    Args:
        of: `recital` sums the summary, `operative` the awards; `charged` is put to the budget.
        decision: The decision it belongs to, where the act takes several.
        tax_label: « TTC », « HT », as printed.
    """

    id: Slug
    of: TotalOf
    amount: Cents | None = None
    decision: Slug = Slug("decision")
    tax_label: str | None = None


@frozen
class Award(Entity):
    """What the operative part grants to one beneficiary."""

    id: Slug
    beneficiary: Slug | None
    amount: Cents | None = None
    decision: Slug = Slug("decision")
    object: str | None = None
    conditional: bool | None = None
    de_minimis: bool | None = None


@frozen
class Agreement(Entity):
    """An agreement (convention) that the act authorises, with the bodies it binds."""

    id: Slug
    beneficiaries: tuple[Slug, ...]
    wording: str | None = None
    signatory: str | None = None


@frozen
class Charge(Entity):
    """The budget heading (imputation)."""

    id: Slug
    budget: str | None = None
    section: BudgetSection | None = None
    chapter: str | None = None
    account: str | None = None
    function: str | None = None


@frozen
class Article(Entity):
    """An article of the operative part."""

    id: Slug
    number: str
    subject: str


@frozen
class Vote(Entity):
    """The result of the vote and its counts."""

    result: VoteResult | None = None
    unanimous: bool | None = None
    voters: Count | None = None
    ayes: Count | None = None
    noes: Count | None = None
    abstained: Count | None = None
    blank: Count | None = None


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
class Interest(Entity):
    """An interest that a member declared in a beneficiary; never inferred."""

    id: Slug
    member: Slug
    beneficiary: Slug
    nature: str | None = None


@frozen
class Grant(Entity):
    """Another grant of the same body to a beneficiary, outside this act."""

    id: Slug
    beneficiary: Slug
    year: Count
    amount: Cents | None = None


@frozen
class Aid(Entity):
    """Earlier aid to a beneficiary, from any public body, declared or on a register."""

    id: Slug
    beneficiary: Slug
    amount: Cents | None = None
    date: datetime.date | None = None
    de_minimis: bool | None = None


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
    whole: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
