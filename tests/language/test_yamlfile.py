"""YAML read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker import yamlevents
from checker.errors import InputError
from checker.yamlfile import Listing, Scalar, Table, decode, parse, paths, read_bytes


@pytest.fixture(params=[yaml.CBaseLoader, yaml.BaseLoader], ids=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlevents, "_Loader", request.param)


def problems(data: bytes) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse(decode(data, "f"), "f")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.usefixtures("loader")
def test_everything_is_a_text_with_its_place() -> None:
    root = parse("a: [1, yes, 2024-02-09, 'x y']\nb:\n  c: ~\n  d: 'null'\n", "f")
    assert isinstance(root, Table)
    a, b = root.entries["a"], root.entries["b"]
    assert isinstance(a, Listing)
    assert isinstance(b, Table)
    texts = [item.text for item in a.items if isinstance(item, Scalar)]
    assert texts == ["1", "yes", "2024-02-09", "x y"]
    d = b.entries["d"]
    assert isinstance(d, Scalar)
    assert (d.text, d.mark.line, d.mark.column) == ("null", 3, 5)
    places = [(part, path) for path, part in paths(root)]
    assert places[0] == (root, "")
    assert {(d, "b.d"), (a.items[2], "a[2]"), (b.keys["c"], "b.c")} <= {*places}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", ["f: The file is empty."]),
        (b"# only a comment\n", ["f: The file is empty."]),
        (b"a: 1\na: 2\n", ["f:2:1: The key 'a' is already on line 1; keep one of them."]),
        (
            b"a: &x 1\nb: *x\n",
            [
                "f:1:4: The anchor &x; write the value out where it is used.",
                "f:2:4: The alias *x; write the value out in full.",
            ],
        ),
        (b"<<: {a: 1}\n", ["f:1:1: The merge <<; write the keys out in full."]),
        (b"a: !x 1\n", ["f:1:4: The tag !x; remove it, values need none here."]),
        (b"[a]: 1\n", ["f:1:1: A key is a text; quote it, or check the brackets."]),
        (
            b"a: 1\n---\nb: 2\n",
            [
                "f:2:1: A second document; keep one document in each file.",
            ],
        ),
        (b"a:\t1\n", ["f:1:3: A tab; write spaces instead."]),
        (
            b"a: 1\nb: \x00\n",
            [
                "f:2:4: The character U+0000 has no place in such a file; remove it.",
            ],
        ),
        (b"a: 1\nb: \xff\n", ["f:2: Byte 0xff is not UTF-8; save the file as UTF-8."]),
        ("a: b: c".encode("utf-16"), ["f:1: Byte 0xff is not UTF-8; save the file as UTF-8."]),
    ],
)
def test_what_these_files_do_without(text: bytes, said: list[str]) -> None:
    assert problems(text) == said


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        (
            b"a: b: c\n",
            "f:1:",
            "Put a text that holds a colon and a space between quotation marks.",
        ),
        (b"a: 'b\n", "f:2:", "A quotation mark or bracket opened above is not closed."),
        (b"a: {b: [c}\n", "f:1:", "close every bracket."),
        (b"a: @b\n", "f:1:4:", "Put a text that begins with this character in quotation marks."),
        (
            b"a:\n  b: 1\n c: 2\n",
            "f:3:",
            "Check the indentation of this line against the lines above.",
        ),
        (b"a: 1\nb\n", "f:", "Write a colon after the key, then a space."),
    ],
)
def test_broken_yaml_has_a_place_and_a_remedy(text: bytes, place: str, remedy: str) -> None:
    (said,) = problems(text)
    assert said.startswith(place)
    assert ": Broken YAML: " in said
    assert said.endswith(remedy)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("deep", [b"[" * 100_000, b"{a: " * 100_000, b"- " * 100_000])
def test_deep_nesting_is_refused_at_once(deep: bytes) -> None:
    (said,) = problems(deep)
    assert "more than 40 levels of nesting" in said


def test_a_byte_order_mark_and_foreign_line_ends_are_taken() -> None:
    root = parse(decode("\ufeffa: é\r\nb: 2\r\n".encode(), "f"), "f")
    assert isinstance(root, Table)
    assert [*root.entries] == ["a", "b"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * 1_000_001)
    for path, said in (
        (tmp_path / "none.yaml", "The file does not exist."),
        (tmp_path, "The file is not a file."),
        (large, "The file exceeds 1000000 bytes; split it into several."),
        (tmp_path / "a\0b", "The file does not exist."),
    ):
        with pytest.raises(InputError) as caught:
            read_bytes(path, "f")
        assert [problem.message for problem in caught.value.problems] == [said]
