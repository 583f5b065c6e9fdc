"""A comparison of two acts, neutral of format; prose is in its language already."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import frozen

from checker.language.tree import Severity
from checker.verdict import Verdict
from checker.words import Language

Move = Literal["in", "out", "changed"]
"""There only now, there only before, there both times and not the same."""


@frozen
class Side:
    """One of the two acts compared.

    Args:
        file: As the user named it.
        law_date: The date whose law was applied.
    """

    file: str
    number: str | None
    date: datetime.date | None
    sha256: str | None
    law_date: datetime.date | None
    reliable: bool


@frozen
class Value:
    """What the act says of itself, not the same both times; empty where it says nothing."""

    what: str
    old: str
    new: str


@frozen
class Party:
    """A beneficiary that is in, out, or called otherwise.

    Args:
        old, new: Its names; empty where it is not there.
        like: Of a beneficiary that is in or out: one of the other act whose name resembles its
            own. Whether it is the same is a question.
    """

    move: Move
    old: str
    new: str
    like: str = ""


@frozen
class Amount:
    """An amount that is in, out or changed.

    Args:
        what: What it is the amount of.
        of: The kind of amount: award, line, component, summary, total.
        old, new: In cents; `None` where it is not there or not stated.
    """

    move: Move
    of: str
    what: str
    old: int | None
    new: int | None

    @property
    def gap(self) -> int | None:
        """The new amount less the old one, in cents; one that is not there counts as nothing."""
        if self.move == "changed" and (self.old is None or self.new is None):
            return None
        if self.old is None and self.new is None:
            return None
        return (self.new or 0) - (self.old or 0)


@frozen
class ArticleChange:
    """An article of the operative part; its subject both times, empty where it is not there."""

    move: Move
    number: str
    old: str
    new: str


Turn = Literal["new", "gone", "changed", "restated"]
"""A finding that was none; was one; another verdict; the same verdict for other reasons."""


@frozen
class VerdictChange:
    """A verdict that is not what it was.

    Args:
        subject: Identifier of the instance in the new act, of one that is gone in the old.
        named: The same in words.
        old, new: `None` where the subject is not there.
        message: What is said now, or for what is gone was said before.
    """

    turn: Turn
    check: str
    title: str
    subject: str
    named: str
    severity: Severity
    old: Verdict | None
    new: Verdict | None
    message: str


@frozen
class LawChange:
    """A dated value of the law that the verdicts rest on and that is not the same both times."""

    name: str
    title: str
    old: str
    new: str


@frozen(eq=False)
class Difference:
    """Everything that differs.

    Args:
        same_amounts: How many amounts are the same both times.
        alone: How many verdicts, no findings, have a subject that only one of the two has.
    """

    language: Language
    old: Side
    new: Side
    values: tuple[Value, ...]
    parties: tuple[Party, ...]
    amounts: tuple[Amount, ...]
    same_amounts: int
    articles: tuple[ArticleChange, ...]
    verdicts: tuple[VerdictChange, ...]
    alone: int
    law: tuple[LawChange, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        found = (self.values, self.parties, self.amounts, self.articles, self.verdicts, self.law)
        return any(found)

    @property
    def reliable(self) -> bool:
        """Whether both judgements are."""
        return self.old.reliable and self.new.reliable
