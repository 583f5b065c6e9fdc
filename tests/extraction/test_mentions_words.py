"""Numbers in words: what is spelt out is read back, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.mentions.money import find_money
from checker.extraction.mentions.numberwords import find_number_words
from checker.numerals import number_in_words
from tests.extraction.french import spelt

NUMBERS = st.one_of(
    st.integers(min_value=0, max_value=10_000),
    st.integers(min_value=0, max_value=10**6),
    st.integers(min_value=0, max_value=10**12 - 1),
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (21, "vingt et un"),
        (71, "soixante et onze"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (97, "quatre-vingt-dix-sept"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (1000, "mille"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
        (872_100, "huit cent soixante-douze mille cent"),
        (2_000_000, "deux millions"),
        (1_000_000_001, "un milliard un"),
    ],
)
def test_the_generator_spells_french(number: int, words: str) -> None:
    assert spelt(number) == words


@given(NUMBERS, st.booleans())
def test_numerals_reads_back_what_is_spelt(number: int, hyphens: bool) -> None:
    assert number_in_words(spelt(number, hyphens=hyphens)) == number


def test_numerals_reads_back_every_number_below_twelve_thousand() -> None:
    assert [number_in_words(spelt(number)) for number in range(12_000)] == list(range(12_000))


@given(NUMBERS, st.booleans(), st.sampled_from([str.lower, str.upper, str.capitalize]))
def test_a_number_is_found_with_its_place(
    number: int,
    hyphens: bool,
    typed: object,
) -> None:
    assert callable(typed)
    words = str(typed(spelt(number, hyphens=hyphens)))
    text = f"Le total de {words} est voté."

    (found,) = find_number_words(text)

    assert found.value == number
    assert text[found.start : found.end] == words


@given(st.integers(min_value=0, max_value=10**10))
def test_an_amount_in_words_is_read(euros: int) -> None:
    link = "d'" if spelt(euros).endswith(("million", "millions", "milliard", "milliards")) else ""
    text = f"une subvention de {spelt(euros)} {link}euros à l'association"

    (money,) = find_money(text)

    assert money.cents == euros * 100
    assert money.sure


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("deux et trois", [2, 3]),
        ("entre vingt et trente", [20, 30]),
        ("vingt et un mille", [21_000]),
        ("six cent-vingt-quatre", [624]),
        ("l'an deux mil vingt-trois", [2023]),
        ("dix mille\n   cinq cents", [10_500]),
        ("neuf structures, dix bénéficiaires", [9, 10]),
        ("un deux trois", [1, 2, 3]),
        ("uni, septembre, dixième, centre", []),
        ("million", []),
    ],
)
def test_words_are_read_together_or_apart(text: str, values: list[int]) -> None:
    assert [number.value for number in find_number_words(text)] == values
