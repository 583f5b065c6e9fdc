"""The second judge: checks evaluated directly from their trees, in plain Python.

It shares values, vocabulary and trees with the judge by durable-rules, and no more: rows are
found and summed here by its own code, so that a mistake of either shows as a difference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from checker.engine.firing import Evaluated, Explanation, Firing, Outcome, Parameters
from checker.engine.plain import explanation, reasoning
from checker.engine.plain.instances import Trial, trial
from checker.engine.plain.lookup import Lookup
from checker.engine.reasons import Absence, Filter, Reasons
from checker.factbase import FactBase
from checker.interval import Truth
from checker.language.tree import Check


def outcome(trigger: Truth, requirement: Truth) -> Outcome:
    """What holds of an instance, given the truth of its trigger, not false, and requirement."""
    if requirement is Truth.TRUE:
        return Outcome.PASS
    certain = trigger is Truth.TRUE and requirement is Truth.FALSE
    return Outcome.FAIL if certain else Outcome.OPEN


class Interpreter:
    """Checks compiled once, for any number of cases."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self._checks = {check.id: check for check in checks}
        self._trials: dict[str, Trial] = {}
        self._lookup: Lookup | None = None

    def judge(
        self, facts: FactBase, parameters: Parameters, tried: Collection[str] | None = None
    ) -> list[Firing]:
        """Every instance of the checks, in the order of the checks and of the facts.

        Args:
            facts: The facts of a case.
            parameters: The dated parameters.
            tried: The identifiers of the checks to try, all of them unless they are given.
        """
        lookup = self._lookup = Lookup(facts, parameters)
        return [
            Firing(name, each.binding(frame), outcome(truth, each.requirement.truth(frame)))
            for name in self._checks
            if tried is None or name in tried
            for each in [self._trial(name)]
            for frame, truth in each.instances(lookup)
        ]

    def explain(self, facts: FactBase, parameters: Parameters, firing: Firing) -> Explanation:
        """What the outcome of `firing` rests on.

        Raises:
            KeyError: There is no such check, or no such fact.
        """
        each = self._trial(firing.check)
        frame = each.rebound(self._case(facts, parameters), firing.binding)
        return explanation.explain(each, frame)

    def evaluate(
        self, facts: FactBase, parameters: Parameters, firing: Firing, refs: Iterable[str]
    ) -> Mapping[str, Evaluated]:
        """The values that the references of a message have in `firing`.

        Args:
            facts: The facts of the case.
            parameters: The dated parameters.
            firing: An instance.
            refs: `alias.attribute`, `let.name`, `let.name.count`, a parameter that the check
                refers to, or `gap`.

        Raises:
            KeyError: There is no such check or fact, or a reference means nothing in the check.
        """
        each = self._trial(firing.check)
        frame = each.rebound(self._case(facts, parameters), firing.binding)
        return {ref: explanation.evaluate(each, frame, ref) for ref in refs}

    def reasons(
        self, facts: FactBase, parameters: Parameters, check: str, binding: Sequence[str]
    ) -> Reasons:
        """Every part of a check, with its truth and its values in one binding.

        Raises:
            KeyError: There is no such check, or no such fact.
        """
        each = self._trial(check)
        return reasoning.reasons(each, each.rebound(self._case(facts, parameters), binding))

    def absences(self, facts: FactBase, parameters: Parameters, check: str) -> tuple[Absence, ...]:
        """The bindings of a check that make no instance, each with a condition that is false.

        Raises:
            KeyError: There is no such check.
        """
        each = self._trial(check)
        return tuple(reasoning.absences(each, each.frame(self._case(facts, parameters))))

    def filters(self, facts: FactBase, parameters: Parameters, check: str) -> tuple[Filter, ...]:
        """How the possible bindings of a check dwindle, until none is left.

        Raises:
            KeyError: There is no such check.
        """
        each = self._trial(check)
        return tuple(reasoning.filters(each, each.frame(self._case(facts, parameters))))

    def _trial(self, check: str) -> Trial:
        # Not before it is asked for: by then the other judge is at work, apart.
        known = self._trials.get(check)
        if known is None:
            known = self._trials[check] = trial(self._checks[check])
        return known

    def _case(self, facts: FactBase, parameters: Parameters) -> Lookup:
        known = self._lookup
        if known is None or known.facts is not facts or known.parameters is not parameters:
            known = self._lookup = Lookup(facts, parameters)
        return known
