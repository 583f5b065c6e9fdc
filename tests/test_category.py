"""An authority of no known category: nothing is held against it that depends on its category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import pytest
from attrs import evolve

from checker.case import Case, Category
from checker.casefile import load_case
from checker.checking import Checked
from checker.report import build_report
from checker.verdict import Verdict
from tests.acts import ROOT, check, reference_case

CASES = sorted(path.name for path in (ROOT / "cases").glob("*.json") if "expected" not in path.name)


def of(case: Case, category: Category | None) -> Case:
    return evolve(case, body=evolve(case.body, category=category))


def verdicts(checked: Checked) -> dict[tuple[str, str], Verdict]:
    return {
        (instance.check.id, instance.subject): instance.verdict
        for rule in checked.rules
        for instance in rule.instances
    }


def unsound(case: Case, categories: Sequence[Category] = get_args(Category)) -> list[str]:
    """Verdicts without a category that one of these would turn round."""
    unknown = verdicts(check(of(case, None)))
    wrong = []
    for category in categories:
        known = verdicts(check(of(case, category)))
        for key in {*known, *unknown}:
            held, there = unknown.get(key), known.get(key)
            certain = held in (Verdict.FAIL, Verdict.REVIEW) and there is not held
            passed = held is Verdict.PASS and there not in (Verdict.PASS, None)
            if certain or passed or (held is None and there is not None):
                wrong.append(f"{category}: {key} is {there}, without a category {held}")
    return sorted(wrong)


def test_no_verdict_on_the_reference_act_depends_on_an_unknown_category() -> None:
    assert unsound(reference_case(), ["metropole", "commune"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_no_verdict_on_an_act_depends_on_an_unknown_category(name: str) -> None:
    assert unsound(load_case((ROOT / "cases" / name).read_bytes(), name)) == []


def test_a_rule_for_some_categories_names_what_is_missing() -> None:
    report = build_report(check(of(reference_case(), None)), language="fr")
    assert report.act.category is None
    found = {rule.id: rule for rule in report.rules}
    for name in ("MDE-02", "COM-01"):
        (one, *_) = (each for each in found[name].instances if each.verdict is Verdict.OPEN)
        assert one.missing[0].document == "fiche de la collectivité (Insee)"
        assert "catégorie de collectivité" in one.missing[0].what
