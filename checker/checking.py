"""One case through both judges."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, partial

from attrs import evolve, field, frozen

from checker.case import Case, Stage
from checker.engine.agreement import disagreements
from checker.engine.durable.network import Network, recall_network
from checker.engine.durable.worker import judging_apart
from checker.engine.firing import Evaluated, Explanation, Firing
from checker.engine.plain.interpreter import Interpreter
from checker.engine.reasons import Absence, Filter, Reasons
from checker.errors import InputError, Problem, UnreliableError
from checker.factbase import FactBase
from checker.facts import state
from checker.language.applicable import may_not_bind, set_aside
from checker.language.rulesets import RuleSets
from checker.language.tree import Check, Rule
from checker.law.edition import Edition, Law
from checker.law.stated import law_facts
from checker.verdict import Instance, RuleVerdict, instances

SECONDS = 60.0
"""How long the engine may take over one case before it is stopped."""


@frozen(eq=False)
class Checked:
    """The verdicts on one case, and what explains them.

    Args:
        rules: Every rule of the sets, in their order, tried or not.
        faults: What makes the run unreliable, as sentences; empty when it is reliable.
    """

    case: Case
    facts: FactBase
    edition: Edition
    rules: tuple[RuleVerdict, ...]
    faults: tuple[str, ...]
    _interpreter: Interpreter = field(repr=False)

    @property
    def reliable(self) -> bool:
        """Whether the engine was sound and both judges agree everywhere."""
        return not self.faults

    def explain(self, instance: Instance) -> Explanation | None:
        """What an instance rests on; `None` for the rest of a list."""
        if instance.firing is None:
            return None
        return self._interpreter.explain(self.facts, self.edition, instance.firing)

    def reasons(self, check: Check, binding: Sequence[str]) -> Reasons:
        """Every part of a check, with its truth in one binding, which need be no instance.

        Raises:
            KeyError: There is no such check, or no such fact.
        """
        return self._interpreter.reasons(self.facts, self.edition, check.id, binding)

    def absences(self, check: Check) -> tuple[Absence, ...]:
        """What a check might have been tried on, each with a condition that is false of it.

        Raises:
            KeyError: The check was not tried.
        """
        return self._interpreter.absences(self.facts, self.edition, check.id)

    def filters(self, check: Check) -> tuple[Filter, ...]:
        """How the possible instances of a check dwindle, until none is left.

        Raises:
            KeyError: The check was not tried.
        """
        return self._interpreter.filters(self.facts, self.edition, check.id)

    def evaluate(self, instance: Instance, references: Iterable[str]) -> Mapping[str, Evaluated]:
        """The values of references as the rule writes them, for its message."""
        if instance.firing is None:
            return {}
        return self._interpreter.evaluate(self.facts, self.edition, instance.firing, references)


def facts_of(case: Case, law: Law, as_of: datetime.date | None = None) -> FactBase:
    """The facts of a case, and what the tables of law know of what it names."""
    return state(case, law_facts(law, case, as_of or case.act.date))


class Checker:
    """Checks cases against rule sets, which are compiled once for all of them.

    Args:
        rulesets: The rule sets.
        cached: Whether to keep what takes long to compile, for other checkers of this process and
            from one run to the next; their digest must then be that of the files they were read
            from.
    """

    def __init__(self, rulesets: RuleSets, *, cached: bool = False) -> None:
        self._rulesets = rulesets
        self._cached = cached
        self._checks = [check for rule in rulesets.rules for check in rule.checks]
        self._interpreter = Interpreter(self._checks)

    def check(
        self,
        case: Case,
        *,
        as_of: datetime.date | None = None,
        stage: Stage | None = None,
    ) -> Checked:
        """Judge one case.

        Args:
            case: What to judge.
            as_of: Date of the law applied, instead of the act's.
            stage: Stage of the act, instead of the case's.
        """
        if stage is not None:
            case = evolve(case, act=evolve(case.act, stage=stage))
        facts = facts_of(case, self._rulesets.law, as_of)
        edition = self._rulesets.law.for_act(facts.act, as_of)
        policies = self._rulesets.added | set(case.policies)
        aside = {
            rule.id: set_aside(rule, facts.act, policies, as_of) for rule in self._rulesets.rules
        }
        tried = {
            check.id
            for rule in self._rulesets.rules
            if aside[rule.id] is None
            for check in rule.checks
        }
        firings, faults, doubted = self._cross_check(facts, edition, tried)
        by_check: dict[str, list[Firing]] = {}
        for firing in firings:
            by_check.setdefault(firing.check, []).append(firing)
        verdicts = tuple(
            RuleVerdict(rule, _instances(rule, facts, by_check, doubted))
            if aside[rule.id] is None
            else RuleVerdict(rule, (), aside[rule.id])
            for rule in self._rulesets.rules
        )
        return Checked(case, facts, edition, verdicts, faults, self._interpreter)

    @cached_property
    def _network(self) -> Network:
        try:
            if self._cached:
                return recall_network(self._checks, self._identity)
            return Network(self._checks)
        except ValueError as error:
            raise InputError([Problem("rulesets", 0, 0, "", str(error))]) from error

    @property
    def _identity(self) -> str:
        """What no other rule sets have."""
        sets = self._rulesets
        return repr((sets.digest, sorted(sets.policies), sorted(sets.added)))

    def _cross_check(
        self, facts: FactBase, edition: Edition, tried: Collection[str]
    ) -> tuple[list[Firing], tuple[str, ...], frozenset[str] | None]:
        """Firings, faults as sentences, and the checks in doubt; `None` stands for all of them."""
        judge = partial(self._interpreter.judge, facts, edition, tried)
        try:
            self._network.open(facts, tried)
            other_judge = partial(self._network.judge, facts, edition, tried)
            with judging_apart(other_judge, SECONDS) as answer:
                firings = judge()  # while the other is at work
                other = answer()
        except UnreliableError as error:
            return judge(), (str(error),), None
        doubted = disagreements(firings, other)
        faults = tuple(
            f"The two judges differ on {check}: its verdicts are not reliable."
            for check in sorted(doubted)
        )
        return firings, faults, doubted


def _instances(
    rule: Rule,
    facts: FactBase,
    by_check: Mapping[str, Sequence[Firing]],
    doubted: frozenset[str] | None,
) -> tuple[Instance, ...]:
    found: list[Instance] = []
    unbound = may_not_bind(rule, facts.act)
    for check in rule.checks:
        own = by_check.get(check.id, ())
        reliable = doubted is not None and check.id not in doubted
        found.extend(instances(check, facts, own, reliable=reliable, may_not_bind=unbound))
    return tuple(found)
