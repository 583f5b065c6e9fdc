"""Totals, awards, agreements, budget headings, instalments, projects."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import (
    AGREEMENT,
    AID_ANALYSIS,
    DE_MINIMIS,
    PAYMENTS,
    REQUEST,
    STATUTES,
)


@kind("summary_line", "total d'un bénéficiaire", "beneficiary total", shown="beneficiary")
@frozen(eq=False, repr=False)
class SummaryLine(Fact):
    """A beneficiary's total in the summary of the reasons."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    amount: int | None = holds(Type.MONEY, "total du bénéficiaire", "beneficiary total")


@kind("stated_total", "total énoncé", "stated total")
@frozen(eq=False, repr=False)
class StatedTotal(Fact):
    """A grand total the act prints."""

    of: str | None = holds(Type.TEXT, "objet du total", "what is totalled", choices=case.TotalOf)
    decision: str | None = holds(Type.TEXT, "décision", "decision")
    amount: int | None = holds(Type.MONEY, "total énoncé", "stated total")
    tax_label: str | None = holds(Type.TEXT, "mention de taxe", "tax label")


@kind("award", "attribution", "award", shown="beneficiary")
@frozen(eq=False, repr=False)
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
    private_law: bool | None = holds(
        Type.FLAG, "bénéficiaire de droit privé", "private-law beneficiary", document=STATUTES
    )
    nature: str | None = holds(
        Type.TEXT, "nature de la dépense", "nature of the expense", choices=case.BudgetSection
    )
    object: str | None = holds(Type.TEXT, "objet", "object")
    renewed: bool | None = holds(Type.FLAG, "reconduction énoncée", "stated as renewed")
    earmarked: bool | None = holds(
        Type.FLAG, "affectation à une dépense déterminée", "bound to a stated expense"
    )
    requested: int | None = holds(
        Type.MONEY, "montant demandé", "amount requested", document=REQUEST
    )
    requested_on: datetime.date | None = holds(
        Type.DATE, "date de la demande", "date of the request", document=REQUEST
    )
    eligible_base: int | None = holds(Type.MONEY, "assiette éligible", "eligible base")
    rate: int | None = holds(Type.PERCENT, "taux", "rate")
    cap: int | None = holds(Type.MONEY, "plafond énoncé", "stated cap")
    in_kind: bool | None = holds(Type.FLAG, "contribution en nature", "support in kind")
    in_kind_value: int | None = holds(
        Type.MONEY, "valeur de la contribution en nature", "value of the support in kind"
    )
    first_year: int | None = holds(Type.INT, "premier exercice", "first financial year")
    last_year: int | None = holds(Type.INT, "dernier exercice", "last financial year")
    eu_basis: str | None = holds(
        Type.TEXT,
        "qualification au regard des aides d'État",
        "State-aid qualification",
        choices=case.EuBasis,
    )
    sgei_de_minimis: bool | None = holds(
        Type.FLAG, "aide de minimis SIEG", "SGEI de minimis aid", document=AID_ANALYSIS
    )
    entrustment: str | None = holds(Type.TEXT, "mandat cité", "entrustment cited")
    territorial_condition: str | None = holds(
        Type.TEXT, "clause territoriale", "territorial clause"
    )
    project: str | None = holds(Type.ID, "projet soutenu", "project supported", of="project")


@kind("award_year", "tranche annuelle", "yearly part")
@frozen(eq=False, repr=False)
class AwardYear(Fact):
    """What an award gives in one of its years."""

    award: str | None = holds(Type.ID, "attribution", "award", of="award")
    year: int | None = holds(Type.INT, "exercice", "financial year")
    amount: int | None = holds(Type.MONEY, "montant de la tranche", "amount of the part")


@kind("payment", "versement", "instalment")
@frozen(eq=False, repr=False)
class Payment(Fact):
    """An instalment of an award."""

    award: str | None = holds(Type.ID, "attribution", "award", of="award")
    amount: int | None = holds(Type.MONEY, "montant du versement", "amount of the instalment")
    percent: int | None = holds(
        Type.PERCENT,
        "part du versement",
        "share of the instalment",
    )
    year: int | None = holds(Type.INT, "exercice", "financial year")
    paid: bool | None = holds(Type.FLAG, "versement effectué relevé", "noted as paid")
    paid_on: datetime.date | None = holds(
        Type.DATE, "date de paiement", "date of payment", document=PAYMENTS
    )


@kind("agreement", "convention", "agreement", shown="beneficiary")
@frozen(eq=False, repr=False)
class Agreement(Fact):
    """An agreement with one beneficiary that the act authorises."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    signatory: str | None = holds(Type.TEXT, "signataire", "signatory")
    text: str | None = holds(
        Type.ID, "texte de convention", "text of the agreement", of="agreement_text"
    )
    signed_on: datetime.date | None = holds(
        Type.DATE, "date de signature", "date of signature", document=AGREEMENT
    )
    territory: bool | None = holds(
        Type.FLAG, "clause territoriale", "clause on the territory", document=AGREEMENT
    )
    limits_territory: bool | None = holds(
        Type.FLAG, "clause territoriale relevée", "clause on the territory as noted"
    )
    regranting: bool | None = holds(
        Type.FLAG, "clause de reversement", "clause on regranting", document=AGREEMENT
    )
    private_law: bool | None = holds(
        Type.FLAG, "bénéficiaire de droit privé", "private-law beneficiary", document=STATUTES
    )
    awarded: int | None = holds(
        Type.MONEY, "montant attribué par l'acte", "amount awarded by the act"
    )
    budget_reserve: bool | None = holds(
        Type.FLAG, "réserve du vote du budget", "reserve of the budget vote", document=AGREEMENT
    )


@kind("agreement_text", "texte de convention", "text of an agreement", shown="wording")
@frozen(eq=False, repr=False)
class AgreementText(Fact):
    """An agreement that the act authorises, once for all the bodies it binds."""

    wording: str | None = holds(Type.TEXT, "désignation dans l'acte", "how the act names it")
    number: str | None = holds(
        Type.TEXT,
        "nombre grammatical de la convention",
        "grammatical number of the agreement",
        choices=case.GrammaticalNumber,
    )
    parties: int | None = holds(Type.INT, "organismes liés", "bodies bound")
    multiparty: bool | None = holds(
        Type.FLAG, "convention multipartite énoncée", "stated as multi-party"
    )
    signatory: str | None = holds(Type.TEXT, "signataire", "signatory")
    draft_annexed: bool | None = holds(Type.FLAG, "projet annexé", "draft annexed")
    signed_on: datetime.date | None = holds(
        Type.DATE, "date de signature", "date of signature", document=AGREEMENT
    )
    purpose: bool | None = holds(
        Type.FLAG, "clause d'objet", "clause on the purpose", document=AGREEMENT
    )
    amount: bool | None = holds(
        Type.FLAG, "clause de montant", "clause on the amount", document=AGREEMENT
    )
    conditions: bool | None = holds(
        Type.FLAG,
        "clause de conditions d'utilisation",
        "clause on conditions of use",
        document=AGREEMENT,
    )
    control: bool | None = holds(
        Type.FLAG,
        "clause de contrôle et d'évaluation",
        "clause on control and evaluation",
        document=AGREEMENT,
    )
    leftover: bool | None = holds(
        Type.FLAG, "clause sur le reliquat", "clause on money left over", document=AGREEMENT
    )
    financial_report: bool | None = holds(
        Type.FLAG,
        "clause de compte rendu financier",
        "clause on the financial report",
        document=AGREEMENT,
    )
    report_months: int | None = holds(
        Type.INT,
        "délai du compte rendu financier (mois)",
        "time for the financial report (months)",
        document=AGREEMENT,
    )
    payment: bool | None = holds(
        Type.FLAG, "clause de versement", "clause on payment", document=AGREEMENT
    )
    payment_days: int | None = holds(
        Type.INT, "délai de versement (jours)", "time for payment (days)", document=AGREEMENT
    )
    regranting: bool | None = holds(
        Type.FLAG, "clause de reversement", "clause on regranting", document=AGREEMENT
    )
    territory: bool | None = holds(
        Type.FLAG, "clause territoriale", "clause on the territory", document=AGREEMENT
    )
    accounts: bool | None = holds(
        Type.FLAG,
        "clause de contrôle des comptes",
        "clause on control of the accounts",
        document=AGREEMENT,
    )
    budget_reserve: bool | None = holds(
        Type.FLAG, "réserve du vote du budget", "reserve of the budget vote", document=AGREEMENT
    )
    noted_report: bool | None = holds(
        Type.FLAG, "clause de compte rendu relevée", "clause on the report as noted"
    )
    noted_payment: bool | None = holds(
        Type.FLAG, "clause de versement relevée", "clause on payment as noted"
    )


@kind("charge", "imputation budgétaire", "budget charge")
@frozen(eq=False, repr=False)
class Charge(Fact):
    """The budget heading that the act names."""

    budget: str | None = holds(Type.TEXT, "budget", "budget")
    section: str | None = holds(Type.TEXT, "section", "section", choices=case.BudgetSection)
    chapter: str | None = holds(Type.TEXT, "chapitre", "chapter")
    account: str | None = holds(Type.TEXT, "article ou compte", "account")
    function: str | None = holds(Type.TEXT, "fonction", "function")
    decision: str | None = holds(Type.TEXT, "décision", "decision")
    nomenclature: str | None = holds(
        Type.TEXT, "nomenclature", "chart of accounts", choices=case.Nomenclature
    )
    normal_budget: str | None = holds(Type.TEXT, "budget normalisé", "normalised budget")


@kind("project", "projet financé", "project funded", shown="title", open_until=REQUEST)
@frozen(eq=False, repr=False)
class Project(Fact):
    """A project that an award supports, with its costs."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    title: str | None = holds(Type.TEXT, "intitulé", "title")
    cost: int | None = holds(Type.MONEY, "coût du projet", "cost of the project", document=REQUEST)
    eligible_cost: int | None = holds(
        Type.MONEY, "coût éligible", "eligible cost", document=REQUEST
    )
    own_share: int | None = holds(
        Type.MONEY, "participation du maître d'ouvrage", "share paid by the owner", document=REQUEST
    )
    public_owner: bool | None = holds(
        Type.FLAG, "maître d'ouvrage public local", "local public owner", document=REQUEST
    )
    special_share: bool | None = holds(
        Type.FLAG, "participation minimale majorée", "higher minimum share", document=REQUEST
    )


@kind("funding", "financement", "funding", shown="financer")
@frozen(eq=False, repr=False)
class Funding(Fact):
    """A line of the funding plan of a project."""

    project: str | None = holds(Type.ID, "projet", "project", of="project")
    financer: str | None = holds(Type.TEXT, "financeur", "financer")
    amount: int | None = holds(
        Type.MONEY, "montant du financement", "amount of the funding", document=REQUEST
    )
    public: bool | None = holds(Type.FLAG, "financement public", "public funding", document=REQUEST)
