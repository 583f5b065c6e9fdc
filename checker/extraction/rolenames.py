"""The words beside an amount: who it goes to, and what a part of it pays for."""

from __future__ import annotations

import re

from checker.extraction.amounts import Amount
from checker.extraction.naming import Name, name_at
from checker.extraction.rolewords import ANOTHER, FIRST_PART, FROM, GIVES, LABEL, NEXT_PART, TO


def named_after(text: str, amount: Amount, until: int) -> Name | None:
    """The name that an amount is said to go to after it, before a place."""
    match = TO.match(text, amount.end + len(text[amount.end :]) - len(text[amount.end :].lstrip()))
    return name_at(text, match.end(), until) if match else None


def shared_with(text: str, name: Name, until: int) -> bool:
    """Whether another body follows a name, so that the amount may be for both together."""
    for end in {name.end, name.reach}:
        other = ANOTHER.match(text, end, until)
        if other is None:
            continue
        second = name_at(text, other.end(), until)
        if second is None:
            continue
        ends = re.compile(r"\s*[»\"”]?\s*(?:[,;.]|et\b|$)").match(text, second.reach, until)
        if other["to"] or ends is not None:
            return True
    return False


def named_before(text: str, start: int, end: int) -> Name | None:
    """The name that a grant is said to go to before its amount is."""
    for match in FROM.finditer(text, start, end):
        name = name_at(text, match.end(), end)
        if name is None:
            continue
        stops = [name.reach, name.end]
        close = re.compile(r"\s?[»\"”]").match(text, name.reach)
        if close:
            stops.append(close.end())
        if any(GIVES.match(text[stop:end]) for stop in stops):
            return name
    return None


def before_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands before « (20 000 €) »: the words for what that part pays for."""
    lead = NEXT_PART.match(text, start, end) or FIRST_PART.search(text, start, end)
    first, last = lead.end() if lead else start, end
    while last > first and text[last - 1] in ' "»':
        last -= 1
    while first < last and text[first] in ' "«':
        first += 1
    return (first, last) if last > first else None


def after_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What stands after « 20 000 € pour … »: the words for what that part pays for."""
    match = LABEL.match(text, start, end)
    if match is None:
        return None
    stop = re.compile(r"[;.,(]|\set\s*$").search(text, match.end(), end)
    last = stop.start() if stop else end
    return (match.end(), last) if last > match.end() else None
