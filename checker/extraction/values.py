"""The value of an amount, and the evidence for it."""

from __future__ import annotations

from checker.case import Provenance
from checker.case.values import Cents
from checker.extraction.amounts import Amount
from checker.extraction.quoting import Quoting
from checker.money import print_euros


def cents_of(amount: Amount) -> Cents | None:
    """What is bound to a value: the likeliest reading."""
    return None if amount.cents is None else Cents(amount.cents)


def amount_evidence(quoting: Quoting, amount: Amount) -> Provenance:
    """Where an amount was read, with its other readings where it has some."""
    if not amount.asks:
        return quoting.evidence(amount.at)
    values = (amount.cents, *amount.readings)
    readings = tuple(print_euros(value) for value in values if value is not None)
    return quoting.evidence(amount.at, "ambiguous", readings)
