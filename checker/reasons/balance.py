"""The two sides of a sum that does not come out, amount by amount, and what may explain it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from checker.engine.reasons import Drawn, Reason, Row, Weighed
from checker.kinds import Fact, Type
from checker.language.tree import (
    Aggregate,
    AttributeRef,
    Compare,
    Comparison,
    LetRef,
    Minus,
    OrElse,
    Plus,
)
from checker.reasons.suppositions import Addend, Slip, suppositions

_AMOUNTS = (Type.MONEY, Type.SIGNED)


@frozen(eq=False)
class Asked:
    """A question about an amount of a sum that does not come out.

    Args:
        fact: Whose amount it is.
        attribute: Which of its attributes.
        cents: The amount as it is.
        would: The amount that would make both sides agree.
        among: How many amounts the same question could be asked of.
        line: Whether it is one of the lines added up.
    """

    slip: Slip
    fact: Fact
    attribute: str
    cents: int
    would: int
    among: int
    line: bool


@frozen(eq=False)
class _Amount:
    """An amount of one side; `counted` unless the rule sets the line aside."""

    fact: Fact
    attribute: str
    cents: int
    added: bool
    line: bool
    counted: bool


def questions(
    reason: Reason, lets: Mapping[str, Drawn], called: Callable[[Fact], str]
) -> list[Asked]:
    """What may explain a sum that differs from what it should equal; nothing for another reason.

    A sum that agrees, or of which anything is unknown, raises no question.

    Args:
        reason: A condition in its straight form.
        lets: The numbers that the check draws, by name.
        called: What a fact is called, to tell which lines are about the same thing.
    """
    condition = reason.condition
    if not isinstance(condition, Compare) or condition.comparison is not Comparison.EQUAL:
        return []
    if not all(side.type in _AMOUNTS for side in reason.sides):
        return []
    amounts: list[_Amount] = []
    for side, added in zip(reason.sides, (True, False), strict=True):
        found = list(_amounts(side, lets, added=added))
        if None in found:
            return []
        amounts += [each for each in found if each is not None]
    if sum(each.line and each.counted for each in amounts) < 2:
        return []
    return _asked(amounts, called)


def _asked(amounts: Sequence[_Amount], called: Callable[[Fact], str]) -> list[Asked]:
    addends = [
        Addend(n, each.cents, each.added, called(each.fact), each.line)
        for n, each in enumerate(amounts)
    ]
    counted = [each for each in addends if amounts[each.key].counted]
    aside = [each for each in addends if not amounts[each.key].counted]
    return [
        Asked(
            found.slip,
            amounts[found.key].fact,
            amounts[found.key].attribute,
            amounts[found.key].cents,
            found.cents,
            found.among,
            amounts[found.key].line,
        )
        for found in suppositions(counted, aside)
    ]


def _amounts(side: Weighed, lets: Mapping[str, Drawn], *, added: bool) -> Iterator[_Amount | None]:
    """The amounts that make up one side; `None` for what is no amount of the case."""
    match side.operand:
        case AttributeRef(attribute=name) if side.fact is not None and side.interval.known:
            cents = side.interval.low
            yield _Amount(side.fact, name, cents, added, line=False, counted=True)
        case LetRef(name=name) if lets[name].let.aggregate is Aggregate.SUM and side.interval.known:
            yield from _lines(lets[name], added=added)
        case Plus():
            for part in side.parts:
                yield from _amounts(part, lets, added=added)
        case Minus():
            yield from _amounts(side.parts[0], lets, added=added)
            yield from _amounts(side.parts[1], lets, added=not added)
        case OrElse() if side.parts[0].interval.known:
            yield from _amounts(side.parts[0], lets, added=added)
        case _:
            yield None


def _lines(drawn: Drawn, *, added: bool) -> Iterator[_Amount]:
    ref = drawn.let.ref
    name = "" if ref is None else ref.attribute
    rows: list[tuple[Row, bool]] = [(row, True) for row in drawn.sure]
    rows += [(row, False) for row in drawn.aside]
    for row, counted in rows:
        if row.amount.known:
            yield _Amount(row.fact, name, row.amount.low, added, line=True, counted=counted)
