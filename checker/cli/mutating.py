"""One run of `test --mutate`: faults put into rules and parameters, and what notices them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

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
from checker.language.tree import Rule
from checker.law.parameters import Parameter
from checker.mutation.score import Score
from checker.mutation.trying import Trial
from checker.mutation.users import User, users_of
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
    rules, parameters = _chosen(rulesets, frozenset(chosen))
    users = users_of(rulesets.rules)
    used = [each for each in parameters if each.name in users]  # no other shows in a verdict
    read = {rule.id for rule in rules}
    read |= {user.rule.id for each in used for user in users[each.name]}
    trial = _trial(rulesets, read, paths, Beside(registers, language))
    scores = [_rule_score(rulesets, trial, rule) for rule in rules]
    scores += [_parameter_score(trial, each, users[each.name]) for each in used]
    for line in words.report(scores, language):
        say(line)
    clean = not any(score.survivors or score.idle or score.broken for score in scores)
    return 0 if clean else FOUND


def _chosen(rulesets: RuleSets, names: frozenset[str]) -> tuple[list[Rule], list[Parameter]]:
    """The rules and parameters named; without names those added, or all.

    Raises:
        InputError: There is no such rule or parameter.
    """
    parameters = rulesets.law.parameters
    known = {rule.id for rule in rulesets.rules} | parameters.keys()
    if names - known:
        raise InputError(
            Problem("test", 0, 0, "", f"There is no {name!r}{suggestion(name, sorted(known))}")
            for name in names - known
        )

    def wanted(name: str, policy: str) -> bool:
        if names:
            return name in names
        return not rulesets.added or policy in rulesets.added

    return (
        [rule for rule in rulesets.rules if wanted(rule.id, rule.policy)],
        [each for name, each in sorted(parameters.items()) if wanted(name, each.policy)],
    )


def _trial(
    rulesets: RuleSets, read: Collection[str], paths: Sequence[str], beside: Beside
) -> Trial:
    """What tries mutants on the cases and on the examples of the rules in `read`."""
    law = rulesets.law
    examples = {
        rule.id: examples_of(rule, rulesets.paths[rule.id], law)
        for rule in rulesets.rules
        if rule.id in read
    }
    cases = [*known_cases(paths, rulesets, beside)]
    return Trial(Witnesses(examples, cases, law), uses_of(rulesets))


def _rule_score(rulesets: RuleSets, trial: Trial, rule: Rule) -> Score:
    path = rulesets.paths[rule.id]
    return trial.rule(rule, _root(path), shown(path))


def _parameter_score(trial: Trial, parameter: Parameter, users: Sequence[User]) -> Score:
    path = Path(parameter.file)
    return trial.parameter(parameter, _root(path), shown(path), users)


def _root(path: Path) -> Node:
    """A file without its examples."""
    text = decode(read_bytes(path, str(path)), str(path))
    return head_of(text, str(path))
