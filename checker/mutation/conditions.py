"""What can be wrong in a condition, an operand or a test, one change at a time."""

from __future__ import annotations

from collections.abc import Iterator

from checker.mutation.change import (
    Change,
    Fault,
    below,
    changed,
    each_item,
    renamed,
    scalar,
    with_entry,
    within,
    without_item,
    without_key,
)
from checker.mutation.numbers import shifts
from checker.yamlfile import Listing, Node, Scalar, Table

FLIPS = {
    "more": "at_least",
    "at_least": "more",
    "less": "at_most",
    "at_most": "less",
    "equal": "different",
    "different": "equal",
}
"""Each comparison and its neighbour."""
_QUANTIFIERS = {"all": "any", "any": "all"}
_TESTS = ("not", "more", "at_least", "less", "at_most")
_STATED = {"stated": "absent", "absent": "stated"}


def of_condition(node: Node) -> Iterator[Change]:
    """The changes of a condition of `when` or `require`."""
    if not isinstance(node, Table):
        return
    for name, value in node.entries.items():
        if name in _QUANTIFIERS and isinstance(value, Listing):
            yield renamed(node, name, _QUANTIFIERS[name], Fault.QUANTIFIER)
            yield from below(node, name, _of_members(value))
        elif name == "not":
            yield changed(node, "not removed", Fault.CONDITION, value)
            yield from below(node, name, of_condition(value))
        elif name == "stated":
            yield changed(node, "stated -> not stated", Fault.COMPARISON, _denied(node))
        elif name in FLIPS and isinstance(value, Listing):
            yield renamed(node, name, FLIPS[name], Fault.COMPARISON)
            yield from below(node, name, _of_operands(value))


def of_tests(node: Table) -> Iterator[Change]:
    """The changes of the tests of `where`, or of an alias of `for`: each dropped, each altered."""
    for name, value in node.entries.items():
        if name != "kind":
            yield without_key(node, name)
            yield from below(node, name, _of_test(value))


def _of_members(listing: Listing) -> Iterator[Change]:
    for index, item in each_item(listing):
        if len(listing.items) > 1:
            yield without_item(listing, index)
        yield from within(listing, index, of_condition(item))


def _of_operands(listing: Listing) -> Iterator[Change]:
    for index, item in each_item(listing):
        yield from within(listing, index, _of_operand(item))


def _of_operand(node: Node) -> Iterator[Change]:
    yield from shifts(node)
    if not isinstance(node, Table):
        return
    for name, value in node.entries.items():
        if isinstance(value, Listing):
            yield from below(node, name, _of_operands(value))
            if name == "or":
                yield changed(node, "or removed", Fault.CONDITION, value.items[0])


def _of_test(node: Node) -> Iterator[Change]:
    if isinstance(node, Scalar) and node.text in _STATED:
        other = _STATED[node.text]
        said = f"{node.text} -> {other}"
        yield changed(node, said, Fault.COMPARISON, scalar(other, node))
    elif isinstance(node, Table) and node.entries.keys() & set(_TESTS):
        yield from _of_operators(node)
    else:
        yield changed(node, "equal -> not", Fault.COMPARISON, _denied(node))
        if isinstance(node, Listing):
            yield from _of_words(node)
        else:
            yield from _of_operand(node)


def _of_operators(table: Table) -> Iterator[Change]:
    """Tests like `{more: 0, at_most: act.date}`."""
    for name, value in table.entries.items():
        if len(table.entries) > 1:
            yield without_key(table, name)
        if name in FLIPS:
            yield renamed(table, name, FLIPS[name], Fault.COMPARISON)
        elif len(table.entries) == 1:
            yield changed(table, "not -> equal", Fault.COMPARISON, value)
        inner = _of_words(value) if isinstance(value, Listing) else _of_operand(value)
        yield from below(table, name, inner)


def _of_words(listing: Listing) -> Iterator[Change]:
    """A list of literals: each dropped, each number or date moved."""
    for index, item in each_item(listing):
        if len(listing.items) > 1:
            yield without_item(listing, index)
        yield from within(listing, index, shifts(item))


def _denied(node: Node) -> Table:
    empty = Table({}, {}, node.mark)
    return with_entry(empty, "not", node)
