"""The act, what it cites and what its wording shows."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import BODY_REGISTER, RENEWAL


@kind("act", "acte", "act", shown="number")
@frozen(eq=False, repr=False)
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
        Type.TEXT,
        "catégorie de collectivité",
        "category of authority",
        document=BODY_REGISTER,
        choices=case.Category,
    )
    population: int | None = holds(Type.INT, "population", "population", document=BODY_REGISTER)
    alsace_moselle: bool | None = holds(
        Type.FLAG, "situation en Alsace-Moselle", "in Alsace-Moselle", document=BODY_REGISTER
    )
    author: str | None = holds(
        Type.TEXT, "autorité nommée par l'acte", "authority named by the act"
    )
    competence_basis: str | None = holds(
        Type.TEXT, "fondement de compétence énoncé", "stated basis of competence"
    )
    local_interest: str | None = holds(
        Type.TEXT, "intérêt public local énoncé", "stated local public interest"
    )
    assembly_renewed_on: datetime.date | None = holds(
        Type.DATE, "installation de l'assemblée", "first sitting of the assembly", document=RENEWAL
    )


@kind("citation", "texte cité", "text cited", shown="number")
@frozen(eq=False, repr=False)
class Citation(Fact):
    """A text that the act cites."""

    nature: str | None = holds(
        Type.TEXT, "nature du texte", "kind of text", choices=case.CitationKind
    )
    section: str | None = holds(Type.TEXT, "partie de l'acte", "part of the act")
    number: str | None = holds(Type.TEXT, "numéro", "number")
    date: datetime.date | None = holds(Type.DATE, "date du texte", "date of the text")
    article: str | None = holds(Type.TEXT, "article cité", "article cited")
    code: str | None = holds(Type.TEXT, "code cité", "code cited")
    text_key: str | None = holds(
        Type.TEXT, "texte cité, sous sa forme normalisée", "text cited, normalised"
    )


@kind("operative", "dispositif", "operative part")
@frozen(eq=False, repr=False)
class Operative(Fact):
    """What the operative part says beside the awards."""

    award_number: str | None = holds(
        Type.TEXT,
        "nombre grammatical de la subvention",
        "grammatical number of the grant",
        choices=case.GrammaticalNumber,
    )
    payment_terms: str | None = holds(
        Type.TEXT, "modalités de versement énoncées", "stated payment terms"
    )
    financial_report: str | None = holds(
        Type.TEXT, "compte rendu financier énoncé", "stated financial report"
    )
    conditions_of_use: str | None = holds(
        Type.TEXT, "conditions d'utilisation énoncées", "stated conditions of use"
    )
    control: str | None = holds(Type.TEXT, "contrôle énoncé", "stated control")
    breakdown: str | None = holds(
        Type.TEXT, "répartition par axe reprise au dispositif", "split by measure taken up"
    )


@kind("annex", "annexe", "annex", shown="title")
@frozen(eq=False, repr=False)
class Annex(Fact):
    """A document annexed to the act."""

    nature: str | None = holds(
        Type.TEXT, "nature de l'annexe", "nature of the annex", choices=case.AnnexNature
    )
    title: str | None = holds(Type.TEXT, "intitulé", "title")


@kind(
    "written_amount",
    "montant en chiffres et en lettres",
    "amount in figures and words",
    shown="words",
)
@frozen(eq=False, repr=False)
class WrittenAmount(Fact):
    """An amount printed in figures and in words."""

    figures: int | None = holds(Type.MONEY, "montant en chiffres", "amount in figures")
    words: str | None = holds(Type.TEXT, "montant en lettres", "amount in words")
    in_words: int | None = holds(Type.MONEY, "valeur des lettres", "value of the words")


@kind("acronym", "sigle", "acronym", shown="surface")
@frozen(eq=False, repr=False)
class Acronym(Fact):
    """An acronym that the act uses."""

    surface: str | None = holds(Type.TEXT, "sigle", "acronym")
    expansion: str | None = holds(Type.TEXT, "développement", "expansion")


@kind(
    "scheme_mention",
    "mention d'un dispositif public",
    "mention of a public scheme",
    shown="surface",
)
@frozen(eq=False, repr=False)
class SchemeMention(Fact):
    """A public scheme or body that the act names as existing."""

    surface: str | None = holds(Type.TEXT, "nom imprimé", "name as printed")
    normal_name: str | None = holds(Type.TEXT, "nom normalisé", "normalised name")
    section: str | None = holds(Type.TEXT, "partie de l'acte", "part of the act")
    ascribed_year: int | None = holds(
        Type.INT, "année prêtée au dispositif", "year ascribed to the scheme"
    )


@kind("transcription", "valeur transcrite", "transcribed value", shown="what")
@frozen(eq=False, repr=False)
class Transcription(Fact):
    """An amount of the case beside the figures printed in the passage it cites."""

    what: str | None = holds(Type.TEXT, "valeur", "value")
    amount: int | None = holds(Type.MONEY, "montant du dossier", "amount in the case")
    printed: int | None = holds(Type.MONEY, "montant imprimé", "amount printed")
