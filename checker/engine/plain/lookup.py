"""What the plain-Python judge looks up, and remembers, of one case."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import compress

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


Rows = dict[tuple[int, ...], list[int]]


@frozen
class Index:
    """The facts of a kind, as positions in its list, by the values of some attributes.

    Args:
        exact: Positions by the values of all the attributes.
        loose: Positions of the facts that lack some of the attributes: by the places of those
            they have, then by the values of these.
    """

    exact: Rows
    loose: dict[tuple[int, ...], Rows]

    def possible(self, values: Sequence[int]) -> list[int]:
        """Positions of the facts that may have these values."""
        found: list[int] = []
        for places, rows in self.loose.items():
            found += rows.get(tuple(values[place] for place in places), ())
        return found


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

    def matching(
        self, kind: str, attributes: tuple[str, ...], values: Sequence[Interval]
    ) -> tuple[Sequence[int], Sequence[int]]:
        """Positions of the facts whose attributes equal the values: surely, and possibly."""
        known = tuple(value.low for value in values if value.known)
        if not known:
            return (), range(len(self.facts.of(kind)))
        if len(known) == len(values):
            index = self._index(kind, attributes)
            return index.exact.get(known, ()), index.possible(known)
        index = self._index(kind, tuple(compress(attributes, [each.known for each in values])))
        return (), [*index.exact.get(known, ()), *index.possible(known)]

    def _index(self, kind: str, attributes: tuple[str, ...]) -> Index:
        found = self._indexes.get((kind, attributes))
        if found is None:
            found = self._indexes[kind, attributes] = self._indexed(kind, attributes)
        return found

    def _indexed(self, kind: str, attributes: tuple[str, ...]) -> Index:
        exact: Rows = {}
        loose: dict[tuple[int, ...], Rows] = {}
        points = self.points
        for position, fact in enumerate(self.facts.of(kind)):
            values = [getattr(fact, name) for name in attributes]
            rows = exact
            if None in values:
                places = tuple(n for n, value in enumerate(values) if value is not None)
                values = [values[place] for place in places]
                rows = loose.setdefault(places, {})
            rows.setdefault(tuple([points[value].low for value in values]), []).append(position)
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
