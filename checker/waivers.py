"""Accepted findings: who accepts what of which act, why, since when and until when.

    - rule: ARI-01                # a rule, or one check of it
      act: 24-B-0045              # its number, as reports print it
      subject: operative-total    # as JSON reports print it
      reason: Erreur matérielle, rectifiée par la délibération 24-C-0102.
      author: Camille Exemple
      date: 2026-11-23
      expires: 2027-06-30         # the last day it holds
      body: Ville d'Exemple       # may be left out

Every entry names one act, one control and one subject, so that nothing else is ever accepted with
it. It must expire: what nobody has to look at again would be gone, not accepted.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path

from attrs import frozen

from checker.errors import InputError, Problem
from checker.suggestion import suggestion
from checker.yamlfile import Node, Table, decode, parse, read_bytes
from checker.yamlform import Form, RefusedError

_TEXTS = ("rule", "act", "subject", "reason", "author")
_DAYS = ("date", "expires")
REQUIRED = _TEXTS + _DAYS
OPTIONAL = ("body",)
_WHAT = "An accepted finding"


@frozen
class Waiver:
    """A finding that someone accepts.

    Args:
        rule: A rule, or one check of it.
        act: Number of the act.
        subject: Identifier of the instance.
        body: Name of the authority; `None` for any that has an act of this number.
        date: The day it was accepted.
        expires: The last day it holds.
        place: File and line of the entry.
    """

    rule: str
    act: str
    subject: str
    reason: str
    author: str
    date: datetime.date
    expires: datetime.date
    body: str | None
    place: str

    def is_about(self, act: str | None, body: str) -> bool:
        """Whether it is for the act of this number, of this authority."""
        return act == self.act and self.body in (None, body)

    def accepts(self, check: str, subject: str) -> bool:
        """Whether it is for this check and this subject."""
        return self.rule in (check, check.partition("/")[0]) and subject == self.subject


def read_waivers(names: Iterable[str], checks: Collection[str]) -> tuple[Waiver, ...]:
    """The entries of some files, in their order.

    Args:
        names: The files, as the user named them.
        checks: Identifiers of the checks there are.

    Raises:
        InputError: All that is wrong with all the files.
    """
    known = dict.fromkeys([*(each.partition("/")[0] for each in checks), *checks])
    problems: list[Problem] = []
    found: dict[tuple[str, str, str, str | None], Waiver] = {}
    for name in dict.fromkeys(names):
        try:
            form = Form(name, parse(decode(read_bytes(Path(name), name), name), name))
            _read_file(form, known, found)
            form.settle()
        except InputError as error:  # noqa: PERF203 - the other files are read all the same
            problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(found.values())


def _read_file(
    form: Form,
    known: Collection[str],
    found: dict[tuple[str, str, str, str | None], Waiver],
) -> None:
    nothing: tuple[Node, ...] = ()
    items = form.attempt(nothing, partial(form.items, form.root, "A file of accepted findings"))
    for node in items:
        waiver = form.attempt(None, partial(_read, form, node, known))
        if waiver is None:
            continue
        key = (waiver.act, waiver.rule, waiver.subject, waiver.body)
        first = found.setdefault(key, waiver)
        if first is not waiver:
            form.note(node, f"The same finding is accepted at {first.place}; keep one of them.")


def _read(form: Form, node: Node, known: Collection[str]) -> Waiver:
    table = form.table(node, _WHAT, REQUIRED, OPTIONAL)
    nothing: tuple[str, ...] = ()
    never: tuple[datetime.date, ...] = ()
    texts = form.attempt(nothing, lambda: form.each(_TEXTS, partial(_text, form, table)))
    days = form.attempt(never, lambda: form.each(_DAYS, partial(_day, form, table)))
    body = _text(form, table, "body") if "body" in table.entries else None
    if not texts or not days:
        raise RefusedError
    rule, act, subject, reason, author = texts
    date, expires = days
    if rule not in known:
        form.refuse(table.entries["rule"], f"There is no rule {rule[:60]!r}{_hint(rule, known)}")
    if expires < date:
        form.refuse(table.entries["expires"], f"It expires before {date}, when it was accepted.")
    place = f"{form.file}:{node.mark.line + 1}"
    return Waiver(rule, act, subject, reason, author, date, expires, body, place)


def _text(form: Form, table: Table, key: str) -> str:
    return " ".join(form.text(form.at(table, key), f"The key {key!r}").split())


def _day(form: Form, table: Table, key: str) -> datetime.date:
    return form.date(form.at(table, key), f"The key {key!r}")


def _hint(rule: str, known: Collection[str]) -> str:
    """The nearest rule, or how to find one."""
    near = suggestion(rule, known)
    return ". The command `rules` lists them." if near == "." else near
