"""Whether the examples of a rule show every verdict its checks can give.

That numbers and dates are pinned from both sides is measured while the examples run, see
`checker.boundaries`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.errors import Problem
from checker.kinds import KINDS, Source
from checker.language.examples import Example
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Check,
    Compare,
    Condition,
    Constant,
    Minus,
    Not,
    Operand,
    Plus,
    Rule,
    Stated,
    Times,
    YearsBefore,
)


def completeness(rule: Rule, examples: Iterable[Example], file: str) -> tuple[Problem, ...]:
    """What the examples of a rule do not show.

    Args:
        rule: The rule.
        examples: All its examples.
        file: Its file, as problems name it.
    """
    shown: dict[str, set[str]] = {check.id: set() for check in rule.checks}
    for example in examples:
        shown[example.check] |= example.verdicts
    return tuple(
        Problem(file, 0, 0, "", f"{check.id} has no example of {verdict!r}; add one.")
        for check in rule.checks
        for verdict in needed(check)
        if verdict not in shown[check.id]
    )


def needed(check: Check) -> tuple[str, ...]:
    """The verdicts that the examples of a check must show."""
    verdicts = ("pass", "review" if check.judgement else "fail")
    return (*verdicts, "open") if can_be_open(check) else verdicts


def can_be_open(check: Check) -> bool:
    """Whether some condition on the facts bound can be unknown.

    An attribute other than the identifier can be missing, a sum or count doubtful, a parameter
    without value; what the act states is only ever stated or not. The rest of an open list
    needs no example: it is the same for every rule.
    """
    conditions = [test for binding in check.bindings for test in binding.tests]
    conditions.append(check.requirement)
    if check.trigger is not None:
        conditions.append(check.trigger)
    return any(map(_uncertain, conditions))


def _uncertain(condition: Condition) -> bool:
    if isinstance(condition, AllOf | AnyOf):
        return any(map(_uncertain, condition.parts))
    if isinstance(condition, Not):
        return _uncertain(condition.part)
    if isinstance(condition, Stated):
        ref = condition.ref
        return KINDS[ref.kind].attributes[ref.attribute].source is Source.WORLD
    return any(map(_missing, _leaves(condition)))


def _missing(leaf: Operand) -> bool:
    if isinstance(leaf, AttributeRef):
        return leaf.attribute != "id"
    return not isinstance(leaf, Constant)


def _leaves(node: Compare | Operand) -> Iterator[Operand]:
    if isinstance(node, Compare | Minus):
        yield from _leaves(node.left)
        yield from _leaves(node.right)
    elif isinstance(node, Plus | Times):
        for part in node.terms if isinstance(node, Plus) else node.factors:
            yield from _leaves(part)
    elif isinstance(node, YearsBefore):
        yield from _leaves(node.date)
    else:
        yield node
