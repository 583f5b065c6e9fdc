"""Other money of the same beneficiaries."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker.case.values import Cents, Count, Entity, Slug


@frozen
class Grant(Entity):
    """Another grant of the same body to a beneficiary, outside this act."""

    id: Slug
    beneficiary: Slug
    year: Count
    amount: Cents | None = None


@frozen
class Aid(Entity):
    """Earlier aid to a beneficiary, from any public body, declared or on a register.

    Args:
        de_minimis: Whether it is ordinary de minimis aid.
        sgei: Whether it is de minimis aid for a service of general economic interest.
    """

    id: Slug
    beneficiary: Slug
    amount: Cents | None = None
    date: datetime.date | None = None
    de_minimis: bool | None = None
    sgei: bool | None = None
