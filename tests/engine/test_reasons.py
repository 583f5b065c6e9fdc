"""The reasons of a verdict are those of the judge: recombined by hand, they give it again."""

from __future__ import annotations

from random import Random

import pytest

from checker.engine.firing import Firing, Outcome
from checker.engine.plain.interpreter import Interpreter
from checker.engine.reasons import Reason, Reasons
from checker.interval import Truth
from checker.language.tree import AllOf, AnyOf, Not
from tests.engine.generator import kinds_of, random_check, random_facts, random_parameters


def recombined(reason: Reason) -> Truth:
    """The truth of a condition by its leaves, combined here."""
    parts = [recombined(part) for part in reason.parts]
    match reason.condition:
        case Not():
            return Truth(2 - parts[0])
        case AllOf():
            return min(parts)
        case AnyOf():
            return max(parts)
    return reason.truth


def every_reason(reason: Reason) -> list[Reason]:
    return [reason, *(each for part in reason.parts for each in every_reason(part))]


def said(reasons: Reasons) -> Outcome:
    """The outcome by the table of the design."""
    trigger = [recombined(test) for each in reasons.bound for test in each.tests]
    if reasons.trigger is not None:
        trigger.append(recombined(reasons.trigger))
    required = recombined(reasons.requirement)
    if required is Truth.TRUE:
        return Outcome.PASS
    certain = min(trigger, default=Truth.TRUE) is Truth.TRUE
    return Outcome.FAIL if certain and required is Truth.FALSE else Outcome.OPEN


def judged(seed: int) -> tuple[list[tuple[Firing, Reasons]], list[tuple[str, int]]]:
    """Instances of random checks on random facts with their reasons; what is left elsewhere."""
    rng = Random(seed)
    checks = [random_check(rng, number) for number in range(6)]
    facts, parameters = random_facts(rng, kinds_of(checks)), random_parameters(rng)
    interpreter = Interpreter(checks)
    firings = interpreter.judge(facts, parameters)
    left = [
        (check.id, filters[-1].after)
        for check in checks
        if (filters := interpreter.filters(facts, parameters, check.id))
    ]
    explained = [
        (each, interpreter.reasons(facts, parameters, each.check, each.binding)) for each in firings
    ]
    return explained, left


@pytest.mark.parametrize("seed", range(30))
def test_the_tree_of_every_instance_has_the_truth_of_its_verdict(seed: int) -> None:
    found, _ = judged(seed)

    for firing, reasons in found:
        assert said(reasons) is firing.outcome
        roots = [reasons.requirement, *(test for each in reasons.bound for test in each.tests)]
        roots += [] if reasons.trigger is None else [reasons.trigger]
        for reason in (each for root in roots for each in every_reason(root)):
            assert reason.truth is recombined(reason)
            assert bool(reason.missing) <= (reason.truth is Truth.UNKNOWN)


@pytest.mark.parametrize("seed", range(30))
def test_what_the_conditions_leave_is_what_is_judged(seed: int) -> None:
    found, left = judged(seed)

    for check, number in left:
        assert number == sum(firing.check == check for firing, _ in found)


def test_random_checks_reach_every_outcome_and_every_truth() -> None:
    found = [pair for seed in range(30) for pair in judged(seed)[0]]

    assert {firing.outcome for firing, _ in found} == set(Outcome)
    assert {reasons.requirement.truth for _, reasons in found} == set(Truth)
    assert any(reasons.triggered is Truth.UNKNOWN for _, reasons in found)


@pytest.mark.parametrize("seed", range(30))
def test_what_makes_no_instance_has_a_false_condition(seed: int) -> None:
    rng = Random(seed)
    checks = [random_check(rng, number) for number in range(6)]
    facts, parameters = random_facts(rng, kinds_of(checks)), random_parameters(rng)
    interpreter = Interpreter(checks)
    firings = interpreter.judge(facts, parameters)

    for check in checks:
        judged_ = [each.binding for each in firings if each.check == check.id]
        absent = interpreter.absences(facts, parameters, check.id)
        bindings = [each.binding for each in absent]
        assert not set(bindings) & set(judged_)
        assert len(set(bindings)) == len(bindings)
        if len(check.bindings) == 1:
            assert len(bindings) + len(judged_) == len(facts.of(check.bindings[0].kind))
        for each in absent:
            assert recombined(each.reason) is Truth.FALSE
            reasons = interpreter.reasons(facts, parameters, check.id, each.binding)
            assert reasons.triggered is Truth.FALSE
