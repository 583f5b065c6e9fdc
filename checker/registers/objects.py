"""Objects of a JSON register read key by key, every defect noted with its JSON path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from checker.errors import Problem
from checker.json_positions import Position, positions, repeated_keys, step
from checker.jsontext import shown
from checker.structuring import MOST_ITEMS
from checker.suggestion import suggestion

Forms = Mapping[str, Callable[[object], Any]]
"""The reader of each key; it raises `ValueError` with a sentence."""

_AGAIN = "This key already stands in the same object; keep one."


@frozen
class Objects:
    """Reads the objects of one file.

    Args:
        name: The file as the user named it.
        text: Its exact text.
        defects: JSON path and sentence.
    """

    name: str
    text: str = field(repr=False)
    defects: list[tuple[str, str]] = field(factory=list)

    def read(
        self, value: object, path: str, forms: Forms, needed: Collection[str] = ()
    ) -> dict[str, Any]:
        """The values of an object that are there and sound, by key."""
        if not isinstance(value, dict):
            message = f"{shown(value)} is not an object: put its keys in curly brackets."
            self.defects.append((path, message))
            return {}
        found: dict[str, Any] = {}
        for key, inner in value.items():
            place = step(path, key)
            if key not in forms:
                hint = suggestion(key, forms)
                self.defects.append((place, f"The key {shown(key)} is not known here{hint}"))
                continue
            try:
                found[key] = forms[key](inner)
            except ValueError as error:
                self.defects.append((place, str(error)))
        for key in needed:
            if key not in value:
                message = f"The key {key!r} is missing here; it is needed."
                self.defects.append((path, message))
        return found

    def each(self, value: object, path: str) -> Iterator[tuple[str, object]]:
        """The items of a list, with their paths."""
        if not isinstance(value, list):
            message = f"{shown(value)} is not a list: put the items in square brackets."
            self.defects.append((path, message))
            return
        if len(value) > MOST_ITEMS:
            message = f"The list has {len(value)} items; {MOST_ITEMS} are accepted."
            self.defects.append((path, message))
            return
        for number, item in enumerate(value):
            yield f"{path}[{number}]", item

    def problems(self, *, repeats: bool) -> list[Problem]:
        """The defects, with their places."""
        places = positions(self.text) if self.defects else {}
        found = [self._located(path, message, places) for path, message in self.defects]
        if repeats:
            twice = repeated_keys(self.text)
            found += [self._located(path, _AGAIN, twice) for path in twice]
        return found

    def _located(self, path: str, message: str, places: Mapping[str, Position]) -> Problem:
        nearest = path
        while nearest not in places and len(nearest) > 1:
            nearest = nearest[: max(nearest.rfind("."), nearest.rfind("["))]
        place = places.get(nearest, Position(1, 1))
        return Problem(self.name, place.line, place.column, path[:100], message)


def listed(item: Callable[[object], Any]) -> Callable[[object], Any]:
    """The reader of a list whose items have one reader."""

    def read(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            message = f"{shown(value)} is not a list: put the items in square brackets."
            raise ValueError(message)
        return tuple(item(each) for each in value)

    return read


def as_it_is(value: object) -> object:
    """A value that is read further elsewhere."""
    return value


def full(read: Callable[[str], Any]) -> Callable[[object], Any]:
    """The reader of a text that is written as in a table."""

    def of(value: object) -> Any:
        if not isinstance(value, str) or not value.strip():
            message = f"{shown(value)} is not a text: put it in quotes, and leave none empty."
            raise ValueError(message)
        return read(value)

    return of
