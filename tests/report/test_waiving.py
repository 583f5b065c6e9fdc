"""What is accepted of a report, on which day, and what is told of the rest."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from checker.report import Report, exit_status
from checker.report.model import IdleWaiver
from checker.report.waiving import waived
from checker.verdict import Verdict
from checker.waivers import Waiver
from checker.words import Language
from tests.report.making import euros, report, small_case, with_interest

DAY = datetime.date(2024, 6, 1)
WAIVER = Waiver(
    rule="TOT-01",
    act="24-01",
    subject="t",
    reason="Erreur matérielle.",
    author="Camille Exemple",
    date=datetime.date(2024, 3, 2),
    expires=datetime.date(2024, 12, 31),
    body=None,
    place="waivers.yaml:1",
)


def accepted(report: Report) -> list[tuple[str, str]]:
    return [
        (each.check, each.subject)
        for rule in report.rules
        for each in rule.instances
        if each.waived is not None
    ]


def tried(
    *waivers: Waiver,
    of: Report | None = None,
    today: datetime.date = DAY,
    open_counts: bool = False,
) -> Report:
    return waived(of or report(small_case()), waivers, today=today, open_counts=open_counts)


def only_idle(of: Report) -> IdleWaiver:
    (found,) = of.idle_waivers
    return found


def test_the_finding_is_marked_and_all_else_stays() -> None:
    before = report(small_case())
    after = tried(WAIVER, of=before)
    bare = [
        evolve(rule, instances=tuple(evolve(each, waived=None) for each in rule.instances))
        for rule in after.rules
    ]

    assert accepted(after) == [("TOT-01", "t")]
    assert after.counts == before.counts
    assert after.accepted[Verdict.FAIL] == 1
    assert after.idle_waivers == ()
    assert tuple(bare) == before.rules


def test_what_is_accepted_does_not_count_for_the_status() -> None:
    assert exit_status([tried()]) == 1
    assert exit_status([tried(WAIVER)]) == 0


@pytest.mark.parametrize(
    ("today", "holds"), [(WAIVER.expires, True), (datetime.date(2025, 1, 1), False)]
)
def test_it_holds_to_its_last_day(today: datetime.date, holds: bool) -> None:
    found = tried(WAIVER, today=today)

    assert bool(accepted(found)) is holds
    if not holds:
        idle = only_idle(found)
        assert idle.state == "expired"
        assert idle.shown.replace("\u00a0", " ") == (
            "TOT-01 « total du dispositif » (waivers.yaml:1) : acceptation échue depuis le"
            " 31 décembre 2024 : le constat compte de nouveau."
        )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "rien n'est relevé de ce contrôle sous ce sujet ; ses sujets relevés : t."),
        ("en", "nothing is found by this control there; found by it: t."),
    ],
)
def test_a_subject_that_is_not_there_is_told_with_those_that_are(
    language: Language, said: str
) -> None:
    found = tried(evolve(WAIVER, subject="total"), of=report(small_case(), language))

    assert accepted(found) == []
    assert only_idle(found).state == "unused"
    assert only_idle(found).shown.replace("\u00a0", " ").endswith(said)


def test_a_pass_is_never_accepted_and_the_entry_is_told() -> None:
    right = evolve(small_case(), totals=(evolve(small_case().totals[0], amount=euros(40000)),))
    found = tried(WAIVER, of=report(right))

    assert accepted(found) == []
    assert only_idle(found).shown.endswith("le contrôle est désormais sans anomalie.")


@pytest.mark.parametrize(
    "waiver", [evolve(WAIVER, act="24-02"), evolve(WAIVER, body="Ville d'Ailleurs")]
)
def test_nothing_of_another_act_is_accepted(waiver: Waiver) -> None:
    found = tried(waiver)

    assert accepted(found) == []
    assert found.idle_waivers == ()


def test_an_act_without_number_has_nothing_accepted() -> None:
    case = evolve(small_case(), act=evolve(small_case().act, number=None))

    assert accepted(tried(WAIVER, of=report(case))) == []


def test_what_is_for_a_person_to_judge_can_be_accepted() -> None:
    waiver = evolve(WAIVER, rule="JUG-01", subject="l2")
    found = tried(waiver)

    assert accepted(found) == [("JUG-01", "l2")]
    assert found.accepted[Verdict.REVIEW] == 1


def test_what_is_open_can_be_accepted_only_where_it_counts() -> None:
    case = evolve(small_case(), totals=(evolve(small_case().totals[0], amount=None),))
    opened = report(case)
    found = tried(WAIVER, of=opened, open_counts=True)

    assert opened.found(Verdict.OPEN)
    assert accepted(tried(WAIVER, of=opened)) == []
    assert "n'a pas pu être tranché" in only_idle(tried(WAIVER, of=opened)).shown
    assert accepted(found) == [("TOT-01", "t")]
    assert found.accepted[Verdict.OPEN] == 1


def test_of_two_entries_the_one_in_force_is_shown_and_the_other_told() -> None:
    old = evolve(WAIVER, expires=datetime.date(2024, 4, 1), body="Ville d'Exemple")
    new = evolve(WAIVER, place="waivers.yaml:9")
    found = tried(old, new)

    assert accepted(found) == [("TOT-01", "t")]
    assert only_idle(found).waived.place == old.place
    assert only_idle(found).state == "expired"


def test_nothing_is_accepted_of_a_run_that_is_not_reliable() -> None:
    found = tried(WAIVER, of=report(small_case(), faults=["The two judges differ."]))

    assert accepted(found) == []
    assert exit_status([found]) == 3


def test_a_rule_stands_for_its_checks_and_a_check_for_itself() -> None:
    assert WAIVER.accepts("TOT-01", "t")
    assert WAIVER.accepts("TOT-01/stated", "t")
    assert not evolve(WAIVER, rule="TOT-01/stated").accepts("TOT-01/other", "t")
    assert not evolve(WAIVER, rule="TOT-01/stated").accepts("TOT-01", "t")
    assert not WAIVER.accepts("TOT-010", "t")


def test_a_declared_interest_is_accepted_by_its_subject() -> None:
    waiver = evolve(WAIVER, rule="INT-01", subject="i1")

    assert accepted(tried(waiver, of=report(with_interest(small_case())))) == [("INT-01", "i1")]
