"""The vocabulary: the kinds of fact that rules may speak of, one attrs class each.

Facts hold plain values and `None` for what is missing. `checker.facts` states them from a case.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from attrs import frozen

from checker import case
from checker.kinds import KINDS, Fact, Kind, Type, holds, kind
from checker.words import Words

MINUTES = Words("procès-verbal de la séance", "minutes of the sitting")
STATUTES = Words("statuts du bénéficiaire", "articles of association of the beneficiary")
INTERESTS = Words(
    "registre des déports et déclarations d'intérêts", "register of recusals and interests"
)
AGREEMENT = Words("convention ou projet de convention", "agreement or draft agreement")
DE_MINIMIS = Words(
    "déclaration d'aides de minimis du bénéficiaire", "de minimis declaration of the beneficiary"
)
YEAR_GRANTS = Words(
    "état des subventions de l'exercice, par bénéficiaire", "year's grants by beneficiary"
)
PRIOR_ACT = Words("délibération de l'exercice précédent", "deliberation of the year before")
BODY_REGISTER = Words("fiche de la collectivité (Insee)", "register entry of the authority")


@kind("act", "acte", "act", shown="number")
@frozen(eq=False)
class Act(Fact):
    """The deliberation; always there, once, and named `act` in every rule."""

    number: str | None = holds(Type.TEXT, "numéro de l'acte", "number of the act")
    date: datetime.date | None = holds(Type.DATE, "date de l'acte", "date of the act")
    organ: str | None = holds(Type.TEXT, "organe", "organ", choices=case.Organ)
    type: str | None = holds(Type.TEXT, "nature de l'acte", "type of act", choices=case.ActType)
    stage: str | None = holds(Type.TEXT, "état de l'acte", "stage of the act", choices=case.Stage)
    year: int | None = holds(Type.INT, "exercice", "financial year")
    stated_weekday: str | None = holds(Type.TEXT, "jour énoncé", "weekday stated")
    weekday: str | None = holds(Type.TEXT, "jour de la date", "weekday of the date")
    number_year: int | None = holds(Type.INT, "année du numéro", "year in the number")
    date_year: int | None = holds(Type.INT, "année de la date", "year of the date")
    title_year: int | None = holds(Type.INT, "exercice du titre", "year in the title")
    recital_year: int | None = holds(Type.INT, "exercice des motifs", "year in the reasons")
    operative_year: int | None = holds(
        Type.INT, "exercice du dispositif", "year in the operative part"
    )
    is_budget_vote: bool | None = holds(
        Type.FLAG, "vote du budget par le même acte", "budget adopted by the same act"
    )
    category: str | None = holds(
        Type.TEXT, "catégorie de collectivité", "category of authority", choices=case.Category
    )
    population: int | None = holds(Type.INT, "population", "population", document=BODY_REGISTER)
    alsace_moselle: bool | None = holds(
        Type.FLAG, "situation en Alsace-Moselle", "in Alsace-Moselle", document=BODY_REGISTER
    )


@kind("beneficiary", "bénéficiaire", "beneficiary", shown="name")
@frozen(eq=False)
class Beneficiary(Fact):
    """A body that receives money."""

    name: str | None = holds(Type.TEXT, "nom", "name")
    legal_form: str | None = holds(
        Type.TEXT, "forme juridique", "legal form", choices=case.LegalForm
    )
    siren: str | None = holds(Type.TEXT, "numéro SIREN", "SIREN number")
    siret: str | None = holds(Type.TEXT, "numéro SIRET", "SIRET number")
    siren_of_siret: str | None = holds(
        Type.TEXT, "SIREN contenu dans le SIRET", "SIREN inside the SIRET"
    )
    siren_sound: bool | None = holds(Type.FLAG, "clé du SIREN exacte", "SIREN key right")
    siret_sound: bool | None = holds(Type.FLAG, "clé du SIRET exacte", "SIRET key right")
    rna: str | None = holds(Type.TEXT, "numéro RNA", "RNA number")
    rna_sound: bool | None = holds(Type.FLAG, "numéro RNA bien formé", "RNA number well formed")
    private_law: bool | None = holds(
        Type.FLAG, "statut de droit privé", "private-law status", document=STATUTES
    )
    operative_name: str | None = holds(
        Type.TEXT, "nom imprimé au dispositif", "name printed in the operative part"
    )
    accepted_name: str | None = holds(Type.TEXT, "nom au dispositif", "name in the operative part")


@kind("roll", "liste de bénéficiaires", "list of beneficiaries", shown="name")
@frozen(eq=False)
class Roll(Fact):
    """A part of the act that lists the beneficiaries."""

    name: str | None = holds(Type.TEXT, "partie de l'acte", "part of the act")


@kind("enrolled", "inscription", "entry on a list")
@frozen(eq=False)
class Enrolled(Fact):
    """A beneficiary's place on a roll; the beneficiary is missing where no one can say who."""

    roll: str | None = holds(Type.ID, "liste", "list", of="roll")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")


@kind("mention", "mention d'un bénéficiaire", "mention of a beneficiary", shown="surface")
@frozen(eq=False)
class Mention(Fact):
    """A place where the act names a beneficiary."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    section: str | None = holds(Type.TEXT, "partie de l'acte", "part of the act")
    surface: str | None = holds(Type.TEXT, "nom imprimé", "name as printed")
    form: str | None = holds(
        Type.TEXT, "forme du nom", "form of the name", choices=case.MentionForm
    )
    normal_name: str | None = holds(Type.TEXT, "nom normalisé", "normalised name")


@kind("measure", "axe", "measure", shown="title")
@frozen(eq=False)
class Measure(Fact):
    """A measure of the programme."""

    title: str | None = holds(Type.TEXT, "intitulé", "title")
    uniform_amount: int | None = holds(
        Type.MONEY, "montant uniforme annoncé", "announced uniform amount"
    )


@kind("measure_line", "ligne", "line", shown="beneficiary")
@frozen(eq=False)
class MeasureLine(Fact):
    """What one measure gives to one beneficiary; `unit_amount` is an exact fraction."""

    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    amount: int | None = holds(Type.MONEY, "montant de la ligne", "amount of the line")
    implied: bool | None = holds(Type.FLAG, "ligne implicite", "implied line")
    post: str | None = holds(Type.TEXT, "poste financé", "post paid for")
    units: int | None = holds(Type.INT, "nombre de postes", "number of posts")
    unit_amount: str | None = holds(Type.TEXT, "montant par poste", "amount per post")
    reason: str | None = holds(Type.TEXT, "motif énoncé", "stated reason")
    announced_change: int | None = holds(Type.SIGNED, "évolution annoncée", "announced change")
    prior_amount: int | None = holds(
        Type.MONEY,
        "montant de l'exercice précédent",
        "amount of the year before",
        document=PRIOR_ACT,
    )


@kind("component", "composante", "component", shown="label")
@frozen(eq=False)
class Component(Fact):
    """A part of a line."""

    line: str | None = holds(Type.ID, "ligne", "line", of="measure_line")
    label: str | None = holds(Type.TEXT, "libellé", "label")
    amount: int | None = holds(Type.MONEY, "montant de la composante", "amount of the component")


@kind("funded_post", "poste financé", "post paid for", shown="beneficiary")
@frozen(eq=False)
class FundedPost(Fact):
    """A kind of post that a line, or a component of it, pays for."""

    line: str | None = holds(Type.ID, "ligne", "line", of="measure_line")
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    post: str | None = holds(Type.TEXT, "poste", "post")
    units: int | None = holds(Type.INT, "nombre de postes", "number of posts")
    amount: int | None = holds(Type.MONEY, "montant du poste", "amount for the post")
    reason: str | None = holds(Type.TEXT, "motif énoncé", "stated reason")


@kind("action_label", "libellé d'action", "action label", shown="text")
@frozen(eq=False)
class ActionLabel(Fact):
    """The name of a subsidised action."""

    section: str | None = holds(
        Type.TEXT, "partie de l'acte", "part of the act", choices=case.LabelSection
    )
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    text: str | None = holds(Type.TEXT, "libellé", "label")
    normal_text: str | None = holds(Type.TEXT, "libellé normalisé", "normalised label")
    short_of: str | None = holds(Type.TEXT, "libellé complet abrégé", "full label it shortens")
    priced: bool | None = holds(Type.FLAG, "libellé assorti d'un montant", "label with an amount")


@kind("count_phrase", "effectif annoncé", "announced count", shown="surface")
@frozen(eq=False)
class CountPhrase(Fact):
    """A number announced in words; `enumeration` is what it counts."""

    surface: str | None = holds(Type.TEXT, "expression", "phrase")
    value: int | None = holds(Type.INT, "effectif annoncé", "announced number")
    enumeration: str | None = holds(Type.ID, "liste dénombrée", "list counted")


@kind("enumerated", "élément dénombré", "item counted")
@frozen(eq=False)
class Enumerated(Fact):
    """One item of a list that a phrase may count."""

    enumeration: str | None = holds(Type.ID, "liste dénombrée", "list counted")
    item: str | None = holds(Type.ID, "élément", "item")


@kind("summary_line", "total d'un bénéficiaire", "beneficiary total", shown="beneficiary")
@frozen(eq=False)
class SummaryLine(Fact):
    """A beneficiary's total in the summary of the reasons."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    amount: int | None = holds(Type.MONEY, "total du bénéficiaire", "beneficiary total")


@kind("stated_total", "total énoncé", "stated total")
@frozen(eq=False)
class StatedTotal(Fact):
    """A grand total the act prints."""

    of: str | None = holds(Type.TEXT, "objet du total", "what is totalled", choices=case.TotalOf)
    decision: str | None = holds(Type.TEXT, "décision", "decision")
    amount: int | None = holds(Type.MONEY, "total énoncé", "stated total")
    tax_label: str | None = holds(Type.TEXT, "mention de taxe", "tax label")


@kind("award", "attribution", "award", shown="beneficiary")
@frozen(eq=False)
class Award(Fact):
    """What the operative part grants to one beneficiary."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    decision: str | None = holds(Type.TEXT, "décision", "decision")
    amount: int | None = holds(Type.MONEY, "montant attribué", "amount awarded")
    conditional: bool | None = holds(
        Type.FLAG,
        "octroi assorti de conditions",
        "award subject to conditions",
        document=AGREEMENT,
    )
    de_minimis: bool | None = holds(
        Type.FLAG,
        "octroi au titre des aides de minimis",
        "granted as de minimis aid",
        document=DE_MINIMIS,
    )


@kind("agreement", "convention", "agreement", shown="beneficiary")
@frozen(eq=False)
class Agreement(Fact):
    """An agreement with one beneficiary that the act authorises."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    signatory: str | None = holds(Type.TEXT, "signataire", "signatory")


@kind("citation", "texte cité", "text cited", shown="number")
@frozen(eq=False)
class Citation(Fact):
    """A text that the act cites."""

    nature: str | None = holds(
        Type.TEXT, "nature du texte", "kind of text", choices=case.CitationKind
    )
    section: str | None = holds(Type.TEXT, "partie de l'acte", "part of the act")
    number: str | None = holds(Type.TEXT, "numéro", "number")
    date: datetime.date | None = holds(Type.DATE, "date du texte", "date of the text")


@kind("charge", "imputation budgétaire", "budget charge")
@frozen(eq=False)
class Charge(Fact):
    """The budget heading that the act names."""

    budget: str | None = holds(Type.TEXT, "budget", "budget")
    section: str | None = holds(Type.TEXT, "section", "section", choices=case.BudgetSection)
    chapter: str | None = holds(Type.TEXT, "chapitre", "chapter")
    account: str | None = holds(Type.TEXT, "article ou compte", "account")


@kind(
    "grant",
    "subvention de l'exercice",
    "grant of the year",
    shown="beneficiary",
    open_until=YEAR_GRANTS,
)
@frozen(eq=False)
class Grant(Fact):
    """A grant of the body to a beneficiary: this act's awards, and others where known."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    year: int | None = holds(Type.INT, "exercice", "financial year", document=YEAR_GRANTS)
    amount: int | None = holds(
        Type.MONEY, "montant de la subvention", "amount of the grant", document=YEAR_GRANTS
    )


@kind("aid", "aide antérieure", "earlier aid", shown="beneficiary", open_until=DE_MINIMIS)
@frozen(eq=False)
class Aid(Fact):
    """Earlier aid to a beneficiary from any public body."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    amount: int | None = holds(
        Type.MONEY, "montant de l'aide", "amount of the aid", document=DE_MINIMIS
    )
    date: datetime.date | None = holds(
        Type.DATE, "date d'octroi", "date granted", document=DE_MINIMIS
    )
    de_minimis: bool | None = holds(
        Type.FLAG, "aide de minimis", "de minimis aid", document=DE_MINIMIS
    )


@kind("sitting", "séance", "sitting")
@frozen(eq=False)
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


@kind("vote", "vote", "vote")
@frozen(eq=False)
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


@kind(
    "non_participant",
    "membre n'ayant pas pris part au vote",
    "member not taking part",
    shown="name",
)
@frozen(eq=False)
class NonParticipant(Fact):
    """A member recorded as taking no part."""

    member: str | None = holds(Type.ID, "élu", "member", of="member")
    name: str | None = holds(Type.TEXT, "nom", "name")
    normal_name: str | None = holds(Type.TEXT, "nom normalisé", "normalised name")
    reason: str | None = holds(Type.TEXT, "motif énoncé", "stated reason")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")


@kind("member", "élu", "member", shown="name")
@frozen(eq=False)
class Member(Fact):
    """An elected member."""

    name: str | None = holds(Type.TEXT, "nom", "name")


@kind("participant", "membre présent", "member present", shown="member", open_until=MINUTES)
@frozen(eq=False)
class Participant(Fact):
    """A member on the attendance list."""

    member: str | None = holds(Type.ID, "élu", "member", of="member")
    voted: bool | None = holds(Type.FLAG, "vote exprimé", "vote cast", document=MINUTES)


@kind("interest", "intérêt déclaré", "declared interest", shown="member", open_until=INTERESTS)
@frozen(eq=False)
class Interest(Fact):
    """An interest that a member declared; never inferred."""

    member: str | None = holds(Type.ID, "élu", "member", of="member")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")


@kind("transcription", "valeur transcrite", "transcribed value", shown="what")
@frozen(eq=False)
class Transcription(Fact):
    """An amount of the case beside the figures printed in the passage it cites."""

    what: str | None = holds(Type.TEXT, "valeur", "value")
    amount: int | None = holds(Type.MONEY, "montant du dossier", "amount in the case")
    printed: int | None = holds(Type.MONEY, "montant imprimé", "amount printed")


def vocabulary() -> Mapping[str, Kind]:
    """All kinds by name."""
    return KINDS
