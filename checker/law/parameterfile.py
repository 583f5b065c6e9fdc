"""A parameter file: one parameter, its values by day, and what each rests on."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import get_args

from attrs import frozen

from checker.case import ActType, Category, Organ, Stage
from checker.law.parameters import (
    ANYWHERE,
    Anchor,
    DatedValue,
    DateFunction,
    MonthsAfter,
    Parameter,
    ParameterType,
    RollingWindow,
    StartOfYear,
    Value,
)
from checker.law.references import Reference, cite, read_status
from checker.money import parse_euros
from checker.words import Words
from checker.yamlfile import Node, Table
from checker.yamlform import Form, RefusedError, read_date

_CONTEXTS: Mapping[str, tuple[str, ...]] = {
    "category": get_args(Category),
    "organ": get_args(Organ),
    "type": get_args(ActType),
    "stage": get_args(Stage),
    "alsace_moselle": ("0", "1"),
}
_MORE = ("by", "document", "survivors")
_MOST_YEARS = 100
_FUNCTIONS: Mapping[str, tuple[Callable[[int], DateFunction], int, int]] = {
    "start_of_year": (StartOfYear, -_MOST_YEARS, _MOST_YEARS),
    "years_before": (RollingWindow, 0, _MOST_YEARS),
    "months_after": (MonthsAfter, 0, 12 * _MOST_YEARS),
}
"""Functions of the date: what each makes of its number, and the bounds of that number."""
_HINT = "{start_of_year: -2}, {years_before: 3} or {months_after: 3}."


def read_parameter(
    form: Form, name: str, policy: str, references: Mapping[str, Reference | None]
) -> Parameter:
    """The parameter that a file holds.

    Raises:
        RefusedError: It cannot be read; `form` holds every reason.
    """
    table = form.table(form.root, "A parameter", ("title", "type", "anchor", "values"), _MORE)
    type_ = form.attempt(
        None,
        lambda: form.member(form.at(table, "type"), "The type of a parameter", ParameterType),
    )
    anchor = form.attempt(
        Anchor.DATE, lambda: form.member(form.at(table, "anchor"), "The anchor", Anchor)
    )
    title = form.attempt(
        Words("", ""), lambda: form.words(form.at(table, "title"), "The title of a parameter")
    )
    document = form.attempt(None, lambda: _document(form, table))
    by = form.attempt("", lambda: _context_attribute(form, table))
    values: Mapping[str, tuple[DatedValue, ...]] = {}
    if type_ is not None:
        reader = _Values(form, type_, policy, references)
        values = form.attempt(values, lambda: reader.contexts(form.at(table, "values"), by))
    if form.problems or type_ is None:
        raise RefusedError
    return Parameter(name, title, type_, anchor, by, document, values, policy, form.file)


def read_value(form: Form, node: Node, type_: ParameterType) -> Value:
    """A value of a parameter's type; the word `null` is a repeal.

    Raises:
        RefusedError: The value has another form; noted in `form`.
    """
    if isinstance(node, Table) and type_ is ParameterType.DATE:
        return _date_function(form, node)
    text = form.text(node, "The value").strip()
    if text == "null":
        return None
    if type_ is ParameterType.INT:
        return form.integer(node, "The value")
    if type_ is ParameterType.DATE:
        day = read_date(text)
        if day is None:
            message = f"The value cannot be {text[:60]!r}; write a date, "
            form.refuse(node, message + _HINT)
        return day.toordinal()
    if type_ is ParameterType.MONEY:
        try:
            return parse_euros(text)
        except ValueError as error:
            form.refuse(node, f"{error}.")
    return text


@frozen
class _Values:
    """Reads the values of one parameter."""

    form: Form
    type: ParameterType
    policy: str
    references: Mapping[str, Reference | None]

    def contexts(self, node: Node, by: str) -> Mapping[str, tuple[DatedValue, ...]]:
        if not by:
            return {ANYWHERE: self.dated(node)}
        if not isinstance(node, Table) or not node.entries:
            message = f"With 'by: {by}', the values are a mapping from {by} to dates."
            self.form.refuse(node, message)
        known = (*_CONTEXTS[by], ANYWHERE)

        def read(context: str) -> tuple[str, tuple[DatedValue, ...]]:
            self.form.choice(node.keys[context], f"A context of 'by: {by}'", known)
            return context, self.dated(node.entries[context])

        return dict(self.form.each(node.entries, read))

    def dated(self, node: Node) -> tuple[DatedValue, ...]:
        form = self.form
        if not isinstance(node, Table) or not node.entries:
            form.refuse(node, "The values are a mapping from the first day of each to the value.")

        def read(day: str) -> DatedValue:
            since = form.date(node.keys[day], "The first day of a value")
            return self.one(since, node.entries[day])

        values = form.each(node.entries, read)
        for before, after in pairwise(values):
            if after.since <= before.since:
                key = node.keys[after.since.isoformat()]
                form.refuse(key, f"{after.since} is written after {before.since}; sort the days.")
        return values

    def one(self, since: datetime.date, node: Node) -> DatedValue:
        form = self.form
        table = form.table(node, "A dated value", ("value", "reference", "verified"), ("status",))
        written = form.at(table, "value")
        value = read_value(form, written, self.type)
        if self.type is ParameterType.REFERENCE and value is not None:
            self.cite(written, since)
        day = since - datetime.timedelta(days=1) if value is None and since.year > 1 else since
        reference = self.cite(form.at(table, "reference"), day)
        verified = form.date(form.at(table, "verified"), "The key 'verified'")
        return DatedValue(since, value, reference.key, verified, read_status(form, table))

    def cite(self, node: Node, day: datetime.date) -> Reference:
        """A reference in force on the first day of a value, or the day before a repeal."""
        reference = cite(self.form, node, self.references, self.policy)
        if not reference.covers(day):
            message = f"{reference.short} is not in force on {day}, when this value "
            self.form.refuse(node, message + "begins or ends; correct the day or the reference.")
        return reference


def _document(form: Form, table: Table) -> Words | None:
    if "document" not in table.entries:
        return None
    return form.words(table.entries["document"], "The document of a parameter")


def _context_attribute(form: Form, table: Table) -> str:
    if "by" not in table.entries:
        return ""
    return form.choice(table.entries["by"], "The key 'by'", tuple(_CONTEXTS))


def _date_function(form: Form, node: Table) -> Value:
    form.table(node, "A function of the date", (), _FUNCTIONS)
    if len(node.entries) != 1 or not node.entries.keys() <= _FUNCTIONS.keys():
        form.refuse(node, f"Write one of {_HINT}")
    ((name, value),) = node.entries.items()
    make, low, high = _FUNCTIONS[name]
    number = form.integer(value, f"The number of {name!r}")
    if not low <= number <= high:
        form.refuse(value, f"The number of {name!r} lies between {low} and {high}.")
    return make(number)
