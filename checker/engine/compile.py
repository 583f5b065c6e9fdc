"""Checks to rules of durable-rules: which bindings to try, and which outcome each has.

Nothing reaches the engine but comparisons of integers in flat conjunctions: no negation,
disjunction, arithmetic, text, null or fraction. Candidates may be too many, never too few: what
an equality of missing identifiers would lose has a rule of its own, and what the engine cannot
say is left to the outcome of the instance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from attrs import field, frozen

from checker.engine.branches import Branch, Formula, Leaf, both, either, ordered
from checker.engine.encoding import Interner
from checker.engine.firing import Outcome
from checker.engine.references import parts_of
from checker.engine.truths import Columns, End, Want, formula
from checker.interval import INFINITY
from checker.language.tree import (
    AllOf,
    AttributeRef,
    Check,
    Compare,
    Comparison,
    Condition,
    Constant,
    Operand,
)

FIRST_ROW_KIND = 1000
MOST_BRANCHES = 64
MOST_LEAVES = 60
MOST_OPERANDS = 100
MOST_ALIASES = 3
_MOST_MISSING = 4


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
class CompiledCheck:
    """A check with its rules.

    Args:
        number: The kind of its rows, where the engine judges its instances.
        candidates: Rules that between them bind every instance, each binding by one rule only.
        operands: What the ends of columns `p0_lo`, `p0_hi`, `p1_lo`… of a row are.
        stated: The attributes of columns `s0`, `s1`…
        outcomes: Branches of the formulas of each outcome; `None` is no instance.
    """

    check: Check
    number: int
    candidates: tuple[tuple[Pattern, ...], ...]
    operands: tuple[Operand, ...]
    stated: tuple[AttributeRef, ...]
    outcomes: tuple[tuple[Outcome | None, Branch], ...]


def compiled(checks: Sequence[Check], interner: Interner) -> tuple[CompiledCheck, ...]:
    """Compile checks, interning the texts they hold.

    Raises:
        ValueError: A check cannot be compiled within what the engine does reliably.
    """
    return tuple(
        _compiled(check, FIRST_ROW_KIND + place, interner) for place, check in enumerate(checks)
    )


def _compiled(check: Check, number: int, interner: Interner) -> CompiledCheck:
    try:
        return _within_limits(check, number, interner)
    except ValueError as error:
        message = f"Check {check.id} is too large for the rules engine: {error}; split it."
        raise ValueError(message) from error


def _within_limits(check: Check, number: int, interner: Interner) -> CompiledCheck:
    if not 1 <= len(check.bindings) <= MOST_ALIASES:
        message = f"for binds {len(check.bindings)} facts, where 1 to {MOST_ALIASES} can be"
        raise ValueError(message)
    row = RowColumns(interner)
    outcomes = tuple(_outcomes(check, Columns(row.ends, row.stated)))
    if len(row.operands) + len(row.references) > MOST_OPERANDS:
        message = f"its conditions have more than {MOST_OPERANDS} operands"
        raise ValueError(message)
    return CompiledCheck(
        check=check,
        number=number,
        candidates=tuple(_candidates(check, interner)),
        operands=tuple(row.operands),
        stated=tuple(row.references),
        outcomes=outcomes,
    )


@frozen
class RowColumns:
    """Gives each operand and each statement of a check its columns, in order of first use."""

    interner: Interner
    operands: dict[Operand, int] = field(factory=dict)
    references: dict[AttributeRef, int] = field(factory=dict)

    def ends(self, operand: Operand) -> tuple[End, End]:
        """The columns of an operand, or twice the value of a literal."""
        if isinstance(operand, Constant):
            value = literal(operand, self.interner)
            return value, value
        index = self.operands.setdefault(operand, len(self.operands))
        return f"p{index}_lo", f"p{index}_hi"

    def stated(self, reference: AttributeRef) -> str:
        """The column of a statement."""
        return f"s{self.references.setdefault(reference, len(self.references))}"


def literal(constant: Constant, interner: Interner) -> int:
    """The integer that stands for a literal."""
    if isinstance(constant.value, str):
        return interner.number(constant.value)
    if abs(constant.value) >= INFINITY:
        message = f"{constant.value} is not within ±2^53"
        raise ValueError(message)
    return int(constant.value)


def _outcomes(check: Check, columns: Columns) -> Iterator[tuple[Outcome | None, Branch]]:
    tests = [test for binding in check.bindings for test in binding.tests]
    trigger = AllOf((*tests, *(() if check.trigger is None else (check.trigger,))))
    applies = {want: formula(trigger, want, columns) for want in Want}
    holds = {want: formula(check.requirement, want, columns) for want in Want}
    undecided = [applies[Want.NOT_TRUE], holds[Want.NOT_FALSE]]
    formulas: dict[Outcome | None, list[Formula]] = {
        None: [applies[Want.FALSE]],
        Outcome.PASS: [applies[Want.NOT_FALSE], holds[Want.TRUE]],
        Outcome.FAIL: [applies[Want.TRUE], holds[Want.FALSE]],
        Outcome.OPEN: [applies[Want.NOT_FALSE], holds[Want.NOT_TRUE], either(undecided)],
    }
    for outcome, factors in formulas.items():
        branches = both(factors)
        name = "not-applicable" if outcome is None else outcome.value
        if len(branches) > MOST_BRANCHES:
            message = f"outcome {name} has {len(branches)} branches, over {MOST_BRANCHES}"
            raise ValueError(message)
        for branch in sorted(branches, key=lambda leaves: str(ordered(leaves))):
            if len(branch) > MOST_LEAVES:
                message = f"outcome {name} has a branch of more than {MOST_LEAVES} comparisons"
                raise ValueError(message)
            yield outcome, branch


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


def _candidates(check: Check, interner: Interner) -> Iterator[tuple[Pattern, ...]]:
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
    return tuple(sorted(found, key=lambda leaf: (leaf.left, leaf.operator, str(leaf.right))))
