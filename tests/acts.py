"""The reference act, its rule sets, and one checker for the whole test run."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from checker.case import Case
from checker.casefile import load_case
from checker.checking import Checked, Checker, facts_of
from checker.engine.firing import Outcome
from checker.engine.plain.interpreter import Interpreter
from checker.language.rulesets import RuleSets, default_root, load_rulesets
from checker.verdict import Instance, Verdict

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "cases" / "24-B-0045.json"


@functools.cache
def reference_case() -> Case:
    """The reference act."""
    return load_case(REFERENCE.read_bytes(), REFERENCE.name)


@functools.cache
def rulesets() -> RuleSets:
    """The project's own rule sets."""
    return load_rulesets(default_root())


@functools.cache
def schemes() -> tuple[tuple[str, ...], ...]:
    """The names of each scheme of the project's own table, as commands look for them."""
    return tuple(scheme.names for scheme in rulesets().law.schemes.values())


@functools.cache
def checker() -> Checker:
    """A checker with the project's own rule sets."""
    return Checker(rulesets())


_FIGURES = ("ARI", "COH", "ALL", "LEC", "MDE")
"""Themes of the rules that compare figures of the act."""


@functools.cache
def _interpreter() -> Interpreter:
    rules = (rule for rule in rulesets().rules if rule.id.startswith(_FIGURES))
    return Interpreter([check for rule in rules for check in rule.checks])


def interpreted(case: Case) -> set[str]:
    """`check subject` of every failure of a rule on figures, by the plain judge alone.

    For thousands of cases.
    """
    facts = facts_of(case, rulesets().law)
    edition = rulesets().law.for_act(facts.act)
    firings = _interpreter().judge(facts, edition)
    return {f"{f.check} {'/'.join(f.binding)}" for f in firings if f.outcome is Outcome.FAIL}


def check(case: Case) -> Checked:
    """The verdicts on a case, which must be reliable; those on the reference act are kept."""
    return _reference_checked() if case is reference_case() else _checked(case)


@functools.cache
def _reference_checked() -> Checked:
    return _checked(reference_case())


def _checked(case: Case) -> Checked:
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
