"""What is decided: totals, awards, agreements, budget headings, instalments, projects."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import field, frozen

from checker.case.act import GrammaticalNumber
from checker.case.values import Cents, Count, Entity, Percent, Slug

TotalOf = Literal["recital", "operative", "charged"]
BudgetSection = Literal["fonctionnement", "investissement"]
Nomenclature = Literal["M14", "M52", "M57", "M71", "M832"]
EuBasis = Literal["no_aid", "de_minimis", "sgei_de_minimis", "sgei", "exempted", "notified"]
ONLY_DECISION = Slug("decision")
"""The decision that everything belongs to where the act takes only one."""


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
    decision: Slug = ONLY_DECISION
    tax_label: str | None = None


@frozen
class AwardYear(Entity):
    """What an award gives in one of its years."""

    year: Count
    amount: Cents | None = None


@frozen
class Award(Entity):
    """What the operative part grants to one beneficiary.

    Args:
        nature: Whether it pays for operation or for investment.
        renewed: Whether the act renews a grant of the year before.
        earmarked: Whether it is bound to a stated expense.
        eligible_base: Eligible expense that `rate` applies to.
        cap: Largest amount, where the act states one that limits what `rate` gives.
        in_kind: Whether it is support in kind; its value in `in_kind_value`.
        first_year, last_year: Financial years of an award for several years.
        years: Amount of each year of such an award.
        eu_basis: How the act qualifies it under the law of State aid.
        sgei_de_minimis: Whether it is de minimis aid for a service of general economic interest.
        entrustment: The act that entrusts that service, as cited.
        territorial_condition: The clause that keeps its use to the territory, in the act's words.
        project: The project it supports; may be left out where its body has but one of each.
    """

    id: Slug
    beneficiary: Slug | None
    amount: Cents | None = None
    decision: Slug = ONLY_DECISION
    object: str | None = None
    conditional: bool | None = None
    de_minimis: bool | None = None
    nature: BudgetSection | None = None
    renewed: bool | None = None
    earmarked: bool | None = None
    requested: Cents | None = None
    requested_on: datetime.date | None = None
    eligible_base: Cents | None = None
    rate: Percent | None = None
    cap: Cents | None = None
    in_kind: bool | None = None
    in_kind_value: Cents | None = None
    first_year: Count | None = None
    last_year: Count | None = None
    years: tuple[AwardYear, ...] = ()
    eu_basis: EuBasis | None = None
    sgei_de_minimis: bool | None = None
    entrustment: str | None = None
    territorial_condition: str | None = None
    project: Slug | None = None


@frozen
class Payment(Entity):
    """An instalment of an award.

    Args:
        percent: Its share of the award, where the act gives that.
        year: Financial year in which it is to be paid.
        paid_on: Day it was paid.
    """

    id: Slug
    award: Slug
    amount: Cents | None = None
    percent: Percent | None = None
    year: Count | None = None
    paid_on: datetime.date | None = None


@frozen
class Clauses:
    """What the text of an agreement provides for; left out where the text was not read.

    Args:
        leftover: What becomes of money not used.
        report_months: Months after the year's end within which the financial report is due.
        payment_days: Days after notification within which the grant is paid.
        budget_reserve: Whether the later years depend on the vote of the budget.
        accounts: Whether it recalls the control of the accounts.
    """

    purpose: bool | None = None
    amount: bool | None = None
    conditions: bool | None = None
    control: bool | None = None
    leftover: bool | None = None
    financial_report: bool | None = None
    report_months: Count | None = None
    payment: bool | None = None
    payment_days: Count | None = None
    regranting: bool | None = None
    territory: bool | None = None
    accounts: bool | None = None
    budget_reserve: bool | None = None


@frozen
class Agreement(Entity):
    """An agreement (convention) that the act authorises, with the bodies it binds.

    Args:
        wording: How the act names it or them (« la convention à intervenir »).
        number: Whether the act speaks of one agreement or of several.
        multiparty: Whether one agreement binds all the bodies.
        draft_annexed: Whether its draft is annexed to the act.
        clauses: What its text provides for, where that was read.
    """

    id: Slug
    beneficiaries: tuple[Slug, ...]
    wording: str | None = None
    signatory: str | None = None
    number: GrammaticalNumber | None = None
    multiparty: bool | None = None
    draft_annexed: bool | None = None
    signed_on: datetime.date | None = None
    clauses: Clauses = field(factory=Clauses)


@frozen
class Charge(Entity):
    """The budget heading (imputation)."""

    id: Slug
    budget: str | None = None
    section: BudgetSection | None = None
    chapter: str | None = None
    account: str | None = None
    function: str | None = None
    nomenclature: Nomenclature | None = None
    decision: Slug = ONLY_DECISION


@frozen
class Project(Entity):
    """A project that an award supports, with its costs.

    Args:
        eligible_cost: The part of the cost that may be supported.
        own_share: What its owner pays, in cents.
        public_owner: Whether its owner is a local authority or a group of them.
        special_share: Whether the higher minimum share of L. 1111-9 applies to its owner.
    """

    id: Slug
    beneficiary: Slug
    title: str | None = None
    cost: Cents | None = None
    eligible_cost: Cents | None = None
    own_share: Cents | None = None
    public_owner: bool | None = None
    special_share: bool | None = None


@frozen
class Funding(Entity):
    """A line of the funding plan of a project; the owner's own share is one of them."""

    id: Slug
    project: Slug
    financer: str
    amount: Cents | None = None
    public: bool | None = None
