"""Where every value of a JSON text stands."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.json_positions import DEEPEST, Position, place, positions, repeated_keys, step

TEXT = """{
  "schema": "x",
  "lines": [
    {"id": "l1", "amount": "1.00"},
    {"id": "l2", "parts": [1, [true, null]], "a \\"b\\"": {}}
  ]
}
"""


def test_places() -> None:
    found = {path: (at.line, at.column) for path, at in positions(TEXT).items()}

    assert found == {
        "$": (1, 1),
        "$.schema": (2, 3),
        "$.lines": (3, 3),
        "$.lines[0]": (4, 5),
        "$.lines[0].id": (4, 6),
        "$.lines[0].amount": (4, 18),
        "$.lines[1]": (5, 5),
        "$.lines[1].id": (5, 6),
        "$.lines[1].parts": (5, 18),
        "$.lines[1].parts[0]": (5, 28),
        "$.lines[1].parts[1]": (5, 31),
        "$.lines[1].parts[1][0]": (5, 32),
        "$.lines[1].parts[1][1]": (5, 38),
        '$.lines[1]["a \\"b\\""]': (5, 46),
    }


def test_columns_count_characters() -> None:
    assert positions('{"é€": 1, "\U0001f600": 2}')['$["\\ud83d\\ude00"]'] == Position(1, 11)


@pytest.mark.parametrize(("offset", "expected"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1))])
def test_place_of_one_character(offset: int, expected: tuple[int, int]) -> None:
    assert place("ab\nc", offset) == Position(*expected)


def test_paths() -> None:
    assert step("$", "a_1") == "$.a_1"
    assert step("$.a", 3) == "$.a[3]"
    assert step("$", "a.b") == '$["a.b"]'
    assert step("$", "\x1b") == '$["\\u001b"]'


def test_repeated_keys() -> None:
    text = '{"a": {"x": 1}, "b": 1,\n "a": {"x": 2}, "c": [{"d": 1}, {"d": 2,\n "d": 3}], "b": 9}'

    found = repeated_keys(text)

    assert dict(found) == {
        "$.a": Position(2, 2),
        "$.c[1].d": Position(3, 2),
        "$.b": Position(3, 12),
    }


def test_same_keys_of_different_objects_are_not_repeated() -> None:
    assert not repeated_keys('[{"a": 1}, {"a": {"a": 1}}]')


def test_depth_does_no_harm() -> None:
    found = positions("[" * 100_000 + "1" + "]" * 100_000)

    assert len(found) == DEEPEST + 1


@pytest.mark.parametrize(
    "text", ["", " ", '"', '"\\', '{"a', '{"a": "b\\"', "]", "}", "{]", "[1", '{"a": [1, {"b"']
)
def test_broken_text_gives_what_it_can(text: str) -> None:
    positions(text)
    repeated_keys(text)


CHARACTERS = st.text(alphabet='ab"\\ {}[],.:\n\u00e9\u2028', max_size=6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | CHARACTERS,
    lambda inner: st.lists(inner) | st.dictionaries(CHARACTERS, inner),
    max_leaves=12,
)


def _paths(value: object, path: str = "$") -> Iterator[tuple[str, str | int | None]]:
    """Every path of a value, with its key."""
    yield path, None
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in members:
        (own, _), *others = _paths(inner, step(path, key))
        yield own, key
        yield from others


@given(JSON, st.booleans(), st.sampled_from([None, 1]))
def test_every_value_of_any_text_is_found(value: object, ascii_: bool, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=ascii_, indent=indent)
    lines = text.split("\n")

    found = positions(text)

    assert list(found) == [path for path, _ in _paths(value)]
    assert not repeated_keys(text)
    for path, key in _paths(value):
        if isinstance(key, str):
            rest = lines[found[path].line - 1][found[path].column - 1 :]
            assert rest.startswith(json.dumps(key, ensure_ascii=ascii_))


@given(st.text(alphabet='{}[]",:\\ a1\n'))
def test_any_text_is_survived(text: str) -> None:
    positions(text)
