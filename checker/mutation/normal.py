"""One form for conditions that hold in the same instances, whatever the facts.

Two rules of the same form judge alike: a mutant of the form of its rule is no mutant. Only what
can be seen from the tree is undone: order and repetition of members, denials, quantifiers of one
member, strict comparisons with whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from checker.language.tree import (
    Aggregate,
    AllOf,
    AnyOf,
    Check,
    Compare,
    Comparison,
    Condition,
    Constant,
    Let,
    Not,
)

_DENIED = {
    Comparison.EQUAL: Comparison.DIFFERENT,
    Comparison.DIFFERENT: Comparison.EQUAL,
    Comparison.MORE: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.MORE,
    Comparison.LESS: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.LESS,
}
_TURNED = {
    Comparison.LESS: Comparison.MORE,
    Comparison.AT_MOST: Comparison.AT_LEAST,
}
_SYMMETRIC = (Comparison.EQUAL, Comparison.DIFFERENT)


def normal_check(check: Check) -> Check:
    """A check that judges alike, the same for all that are seen to."""
    return evolve(
        check,
        bindings=tuple(evolve(each, tests=_all(each.tests)) for each in check.bindings),
        lets=tuple(map(_let, check.lets)),
        trigger=None if check.trigger is None else _normal(check.trigger),
        requirement=_normal(check.requirement),
    )


def _let(let: Let) -> Let:
    by_id = let.ref is not None and let.ref.attribute == "id"
    if let.aggregate is Aggregate.DISTINCT and by_id:
        let = evolve(let, aggregate=Aggregate.COUNT, ref=None)
    return evolve(let, where=_all(let.where))


def _all(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    whole = _normal(AllOf(tuple(conditions)))
    return whole.parts if isinstance(whole, AllOf) else (whole,)


def _normal(condition: Condition) -> Condition:
    match condition:
        case AllOf() | AnyOf():
            return _joined(condition)
        case Not():
            return _denied(condition.part)
        case Compare():
            return _compared(condition)
    return condition


def _joined(condition: AllOf | AnyOf) -> Condition:
    made = type(condition)
    parts: set[Condition] = set()
    for part in map(_normal, condition.parts):
        parts.update(part.parts if isinstance(part, made) else (part,))
    if len(parts) == 1:
        return parts.pop()
    return made(tuple(sorted(parts, key=repr)))


def _denied(part: Condition) -> Condition:
    match part:
        case AllOf():
            return _normal(AnyOf(tuple(map(Not, part.parts))))
        case AnyOf():
            return _normal(AllOf(tuple(map(Not, part.parts))))
        case Not():
            return _normal(part.part)
        case Compare():
            return _compared(evolve(part, comparison=_DENIED[part.comparison]))
    return Not(part)


def _compared(each: Compare) -> Compare:
    if each.comparison in _TURNED:
        turned = Compare(_TURNED[each.comparison], each.right, each.left)
        return _compared(turned)
    if each.comparison in _SYMMETRIC:
        left, right = sorted((each.left, each.right), key=repr)
        return evolve(each, left=left, right=right)
    if each.comparison is Comparison.MORE:
        # Every value is a whole number: more than n is at least n + 1.
        match each.left, each.right:
            case Constant(value=int(least), type=of), _:
                return Compare(Comparison.AT_LEAST, Constant(least - 1, of), each.right)
            case _, Constant(value=int(most), type=of):
                return Compare(Comparison.AT_LEAST, each.left, Constant(most + 1, of))
    return each
