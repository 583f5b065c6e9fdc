"""Deliberations cited: what they are about, with and without a number."""

from __future__ import annotations

import datetime

import pytest

from checker.extraction import extract
from tests.extraction.sources import typed


@pytest.mark.parametrize(
    ("visa", "expected"),
    [
        ("Vu la délibération n° 2020-041 du 16 juillet 2020 portant délégations au bureau ;",
         ("delegation", "2020-041", datetime.date(2020, 7, 16))),
        ("Vu la délibération du conseil n° 21.SP.0003 du 2 juillet 2021 et délégation au bureau,",
         ("delegation", "21.SP.0003", datetime.date(2021, 7, 2))),
        ("Vu les délibérations donnant délégation au bureau ;", ("delegation", None, None)),
        ("Vu la délibération n° 2024-0012 du 29 janvier 2024 adoptant le budget primitif ;",
         ("budget", "2024-0012", datetime.date(2024, 1, 29))),
        ("Vu le budget primitif de l'exercice 2024 ;", ("budget", None, None)),
        ("Vu la délibération n° 2023-5 du 3 mars 2023 relative à la délégation de service public ;",
         ("deliberation", "2023-5", datetime.date(2023, 3, 3))),
        ("Vu la délibération n° 21-C-0056 du 19 février 2021 adoptant le projet de territoire ;",
         ("deliberation", "21-C-0056", datetime.date(2021, 2, 19))),
    ],
)  # fmt: skip
def test_what_a_visa_cites(visa: str, expected: tuple[object, ...]) -> None:
    text = f"Bureau du 3 mai 2024\n\n{visa}\n\nLe bureau décide d'attribuer 300 € à Radio Cime.\n"
    (case,) = extract(typed(text))
    assert [(each.kind, each.number, each.date) for each in case.citations] == [expected]
