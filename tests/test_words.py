"""Words and figures as each language prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.money import printed_cents
from checker.words import (
    NO_BREAK,
    Words,
    counted,
    listing,
    print_money,
    print_number,
    quoted,
    typeset,
)

CENTS = st.integers(min_value=0, max_value=10**12)


@given(CENTS)
def test_printed_money_reads_back(cents: int) -> None:
    assert printed_cents(print_money(cents, "fr")) == cents


@given(CENTS)
def test_english_money_reads_back(cents: int) -> None:
    assert round(float(print_money(cents, "en")[1:].replace(",", "")) * 100) == cents


@given(st.integers())
def test_printed_number_reads_back(value: int) -> None:
    assert int(print_number(value, "fr").replace(NO_BREAK, "")) == value
    assert int(print_number(value, "en").replace(",", "")) == value


@given(CENTS)
def test_french_amount_never_breaks(cents: int) -> None:
    assert " " not in print_money(cents, "fr")


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("a ; b : c ? d !", "a\u00a0; b\u00a0: c\u00a0? d\u00a0!"),
        ("« a »", "«\u00a0a\u00a0»"),
        ("23 000 € et 50 %", "23\u00a0000\u00a0€ et 50\u00a0%"),
        ("art. L. 2311-7, n° 5", "art.\u00a0L.\u00a02311-7, n°\u00a05"),
        ("le 9 février 2024", "le 9 février 2024"),
    ],
)
def test_typeset(plain: str, set_: str) -> None:
    assert typeset(plain, "fr") == set_
    assert typeset(plain, "en") == plain


@given(st.text())
def test_typeset_only_changes_spaces(text: str) -> None:
    changed = typeset(text, "fr")

    assert changed.replace(NO_BREAK, " ") == text.replace(NO_BREAK, " ")
    assert typeset(changed, "fr") == changed


def test_quoted_leaves_the_text() -> None:
    assert quoted("a ; b", "fr") == "«\u00a0a ; b\u00a0»"
    assert quoted("a", "en") == "“a”"


@pytest.mark.parametrize(
    ("items", "fr", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a et b", "a and b"),
        (["a", "b", "c"], "a, b et c", "a, b and c"),
    ],
)
def test_listing(items: list[str], fr: str, en: str) -> None:
    assert listing(items, "fr") == fr
    assert listing(items, "en") == en


def test_zero_is_singular_in_french_only() -> None:
    nouns = Words("constat", "finding"), Words("constats", "findings")

    assert [counted(n, *nouns, "fr") for n in (0, 1, 2)] == ["0 constat", "1 constat", "2 constats"]
    assert [counted(n, *nouns, "en") for n in (0, 1, 2)] == [
        "0 findings",
        "1 finding",
        "2 findings",
    ]
