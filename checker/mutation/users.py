"""Which rules see a parameter, and whether any of them can see one value or another."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from checker.language.tree import Check, Rule
from checker.law.coverage import CATEGORY, Period
from checker.law.parameters import ANYWHERE, Anchor, Parameter
from checker.report.legal import article_parameters, parameter_refs


@frozen
class User:
    """A rule that looks up a parameter, or cites the article it chooses.

    Args:
        checks: The checks that compare its value.
        cites: Whether the rule cites it.
        own_day: Whether some check looks it up on a day that is not the act's.
    """

    rule: Rule
    checks: tuple[Check, ...]
    cites: bool
    own_day: bool


def users_of(rules: Iterable[Rule]) -> Mapping[str, tuple[User, ...]]:
    """The users of every parameter, by its name."""
    found: dict[str, list[User]] = {}
    for rule in rules:
        cited = set(article_parameters(rule))
        refs = [(check, ref) for check in rule.checks for ref in parameter_refs(check)]
        for name in sorted({ref.name for _, ref in refs} | cited):
            own = [(check, ref) for check, ref in refs if ref.name == name]
            checks = tuple(check for check in rule.checks if check in [each for each, _ in own])
            own_day = any(ref.anchor is not None for _, ref in own)
            found.setdefault(name, []).append(User(rule, checks, name in cited, own_day))
    return {name: tuple(users) for name, users in found.items()}


def can_differ(parameter: Parameter, mutant: Parameter, users: Iterable[User]) -> bool:
    """Whether some user can meet another value in the mutant, on some day for some act.

    What a value rests on is no value: a day on which only the source changes makes no difference.
    """
    known = tuple(users)
    return any(
        _sees(user, parameter, context, period)
        for context in parameter.values
        for period in _different(parameter, mutant, context)
        for user in known
    )


def _different(one: Parameter, other: Parameter, context: str) -> Iterator[Period]:
    """The days on which two forms of a parameter have different values in a context."""
    days = sorted({each.since for form in (one, other) for each in form.values[context]})
    for day, after in zip(days, [*days[1:], None], strict=True):
        was, now = (_value(form, context, day) for form in (one, other))
        if was != now:
            yield Period(day, after)


def _value(parameter: Parameter, context: str, day: datetime.date) -> object:
    found = [each.value for each in parameter.values[context] if each.since <= day]
    return found[-1] if found else None


def _sees(user: User, parameter: Parameter, context: str, period: Period) -> bool:
    rule = user.rule
    bound = parameter.by != CATEGORY or not rule.bodies or context in (*rule.bodies, ANYWHERE)
    if not bound:
        return False
    if user.own_day:
        return True
    if parameter.anchor is Anchor.YEAR:
        return _has_january(period)
    return period.within(Period(rule.since, rule.until)) is not None


def _has_january(period: Period) -> bool:
    """Whether some 1 January, on which yearly values are looked up, is among the days."""
    since, until = period.since, period.until
    if since is None or until is None:
        return True
    first = since.year if (since.month, since.day) == (1, 1) else since.year + 1
    return datetime.date(first, 1, 1) < until
