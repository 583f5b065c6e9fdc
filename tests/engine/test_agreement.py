"""The two judges agree on random rules and random facts."""

from __future__ import annotations

from random import Random

import pytest

from checker.engine.agreement import disagreements
from checker.engine.durable.network import Network
from checker.engine.firing import Firing, Outcome
from checker.engine.plain.interpreter import Interpreter
from checker.language.tree import Check
from tests.engine.generator import kinds_of, random_check, random_facts, random_parameters

PAIRS_A_SEED = 50


def _compare(seed: int) -> tuple[int, set[Outcome]]:
    """Judge ten sets of facts by five random checks; returns the pairs compared."""
    rng = Random(seed)
    checks: list[Check] = []
    while len(checks) < 5:
        check = random_check(rng, len(checks))
        try:
            Network([check]).close()
        except ValueError:
            continue  # More branches than the engine may hold: refused, not misjudged.
        checks.append(check)
    interpreter = Interpreter(checks)
    outcomes: set[Outcome] = set()
    with Network(checks) as network:
        for _ in range(10):
            facts = random_facts(rng, kinds_of(checks))
            parameters = random_parameters(rng)
            plain = interpreter.judge(facts, parameters)
            assert set(network.judge(facts, parameters)) == set(plain)
            outcomes |= {firing.outcome for firing in plain}
            tried = {check.id for check in rng.sample(checks, 2)}
            wanted = [firing for firing in plain if firing.check in tried]
            assert interpreter.judge(facts, parameters, tried) == wanted
            assert set(network.judge(facts, parameters, tried)) == set(wanted)
    return len(checks) * 10, outcomes


@pytest.mark.parametrize("block", range(4))
def test_judges_agree(block: int) -> None:
    """600 pairs of a rule and a set of facts, with every outcome among them."""
    results = [_compare(seed) for seed in range(block * 3, block * 3 + 3)]

    assert sum(pairs for pairs, _ in results) == 3 * PAIRS_A_SEED
    assert set(Outcome) == set().union(*(outcomes for _, outcomes in results))


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_judges_agree_on_many(block: int) -> None:
    """5 000 more pairs."""
    results = [_compare(seed) for seed in range(1000 + block * 10, 1010 + block * 10)]

    assert sum(pairs for pairs, _ in results) == 10 * PAIRS_A_SEED


def test_difference_names_its_check() -> None:
    """A missing firing and another outcome are both differences."""
    one = [Firing("A-01", ("x",), Outcome.PASS), Firing("A-02", ("x",), Outcome.FAIL)]
    other = [Firing("A-02", ("x",), Outcome.OPEN)]

    assert {"A-01", "A-02"} == disagreements(one, other)
    assert not disagreements(one, reversed(one))
