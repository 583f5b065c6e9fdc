"""What makes the act enforceable, and what is published of it."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import frozen

from checker.case.values import Cents, Count, Entity, Percent, Slug

PublicationMeans = Literal["electronic", "posting", "paper"]


@frozen
class Enforcement(Entity):
    """What made the act enforceable, and what followed.

    Args:
        receipt: Identifier of the receipt of the State's representative.
        reported_on: Sitting at which the assembly was told of a decision by delegation.
        next_sitting_on: First sitting of the assembly after the act.
        list_published_on: Day the list of deliberations was published.
        minutes_adopted_on, minutes_published_on: The same of the minutes.
        actes_nature, matter_code: Nature and matter of the transmission (@ctes).
        budget_annexed: Whether the budget's annex lists the beneficiaries it must list.
        annual_list_published: Whether the yearly list of grants is published.
    """

    signed_by_chair: bool | None = None
    signed_by_secretary: bool | None = None
    sent_on: datetime.date | None = None
    receipt: str | None = None
    receipt_on: datetime.date | None = None
    published_on: datetime.date | None = None
    publication_means: PublicationMeans | None = None
    notified_on: datetime.date | None = None
    reported_on: datetime.date | None = None
    next_sitting_on: datetime.date | None = None
    list_published_on: datetime.date | None = None
    minutes_adopted_on: datetime.date | None = None
    minutes_published_on: datetime.date | None = None
    actes_nature: Count | None = None
    matter_code: str | None = None
    budget_annexed: bool | None = None
    annual_list_published: bool | None = None


@frozen
class Publication(Entity):
    """A row of the published essential data of grants (arrêté of 17 November 2017).

    A field that the data set leaves empty is an empty text; one that was not looked at is left out.

    Args:
        percent: Share of the award that the row states, where it is paid by instalments.
    """

    id: Slug
    beneficiary: Slug
    published_on: datetime.date | None = None
    grantor_name: str | None = None
    grantor_siret: str | None = None
    agreement_on: datetime.date | None = None
    name: str | None = None
    siret: str | None = None
    object: str | None = None
    amount: Cents | None = None
    nature: str | None = None
    terms: str | None = None
    percent: Percent | None = None
    eu_notified: bool | None = None
