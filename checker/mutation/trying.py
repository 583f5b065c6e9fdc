"""The mutants of one rule or parameter, each tried on what can notice it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from checker.language.survivors import survivors_of
from checker.language.tree import Rule
from checker.law.coverage import Finding, Use, expired, gaps
from checker.law.edition import Law
from checker.law.parameters import Parameter
from checker.mutation.made import parameter_mutants, rule_mutants
from checker.mutation.score import Outcome, Score, scored
from checker.mutation.users import User, can_differ
from checker.mutation.witnesses import Witnesses
from checker.yamlfile import Node

BY_LAW = "law --check"
"""What notices a parameter with a gap, or that cites a text after its end."""


@frozen(eq=False)
class Trial:
    """Tries mutants.

    Args:
        witnesses: What can notice them.
        uses: What the rules take from the law.
    """

    witnesses: Witnesses
    uses: Sequence[Use]

    def rule(self, rule: Rule, root: Node, file: str) -> Score:
        """Try the mutants of a rule.

        Args:
            rule: The rule, as loaded.
            root: Its file, with or without its examples.
            file: The name of the file.

        Raises:
            InputError: The reasons in the file cannot be read.
        """
        notice, law = self.witnesses.notice, self.witnesses.law
        if broken := notice(rule, rule.checks):
            return Score(rule.id, file, broken=broken)
        outcomes = (
            Outcome(each.name, each.line, each.fault, notice(each.rule, each.checks))
            for each in rule_mutants(root, rule, law)
        )
        return scored(rule.id, file, outcomes, survivors_of(root, file))

    def parameter(
        self, parameter: Parameter, root: Node, file: str, users: Sequence[User]
    ) -> Score:
        """Try the mutants of a parameter on the rules that use it.

        Raises:
            InputError: The reasons in the file cannot be read.
        """
        law = self.witnesses.law
        if broken := self._seen(parameter, users):
            return Score(parameter.name, file, broken=broken)
        sound = self._findings(parameter)

        def outcomes() -> Iterator[Outcome]:
            for each in parameter_mutants(root, parameter, law):
                if can_differ(parameter, each.parameter, users):
                    by = BY_LAW if self._findings(each.parameter) != sound else ""
                    by = by or self._seen(each.parameter, users)
                    yield Outcome(each.name, each.line, each.fault, by)

        return scored(parameter.name, file, outcomes(), survivors_of(root, file))

    def _seen(self, parameter: Parameter, users: Sequence[User]) -> str:
        """The example or case that first notices a form of a parameter."""
        law = self.witnesses.law
        law = evolve(law, parameters={**law.parameters, parameter.name: parameter})
        for user in users:
            by = self.witnesses.notice(user.rule, user.checks, law)
            if not by and user.cites:
                by = self.witnesses.notice_citation(user.rule, law)
            if by:
                return f"{user.rule.id}, {by}"
        return ""

    def _findings(self, parameter: Parameter) -> list[Finding]:
        alone = Law({parameter.name: parameter}, self.witnesses.law.references)
        return [*gaps(alone, self.uses), *expired(alone, self.uses)]
