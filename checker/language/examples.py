"""The examples of a rule: small sets of facts, each with the verdict it must get.

They are read on demand only; checking a case does not pay for them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from attrs import field, frozen

from checker.factbase import FactBase, fact_base
from checker.kinds import KINDS, Attribute, Fact, Kind, Type, fact_class
from checker.language.literals import literal
from checker.language.scope import Scope
from checker.language.shelf import Shelf
from checker.language.tree import ACT, Check, Rule
from checker.law.edition import Law
from checker.law.parameters import ParameterType, RollingWindow, StartOfYear, read_value
from checker.vocabulary import Act
from checker.yamlfile import Node, Scalar, Table, decode, parse, read_bytes
from checker.yamlform import Form, RefusedError

VERDICTS = ("pass", "fail", "open", "review", "not-applicable")
REST = "rest"
"""Subject of the rest of an open list."""
NOTHING = "null"
"""How a missing value is written where leaving it out would give a default."""

_ACT = {
    "date": datetime.date(2024, 2, 9),
    "stage": "adopted",
    "category": "commune",
}
_KEYS = ("check", "act", "facts", "whole", "open", "law")


@frozen(eq=False)
class Example:
    """One example of one check.

    Args:
        check: Identifier of the check.
        expect: The verdict of its only instance, or `not-applicable` for none; or the verdict
            of every instance by subject: identifiers in the order of `for`, joined by `/`, or
            `rest`.
        settled: Values of parameters, by name, that stand in place of the law's.
        line: 1-based line of the example in the file of its rule.
    """

    name: str
    check: str
    expect: str | Mapping[str, str]
    facts: FactBase
    settled: Mapping[str, int | str | None] = field(factory=dict)
    line: int = 0

    @property
    def verdicts(self) -> frozenset[str]:
        """The verdicts it shows."""
        if isinstance(self.expect, str):
            return frozenset([self.expect])
        return frozenset(self.expect.values())


def examples_of(rule: Rule, path: Path, law: Law) -> tuple[Example, ...]:
    """The examples in the file of a rule, in their order; none where it has no such key.

    Args:
        rule: The rule, as loaded.
        path: Its file.
        law: The parameters that examples may settle.

    Raises:
        InputError: What is wrong with any of them.
    """
    file = str(path)
    form = Form(file, parse(decode(read_bytes(path, file), file), file))
    root = form.root
    if not isinstance(root, Table) or "examples" not in root.entries:
        return ()
    reader = _Examples(form, rule, law)
    none: tuple[Example, ...] = ()
    examples = form.attempt(none, partial(reader.read, root.entries["examples"]))
    form.settle()
    return examples


@frozen
class _Examples:
    """Reads the examples of one rule."""

    form: Form
    rule: Rule
    law: Law
    names: set[str] = field(factory=set)

    def read(self, node: Node) -> tuple[Example, ...]:
        return self.form.each(self.form.items(node, "The key 'examples'"), self.example)

    def example(self, node: Node) -> Example:
        form = self.form
        table = form.table(node, "An example", ("name", "expect"), _KEYS)
        check = form.attempt(None, lambda: self.check(table))
        name = form.attempt("", lambda: self.name(table))
        act = form.attempt(None, lambda: self.act(table))
        facts = form.attempt(None, lambda: self.facts(table))
        whole, opened = (
            form.attempt(frozenset[str](), partial(self.kinds, table, key))
            for key in ("whole", "open")
        )
        settled = form.attempt(None, lambda: self.settled(table))
        if check is None or act is None or facts is None or settled is None:
            raise RefusedError
        expect = self.expect(form.at(table, "expect"), check, [act, *facts])
        base = fact_base([act, *facts], whole=whole, opened=opened)
        return Example(name, check.id, expect, base, settled, node.mark.line + 1)

    def name(self, table: Table) -> str:
        node = self.form.at(table, "name")
        name = self.form.text(node, "The name of an example")
        if name in self.names:
            self.form.refuse(node, f"The name {name[:60]!r} is taken; give each example its own.")
        self.names.add(name)
        return name

    def check(self, table: Table) -> Check:
        form, checks = self.form, self.rule.checks
        named = {check.id.partition("/")[2]: check for check in checks}
        if "check" in table.entries:
            return named[form.choice(table.entries["check"], "The key 'check'", tuple(named))]
        if len(checks) > 1:
            message = f"Say which check it is for: {{check: …}}, one of {', '.join(named)}."
            form.refuse(table, message)
        return checks[0]

    def act(self, table: Table) -> Fact:
        values: dict[str, Any] = dict(_ACT)
        doubtful = frozenset[str]()
        if "act" in table.entries:
            node = table.entries["act"]
            kind = KINDS[ACT]
            known = [name for name in kind.attributes if name != "id"]
            entry = self.form.table(node, "The act", (), (*known, "doubtful"))
            values |= self.values(entry, kind, known)
            doubtful = self.doubtful(entry, kind)
            values |= dict.fromkeys(doubtful)
        return Act("act", doubtful=doubtful, **values)

    def facts(self, table: Table) -> tuple[Fact, ...]:
        if "facts" not in table.entries:
            return ()
        counts: dict[str, int] = {}
        ids: set[tuple[str, str]] = set()
        items = self.form.items(table.entries["facts"], "The key 'facts'")
        return self.form.each(items, lambda item: self.fact(item, counts, ids))

    def fact(self, node: Node, counts: dict[str, int], ids: set[tuple[str, str]]) -> Fact:
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
        values = self.values(table, kind, known)
        return fact_class(name)(id_, doubtful=self.doubtful(table, kind), **values)

    def values(self, table: Table, kind: Kind, known: Iterable[str]) -> dict[str, Any]:
        given = [name for name in known if name in table.entries]
        read = self.form.each(
            given, lambda name: self.value(table.entries[name], kind.attributes[name])
        )
        return dict(zip(given, read, strict=True))

    def value(self, node: Node, attribute: Attribute) -> Any:
        form, type_ = self.form, attribute.type
        text = form.text(node, f"The value of {attribute.name!r}")
        if text == NOTHING:
            return None
        if type_ in (Type.TEXT, Type.ID):
            return text
        value = literal(Scope(form, {}, None, Shelf()), node, type_).value
        if isinstance(value, str) or value < type_.range.low:
            form.refuse(node, f"{attribute.name!r} cannot be negative.")
        if type_ is Type.FLAG:
            return bool(value)
        return datetime.date.fromordinal(value) if type_ is Type.DATE else value

    def doubtful(self, table: Table, kind: Kind) -> frozenset[str]:
        if "doubtful" not in table.entries:
            return frozenset()
        form = self.form
        known = [key for key in kind.attributes if key != "id" and key not in table.entries]
        items = form.items(table.entries["doubtful"], "The key 'doubtful'")
        what = "A doubtful attribute, which is left out for it,"
        return frozenset(form.each(items, lambda item: form.choice(item, what, known)))

    def kinds(self, table: Table, key: str) -> frozenset[str]:
        if key not in table.entries:
            return frozenset()
        form = self.form
        items = form.items(table.entries[key], f"The key {key!r}")
        return frozenset(form.each(items, lambda item: form.choice(item, "A kind", tuple(KINDS))))

    def settled(self, table: Table) -> Mapping[str, int | str | None]:
        if "law" not in table.entries:
            return {}
        form = self.form
        node = table.entries["law"]
        if not isinstance(node, Table):
            form.refuse(node, "'law' is a mapping from names like law.quorum_divisor to values.")
        shelf = Shelf(self.law.parameters, self.law.references, self.rule.policy)
        scope = Scope(form, {}, None, shelf)

        def read(name: str) -> tuple[str, int | str | None]:
            parameter = scope.find_parameter(node.keys[name], name)
            written = node.entries[name]
            value = read_value(form, written, parameter.type)
            if isinstance(value, StartOfYear | RollingWindow):
                form.refuse(written, "Write the date itself, like 2024-02-09.")
            if parameter.type is ParameterType.REFERENCE and value is not None:
                form.choice(written, "A reference", tuple(self.law.references))
            return name, value

        return dict(form.each(node.entries, read))

    def expect(self, node: Node, check: Check, facts: Iterable[Fact]) -> str | Mapping[str, str]:
        form = self.form
        if isinstance(node, Scalar):
            verdict = form.choice(node, "The verdict expected", VERDICTS)
            self.possible(node, check, verdict)
            return verdict
        if not isinstance(node, Table) or not node.entries:
            form.refuse(node, "'expect' is a verdict, or a mapping from each subject to its own.")
        ids = {(type(fact), fact.id) for fact in facts}

        def read(subject: str) -> tuple[str, str]:
            verdict = form.choice(node.entries[subject], "The verdict expected", VERDICTS[:-1])
            self.possible(node.entries[subject], check, verdict)
            parts = subject.split("/")
            classes = [fact_class(binding.kind) for binding in check.bindings]
            known = len(parts) == len(classes) and ids.issuperset(zip(classes, parts, strict=True))
            if subject != REST and not known:
                aliases = "/".join(binding.alias for binding in check.bindings)
                message = f"{subject[:60]!r} names no facts of the example; write the ids of "
                form.refuse(node.keys[subject], message + f"{aliases}, or {REST!r}.")
            return subject, verdict

        return dict(form.each(node.entries, read))

    def possible(self, node: Node, check: Check, verdict: str) -> None:
        never = "fail" if check.judgement else "review"
        if verdict == never:
            reason = "the judgement is a person's" if check.judgement else "it judges by itself"
            self.form.refuse(node, f"{check.id} never says {never!r}: {reason}.")
