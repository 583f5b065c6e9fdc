"""Whether the examples of a check stand close to each of its boundaries.

A comparison of numbers or dates is pinned by two examples: both sides equal, and one unit (a
cent, a day, one) away, across the boundary. Without them a rule that says « plus de » for « au
moins », or a threshold one cent off, would pass its examples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from attrs import frozen

from checker.engine.firing import Parameters
from checker.engine.plain.explanation import type_of
from checker.engine.plain.instances import Trial, trial
from checker.engine.plain.lookup import Frame, Lookup
from checker.engine.plain.meaning import Clause
from checker.factbase import FactBase
from checker.interval import Interval, Truth
from checker.language.tree import Check, Compare, Comparison

ACROSS = {
    Comparison.EQUAL: (-1, 1),
    Comparison.DIFFERENT: (-1, 1),
    Comparison.MORE: (1,),
    Comparison.AT_LEAST: (-1,),
    Comparison.LESS: (-1,),
    Comparison.AT_MOST: (1,),
}
"""Left side less right side, one unit across the boundary from where both are equal."""


@frozen(order=False)
class Unpinned:
    """A comparison that no example pins.

    Args:
        condition: The comparison.
        equal: Whether an example with both sides equal is missing.
        across: Whether one a unit across the boundary is missing.
    """

    condition: Compare
    equal: bool
    across: bool


class Boundaries:
    """The comparisons of one check, and how close examples came to their boundaries."""

    def __init__(self, check: Check) -> None:
        self._trial = trial(check)
        self._gaps: dict[Compare, set[int]] = {
            atom.condition: set()
            for clause in _clauses(self._trial)
            for atom in _atoms([clause])
            if isinstance(atom.condition, Compare)
        }

    def see(self, facts: FactBase, parameters: Parameters) -> None:
        """Take one example into account, at every binding where a comparison decides."""
        trial, lookup = self._trial, Lookup(facts, parameters)
        kinds = [binding.kind for binding in trial.check.bindings]
        for ids in product(*([fact.id for fact in facts.of(kind)] for kind in kinds)):
            if len(set(zip(kinds, ids, strict=True))) < len(kinds):
                continue  # two aliases never stand for the same fact
            frame = trial.rebound(lookup, ids)
            tests = [test for stage in trial.stages for test in stage.tests]
            self._note_alone(tests, frame)
            if any(test.truth(frame) is Truth.FALSE for test in tests):
                continue
            for draw in trial.draws.values():
                for row in facts.of(draw.let.kind):
                    frame.facts[draw.slot] = row
                    self._note_alone(draw.tests, frame)
            if trial.trigger is not None:
                self._note(trial.trigger, frame)
            if trial.trigger is None or trial.trigger.truth(frame) is not Truth.FALSE:
                self._note(trial.requirement, frame)

    def unpinned(self) -> tuple[Unpinned, ...]:
        """The comparisons that the examples seen leave loose, in the order of the check."""
        found = (
            Unpinned(each, 0 not in gaps, not gaps & set(ACROSS[each.comparison]))
            for each, gaps in self._gaps.items()
        )
        return tuple(each for each in found if each.equal or each.across)

    def _note_alone(self, tests: Sequence[Clause], frame: Frame) -> None:
        """Note each test where the others do not already rule the fact out."""
        false = [test for test in tests if test.truth(frame) is Truth.FALSE]
        for test in tests:
            if false in ([], [test]):
                self._note(test, frame)

    def _note(self, clause: Clause, frame: Frame) -> None:
        for atom in _atoms([clause]):
            if isinstance(atom.condition, Compare) and atom.truth(frame) is not Truth.UNKNOWN:
                left, right = (term.value(frame) for term in atom.terms)
                self._gaps[atom.condition].add(_gap(left, right))


def _gap(left: Interval, right: Interval) -> int:
    """The difference that decided a comparison: the least one that the intervals leave open."""
    least, most = left.low - right.high, left.high - right.low
    return least if least >= 0 else min(most, 0)


def _clauses(trial: Trial) -> Iterator[Clause]:
    for stage in trial.stages:
        yield from stage.tests
    for draw in trial.draws.values():
        yield from draw.tests
    if trial.trigger is not None:
        yield trial.trigger
    yield trial.requirement


def _atoms(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The comparisons of numbers or dates among clauses and their parts."""
    for clause in clauses:
        yield from _atoms(clause.parts)
        condition = clause.condition
        if isinstance(condition, Compare) and type_of(condition.left).ordered:
            yield clause
