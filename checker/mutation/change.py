"""One change of a part of a YAML file, lifted to the whole file; the parts are never altered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import evolve, frozen

from checker.yamlfile import Listing, Node, Scalar, Table


class Fault(Enum):
    """What kind of mistake a change is, and hence what example would notice it."""

    NUMBER = "number"
    COMPARISON = "comparison"
    CONDITION = "condition"
    QUANTIFIER = "quantifier"
    AGGREGATE = "aggregate"
    SCOPE = "scope"


@frozen
class Change:
    """A part of a file with one change in it.

    Args:
        where: The place of the change below that part: `when.all[1].more[0]`.
        said: What was changed: `1 -> 2`, `all -> any`, `dropped`.
        line: 1-based line of what was changed.
        node: The part, changed.
    """

    where: str
    said: str
    line: int
    fault: Fault
    node: Node

    @property
    def name(self) -> str:
        """What it is called, where a reason must be given for it."""
        return f"{self.where}: {self.said}" if self.where else self.said


def changed(node: Node, said: str, fault: Fault, now: Node) -> Change:
    """A part that has become another."""
    return Change("", said, node.mark.line + 1, fault, now)


def scalar(text: str, node: Node) -> Scalar:
    """A text in the place of a node."""
    return Scalar(text, node.mark)


def below(table: Table, key: str, changes: Iterable[Change]) -> Iterator[Change]:
    """Changes of the value of a key, as changes of the mapping."""
    for change in changes:
        node = with_entry(table, key, change.node)
        yield evolve(change, where=_joined(key, change.where), node=node)


def within(
    listing: Listing, index: int, changes: Iterable[Change], called: str = ""
) -> Iterator[Change]:
    """Changes of an item, as changes of the list; `called` is its name, if it has one."""
    for change in changes:
        items = tuple(change.node if n == index else item for n, item in enumerate(listing.items))
        place = _joined(called or f"[{index}]", change.where)
        yield evolve(change, where=place, node=Listing(items, listing.mark))


def each_item(listing: Listing) -> Iterator[tuple[int, Node]]:
    """The items with their places."""
    return iter(enumerate(listing.items))


def without_item(listing: Listing, index: int) -> Change:
    """A list that lacks one of its items."""
    item = listing.items[index]
    rest = tuple(each for n, each in each_item(listing) if n != index)
    line = item.mark.line + 1
    return Change(f"[{index}]", "dropped", line, Fault.CONDITION, Listing(rest, listing.mark))


def without_key(table: Table, key: str) -> Change:
    """A mapping that lacks one of its keys."""
    entries = {name: value for name, value in table.entries.items() if name != key}
    line = table.keys[key].mark.line + 1
    less = Table(entries, table.keys, table.mark)
    return Change(key, "dropped", line, Fault.CONDITION, less)


def renamed(table: Table, key: str, name: str, fault: Fault) -> Change:
    """A mapping one of whose keys has another name, in the same place."""
    entries = {name if each == key else each: value for each, value in table.entries.items()}
    keys = {**table.keys, name: scalar(name, table.keys[key])}
    line = table.keys[key].mark.line + 1
    return Change("", f"{key} -> {name}", line, fault, Table(entries, keys, table.mark))


def with_entry(table: Table, key: str, node: Node) -> Table:
    """A mapping with another value of a key, new or not."""
    keys = {key: scalar(key, node), **table.keys}
    return Table({**table.entries, key: node}, keys, table.mark)


def _joined(first: str, rest: str) -> str:
    return f"{first}.{rest}" if rest and not rest.startswith("[") else first + rest
