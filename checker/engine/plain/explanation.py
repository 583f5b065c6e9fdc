"""What explains an instance: values, inputs, and what could still change an open outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.engine.firing import Evaluated, Explanation, Missing
from checker.engine.plain.instances import Trial, conditions
from checker.engine.plain.lookup import Frame
from checker.engine.plain.meaning import Clause, Term, parameter_value, term
from checker.engine.plain.rows import Draw
from checker.engine.plain.walk import parts, references
from checker.interval import NATURAL, Interval, Truth, at_least, minus
from checker.kinds import KINDS, Fact, Type
from checker.language.tree import (
    ACT,
    ROW,
    Aggregate,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Constant,
    LetRef,
    Minus,
    Not,
    Operand,
    OrElse,
    ParameterRef,
    Times,
    YearsBefore,
)

Input = tuple[Fact, str]
_AMOUNTS = (Type.MONEY, Type.SIGNED)


def explain(trial: Trial, frame: Frame) -> Explanation:
    """What the outcome of one instance rests on."""
    used = [pair for each in conditions(trial.check) for pair in _inputs(trial, frame, each)]
    return Explanation(
        values=_values(trial, frame),
        missing=tuple(dict.fromkeys(_missing(trial, frame))),
        inputs=tuple(dict.fromkeys(used)),
        matched=tuple(dict.fromkeys(_matched(trial, frame, trial.check.requirement))),
    )


def evaluate(trial: Trial, frame: Frame, ref: str) -> Evaluated:
    """The value of a reference.

    Raises:
        KeyError: The reference means nothing in the check.
    """
    if ref == "gap":
        return _gap(trial, frame)
    if ref in trial.named:
        return _evaluated(trial, frame, ref, trial.named[ref])
    match ref.split("."):
        case ["let", name]:
            draw = trial.draws[name]
            return Evaluated(ref, draw.let.type, draw.value(frame))
        case ["let", name, "count"]:
            return Evaluated(ref, Type.INT, trial.draws[name].count(frame))
        case ["let", name, "names"]:
            return Evaluated(ref, Type.TEXT, NATURAL, _names(frame, trial.draws[name]))
        case [alias, name]:
            kinds = {ACT: ACT, **{each.alias: each.kind for each in trial.check.bindings}}
            about = KINDS[kinds[alias]].attributes[name]
            made = term(AttributeRef(alias, kinds[alias], name, about.type), trial.scope)
            return _evaluated(trial, frame, ref, made)
    raise KeyError(ref)


def _values(trial: Trial, frame: Frame) -> dict[str, Evaluated]:
    values = {}
    for name, each in trial.named.items():
        values[name] = _evaluated(trial, frame, name, each)
        if isinstance(each.operand, LetRef):
            draw = trial.draws[each.operand.name]
            if draw.let.aggregate is Aggregate.SUM:
                values[f"{name}.count"] = Evaluated(f"{name}.count", Type.INT, draw.count(frame))
    return values


def _evaluated(trial: Trial, frame: Frame, name: str, each: Term) -> Evaluated:
    value: object = None
    if isinstance(each.operand, AttributeRef):
        value = getattr(fact_of(trial, frame, each.operand), each.operand.attribute)
    elif isinstance(each.operand, ParameterRef):
        value = parameter_value(each.operand, trial.scope, frame)
    text = value if isinstance(value, str) else None
    return Evaluated(name, type_of(each.operand), each.value(frame), text)


def fact_of(trial: Trial, frame: Frame, ref: AttributeRef) -> Fact:
    """The fact that an attribute is read of."""
    return frame.facts[trial.scope.slots[ref.alias]]


def type_of(operand: Operand) -> Type:
    """The type of an operand's value."""
    match operand:
        case Constant() | AttributeRef() | LetRef() | ParameterRef():
            return operand.type
        case OrElse():
            return operand.ref.type
        case YearsBefore():
            return Type.DATE
    types = [type_of(part) for part in parts(operand) if isinstance(part, Operand)]
    if isinstance(operand, Minus) and types == [Type.DATE, Type.DATE]:
        return Type.INT
    if set(types) == {Type.PERCENT} and not isinstance(operand, Times):
        return Type.PERCENT
    return next((each for each in (Type.SIGNED, Type.MONEY, Type.DATE) if each in types), Type.INT)


def _gap(trial: Trial, frame: Frame) -> Evaluated:
    """The difference of the two sides of the first comparison of numbers that may not hold."""
    for each in _failing(trial.requirement, Truth.TRUE, frame):
        left, right = (side.value(frame) for side in each.terms)
        type_ = type_of(each.terms[0].operand)
        shown = Type.MONEY if type_ in _AMOUNTS else Type.INT
        if type_ is Type.PERCENT:
            shown = type_
        return Evaluated("gap", shown, _distance(left, right))
    return Evaluated("gap", Type.INT, NATURAL)


def _distance(left: Interval, right: Interval) -> Interval:
    """How far apart two values are, as far as is known."""
    if at_least(left, right) is Truth.TRUE:
        return minus(left, right)
    return minus(right, left) if at_least(right, left) is Truth.TRUE else NATURAL


def _names(frame: Frame, draw: Draw) -> str:
    """What readers call the rows that surely match, one a line."""
    shown = KINDS[draw.let.kind].shown
    names = (str(getattr(row, shown) or "") for row in draw.tally(frame).sure)
    return "\n".join(name for name in dict.fromkeys(names) if name)


def _failing(clause: Clause, wanted: Truth, frame: Frame) -> Iterator[Clause]:
    if isinstance(clause.condition, Not):
        wanted = Truth.FALSE if wanted is Truth.TRUE else Truth.TRUE
    for part in clause.parts:
        yield from _failing(part, wanted, frame)
    compared = isinstance(clause.condition, Compare) and type_of(clause.condition.left).ordered
    if compared and clause.truth(frame) is not wanted:
        yield clause


def _rows(frame: Frame, draw: Draw) -> Iterator[Input]:
    """What each row brings: the amount drawn, or for a row only counted what its tests read."""
    tally = draw.tally(frame)
    if draw.amount is not None and draw.let.ref is not None:
        names = [draw.let.ref.attribute]
    else:
        refs = (ref for test in draw.let.where for ref in references(test))
        names = [r.attribute for r in refs if isinstance(r, AttributeRef) and r.alias == ROW]
    for row in (*tally.sure, *tally.possible):
        for name in names:
            yield row, name


def _inputs(trial: Trial, frame: Frame, condition: Condition) -> Iterator[Input]:
    for ref in references(condition):
        if isinstance(ref, AttributeRef):
            yield fact_of(trial, frame, ref), ref.attribute
        elif isinstance(ref, LetRef):
            yield from _rows(frame, trial.draws[ref.name])


def _matched(trial: Trial, frame: Frame, node: Condition | Operand) -> Iterator[Input]:
    if not isinstance(node, Compare):
        for part in parts(node):
            yield from _matched(trial, frame, part)
    elif node.comparison is Comparison.EQUAL and _amounts((node.left, node.right)):
        for ref in references(node):
            if isinstance(ref, AttributeRef):
                yield fact_of(trial, frame, ref), ref.attribute
            elif isinstance(ref, LetRef):
                yield from _added(frame, trial.draws[ref.name])


def _amounts(operands: Iterable[Operand]) -> bool:
    return all(type_of(operand) in _AMOUNTS for operand in operands)


def _added(frame: Frame, draw: Draw) -> Iterator[Input]:
    """The amounts that a sum surely holds."""
    if draw.let.aggregate is Aggregate.SUM and draw.let.ref is not None:
        for row in draw.tally(frame).sure:
            yield row, draw.let.ref.attribute


def _missing(trial: Trial, frame: Frame) -> Iterator[Missing]:
    trigger = trial.trigger_clauses
    required = trial.requirement.truth(frame)
    certain = all(each.truth(frame) is Truth.TRUE for each in trigger)
    if required is Truth.TRUE or (certain and required is Truth.FALSE):
        return
    for each in (*trigger, trial.requirement):
        yield from undecided(trial, frame, each)


def undecided(trial: Trial, frame: Frame, clause: Clause) -> Iterator[Missing]:
    """What leaves a condition unknown; nothing for one that is settled."""
    if clause.truth(frame) is Truth.UNKNOWN:
        for part in clause.parts:
            yield from undecided(trial, frame, part)
        for each in clause.terms:
            yield from _unsettled(trial, frame, each)


def _unsettled(trial: Trial, frame: Frame, each: Term) -> Iterator[Missing]:
    if each.value(frame).known:
        return
    match each.operand:
        case AttributeRef() as ref:
            yield Missing(fact=fact_of(trial, frame, ref), attribute=ref.attribute)
        case ParameterRef() as ref:
            yield _without_value(trial, frame, ref)
        case LetRef() as ref:
            yield from undrawn(trial, frame, trial.draws[ref.name])
        case _:
            for part in each.parts:
                yield from _unsettled(trial, frame, part)


def _without_value(trial: Trial, frame: Frame, ref: ParameterRef) -> Missing:
    if ref.anchor is not None:
        fact = fact_of(trial, frame, ref.anchor)
        if getattr(fact, ref.anchor.attribute) is None:
            return Missing(fact=fact, attribute=ref.anchor.attribute)
    return Missing(parameter=ref.name)


def undrawn(trial: Trial, frame: Frame, draw: Draw) -> Iterator[Missing]:
    """What leaves a drawn number unknown."""
    tally = draw.tally(frame)
    extreme = draw.let.aggregate in (Aggregate.MIN, Aggregate.MAX)
    if draw.opened(frame) or (extreme and not tally.sure and not tally.possible):
        yield Missing(kind=draw.let.kind)
    weighty = draw.weighty(frame)
    for row in weighty:
        frame.facts[draw.slot] = row
        for test in draw.tests:
            yield from undecided(trial, frame, test)
    if draw.amount is not None and draw.let.ref is not None:
        rows = (*tally.sure, *weighty)
        for row, amount in zip(rows, draw.amounts(rows, frame), strict=True):
            if not amount.known:
                yield Missing(fact=row, attribute=draw.let.ref.attribute)
