"""What might explain that a sum and a stated amount differ: questions, never facts.

The terms of a sum that should agree with another amount are weighed one by one: what each would
have to be for both sides to agree is worked out in whole cents, and asked about only where a slip
of the pen leads from the one to the other. Two neighbouring digits that change places always make
a difference that 9 divides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import evolve, frozen

MOST = 3
"""How many are asked at most: a long list of maybes helps nobody."""


class Slip(Enum):
    """A slip that might have been made, the likeliest first."""

    DOUBLED = "doubled"
    """The line stands twice among those added."""
    SWAPPED = "swapped"
    """Two neighbouring digits of the amount changed places."""
    LEFT_OUT = "left-out"
    """A line that the rule sets aside makes up the difference."""
    EXTRA = "extra"
    """The line makes up the difference: it is in one side and not in the other."""
    TWICE = "twice"
    """The line is counted twice in the amount it is compared with, or one like it is missing."""
    SHIFTED = "shifted"
    """A zero too many or too few."""
    DIGIT = "digit"
    """A single digit of this line alone would mend the sum."""


_OF_ONE_AMOUNT = (Slip.LEFT_OUT, Slip.EXTRA, Slip.TWICE)
"""Slips that the same amount explains wherever it stands."""
_ORDER = {slip: n for n, slip in enumerate(Slip)}


@frozen
class Addend:
    """One amount of an equality, in cents.

    Args:
        key: What it is, for whoever asks.
        added: Whether it is added on the left or taken away on the right; else the contrary.
        like: Amounts of the same `like` are about the same thing; empty for none.
        line: Whether it is one of several lines of a sum.
    """

    key: int
    cents: int
    added: bool
    like: str = ""
    line: bool = True


@frozen
class Supposition:
    """A question: was this slip made at `key`, whose amount would be `cents` without it?

    Args:
        among: How many amounts the same question could be asked of.
    """

    slip: Slip
    key: int
    cents: int
    among: int = 1


def suppositions(addends: Sequence[Addend], aside: Iterable[Addend] = ()) -> list[Supposition]:
    """The slips that would explain why the amounts do not balance, `MOST` at most.

    Args:
        addends: Every amount of both sides.
        aside: Lines that are not counted, each with the sign it would have.

    Returns:
        The likeliest first, then in the order of the amounts; none where the sides agree.
    """
    gap = sum(each.cents if each.added else -each.cents for each in addends)
    if gap == 0:
        return []
    found = list(_slips(addends, gap))
    found += [
        Supposition(Slip.LEFT_OUT, each.key, each.cents)
        for each in aside
        if each.cents == (-gap if each.added else gap)
    ]
    return sorted(_once(found), key=_likelihood)[:MOST]


def _once(found: Sequence[Supposition]) -> Iterator[Supposition]:
    """Each amount and each question once; a digit only where no other line would do as well.

    A line that stands there twice is not asked about a second time as one too many.
    """
    often = Counter(each.slip for each in found)
    seen: set[object] = set()
    for each in found:
        vague = each.slip is Slip.DIGIT and often[each.slip] > 1
        if vague or (each.slip is Slip.EXTRA and often[Slip.DOUBLED]):
            continue
        alike = each.slip in _OF_ONE_AMOUNT
        key: object = each.slip if alike else (each.slip, each.key)
        if key not in seen:
            seen.add(key)
            yield evolve(each, among=often[each.slip]) if alike else each


def _likelihood(each: Supposition) -> tuple[int, int]:
    return _ORDER[each.slip], each.key


def _slips(addends: Sequence[Addend], gap: int) -> Iterator[Supposition]:
    seen: set[tuple[str, int]] = set()
    for each in addends:
        needed = each.cents - (gap if each.added else -gap)
        again = (each.like, each.cents) in seen
        seen.add((each.like, each.cents))
        slip = _slip(each, needed, again=again)
        if slip is not None:
            yield Supposition(slip, each.key, needed)


def _slip(each: Addend, needed: int, *, again: bool) -> Slip | None:
    cents = each.cents
    if needed < 0 or cents <= 0:
        return None
    if needed == 0 and each.line:
        return Slip.DOUBLED if again and each.like else Slip.EXTRA
    if swapped(cents, needed):
        return Slip.SWAPPED
    if needed == 2 * cents and each.line:
        return Slip.TWICE
    if needed == 10 * cents or cents == 10 * needed:
        return Slip.SHIFTED
    return Slip.DIGIT if each.line and one_digit(cents, needed) else None


def swapped(one: int, other: int) -> bool:
    """Whether two amounts differ by two neighbouring digits that changed places."""
    differing = _differing(one, other)
    if len(differing) != 2 or (one - other) % 9:
        return False
    (place, a, b), (next_, c, d) = differing
    return next_ == place + 1 and (a, c) == (d, b)


def one_digit(one: int, other: int) -> bool:
    """Whether two amounts differ by a single digit."""
    return len(_differing(one, other)) == 1


def _differing(one: int, other: int) -> list[tuple[int, str, str]]:
    """Place and digits wherever two numbers of the same length differ."""
    pair = str(one), str(other)
    if len(pair[0]) != len(pair[1]):
        return []
    return [(n, a, b) for n, (a, b) in enumerate(zip(*pair, strict=True)) if a != b]
