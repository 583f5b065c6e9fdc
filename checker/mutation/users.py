"""Which rules see a parameter, and whether any of them can tell two values apart.

A rule that compares a value with constants only, as `{equal: [law.republican_commitment, 1]}`,
sees of it no more than whether each of these comparisons holds: 1 and 2 differ, 2 and 3 do not.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from checker.engine.plain.instances import conditions
from checker.engine.plain.walk import parts
from checker.language.tree import (
    Check,
    Compare,
    Condition,
    Constant,
    Operand,
    ParameterRef,
    Rule,
)
from checker.law.coverage import CATEGORY, Period
from checker.law.parameters import ANYWHERE, Anchor, Parameter, Value
from checker.report.legal import article_parameters, parameter_refs


@frozen
class User:
    """A rule that looks up a parameter, or cites the article it chooses.

    Args:
        checks: The checks that compare its value.
        cites: Whether the rule cites it.
        own_day: Whether some check looks it up on a day that is not the act's.
        limits: The constants it is compared with; `None` where it is put to other use.
    """

    rule: Rule
    checks: tuple[Check, ...]
    cites: bool
    own_day: bool
    limits: frozenset[int | str] | None


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
            limits = None if name in cited else _limits(name, checks)
            found.setdefault(name, []).append(User(rule, checks, name in cited, own_day, limits))
    return {name: tuple(users) for name, users in found.items()}


def can_differ(parameter: Parameter, mutant: Parameter, users: Iterable[User]) -> bool:
    """Whether some user can meet another value in the mutant, on some day for some act.

    What a value rests on is no value: a day on which only the source changes makes no difference.
    """
    return any(
        _sees(user, parameter, context, period)
        for user in users
        for context in parameter.values
        for period in _different(parameter, mutant, context, user)
    )


def _limits(name: str, checks: Iterable[Check]) -> frozenset[int | str] | None:
    found: set[int | str] = set()
    for check in checks:
        wheres = [test for let in check.lets for test in let.where]
        for node in _parts(*conditions(check), *wheres):
            limit = _limit(node, name)
            if limit is not None:
                found.add(limit)
            elif any(_is(part, name) for part in parts(node)):
                return None
    return frozenset(found)


def _parts(*nodes: Operand | Condition) -> Iterator[Operand | Condition]:
    for node in nodes:
        yield node
        yield from _parts(*parts(node))


def _limit(node: Operand | Condition, name: str) -> int | str | None:
    """The constant that a condition compares a parameter with; `None` for any other node."""
    match node:
        case Compare(left=ParameterRef() as ref, right=Constant(value=limit)) if _is(ref, name):
            return limit
        case Compare(left=Constant(value=limit), right=ParameterRef() as ref) if _is(ref, name):
            return limit
    return None


def _is(node: Operand | Condition, name: str) -> bool:
    return isinstance(node, ParameterRef) and node.name == name


def _different(one: Parameter, other: Parameter, context: str, user: User) -> Iterator[Period]:
    """The days on which a user can tell two forms of a parameter apart in a context."""
    days = sorted({each.since for form in (one, other) for each in form.values[context]})
    for day, after in zip(days, [*days[1:], None], strict=True):
        was, now = (_seen(_value(form, context, day), user) for form in (one, other))
        if was != now:
            yield Period(day, after)


def _value(parameter: Parameter, context: str, day: datetime.date) -> Value:
    found = [each.value for each in parameter.values[context] if each.since <= day]
    return found[-1] if found else None


def _seen(value: Value, user: User) -> object:
    """What a user sees of a value: on which side of each limit it lies."""
    if user.limits is None or not isinstance(value, int | str):
        return value
    if isinstance(value, str):
        return user.limits & {value}
    numbers = sorted(limit for limit in user.limits if isinstance(limit, int))
    return tuple((value > limit, value < limit) for limit in numbers)


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
