"""Whether the law holds together: periods without a value, citations past their end, what is old.

Rules are seen as uses here: what each looks up and cites, and when and for whom it is in force.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import combinations, zip_longest
from typing import get_args

from attrs import field, frozen

from checker.case import Category
from checker.law.accounts import Account
from checker.law.edition import Law
from checker.law.parameters import ANYWHERE, Anchor, DatedValue, Parameter, ParameterType
from checker.law.references import Reference
from checker.law.schemes import Scheme

CATEGORY = "category"
_COMPLETE: Mapping[str, tuple[str, ...]] = {
    "": (ANYWHERE,),
    CATEGORY: get_args(Category),
    "alsace_moselle": ("0", "1"),
}
"""Contexts of which every act has one; for the others the law may well have nothing to say."""
_VERSION = " (réd. "


@frozen
class Use:
    """What one rule takes from the law, and when.

    Args:
        rule: Its id.
        file: Its file below the rule sets.
        parameters: Values that it looks up.
        articles: Parameters that choose the article it cites.
        references: References that it names itself.
        bodies: Categories of authority it binds; empty for all.
        since: First day in force, or `None`.
        until: First day no longer in force, or `None`.
    """

    rule: str
    file: str
    parameters: frozenset[str]
    articles: frozenset[str]
    references: frozenset[str]
    bodies: frozenset[str] = frozenset()
    since: datetime.date | None = None
    until: datetime.date | None = None

    def binds(self, by: str, context: str) -> bool:
        """Whether it is tried in a context of a parameter."""
        if by != CATEGORY or not self.bodies or context == ANYWHERE:
            return True
        return context in self.bodies


_ANYONE = Use("", "", frozenset(), frozenset(), frozenset())


@frozen
class Period:
    """Days from `since` on and before `until`; `None` is no limit."""

    since: datetime.date | None
    until: datetime.date | None

    def within(self, other: Period) -> Period | None:
        """The days of both, `None` where there is none."""
        since = max((day for day in (self.since, other.since) if day), default=None)
        until = min((day for day in (self.until, other.until) if day), default=None)
        return None if since and until and until <= since else Period(since, until)


class Kind(Enum):
    """What a check of the law found."""

    GAP = "gap"
    OVERLAP = "overlap"
    EXPIRED = "expired"
    TO_CONFIRM = "to-confirm"
    UNVERIFIED = "unverified"

    @property
    def counts(self) -> bool:
        """Whether it is an error of the rule sets; the others are notes."""
        return self in (Kind.GAP, Kind.OVERLAP, Kind.EXPIRED)


@frozen
class Finding:
    """One thing found.

    Args:
        subject: A parameter, a rule id or the key of a reference, a scheme or an account.
        context: The context of the parameter, `ANYWHERE` for one without.
        period: The days concerned.
        reference: The key of the reference in question, or empty.
        rules: The rules concerned.
        verified: The day of the last comparison with the source.
    """

    kind: Kind
    subject: str
    period: Period
    context: str = ANYWHERE
    reference: str = ""
    rules: tuple[str, ...] = ()
    verified: datetime.date | None = None


@frozen
class Citation:
    """The rules that cite a reference: themselves, by the article chosen, or through a value."""

    reference: Reference
    basis: frozenset[str] = field(factory=frozenset)
    article: frozenset[str] = field(factory=frozenset)
    value: frozenset[str] = field(factory=frozenset)

    @property
    def rules(self) -> tuple[str, ...]:
        """All of them, in order."""
        return tuple(sorted(self.basis | self.article | self.value))


def periods(values: Iterable[DatedValue]) -> Iterator[tuple[DatedValue, Period]]:
    """The values of one context with the days of each."""
    known = tuple(values)
    for value, after in zip_longest(known, known[1:]):
        yield value, Period(value.since, after.since if after else None)


def anchor_of(parameter: Parameter, day: datetime.date) -> datetime.date:
    """The day on which a parameter is looked up for an act of a day, and of its year."""
    return datetime.date(day.year, 1, 1) if parameter.anchor is Anchor.YEAR else day


def in_force(
    parameter: Parameter, context: str, day: datetime.date
) -> tuple[DatedValue, Period] | None:
    """The value of a context for acts of a day, a repeal included, with its days."""
    anchor = anchor_of(parameter, day)
    found = None
    for value, period in periods(parameter.values.get(context, ())):
        if value.since <= anchor:
            found = value, period
    return found


def check(
    law: Law, uses: Iterable[Use], not_before: datetime.date | None = None
) -> tuple[Finding, ...]:
    """Everything that is found, gaps first.

    Args:
        law: Parameters and references.
        uses: What the rules take from them.
        not_before: What was last verified before this day is reported; `None` for nothing.
    """
    known = tuple(uses)
    found = [
        *gaps(law, known),
        *overlaps(law),
        *expired(law, known),
        *to_confirm(law),
        *unverified(law, not_before),
    ]
    return tuple(found)


def gaps(law: Law, uses: Iterable[Use]) -> Iterator[Finding]:
    """Contexts without a value in a period in which rules that use it are in force.

    A value of `null` is a statement that there is none, and so is a document to ask for. A rule
    without a first day is in force from the first value of any context on.
    """
    known = tuple(uses)
    for name, parameter in sorted(law.parameters.items()):
        if parameter.document is not None:
            continue
        for context in _COMPLETE.get(parameter.by, ()):
            found: dict[Period, list[str]] = {}
            for use in _uses(known, name, parameter.by, context):
                if period := _gap(parameter, context, use):
                    found.setdefault(period, []).append(use.rule)
            for period, rules in found.items():
                yield Finding(Kind.GAP, name, period, context, rules=tuple(rules))


def overlaps(law: Law) -> Iterator[Finding]:
    """Two references to one article that are in force on the same day for the same authority."""
    for one, other in combinations(sorted(law.references.values(), key=lambda each: each.key), 2):
        if one.short.split(_VERSION)[0] != other.short.split(_VERSION)[0]:
            continue
        if one.bodies and other.bodies and not one.bodies & other.bodies:
            continue
        if period := _window(one).within(_window(other)):
            yield Finding(Kind.OVERLAP, one.key, period, reference=other.key)


def expired(law: Law, uses: Iterable[Use]) -> Iterator[Finding]:
    """Values and rules in force after the end of a reference that they cite.

    Values count as long as a rule that uses them is in force; without such a rule, always.
    """
    known = tuple(uses)
    for name, parameter in sorted(law.parameters.items()):
        for context, values in parameter.values.items():
            users = [_ANYONE]
            if any(name in use.parameters | use.articles for use in known):
                users = list(_uses(known, name, parameter.by, context))
            for value, period in periods(values):
                for reference in _cited(law, parameter, value):
                    yield from _after(reference, name, context, period, users)
    for use in known:
        for key in sorted(use.references):
            yield from _after(law.references[key], use.rule, ANYWHERE, Period(None, None), [use])


def to_confirm(law: Law) -> Iterator[Finding]:
    """Values, references, schemes and accounts that await a comparison with the official text."""
    for finding, waits in _verifiable(Kind.TO_CONFIRM, law):
        if waits:
            yield finding


def unverified(law: Law, not_before: datetime.date | None) -> Iterator[Finding]:
    """Values, references, schemes and accounts last compared with their source before a day."""
    for finding, _ in _verifiable(Kind.UNVERIFIED, law):
        if not_before and finding.verified and finding.verified < not_before:
            yield finding


def citations(law: Law, uses: Iterable[Use]) -> tuple[Citation, ...]:
    """Every reference with the rules that cite it, in the order of the keys."""
    basis: dict[str, set[str]] = {key: set() for key in law.references}
    article: dict[str, set[str]] = {key: set() for key in law.references}
    value: dict[str, set[str]] = {key: set() for key in law.references}
    for use in uses:
        for key in use.references:
            basis[key].add(use.rule)
        for names, found in ((use.articles, article), (use.parameters, value)):
            for reference in _references_of(law, names, use):
                found[reference.key].add(use.rule)
    return tuple(
        Citation(reference, *(frozenset(each[key]) for each in (basis, article, value)))
        for key, reference in sorted(law.references.items())
    )


def a_year_before(day: datetime.date) -> datetime.date:
    """The same day of the year before; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day - datetime.timedelta(days=366)


def _references_of(law: Law, names: Iterable[str], use: Use) -> Iterator[Reference]:
    """The references behind the values that a rule can meet while it is in force."""
    for name in names:
        parameter = law.parameters[name]
        for context, values in parameter.values.items():
            for value, period in periods(values):
                if use.binds(parameter.by, context) and period.within(Period(use.since, use.until)):
                    yield from _cited(law, parameter, value)


def _gap(parameter: Parameter, context: str, use: Use) -> Period | None:
    yearly = parameter.anchor is Anchor.YEAR
    since = use.since or min(values[0].since for values in parameter.values.values())
    values = parameter.values.get(context) or parameter.values.get(ANYWHERE, ())
    until = values[0].since if values else None
    if yearly:  # looked up on 1 January
        since = since.replace(month=1, day=1) if use.since else _next_january(since)
        until = until and _next_january(until)
    if until and until <= since:
        return None
    return Period(since, until).within(Period(None, use.until))


def _next_january(day: datetime.date) -> datetime.date:
    first = datetime.date(day.year, 1, 1)
    return first if day == first else datetime.date(day.year + 1, 1, 1)


def _uses(uses: Iterable[Use], name: str, by: str, context: str) -> Iterator[Use]:
    for use in uses:
        if name in use.parameters | use.articles and use.binds(by, context):
            yield use


def _cited(law: Law, parameter: Parameter, value: DatedValue) -> Iterator[Reference]:
    """What a value rests on and, for an article, the article; a repeal cites nothing any more."""
    if value.value is None:
        return
    keys = {value.reference}
    if parameter.type is ParameterType.REFERENCE:
        keys.add(str(value.value))
    yield from (law.references[key] for key in sorted(keys))


def _after(
    reference: Reference, subject: str, context: str, period: Period, users: Iterable[Use]
) -> Iterator[Finding]:
    """Citations of a reference after its end, in a period in which someone uses it."""
    rest = reference.until and period.within(Period(reference.until, None))
    if not rest:
        return
    found: dict[Period, list[str]] = {}
    for use in users:
        if both := rest.within(Period(use.since, use.until)):
            found.setdefault(both, []).append(use.rule)
    for both, rules in found.items():
        named = tuple(rule for rule in rules if rule)
        yield Finding(Kind.EXPIRED, subject, both, context, reference.key, named)


def _verifiable(kind: Kind, law: Law) -> Iterator[tuple[Finding, bool]]:
    for name, parameter in sorted(law.parameters.items()):
        for context, values in parameter.values.items():
            for value, period in periods(values):
                finding = Finding(
                    kind, name, period, context, value.reference, verified=value.verified
                )
                yield finding, value.to_confirm
    for key, reference in sorted(law.references.items()):
        finding = Finding(kind, key, _window(reference), reference=key, verified=reference.verified)
        yield finding, reference.to_confirm
    entries: tuple[Scheme | Account, ...] = (*law.schemes.values(), *law.accounts)
    for each in entries:
        period = Period(each.since, each.until)
        finding = Finding(kind, each.key, period, reference=each.reference, verified=each.verified)
        yield finding, each.to_confirm


def _window(reference: Reference) -> Period:
    return Period(reference.since, reference.until)
