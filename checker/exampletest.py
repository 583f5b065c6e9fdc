"""The examples of a rule, tried by both judges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from attrs import evolve, frozen

from checker.boundaries import Boundaries, Unpinned
from checker.engine.agreement import disagreements
from checker.engine.durable.network import Network
from checker.engine.durable.worker import judge_apart
from checker.engine.firing import Firing
from checker.engine.plain.interpreter import Interpreter
from checker.errors import UnreliableError
from checker.exampleverdicts import Miscited, Mismatch, is_tried, miscited, mismatch
from checker.language.examples import Example
from checker.language.tree import Rule
from checker.law.edition import Law

SECONDS = 60.0
"""How long the engine may take over the examples of one check."""


@frozen
class Fault:
    """An example that the engine judged in a way not to be relied on.

    Args:
        reason: What went wrong; empty where the two judges differ.
    """

    example: Example
    reason: str


@frozen
class Tried:
    """What the examples of one rule gave.

    Args:
        count: How many there are.
        mismatches: Those with other verdicts than expected.
        miscited: Those that cite other references than expected.
        unpinned: Comparisons that no example pins, by check.
        faults: Those whose judgement is not reliable.
    """

    count: int
    mismatches: tuple[Mismatch, ...]
    miscited: tuple[Miscited, ...]
    unpinned: Mapping[str, tuple[Unpinned, ...]]
    faults: tuple[Fault, ...]


def try_examples(rule: Rule, examples: Iterable[Example], law: Law) -> Tried:
    """Try the examples of a rule, each on the check it is for.

    Raises:
        UnreliableError: The engine cannot be loaded, or refuses the rule.
    """
    examples = tuple(examples)
    mismatches: list[Mismatch] = []
    other_texts: list[Miscited] = []
    unpinned: dict[str, tuple[Unpinned, ...]] = {}
    faults: list[Fault] = []
    for check in rule.checks:
        boundaries, interpreter = Boundaries(check), Interpreter([check])
        own = [_Task(each, law) for each in examples if each.check == check.id]
        with Network([check]) as network:
            others = _others(network, own)
        for task, other in zip(own, others, strict=True):
            firings = interpreter.judge(task.example.facts, task.edition)
            if isinstance(other, UnreliableError):
                faults.append(Fault(task.example, str(other)))
            elif disagreements(firings, other):
                faults.append(Fault(task.example, ""))
            tried = is_tried(rule, task.example)
            if found := mismatch(check, task.example, firings, tried=tried):
                mismatches.append(found)
            if cites := miscited(rule, task.example, task.edition):
                other_texts.append(cites)
            if tried:
                boundaries.see(task.example.facts, task.edition)
        unpinned[check.id] = boundaries.unpinned()
    return Tried(len(examples), tuple(mismatches), tuple(other_texts), unpinned, tuple(faults))


class _Task:
    """An example and the law as its act sees it."""

    def __init__(self, example: Example, law: Law) -> None:
        self.example = example
        self.edition = law.for_act(example.facts.act, settled=example.settled)


def _in_turn(network: Network, tasks: Sequence[_Task]) -> list[Firing]:
    """The firings for several tasks, told apart by the number in place of a check."""
    return [
        evolve(firing, check=str(n))
        for n, task in enumerate(tasks)
        for firing in network.judge(task.example.facts, task.edition)
    ]


def _others(network: Network, tasks: Sequence[_Task]) -> list[list[Firing] | UnreliableError]:
    """The firings of the engine for each task, or why there are none that can be relied on."""
    if not tasks:
        return []
    try:
        # One process for all of them: a process for each took half the time.
        together = judge_apart(partial(_in_turn, network, tasks), SECONDS)
    except UnreliableError as error:
        # Which of them it is about, only one at a time can tell.
        return [error] if len(tasks) == 1 else [_others(network, [task])[0] for task in tasks]
    found: list[list[Firing] | UnreliableError] = []
    for n, task in enumerate(tasks):
        check = task.example.check
        found.append([evolve(each, check=check) for each in together if each.check == str(n)])
    return found
