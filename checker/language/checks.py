"""One check of a rule: for, let, when, require, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from attrs import evolve, frozen

from checker.kinds import KINDS, Kind, Type
from checker.language.conditions import condition, tests
from checker.language.operandtypes import SAID, operand_type
from checker.language.scope import LET, RESERVED, Scope
from checker.language.shelf import Shelf
from checker.language.tree import (
    ROW,
    Aggregate,
    AllOf,
    AnyOf,
    AttributeRef,
    Binding,
    Check,
    Compare,
    Condition,
    Let,
    Not,
    Severity,
)
from checker.language.wording import Places
from checker.law.parameters import NAME
from checker.suggestion import suggestion
from checker.words import Words
from checker.yamlfile import Node, Table
from checker.yamlform import Form, RefusedError

REQUIRED = ("for", "require", "message", "remedy")
OPTIONAL = ("let", "when", "rest")
MOST_ALIASES = 3

SUMMED = (Type.MONEY, Type.SIGNED, Type.INT, Type.PERCENT)
ALLOWED = {
    Aggregate.SUM: SUMMED,
    Aggregate.MIN: (*SUMMED, Type.DATE),
    Aggregate.MAX: (*SUMMED, Type.DATE),
}


@frozen
class Surroundings:
    """What a check takes from its rule.

    Args:
        id: Identifier of the check.
        severity: By stage of the act.
    """

    id: str
    judgement: bool
    severity: Mapping[str, Severity]
    shelf: Shelf


def read_check(form: Form, table: Table, around: Surroundings) -> Check:
    """The check that a mapping holds, whose keys have been looked at.

    Raises:
        RefusedError: It cannot be read; `form` holds every reason.
    """
    before = len(form.problems)
    everything = Scope(form, {}, None, around.shelf)
    bindings, bound = _bindings(everything, table)
    lets = _lets(bound, table)
    readable = isinstance(table.entries.get("let", table), Table)
    scope = evolve(bound, lets=lets, blind=bound.blind or not readable)
    trigger = _condition(scope, table, "when")
    requirement = _condition(scope, table, "require")
    complete = requirement is not None and (trigger is not None or "when" not in table.entries)
    if complete:
        _all_used(scope, table, lets)
    places = Places(
        scope,
        gap=requirement is None or _has_gap(requirement),
        values=frozenset(scope.used) if complete else None,
    )
    message, remedy = (
        form.attempt(Words("", ""), partial(_words, places, table, key))
        for key in ("message", "remedy")
    )
    if "rest" in table.entries:
        rest = table.entries["rest"]
        form.attempt("", lambda: form.choice(rest, "The key 'rest'", ("ignore",)))
    if requirement is None or len(form.problems) > before:
        raise RefusedError
    return Check(
        id=around.id,
        bindings=bindings,
        lets=tuple(let for let in lets.values() if let),
        trigger=trigger,
        requirement=requirement,
        message=message,
        remedy=remedy,
        severity=around.severity,
        judgement=around.judgement,
        rest_ignored="rest" in table.entries,
    )


def _bindings(everything: Scope, table: Table) -> tuple[tuple[Binding, ...], Scope]:
    """The aliases of `for`, and the scope in which all of them are bound."""
    form = everything.form
    node = table.entries.get("for")
    aliases: dict[str, Kind | None] = {}
    if not isinstance(node, Table) or not node.entries:
        if node is not None:
            form.note(node, "'for' is a mapping from a name to {kind: …}, one to three of them.")
        return (), evolve(everything, blind=True)
    if len(node.entries) > MOST_ALIASES:
        message = f"'for' binds {len(node.entries)} names; bind {MOST_ALIASES} at most, and look "
        form.note(node, message + "at other facts with 'let'.")

    def read(alias: str) -> Binding:
        earlier = evolve(everything, aliases=dict(aliases))
        aliases[alias] = None
        return _binding(earlier, node, alias, aliases)

    none: tuple[Binding, ...] = ()
    bindings = form.attempt(none, lambda: form.each(node.entries, read))
    return bindings, evolve(everything, aliases=aliases)


def _binding(earlier: Scope, node: Table, alias: str, aliases: dict[str, Kind | None]) -> Binding:
    form = earlier.form
    form.word(node.keys[alias], "A name of 'for'", NAME, "line")
    if alias in RESERVED:
        form.refuse(node.keys[alias], f"No fact may be called {alias!r}; choose another name.")
    entry = node.entries[alias]
    if not isinstance(entry, Table) or "kind" not in entry.entries:
        form.refuse(entry, f"Say what {alias!r} is: {{kind: award}}, with tests if need be.")
    kind = _kind(form, entry.entries["kind"], form.text(entry.entries["kind"], "A kind"))
    aliases[alias] = kind
    return Binding(alias, kind.name, tests(earlier, alias, kind, entry))


def _kind(form: Form, node: Node, name: str) -> Kind:
    if name not in KINDS:
        hint = suggestion(name, KINDS)
        if hint == ".":
            hint = f"; the kinds are {', '.join(sorted(KINDS))}."
        form.refuse(node, f"There is no kind {name[:60]!r}{hint}")
    return KINDS[name]


def _lets(bound: Scope, table: Table) -> dict[str, Let | None]:
    node = table.entries.get("let")
    lets: dict[str, Let | None] = {}
    if node is None:
        return lets
    form = bound.form
    if not isinstance(node, Table) or not node.entries:
        form.note(node, "'let' is a mapping from a name to {sum: award.amount, where: {…}}.")
        return lets
    for name in node.entries:
        lets[name] = form.attempt(None, partial(_let, bound, node, name))
    return lets


def _let(bound: Scope, table: Table, name: str) -> Let:
    form = bound.form
    form.word(table.keys[name], "The name of a let", NAME, "total")
    if name in RESERVED:
        form.refuse(table.keys[name], f"No let may be called {name!r}; choose another name.")
    aggregates = tuple(aggregate.value for aggregate in Aggregate)
    entry = form.table(table.entries[name], "A let", (), (*aggregates, "where"))
    named = [key for key in entry.entries if key in aggregates]
    if len(named) != 1:
        form.refuse(entry, f"A let has exactly one of {', '.join(aggregates)}.")
    aggregate = Aggregate(named[0])
    kind, ref = _rows(bound, entry.entries[named[0]], aggregate)
    where = entry.entries.get("where")
    if where is None:
        return Let(name, aggregate, kind.name, ref)
    if not isinstance(where, Table):
        form.refuse(where, "'where' is a mapping from an attribute of the row to a test.")
    return Let(name, aggregate, kind.name, ref, tests(bound, ROW, kind, where))


def _rows(bound: Scope, node: Node, aggregate: Aggregate) -> tuple[Kind, AttributeRef | None]:
    """The kind of the rows, and the attribute of them that is aggregated."""
    form = bound.form
    name, dot, attribute_name = form.text(node, "What a let looks at").partition(".")
    kind = _kind(form, node, name)
    if aggregate is Aggregate.COUNT:
        if dot:
            message = f"'count' counts rows; write {{count: {name}}}, or 'distinct' for the values."
            form.refuse(node, message)
        return kind, None
    if not dot:
        form.refuse(node, f"{aggregate.value!r} needs an attribute, like {name}.amount.")
    attribute = bound.attribute(node, kind, attribute_name)
    if aggregate in ALLOWED and attribute.type not in ALLOWED[aggregate]:
        message = f"{aggregate.value!r} cannot be taken of {SAID[attribute.type]}; "
        form.refuse(node, message + "use 'count' or 'distinct'.")
    return kind, AttributeRef(ROW, kind.name, attribute_name, attribute.type)


def _condition(scope: Scope, table: Table, key: str) -> Condition | None:
    if key not in table.entries:
        return None
    return scope.form.attempt(None, lambda: condition(scope, table.entries[key]))


def _has_gap(condition: Condition) -> bool:
    """Whether a condition compares numbers, amounts or dates."""
    if isinstance(condition, AllOf | AnyOf):
        return any(map(_has_gap, condition.parts))
    if isinstance(condition, Not):
        return _has_gap(condition.part)
    return isinstance(condition, Compare) and operand_type(condition.left).ordered


def _all_used(scope: Scope, table: Table, lets: Mapping[str, Let | None]) -> None:
    node = table.entries.get("let")
    for name in lets:
        if f"{LET}.{name}" not in scope.used and isinstance(node, Table):
            message = f"No condition uses the let {name!r}; use it in 'when' or 'require', or "
            scope.form.note(node.keys[name], message + "remove it.")


def _words(places: Places, table: Table, key: str) -> Words:
    return places.words(places.scope.form.at(table, key), f"The {key} of a check")
