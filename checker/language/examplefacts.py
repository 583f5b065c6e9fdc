"""The facts of an example, written as values by attribute."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, get_args

from attrs import frozen

from checker.case import Category, Stage
from checker.kinds import KINDS, Attribute, Fact, Kind, Type, fact_class
from checker.language.literals import literal
from checker.language.scope import Scope
from checker.language.shelf import Shelf
from checker.language.tree import ACT, Rule
from checker.vocabulary import Act
from checker.yamlfile import Listing, Node, Table
from checker.yamlform import Form

REST = "rest"
"""Subject of the rest of an open list; no fact may be called so."""
NOTHING = "null"
"""How a missing value is written where leaving it out would give a default."""

USUAL: Mapping[str, Any] = {
    "date": datetime.date(2024, 2, 9),
    "stage": "adopted",
    "category": "commune",
}
"""What the act of an example is unless it says otherwise."""


def usual_act(rule: Rule) -> Mapping[str, Any]:
    """The usual act, at a stage and of a category for which the rule is tried."""
    stages = [stage for stage in get_args(Stage) if stage in rule.stages]
    bodies = [each for each in get_args(Category) if each in rule.bodies]
    found = dict(USUAL)
    for name, bound in (("stage", stages), ("category", bodies)):
        if bound and found[name] not in bound:
            found[name] = bound[0]
    return found


@frozen
class OneAct:
    """An act on which an example is tried.

    Args:
        chosen: What tells it from the other acts of the example, as it is written; empty where
            there is no other.
    """

    fact: Fact
    chosen: tuple[str, ...] = ()


@frozen
class FactReader:
    """Reads the acts and the facts of one example."""

    form: Form

    def acts(self, table: Table, usual: Mapping[str, Any]) -> tuple[OneAct, ...]:
        """The act, with what the key `act` says of it; one for each value of a list."""
        if "act" not in table.entries:
            return (OneAct(Act("act", **usual)),)
        form, kind = self.form, KINDS[ACT]
        known = [name for name in kind.attributes if name != "id"]
        entry = form.table(table.entries["act"], "The act", (), (*known, "doubtful"))
        doubtful = self._doubtful(entry, kind)
        given = [name for name in known if name in entry.entries]
        varied = form.each(given, lambda name: self._varied(entry.entries[name], name))
        return tuple(self._act(given, values, doubtful, usual) for values in product(*varied))

    def _varied(self, node: Node, name: str) -> tuple[tuple[str, Any], ...]:
        """A value, or each of a list of values; with how it is written where there are several."""
        form, attribute = self.form, KINDS[ACT].attributes[name]
        if not isinstance(node, Listing):
            return (("", self._value(node, attribute)),)
        if len(node.items) < 2:
            form.refuse(node, f"A list for {name!r} tries the example on several acts; give two.")

        def read(item: Node) -> tuple[str, Any]:
            value = self._value(item, attribute)
            if value is None:
                form.refuse(item, "A missing value stands alone; give it an example of its own.")
            return form.text(item, "A value"), value

        return form.each(node.items, read)

    def _act(
        self,
        names: Iterable[str],
        values: Iterable[tuple[str, Any]],
        doubtful: frozenset[str],
        usual: Mapping[str, Any],
    ) -> OneAct:
        values = tuple(values)
        given = {name: value for name, (_, value) in zip(names, values, strict=True)}
        act = Act("act", doubtful=doubtful, **{**usual, **given, **dict.fromkeys(doubtful)})
        return OneAct(act, tuple(written for written, _ in values if written))

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
