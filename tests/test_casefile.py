"""Case files: what is read, what is refused, and in which words."""

from __future__ import annotations

import functools
import io
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from checker import casefile
from checker.case import Case
from checker.casefile import (
    SCHEMA,
    WIDTH,
    dump_case,
    load_case,
    read_bytes,
    read_stream,
)
from checker.errors import InputError
from checker.json_positions import positions, step
from checker.structuring import converter
from tests.acts import REFERENCE
from tests.strategies_case import CASES

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
    "policies": ["ville-d-exemple/sport"],
    "whole": ["grants"],
    "open": ["actions"],
    "awards": [{"id": "a1", "beneficiary": "club", "amount": "40000.00"}],
    "mentions": [{"id": "m1", "beneficiary": "club", "section": "motifs", "surface": "le Club"}],
    "members": [{"id": "dupont", "name": "Anne DUPONT"}, {"id": "durand", "name": "Luc DURAND"}],
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

    assert case.lines[0].amount == 4000000
    assert case.lines[0].announced_change == -1000
    assert case.sitting.present is None
    assert case.lines[0].evidence["amount"].span == (10, 18)


def test_utf8_signature_is_accepted() -> None:
    load_case(b"\xef\xbb\xbf" + json.dumps(SMALL).encode(), "case.json")


def place_of(data: object, path: str) -> str:
    """Where the key or item at a path stands in the compact text of some data."""
    found = positions(json.dumps(data))[path]
    return f"{found.line}:{found.column}"


FORM = "write euros with a dot and two decimals, in quotes"
ORGANS = "'conseil', 'bureau', 'commission_permanente', 'president', 'maire'"

WRONG: list[tuple[str, object, str]] = [
    ("awards.0.amount", 40000, f'40000 is a number, not an amount: {FORM}: "40000.00".'),
    ("awards.0.amount", 40000.5, f'40000.5 is a number, not an amount: {FORM}: "40000.50".'),
    ("awards.0.amount", 1e30, f'1e+30 is a number, not an amount: {FORM}, such as "40000.00".'),
    ("awards.0.amount", True, f'true is not an amount: {FORM}, such as "40000.00".'),
    ("awards.0.amount", {}, f'An object is not an amount: {FORM}, such as "40000.00".'),
    ("awards.0.amount", "-1.00", "'-1.00' is negative: an amount of zero or more is expected."),
    ("awards.0.amount", "-0.00", "'-0.00' is negative: an amount of zero or more is expected."),
    ("awards.0.amount", "5.000", f"'5.000' has 3 decimals: {FORM}, such as \"40000.00\"."),
    ("awards.0.amount", "40 000,00", f"'40 000,00' is not an amount: {FORM}: \"40000.00\"."),
    (
        "awards.0.amount",
        "40\u202f000 €",
        f"'40\\u202f000 €' is not an amount: {FORM}: \"40000.00\".",
    ),
    ("awards.0.amount", "007.00", f"'007.00' is not an amount: {FORM}: \"7.00\"."),
    ("awards.0.amount", "1,234.50", f"'1,234.50' is not an amount: {FORM}, such as \"40000.00\"."),
    ("awards.0.amount", "٤٠.00", f"'٤٠.00' is not an amount: {FORM}, such as \"40000.00\"."),
    (
        "awards.0.amount",
        "10000000000.01",
        "'10000000000.01' exceeds the largest amount, \"10000000000.00\".",
    ),
    (
        "awards.0.amount",
        "9" * 5000 + ".00",
        f'\'{"9" * 59}... exceeds the largest amount, "10000000000.00".',
    ),
    (
        "act.date",
        "2024-02-30",
        "'2024-02-30' is not a day of the calendar: check the month and the day.",
    ),
    (
        "act.date",
        "15/03/2024",
        "'15/03/2024' is not a date: write year, month and day, such as \"2024-02-09\".",
    ),
    (
        "act.date",
        20240315,
        '20240315 is not a date: write year, month and day, such as "2024-02-09".',
    ),
    ("act.date", "1724-03-15", "'1724-03-15' is not between 1800 and 2200: check the year."),
    ("act.year", True, "true is not a whole number: write figures only, without quotes."),
    ("act.year", 2024.0, "2024.0 is not a whole number: write figures only, without quotes."),
    ("act.year", float("nan"), "NaN is not a whole number: write figures only, without quotes."),
    (
        "act.year",
        float("-inf"),
        "-Infinity is not a whole number: write figures only, without quotes.",
    ),
    ("act.year", "2024", "'2024' is not a whole number: write figures only, without quotes."),
    ("act.year", -1, "-1 is out of range: a number from 0 to 1000000000 is expected."),
    (
        "act.year",
        10**4000,
        f"1{'0' * 59}... is out of range: a number from 0 to 1000000000 is expected.",
    ),
    ("act.organ", "bureux", f"'bureux' is not one of {ORGANS}; did you mean 'bureau'?"),
    ("act.organ", 7, f"7 is not one of {ORGANS}."),
    ("act.budget_vote", 0, "0 is neither true nor false: write one of them, without quotes."),
    ("act.title", 3, "3 is not a text: put it in quotes."),
    ("act.title", "a\u0000b", "The text holds the character U+0000; remove it."),
    ("act.title", "\x85", "The text holds the character U+0085; remove it."),
    ("act.title", "\ud800", "The text holds the character U+D800; remove it."),
    ("act.title", "x" * 20_001, "The text has 20001 characters; 20000 are accepted."),
    (
        "awards.0.id",
        "A 1",
        "'A 1' is not an identifier: use lower-case letters, digits and hyphens, at most 80 of",
    ),
    (
        "awards.0.beneficiary",
        "clob",
        "There is no 'clob' among the beneficiaries; did you mean 'club'?",
    ),
    (
        "awards.0.beneficiary",
        "zz",
        "There is no 'zz' among the beneficiaries; there is 'club'.",
    ),
    ("mentions.0.roll", "x", "There is no 'x' among the rolls: none is described."),
    (
        "non_participants.0.member",
        "x",
        "There is no 'x' among the members; there are 'dupont', 'durand'.",
    ),
    (
        "lines.0.evidence.amount.document",
        "x",
        "There is no 'x' among the documents; there is 'act'.",
    ),
    (
        "lines.0.evidence.amount.span",
        [9, 9],
        "The span [9, 9] is empty: its end must come after its start.",
    ),
    (
        "lines.0.evidence.amount.span",
        [9],
        "A list is not a span: write two offsets, such as [120, 128].",
    ),
    ("lines.0.evidence.amount.page", 0, "Pages are counted from 1: there is no page 0."),
    ("lines.0.evidence.amuont", {}, "'amuont' is no value of this object; did you mean 'amount'?"),
    ("lines.0.evidence", [], "A list is not an object: put its keys in curly brackets."),
    ("documents.0.sha256", "A1", "A SHA-256 is 64 digits from 0 to f, in lower case; leave it out"),
    ("awards", "a1", "'a1' is not a list: put the items in square brackets."),
    ("awards", {}, "An object is not a list: put the items in square brackets."),
    ("awards", [3] * 20_001, "The list has 20001 items; 20000 are accepted."),
    ("awards.0", 3, "3 is not an object: put its keys in curly brackets."),
    ("awards.0.amuont", "1.00", "The key 'amuont' is not known here; did you mean 'amount'?"),
    ("awards.0.\x1b[2J", 1, "The key '\\x1b[2J' is not known here."),
    (
        "whole.0",
        "interest",
        "There is no 'interest' among the lists of a case; did you mean 'interests'?",
    ),
    ("open.0", "grants", "'grants' also stands under \"whole\"; keep one."),
    (
        "policies.0",
        "../x",
        "'../x' names no policy set: write its folders, such as 'body/programme'.",
    ),
    ("count_phrases.0.counts", {"of": "measure"}, 'The key "measure" is needed to count measure.'),
    (
        "count_phrases.0.counts.line",
        "l1",
        '"line" has no place where group are counted; remove it.',
    ),
    (
        "count_phrases.0.counts.group",
        "club",
        "There is no 'club' among the groups; did you mean 'clubs'?",
    ),
    (
        "schema",
        "deliberation-check/case/9",
        "This version of the format is not known; known: deliberation-check/case/1.",
    ),
]


@pytest.mark.parametrize(("path", "value", "sentence"), WRONG)
def test_wrong_value(path: str, value: object, sentence: str) -> None:
    way = [int(key) if key.isdigit() else key for key in path.split(".")]
    data = changed(*way, value=value)
    shown = functools.reduce(step, way, "$")

    (found,) = problems(data)

    assert found.startswith(f"case.json:{place_of(data, shown)}: {shown}: {sentence}")


def test_list_of_the_wrong_things_is_told_item_by_item() -> None:
    found = problems(changed("lines", 0, "evidence", "amount", "readings", value=["1.00", 2, 3]))

    path = "$.lines[0].evidence.amount.readings"
    assert [f"{path}[1]", f"{path}[2]"] == [problem.split(": ")[1] for problem in found]


def test_span_without_document() -> None:
    (found,) = problems(changed("documents", value=[]))

    assert "The span belongs to no document; describe one under" in found


def test_missing_keys() -> None:
    data = {key: value for key, value in SMALL.items() if key not in ("act", "body")}

    assert problems(data) == [
        "case.json:1:1: $.act: This key is missing; it is needed.",
        "case.json:1:1: $.body: This key is missing; it is needed.",
    ]


def test_missing_schema() -> None:
    data = {key: value for key, value in SMALL.items() if key != "schema"}

    assert 'The key "schema" is missing; write' in problems(data)[0]


def test_older_version_is_brought_forward(monkeypatch: pytest.MonkeyPatch) -> None:
    def forward(data: dict[str, Any]) -> dict[str, Any]:
        awards = data.pop("grants_made")
        return {**data, "schema": SCHEMA, "awards": awards}

    monkeypatch.setattr(casefile, "MIGRATIONS", {"deliberation-check/case/0": forward})
    data = {**SMALL, "schema": "deliberation-check/case/0", "grants_made": SMALL["awards"]}

    case = load_case(json.dumps(data).encode(), "case.json")

    assert case == load_case(json.dumps(SMALL).encode(), "case.json")
    (found,) = problems({**SMALL, "schema": "deliberation-check/case/-1"})
    assert "known: deliberation-check/case/0, deliberation-check/case/1." in found


def test_duplicate_identifiers() -> None:
    data = changed("awards", value=SMALL["awards"] * 2)

    assert [problem.split(": ")[1] for problem in problems(data)] == ["$.awards[1].id"]


def test_duplicate_component_identifiers() -> None:
    line = {**SMALL["lines"][0], "id": "l2"}
    found = problems({**SMALL, "lines": [*SMALL["lines"], line]})

    assert [problem.split(": ")[1] for problem in found] == ["$.lines[1].components[0].id"]


def test_keys_that_stand_twice() -> None:
    text = f"""{{"schema": "{SCHEMA}", "body": {{"name": "a", "category": "cc"}},
        "act": {{"year": 1}}, "awards": [],
        "act": {{"year": 2, "number": "1",
                "year": 3, "number": 2}}}}"""

    assert problems(text.encode()) == [
        "case.json:3:9: $.act: This key already stands in the same object; keep one.",
        "case.json:4:28: $.act.number: 2 is not a text: put it in quotes.",
    ]


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
        ": ".join(problem.split(": ")[:2]) for problem in problems("\n".join(lines).encode())
    ] == [
        "case.json:3:27: $.body.category",
        "case.json:4:9: $.act.date",
        "case.json:5:3: $.act.year",
        "case.json:6:44: $.awards[0].amount",
    ]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "The file is empty; a case or a document is expected."),
        (b" \n", "The file is empty; a case or a document is expected."),
        (b"\xef\xbb\xbf", "The file is empty; a case or a document is expected."),
        (b"[" * 100_000, "1:101: Brackets are nested too deeply; a case has six levels at most."),
        (b'{"a":' * 100_000, "1:501: Brackets are nested too deeply; a case has six levels at"),
        (b'{"schema":\n "\x00"}', "2:3: A NUL character, which no text holds; save the file in"),
        ("{}".encode("utf-16"), "The file is in UTF-16 or UTF-32; save it in UTF-8."),
        ("{}".encode("utf-32"), "The file is in UTF-16 or UTF-32; save it in UTF-8."),
        ("{}".encode("utf-16-le"), "1:2: A NUL character, which no text holds; save the file in"),
        ('{"\n"é"}'.encode("latin-1"), "2:2: Byte 0xe9 is not UTF-8; save the file in UTF-8."),
        (b"\xef\xbb\xbf\xff", "1:1: Byte 0xff is not UTF-8; save the file in UTF-8."),
        (b"[]", "1:1: $: The file holds no object; a case starts with a curly bracket."),
        (b' "x"', "1:2: $: The file holds no object; a case starts with a curly bracket."),
        (b"NaN", "1:1: $: The file holds no object; a case starts with a curly bracket."),
        (b"9" * 5000, "1:1: $: The file holds no object; a case starts with a curly bracket."),
    ],
)
def test_no_case(raw: bytes, sentence: str) -> None:
    (found,) = problems(raw)

    assert found.startswith(f"case.json:{'' if sentence[0].isdigit() else ' '}{sentence}")


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("{", "1:2", "the file ends before its last bracket; part of it is missing."),
        ('{"a": [1, 2', "1:12", "the file ends before its last bracket; part of it is missing."),
        ('{"a": 1\n,\n}', "2:1", "remove this comma; nothing follows it."),
        ('{"a": [1,\n]}', "1:9", "remove this comma; nothing follows it."),
        ('{"a": 1\n"b": 2}', "2:1", "a comma or a closing bracket is missing before this."),
        ('{"a" 1}', "1:6", "a colon is missing between a key and its value."),
        ("{'a': 1}", "1:2", "a key in double quotes is expected here."),
        ("{\n  nope", "2:3", "a key in double quotes is expected here."),
        ('{"a": yes}', "1:7", "a value is expected here; a text stands in double quotes."),
        ('{"a": .5}', "1:7", "a value is expected here; a text stands in double quotes."),
        ('{"a": "x}', "1:7", "the text that begins here lacks its closing quotation mark."),
        ('{"a": "x\n"}', "1:9", "a text may not run over a line break; close its quotation mark."),
        ('{"a": "\\q"}', "1:8", "a backslash begins no known escape here; write two for a"),
        ("{} {}", "1:4", "more follows after the last bracket; remove it."),
    ],
)
def test_broken_json(text: str, place: str, sentence: str) -> None:
    (found,) = problems(text.encode())

    assert found.startswith(f"case.json:{place}: The JSON is broken: {sentence}")


def refusal(path: Path) -> str:
    """Why a file is not read."""
    with pytest.raises(InputError) as raised:
        read_bytes(path)
    return str(raised.value)


def test_folder(tmp_path: Path) -> None:
    assert f"{tmp_path}: This is a folder; name a file." == refusal(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.touch(0)

    assert f"{path}: Reading this file is not permitted." == refusal(path)


def test_impossible_name() -> None:
    assert "The name holds a character that no file name has." in refusal(Path("a\0b"))


def test_name_too_long() -> None:
    assert "This file cannot be read: File name too long." in refusal(Path("a" * 5000))


def test_stream_that_fails() -> None:
    class Failing(io.BytesIO):
        def read(self, _: int | None = None) -> bytes:
            raise IsADirectoryError

    with pytest.raises(InputError, match="-: This is a folder"):
        read_stream(Failing(), "-")


def test_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "absent.json"

    assert f"{path}: There is no such file." == refusal(path)


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

    assert f"{path}: The file is larger than 20 MB; a case never is." == refusal(path)


def test_endless_file() -> None:
    assert "larger than 20 MB" in refusal(Path("/dev/zero"))


def test_endless_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(casefile, "LARGEST", 10)

    assert read_stream(io.BytesIO(b"x" * 10), "-") == b"x" * 10
    with pytest.raises(InputError):
        read_stream(io.BytesIO(b"x" * 11), "-")


def test_reference_case_round_trip() -> None:
    case = load_case(REFERENCE.read_bytes(), "case.json")

    text = dump_case(case)

    assert case == load_case(text.encode(), "case.json")
    assert text == dump_case(case)


def test_reference_case_is_laid_out() -> None:
    assert REFERENCE.read_text("utf-8") == dump_case(load_case(REFERENCE.read_bytes(), "x"))


@settings(max_examples=30)
@given(CASES)
def test_any_case_is_written_and_read_back(case: Case) -> None:
    text = dump_case(case)

    assert converter(detailed=False).structure(json.loads(text), Case) == case
    assert converter(detailed=True).structure(json.loads(text), Case) == case


def test_only_a_long_text_runs_over_the_width() -> None:
    case = load_case(json.dumps(changed("act", "title", value="x" * 200)).encode(), "case.json")

    long = [line for line in dump_case(case).splitlines() if len(line) > WIDTH]

    assert [f'    "title": "{"x" * 200}"'] == [line.rstrip(",") for line in long]


def test_what_is_not_stated_is_not_written() -> None:
    data = {"schema": SCHEMA, "body": {"name": "Ville", "category": "commune"}, "act": {}}
    case = load_case(json.dumps(data | {"vote": {"ayes": None}}).encode(), "case.json")

    assert json.loads(dump_case(case)) == data


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
    except InputError:
        event("refused")
    else:
        assert isinstance(case, Case)
        assert case == load_case(dump_case(case).encode(), "case.json")


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes(raw: bytes) -> None:
    with pytest.raises(InputError):
        load_case(raw, "case.json")


HOSTILE = {
    "a long list": ("$.x", "[" + "0," * 200_000 + "0]"),
    "a text of ten million": ("$.x", '"' + "a" * 10_000_000 + '"'),
    "escapes": ("$.x", '"' + "\\n" * 1_000_000 + '"'),
    "deep and wide": ("$.x", "[" * 400 + "0," * 100_000 + "0" + "]" * 400),
    "a hundred thousand keys": ("$.x", "{" + '"a":0,' * 100_000 + '"a":0}'),
}


@pytest.mark.parametrize(("path", "value"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_value_is_told_without_delay(path: str, value: str) -> None:
    text = json.dumps(SMALL)[:-1] + f', "x": {value}}}'
    start = time.process_time()

    found = problems(text.encode())

    assert path in {problem.split(": ")[1] for problem in found}
    assert time.process_time() - start < 20  # quadratic work would take minutes


def test_key_without_end_is_cut_short() -> None:
    (found,) = problems({**SMALL, "k" * 1_000_000: 1})

    assert len(found) < 300


def test_thousands_of_problems_are_told_in_part() -> None:
    found = problems({**SMALL, "aid": [{"id": f"a{n}", "beneficiary": "x"} for n in range(1500)]})

    assert len(found) == 1001
    assert found[0] == "case.json: These are the first 1000 problems; there may be more."


def test_a_large_case_is_checked_in_linear_time() -> None:
    def seconds(size: int) -> float:
        ids = [f"b{n}" for n in range(size)]
        beneficiaries = [{"id": id_, "name": "x"} for id_ in ids]
        aid = [{"id": f"a{n}", "beneficiary": id_} for n, id_ in enumerate(ids)]
        raw = json.dumps(
            {**SMALL, "beneficiaries": [*SMALL["beneficiaries"], *beneficiaries], "aid": aid}
        )
        start = time.process_time()
        load_case(raw.encode(), "case.json")
        return time.process_time() - start

    seconds(10)  # the converter is made once
    assert seconds(16_000) < 100 * seconds(1_000)  # quadratic: 256 times
