"""Typed rules: what a rule file means, after loading.

Shared by the two judges; neither changes it. See `rules.md` of the design for the grammar, and
`docs` in CONTRIBUTING for the ten-minute guide.

These classes, like all that rule sets are made of, have no slots: with the slots of attrs they
would take twice as long to unpickle, at every start.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import Enum

from attrs import frozen

from checker.kinds import Type
from checker.words import Words

ROW = "row"
"""Alias of the row that a `let` looks at."""
ACT = "act"
"""Alias of the act, bound in every check."""


@frozen(slots=False)
class Constant:
    """A literal: an integer (cents, ordinal day, 0 or 1, number) or a text."""

    value: int | str
    type: Type


@frozen(slots=False)
class AttributeRef:
    """An attribute of a bound fact, of the act, or of the row of a `let`."""

    alias: str
    kind: str
    attribute: str
    type: Type


@frozen(slots=False)
class LetRef:
    """The value of a `let`."""

    name: str
    type: Type


@frozen(slots=False)
class ParameterRef:
    """A dated parameter; `anchor` overrides the date at which it is looked up."""

    name: str
    type: Type
    anchor: AttributeRef | None = None


@frozen(slots=False)
class Plus:
    """The sum of the terms."""

    terms: tuple[Operand, ...]


@frozen(slots=False)
class Minus:
    """`left` less `right`."""

    left: Operand
    right: Operand


@frozen(slots=False)
class Times:
    """The product of the factors."""

    factors: tuple[Operand, ...]


@frozen(slots=False)
class OrElse:
    """An attribute of the act's text, or `default` where it is not stated."""

    ref: AttributeRef
    default: Constant


@frozen(slots=False)
class YearsBefore:
    """The same day `years` years before; 29 February becomes 28 February."""

    years: int
    date: Operand


Operand = (
    Constant | AttributeRef | LetRef | ParameterRef | Plus | Minus | Times | OrElse | YearsBefore
)


class Comparison(Enum):
    """How two operands are compared."""

    EQUAL = "equal"
    DIFFERENT = "different"
    MORE = "more"
    AT_LEAST = "at_least"
    LESS = "less"
    AT_MOST = "at_most"


@frozen(slots=False)
class Compare:
    """A comparison of two operands."""

    comparison: Comparison
    left: Operand
    right: Operand


@frozen(slots=False)
class Stated:
    """Whether an attribute is stated: false for an omission of the act, unknown for others."""

    ref: AttributeRef


@frozen(slots=False)
class AllOf:
    """Every part holds."""

    parts: tuple[Condition, ...]


@frozen(slots=False)
class AnyOf:
    """Some part holds."""

    parts: tuple[Condition, ...]


@frozen(slots=False)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Compare | Stated | AllOf | AnyOf | Not


@frozen(slots=False)
class Binding:
    """One alias of `for`: facts of a kind that pass the tests."""

    alias: str
    kind: str
    tests: tuple[Condition, ...] = ()


class Aggregate(Enum):
    """What a `let` makes of the rows that match."""

    SUM = "sum"
    COUNT = "count"
    DISTINCT = "distinct"
    MIN = "min"
    MAX = "max"


@frozen(slots=False)
class Let:
    """A number drawn from the rows of one kind that match; `ref` is the attribute of the row.

    The tests of `where` see the row (alias `ROW`), the facts of `for`, the act and parameters.
    """

    name: str
    aggregate: Aggregate
    kind: str
    ref: AttributeRef | None
    where: tuple[Condition, ...] = ()

    @property
    def type(self) -> Type:
        """Type of the value: a number of rows, or the attribute's."""
        if self.ref is None or self.aggregate in (Aggregate.COUNT, Aggregate.DISTINCT):
            return Type.INT
        return self.ref.type


class Severity(Enum):
    """How much a failure weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Nature(Enum):
    """What a rule rests on: a norm, the act's own coherence, good practice, local policy."""

    NORM = "norm"
    INTERNAL = "internal"
    PRACTICE = "practice"
    POLICY = "policy"


@frozen(slots=False)
class Check:
    """One requirement of a rule, tried on every binding of `bindings`.

    Args:
        id: Rule id, or rule id, slash, name where the rule has several checks.
        trigger: Narrows the bindings; `None` is always true.
        severity: By stage of the act.
        rest_ignored: An open list in `for` makes no instance of its own.
    """

    id: str
    bindings: tuple[Binding, ...]
    lets: tuple[Let, ...]
    trigger: Condition | None
    requirement: Condition
    message: Words
    remedy: Words
    severity: Mapping[str, Severity]
    judgement: bool = False
    rest_ignored: bool = False


@frozen(slots=False)
class Basis:
    """What a rule rests on: a reference by key, or an article that date and body choose."""

    reference: str | None = None
    article: str | None = None


@frozen(slots=False)
class Rule:
    """One rule file.

    Args:
        stages: Stages of the act at which it is tried.
        bodies: Categories of authority it binds; empty for all.
        since: First day it is in force, or `None`.
        until: First day it is no longer in force, or `None`.
        why: Why the rule matters, for a reader.
        policy: Folder of the policy set it belongs to, or empty.
        file: Path of its file below the rule sets' folder, with `/`.
    """

    id: str
    title: Words
    nature: Nature
    stages: frozenset[str]
    bodies: frozenset[str]
    since: datetime.date | None
    until: datetime.date | None
    basis: tuple[Basis, ...]
    why: Words
    checks: tuple[Check, ...]
    policy: str = ""
    file: str = ""
