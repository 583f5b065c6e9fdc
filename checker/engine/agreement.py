"""Whether the two judges agree; where they do not, the check is not reliable."""

from __future__ import annotations

from collections.abc import Iterable

from checker.engine.firing import Firing


def disagreements(one: Iterable[Firing], other: Iterable[Firing]) -> frozenset[str]:
    """The checks on which two judges differ, be it by an instance or by an outcome."""
    return frozenset(firing.check for firing in set(one) ^ set(other))
