"""Reasons why a mutant of a rule or parameter may go unnoticed, written in its own file.

    survivors:
      - mutants: ["when.all[1]: dropped"]
        why: {fr: …, en: …}

They are read on demand only; checking a case does not pay for them.
"""

from __future__ import annotations

from functools import partial

from attrs import frozen

from checker.words import Words
from checker.yamlfile import Node, Table
from checker.yamlform import Form

KEY = "survivors"


@frozen
class Survivor:
    """A mutant that no example needs to notice.

    Args:
        mutant: Its name: `require.at_least[1]: 1 -> 2`.
        why: Why it judges like the rule, or cannot be noticed.
        line: 1-based line of the name in the file.
    """

    mutant: str
    why: Words
    line: int


def survivors_of(root: Node, file: str) -> tuple[Survivor, ...]:
    """The reasons in a file, in its order; none where it has no such key.

    Args:
        root: The file.
        file: Its name, for the problems.

    Raises:
        InputError: What is wrong with any of them.
    """
    if not isinstance(root, Table) or KEY not in root.entries:
        return ()
    form = Form(file, root)
    none: tuple[tuple[Survivor, ...], ...] = ()
    named: dict[str, int] = {}

    def items() -> tuple[tuple[Survivor, ...], ...]:
        listed = form.items(root.entries[KEY], f"The key {KEY!r}")
        return form.each(listed, partial(_reason, form, named))

    found = form.attempt(none, items)
    form.settle()
    return tuple(each for reasons in found for each in reasons)


def _reason(form: Form, named: dict[str, int], node: Node) -> tuple[Survivor, ...]:
    table = form.table(node, "A reason", ("mutants", "why"))
    why = form.words(form.at(table, "why"), "The reason for a mutant")
    mutants = form.items(form.at(table, "mutants"), "The key 'mutants'")
    if not mutants:
        form.refuse(table, "The list 'mutants' is empty; name what the reason is for.")

    def read(item: Node) -> Survivor:
        name = form.text(item, "The name of a mutant")
        line = item.mark.line + 1
        if name in named:
            form.refuse(item, f"{name[:60]!r} has its reason on line {named[name]} already.")
        named[name] = line
        return Survivor(name, why, line)

    return form.each(mutants, read)
