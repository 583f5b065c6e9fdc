"""The bodies that receive money, and every place that names one."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import ACCOUNTS, AID_ANALYSIS, COMMITMENT, RNA, SIRENE, STATUTES


@kind("beneficiary", "bénéficiaire", "beneficiary", shown="name")
@frozen(eq=False, repr=False)
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
    active: bool | None = holds(
        Type.FLAG, "établissement actif", "establishment active", document=SIRENE
    )
    declared: bool | None = holds(
        Type.FLAG, "association déclarée", "association declared", document=RNA
    )
    dissolved: bool | None = holds(
        Type.FLAG, "association dissoute", "association dissolved", document=RNA
    )
    restriction: str | None = holds(
        Type.TEXT,
        "interdiction ou limite propre à l'organisme",
        "ban or limit that concerns the body",
        document=STATUTES,
        choices=case.Restriction,
    )
    noted_restriction: str | None = holds(
        Type.TEXT,
        "interdiction ou limite relevée au dossier",
        "ban or limit noted in the case",
        choices=case.Restriction,
    )
    beyond_territory: bool | None = holds(
        Type.FLAG,
        "ressort dépassant le territoire",
        "remit beyond the territory",
        document=STATUTES,
    )
    sector: str | None = holds(
        Type.TEXT,
        "secteur à plafond propre",
        "sector with its own ceiling",
        document=STATUTES,
        choices=case.Sector,
    )
    sector_spending: int | None = holds(
        Type.MONEY,
        "dépenses servant d'assiette au plafond sectoriel",
        "expenses the sector's ceiling is a share of",
        document=ACCOUNTS,
    )
    enterprise: bool | None = holds(Type.FLAG, "entreprise", "enterprise", document=STATUTES)
    economic_activity: bool | None = holds(
        Type.FLAG, "activité économique", "economic activity", document=AID_ANALYSIS
    )
    revenue: int | None = holds(
        Type.MONEY, "produits annuels", "yearly proceeds", document=ACCOUNTS
    )
    public_grants: int | None = holds(
        Type.MONEY,
        "subventions publiques de l'exercice, toutes autorités",
        "public grants of the year, all authorities",
        document=ACCOUNTS,
    )
    noted_public_grants: int | None = holds(
        Type.MONEY, "subventions publiques relevées", "public grants noted"
    )
    noted_auditor: bool | None = holds(Type.FLAG, "commissaire aux comptes relevé", "auditor noted")
    auditor: bool | None = holds(
        Type.FLAG, "commissaire aux comptes nommé", "auditor appointed", document=ACCOUNTS
    )
    commitment_signed: bool | None = holds(
        Type.FLAG,
        "contrat d'engagement républicain signé",
        "republican commitment signed",
        document=COMMITMENT,
    )
    commitment_signed_on: datetime.date | None = holds(
        Type.DATE,
        "signature du contrat d'engagement républicain",
        "signature of the republican commitment",
        document=COMMITMENT,
    )
    commitment_exempt: bool | None = holds(
        Type.FLAG,
        "dispense de contrat d'engagement républicain",
        "exempt from the republican commitment",
        document=COMMITMENT,
    )


@kind("roll", "liste de bénéficiaires", "list of beneficiaries", shown="name")
@frozen(eq=False, repr=False)
class Roll(Fact):
    """A part of the act that lists the beneficiaries."""

    name: str | None = holds(Type.TEXT, "partie de l'acte", "part of the act")


@kind("enrolled", "inscription", "entry on a list")
@frozen(eq=False, repr=False)
class Enrolled(Fact):
    """A beneficiary's place on a roll; the beneficiary is missing where no one can say who."""

    roll: str | None = holds(Type.ID, "liste", "list", of="roll")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")


@kind("mention", "mention d'un bénéficiaire", "mention of a beneficiary", shown="surface")
@frozen(eq=False, repr=False)
class Mention(Fact):
    """A place where the act names a beneficiary."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    section: str | None = holds(Type.TEXT, "partie de l'acte", "part of the act")
    surface: str | None = holds(Type.TEXT, "nom imprimé", "name as printed")
    form: str | None = holds(
        Type.TEXT, "forme du nom", "form of the name", choices=case.MentionForm
    )
    normal_name: str | None = holds(Type.TEXT, "nom normalisé", "normalised name")
    legal_form_word: str | None = holds(
        Type.TEXT, "forme juridique imprimée", "legal form as printed"
    )
