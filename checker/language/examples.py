"""The examples of a rule: small sets of facts, each with the verdict it must get.

They are read on demand only; checking a case does not pay for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from attrs import field, frozen

from checker.factbase import FactBase, fact_base
from checker.kinds import KINDS, Fact, fact_class
from checker.language.examplefacts import REST, FactReader, OneAct, usual_act
from checker.language.scope import Scope
from checker.language.shelf import Shelf
from checker.language.tree import Check, Rule
from checker.law.edition import Law
from checker.law.parameterfile import read_value
from checker.law.parameters import DateFunction, ParameterType
from checker.yamlfile import Node, Scalar, Table, decode, parse, read_bytes
from checker.yamlform import Form, RefusedError

VERDICTS = ("pass", "fail", "open", "review", "not-applicable")
KEYS = ("check", "act", "facts", "whole", "open", "law", "cites")


@frozen(eq=False)
class Example:
    """One example of one check, on one act; an example with several acts is several.

    Args:
        check: Identifier of the check.
        expect: The verdict of its only instance, or `not-applicable` for none; or the verdict
            of every instance by subject: identifiers in the order of `for`, joined by `/`, or
            `rest`.
        settled: Values of parameters, by name, that stand in place of the law's.
        line: 1-based line of the example in the file of its rule.
        chosen: What tells its act from the others it is tried on, as written: `region`.
        cites: Keys of the references that the rule must cite on its act, in order; `None` where
            the example does not say.
    """

    name: str
    check: str
    expect: str | Mapping[str, str]
    facts: FactBase
    settled: Mapping[str, int | str | None] = field(factory=dict)
    line: int = 0
    chosen: tuple[str, ...] = ()
    cites: tuple[str, ...] | None = None

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
        items = self.form.items(node, "The key 'examples'")
        return tuple(chain.from_iterable(self.form.each(items, self.example)))

    def example(self, node: Node) -> tuple[Example, ...]:
        form = self.form
        table = form.table(node, "An example", ("name", "expect"), KEYS)
        reader = FactReader(form)
        check = form.attempt(None, lambda: self.check(table))
        name = form.attempt("", lambda: self.name(table))
        no_act: tuple[OneAct, ...] = ()
        acts = form.attempt(no_act, lambda: reader.acts(table, usual_act(self.rule)))
        facts = form.attempt(None, lambda: reader.facts(table))
        whole, opened = (
            form.attempt(frozenset[str](), partial(self.kinds, table, key))
            for key in ("whole", "open")
        )
        settled = form.attempt(None, lambda: self.settled(table))
        cites = form.attempt(None, lambda: self.cites(table))
        if check is None or not acts or facts is None or settled is None:
            raise RefusedError
        expect = self.expect(form.at(table, "expect"), check, [acts[0].fact, *facts])
        line = node.mark.line + 1
        return tuple(
            Example(
                name,
                check.id,
                expect,
                fact_base([act.fact, *facts], whole=whole, opened=opened),
                settled,
                line,
                act.chosen,
                cites,
            )
            for act in acts
        )

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
        if "check" in table.entries and len(checks) == 1:
            form.refuse(table.entries["check"], "The rule has one check only; leave 'check' out.")
        if "check" in table.entries:
            return named[form.choice(table.entries["check"], "The key 'check'", tuple(named))]
        if len(checks) > 1:
            message = f"Say which check it is for: {{check: …}}, one of {', '.join(named)}."
            form.refuse(table, message)
        return checks[0]

    def kinds(self, table: Table, key: str) -> frozenset[str]:
        if key not in table.entries:
            return frozenset()
        form = self.form
        items = form.items(table.entries[key], f"The key {key!r}")
        return frozenset(form.each(items, lambda item: form.choice(item, "A kind", tuple(KINDS))))

    def cites(self, table: Table) -> tuple[str, ...] | None:
        if "cites" not in table.entries:
            return None
        form, known = self.form, self.law.references
        items = form.items(table.entries["cites"], "The key 'cites'")
        return form.each(items, lambda item: form.choice(item, "A reference", tuple(known)))

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
            if isinstance(value, DateFunction):
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
