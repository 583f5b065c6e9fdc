"""From a changed file to a mutant: what can still be read as a rule, and judges otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from attrs import frozen

from checker.language.rulefile import read_rule
from checker.language.shelf import Shelf
from checker.language.tree import Check, Rule
from checker.law.edition import Law
from checker.law.parameterfile import read_parameter
from checker.law.parameters import Parameter
from checker.mutation.change import Fault
from checker.mutation.normal import normal_check
from checker.mutation.parameterfile import of_parameter
from checker.mutation.rulefile import of_rule
from checker.yamlfile import Listing, Node, Scalar, Table
from checker.yamlform import Form, RefusedError

_WORDS = ("message", "remedy")
_UNREAD = ("examples", "survivors")


@frozen
class RuleMutant:
    """A rule with one fault; its words and severities are left out, for no verdict needs them.

    Args:
        name: What was changed and where: `require.at_least[1]: 1 -> 2`.
        line: 1-based line of the change.
        fault: What kind of mistake it is.
        rule: The rule, changed.
        checks: The checks that judge otherwise; all where the head of the rule was changed.
    """

    name: str
    line: int
    fault: Fault
    rule: Rule
    checks: tuple[Check, ...]


@frozen
class ParameterMutant:
    """A parameter with one fault: a value or a day is off by one unit."""

    name: str
    line: int
    fault: Fault
    parameter: Parameter


def rule_mutants(root: Node, rule: Rule, law: Law) -> Iterator[RuleMutant]:
    """The mutants of a rule, in the order of its file; none that is sure to judge alike.

    What the language refuses, such as a comparison of an amount with a number, is no mutant.

    Args:
        root: The file of the rule.
        rule: The rule, as loaded.
        law: What rules may rest on.
    """
    if not isinstance(root, Table):
        return
    shelf = Shelf(law.parameters, law.references, rule.policy)
    read = partial(_rule, shelf=shelf, file=rule.file)
    plain = _bare(root)
    was = read(plain)
    if was is None:
        return
    forms = {check.id: normal_check(check) for check in was.checks}
    head = _head(was)
    for change in of_rule(plain):
        now = read(_used_only(change.node))
        if now is None:
            continue
        other = [check for check in now.checks if normal_check(check) != forms[check.id]]
        if _head(now) != head:
            other = [*now.checks]
        if other:
            yield RuleMutant(change.name, change.line, change.fault, now, tuple(other))


def parameter_mutants(root: Node, parameter: Parameter, law: Law) -> Iterator[ParameterMutant]:
    """The mutants of a parameter, in the order of its file.

    A value that begins before the text it rests on is in force is refused, and no mutant.
    """
    if not isinstance(root, Table):
        return
    bare = Table({k: v for k, v in root.entries.items() if k not in _UNREAD}, root.keys, root.mark)
    for change in of_parameter(bare):
        form = Form(parameter.file, change.node)
        try:
            now = read_parameter(form, parameter.name, parameter.policy, law.references)
        except RefusedError:
            continue
        yield ParameterMutant(change.name, change.line, change.fault, now)


def _rule(root: Node, shelf: Shelf, file: str) -> Rule | None:
    try:
        return read_rule(Form(file, root), shelf, file)
    except RefusedError:
        return None


def _head(rule: Rule) -> tuple[object, ...]:
    return rule.stages, rule.bodies, rule.since, rule.until


def _bare(root: Table) -> Table:
    """A rule file without words and severities: no verdict depends on them, nor any mutant.

    A message may name only what the conditions use, and a severity by stage only its stages:
    with them the language would refuse mutants for the sake of words.
    """
    entries: dict[str, Node] = {}
    for key, value in root.entries.items():
        if key in _UNREAD:
            continue
        if key == "checks" and isinstance(value, Listing):
            checks = tuple(_bare(each) if isinstance(each, Table) else each for each in value.items)
            entries[key] = Listing(checks, value.mark)
        elif key in _WORDS:
            entries[key] = _mapping(root, dict.fromkeys(("fr", "en"), "-"))
        elif key == "severity":
            entries[key] = Scalar("error", value.mark)
        else:
            entries[key] = value
    return Table(entries, root.keys, root.mark)


def _mapping(near: Table, texts: Mapping[str, str]) -> Table:
    keys = {key: Scalar(key, near.mark) for key in texts}
    return Table({key: Scalar(text, near.mark) for key, text in texts.items()}, keys, near.mark)


def _used_only(root: Node) -> Node:
    """A rule file without lets that no condition uses any more: they cannot matter."""
    if not isinstance(root, Table):
        return root
    entries = dict(root.entries)
    if isinstance(checks := entries.get("checks"), Listing):
        entries["checks"] = Listing(tuple(map(_used_only, checks.items)), checks.mark)
    lets = entries.get("let")
    if isinstance(lets, Table):
        conditions = [entries[key] for key in ("when", "require") if key in entries]
        texts = {text for each in conditions for text in _texts(each)}
        kept = {name: let for name, let in lets.entries.items() if f"let.{name}" in texts}
        entries["let"] = Table(kept, lets.keys, lets.mark)
        if not kept:
            del entries["let"]
    return Table(entries, root.keys, root.mark)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    for part in node.items if isinstance(node, Listing) else ():
        yield from _texts(part)
    for part in node.entries.values() if isinstance(node, Table) else ():
        yield from _texts(part)
