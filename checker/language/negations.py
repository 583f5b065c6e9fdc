"""Conditions with their negations carried inward, where a language has a verb for each.

« Ne dépasse pas » says at once what « il est faux que … dépasse » makes one think out.
"""

from __future__ import annotations

from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Constant,
    Not,
    Stated,
)

_OPPOSITE = {
    Comparison.EQUAL: Comparison.DIFFERENT,
    Comparison.MORE: Comparison.AT_MOST,
    Comparison.LESS: Comparison.AT_LEAST,
}
_OPPOSITE |= {value: key for key, value in _OPPOSITE.items()}
_TURNED = {
    Comparison.MORE: Comparison.LESS,
    Comparison.AT_LEAST: Comparison.AT_MOST,
}
_TURNED |= {value: key for key, value in _TURNED.items()}


def plain(condition: Condition, *, denied: bool = False) -> Condition:
    """The same condition with negations before `Stated` only, literals on the right."""
    match condition:
        case Not():
            return plain(condition.part, denied=not denied)
        case AllOf() | AnyOf():
            made = AllOf if isinstance(condition, AllOf) is not denied else AnyOf
            found = [plain(part, denied=denied) for part in condition.parts]
            parts = [each for part in found for each in _parts(part, made)]
            return parts[0] if len(parts) == 1 else made(tuple(parts))
        case Stated():
            return Not(condition) if denied else condition
        case Compare():
            sign, left, right = condition.comparison, condition.left, condition.right
            if turned(condition):
                sign, left, right = _TURNED.get(sign, sign), right, left
            return Compare(_OPPOSITE[sign] if denied else sign, left, right)


def turned(condition: Compare) -> bool:
    """Whether the plain form of a comparison changes its sides: a literal stands on the right."""
    return isinstance(condition.left, Constant) and not isinstance(condition.right, Constant)


def _parts(condition: Condition, kind: type[AllOf] | type[AnyOf]) -> tuple[Condition, ...]:
    """The parts of a combination of one kind, which another of its kind may hold as its own."""
    if isinstance(condition, AllOf | AnyOf) and isinstance(condition, kind):
        return condition.parts if alternatives(condition) is None else (condition,)
    return (condition,)


def alternatives(condition: Condition) -> tuple[AttributeRef, tuple[Constant, ...]] | None:
    """The attribute and the literals of « est « a » ou « b » »; `None` for anything else."""
    if not isinstance(condition, AnyOf):
        return None
    refs: list[AttributeRef] = []
    values: list[Constant] = []
    for part in condition.parts:
        if (
            isinstance(part, Compare)
            and part.comparison is Comparison.EQUAL
            and isinstance(part.left, AttributeRef)
            and isinstance(part.right, Constant)
        ):
            refs.append(part.left)
            values.append(part.right)
    if len(refs) < len(condition.parts) or len(set(refs)) > 1:
        return None
    return refs[0], tuple(values)
