"""The mutants of a parameter file: every number and date of its values, and the days they begin."""

from __future__ import annotations

from collections.abc import Iterator

from checker.mutation.change import Change, Fault, below, renamed
from checker.mutation.numbers import neighbours, shifts
from checker.yamlfile import Node, Table
from checker.yamlform import read_date


def of_parameter(root: Table) -> Iterator[Change]:
    """Every change of a parameter file: values and first days, one unit down and up."""
    if isinstance(values := root.entries.get("values"), Table):
        yield from below(root, "values", _of_values(values))


def _of_values(values: Table) -> Iterator[Change]:
    """Values by day, or by context and day."""
    for key, node in values.entries.items():
        if not isinstance(node, Table):
            continue
        if read_date(key) is None:
            yield from below(values, key, _of_values(node))
            continue
        for day in neighbours(key):
            if day not in values.entries:
                yield renamed(values, key, day, Fault.NUMBER)
        if "value" in node.entries:
            yield from below(values, key, below(node, "value", _of_value(node.entries["value"])))


def _of_value(node: Node) -> Iterator[Change]:
    if isinstance(node, Table):  # a function of the date: {months_after: 3}
        for name, number in node.entries.items():
            yield from below(node, name, shifts(number))
    else:
        yield from shifts(node)
