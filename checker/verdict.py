"""Verdicts: what each rule says of an act, one per instance.

The truth table and the five verdicts are those of the design: a firing passes, fails or is open;
where the judgement is a person's, a failure is a `review`; an open list in `for` adds one open
instance, the rest of the list; a rule without instance, or not in force, is not applicable.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import frozen

from checker.engine.firing import Firing, Outcome
from checker.factbase import FactBase
from checker.kinds import Fact
from checker.language.applicable import SetAside
from checker.language.tree import Check, Rule, Severity


class Verdict(Enum):
    """The five verdicts, worst first; their values are also the words of SARIF's `kind`."""

    FAIL = "fail"
    REVIEW = "review"
    OPEN = "open"
    PASS = "pass"
    NOT_APPLICABLE = "not-applicable"


_ORDER = {verdict: n for n, verdict in enumerate(Verdict)}
REST = "rest"
"""Subject of the instance that stands for what an open list may still hold."""


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst verdict; not applicable for none."""
    return min(verdicts, key=_ORDER.__getitem__, default=Verdict.NOT_APPLICABLE)


@frozen
class Instance:
    """One verdict.

    Args:
        subject: The facts bound, by identifier, joined by `/`; `rest` for the rest of a list.
        bound: Those facts, in the order of `for`; empty for the rest of a list.
        rest_of: For the rest: the kinds whose lists are open.
        reliable: Whether the two judges agree and the engine was sound on this check.
        may_not_bind: Whether the rule is for categories of authority that this one may not be of.
    """

    check: Check
    subject: str
    verdict: Verdict
    firing: Firing | None
    bound: tuple[Fact, ...] = ()
    rest_of: tuple[str, ...] = ()
    reliable: bool = True
    may_not_bind: bool = False


@frozen
class RuleVerdict:
    """A rule with the verdicts of its instances.

    Args:
        reason: Why it was not tried, for a rule that is not in force.
    """

    rule: Rule
    instances: tuple[Instance, ...]
    reason: SetAside | None = None

    @property
    def verdict(self) -> Verdict:
        """The worst of its instances."""
        return worst(instance.verdict for instance in self.instances)


def severity_at(check: Check, stage: str | None) -> Severity:
    """The severity of a check at a stage; the gravest one where the stage is missing."""
    if stage is not None and stage in check.severity:
        return check.severity[stage]
    return min(check.severity.values(), key=list(Severity).index)


def instances(
    check: Check,
    facts: FactBase,
    firings: Iterable[Firing],
    *,
    reliable: bool,
    may_not_bind: bool = False,
) -> tuple[Instance, ...]:
    """The instances of one check: its firings, and the rest of the lists that are open.

    An unreliable pass is shown as open: nothing is ever passed in silence. So is a failure of a
    rule that may not bind the authority.
    """
    by_id = [{fact.id: fact for fact in facts.of(b.kind)} for b in check.bindings]
    found = []
    for firing in firings:
        verdict = _verdict(check, firing.outcome)
        if verdict is Verdict.PASS and not reliable:
            verdict = Verdict.OPEN
        if may_not_bind and verdict in (Verdict.FAIL, Verdict.REVIEW):
            verdict = Verdict.OPEN
        bound = tuple(ids[name] for ids, name in zip(by_id, firing.binding, strict=True))
        subject = "/".join(firing.binding)
        found.append(
            Instance(
                check,
                subject,
                verdict,
                firing,
                bound,
                reliable=reliable,
                may_not_bind=may_not_bind,
            )
        )
    rest = tuple(b.kind for b in check.bindings if b.kind in facts.open_kinds)
    if rest and not check.rest_ignored:
        kinds = tuple(dict.fromkeys(rest))
        found.append(Instance(check, REST, Verdict.OPEN, None, (), kinds, reliable=reliable))
    return tuple(found)


def _verdict(check: Check, outcome: Outcome) -> Verdict:
    if outcome is Outcome.FAIL and check.judgement:
        return Verdict.REVIEW
    return Verdict(outcome.value)
