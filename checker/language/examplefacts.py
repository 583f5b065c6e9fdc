"""The facts of an example, written as values by attribute."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from checker.kinds import KINDS, Attribute, Fact, Kind, Type, fact_class
from checker.language.literals import literal
from checker.language.scope import Scope
from checker.language.shelf import Shelf
from checker.language.tree import ACT
from checker.vocabulary import Act
from checker.yamlfile import Node, Table
from checker.yamlform import Form

REST = "rest"
"""Subject of the rest of an open list; no fact may be called so."""
NOTHING = "null"
"""How a missing value is written where leaving it out would give a default."""

_ACT = {
    "date": datetime.date(2024, 2, 9),
    "stage": "adopted",
    "category": "commune",
}


@frozen
class FactReader:
    """Reads the act and the facts of one example."""

    form: Form

    def act(self, table: Table) -> Fact:
        """The act, with what the key `act` says of it."""
        values: dict[str, Any] = dict(_ACT)
        doubtful = frozenset[str]()
        if "act" in table.entries:
            node = table.entries["act"]
            kind = KINDS[ACT]
            known = [name for name in kind.attributes if name != "id"]
            entry = self.form.table(node, "The act", (), (*known, "doubtful"))
            values |= self._values(entry, kind, known)
            doubtful = self._doubtful(entry, kind)
            values |= dict.fromkeys(doubtful)
        return Act("act", doubtful=doubtful, **values)

    def facts(self, table: Table) -> tuple[Fact, ...]:
        """The facts under the key `facts`."""
        if "facts" not in table.entries:
            return ()
        counts: dict[str, int] = {}
        ids: set[tuple[str, str]] = set()
        items = self.form.items(table.entries["facts"], "The key 'facts'")
        return self.form.each(items, lambda item: self._fact(item, counts, ids))

    def _fact(self, node: Node, counts: dict[str, int], ids: set[tuple[str, str]]) -> Fact:
        form = self.form
        if not isinstance(node, Table) or "kind" not in node.entries:
            form.refuse(node, "A fact is a mapping with its kind: {kind: award, amount: 1.00}.")
        name = form.choice(node.entries["kind"], "A kind", tuple(KINDS))
        if name == ACT:
            form.refuse(node, "The act is always there; give its values under 'act'.")
        kind = KINDS[name]
        counts[name] = counts.get(name, 0) + 1
        known = [key for key in kind.attributes if key != "id"]
        table = form.table(node, f"The kind {name!r}", ("kind",), ("id", *known, "doubtful"))
        id_ = f"{name}-{counts[name]}"
        if "id" in table.entries:
            id_ = form.text(table.entries["id"], "The id of a fact")
        if (name, id_) in ids or "/" in id_ or id_ == REST:
            place = table.entries.get("id", node)
            form.refuse(place, f"The id {id_[:60]!r} is taken, or holds a slash; choose another.")
        ids.add((name, id_))
        values = self._values(table, kind, known)
        return fact_class(name)(id_, doubtful=self._doubtful(table, kind), **values)

    def _values(self, table: Table, kind: Kind, known: Iterable[str]) -> dict[str, Any]:
        given = [name for name in known if name in table.entries]
        read = self.form.each(
            given, lambda name: self._value(table.entries[name], kind.attributes[name])
        )
        return dict(zip(given, read, strict=True))

    def _value(self, node: Node, attribute: Attribute) -> Any:
        form, type_ = self.form, attribute.type
        text = form.text(node, f"The value of {attribute.name!r}")
        if text == NOTHING:
            return None
        if attribute.choices:
            return form.choice(node, f"The value of {attribute.name!r}", attribute.choices)
        if type_ in (Type.TEXT, Type.ID):
            return text
        value = literal(Scope(form, {}, None, Shelf()), node, type_).value
        if isinstance(value, str) or value < type_.range.low:
            form.refuse(node, f"{attribute.name!r} cannot be negative.")
        if type_ is Type.FLAG:
            return bool(value)
        return datetime.date.fromordinal(value) if type_ is Type.DATE else value

    def _doubtful(self, table: Table, kind: Kind) -> frozenset[str]:
        if "doubtful" not in table.entries:
            return frozenset()
        form = self.form
        known = [key for key in kind.attributes if key != "id" and key not in table.entries]
        items = form.items(table.entries["doubtful"], "The key 'doubtful'")
        what = "A doubtful attribute, which is left out for it,"
        return frozenset(form.each(items, lambda item: form.choice(item, what, known)))
