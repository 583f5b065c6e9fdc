"""Amounts in files and in French print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.money import MAXIMUM, parse_euros, print_euros, printed_cents


@given(st.integers(-MAXIMUM, MAXIMUM))
def test_round_trip(cents: int) -> None:
    assert parse_euros(print_euros(cents)) == cents


@pytest.mark.parametrize(
    "text", ["", "1", "1.0", "1.000", "01.00", ".50", "1,00", "1 000.00", "+1.00", "1e3", "٣.00"]
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        parse_euros(text)


def test_too_much() -> None:
    with pytest.raises(ValueError, match="exceeds the largest amount"):
        parse_euros("10000000000.01")


@pytest.mark.parametrize(
    ("quote", "cents"),
    [
        ("50 000 €", 5000000),
        ("50\u00a0000\u00a0€", 5000000),
        ("50\u202f000\u202f€", 5000000),
        ("15 000€", 1500000),
        ("15\n000€", 1500000),
        ("23 000,50 euros", 2300050),
        ("1500 €", 150000),
        ("20 000 € et 30 000 €", None),
        ("49,3 %", None),
        ("en 2024", None),
    ],
)
def test_amount_printed_in_a_passage(quote: str, cents: int | None) -> None:
    assert printed_cents(quote) == cents
