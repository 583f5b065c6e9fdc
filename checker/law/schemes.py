"""Schemes and bodies that exist for a time only, by the names that acts print.

« CIVIS » in an act of 2024 is a text carried over from before 2017; « MEL » in a sentence on 2010
is an anachronism.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import partial

from attrs import frozen

from checker.law.references import KEY, Reference, cite, covers, read_status, read_window
from checker.normal import normal_name
from checker.suggestion import suggestion
from checker.yamlfile import Node, Table
from checker.yamlform import Form

_REQUIRED = ("names", "reference", "verified")
_OPTIONAL = ("from", "to", "successor", "status")
_WHAT = "A scheme"


@frozen(slots=False)
class Scheme:
    """A scheme, programme or body.

    Args:
        names: As acts print it, the usual one first.
        since: First day, or `None` where it does not matter.
        until: First day after its end, or `None`.
        successor: Key of the scheme that took its place, or empty.
        reference: Key of the text that its days come from.
        verified: When someone last compared them with it.
        to_confirm: Whether they await that comparison.
    """

    key: str
    names: tuple[str, ...]
    since: datetime.date | None
    until: datetime.date | None
    successor: str
    reference: str
    verified: datetime.date
    to_confirm: bool = False

    def covers(self, day: datetime.date) -> bool:
        """Whether it existed on `day`."""
        return covers(self.since, self.until, day)


def read_schemes(form: Form, references: Mapping[str, Reference | None]) -> Mapping[str, Scheme]:
    """The schemes of a `schemes.yaml` by key, without those that `form` refuses."""
    root = form.root
    if not isinstance(root, Table):
        form.note(root, "The file is a mapping from keys to schemes.")
        return {}
    found: dict[str, Scheme] = {}
    for key in root.entries:
        scheme = form.attempt(None, partial(_read, form, root, key, references))
        if scheme is not None:
            found[key] = scheme
    _see_names(form, root, found)
    return found


def _read(form: Form, root: Table, key: str, references: Mapping[str, Reference | None]) -> Scheme:
    form.word(root.keys[key], "The key of a scheme", KEY, "contrat-engagement-jeune")
    table = form.table(root.entries[key], _WHAT, _REQUIRED, _OPTIONAL)
    items = form.items(form.at(table, "names"), "The key 'names'")
    if not items:
        form.refuse(form.at(table, "names"), "The list 'names' is empty; name the scheme.")
    since, until = read_window(form, table, "a scheme")
    return Scheme(
        key=key,
        names=form.each(items, lambda item: form.text(item, "A name").strip()),
        since=since,
        until=until,
        successor=_successor(form, root, key, table),
        reference=cite(form, form.at(table, "reference"), references, "").key,
        verified=form.date(form.at(table, "verified"), "The key 'verified'"),
        to_confirm=read_status(form, table),
    )


def _successor(form: Form, root: Table, key: str, table: Table) -> str:
    node: Node | None = table.entries.get("successor")
    if node is None:
        return ""
    text = form.text(node, "The key 'successor'")
    if "to" not in table.entries:
        form.refuse(node, "What has a successor has ended: add 'to', its last day.")
    others = [other for other in root.entries if other != key]
    if text not in others:
        form.refuse(node, f"There is no other scheme {text[:60]!r}{suggestion(text, others)}")
    return text


def _see_names(form: Form, root: Table, schemes: Mapping[str, Scheme]) -> None:
    """See that a name means one scheme, as acts are searched for it."""
    meant: dict[str, str] = {}
    for key, scheme in schemes.items():
        for name in scheme.names:
            first = meant.setdefault(normal_name(name), key)
            if first != key:
                message = f"The name {name!r} is already one of {first!r}; leave it to one of them."
                form.note(root.keys[key], message)
