"""Conditions that hold in the same instances have one form, and no others do."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.language.tree import Check
from checker.mutation.normal import normal_check
from tests.language.rules import RULE, check_of

REQUIRE = "require: {equal: [{plus: [let.lines, one.amount]}, total.amount]}\n"
USED = "{equal: [let.lines, one.amount]}"
A, B = "{stated: total.amount}", "{more: [total.amount, 5.00]}"


def check(folder: Path, condition: str, *, was: str = REQUIRE, now: str = "require") -> Check:
    assert was in RULE
    text = RULE.replace(was, f"{now}: {{all: [{USED}, {condition}]}}\n")
    return check_of(folder, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{{all: [{A}, {B}]}}", f"{{all: [{B}, {A}, {A}]}}"),
        (f"{{any: [{A}]}}", A),
        (f"{{not: {{any: [{A}, {B}]}}}}", f"{{all: [{{not: {A}}}, {{not: {B}}}]}}"),
        (f"{{not: {{not: {A}}}}}", A),
        ("{not: {more: [total.amount, 5.00]}}", "{at_most: [total.amount, 5.00]}"),
        ("{more: [total.amount, 5.00]}", "{less: [5.00, total.amount]}"),
        ("{more: [total.amount, 5.00]}", "{at_least: [total.amount, 5.01]}"),
        ("{more: [5.00, total.amount]}", "{at_most: [total.amount, 4.99]}"),
        ("{equal: [total.amount, 5.00]}", "{equal: [5.00, total.amount]}"),
    ],
)
def test_one_form(tmp_path: Path, one: str, other: str) -> None:
    first, second = (normal_check(check(tmp_path / n, c)) for n, c in (("a", one), ("b", other)))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{{all: [{A}, {B}]}}", f"{{any: [{A}, {B}]}}"),
        (A, f"{{not: {A}}}"),
        ("{more: [total.amount, 5.00]}", "{at_least: [total.amount, 5.00]}"),
        ("{more: [total.amount, 5.00]}", "{more: [5.00, total.amount]}"),
        ("{equal: [total.amount, 5.00]}", "{different: [total.amount, 5.00]}"),
        ("{equal: [total.amount, 5.00]}", "{equal: [total.amount, 5.01]}"),
    ],
)
def test_two_forms(tmp_path: Path, one: str, other: str) -> None:
    first, second = (normal_check(check(tmp_path / n, c)) for n, c in (("a", one), ("b", other)))
    assert first != second


def test_distinct_identifiers_are_counted(tmp_path: Path) -> None:
    lets = "lines: {sum: award.amount, where: {decision: total.decision, id: {not: one.id}}}"
    require = "require: {equal: [let.n, 2]}\n"
    forms = []
    for number, let in enumerate(("n: {distinct: award.id}", "n: {count: award}")):
        text = RULE.replace(lets, let).replace(REQUIRE, require)
        text = text.replace("{let.lines} ({let.lines.count}), ", "{let.n}, ")
        forms.append(normal_check(check_of(tmp_path / str(number), text)))
    assert forms[0] == forms[1]
