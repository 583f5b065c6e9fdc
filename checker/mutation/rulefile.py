"""The mutants of a rule file: everything in it that decides when and how the rule judges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from attrs import evolve

from checker.case import Category, Stage
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
from checker.mutation.conditions import of_condition, of_tests
from checker.mutation.numbers import shifts
from checker.yamlfile import Listing, Node, Scalar, Table

_SWAPS = {
    "sum": ("count", "distinct"),
    "count": (),
    "distinct": ("count", "sum"),
    "min": ("max",),
    "max": ("min",),
}
"""What each aggregate is mistaken for; a count has no attribute that could be summed."""
_KNOWN = {"stages": get_args(Stage), "bodies": get_args(Category)}


def of_rule(root: Table) -> Iterator[Change]:
    """Every change of a rule file that makes it a rule with one fault, or no rule at all."""
    for key, known in _KNOWN.items():
        yield from below(root, key, _of_choices(root.entries[key], known))
    if isinstance(valid := root.entries.get("valid"), Table):
        yield from below(root, "valid", _of_window(valid))
    checks = root.entries.get("checks")
    if not isinstance(checks, Listing):
        yield from _of_check(root)
        return
    for index, check in each_item(checks):
        if isinstance(check, Table) and isinstance(name := check.entries["name"], Scalar):
            changes = within(checks, index, _of_check(check), name.text)
            yield from below(root, "checks", changes)


def _of_choices(node: Node, known: tuple[str, ...]) -> Iterator[Change]:
    """A list of stages or categories: each dropped, each other one added; nothing for `all`."""
    if not isinstance(node, Listing):
        return
    named = {item.text for item in node.items if isinstance(item, Scalar)}
    for index, item in each_item(node):
        if len(node.items) > 1 and isinstance(item, Scalar):
            less = without_item(node, index)
            yield changed(item, f"{item.text} dropped", Fault.SCOPE, less.node)
    for word in known:
        if word not in named:
            more = Listing((*node.items, scalar(word, node)), node.mark)
            yield changed(node, f"{word} added", Fault.SCOPE, more)


def _of_window(valid: Table) -> Iterator[Change]:
    for key, day in valid.entries.items():
        yield without_key(valid, key)
        yield from below(valid, key, shifts(day))


def _of_check(check: Table) -> Iterator[Change]:
    for key in ("for", "let"):
        if isinstance(named := check.entries.get(key), Table):
            yield from below(check, key, _of_named(named, key))
    if "when" in check.entries:
        yield without_key(check, "when")
        yield from below(check, "when", of_condition(check.entries["when"]))
    yield from below(check, "require", of_condition(check.entries["require"]))


def _of_named(table: Table, key: str) -> Iterator[Change]:
    """The bindings of `for`, or the numbers of `let`."""
    for name, value in table.entries.items():
        if isinstance(value, Table):
            inner = of_tests(value) if key == "for" else _of_let(value)
            yield from below(table, name, inner)


def _of_let(let: Table) -> Iterator[Change]:
    for name, drawn in let.entries.items():
        for other in _SWAPS.get(name, ()):
            swapped = renamed(let, name, other, Fault.AGGREGATE)
            if other == "count" and isinstance(drawn, Scalar) and isinstance(swapped.node, Table):
                kind = scalar(drawn.text.partition(".")[0], drawn)
                yield evolve(swapped, node=with_entry(swapped.node, other, kind))
            else:
                yield swapped
    if isinstance(where := let.entries.get("where"), Table):
        yield from below(let, "where", of_tests(where))
