"""What a reader of the act has noted for a closer look."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from checker.case.values import Entity, Slug

SlipNature = Literal["typo", "typography", "wording", "naming"]
ProcurementNature = Literal[
    "own_need", "individual_service", "price", "on_behalf", "tax_label", "direction"
]
EconomicNature = Literal["business_support", "business_creation", "market_activity"]
RegrantedTo = Literal["persons", "associations", "works", "enterprises", "public_bodies"]


@frozen
class Slip(Entity):
    """A slip of the pen, seen by a reader; `correction` is what was meant."""

    id: Slug
    nature: SlipNature
    surface: str
    correction: str | None = None


@frozen
class ProcurementSign(Entity):
    """Words of the act that bring a purchase to mind rather than a grant."""

    id: Slug
    nature: ProcurementNature
    surface: str
    beneficiary: Slug | None = None


@frozen
class EconomicSign(Entity):
    """Words of the act that bring support of enterprises or a market activity to mind."""

    id: Slug
    nature: EconomicNature
    surface: str
    beneficiary: Slug | None = None
    measure: Slug | None = None


@frozen
class Regranting(Entity):
    """Money that a beneficiary passes on to others, as the act describes it."""

    id: Slug
    beneficiary: Slug
    to: RegrantedTo
    surface: str | None = None
