"""What values of a case are made of, and where they were read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NewType

from attrs import field, frozen

Cents = NewType("Cents", int)
"""An amount of zero or more, in cents; in the file a string of euros (`"40000.00"`)."""
SignedCents = NewType("SignedCents", int)
"""An amount that may be negative, in cents."""
Slug = NewType("Slug", str)
"""An identifier: lower-case letters, digits and hyphens."""
Count = NewType("Count", int)
"""A number of things: zero or more."""
Percent = NewType("Percent", int)
"""A share in hundredths of a percent; in the file a string with two decimals (`"30.00"`)."""

ReadingStatus = Literal["unread", "ambiguous", "dismissed"]
Status = Literal["read", "ambiguous", "confirmed", "corrected", "added", "dismissed"]


@frozen
class Provenance:
    """Where a value was read.

    Args:
        span: Character offsets, start included and end excluded, into the exact text of the
            document.
        quote: Those characters, line breaks folded to one space.
        document: Identifier of the document; the first one of the case when left out.
        page: 1-based page, where the document has pages.
        status: How far the reading is settled; left out in hand-written cases.
        readings: For an ambiguous value, the values it could have, as they are written in a
            case file.
    """

    span: tuple[Count, Count] | None = None
    quote: str | None = None
    document: Slug | None = None
    page: Count | None = None
    status: Status | None = None
    readings: tuple[str, ...] = ()


@frozen
class Entity:
    """Anything of a case whose values may say where they were read.

    Args:
        evidence: Provenance by the name of the value it supports.
    """

    evidence: Mapping[str, Provenance] = field(factory=dict, kw_only=True)


@frozen
class Document:
    """A document that the case was drawn from; `sha256` is that of its bytes."""

    id: Slug
    name: str
    sha256: str | None = None


@frozen
class Reading:
    """An amount or number of a document that is not bound to one value of the case.

    Args:
        span: Character offsets of it in the document.
        quote: The line it stands on.
        status: `unread` where it has no role, `ambiguous` where it has several readings, and
            `dismissed` where a person has settled that it is none of the act's.
        readings: What it could be, as sentences or amounts.
        lists: The lists of the case that it could belong to, which stay open until it is settled.
        document: Identifier of the document; the first one of the case when left out.
        page: 1-based page, where the document has pages.
    """

    id: Slug
    span: tuple[Count, Count]
    quote: str
    status: ReadingStatus
    readings: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    document: Slug | None = None
    page: Count | None = None
