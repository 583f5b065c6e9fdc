"""The instances of a check: every binding of its aliases whose trigger is not false."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from checker.engine.plain.lookup import Frame, Lookup
from checker.engine.plain.meaning import Clause, Scope, Term, all_true, clause, term
from checker.engine.plain.rows import Draw, draw
from checker.engine.plain.walk import Reference, aliases, key_of, references, tests_of
from checker.interval import Interval, Truth
from checker.kinds import Fact
from checker.language.tree import ACT, ROW, AttributeRef, Check, Condition, LetRef


@frozen(eq=False)
class Stage:
    """One alias of `for`, bound after those before it.

    Args:
        rivals: Slots bound earlier to facts of the same kind, which must be other facts.
        tests: The tests that can be tried once this alias is bound.
        attributes: Attributes that must equal `keys`, known before this alias is bound.
        joins: The conditions that say so.
    """

    kind: str
    slot: int
    rivals: tuple[int, ...]
    tests: tuple[Clause, ...]
    attributes: tuple[str, ...]
    keys: tuple[Callable[[Frame], Interval], ...]
    joins: tuple[Condition, ...]

    def candidates(self, frame: Frame) -> Sequence[Fact]:
        """Facts that may pass the tests, in the order of the case."""
        facts = frame.lookup.facts.of(self.kind)
        if not self.keys:
            return facts
        values = [key(frame) for key in self.keys]
        sure, possible = frame.lookup.matching(self.kind, self.attributes, values)
        return [facts[position] for position in sorted((*sure, *possible))]


@frozen(eq=False)
class Trial:
    """A compiled check.

    Args:
        named: Every reference of the conditions, by the name rules write; first those of the
            requirement, then of the trigger, then of the tests.
    """

    check: Check
    scope: Scope
    draws: dict[str, Draw]
    stages: tuple[Stage, ...]
    trigger: Clause | None
    requirement: Clause
    named: Mapping[str, Term]

    @property
    def trigger_clauses(self) -> tuple[Clause, ...]:
        """What must hold of an instance for the requirement to bind it."""
        tests = [test for stage in self.stages for test in stage.tests]
        return tuple(tests) if self.trigger is None else (*tests, self.trigger)

    def instances(self, lookup: Lookup) -> Iterator[tuple[Frame, Truth]]:
        """Every binding with the truth of its trigger, never false; the frame is used again."""
        frame = self.frame(lookup)
        for truth in self._bound(frame, 0, Truth.TRUE):
            whole = truth if self.trigger is None else min(truth, self.trigger.truth(frame))
            if whole is not Truth.FALSE:
                yield frame, whole

    def _bound(self, frame: Frame, number: int, so_far: Truth) -> Iterator[Truth]:
        if number == len(self.stages):
            yield so_far
            return
        stage = self.stages[number]
        taken = {id(frame.facts[slot]) for slot in stage.rivals}
        for fact in stage.candidates(frame):
            if id(fact) in taken:
                continue
            frame.facts[stage.slot] = fact
            truth = all_true(stage.tests, frame)
            if truth is not Truth.FALSE:
                yield from self._bound(frame, number + 1, min(so_far, truth))

    def binding(self, frame: Frame) -> tuple[str, ...]:
        """Identifiers of the facts bound, in the order of `for`."""
        return tuple(frame.facts[stage.slot].id for stage in self.stages)

    def rebound(self, lookup: Lookup, binding: Sequence[str]) -> Frame:
        """The frame of a binding."""
        frame = self.frame(lookup)
        for stage, identifier in zip(self.stages, binding, strict=True):
            frame.facts[stage.slot] = lookup.fact(stage.kind, identifier)
        return frame

    def frame(self, lookup: Lookup) -> Frame:
        """A frame in which nothing is bound yet; the act stands in every slot."""
        return Frame(lookup, [lookup.facts.act] * len(self.scope.slots))


def trial(check: Check) -> Trial:
    """Compile a check."""
    slots = {ACT: 0}
    for alias in (*(binding.alias for binding in check.bindings), ROW):
        slots.setdefault(alias, len(slots))
    outer = Scope(slots, {})
    draws = {let.name: draw(let, outer) for let in check.lets}
    scope = Scope(slots, {let: made.value for let, made in draws.items()})
    return Trial(
        check=check,
        scope=scope,
        draws=draws,
        stages=tuple(_stages(check, outer)),
        trigger=None if check.trigger is None else clause(check.trigger, scope),
        requirement=clause(check.requirement, scope),
        named={name(ref): term(ref, scope) for ref in _references(check)},
    )


def name(ref: Reference) -> str:
    """A reference as rules write it."""
    if isinstance(ref, AttributeRef):
        return f"{ref.alias}.{ref.attribute}"
    return f"let.{ref.name}" if isinstance(ref, LetRef) else ref.name


def conditions(check: Check) -> Iterator[Condition]:
    """The conditions of a check: its requirement, its trigger, its tests."""
    yield check.requirement
    if check.trigger is not None:
        yield check.trigger
    for binding in check.bindings:
        yield from binding.tests


def _references(check: Check) -> Iterator[Reference]:
    wheres = [test for let in check.lets for test in let.where]
    for condition in (*conditions(check), *wheres):
        for ref in references(condition):
            if ROW not in aliases(ref):
                yield ref


def _stages(check: Check, scope: Scope) -> Iterator[Stage]:
    tests = list(tests_of(test for binding in check.bindings for test in binding.tests))
    bound = frozenset({ACT})
    for number, binding in enumerate(check.bindings):
        now = bound | {binding.alias}
        ready = [test for test in tests if aliases(test) <= now]
        tests = [test for test in tests if not aliases(test) <= now]
        found = {test: key_of(test, binding.alias, bound - {binding.alias}) for test in ready}
        keys = {test: key for test, key in found.items() if key is not None}
        earlier = check.bindings[:number]
        yield Stage(
            kind=binding.kind,
            slot=scope.slots[binding.alias],
            rivals=tuple(scope.slots[e.alias] for e in earlier if e.kind == binding.kind),
            tests=tuple(clause(test, scope) for test in ready),
            attributes=tuple(attribute for attribute, _ in keys.values()),
            keys=tuple(term(operand, scope).value for _, operand in keys.values()),
            joins=tuple(keys),
        )
        bound = now
