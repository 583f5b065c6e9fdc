"""The reference act, its rule sets, and one checker for the whole test run."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from checker.case import Case
from checker.casefile import load_case
from checker.checking import Checked, Checker
from checker.language.rulesets import default_root, load_rulesets
from checker.verdict import Instance, Verdict

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "cases" / "24-B-0045.json"


@functools.cache
def reference_case() -> Case:
    """The reference act."""
    return load_case(REFERENCE.read_bytes(), REFERENCE.name)


@functools.cache
def checker() -> Checker:
    """A checker with the project's own rule sets."""
    return Checker(load_rulesets(default_root(), ()))


def check(case: Case) -> Checked:
    """The verdicts on a case, which must be reliable."""
    checked = checker().check(case)
    assert checked.reliable, checked.faults
    return checked


def instances(checked: Checked, check_id: str) -> dict[str, Verdict]:
    """Verdicts by subject of one check, or of all checks of a rule."""
    return {
        instance.subject: instance.verdict
        for rule in checked.rules
        for instance in rule.instances
        if check_id in (rule.rule.id, instance.check.id)
    }


def failures(checked: Checked, keep: Callable[[Instance], bool] = lambda _: True) -> list[str]:
    """`check subject` of every failed instance kept."""
    return [
        f"{instance.check.id} {instance.subject}"
        for rule in checked.rules
        for instance in rule.instances
        if instance.verdict is Verdict.FAIL and keep(instance)
    ]
