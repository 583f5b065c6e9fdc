"""The words of the case file's closed lists in French, those that a report never prints too."""

from __future__ import annotations

from typing import get_args

from checker.case import Category
from checker.kinds import Attribute
from checker.report.phrases import decoded
from checker.words import listing

_CODES = {
    "code": "article de code",
    "loi": "loi",
    "decret": "décret",
    "deliberation": "délibération",
    "delegation": "délibération de délégation",
    "budget": "délibération budgétaire",
    "ue": "texte de l'Union européenne",
    "autre": "autre texte",
    "other": "autre",
    "singular": "singulier",
    "plural": "pluriel",
    "agreement_draft": "projet de convention",
    "aid_recap": "récapitulatif des aides",
    "beneficiary_table": "tableau des bénéficiaires",
    "conseil": "organe délibérant",
    "bureau": "Bureau",
    "commission_permanente": "commission permanente",
    "president": "président",
    "no_aid": "absence d'aide d'État",
    "de_minimis": "aide de minimis",
    "sgei_de_minimis": "aide de minimis SIEG",
    "sgei": "compensation de service d'intérêt économique général",
    "exempted": "aide exemptée de notification",
    "notified": "aide notifiée",
    "electronic": "publication électronique",
    "posting": "affichage",
    "paper": "publication sur papier",
    "worship": "activité cultuelle",
    "party": "parti ou groupement politique",
    "candidate": "candidat à une élection",
    "union": "organisation syndicale",
    "none": "aucune",
    "private_secondary_school": "établissement privé du second degré",
    "professional_sport": "sport professionnel",
    "cinema": "cinéma",
    "health": "santé",
    "computed": "critère calculable",
    "general": "critère général",
    "typo": "coquille",
    "typography": "typographie",
    "wording": "rédaction",
    "naming": "dénomination",
    "own_need": "besoin propre de la collectivité",
    "individual_service": "prestation individualisée",
    "price": "prix",
    "on_behalf": "activité pour le compte de la collectivité",
    "tax_label": "mention de taxe",
    "direction": "direction par la collectivité",
    "business_support": "soutien à des entreprises",
    "business_creation": "création d'entreprises",
    "market_activity": "activité marchande",
    "persons": "personnes",
    "associations": "associations",
    "works": "œuvres",
    "enterprises": "entreprises",
    "public_bodies": "organismes publics",
    "rapporteur": "rapporteur",
    "chair": "président de séance",
    "secretary": "secrétaire de séance",
    "officer": "dirigeant",
    "employee": "salarié",
    "statutory_representative": "représentant désigné en application de la loi",
    "voluntary_representative": "représentant désigné sans que la loi l'impose",
    "family": "lien familial",
}


def categories(bodies: frozenset[str]) -> str:
    """Categories of authority in words, in the order of the case file; empty for all."""
    known = [body for body in get_args(Category) if body in bodies]
    return listing([decoded("category", body, "fr") for body in known], "fr")


def said(value: str, attribute: Attribute | None) -> str:
    """A text as a reader sees it: a word of a closed list with its meaning, any other as it is."""
    if attribute is None:
        return value
    found = decoded(attribute.name, value, "fr")
    if found == value and value in attribute.choices:
        return _CODES.get(value, value)
    return found
