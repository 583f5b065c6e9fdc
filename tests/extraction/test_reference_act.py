"""The reference act, in every form of its file, gives the reference case.

Compared are the parts that extraction reads; figures, slips and signs are a reader's own.
"""

from __future__ import annotations

from typing import Any

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.acts import reference_case
from tests.extraction.compared import PARTS, plain
from tests.extraction.signs import unaccounted
from tests.extraction.sources import SEED, SHARED, shared

FORMS = SHARED / "seed" / "forms"
SAME = [
    *(
        f"{name}.{form}"
        for name in ("auto", "nbsp", "plain", "twocol")
        for form in ("docx", "odt", "pdf")
    ),
    *("nnbsp.docx", "nnbsp.odt", "nnbsp.pdf", "rl_cols.pdf", "rl_lig.pdf", "rl_plain.pdf"),
    *("rl_tables.pdf", "web.pdf", "web.html"),
]
READER = ("sector", "beyond_territory", "author")


def extracted(name: str) -> Case:
    (case,) = extract(shared(FORMS / name if "." in name else SEED))
    return case


def ordered(values: Any, part: str) -> Any:
    """Acronyms stand in the reference case in its reader's own order."""
    return sorted(values, key=repr) if part == "acronyms" else values


@pytest.fixture(scope="module")
def seed() -> Case:
    return extracted("seed")


@pytest.mark.parametrize("part", ["act", "operative", "vote", *PARTS])
def test_each_part_with_its_evidence(seed: Case, part: str) -> None:
    expected = ordered(plain(reference_case(), part, spans=True), part)
    got = ordered(plain(seed, part, spans=True), part)
    if part == "awards":  # their nature is read from the budget heading
        for award in (*expected, *got):
            del award["spans"]["nature"]
    assert got == expected


def test_the_beneficiaries(seed: Case) -> None:
    expected = plain(reference_case(), "beneficiaries", spans=True)
    for who in expected:
        for name in READER:
            who.pop(name, None)
            who["spans"].pop(name, None)
    assert plain(seed, "beneficiaries", spans=True) == expected


def test_nothing_is_left_over(seed: Case) -> None:
    assert seed.readings == ()
    assert (seed.body.name, seed.body.category) == ("Métropole", "metropole")


def test_every_quote_is_its_passage(seed: Case) -> None:
    source = shared(SEED)
    assert unaccounted(source, [seed]) == []


@pytest.mark.parametrize("name", SAME)
def test_the_same_case_from_every_form(name: str) -> None:
    case, reference = extracted(name), reference_case()
    for part in ("act", "operative", "vote", *PARTS):
        assert ordered(plain(case, part), part) == ordered(plain(reference, part), part), part
    assert case.readings == ()


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
def test_a_column_of_the_year_before_is_no_grant(form: str) -> None:
    case, reference = extracted(f"table.{form}"), reference_case()
    for part in ("summary", "awards", "totals", "lines"):
        assert plain(case, part) == plain(reference, part), part
    assert {reading.lists for reading in case.readings} == {("grants",), ()}


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
def test_amounts_after_the_vote_are_nobodys(form: str) -> None:
    source = shared(FORMS / f"torture.{form}")
    (case,) = extract(source)
    for part in ("lines", "summary", "awards", "totals"):
        assert plain(case, part) == plain(reference_case(), part), part
    planted = {value for reading in case.readings for value in reading.readings}
    assert {"22222.00", "44444.00", "77777.00", "14141.00"} <= planted
    assert unaccounted(source, [case]) == []
