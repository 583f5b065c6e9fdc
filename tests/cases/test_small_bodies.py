"""Acts of small bodies: a clean one says nothing; a planted fault is found, and nothing else."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping, Sequence

import pytest
from attrs import evolve

from checker.case import Agreement, Case, Cents, Count, NonParticipant, Slug
from checker.casefile import load_case
from checker.verdict import Verdict
from tests.acts import ROOT, check

pytestmark = pytest.mark.slow

FAIL, REVIEW = Verdict.FAIL, Verdict.REVIEW
Finding = tuple[str, str, Verdict]
"""Check, subject and verdict."""

SMALL_2019 = "commune-900-2019-trois-petites-subventions"
SMALL_2024 = "commune-900-2024-interet-et-deux-pouvoirs"
TOWN_2015 = "commune-40000-2015-seuil-sans-convention"
TOWN_2026 = "commune-40000-2026-projet-article-renumerote"
ALSACE_2023 = "commune-alsace-2023-association-de-droit-local"
EMERGENCY_2021 = "cc-2021-quorum-urgence-sanitaire"
AFTERWARDS_2023 = "cc-2023-quorum-perdu-et-pouvoirs"

TREASURER = Slug("solange-fabreguel")
RURAL_CLUB = Slug("foyer-rural-de-monteyrac")
WORKSHOP = Slug("atelier-des-deux-rives")

FOUND: Mapping[str, set[Finding]] = {
    SMALL_2019: set(),
    # The treasurer of an association votes, and one member holds two proxies.
    SMALL_2024: {
        ("INT-01", "interet-foyer-rural", FAIL),
        ("INT-06", "interet-foyer-rural/award-foyer-rural-de-monteyrac", REVIEW),
        ("VOT-06", "maryvonne-lescurier:1", FAIL),
    },
    # 15 000 € in February and 9 000 € now without an agreement; 44 450 € printed as 45 440 €.
    TOWN_2015: {
        ("CON-01", WORKSHOP, FAIL),
        ("ARI-01", "operative-total", FAIL),
    },
    # An article renumbered on 1 January 2026, an account of the chart of before, its wording.
    TOWN_2026: {
        ("VIS-04/late", "visa-l-2311-7", FAIL),
        ("BUD-05/account", "charge", FAIL),
        ("BUD-05/wording", "charge", FAIL),
    },
    ALSACE_2023: set(),
    EMERGENCY_2021: set(),
    # 13 members present of 36; three members hold two proxies each.
    AFTERWARDS_2023: {
        ("VOT-01/reached", "sitting", FAIL),
        ("VOT-06", "nadege-peyrelade:1", FAIL),
        ("VOT-06", "colette-roumegoux-lys:3", FAIL),
        ("VOT-06", "severine-tauriniac:5", FAIL),
    },
}
"""Everything that fails or is left to a person, by case."""


@functools.cache
def case(name: str) -> Case:
    return load_case((ROOT / "cases" / f"{name}.json").read_bytes(), name)


def verdicts(act: Case, *wanted: Verdict) -> set[Finding]:
    return {
        (instance.check.id, instance.subject, instance.verdict)
        for rule in check(act).rules
        for instance in rule.instances
        if instance.verdict in wanted
    }


@pytest.mark.parametrize("name", FOUND)
def test_what_is_found_is_what_was_planted(name: str) -> None:
    assert verdicts(case(name), FAIL, REVIEW) == FOUND[name]


@pytest.mark.parametrize("name", FOUND)
def test_nothing_is_left_undecided(name: str) -> None:
    assert verdicts(case(name), Verdict.OPEN) == set()


# A fault mended is found no more, and mending it brings up nothing else.


def total_corrected(act: Case) -> Case:
    """The operative part prints the sum that the reasons print."""
    recital, operative = act.totals
    return evolve(act, totals=(recital, evolve(operative, amount=recital.amount)))


def grant_of_february_left_out(act: Case) -> Case:
    return evolve(act, grants=())


def february_at_the_threshold(act: Case) -> Case:
    """23 000 € over the year do not exceed the threshold."""
    (grant,) = act.grants
    return evolve(act, grants=(evolve(grant, amount=Cents(14_000_00)),))


def article_of_2026(act: Case) -> Case:
    return evolve(
        act,
        citations=tuple(
            evolve(cited, article="L. 1612-25") if cited.article == "L. 2311-7" else cited
            for cited in act.citations
        ),
    )


def terms_of_today(act: Case) -> Case:
    (charge,) = act.charges
    current = evolve(charge, budget="budget principal", account="65748", nomenclature="M57")
    return evolve(act, charges=(current,))


def treasurer_withdrawn(act: Case) -> Case:
    """She leaves the room: one voter and one vote less."""
    return evolve(
        act,
        participants=tuple(
            evolve(here, voted=False) if here.member == TREASURER else here
            for here in act.participants
        ),
        non_participants=(NonParticipant(TREASURER, "trésorière de l'association", RURAL_CLUB),),
        vote=evolve(act.vote, voters=Count(13), ayes=Count(13)),
    )


def second_proxy_handed_on(act: Case) -> Case:
    first, second, third = act.proxies
    return evolve(act, proxies=(first, evolve(second, holder=act.members[5].id), third))


@pytest.mark.parametrize(
    ("name", "mend", "gone"),
    [
        (TOWN_2015, total_corrected, ["ARI-01"]),
        (TOWN_2015, grant_of_february_left_out, ["CON-01"]),
        (TOWN_2015, february_at_the_threshold, ["CON-01"]),
        (TOWN_2026, article_of_2026, ["VIS-04/late"]),
        (TOWN_2026, terms_of_today, ["BUD-05/account", "BUD-05/wording"]),
        (SMALL_2024, treasurer_withdrawn, ["INT-01", "INT-06"]),
        (SMALL_2024, second_proxy_handed_on, ["VOT-06"]),
    ],
)
def test_a_fault_mended_is_found_no_more(
    name: str, mend: Callable[[Case], Case], gone: Sequence[str]
) -> None:
    left = {finding for finding in FOUND[name] if finding[0] not in gone}

    assert left < FOUND[name]
    assert verdicts(mend(case(name)), FAIL, REVIEW) == left


def test_an_agreement_answers_the_threshold() -> None:
    act = case(TOWN_2015)
    bond = Agreement(Slug("convention"), (WORKSHOP,), wording="la convention", signatory="le Maire")

    found = verdicts(evolve(act, agreements=(bond,)), FAIL)

    assert "CON-01" not in {check_id for check_id, _, _ in found}


# The same act under the law of two days.


def test_the_twins_sat_alike() -> None:
    then, afterwards = case(EMERGENCY_2021), case(AFTERWARDS_2023)

    counts = {"present": 13, "in_office": 36, "represented": 10}
    for act in (then, afterwards):
        assert {name: getattr(act.sitting, name) for name in counts} == counts
    assert then.vote == afterwards.vote
    assert then.proxies == afterwards.proxies
    assert then.participants == afterwards.participants
    assert then.awards[0].amount == afterwards.awards[0].amount


@pytest.mark.parametrize(
    ("day", "lost"),
    [
        (datetime.date(2020, 10, 30), True),
        (datetime.date(2020, 10, 31), False),
        (datetime.date(2021, 9, 30), False),
        (datetime.date(2021, 10, 1), True),
        (datetime.date(2021, 11, 9), True),
        (datetime.date(2021, 11, 10), False),
        (datetime.date(2022, 7, 31), False),
        (datetime.date(2022, 8, 1), True),
    ],
)
def test_the_quorum_is_that_of_the_day(day: datetime.date, lost: bool) -> None:
    then = case(EMERGENCY_2021)

    found = verdicts(evolve(then, act=evolve(then.act, date=day)), FAIL)

    assert (("VOT-01/reached", "sitting", FAIL) in found) is lost
    assert len([check_id for check_id, _, _ in found if check_id == "VOT-06"]) == (3 if lost else 0)


@pytest.mark.parametrize(("present", "enough"), [(12, True), (11, False)])
def test_a_third_of_the_members_is_enough_in_the_emergency(present: int, enough: bool) -> None:
    act = case(EMERGENCY_2021)

    found = verdicts(evolve(act, sitting=evolve(act.sitting, present=Count(present))), FAIL)

    assert (("VOT-01/reached", "sitting", FAIL) not in found) is enough
