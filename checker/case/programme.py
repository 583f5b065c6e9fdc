"""The programme: measures, lines, actions, results and targets, announced counts."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from checker.case.values import Cents, Count, Entity, SignedCents, Slug

LabelSection = Literal["description", "amounts"]
Reference = Literal["awards", "group", "measure", "actions", "posts"]
CriterionNature = Literal["computed", "general"]


@frozen
class Measure(Entity):
    """A measure (axe) of the programme; `uniform_amount` is promised to each beneficiary.

    Args:
        criterion: How the measure is shared out, in the act's words.
        criterion_nature: `computed` where the amounts follow from it, `general` where they do not.
    """

    id: Slug
    title: str
    number: str | None = None
    uniform_amount: Cents | None = None
    criterion: str | None = None
    criterion_nature: CriterionNature | None = None


@frozen
class Component(Entity):
    """A part of a line: what it pays for, and how much where the act says so."""

    id: Slug
    label: str
    amount: Cents | None = None
    post: str | None = None
    units: Count | None = None


@frozen
class MeasureLine(Entity):
    """What one measure gives to one beneficiary.

    Args:
        object: What it is for, in the act's words, where no label beside the amount says so.
        implied: The act states it through the measure's uniform amount, not by a line.
        post: The kind of post paid for, or the bundle of posts.
        units: How many of them.
        reason: Why the amount differs, in the act's words.
        announced_change: Difference from the year before that the act announces.
        prior_amount: Amount of the year before, known from elsewhere.
    """

    id: Slug
    measure: Slug | None
    beneficiary: Slug | None
    amount: Cents | None = None
    object: str | None = None
    implied: bool = False
    post: str | None = None
    units: Count | None = None
    reason: str | None = None
    components: tuple[Component, ...] = ()
    announced_change: SignedCents | None = None
    prior_amount: Cents | None = None


@frozen
class ActionLabel(Entity):
    """The name of a subsidised action, in the description or beside an amount.

    Args:
        priced: Whether an amount stands with this label.
        short_of: The full label that this one openly shortens, as printed elsewhere.
    """

    id: Slug
    section: LabelSection
    beneficiary: Slug | None
    measure: Slug | None
    text: str
    priced: bool = False
    short_of: str | None = None


@frozen
class Figure(Entity):
    """A result of a past year or a target for the coming one.

    Args:
        beneficiary: The body it is of; left out for a figure of the measure as a whole.
        compares: For a target, the result it is to be read against where their words differ.
    """

    id: Slug
    beneficiary: Slug | None
    measure: Slug | None
    year: Count
    indicator: str
    value: Count | None = None
    compares: Slug | None = None


@frozen
class Counted:
    """What a number announced in words counts; the other keys depend on `of`."""

    of: Reference
    group: Slug | None = None
    measure: Slug | None = None
    beneficiary: Slug | None = None
    line: Slug | None = None


@frozen
class CountPhrase(Entity):
    """A number the act announces (« les huit structures ») and what it counts.

    Args:
        counts: The list counted; left out where a reader must decide.
    """

    id: Slug
    surface: str
    value: Count
    counts: Counted | None = None
