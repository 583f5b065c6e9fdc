"""What makes the act enforceable, and what is published of it."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import (
    BUDGET_ANNEX,
    NEXT_SITTING,
    PUBLICITY,
    PUBLISHED_DATA,
    RECEIPT,
)


@kind("enforcement", "mesures rendant l'acte exécutoire", "what makes the act enforceable")
@frozen(eq=False, repr=False)
class Enforcement(Fact):
    """Signature, transmission, publication and what follows."""

    signed_by_chair: bool | None = holds(
        Type.FLAG, "signature du président de séance", "signature of the chair"
    )
    signed_by_secretary: bool | None = holds(
        Type.FLAG, "signature du secrétaire de séance", "signature of the secretary"
    )
    sent_on: datetime.date | None = holds(
        Type.DATE, "date de transmission", "date of transmission", document=RECEIPT
    )
    receipt: str | None = holds(
        Type.TEXT,
        "identifiant de l'accusé de réception",
        "identifier of the receipt",
        document=RECEIPT,
    )
    receipt_on: datetime.date | None = holds(
        Type.DATE, "date de l'accusé de réception", "date of the receipt", document=RECEIPT
    )
    published_on: datetime.date | None = holds(
        Type.DATE, "date de publication", "date of publication", document=PUBLICITY
    )
    publication_means: str | None = holds(
        Type.TEXT,
        "mode de publication",
        "means of publication",
        document=PUBLICITY,
        choices=case.PublicationMeans,
    )
    notified_on: datetime.date | None = holds(
        Type.DATE, "date de notification", "date of notification", document=PUBLICITY
    )
    reported_on: datetime.date | None = holds(
        Type.DATE, "compte rendu à l'assemblée", "report to the assembly", document=NEXT_SITTING
    )
    next_sitting_on: datetime.date | None = holds(
        Type.DATE,
        "séance suivante de l'assemblée",
        "next sitting of the assembly",
        document=NEXT_SITTING,
    )
    list_published_on: datetime.date | None = holds(
        Type.DATE,
        "publication de la liste des délibérations",
        "publication of the list of deliberations",
        document=PUBLICITY,
    )
    minutes_adopted_on: datetime.date | None = holds(
        Type.DATE, "approbation du procès-verbal", "approval of the minutes", document=NEXT_SITTING
    )
    minutes_published_on: datetime.date | None = holds(
        Type.DATE, "publication du procès-verbal", "publication of the minutes", document=PUBLICITY
    )
    actes_nature: int | None = holds(
        Type.INT,
        "nature transmise (code @ctes)",
        "nature as transmitted (@ctes code)",
        document=RECEIPT,
    )
    matter_code: str | None = holds(
        Type.TEXT,
        "matière transmise (code @ctes)",
        "matter as transmitted (@ctes code)",
        document=RECEIPT,
    )
    matter_group: str | None = holds(
        Type.TEXT,
        "groupe de la matière transmise",
        "group of the matter as transmitted",
        document=RECEIPT,
    )
    number_sound: bool | None = holds(
        Type.FLAG, "numéro d'acte recevable par @ctes", "act number acceptable to @ctes"
    )
    budget_annexed: bool | None = holds(
        Type.FLAG,
        "inscription à l'annexe budgétaire",
        "listing in the budget annex",
        document=BUDGET_ANNEX,
    )
    annual_list_published: bool | None = holds(
        Type.FLAG,
        "liste annuelle des concours publiée",
        "yearly list of grants published",
        document=BUDGET_ANNEX,
    )


@kind(
    "publication",
    "donnée essentielle publiée",
    "published essential data",
    shown="name",
    open_until=PUBLISHED_DATA,
)
@frozen(eq=False, repr=False)
class Publication(Fact):
    """A row of the published essential data of grants."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    published_on: datetime.date | None = holds(
        Type.DATE, "date de publication", "date of publication", document=PUBLISHED_DATA
    )
    complete: bool | None = holds(
        Type.FLAG,
        "champs obligatoires renseignés",
        "required fields filled in",
        document=PUBLISHED_DATA,
    )
    grantor_name: str | None = holds(
        Type.TEXT, "nom de l'attribuant", "name of the grantor", document=PUBLISHED_DATA
    )
    grantor_siret: str | None = holds(
        Type.TEXT, "SIRET de l'attribuant", "SIRET of the grantor", document=PUBLISHED_DATA
    )
    agreement_on: datetime.date | None = holds(
        Type.DATE, "date de la convention", "date of the agreement", document=PUBLISHED_DATA
    )
    name: str | None = holds(
        Type.TEXT, "nom du bénéficiaire", "name of the beneficiary", document=PUBLISHED_DATA
    )
    siret: str | None = holds(
        Type.TEXT, "SIRET du bénéficiaire", "SIRET of the beneficiary", document=PUBLISHED_DATA
    )
    siret_sound: bool | None = holds(
        Type.FLAG, "SIRET bien formé", "SIRET well formed", document=PUBLISHED_DATA
    )
    object: str | None = holds(
        Type.TEXT, "objet publié", "object published", document=PUBLISHED_DATA
    )
    object_length: int | None = holds(
        Type.INT,
        "longueur de l'objet (caractères)",
        "length of the object (characters)",
        document=PUBLISHED_DATA,
    )
    amount: int | None = holds(
        Type.MONEY, "montant publié", "amount published", document=PUBLISHED_DATA
    )
    nature: str | None = holds(
        Type.TEXT, "nature publiée", "nature published", document=PUBLISHED_DATA
    )
    terms: str | None = holds(
        Type.TEXT,
        "conditions de versement publiées",
        "payment terms published",
        document=PUBLISHED_DATA,
    )
    percent: int | None = holds(
        Type.PERCENT,
        "part publiée",
        "share published",
        document=PUBLISHED_DATA,
    )
    eu_notified: bool | None = holds(
        Type.FLAG,
        "notification à la Commission européenne",
        "notified to the European Commission",
        document=PUBLISHED_DATA,
    )
