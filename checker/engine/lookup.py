"""What the plain-Python judge looks up, and remembers, of one case."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from checker.engine.firing import Parameters
from checker.factbase import FactBase
from checker.interval import Interval, point
from checker.kinds import Fact

Known = int | str | datetime.date
"""A value a fact may hold; yes and no are 1 and 0."""


class Points(dict[Known, Interval]):
    """The interval of each known value; texts are numbered as they come."""

    def __missing__(self, value: Known) -> Interval:
        if isinstance(value, str):
            number = len(self)
        elif isinstance(value, datetime.date):
            number = value.toordinal()
        else:
            number = int(value)
        made = self[value] = point(number)
        return made


@frozen
class Index:
    """The facts of a kind, as positions in its list, by the values of some attributes.

    Args:
        exact: Positions by the attributes' values.
        loose: Positions of the facts that lack one of the attributes, and so may match any values.
    """

    exact: Mapping[tuple[int, ...], Sequence[int]]
    loose: Sequence[int]


@frozen
class Tally:
    """The rows that match a `let`, and the value it makes of them.

    Args:
        sure: Rows that surely match.
        possible: Rows that may match.
    """

    sure: tuple[Fact, ...]
    possible: tuple[Fact, ...]
    value: Interval


@define(eq=False)
class Lookup:
    """One case with everything that was worked out about it; a new case gets a new one.

    Args:
        tallies: By `let` and by the values its tests compare rows with.
    """

    facts: FactBase
    parameters: Parameters
    points: Points = field(factory=Points)
    tallies: dict[tuple[object, ...], Tally] = field(factory=dict)
    _indexes: dict[tuple[str, tuple[str, ...]], Index] = field(factory=dict)
    _values: dict[tuple[str, datetime.date | None], int | str | None] = field(factory=dict)
    _by_id: dict[str, dict[str, Fact]] = field(factory=dict)

    def index(self, kind: str, attributes: tuple[str, ...]) -> Index:
        """The facts of `kind` by the values of `attributes`."""
        found = self._indexes.get((kind, attributes))
        if found is None:
            found = self._indexes[kind, attributes] = self._indexed(kind, attributes)
        return found

    def _indexed(self, kind: str, attributes: tuple[str, ...]) -> Index:
        exact: dict[tuple[int, ...], list[int]] = {}
        loose: list[int] = []
        for position, fact in enumerate(self.facts.of(kind)):
            values = [getattr(fact, name) for name in attributes]
            if None in values:
                loose.append(position)
            else:
                key = tuple(self.points[value].low for value in values)
                exact.setdefault(key, []).append(position)
        return Index(exact, loose)

    def parameter(self, name: str, day: datetime.date | None) -> int | str | None:
        """The value of a dated parameter on `day`, or at its own anchor for `None`."""
        if (name, day) not in self._values:
            self._values[name, day] = self.parameters.value(name, day)
        return self._values[name, day]

    def fact(self, kind: str, identifier: str) -> Fact:
        """The fact of `kind` with this identifier.

        Raises:
            KeyError: There is no such fact.
        """
        if kind not in self._by_id:
            self._by_id[kind] = {fact.id: fact for fact in self.facts.of(kind)}
        return self._by_id[kind][identifier]


@define(eq=False)
class Frame:
    """One binding of a check: the facts bound, by slot."""

    lookup: Lookup
    facts: list[Fact]
