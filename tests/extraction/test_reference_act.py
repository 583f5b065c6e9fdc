"""The reference act, in every form of its file, gives the reference case and its verdicts.

What no document shows, or the reader of the reference case put in words of their own, is listed
below, each with its reason; everything else is compared.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from checker.case import Case
from checker.checking import Checker
from checker.extraction import extract
from tests.acts import reference_case, rulesets, schemes
from tests.extraction.compared import PARTS, called, plain
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
QUICK = ("plain.docx", "twocol.pdf", "web.html")
"""Forms whose verdicts are compared in every run; those of the others are a slow proof."""
LIGATURES_LOST = "notouni_nnbsp.pdf"
"""A form whose font has no letters for « fi », « ff » and « tt »: they are read as U+FFFD."""
THEMES = ("ARI", "COH", "ALL", "VOT")
"""Arithmetic, consistency, allocation, vote."""
A_PERSONS: Mapping[str, str] = {
    "policies": "which policy sets apply is for a person to say",
    "whole": "that a list of signs or slips is complete, only a person who looked can say",
}
"""Parts that no document shows."""
READERS: Mapping[str, Mapping[str, str]] = {
    "body": {"name": "the act prints « la Métropole » and its acronym only"},
    "beneficiaries": {
        "sector": "that no ceiling of a sector applies is a reader's judgement",
        "beyond_territory": "that its remit reaches further is a reader's judgement",
    },
    "results": {"indicator": "the reader's words; extraction prints those of the act"},
    "targets": {
        "indicator": "the reader's words; extraction prints those of the act",
        "compares": "left out where the reader's words are the same; compared as pairs below",
    },
    "articles": {"subject": "the reader's summary; extraction prints the first words"},
}
"""Values that the reader of the reference case added, or put in words of their own."""
FOUND_SLIPS = 6
"""Of the 16 slips: what the text shows by itself. The others take a reader of French."""
OTHER_EVIDENCE: Mapping[str, Mapping[str, str]] = {
    "body": {"category": "the organ tells it: « Bureau de la Métropole »"},
    "awards": {"nature": "read from the budget heading"},
    "results": {"beneficiary": "the name that heads the item"},
    "targets": {"beneficiary": "the name that heads the item"},
}
"""Passages that extraction cites, where the reference case has none or a part of them."""
IN_ORDER_OF_THE_READER = ("acronyms", "economic_signs", "scheme_mentions", "slips")


@functools.cache
def extracted(name: str) -> Case:
    (case,) = extract(shared(FORMS / name if "." in name else SEED), schemes())
    return case


@functools.cache
def themes() -> Checker:
    rules = tuple(rule for rule in rulesets().rules if rule.id.startswith(THEMES))
    return Checker(attrs.evolve(rulesets(), rules=rules))


def values(case: Case, part: str, *, spans: bool = False) -> Any:
    """A part without what is a reader's; the order of the reader put aside."""
    found = plain(case, part, spans=spans, without=READERS.get(part, ()))
    if spans:
        for each in found if isinstance(found, list) else [found]:
            for name in OTHER_EVIDENCE.get(part, ()):
                each["spans"].pop(name, None)
    return sorted(found, key=repr) if part in IN_ORDER_OF_THE_READER else found


def verdicts(case: Case) -> dict[tuple[str, str], str]:
    """The verdict of each instance, its subject called by what the case says of it."""
    checked = themes().check(case)
    assert checked.reliable, checked.faults
    names = called(case, READERS)
    return {
        (
            each.check.id,
            re.sub(r"[\w-]+", lambda word: names.get(word[0], word[0]), each.subject),
        ): (each.verdict.value)
        for rule in checked.rules
        for each in rule.instances
    }


@pytest.mark.parametrize("part", [part for part in PARTS if part not in (*A_PERSONS, "slips")])
def test_each_part_with_its_evidence(part: str) -> None:
    assert values(extracted("seed"), part, spans=True) == values(reference_case(), part, spans=True)


def test_the_slips_that_the_text_shows_by_itself() -> None:
    known = values(reference_case(), "slips", spans=True)
    found = values(extracted("seed"), "slips", spans=True)
    assert len(found) == FOUND_SLIPS
    assert all(slip in known for slip in found)


def test_which_result_each_target_is_read_against() -> None:
    def pairs(case: Case) -> set[tuple[Any, Any]]:
        results = {each.id: each for each in case.results}
        alike = {(each.beneficiary, each.indicator): each for each in case.results}
        return {
            (target.evidence["value"].span, result.evidence["value"].span)
            for target in case.targets
            if (
                result := results[target.compares]
                if target.compares
                else alike.get((target.beneficiary, target.indicator))
            )
        }

    assert pairs(extracted("seed")) == pairs(reference_case())


def test_nothing_is_left_over() -> None:
    assert (extracted("seed").readings, extracted("seed").open) == ((), ())


def test_every_quote_is_its_passage() -> None:
    source = shared(SEED)
    assert unaccounted(source, [extracted("seed")]) == []


@pytest.mark.parametrize(
    "name",
    [each if each in QUICK else pytest.param(each, marks=pytest.mark.slow) for each in SAME],
)
def test_the_same_case_from_every_form(name: str) -> None:
    case = extracted(name)
    for part in PARTS:
        if part not in (*A_PERSONS, "slips"):
            assert values(case, part) == values(reference_case(), part), part
    known = values(reference_case(), "slips")
    assert all(slip in known for slip in values(case, "slips"))


@pytest.mark.parametrize(
    "name",
    [
        "seed",
        *(
            pytest.param(name, marks=() if name in QUICK else pytest.mark.slow)
            for name in (*SAME, LIGATURES_LOST)
        ),
    ],
)
def test_the_same_verdicts_from_every_form(name: str) -> None:
    got, known = verdicts(extracted(name)), verdicts(reference_case())
    if name == LIGATURES_LOST:
        assert sorted((check, each) for (check, _), each in got.items()) == sorted(
            (check, each) for (check, _), each in known.items()
        )
        return
    assert got == known


def test_letters_that_a_font_lost_are_all_that_is_missing() -> None:
    case = extracted(LIGATURES_LOST)
    for part in PARTS:
        if part not in (*A_PERSONS, "slips"):
            assert _blurred(values(case, part)) == _blurred(values(reference_case(), part)), part


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


def _blurred(value: Any) -> str:
    """Values printed, the letters that the font lost and their replacement left out."""
    return re.sub(r"ffi|ff|fi|fl|tt|ti|\ufffd|\W", "", repr(value))
