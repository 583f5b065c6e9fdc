"""Amounts printed in figures and in words: one amount, and a finding where they disagree."""

from __future__ import annotations

import pytest

from checker.case import Case
from checker.extraction import extract
from tests.acts import interpreted
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

HEAD = "Conseil municipal du 4 avril 2022\n\nLe Conseil municipal, après en avoir délibéré, décide "


def decided(amount: str) -> Case:
    source = typed(f"{HEAD}d'attribuer une subvention de {amount} à l'association Radio Cime.\n")
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("quarante mille euros (40 000 €)", "quarante mille euros"),
        ("40 000 € (quarante mille euros)", "quarante mille euros"),
        ("40 000 € (quarante mille)", "quarante mille"),
        ("40.000 € (quarante mille)", "quarante mille"),
        ("quarante mille (40 000 €)", "quarante mille"),
        ("40 000 (quarante mille) euros", "quarante mille"),
        ("quarante mille (40 000) euros", "quarante mille"),
        ("quarante mille euros, soit 40 000 €", "quarante mille euros"),
    ],
)
def test_words_that_agree(amount: str, words: str) -> None:
    case = decided(amount)
    assert [each.amount for each in case.awards] == [40_000_00]
    assert [(each.figures, each.words) for each in case.written_amounts] == [(40_000_00, words)]
    assert case.readings == ()
    assert not [each for each in interpreted(case) if each.startswith("ARI-07")]


@pytest.mark.parametrize(
    "amount",
    [
        "quatre mille euros (40 000 €)",
        "40 000 € (QUATRE MILLE EUROS)",
        "40 000 € (quatre mille)",
        "quatre mille (40 000 €)",
        "40 000 (quatre mille) euros",
        "quatre mille (40 000) euros",
    ],
)
def test_words_that_disagree_are_found_and_asked(amount: str) -> None:
    case = decided(amount)
    (award,) = case.awards
    assert award.evidence["amount"].status == "ambiguous"
    assert award.evidence["amount"].readings == ("40000.00", "4000.00")
    (reading,) = case.readings
    assert (reading.readings, "awards" in reading.lists) == (("40000.00", "4000.00"), True)
    (written,) = case.written_amounts
    assert written.figures == 40_000_00
    assert [each.split()[0] for each in interpreted(case) if each.startswith("ARI-07")] == [
        "ARI-07"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "d'attribuer aux deux (2 000 €) associations une aide.",
        "d'attribuer une subvention de 2 000 € (fonctionnement) à l'association Radio Cime.",
        "d'attribuer deux mille euros par an, soit 4 000 €, à l'association Radio Cime.",
    ],
)
def test_words_that_say_something_else(words: str) -> None:
    (case,) = extract(typed(f"{HEAD}{words}\n"))
    assert not case.written_amounts
