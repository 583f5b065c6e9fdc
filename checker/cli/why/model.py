"""What is told of a verdict, in the words of one language, neutral of format.

A place is shown as text and kept as it is; a value has its printed form beside its ends.
"""

from __future__ import annotations

import datetime

from attrs import frozen

from checker.interval import Truth
from checker.kinds import Type
from checker.reasons.margins import Margin
from checker.reasons.suppositions import Slip
from checker.report.model import MissingItem, Operand, Where
from checker.verdict import Verdict
from checker.words import Language


@frozen
class Value:
    """A value with where it comes from.

    Args:
        label: What it is.
        source: The passage, or the text of law; empty for what was worked out.
        where: The place; `None` for a value that is not read of the case.
    """

    label: str
    value: Operand
    source: str
    where: Where | None = None


@frozen
class Question:
    """Something that may explain a sum; a question, never a fact."""

    slip: Slip
    text: str


@frozen(eq=False)
class Node:
    """A condition with its truth.

    Args:
        combines: `all` or `any` for a combination, whose `parts` they are; empty for another.
        distance: How far it is from its contrary, as a sentence; empty where nothing can be said.
        turning: What would settle it, as sentences.
    """

    words: str
    truth: Truth
    combines: str = ""
    parts: tuple[Node, ...] = ()
    values: tuple[Value, ...] = ()
    margin: Margin | None = None
    distance: str = ""
    turning: tuple[str, ...] = ()
    missing: tuple[MissingItem, ...] = ()
    questions: tuple[Question, ...] = ()


@frozen(eq=False)
class BoundFact:
    """A fact that the rule is tried on, with the tests it had to pass."""

    alias: str
    label: str
    named: str
    source: str
    where: Where
    tests: tuple[Node, ...]


@frozen
class RowLine:
    """A line that a number is drawn from; `amount` is `None` where lines are only counted."""

    named: str
    amount: Operand | None
    source: str
    where: Where


@frozen
class Number:
    """A number that the rule draws from lines.

    Args:
        letter: What the sentences call it.
        words: What it is, from which lines.
        sure: The lines it is drawn from.
        possible: Those that may belong there.
        aside: How many lines of the kind do not.
        kind: What such lines are called, in the plural.
        opened: Whether the list may lack lines.
    """

    letter: str
    words: str
    value: Operand
    sure: tuple[RowLine, ...]
    possible: tuple[RowLine, ...]
    aside: int
    kind: str
    opened: bool
    missing: tuple[MissingItem, ...] = ()


@frozen(eq=False)
class Told:
    """One instance, explained.

    Args:
        note: Why the verdict is not what the conditions alone would give; mostly empty.
        requirement: `None` for the rest of a list, of which nothing is known.
    """

    check: str
    subject: str
    named: str
    verdict: Verdict
    verdict_shown: str
    message: str
    note: str
    missing: tuple[MissingItem, ...]
    reliable: bool
    bound: tuple[BoundFact, ...] = ()
    numbers: tuple[Number, ...] = ()
    trigger: Node | None = None
    requirement: Node | None = None


@frozen(eq=False)
class Excluded:
    """What a check does not examine, with the first condition that is false of it.

    Args:
        named: What it is called; empty for persons, whose names are not lined up.
    """

    check: str
    subject: str
    named: str
    condition: Node


@frozen
class Step:
    """What one condition leaves: `words` is empty for the facts there are at all."""

    kind: str
    words: str
    before: int
    after: int


@frozen
class Dwindling:
    """Why a check has no instance: the conditions tried in turn, until nothing is left.

    Args:
        numbers: What the numbers are that the conditions name: their letters, and their words.
    """

    check: str
    steps: tuple[Step, ...]
    numbers: tuple[tuple[str, str], ...] = ()


@frozen(eq=False)
class Explained:
    """A rule in one case.

    Args:
        aside: Why the rule was not tried, as sentences; empty where it was.
        aside_code: The same in a word: date, body, stage or policy.
        dwindling: For each check without an instance, why.
        excluded: What the checks do not examine.
    """

    language: Language
    rule: str
    title: str
    verdict: Verdict
    verdict_shown: str
    file: str
    sha256: str | None
    number: str | None
    date: datetime.date | None
    law_date: datetime.date | None
    faults: tuple[str, ...]
    instances: tuple[Told, ...]
    dwindling: tuple[Dwindling, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    aside: str = ""
    aside_code: str = ""


AMOUNTS = (Type.MONEY, Type.SIGNED)
