"""Each kind of change, on a small rule or parameter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from checker.mutation.change import Change
from checker.mutation.conditions import of_condition
from checker.mutation.numbers import neighbours
from checker.mutation.parameterfile import of_parameter
from checker.mutation.rulefile import of_rule
from checker.yamlfile import Node, Table, parse

HEAD = "stages: [draft, adopted]\nbodies: all\n"
CHECK = "for: {award: {kind: award}}\nrequire: {at_least: [award.amount, 500.00]}\n"


def table(text: str) -> Table:
    node = parse(text, "file.yaml")
    assert isinstance(node, Table)
    return node


def names(changes: Iterator[Change]) -> list[str]:
    return [each.name for each in changes]


def condition(text: str) -> list[str]:
    return names(of_condition(parse(text, "file.yaml")))


def rule(text: str) -> list[str]:
    return names(of_rule(table(text)))


def inside(text: str, start: str) -> list[str]:
    """The changes of a rule with CHECK's requirement that lie below a key."""
    found = names(of_rule(table(HEAD + text)))
    return [name.removeprefix(start) for name in found if name.startswith(start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", ("-1", "1")),
        ("-1", ("-2", "0")),
        ("500.00", ("499.99", "500.01")),
        ("0.00", ("-0.01", "0.01")),
        ("-0.01", ("-0.02", "0.00")),
        ("2024-01-01", ("2023-12-31", "2024-01-02")),
        ("9999-12-31", ("9999-12-30",)),
        ("0001-01-01", ("0001-01-02",)),
        ("award.amount", ()),
        ("M57", ()),
        ("7.5", ()),
    ],
)
def test_numbers_and_dates_move_by_the_smallest_unit(text: str, expected: tuple[str, ...]) -> None:
    assert neighbours(text) == expected


def test_each_comparison_becomes_its_neighbour() -> None:
    for one, other in (("more", "at_least"), ("less", "at_most"), ("equal", "different")):
        assert condition(f"{{{one}: [a.b, c.d]}}") == [f"{one} -> {other}"]
        assert condition(f"{{{other}: [a.b, c.d]}}") == [f"{other} -> {one}"]


def test_conditions_are_dropped_and_quantifiers_swapped() -> None:
    assert condition("{all: [{stated: a.b}, {not: {stated: a.c}}]}") == [
        "all -> any",
        "all[0]: dropped",
        "all[0]: stated -> not stated",
        "all[1]: dropped",
        "all[1]: not removed",
        "all[1].not: stated -> not stated",
    ]
    assert condition("{any: [{stated: a.b}]}") == ["any -> all", "any[0]: stated -> not stated"]


def test_operands() -> None:
    assert condition(
        "{equal: [{plus: [{or: [v.blank, 0]}, 2]}, {years_before: [3, act.date]}]}"
    ) == [
        "equal -> different",
        "equal[0].plus[0].or[1]: 0 -> -1",
        "equal[0].plus[0].or[1]: 0 -> 1",
        "equal[0].plus[0]: or removed",
        "equal[0].plus[1]: 2 -> 1",
        "equal[0].plus[1]: 2 -> 3",
        "equal[1].years_before[0]: 3 -> 2",
        "equal[1].years_before[0]: 3 -> 4",
    ]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("stated", ["dropped", "stated -> absent"]),
        ("absent", ["dropped", "absent -> stated"]),
        ("award.id", ["dropped", "equal -> not"]),
        ("1", ["dropped", "equal -> not", "1 -> 0", "1 -> 2"]),
        ("[5]", ["dropped", "equal -> not", "[0]: 5 -> 4", "[0]: 5 -> 6"]),
        ("[a, b]", ["dropped", "equal -> not", "[0]: dropped", "[1]: dropped"]),
        ("{not: award.id}", ["dropped", "not -> equal"]),
        ("{not: [a, b]}", ["dropped", "not -> equal", ".not[0]: dropped", ".not[1]: dropped"]),
        (
            "{more: 0, at_most: act.date}",
            [
                "dropped",
                ".more: dropped",
                "more -> at_least",
                ".more: 0 -> -1",
                ".more: 0 -> 1",
                ".at_most: dropped",
                "at_most -> less",
            ],
        ),
    ],
)
def test_tests_of_for_and_where(test: str, expected: list[str]) -> None:
    written = f"for: {{award: {{kind: award, x: {test}}}}}\nrequire: {{stated: award.id}}\n"
    assert [name.removeprefix(": ") for name in inside(written, "for.award.x")] == expected
    where = f"{CHECK}let: {{total: {{count: aid, where: {{x: {test}}}}}}}\n"
    found = inside(where, "let.total.where.x")
    assert [name.removeprefix(": ") for name in found] == expected


@pytest.mark.parametrize(
    ("let", "expected"),
    [
        ("{sum: award.amount}", [("sum -> count", "award"), ("sum -> distinct", "award.amount")]),
        ("{distinct: award.x}", [("distinct -> count", "award"), ("distinct -> sum", "award.x")]),
        ("{min: award.amount}", [("min -> max", "award.amount")]),
        ("{max: award.amount}", [("max -> min", "award.amount")]),
        ("{count: award}", []),
    ],
)
def test_aggregates(let: str, expected: list[tuple[str, str]]) -> None:
    root = table(f"{HEAD}{CHECK}let: {{x: {let}}}\n")
    found = [each for each in of_rule(root) if each.where == "let.x"]
    assert [(each.said, drawn(each.node)) for each in found] == expected


def drawn(node: Node) -> str:
    """What the only let of a changed rule draws."""
    assert isinstance(node, Table)
    lets = node.entries["let"]
    assert isinstance(lets, Table)
    (let,) = lets.entries.values()
    assert isinstance(let, Table)
    return str(getattr(next(iter(let.entries.values())), "text", ""))


def test_when_stages_bodies_and_window() -> None:
    text = CHECK + "stages: [draft, adopted]\nbodies: [commune]\nvalid: {from: 2024-01-01}\n"
    found = rule(text + "when: {stated: award.id}\n")
    assert found[:3] == [
        "stages: draft dropped",
        "stages: adopted dropped",
        "stages: transmitted added",
    ]
    assert "bodies: commune dropped" not in found  # a rule binds someone
    assert "bodies: region added" in found
    assert [name for name in found if name.startswith("valid")] == [
        "valid.from: dropped",
        "valid.from: 2024-01-01 -> 2023-12-31",
        "valid.from: 2024-01-01 -> 2024-01-02",
    ]
    assert "when: dropped" in found


def test_checks_are_called_by_their_names() -> None:
    (only,) = [
        name
        for name in rule(HEAD + "checks: [{name: priced, for: {}, require: {stated: a.b}}]\n")
        if name.startswith("checks")
    ]
    assert only == "checks.priced.require: stated -> not stated"


def test_a_change_has_its_line_and_leaves_the_file_alone() -> None:
    root = table(HEAD + CHECK)
    before = names(of_rule(root))
    assert before[-2:] == [
        "require.at_least[1]: 500.00 -> 499.99",
        "require.at_least[1]: 500.00 -> 500.01",
    ]
    assert [each.line for each in of_rule(root)][-2:] == [4, 4]
    assert names(of_rule(root)) == before


def test_values_and_first_days_of_a_parameter() -> None:
    text = "values:\n  2024-01-01: {value: 2}\n  2024-01-02: {value: null}\n"
    assert names(of_parameter(table(text))) == [
        "values: 2024-01-01 -> 2023-12-31",  # the day after is taken
        "values.2024-01-01.value: 2 -> 1",
        "values.2024-01-01.value: 2 -> 3",
        "values: 2024-01-02 -> 2024-01-03",
    ]
    text = "values:\n  commune:\n    2024-01-01: {value: {months_after: 3}}\n"
    assert names(of_parameter(table(text))) == [
        "values.commune: 2024-01-01 -> 2023-12-31",
        "values.commune: 2024-01-01 -> 2024-01-02",
        "values.commune.2024-01-01.value.months_after: 3 -> 2",
        "values.commune.2024-01-01.value.months_after: 3 -> 4",
    ]
