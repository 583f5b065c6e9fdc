"""The reasons of an outcome, by the very closures that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.engine.firing import Missing
from checker.engine.plain.explanation import fact_of, type_of, undecided, undrawn
from checker.engine.plain.instances import Stage, Trial
from checker.engine.plain.lookup import Frame
from checker.engine.plain.meaning import Clause, Term, all_true, parameter_value
from checker.engine.plain.rows import Draw
from checker.engine.reasons import Absence, Bound, Drawn, Filter, Reason, Reasons, Row, Weighed
from checker.interval import Truth
from checker.kinds import Fact
from checker.language.tree import AllOf, AttributeRef, Condition, Constant, ParameterRef


def reasons(trial: Trial, frame: Frame) -> Reasons:
    """Every part of a check, with its truth and its values in one binding."""
    bound = tuple(
        Bound(
            binding, frame.facts[stage.slot], tuple(_reason(trial, frame, t) for t in stage.tests)
        )
        for binding, stage in zip(trial.check.bindings, trial.stages, strict=True)
    )
    return Reasons(
        bound=bound,
        lets=tuple(_drawn(trial, frame, trial.draws[let.name]) for let in trial.check.lets),
        trigger=None if trial.trigger is None else _reason(trial, frame, trial.trigger),
        requirement=_reason(trial, frame, trial.requirement),
    )


def absences(trial: Trial, frame: Frame) -> Iterator[Absence]:
    """The bindings that make no instance.

    Where a check binds several facts, only those whose tests do not exclude each other: every
    other pair would be too many, and of no interest.
    """
    alone = len(trial.stages) == 1
    for binding in _bindings(trial, frame, 0, (), tested=not alone):
        _bind(trial, frame, binding)
        for clause in trial.trigger_clauses:
            if clause.truth(frame) is Truth.FALSE:
                yield Absence(binding, _reason(trial, frame, clause))
                break


def _bindings(
    trial: Trial, frame: Frame, number: int, so_far: tuple[Fact, ...], *, tested: bool
) -> Iterator[tuple[Fact, ...]]:
    if number == len(trial.stages):
        yield so_far
        return
    stage = trial.stages[number]
    for fact in stage.candidates(frame) if tested else frame.lookup.facts.of(stage.kind):
        if any(fact is other for other in so_far):
            continue
        _bind(trial, frame, (*so_far, fact))
        if not tested or all_true(stage.tests, frame) is not Truth.FALSE:
            yield from _bindings(trial, frame, number + 1, (*so_far, fact), tested=tested)


def filters(trial: Trial, frame: Frame) -> Iterator[Filter]:
    """How the bindings of a check dwindle, condition by condition, until none is left."""
    bindings: list[tuple[Fact, ...]] = [()]
    for binding, stage in zip(trial.check.bindings, trial.stages, strict=True):
        first = stage is trial.stages[0]
        before = len(bindings) * (len(frame.lookup.facts.of(binding.kind)) - len(stage.rivals))
        yield Filter(binding, None, len(bindings), before)
        # The tests that join facts are tried at once, by index: every pair would be too many.
        joined = [test for test in stage.tests if test.condition in stage.joins and not first]
        bindings = list(_joined(trial, stage, frame, bindings, by_key=bool(joined)))
        if joined:
            yield Filter(binding, _together(joined), before, len(bindings))
        for test in stage.tests:
            if bindings and test not in joined:
                before, bindings = len(bindings), _left(trial, frame, test, bindings)
                yield Filter(binding, test.condition, before, len(bindings))
        if not bindings:
            return
    for part in () if trial.trigger is None else _conjuncts(trial.trigger):
        if bindings:
            before, bindings = len(bindings), _left(trial, frame, part, bindings)
            yield Filter(None, part.condition, before, len(bindings))


def _joined(
    trial: Trial, stage: Stage, frame: Frame, bindings: Iterable[tuple[Fact, ...]], *, by_key: bool
) -> Iterator[tuple[Fact, ...]]:
    for binding in bindings:
        _bind(trial, frame, binding)
        everything = frame.lookup.facts.of(stage.kind)
        for fact in stage.candidates(frame) if by_key else everything:
            if not any(fact is other for other in binding):
                yield (*binding, fact)


def _together(tests: Sequence[Clause]) -> Condition:
    if len(tests) == 1:
        return tests[0].condition
    return AllOf(tuple(test.condition for test in tests))


def _bind(trial: Trial, frame: Frame, binding: Sequence[Fact]) -> None:
    for stage, fact in zip(trial.stages, binding, strict=False):
        frame.facts[stage.slot] = fact


def _conjuncts(clause: Clause) -> tuple[Clause, ...]:
    return clause.parts if isinstance(clause.condition, AllOf) else (clause,)


def _left(
    trial: Trial, frame: Frame, clause: Clause, bindings: Iterable[tuple[Fact, ...]]
) -> list[tuple[Fact, ...]]:
    """The bindings of which the condition is not false."""
    found = []
    for binding in bindings:
        _bind(trial, frame, binding)
        if clause.truth(frame) is not Truth.FALSE:
            found.append(binding)
    return found


def _reason(trial: Trial, frame: Frame, clause: Clause) -> Reason:
    missing: tuple[Missing, ...] = ()
    truth = clause.truth(frame)
    if truth is Truth.UNKNOWN and not clause.parts:
        missing = tuple(dict.fromkeys(undecided(trial, frame, clause)))
    return Reason(
        condition=clause.condition,
        truth=truth,
        parts=tuple(_reason(trial, frame, part) for part in clause.parts),
        sides=tuple(_weighed(trial, frame, each) for each in clause.terms),
        missing=missing,
    )


def _weighed(trial: Trial, frame: Frame, each: Term) -> Weighed:
    operand = each.operand
    known: object = None
    fact = None
    match operand:
        case AttributeRef():
            fact = fact_of(trial, frame, operand)
            known = getattr(fact, operand.attribute)
        case ParameterRef():
            fact = None if operand.anchor is None else fact_of(trial, frame, operand.anchor)
            known = parameter_value(operand, trial.scope, frame)
        case Constant():
            known = operand.value
    return Weighed(
        operand=operand,
        type=type_of(operand),
        interval=each.value(frame),
        text=known if isinstance(known, str) else None,
        fact=fact,
        parts=tuple(_weighed(trial, frame, part) for part in each.parts),
    )


def _drawn(trial: Trial, frame: Frame, draw: Draw) -> Drawn:
    tally = draw.tally(frame)
    matched = {id(fact) for fact in (*tally.sure, *tally.possible)}
    rest = tuple(fact for fact in frame.lookup.facts.of(draw.let.kind) if id(fact) not in matched)
    value = draw.value(frame)
    return Drawn(
        let=draw.let,
        value=value,
        sure=_rows(draw, frame, tally.sure),
        possible=_rows(draw, frame, tally.possible),
        aside=_rows(draw, frame, rest),
        opened=draw.opened(frame),
        missing=() if value.known else tuple(dict.fromkeys(undrawn(trial, frame, draw))),
    )


def _rows(draw: Draw, frame: Frame, facts: tuple[Fact, ...]) -> tuple[Row, ...]:
    ref = draw.let.ref
    texts = [None if ref is None else getattr(fact, ref.attribute) for fact in facts]
    return tuple(
        Row(fact, amount, text if isinstance(text, str) else None)
        for fact, amount, text in zip(facts, draw.amounts(facts, frame), texts, strict=True)
    )
