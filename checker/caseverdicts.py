"""The verdicts of single checks on cases that are stated once, by the judge in plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from checker.engine.plain.interpreter import Interpreter
from checker.expectations import WHOLE, Verdicts
from checker.factbase import FactBase
from checker.language.applicable import set_aside
from checker.language.tree import Check, Rule
from checker.law.edition import Law
from checker.verdict import Verdict, instances

_NONE = {WHOLE: Verdict.NOT_APPLICABLE.value}


@frozen(eq=False)
class KnownCase:
    """A case, stated once for any number of checks.

    Args:
        name: Its file.
        policies: The policy sets that apply to it.
        expected: Its expected verdicts; empty where it has no file of them.
    """

    name: str
    facts: FactBase
    policies: frozenset[str]
    expected: Verdicts = field(factory=dict)


def verdicts_on(
    case: KnownCase, rule: Rule, judges: Iterable[tuple[Check, Interpreter]], law: Law
) -> Iterator[tuple[Check, Mapping[str, str]]]:
    """The verdicts of checks on a case, by subject; `WHOLE` for a check without instance.

    Args:
        case: The case.
        rule: The rule of the checks.
        judges: Some of its checks, each with an interpreter of its own.
        law: The law that the act sees.
    """
    aside = set_aside(rule, case.facts.act, case.policies) is not None
    edition = law.for_act(case.facts.act)
    for check, judge in judges:
        firings = [] if aside else judge.judge(case.facts, edition)
        found = () if aside else instances(check, case.facts, firings, reliable=True)
        yield check, {each.subject: each.verdict.value for each in found} or _NONE
