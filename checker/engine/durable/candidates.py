"""Rules that bind facts: too many candidates perhaps, never too few.

What an equality of missing identifiers would lose has a rule of its own; what a flat conjunction
cannot say is left to the outcome of the instance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from attrs import frozen

from checker.engine.durable.branches import Leaf, leaf_order
from checker.engine.durable.encoding import Interner, literal
from checker.engine.durable.references import parts_of
from checker.engine.durable.truths import Columns, End, Want, formula
from checker.language.tree import (
    AttributeRef,
    Check,
    Compare,
    Comparison,
    Condition,
    Constant,
    Operand,
)

_MOST_MISSING = 4
"""Attributes joined on that may be missing; each doubles the rules of a check."""


@frozen
class Join:
    """Equality of a column with the column of an earlier pattern."""

    column: str
    position: int
    other: str


@frozen
class Pattern:
    """One alias of a candidate rule: facts of `kind` for which every leaf and join holds."""

    kind: str
    leaves: tuple[Leaf, ...]
    joins: tuple[Join, ...] = ()


@frozen
class _Key:
    """An equality between attributes of two aliases, the later one first."""

    position: int
    attribute: str
    earlier: int
    other: str

    @property
    def endpoints(self) -> list[tuple[int, str]]:
        """Both sides, but for `id`, which no fact lacks."""
        sides = [(self.position, self.attribute), (self.earlier, self.other)]
        return [side for side in sides if side[1] != "id"]


def candidate_rules(check: Check, interner: Interner) -> Iterator[tuple[Pattern, ...]]:
    """One rule for facts that have the attributes joined on, others for those that lack some.

    Each combination of known and missing has its own rule, so that no binding is lost and none
    comes twice; where nothing is missing, the others cost nothing.
    """
    tests = [test for binding in check.bindings for test in parts_of(binding.tests)]
    leaves = [_leaves(binding.alias, tests, interner) for binding in check.bindings]
    keys: list[_Key] = []
    endpoints: dict[tuple[int, str], None] = {}
    for key in _keys(check, tests):
        wider = endpoints | dict.fromkeys(key.endpoints)
        if len(wider) <= _MOST_MISSING:
            keys.append(key)
            endpoints = wider
    for known in product((True, False), repeat=len(endpoints)):
        state = dict(zip(endpoints, known, strict=True))
        usable = [key for key in keys if all(state[side] for side in key.endpoints)]
        yield tuple(
            Pattern(
                binding.kind,
                (*leaves[position], *_presence(position, state)),
                tuple(
                    Join(f"{key.attribute}_lo", key.earlier, f"{key.other}_lo")
                    for key in usable
                    if key.position == position
                ),
            )
            for position, binding in enumerate(check.bindings)
        )


def _presence(position: int, state: dict[tuple[int, str], bool]) -> Iterator[Leaf]:
    for (place, attribute), known in state.items():
        if place == position:
            yield Leaf(f"{attribute}_s", *(("$gte", 2) if known else ("$lte", 1)))


def _keys(check: Check, tests: Sequence[Condition]) -> Iterator[_Key]:
    positions = {binding.alias: place for place, binding in enumerate(check.bindings)}
    for test in tests:
        if not (isinstance(test, Compare) and test.comparison is Comparison.EQUAL):
            continue
        left, right = test.left, test.right
        if not (isinstance(left, AttributeRef) and isinstance(right, AttributeRef)):
            continue
        if {left.alias, right.alias} <= positions.keys() and left.alias != right.alias:
            sides = sorted((positions[ref.alias], ref.attribute) for ref in (left, right))
            (earlier, other), (position, attribute) = sides
            yield _Key(position, attribute, earlier, other)


def _leaves(alias: str, tests: Sequence[Condition], interner: Interner) -> tuple[Leaf, ...]:
    """What the tests ask of one fact alone, as far as plain comparisons with literals say it."""

    def ends(operand: Operand) -> tuple[End, End]:
        if isinstance(operand, Constant):
            value = literal(operand, interner)
            return value, value
        if isinstance(operand, AttributeRef) and operand.alias == alias:
            return f"{operand.attribute}_lo", f"{operand.attribute}_hi"
        raise LookupError

    def stated(reference: AttributeRef) -> str:
        if reference.alias == alias:
            return f"{reference.attribute}_s"
        raise LookupError

    found: dict[Leaf, None] = {}
    for test in tests:
        try:
            branches = formula(test, Want.NOT_FALSE, Columns(ends, stated))
        except LookupError:
            continue
        if len(branches) == 1:
            (branch,) = branches
            found.update(dict.fromkeys(leaf for leaf in branch if isinstance(leaf.right, int)))
    return tuple(sorted(found, key=leaf_order))
