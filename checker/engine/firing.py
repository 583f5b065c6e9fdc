"""What a judge says of one instance of a check, and what explains it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Protocol

from attrs import frozen

from checker.interval import Interval
from checker.kinds import Fact, Type


class Outcome(Enum):
    """What holds of an instance whose trigger is not false."""

    PASS = "pass"
    FAIL = "fail"
    OPEN = "open"


@frozen(order=False)
class Firing:
    """One instance of a check and its outcome.

    Args:
        check: Identifier of the check.
        binding: Identifiers of the facts bound, in the order of `for`.
    """

    check: str
    binding: tuple[str, ...]
    outcome: Outcome


class Parameters(Protocol):
    """The dated parameters as one act sees them."""

    def value(self, name: str, day: date | None) -> int | str | None:
        """The value in force on `day`, or at the parameter's own anchor for `None`.

        Returns:
            Cents, a number, an ordinal day or a text; `None` where no value is in force, or
            the date that governs is missing.
        """


@frozen
class Evaluated:
    """A reference of a rule with its value in one instance.

    Args:
        name: The reference as rules write it: `total.amount`, `let.lines`, `let.lines.count`,
            `let.others.names`, `law.agreement_threshold`.
        interval: Its value; for texts the ends mean nothing, see `text`.
        text: The text or identifier, where known.
    """

    name: str
    type: Type
    interval: Interval
    text: str | None = None


@frozen
class Missing:
    """Something whose settling could change an open verdict; exactly one form of three.

    Args:
        fact: The fact whose `attribute` is missing.
        kind: The kind whose list may lack members (`fact` is `None`).
        parameter: The dated parameter without a value.
    """

    fact: Fact | None = None
    attribute: str | None = None
    kind: str | None = None
    parameter: str | None = None


@frozen
class Explanation:
    """What one verdict rests on.

    Args:
        values: Every reference of the check's conditions, by name.
        missing: For an open verdict, what could change it.
        inputs: The (fact, attribute) pairs that entered the requirement and trigger, sums
            included, in order of first use.
        matched: Those of `inputs` that an equality between amounts of the requirement compared.
    """

    values: Mapping[str, Evaluated]
    missing: tuple[Missing, ...]
    inputs: tuple[tuple[Fact, str], ...]
    matched: tuple[tuple[Fact, str], ...]
