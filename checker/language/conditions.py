"""Conditions of a check, and the tests of `for` and `where` that stand for them."""

from __future__ import annotations

from checker.kinds import Kind
from checker.language.literals import literal
from checker.language.operands import meet, one_of, operand, pair
from checker.language.operandtypes import Typed
from checker.language.scope import Scope, is_reference
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
from checker.suggestion import suggestion
from checker.yamlfile import Listing, Node, Scalar, Table

COMPARISONS = {comparison.value: comparison for comparison in Comparison}
_OPERATORS = ("all", "any", "not", "stated", *COMPARISONS)
TESTS = {
    "not": Comparison.DIFFERENT,
    "more": Comparison.MORE,
    "at_least": Comparison.AT_LEAST,
    "less": Comparison.LESS,
    "at_most": Comparison.AT_MOST,
}


def condition(scope: Scope, node: Node) -> Condition:
    """The condition that a node holds."""
    form = scope.form
    if not isinstance(node, Table) or len(node.entries) != 1:
        form.refuse(
            node,
            "A condition is a mapping with one key: all, any, not, stated, equal, different, "
            "more, at_least, less or at_most; join several with 'all'.",
        )
    ((name, value),) = node.entries.items()
    if name in ("all", "any"):
        items = form.items(value, f"The value of {name!r}")
        if not items:
            form.refuse(value, f"The list of {name!r} is empty; give it conditions.")
        parts = form.each(items, lambda item: condition(scope, item))
        return AllOf(parts) if name == "all" else AnyOf(parts)
    if name == "not":
        return Not(condition(scope, value))
    if name == "stated":
        text = form.text(value, "The value of 'stated'")
        if not is_reference(text):
            form.refuse(value, f"'stated' takes a reference like line.reason, not {text[:60]!r}.")
        return Stated(scope.fact(value, text))
    if name not in COMPARISONS:
        hint = suggestion(name, _OPERATORS)
        if hint == ".":
            hint = f"; write one of {', '.join(_OPERATORS)}."
        form.refuse(node.keys[name], f"There is no condition {name[:60]!r}{hint}")
    left, right = pair(scope, value, f"The value of {name!r}")
    return _compare(scope, node, COMPARISONS[name], left, right)


def tests(scope: Scope, alias: str, kind: Kind, table: Table) -> tuple[Condition, ...]:
    """The conditions that the tests of a mapping put on the attributes of one fact.

    Args:
        scope: What the other side of each test may name.
        alias: The alias of the fact tested.
        kind: Its kind.
        table: The tests by attribute; the key `kind` is skipped.
    """

    def read(name: str) -> tuple[Condition, ...]:
        attribute = scope.attribute(table.keys[name], kind, name)
        ref = AttributeRef(alias, kind.name, name, attribute.type)
        return _test(
            scope, Typed(ref, ref.type, attribute.of, attribute.choices), ref, table.entries[name]
        )

    names = [name for name in table.entries if name != "kind"]
    return tuple(part for parts in scope.form.each(names, read) for part in parts)


def _test(scope: Scope, left: Typed, ref: AttributeRef, node: Node) -> tuple[Condition, ...]:
    if isinstance(node, Scalar) and node.text in ("stated", "absent"):
        return (Stated(ref) if node.text == "stated" else Not(Stated(ref)),)
    if isinstance(node, Listing):
        parts = _among(scope, left, node, Comparison.EQUAL)
        return (parts[0] if len(parts) == 1 else AnyOf(parts),)
    if isinstance(node, Table) and node.entries.keys() & TESTS.keys():
        return _operators(scope, left, node)
    return (_compared(scope, left, Comparison.EQUAL, node),)


def _operators(scope: Scope, left: Typed, node: Table) -> tuple[Condition, ...]:
    table = scope.form.table(node, "A test", (), tuple(TESTS))

    def read(name: str) -> tuple[Condition, ...]:
        value = table.entries[name]
        if name == "not" and isinstance(value, Listing):
            return _among(scope, left, value, Comparison.DIFFERENT)
        if isinstance(value, Scalar) and value.text in ("stated", "absent"):
            scope.form.refuse(value, "Write 'stated' or 'absent' alone: each denies the other.")
        return (_compared(scope, left, TESTS[name], value),)

    known = [name for name in table.entries if name in TESTS]
    return tuple(part for parts in scope.form.each(known, read) for part in parts)


def _among(
    scope: Scope, left: Typed, node: Listing, comparison: Comparison
) -> tuple[Condition, ...]:
    if not node.items:
        scope.form.refuse(node, "The list is empty; give it literals.")

    def read(item: Node) -> Constant:
        constant = literal(scope, item, left.type)
        one_of(scope, item, left, Typed(constant, constant.type))
        return constant

    constants = scope.form.each(node.items, read)
    return tuple(Compare(comparison, left.operand, constant) for constant in constants)


def _compared(scope: Scope, left: Typed, comparison: Comparison, node: Node) -> Condition:
    right = operand(scope, node, left.type)
    meet(scope, node, left, right)
    return _compare(scope, node, comparison, left, right)


def _compare(
    scope: Scope, node: Node, comparison: Comparison, left: Typed, right: Typed
) -> Compare:
    order = comparison not in (Comparison.EQUAL, Comparison.DIFFERENT)
    if order and not (left.type.ordered and right.type.ordered):
        side = left if not left.type.ordered else right
        message = f"{comparison.value!r} puts {side.said} in order, which has none; "
        scope.form.refuse(node, message + "use equal or different.")
    return Compare(comparison, left.operand, right.operand)
