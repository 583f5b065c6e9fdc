"""What a judge found in one instance, part by part: every condition with its truth and values."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from checker.engine.firing import Missing
from checker.interval import Interval, Truth, every
from checker.kinds import Fact, Type
from checker.language.tree import Binding, Condition, Let, Operand


@frozen(eq=False)
class Weighed:
    """An operand with its value.

    Args:
        type: What the value is counted in.
        interval: The value; for texts and identifiers the ends mean nothing, see `text`.
        text: The text or identifier, where known.
        fact: The fact that an attribute is read of, or whose date a parameter is looked up at.
        parts: Those it is made of.
    """

    operand: Operand
    type: Type
    interval: Interval
    text: str | None = None
    fact: Fact | None = None
    parts: tuple[Weighed, ...] = ()


@frozen(eq=False)
class Reason:
    """A condition with its truth: a comparison has two sides, a combination has parts.

    Args:
        missing: What leaves a comparison, or whether something is stated, unknown.
    """

    condition: Condition
    truth: Truth
    parts: tuple[Reason, ...] = ()
    sides: tuple[Weighed, ...] = ()
    missing: tuple[Missing, ...] = ()

    def leaves(self) -> Iterator[Reason]:
        """The conditions that combine no others, from left to right."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@frozen(eq=False)
class Bound:
    """A fact that the instance binds, with the tests it had to pass."""

    binding: Binding
    fact: Fact
    tests: tuple[Reason, ...]


@frozen(eq=False)
class Row:
    """A row that a `let` draws on; `amount` is what it brings, 1 where rows are only counted."""

    fact: Fact
    amount: Interval
    text: str | None = None


@frozen(eq=False)
class Drawn:
    """A `let` with its value and its rows.

    Args:
        sure: Rows that match.
        possible: Rows that may match, for all that is known.
        aside: Rows of the kind that do not match.
        opened: Whether the list may lack rows.
        missing: What leaves the value unknown.
    """

    let: Let
    value: Interval
    sure: tuple[Row, ...]
    possible: tuple[Row, ...]
    aside: tuple[Row, ...]
    opened: bool
    missing: tuple[Missing, ...] = ()


@frozen(eq=False)
class Reasons:
    """All that the outcome of one instance rests on; `trigger` is `None` where there is none."""

    bound: tuple[Bound, ...]
    lets: tuple[Drawn, ...]
    trigger: Reason | None
    requirement: Reason

    @property
    def triggered(self) -> Truth:
        """Whether the requirement binds this instance: its tests and its trigger together."""
        tests = [test.truth for each in self.bound for test in each.tests]
        return every(tests if self.trigger is None else [*tests, self.trigger.truth])


@frozen(eq=False)
class Absence:
    """A binding that makes no instance, with the first condition that is false of it."""

    bound: tuple[Fact, ...]
    reason: Reason

    @property
    def binding(self) -> tuple[str, ...]:
        """Identifiers of the facts bound, in the order of `for`."""
        return tuple(fact.id for fact in self.bound)


@frozen(eq=False)
class Filter:
    """What is left of the possible bindings once one more condition is tried.

    Args:
        binding: The alias that is bound; `None` for the trigger.
        condition: `None` for the facts of the kind, before any test.
        before: How many there were.
        after: How many are left, those included for which the condition may hold.
    """

    binding: Binding | None
    condition: Condition | None
    before: int
    after: int
