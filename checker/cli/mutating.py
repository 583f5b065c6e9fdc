"""One run of `test --mutate`: faults put into rules and parameters, and what notices them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

from checker.cli import mutationwords as words
from checker.cli.beside import Beside
from checker.cli.guard import FOUND
from checker.cli.knowncases import known_cases
from checker.cli.lawuses import uses_of
from checker.cli.ruleset import shown
from checker.cli.streams import say
from checker.errors import InputError, Problem
from checker.language.examples import examples_of
from checker.language.reader import head_of
from checker.language.rulesets import RuleSets
from checker.mutation.score import Score
from checker.mutation.trying import Trial
from checker.mutation.users import users_of
from checker.mutation.witnesses import Witnesses
from checker.suggestion import suggestion
from checker.words import Language
from checker.yamlfile import Node, decode, read_bytes

_RULE = re.compile(r"[A-Z]{2,4}-[0-9]{2}")
_PARAMETER = re.compile(r"(law|policy)\.[a-z][a-z0-9_]*")


def mutate(
    arguments: Sequence[str], rulesets: RuleSets, registers: Sequence[str], language: Language
) -> int:
    """Try every mutant of the rules and parameters chosen, and say which are not noticed.

    Args:
        arguments: Rules and parameters, all where none is named; cases, those of the folder
            `cases` where none is named.
        rulesets: The rule sets; only those added on the command line, where there are any.
        registers: Registers joined to the cases.
        language: The language of the report.

    Returns:
        The exit status: 1 where a mutant survives without a reason.

    Raises:
        InputError: A name means nothing; a case, an example or a reason cannot be read.
    """
    chosen = [name for name in arguments if _RULE.fullmatch(name) or _PARAMETER.fullmatch(name)]
    paths = [name for name in arguments if name not in chosen]
    run = _Run(rulesets, _trial(rulesets, paths, Beside(registers, language)), frozenset(chosen))
    run.refuse_unknown()
    scores = [*run.scores()]
    for line in words.report(scores, language):
        say(line)
    clean = not any(score.survivors or score.idle or score.broken for score in scores)
    return 0 if clean else FOUND


def _trial(rulesets: RuleSets, paths: Sequence[str], beside: Beside) -> Trial:
    law = rulesets.law
    examples = {rule.id: examples_of(rule, rulesets.paths[rule.id], law) for rule in rulesets.rules}
    cases = [*known_cases(paths, rulesets, beside)]
    return Trial(Witnesses(examples, cases, law), uses_of(rulesets))


@frozen
class _Run:
    """What is tried.

    Args:
        chosen: Rules and parameters named; all those of the rule sets where there are none.
    """

    rulesets: RuleSets
    trial: Trial
    chosen: frozenset[str]

    def refuse_unknown(self) -> None:
        """See that every rule and parameter named is there."""
        known = {rule.id for rule in self.rulesets.rules} | self.rulesets.law.parameters.keys()
        problems = [
            Problem("test", 0, 0, "", f"There is no {name!r}{suggestion(name, sorted(known))}")
            for name in sorted(self.chosen - known)
        ]
        if problems:
            raise InputError(problems)

    def scores(self) -> Iterator[Score]:
        """The score of each, rules first; none for a parameter that no rule uses."""
        sets = self.rulesets
        for rule in sets.rules:
            if self._wanted(rule.id, rule.policy):
                path = sets.paths[rule.id]
                yield self.trial.rule(rule, _root(path), shown(path))
        users = users_of(sets.rules)
        for name, parameter in sorted(sets.law.parameters.items()):
            if name in users and self._wanted(name, parameter.policy):
                path = Path(parameter.file)
                yield self.trial.parameter(parameter, _root(path), shown(path), users[name])

    def _wanted(self, name: str, policy: str) -> bool:
        if self.chosen:
            return name in self.chosen
        return not self.rulesets.added or policy in self.rulesets.added


def _root(path: Path) -> Node:
    """A file without its examples."""
    text = decode(read_bytes(path, str(path)), str(path))
    return head_of(text, str(path))
