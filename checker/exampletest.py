"""The examples of a rule, tried by both judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from checker.boundaries import Boundaries, Unpinned
from checker.engine.agreement import disagreements
from checker.engine.durable.network import Network
from checker.engine.durable.worker import judge_apart
from checker.engine.firing import Firing
from checker.engine.plain.interpreter import Interpreter
from checker.errors import UnreliableError
from checker.expectations import WHOLE
from checker.language.examples import Example
from checker.language.tree import Check, Rule
from checker.law.edition import Edition, Law
from checker.verdict import Verdict, instances

SECONDS = 60.0
"""How long the engine may take over one example."""


@frozen
class Fault:
    """An example that the engine judged in a way not to be relied on.

    Args:
        reason: What went wrong; empty where the two judges differ.
    """

    example: Example
    reason: str


@frozen
class Mismatch:
    """An example whose verdicts are not the expected ones, by subject."""

    example: Example
    expected: Mapping[str, str]
    got: Mapping[str, str]


@frozen
class Tried:
    """What the examples of one rule gave.

    Args:
        count: How many there are.
        mismatches: Those with other verdicts than expected.
        unpinned: Comparisons that no example pins, by check.
        faults: Those whose judgement is not reliable.
    """

    count: int
    mismatches: tuple[Mismatch, ...]
    unpinned: Mapping[str, tuple[Unpinned, ...]]
    faults: tuple[Fault, ...]


def try_examples(rule: Rule, examples: Iterable[Example], law: Law) -> Tried:
    """Try the examples of a rule, each on the check it is for.

    Raises:
        UnreliableError: The engine cannot be loaded, or refuses the rule.
    """
    examples = tuple(examples)
    mismatches: list[Mismatch] = []
    unpinned: dict[str, tuple[Unpinned, ...]] = {}
    faults: list[Fault] = []
    for check in rule.checks:
        boundaries = Boundaries(check)
        with Network([check]) as network:
            for example in examples:
                if example.check != check.id:
                    continue
                edition = law.for_act(example.facts.act, settled=example.settled)
                firings, fault = _judged(check, network, example, edition)
                faults += fault
                mismatches += _compared(check, example, firings)
                boundaries.see(example.facts, edition)
        unpinned[check.id] = boundaries.unpinned()
    return Tried(len(examples), tuple(mismatches), unpinned, tuple(faults))


def _judged(
    check: Check, network: Network, example: Example, edition: Edition
) -> tuple[list[Firing], list[Fault]]:
    firings = Interpreter([check]).judge(example.facts, edition)
    try:
        other = judge_apart(network, example.facts, edition, SECONDS)
    except UnreliableError as error:
        return firings, [Fault(example, str(error))]
    if disagreements(firings, other):
        return firings, [Fault(example, "")]
    return firings, []


def _compared(check: Check, example: Example, firings: Iterable[Firing]) -> Iterator[Mismatch]:
    found = instances(check, example.facts, firings, reliable=True)
    got = {each.subject: each.verdict.value for each in found}
    if not isinstance(example.expect, str):
        if got != example.expect:
            yield Mismatch(example, example.expect, got)
        return
    # A single word stands for one instance whatever its subject, or for none.
    subject = next(iter(got), WHOLE)
    expected = {subject: example.expect}
    if (got or {WHOLE: Verdict.NOT_APPLICABLE.value}) != expected:
        yield Mismatch(example, expected, got)
