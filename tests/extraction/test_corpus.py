"""Real deliberations: nothing is lost, and nothing is granted that was not."""

from __future__ import annotations

import pytest

from checker.case import Case
from checker.casefile import dump_case, load_case
from checker.extraction import extract
from tests.extraction.signs import unaccounted
from tests.extraction.sources import SHARED, shared

pytestmark = pytest.mark.slow

CORPUS = SHARED / "corpus"
FILES = [
    *(f"chemere/{name}.txt" for name in (
        *("2008-04-22_2008-60", "2009-02-18_2009-18", "2009-04-21_2009-71"),
        *("2009-07-21_2009-108", "2010-10-19_2010-121", "2010-10-19_2010-122"),
        *("2011-07-05_2011-80", "2012-03-27_2012-60", "20_juillet_2010_2010-100"),
        "17_décembre_2013_2013-133",
    )),
    *("chemere/CM 21 juillet 2009.pdf", "couthenans/CR_reunion_20210604.pdf"),
    *("montpellier/2014-04-24-0000071276.pdf", "montpellier/2014-05-22-0000072186.pdf"),
    *("montpellier/2014-05-22-0000072216.pdf", "montpellier/VilleMTP_MTP_AttribSub_2012.pdf"),
]  # fmt: skip


def cases_of(name: str) -> tuple[Case, ...]:
    return extract(shared(CORPUS / name))


@pytest.mark.parametrize("name", FILES)
def test_every_sign_is_accounted_for(name: str) -> None:
    source = shared(CORPUS / name)
    cases = extract(source)
    assert unaccounted(source, cases) == []
    for case in cases:
        assert load_case(dump_case(case).encode(), "case.json") == case


def test_refused_requests_are_granted_to_nobody() -> None:
    (case,) = cases_of("chemere/2008-04-22_2008-60.txt")
    assert case.act.number == "2008/60"
    assert not case.awards
    assert not case.summary
    assert {value for each in case.readings for value in each.readings} >= {"237.00", "1540.00"}


def test_minutes_are_cut_into_deliberations() -> None:
    numbers = [case.act.number for case in cases_of("chemere/CM 21 juillet 2009.pdf")]
    assert {f"2009/{n}" for n in (98, 99, 100, 101, 102, 104, 105, 106, 107, 108, 109)} <= {
        *numbers
    }


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("chemere/20_juillet_2010_2010-100.txt", ["Alice BICZYSKO"]),
        ("chemere/17_décembre_2013_2013-133.txt", ["Alice BICZYSKO"]),
        ("chemere/2009-04-21_2009-71.txt", []),
    ],
)
def test_who_took_no_part(name: str, people: list[str]) -> None:
    (case,) = cases_of(name)
    assert [member.name for member in case.members] == people
