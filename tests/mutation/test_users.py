"""Which values of a parameter its rules can tell apart."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from attrs import evolve

from checker.language.rulesets import RuleSets
from checker.language.shelf import Shelf
from checker.law.parameterfile import read_parameter
from checker.law.parameters import Parameter
from checker.mutation.users import can_differ, users_of
from checker.yamlfile import parse
from checker.yamlform import Form
from tests.language.rules import SEVERAL, THRESHOLD, load

DUTY = """\
title: {fr: Devoir, en: Duty}
type: int
anchor: act.date
values:
  2001-01-01: {value: 0, reference: some-act, verified: 2026-11-01}
  2020-01-01: {value: 1, reference: some-act, verified: 2026-11-01}
"""
USE = "require: {at_most: [let.year, law.threshold]}"
ONLY_ONE = "require: {all: [{at_most: [let.year, law.threshold]}, {equal: [law.duty, 1]}]}"


def read(rulesets: RuleSets, name: str, text: str) -> Parameter:
    shelf = Shelf(rulesets.law.parameters, rulesets.law.references)
    return read_parameter(Form("x.yaml", parse(text, "x.yaml")), name, "", shelf.references)


def differ(folder: Path, name: str, was: str, now: str, rule: str = SEVERAL) -> bool:
    files = {"theme/rule.yaml": rule, "law/parameters/duty.yaml": DUTY}
    rulesets = load(folder, files)
    text = {"law.threshold": THRESHOLD, "law.duty": DUTY}[name]
    assert was in text
    mutant = read(rulesets, name, text.replace(was, now))
    users = users_of(rulesets.rules)
    return can_differ(rulesets.law.parameters[name], mutant, users.get(name, ()))


@pytest.mark.parametrize(
    ("was", "now", "seen"),
    [
        ("23000.00", "23000.01", True),
        ("24000.00", "24000.01", True),
        ("2024-01-01", "2024-01-02", True),
        # The rule is in force from 2 August 2014 to 31 December 2025.
        ("2001-06-11", "2001-06-12", False),
        ("2030-01-01", "2030-01-02", False),
        ("2001-06-11", "2014-08-02", False),
        ("2001-06-11", "2014-08-03", True),
    ],
)
def test_only_what_differs_while_a_rule_is_in_force(
    tmp_path: Path, was: str, now: str, *, seen: bool
) -> None:
    assert differ(tmp_path, "law.threshold", was, now) is seen


def test_a_day_on_which_only_the_source_changes(tmp_path: Path) -> None:
    same = THRESHOLD.replace("24000.00", "23000.00")
    rulesets = load(tmp_path, {"theme/rule.yaml": SEVERAL})
    one, other = (
        read(rulesets, "law.threshold", same.replace("2024-01-01", day))
        for day in ("2024-01-01", "2024-01-02")
    )
    assert not can_differ(one, other, users_of(rulesets.rules)["law.threshold"])


@pytest.mark.parametrize(
    ("was", "now", "seen"),
    [("1, ref", "2, ref", True), ("0, ref", "1, ref", True), ("0, ref", "-1, ref", False)],
)
def test_values_on_the_same_side_of_every_constant(
    tmp_path: Path, was: str, now: str, *, seen: bool
) -> None:
    assert USE in SEVERAL
    found = differ(
        tmp_path, "law.duty", f"value: {was}", f"value: {now}", SEVERAL.replace(USE, ONLY_ONE)
    )
    assert found is seen


def test_what_no_rule_uses(tmp_path: Path) -> None:
    assert not differ(tmp_path, "law.duty", "value: 0", "value: 1")


def test_an_article_is_seen_by_the_rule_that_cites_it(tmp_path: Path) -> None:
    rulesets = load(tmp_path, {"theme/rule.yaml": SEVERAL})
    (user,) = users_of(rulesets.rules)["law.article"]
    assert (user.rule.id, user.checks, user.cites) == ("TST-02", (), True)
    article = rulesets.law.parameters["law.article"]
    for since, seen in ((datetime.date(2014, 8, 2), False), (datetime.date(2014, 8, 3), True)):
        later = evolve(article.values["*"][0], since=since)
        mutant = evolve(article, values={**article.values, "*": (later,)})
        assert can_differ(article, mutant, [user]) is seen
