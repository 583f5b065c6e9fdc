"""Reasons as a person follows them: negations carried inward, literals on the right."""

from __future__ import annotations

from attrs import evolve

from checker.engine.reasons import Reason
from checker.interval import Truth, negation
from checker.language.negations import alternatives, plain, turned
from checker.language.tree import AllOf, AnyOf, Compare, Not


def straight(reason: Reason, *, denied: bool = False) -> Reason:
    """The same reason with negations before what is stated only; its truth is the judge's.

    Args:
        reason: A condition with its truth.
        denied: Whether its contrary is wanted.
    """
    condition = reason.condition
    truth = negation(reason.truth) if denied else reason.truth
    if isinstance(condition, Not):
        return straight(reason.parts[0], denied=not denied)
    simple = plain(condition, denied=denied)
    parts = [straight(part, denied=denied) for part in reason.parts]
    if alternatives(simple) is not None:
        missing = tuple(dict.fromkeys(each for part in parts for each in part.missing))
        return Reason(simple, truth, sides=parts[0].sides[:1], missing=missing)
    if isinstance(condition, AllOf | AnyOf):
        made = AllOf if isinstance(condition, AllOf) is not denied else AnyOf
        found = tuple(each for part in parts for each in _parts(part, made))
        return found[0] if len(found) == 1 else Reason(simple, truth, found)
    sides = reason.sides
    if isinstance(condition, Compare) and turned(condition):
        sides = sides[::-1]
    return evolve(reason, condition=simple, truth=truth, sides=sides)


def _parts(reason: Reason, kind: type[AllOf] | type[AnyOf]) -> tuple[Reason, ...]:
    """The parts of a combination of one kind, which another of its kind holds as its own."""
    whole = not reason.parts or not isinstance(reason.condition, kind)
    return (reason,) if whole else reason.parts


def first_false(reason: Reason) -> Reason:
    """The first condition that makes a false one false: where all must hold, one that does not."""
    if isinstance(reason.condition, AllOf):
        return first_false(next(part for part in reason.parts if part.truth is Truth.FALSE))
    return reason
