"""Finding one's way in a rule tree: parts, references, tests that are keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
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

Reference = AttributeRef | LetRef | ParameterRef


def parts(node: Operand | Condition) -> tuple[Operand | Condition, ...]:
    """The operands and conditions that `node` is directly made of."""
    found: tuple[Operand | Condition, ...] = ()
    match node:
        case AllOf() | AnyOf():
            found = node.parts
        case Not():
            found = (node.part,)
        case Compare() | Minus():
            found = (node.left, node.right)
        case Plus():
            found = node.terms
        case Times():
            found = node.factors
        case Stated() | OrElse():
            found = (node.ref,)
        case YearsBefore():
            found = (node.date,)
        case ParameterRef(anchor=AttributeRef() as anchor):
            found = (anchor,)
    return found


def references(node: Operand | Condition) -> Iterator[Reference]:
    """The references in `node`, from left to right."""
    if isinstance(node, AttributeRef | LetRef | ParameterRef):
        yield node
    for part in parts(node):
        yield from references(part)


def aliases(node: Operand | Condition) -> frozenset[str]:
    """The aliases whose facts `node` reads, other than through a `let`."""
    return frozenset(ref.alias for ref in references(node) if isinstance(ref, AttributeRef))


def tests_of(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """The conditions that must all hold for `conditions` to hold."""
    for condition in conditions:
        if isinstance(condition, AllOf):
            yield from tests_of(condition.parts)
        else:
            yield condition


def key_of(test: Condition, alias: str, bound: frozenset[str]) -> tuple[str, Operand] | None:
    """Attribute of `alias` that `test` wants equal to an operand over `bound` aliases only."""
    if isinstance(test, Compare) and test.comparison is Comparison.EQUAL:
        for own, other in ((test.left, test.right), (test.right, test.left)):
            if isinstance(own, AttributeRef) and own.alias == alias and aliases(other) <= bound:
                return own.attribute, other
    return None
