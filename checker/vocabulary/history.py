"""Other money of the same beneficiaries."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import DE_MINIMIS, YEAR_GRANTS


@kind(
    "grant",
    "subvention de l'exercice",
    "grant of the year",
    shown="beneficiary",
    open_until=YEAR_GRANTS,
)
@frozen(eq=False, repr=False)
class Grant(Fact):
    """A grant of the body to a beneficiary: this act's awards, and others where known."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    year: int | None = holds(Type.INT, "exercice", "financial year", document=YEAR_GRANTS)
    amount: int | None = holds(
        Type.MONEY, "montant de la subvention", "amount of the grant", document=YEAR_GRANTS
    )


@kind("aid", "aide antérieure", "earlier aid", shown="beneficiary", open_until=DE_MINIMIS)
@frozen(eq=False, repr=False)
class Aid(Fact):
    """Earlier aid to a beneficiary from any public body."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    amount: int | None = holds(
        Type.MONEY, "montant de l'aide", "amount of the aid", document=DE_MINIMIS
    )
    date: datetime.date | None = holds(
        Type.DATE, "date d'octroi", "date granted", document=DE_MINIMIS
    )
    de_minimis: bool | None = holds(
        Type.FLAG, "aide de minimis", "de minimis aid", document=DE_MINIMIS
    )
    sgei: bool | None = holds(
        Type.FLAG, "aide de minimis SIEG", "SGEI de minimis aid", document=DE_MINIMIS
    )
