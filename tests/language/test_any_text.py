"""Whatever stands in a rule file, it is a rule or it is refused in sentences."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.language.rulefile import read_rule
from checker.language.rulesets import load_rulesets
from checker.language.shelf import Shelf
from checker.language.tree import Rule
from checker.law.parameterfile import read_parameter
from checker.law.parameters import Parameter
from checker.law.references import read_references
from checker.yamlfile import Listing, Node, Scalar, Table, decode, parse
from checker.yamlform import Form, RefusedError
from tests.language.rules import ARTICLE, LAW, REFERENCES, RULE, SEVERAL, THRESHOLD, write

pytestmark = pytest.mark.slow

WORDS = [*sorted(set(re.findall(r"[\w.-]+", RULE + SEVERAL))), *"{}[]", "null", "{gap}", "1.00"]
ANY_TEXT = st.text(max_size=30) | st.sampled_from(WORDS)
PLACES = st.integers(0, 10_000)


def shelf() -> Shelf:
    references = read_references(Form("r", parse(REFERENCES, "r")), "")
    parameters = {
        f"law.{name}": read_parameter(Form("p", parse(text, "p")), f"law.{name}", "", references)
        for name, text in (("threshold", THRESHOLD), ("article", ARTICLE))
    }
    return Shelf(parameters, references)


SHELF = shelf()


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from scalars(item)
    else:
        for child in node.entries.values():
            yield from scalars(child)


def tables(node: Node) -> Iterator[Table]:
    if isinstance(node, Table):
        yield node
        for child in node.entries.values():
            yield from tables(child)
    elif isinstance(node, Listing):
        for item in node.items:
            yield from tables(item)


def rule_or_problems(root: Node) -> None:
    form = Form("f", root)
    try:
        rule = read_rule(form, SHELF, "f")
    except RefusedError:
        assert form.problems
        for problem in form.problems:
            assert problem.line > 0
            assert problem.message.endswith((".", "?"))
    else:
        assert isinstance(rule, Rule)
        assert not form.problems


@pytest.mark.parametrize("text", [RULE, SEVERAL])
@given(places=st.lists(PLACES, min_size=1, max_size=3), words=st.lists(ANY_TEXT, min_size=3))
def test_any_text_in_place_of_any_value(text: str, places: list[int], words: list[str]) -> None:
    root = parse(text, "f")
    values = list(scalars(root))
    for place, word in zip(places, words, strict=False):
        values[place % len(values)].text = word
    rule_or_problems(root)


@pytest.mark.parametrize("text", [RULE, SEVERAL])
@given(place=PLACES, key=PLACES, word=ANY_TEXT, other=PLACES)
def test_any_key_in_place_of_any_other_and_any_part_elsewhere(
    text: str, place: int, key: int, word: str, other: int
) -> None:
    root = parse(text, "f")
    found = [table for table in tables(root) if table.entries]
    table = found[place % len(found)]
    old = [*table.entries][key % len(table.entries)]
    mark = table.keys.pop(old)
    value = table.entries.pop(old)
    if word not in table.entries:
        graft = found[other % len(found)]
        inside = any(part is table for part in tables(graft))
        table.keys[word] = mark
        table.entries[word] = value if other % 2 or inside else graft
    rule_or_problems(root)


@given(place=PLACES, word=ANY_TEXT)
@pytest.mark.parametrize("text", [THRESHOLD, ARTICLE])
def test_any_text_in_a_parameter(text: str, place: int, word: str) -> None:
    root = parse(text, "f")
    values = list(scalars(root))
    values[place % len(values)].text = word
    form = Form("f", root)
    try:
        assert isinstance(read_parameter(form, "law.x", "", SHELF.references), Parameter)
        assert not form.problems
    except RefusedError:
        assert form.problems


@given(data=st.binary(max_size=200), place=PLACES)
@settings(max_examples=300)
def test_any_bytes(data: bytes, place: int) -> None:
    text = RULE.encode()
    cut = place % len(text)
    for damaged in (data, text[:cut] + data + text[cut:], text[:cut] + data):
        with suppress(InputError):
            parse(decode(damaged, "f"), "f")


@given(data=st.binary(max_size=60), place=PLACES)
@settings(max_examples=30)
def test_any_bytes_in_a_file(data: bytes, place: int) -> None:
    text = RULE.encode()
    cut = place % len(text)
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), LAW | {"theme/rule.yaml": RULE})
        (folder / "theme" / "rule.yaml").write_bytes(text[:cut] + data + text[cut:])
        with suppress(InputError):
            assert load_rulesets(folder).rules
