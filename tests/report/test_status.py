"""The exit status that reports call for."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from checker.errors import Problem
from checker.report import FAIL_ON, Unread, exit_status
from tests.report.making import euros, report, small_case, with_interest

UNREAD = Unread("a.json", (Problem("a.json", 1, 1, "$", "Broken."),))


def test_errors_count_by_default() -> None:
    right = evolve(small_case(), totals=(evolve(small_case().totals[0], amount=euros(40000)),))

    assert exit_status([report(small_case())]) == 1
    assert exit_status([report(right)]) == 0


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [("error", 0), ("warning", 1), ("note", 1), ("review", 1), ("open", 1)],
)
def test_what_counts_can_be_chosen(fail_on: str, status: int) -> None:
    right = evolve(small_case(), totals=(evolve(small_case().totals[0], amount=euros(40000)),))

    assert exit_status([report(right)], fail_on) == status


def test_open_and_review_count_only_when_asked_for() -> None:
    case = evolve(small_case(), totals=(), lines=(), policies=(), awards=())
    made = report(case)

    assert exit_status([made], "note") == 0
    assert exit_status([made], "review") == 0
    assert exit_status([made], "open") == 1
    assert exit_status([made], ["review", "open"]) == 1


def test_worst_of_several_inputs() -> None:
    fine = report(evolve(with_interest(small_case()), interests=(), totals=(), awards=()))
    bad = report(small_case())
    unreliable = report(small_case(), faults=["The judges differ."])

    assert exit_status([]) == 0
    assert exit_status([fine, bad]) == 1
    assert exit_status([bad, UNREAD]) == 2
    assert exit_status([UNREAD, unreliable, bad]) == 3


def test_capped_error_is_a_warning() -> None:
    case = evolve(small_case(), totals=())

    assert exit_status([report(case)]) == 0
    later = evolve(case, act=evolve(case.act, date=datetime.date(2025, 3, 1)))
    assert exit_status([report(later)]) == 1


def test_words_of_the_option() -> None:
    assert FAIL_ON == ("error", "warning", "note", "review", "open")
