"""What a condition or operand refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Condition,
    LetRef,
    Minus,
    Not,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Stated,
    Times,
    YearsBefore,
)

Reference = AttributeRef | OrElse | LetRef | ParameterRef | Stated
"""What conditions are made of, down to where a value is looked up."""


def parts_of(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """The conditions that must all hold for `conditions` to hold, conjunctions undone."""
    for condition in conditions:
        if isinstance(condition, AllOf):
            yield from parts_of(condition.parts)
        else:
            yield condition


def references(node: Condition | Operand) -> Iterator[Reference]:
    """Every look-up of a condition or operand, in order."""
    if isinstance(node, AttributeRef | OrElse | LetRef | ParameterRef | Stated):
        yield node
    for child in _children(node):
        yield from references(child)


def _children(node: Condition | Operand) -> Iterable[Condition | Operand]:
    children: Iterable[Condition | Operand] = ()
    match node:
        case AllOf() | AnyOf():
            children = node.parts
        case Not():
            children = (node.part,)
        case Compare() | Minus():
            children = (node.left, node.right)
        case Plus():
            children = node.terms
        case Times():
            children = node.factors
        case YearsBefore():
            children = (node.date,)
    return children


def attribute_of(reference: Reference) -> AttributeRef | None:
    """The attribute that a look-up reads; that of its anchor for a parameter."""
    if isinstance(reference, AttributeRef):
        return reference
    if isinstance(reference, OrElse | Stated):
        return reference.ref
    return reference.anchor if isinstance(reference, ParameterRef) else None
