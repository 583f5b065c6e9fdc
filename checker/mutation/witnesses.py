"""What can notice a mutant: the examples of the rules, and cases with their expected verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from checker.caseverdicts import KnownCase, verdicts_on
from checker.engine.plain.interpreter import Interpreter
from checker.exampleverdicts import is_tried, miscited, mismatch
from checker.language.examples import Example
from checker.language.tree import Check, Rule
from checker.law.edition import Edition, Law


@frozen(eq=False)
class Witnesses:
    """Everything that can notice a mutant, examples first: they are small.

    Args:
        examples: By rule.
        cases: In the order they are tried.
        law: The law as it is.
    """

    examples: Mapping[str, Sequence[Example]]
    cases: Sequence[KnownCase]
    law: Law
    _editions: dict[int, Edition] = field(factory=dict, repr=False)

    def notice(self, rule: Rule, checks: Iterable[Check], law: Law | None = None) -> str:
        """What first notices that these checks judge otherwise than expected.

        Args:
            rule: A rule, mutated or not.
            checks: Those of its checks that are looked at.
            law: The law, where it is mutated.

        Returns:
            The name of an example or case; empty where none notices.
        """
        judges = [(check, Interpreter([check])) for check in checks]
        for check, judge in judges:
            for example in self.examples[rule.id]:
                if example.check == check.id and self._differs(example, rule, check, judge, law):
                    return example.name
        for case in self.cases:
            known = [(check, judge) for check, judge in judges if check.id in case.expected]
            for check, got in verdicts_on(case, rule, known, law or self.law):
                if got != case.expected[check.id]:
                    return case.name
        return ""

    def notice_citation(self, rule: Rule, law: Law) -> str:
        """The first example on which a rule cites other texts than expected; empty for none."""
        for example in self.examples[rule.id]:
            if miscited(rule, example, self._edition(example, law)):
                return example.name
        return ""

    def _differs(
        self, example: Example, rule: Rule, check: Check, judge: Interpreter, law: Law | None
    ) -> bool:
        tried = is_tried(rule, example)
        firings = judge.judge(example.facts, self._edition(example, law)) if tried else ()
        return mismatch(check, example, firings, tried=tried) is not None

    def _edition(self, example: Example, law: Law | None) -> Edition:
        if law is not None:
            return law.for_act(example.facts.act, settled=example.settled)
        if id(example) not in self._editions:
            made = self.law.for_act(example.facts.act, settled=example.settled)
            self._editions[id(example)] = made
        return self._editions[id(example)]
