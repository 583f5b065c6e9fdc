"""Checks to rules of durable-rules: which bindings to try, and which outcome each has.

Nothing reaches the engine but comparisons of integers in flat conjunctions: no negation,
disjunction, arithmetic, text, null or fraction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from checker.engine.durable.branches import Branch, Formula, both, either, ordered
from checker.engine.durable.candidates import Pattern, candidate_rules
from checker.engine.durable.encoding import Interner, literal
from checker.engine.durable.truths import Columns, End, Want, formula
from checker.engine.firing import Outcome
from checker.language.tree import (
    AllOf,
    AttributeRef,
    Check,
    Constant,
    Operand,
)

FIRST_ROW_KIND = 1000
MOST_BRANCHES = 64
MOST_LEAVES = 60
MOST_OPERANDS = 100
MOST_ALIASES = 3


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
        candidates=tuple(candidate_rules(check, interner)),
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
