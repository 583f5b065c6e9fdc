"""What no rule tries, because a person has to look: `not-checkable.yaml` of the rule sets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from attrs import frozen

from checker.cli.pages.markdown import plain
from checker.words import Words
from checker.yamlfile import Node, decode, parse, read_bytes
from checker.yamlform import Form

FILE = "not-checkable.yaml"
_KEYS = ("id", "title", "why", "look_at")


@frozen
class NotChecked:
    """One control that is left to a person.

    Args:
        look_at: Where that person looks.
    """

    id: str
    title: Words
    why: Words
    look_at: Words


def read_not_checked(root: Path) -> tuple[NotChecked, ...]:
    """The entries of the file below a folder of rule sets, in its order; none without a file.

    Raises:
        InputError: What is wrong with the file.
    """
    path = root / FILE
    if not path.is_file():
        return ()
    form = Form(str(path), parse(decode(read_bytes(path, str(path)), str(path)), str(path)))
    none: tuple[NotChecked, ...] = ()
    read = partial(_entry, form)
    found = form.attempt(none, lambda: form.each(form.items(form.root, "The file"), read))
    form.settle()
    return found


def not_checked_lines(entries: tuple[NotChecked, ...]) -> Iterator[str]:
    """The section of the index, for a reader who looks for what is missing."""
    for each in entries:
        yield f"**{plain(each.id)} – {plain(each.title.fr)}** – *{plain(each.title.en)}*"
        yield ""
        yield f"- Pourquoi : {plain(each.why.fr)}"
        yield f"- À regarder : {plain(each.look_at.fr)}"
        yield ""


def _entry(form: Form, node: Node) -> NotChecked:
    table = form.table(node, "An entry", _KEYS)
    title, why, look_at = form.each(
        _KEYS[1:], lambda key: form.words(form.at(table, key), f"The key {key!r}")
    )
    return NotChecked(form.text(form.at(table, "id"), "The key 'id'"), title, why, look_at)
