"""The bodies that receive money, and every place that names one."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import frozen

from checker.case.values import Cents, Entity, Slug

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
Restriction = Literal["worship", "party", "candidate", "union", "none"]
Sector = Literal["private_secondary_school", "professional_sport", "cinema", "health", "other"]


@frozen
class Beneficiary(Entity):
    """A body that receives money.

    Args:
        name: Official name, as the operative part prints it.
        groups: Groups the act counts it in (« les sept maisons de l'emploi »).
        private_law: Whether it is a body of private law; derived from `legal_form` when left out.
        active: Whether its establishment is active at the date of the act (Sirene).
        declared: Whether the association is declared and published (RNA, Journal officiel).
        dissolved: Whether it was dissolved before the act.
        restriction: What keeps public grants from it or limits them; `none` where examined.
        beyond_territory: Whether its remit reaches beyond the territory of the authority.
        sector: A sector with a ceiling of its own; `other` where that was examined.
        sector_spending: The expenses that the sector's ceiling is a share of, in cents.
        economic_activity: Whether it offers goods or services on a market.
        revenue: Its yearly proceeds, last accounts known.
        public_grants: All public grants in cash that it receives in the year, from any authority.
        auditor: Whether it has an auditor (commissaire aux comptes).
        commitment_signed: Whether it signed the republican commitment contract.
        commitment_signed_on: Day it signed that contract.
        commitment_exempt: Whether approval or recognised public interest stands for that contract.
    """

    id: Slug
    name: str
    legal_form: LegalForm | None = None
    private_law: bool | None = None
    groups: tuple[Slug, ...] = ()
    siren: str | None = None
    siret: str | None = None
    rna: str | None = None
    active: bool | None = None
    declared: bool | None = None
    dissolved: bool | None = None
    restriction: Restriction | None = None
    beyond_territory: bool | None = None
    sector: Sector | None = None
    sector_spending: Cents | None = None
    economic_activity: bool | None = None
    revenue: Cents | None = None
    public_grants: Cents | None = None
    auditor: bool | None = None
    commitment_signed: bool | None = None
    commitment_signed_on: datetime.date | None = None
    commitment_exempt: bool | None = None


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
