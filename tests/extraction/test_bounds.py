"""Texts that no authority writes are refused in a sentence, soon; what acts have is not."""

from __future__ import annotations

import time

import pytest

from checker.errors import InputError
from checker.extraction import bounds, extract
from checker.extraction.tallies import Spans
from checker.reading.txt import read_txt

HEAD = "COMMUNE D'EXEMPLE\nDélibération n° 2024-031\nVu le code,\n"
DECIDED = "Le conseil décide d'attribuer une subvention de 1 000 € à l'association Les Amis.\n"


def refused(text: str) -> str:
    with pytest.raises(InputError) as caught:
        extract(read_txt((HEAD + DECIDED + text).encode(), "act.txt"))
    (problem,) = caught.value.problems
    return problem.message


@pytest.mark.parametrize("unit", ["€", "1 € ", "1 ", "9", "1/", "(", "a", "12.500 ", "mille "])
def test_a_line_of_two_million_characters(unit: str) -> None:
    began = time.process_time()

    assert "Split it into its deliberations" in refused(unit * (2_000_000 // len(unit)))
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n".join(["- 1 €"] * bounds.MOST_SIGNS), "has over 20000 amounts"),
        ("\n\n" + "la vie " * 8_000, "begins on line 7 has over 50000 characters"),
        ("\n\n" + "1 € " * 501, "begins on line 7 has over 1000 numbers"),
    ],
)
def test_what_is_too_much_is_said(text: str, said: str) -> None:
    assert said in refused(text)


@pytest.mark.parametrize("text", ["\n\n" + "la vie " * 7_000, "\n\n" + "1 € " * 500])
def test_a_paragraph_up_to_the_bound_is_read(text: str) -> None:
    (case,) = extract(read_txt((HEAD + text + "\n\n" + DECIDED).encode(), "act.txt"))

    assert [award.amount for award in case.awards] == [100_000]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1 € ", "l'association Les Amis 1 000 € ; ", "12 clubs et "])
def test_a_paragraph_twice_as_long_takes_twice_as_long(unit: str) -> None:
    def seconds(times: int) -> float:
        source = read_txt((HEAD + DECIDED + unit * times).encode(), "act.txt")
        began = time.process_time()
        extract(source)
        return time.process_time() - began

    seconds(10)
    assert min(seconds(320) for _ in range(3)) < 6 * min(seconds(80) for _ in range(3)) + 0.2


SPANS = [(30, 40), (0, 5), (2, 25), (41, 42)]


@pytest.mark.parametrize("length", [1, 3, 20])
def test_spans_that_touch(length: int) -> None:
    for start in range(45):
        touches = any(a < start + length and start < b for a, b in SPANS)

        assert Spans(SPANS).touch((start, start + length)) is touches


def test_no_spans_touch_nothing() -> None:
    assert not Spans([]).touch((0, 100))


@pytest.mark.parametrize(
    ("text", "is_given"),
    [
        ("Le conseil refuse d'accorder 500 € à l'association Les Autres.", False),
        ("Le conseil refuse une demande. Il attribue 500 € à l'association Les Autres.", True),
        ("En 2022, la ville a versé 500 € à l'association Les Autres.", False),
    ],
)
def test_what_a_sentence_refuses_or_tells_is_no_award(text: str, *, is_given: bool) -> None:
    (case,) = extract(read_txt((HEAD + DECIDED + "\n" + text).encode(), "act.txt"))

    assert (50_000 in [award.amount for award in case.awards]) is is_given
