"""The authority: the body, its budget, its delegations and its own grant regulation."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import frozen

from checker.case.values import Cents, Count, Entity, Percent, Slug

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


@frozen
class Body(Entity):
    """The authority that decides (collectivité ou établissement).

    Args:
        category: What kind of authority it is; rules bound to some kinds stay open without it.
        department: Number of the département, such as 59 or 2A.
        assembly_renewed_on: First sitting of the assembly after its last general renewal.
    """

    name: str
    category: Category | None = None
    acronym: str | None = None
    siren: str | None = None
    population: Count | None = None
    alsace_moselle: bool | None = None
    department: str | None = None
    assembly_renewed_on: datetime.date | None = None


@frozen
class Delegation(Entity):
    """A deliberation by which the assembly delegates powers to another organ.

    Args:
        covers_grants: Whether it covers the award of grants.
        cap: Largest amount that the organ may grant to one beneficiary.
        uncapped: Whether it sets no such amount.
    """

    id: Slug
    to_organ: Organ
    number: str | None = None
    date: datetime.date | None = None
    covers_grants: bool | None = None
    cap: Cents | None = None
    uncapped: bool | None = None


@frozen
class Budget(Entity):
    """The budget that bears the grants.

    Args:
        adopted_on: Day it was adopted.
        prior_credits: Credits of the year before for the same heading, operation section.
    """

    adopted_on: datetime.date | None = None
    prior_credits: Cents | None = None


@frozen
class Envelope(Entity):
    """Credits voted for the grants of a year, and what is committed on them already."""

    id: Slug
    year: Count
    amount: Cents | None = None
    committed: Cents | None = None


@frozen
class InterventionRule(Entity):
    """A term of the authority's own grant regulation (règlement d'intervention).

    Args:
        source: The act that adopted it.
        since, until: First and last day it applies.
        measure: The only measure it concerns, if any.
        post: The kind of post that `unit_amount` is the scale of.
        smallest, largest: Floor and cap of one award.
        highest_rate: Largest share of the eligible expense that one award may reach.
        highest_public_rate: Largest share of it that all public funding may reach.
        largest_change: Change from the year before that needs a stated reason beyond it.
    """

    id: Slug
    source: str
    since: datetime.date
    until: datetime.date | None = None
    measure: Slug | None = None
    post: str | None = None
    unit_amount: Cents | None = None
    smallest: Cents | None = None
    largest: Cents | None = None
    highest_rate: Percent | None = None
    highest_public_rate: Percent | None = None
    largest_change: Percent | None = None
