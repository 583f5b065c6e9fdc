"""Which verdicts of which rules some case reaches, and which no case does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from checker.caseverdicts import KnownCase, verdicts_on
from checker.engine.plain.interpreter import Interpreter
from checker.language.completeness import needed
from checker.language.tree import Rule
from checker.law.edition import Law
from checker.verdict import Verdict


@frozen
class Reached:
    """What cases show of one rule.

    Args:
        cases: Number of cases that reach each verdict the rule can give; 0 where none does.
    """

    rule: Rule
    cases: Mapping[Verdict, int]

    @property
    def never(self) -> tuple[Verdict, ...]:
        """The verdicts that the rule can give and no case reaches, worst first."""
        return tuple(verdict for verdict, number in self.cases.items() if not number)


def reached(rules: Iterable[Rule], cases: Sequence[KnownCase], law: Law) -> tuple[Reached, ...]:
    """What cases show of rules, in the order of the rules.

    A rule reaches « not applicable » on a case where none of its checks has an instance; a case
    that does not name its policy set shows nothing.
    """
    return tuple(Reached(rule, _counts(rule, cases, law)) for rule in rules)


def _counts(rule: Rule, cases: Sequence[KnownCase], law: Law) -> Mapping[Verdict, int]:
    judges = [(check, Interpreter([check])) for check in rule.checks]
    possible = {verdict for check in rule.checks for verdict in needed(check)}
    possible.add(Verdict.NOT_APPLICABLE.value)
    shown = []
    for case in cases:
        if rule.policy and rule.policy not in case.policies:
            continue
        found = {
            verdict
            for _, verdicts in verdicts_on(case, rule, judges, law)
            for verdict in verdicts.values()
        }
        shown.append(found - {Verdict.NOT_APPLICABLE.value} or found)
    # An open list makes an instance even of a rule whose conditions are never unknown.
    possible |= {verdict for found in shown for verdict in found}
    return {
        verdict: sum(verdict.value in found for found in shown)
        for verdict in Verdict
        if verdict.value in possible
    }
