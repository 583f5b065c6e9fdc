"""Case files: what is read, what is refused, and in which words."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import casefile
from checker.case import Case
from checker.casefile import SCHEMA, dump_case, load_case, read_bytes, read_stream
from checker.errors import InputError
from tests.acts import REFERENCE

SMALL: dict[str, Any] = {
    "schema": SCHEMA,
    "documents": [{"id": "act", "name": "act.pdf"}],
    "body": {"name": "Ville d'Exemple", "category": "commune"},
    "act": {"number": "2024-12", "date": "2024-03-15", "year": 2024},
    "beneficiaries": [{"id": "club", "name": "Club", "groups": ["clubs"]}],
    "measures": [{"id": "sport", "title": "Sport"}],
    "lines": [
        {
            "id": "l1",
            "measure": "sport",
            "beneficiary": "club",
            "amount": "40000.00",
            "announced_change": "-10.00",
            "components": [{"id": "p1", "label": "entraîneur"}],
            "evidence": {"amount": {"span": [10, 18], "quote": "40 000 €"}},
        }
    ],
    "count_phrases": [
        {"id": "n1", "surface": "un club", "value": 1, "counts": {"of": "group", "group": "clubs"}}
    ],
    "awards": [{"id": "a1", "beneficiary": "club", "amount": "40000.00"}],
    "members": [{"id": "dupont", "name": "Anne DUPONT"}],
    "non_participants": [{"member": "dupont"}, {"member": "dupont"}],
}


def changed(*path: str | int, value: object) -> dict[str, Any]:
    """The small case with one value put at a path."""
    data = json.loads(json.dumps(SMALL))
    *way, last = path
    holder = data
    for key in way:
        holder = holder[key]
    holder[last] = value
    return data  # type: ignore[no-any-return]


def problems(data: object) -> list[str]:
    """What is wrong with a case, as printed."""
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(InputError) as raised:
        load_case(raw, "case.json")
    return [str(problem) for problem in raised.value.problems]


def test_small_case() -> None:
    case = load_case(json.dumps(SMALL).encode(), "case.json")

    assert 4000000 == case.lines[0].amount
    assert -1000 == case.lines[0].announced_change
    assert case.sitting.present is None
    assert (10, 18) == case.lines[0].evidence["amount"].span


def test_utf8_signature_is_accepted() -> None:
    load_case(b"\xef\xbb\xbf" + json.dumps(SMALL).encode(), "case.json")


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("awards", 0, "amount"), 40000, "40000 is not an amount: write euros with two"),
        (("awards", 0, "amount"), 40000.5, "40000.5 is not an amount: write euros with two"),
        (("awards", 0, "amount"), "-1.00", "'-1.00' is negative: an amount of zero or more"),
        (("awards", 0, "amount"), "40000.000", "'40000.000' is not an amount: write euros"),
        (("awards", 0, "amount"), "40 000,00", "'40 000,00' is not an amount: write euros"),
        (("awards", 0, "amount"), "10000000000.01", "exceeds the largest amount accepted"),
        (("awards", 0, "amount"), "9" * 5000 + ".00", "exceeds the largest amount accepted"),
        (("act", "date"), "2024-02-30", "'2024-02-30' is not a day of the calendar."),
        (("act", "date"), "15/03/2024", "'15/03/2024' is not a date: write it as"),
        (("act", "date"), "1724-03-15", "'1724-03-15' is not a date: write it as"),
        (("act", "year"), True, "True is not a whole number"),
        (("act", "year"), 2024.0, "2024.0 is not a whole number"),
        (("act", "year"), -1, "-1 is out of range: a number from 0 to"),
        (("act", "organ"), "bureux", "'bureux' is not one of conseil, bureau,"),
        (("act", "budget_vote"), "no", "'no' is neither true nor false"),
        (("act", "title"), 3, "3 is not a text: put it in quotes."),
        (("act", "title"), "a\u0000b", "The text holds the character U+0000; remove it."),
        (("act", "title"), "\ud800", "The text holds the character U+D800; remove it."),
        (("act", "title"), "x" * 20_001, "The text has 20001 characters; 20000 are accepted."),
        (("awards", 0, "id"), "A 1", "'A 1' is not an identifier: use lower-case"),
        (("awards", 0, "beneficiary"), "clob", "There is no 'clob' among the beneficiaries"),
        (("lines", 0, "measure"), "sprot", "did you mean 'sport'?"),
        (("non_participants", 0, "member"), "x", "There is no 'x' among the members."),
        (("lines", 0, "evidence", "amount", "span"), [9, 9], "The span [9, 9] is empty"),
        (("lines", 0, "evidence", "amount", "span"), [9], "is not a span: write two offsets"),
        (("lines", 0, "evidence", "amount", "document"), "x", "among the documents"),
        (("lines", 0, "evidence", "amuont"), {}, "'amuont' is no value of this object; did you"),
        (("lines", 0, "evidence"), [], "A list is not an object"),
        (("awards",), "a1", "'a1' is not a list: put the items in square brackets."),
        (("awards", 0), 3, "3 is not an object"),
        (("awards", 0, "amuont"), "1.00", "The key 'amuont' is not known here; did you mean"),
        (("whole",), ["interest"], "There is no 'interest' among the lists of a case; did you"),
        (("count_phrases", 0, "counts"), {"of": "measure"}, '"measure" is needed'),
        (("count_phrases", 0, "counts", "line"), "l1", '"line" has no place where group'),
        (("count_phrases", 0, "counts", "group"), "club", "among the groups; did you mean"),
        (("schema",), "deliberation-check/case/9", "This version of the format is not known"),
    ],
)
def test_wrong_value(path: tuple[str | int, ...], value: object, sentence: str) -> None:
    found = problems(changed(*path, value=value))

    assert any(sentence in problem for problem in found), found
    assert all(problem.startswith("case.json:1:") for problem in found)


def test_missing_keys() -> None:
    data = {key: value for key, value in SMALL.items() if key not in ("act", "body")}

    assert [
        "case.json:1:1: $.act: This key is missing; it is needed.",
        "case.json:1:1: $.body: This key is missing; it is needed.",
    ] == problems(data)


def test_missing_schema() -> None:
    data = {key: value for key, value in SMALL.items() if key != "schema"}

    assert 'The key "schema" is missing; write' in problems(data)[0]


def test_duplicate_identifiers() -> None:
    data = changed("awards", value=SMALL["awards"] * 2)

    assert ["$.awards[1].id"] == [problem.split(": ")[1] for problem in problems(data)]


def test_duplicate_component_identifiers() -> None:
    line = {**SMALL["lines"][0], "id": "l2"}
    found = problems({**SMALL, "lines": [*SMALL["lines"], line]})

    assert ["$.lines[1].components[0].id"] == [problem.split(": ")[1] for problem in found]


def test_key_that_stands_twice() -> None:
    text = json.dumps(SMALL).replace('"amount": "40000.00"', '"id": "a", "id": "b"', 1)

    (found, *_) = problems(text.encode())
    assert "This key already stands in the same object; keep one." in "".join(found)


def test_every_problem_at_once_with_its_place() -> None:
    lines = [
        "{",
        f'"schema": "{SCHEMA}",',
        '"body": {"name": "Ville", "category": "comune"},',
        '"act": {"date": "2024-13-01",',
        '  "year": "2024"},',
        '"awards": [{"id": "a", "beneficiary": "b", "amount": 3}]',
        "}",
    ]

    assert [
        "case.json:3:27: $.body.category",
        "case.json:4:9: $.act.date",
        "case.json:5:3: $.act.year",
        "case.json:6:44: $.awards[0].amount",
    ] == [": ".join(problem.split(": ")[:2]) for problem in problems("\n".join(lines).encode())]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "case.json: The file is empty; a case is expected."),
        (b" \n", "case.json: The file is empty; a case is expected."),
        (b"{\n  nope", "case.json:2:3: The JSON is broken here: expecting property name"),
        (b"{} {}", "case.json:1:4: The JSON is broken here: extra data."),
        (b"[" * 100_000, "Brackets are nested too deeply"),
        (b'{"a":' * 100_000, "Brackets are nested too deeply"),
        (b"NaN", "The JSON is broken: NaN is not a JSON number."),
        (b'{"schema": "\x00"}', "case.json:1: The file holds a NUL character"),
        ("{}".encode("utf-16"), "case.json: The file is in UTF-16; save it in UTF-8."),
        ('{"schema":\n "é"}'.encode("latin-1"), "case.json:2: The file is not in UTF-8 from"),
        (b"[]", "case.json:1:1: $: The file holds no object"),
        (b'"x"', "case.json:1:1: $: The file holds no object"),
        (b"9" * 5000, "case.json:1:1: $: The file holds no object"),
    ],
)
def test_broken_file(raw: bytes, sentence: str) -> None:
    assert sentence in problems(raw)[0]


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="This is a folder; name a file"):
        read_bytes(tmp_path)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no such file"):
        read_bytes(tmp_path / "absent.json")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(), "Reading this file is not permitted"),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error"),
    ],
)
def test_unreadable_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: OSError, sentence: str
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(InputError, match=sentence):
        read_bytes(tmp_path / "case.json")


def test_huge_file(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)

    with pytest.raises(InputError, match="larger than 20 MB"):
        read_bytes(path)


def test_endless_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casefile, "LARGEST", 10)

    assert b"x" * 10 == read_stream(io.BytesIO(b"x" * 10), "-")
    with pytest.raises(InputError):
        read_stream(io.BytesIO(b"x" * 11), "-")


def test_reference_case_round_trip() -> None:
    case = load_case(REFERENCE.read_bytes(), "case.json")

    text = dump_case(case)

    assert case == load_case(text.encode(), "case.json")
    assert text == dump_case(case)


def test_reference_case_is_laid_out() -> None:
    assert REFERENCE.read_text("utf-8") == dump_case(load_case(REFERENCE.read_bytes(), "x"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


def places(value: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place of a JSON value."""
    members = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    inner = [place for key, item in members for place in places(item, (*way, key))]
    return [way, *inner] if way else inner


@given(st.sampled_from(places(SMALL)), JSON)
def test_any_value_anywhere(place: tuple[str | int, ...], value: object) -> None:
    raw = json.dumps(changed(*place, value=value)).encode()
    try:
        case = load_case(raw, "case.json")
    except InputError as error:
        assert error.problems
    else:
        assert isinstance(case, Case)
        assert case == load_case(dump_case(case).encode(), "case.json")


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes(raw: bytes) -> None:
    with pytest.raises(InputError):
        load_case(raw, "case.json")
