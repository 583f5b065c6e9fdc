"""What a check gives and cites on one of its examples, beside what the example expects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from checker.engine.firing import Firing
from checker.expectations import WHOLE
from checker.language.applicable import set_aside
from checker.language.citing import cited
from checker.language.examples import Example
from checker.language.tree import Check, Rule
from checker.law.edition import Edition
from checker.verdict import Verdict, instances


@frozen
class Mismatch:
    """An example whose verdicts are not the expected ones, by subject."""

    example: Example
    expected: Mapping[str, str]
    got: Mapping[str, str]


@frozen
class Miscited:
    """An example on whose act the rule cites other references than expected; keys, in order."""

    example: Example
    expected: tuple[str, ...]
    got: tuple[str, ...]


def is_tried(rule: Rule, example: Example) -> bool:
    """Whether a rule is tried on the act of an example; else no check of it has an instance."""
    return set_aside(rule, example.facts.act, {rule.policy}) is None


def mismatch(
    check: Check, example: Example, firings: Iterable[Firing], *, tried: bool
) -> Mismatch | None:
    """How the verdicts of an example differ from those expected; `None` where they do not.

    Args:
        check: The check that the example is for.
        example: The example.
        firings: What a judge gave on its facts.
        tried: Whether the rule is tried on its act.
    """
    found = instances(check, example.facts, firings, reliable=True) if tried else ()
    got = {each.subject: each.verdict.value for each in found}
    if not isinstance(example.expect, str):
        return None if got == example.expect else Mismatch(example, example.expect, got)
    # A single word stands for one instance whatever its subject, or for none.
    expected = {next(iter(got), WHOLE): example.expect}
    if (got or {WHOLE: Verdict.NOT_APPLICABLE.value}) == expected:
        return None
    return Mismatch(example, expected, got)


def miscited(rule: Rule, example: Example, edition: Edition) -> Miscited | None:
    """What a rule cites on the act of an example, where that is not what the example says.

    A rule that is not tried on the act cites nothing.
    """
    if example.cites is None:
        return None
    got = tuple(cited(rule, edition)) if is_tried(rule, example) else ()
    return None if got == example.cites else Miscited(example, example.cites, got)
