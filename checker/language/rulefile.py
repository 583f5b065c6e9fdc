"""One rule file: its head, what it rests on, its checks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import partial
from typing import get_args

from checker.case import Stage
from checker.language.checks import OPTIONAL, REQUIRED, Surroundings, read_check
from checker.language.scope import Scope
from checker.language.shelf import Shelf
from checker.language.tree import Basis, Check, Nature, Rule, Severity
from checker.language.wording import plain_words
from checker.law.parameters import ParameterType
from checker.law.references import Reference, cite, read_bodies, read_window
from checker.words import Words
from checker.yamlfile import Node, Scalar, Table
from checker.yamlform import Form, RefusedError

ID = re.compile(r"[A-Z]{2,4}-[0-9]{2}")
CHECK_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
HEAD = ("id", "title", "nature", "stages", "bodies", "why")
MORE = ("severity", "judgement", "valid", "basis", "examples", "survivors")
_STAGES = get_args(Stage)

_Severities = Mapping[str, Severity]
_Window = tuple[datetime.date | None, datetime.date | None]
_ALWAYS: _Window = (None, None)


def read_rule(form: Form, shelf: Shelf, file: str) -> Rule:
    """The rule that a file holds.

    Args:
        form: The file.
        shelf: The parameters and references it may use.
        file: Its path below the folder of rule sets.

    Raises:
        RefusedError: It cannot be read; `form` holds every reason.
    """
    several = isinstance(form.root, Table) and "checks" in form.root.entries
    required = HEAD if several else (*HEAD, *REQUIRED)
    table = form.table(form.root, "A rule", required, (*MORE, "checks", *REQUIRED, *OPTIONAL))
    for key in (*REQUIRED, *OPTIONAL) if several else ():
        if key in table.entries:
            form.note(form.key(key), f"{key!r} stands beside 'checks'; move it into a check.")
    id_ = form.attempt("", lambda: form.word(form.at(table, "id"), "The id", ID, "COH-04"))
    title, why = (
        form.attempt(Words("", ""), partial(_plain, form, table, key)) for key in ("title", "why")
    )
    nature = form.attempt(
        None, lambda: form.member(form.at(table, "nature"), "The nature of a rule", Nature)
    )
    none: tuple[str, ...] = ()
    stages = form.attempt(none, lambda: _stages(form, form.at(table, "stages")))
    bodies = form.attempt(frozenset[str](), lambda: read_bodies(form, form.at(table, "bodies")))
    since, until = form.attempt(_ALWAYS, lambda: _window(form, table))
    basis = form.attempt(None, lambda: _basis(form, table, shelf, (since, until)))
    if nature is Nature.NORM and basis == ():
        message = "A norm rests on a text; name it in 'basis'."
        form.note(table.entries.get("basis", table), message)
    reader = _Checks(form, table, id_, stages, shelf)
    checks: tuple[Check, ...] = form.attempt((), reader.read)
    if form.problems or nature is None or basis is None:
        raise RefusedError
    return Rule(
        id=id_,
        title=title,
        nature=nature,
        stages=frozenset(stages),
        bodies=bodies,
        since=since,
        until=until,
        basis=basis,
        why=why,
        checks=checks,
        policy=shelf.policy,
        file=file,
    )


class _Checks:
    """Reads the checks of a rule whose head has been read."""

    def __init__(
        self, form: Form, table: Table, id_: str, stages: tuple[str, ...], shelf: Shelf
    ) -> None:
        self.form = form
        self.table = table
        self.id = id_
        self.stages = stages
        self.shelf = shelf
        self.severity = self._severity(table)
        self.judgement = self._judgement(table, default=False)

    def read(self) -> tuple[Check, ...]:
        form = self.form
        node = self.table.entries.get("checks")
        if node is None:
            return (self._check(self.table, self.id),)
        items = form.items(node, "The key 'checks'")
        if not items:
            form.refuse(node, "The list 'checks' is empty; give it checks.")
        names: dict[str, int] = {}

        def read(item: Node) -> Check:
            table = form.table(
                item, "A check", ("name", *REQUIRED), (*OPTIONAL, "severity", "judgement")
            )
            name = form.attempt("", lambda: self._name(table, names))
            return self._check(table, f"{self.id}/{name}")

        return form.each(items, read)

    def _name(self, table: Table, names: dict[str, int]) -> str:
        node = self.form.at(table, "name")
        name = self.form.word(node, "The name of a check", CHECK_NAME, "priced")
        if name in names:
            message = f"The name {name!r} is already that of the check on line {names[name]}."
            self.form.refuse(node, message)
        names[name] = node.mark.line + 1
        return name

    def _check(self, table: Table, id_: str) -> Check:
        own = table is not self.table
        severity = self._severity(table) if own else None
        if severity is None:
            severity = self.severity
        if severity is None and "severity" not in {**table.entries, **self.table.entries}:
            self.form.note(table, "No severity is given, by the rule or by this check; add one.")
        judgement = self._judgement(table, default=self.judgement) if own else self.judgement
        around = Surroundings(id_, judgement, severity or {}, self.shelf)
        return read_check(self.form, table, around)

    def _judgement(self, table: Table, *, default: bool) -> bool:
        if "judgement" not in table.entries:
            return default
        node = table.entries["judgement"]
        return self.form.attempt(False, lambda: self.form.truth(node, "The key 'judgement'"))

    def _severity(self, table: Table) -> _Severities | None:
        if "severity" not in table.entries:
            return None
        return self.form.attempt(None, lambda: self._severities(table.entries["severity"]))

    def _severities(self, node: Node) -> _Severities | None:
        form = self.form
        if isinstance(node, Scalar):
            severity = form.member(node, "The severity", Severity)
            return dict.fromkeys(self.stages, severity)
        if not self.stages:
            return None
        table = form.table(node, "A severity by stage", self.stages)
        return dict(
            form.each(
                self.stages,
                lambda stage: (
                    stage,
                    form.member(form.at(table, stage), "The severity", Severity),
                ),
            )
        )


def _plain(form: Form, table: Table, key: str) -> Words:
    return plain_words(form, form.at(table, key), f"The {key} of a rule")


def _stages(form: Form, node: Node) -> tuple[str, ...]:
    items = form.items(node, "The key 'stages'")
    stages = form.each(items, lambda item: form.choice(item, "A stage", _STAGES))
    if not stages or len(set(stages)) < len(stages):
        form.refuse(
            node, f"'stages' names each of {', '.join(_STAGES)} once at most, one at least."
        )
    return stages


def _window(form: Form, table: Table) -> _Window:
    if "valid" not in table.entries:
        return _ALWAYS
    valid = form.table(table.entries["valid"], "'valid'", (), ("from", "to"))
    return read_window(form, valid, "'valid'")


def _basis(form: Form, table: Table, shelf: Shelf, window: _Window) -> tuple[Basis, ...]:
    if "basis" not in table.entries:
        return ()

    def read(node: Node) -> Basis:
        if not isinstance(node, Table):
            reference = cite(form, node, shelf.references, shelf.policy)
            _check_window(form, node, reference, window)
            return Basis(reference=reference.key)
        article = form.table(node, "A dated article", ("article",))
        written = form.at(article, "article")
        name = f"law.{form.text(written, 'The name of an article')}"
        parameter = Scope(form, {}, None, shelf).find_parameter(written, name)
        if parameter.type is not ParameterType.REFERENCE:
            form.refuse(written, f"{name!r} holds no reference; give it 'type: reference'.")
        return Basis(article=name)

    return form.each(form.items(table.entries["basis"], "The key 'basis'"), read)


def _check_window(form: Form, node: Node, reference: Reference, window: _Window) -> None:
    """Note a reference that was never in force together with the rule."""
    since, until = window
    over = reference.until and since and reference.until <= since
    if over or (reference.since and until and until <= reference.since):
        message = f"{reference.short} is never in force while the rule is; correct 'valid' or "
        form.note(node, message + "the reference.")
