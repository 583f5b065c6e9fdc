"""What the documents are made of, whatever they are written as, and what each must give."""

from __future__ import annotations

from attrs import frozen

from checker.case import Category
from checker.reading import Kind


@frozen
class Heading:
    """A title, alone on its line."""

    text: str


@frozen
class Par:
    """A paragraph."""

    text: str


@frozen
class Dashes:
    """A list, each item behind a dash."""

    items: tuple[str, ...]


@frozen
class Grid:
    """A table with ruled lines, its first row the head.

    Args:
        widths: Of the columns, in points, where it is drawn.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = (300, 120)


Part = Heading | Par | Dashes | Grid


@frozen
class Expected:
    """What one deliberation must give.

    Args:
        number, date: Of the act, as printed and in ISO form.
        awards: Bodies and what is granted to each, in euros and cents, in the order decided.
        vote: Votes for and against and abstentions; `None` where the act states unanimity only.
        fails: Checks that must fail on account of the fault planted in it, `RULE/check` or `RULE`.
        refused: Bodies that ask in vain: nothing may be granted to any of them.
    """

    number: str
    date: str
    category: Category
    awards: tuple[tuple[str, str], ...]
    vote: tuple[int, int, int | None] | None = None
    fails: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


@frozen
class Document:
    """A document of an invented authority, and what must be found in it.

    Args:
        name: File name without extension.
        acts: Its deliberations, in their order.
    """

    name: str
    kind: Kind
    style: str
    parts: tuple[Part, ...]
    acts: tuple[Expected, ...]

    @property
    def file(self) -> str:
        """Its file name."""
        return f"{self.name}.{self.kind}"


def pars(*texts: str) -> tuple[Par, ...]:
    """Several paragraphs."""
    return tuple(map(Par, texts))
