"""What holds for any text: no exception, mentions in order and inside it, and in linear time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Protocol, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.mentions.dates import find_dates
from checker.extraction.mentions.money import bare_numbers, find_money
from checker.extraction.mentions.numbers import find_act_numbers, find_counts, find_identifiers
from checker.extraction.mentions.people import find_people


class Mention(Protocol):
    """A passage."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


FINDERS = cast(
    "tuple[Callable[[str], Sequence[Mention]], ...]",
    (
        *(find_money, bare_numbers, find_dates, find_people),
        *(find_act_numbers, find_counts, find_identifiers),
    ),
)
PIECES = (
    *("€", "euros", "k€", "M€", "EUR", "d'", "euro", "centimes", "15", "000", "500", "2024", "1"),
    *("0", "O", ",", ".", ",-", "-", "−", "–", "'", "’", "(", ")", "/", "%", "+", "x", "n°", "lot"),
    *(" ", " ", " ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u202f", "\u200b"),
    *("deux", "mille", "cent", "quatre-vingt", "et", "un", "millions", "million", "virgule"),
    *("entre", "à", "ou", "de", "par", "an", "TTC", "HT", "symbolique", "en", "le", "l'an"),
    *("mars", "1er", "lundi", "du mois de", "M.", "MM.", "Mme", "Mmes", "Jean", "DUPONT", "maire"),
    *("délibération", "SIREN", "W123456789", "732829320", "association", "É", "é", "\u0301", "ß"),
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@pytest.mark.parametrize("find", FINDERS, ids=lambda find: cast("str", find.__name__))
@given(text=TEXTS)
def test_any_text_gives_mentions_in_order_and_inside(
    find: Callable[[str], Sequence[Mention]], text: str
) -> None:
    found = find(text)

    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    assert find(text) == found


@given(text=TEXTS)
def test_each_sign_is_in_exactly_one_amount(text: str) -> None:
    found = find_money(text)

    assert all(one.end <= other.start for one, other in pairwise(found))
    signs = [n for n, character in enumerate(text) if character == "€"]
    for sign in signs:
        assert sum(1 for money in found if money.start <= sign < money.end) == 1


@given(text=TEXTS)
def test_amounts_and_bare_numbers_share_nothing(text: str) -> None:
    amounts, numbers = find_money(text), bare_numbers(text)

    assert not any(
        one.start < other.end and other.start < one.end for one in amounts for other in numbers
    )


@given(text=TEXTS)
def test_readings_are_whole_and_their_first_is_the_amount(text: str) -> None:
    for money in (*find_money(text), *bare_numbers(text)):
        assert len(set(money.alternatives)) == len(money.alternatives) != 1
        assert not money.alternatives or money.alternatives[0] == money.cents
        assert money.cents is not None or not money.sure


LINES = (
    *(" ", "\n", "9", "(", "Aa ", "mille-", "M. ", "n° "),
    "000 ",
    "quatre-vingt-dix-sept mille ",
    "Jean DUPONT, ",
    "L'association ADELIE propose, pour 15 000 €, deux ateliers le 9 mars 2024 ; ",
    "9 mars 2024, ",
)


@pytest.mark.slow
@pytest.mark.parametrize("find", FINDERS, ids=lambda find: cast("str", find.__name__))
def test_a_line_of_many_pages_does_not_hang(find: Callable[[str], Sequence[Mention]]) -> None:
    """A tenth of two million characters, of each kind: time grows with length, as shown below."""
    for unit in LINES:
        line = "MM. " + unit * (200_000 // len(unit))
        began = time.process_time()
        find(line)

        assert time.process_time() - began < 10, unit


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["€", "1 € ", "1 ", "1/", "1\n", "un ", "un million d'euros "])
@pytest.mark.parametrize("find", FINDERS, ids=lambda find: cast("str", find.__name__))
def test_dense_lines_take_linear_time(find: Callable[[str], Sequence[Mention]], unit: str) -> None:
    def seconds(length: int) -> float:
        line = unit * (length // len(unit))
        began = time.process_time()
        find(line)
        return time.process_time() - began

    seconds(1_000)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.5
