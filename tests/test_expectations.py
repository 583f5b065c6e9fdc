"""Files of expected verdicts: what they say, what is refused, what differs."""

from __future__ import annotations

import json

import pytest

from checker.errors import InputError
from checker.expectations import (
    SCHEMA,
    WHOLE,
    Difference,
    differences,
    print_expected,
    read_expected,
)

VERDICTS = {
    "COH-04/priced": {"b": "fail", "a": "pass"},
    "ARI-01": {"total": "pass"},
    "VOT-05": {WHOLE: "not-applicable"},
}


def read(document: object) -> object:
    return read_expected(json.dumps(document).encode(), "x.expected.json")


def test_what_is_written_is_read_again() -> None:
    assert read_expected(print_expected(VERDICTS).encode(), "x") == VERDICTS


def test_the_file_is_sorted_and_ends_with_a_line_feed() -> None:
    text = print_expected(VERDICTS)

    assert json.loads(text) == {
        "schema": SCHEMA,
        "verdicts": {
            "ARI-01": {"total": "pass"},
            "COH-04/priced": {"a": "pass", "b": "fail"},
            "VOT-05": "not-applicable",
        },
    }
    assert text.index("ARI-01") < text.index("COH-04") < text.index("VOT-05")
    assert text.index('"a"') < text.index('"b"')
    assert text.endswith("}\n")


def test_equal_verdicts_do_not_differ() -> None:
    assert differences(VERDICTS, dict(reversed(VERDICTS.items()))) == ()


def test_every_kind_of_difference_is_found() -> None:
    got = {
        "COH-04/priced": {"a": "open", "c": "pass"},
        "VOT-05": {"vote": "fail"},
        "NEW-01": {WHOLE: "not-applicable"},
    }

    assert differences(VERDICTS, got) == (
        Difference("ARI-01", "total", "pass", None),
        Difference("COH-04/priced", "a", "pass", "open"),
        Difference("COH-04/priced", "b", "fail", None),
        Difference("COH-04/priced", "c", None, "pass"),
        Difference("NEW-01", WHOLE, None, "not-applicable"),
        Difference("VOT-05", WHOLE, "not-applicable", None),
        Difference("VOT-05", "vote", None, "fail"),
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "x.expected.json:1:1: The JSON is broken"),
        (b'{"schema": 1,}', "x.expected.json:1:1"),
        (b"\xff", "x.expected.json:1: Byte 0xff is not UTF-8"),
        (b"[]", "$: An object"),
        (b'{"verdicts": []}', "$: An object"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": 1, "a": 2}', "The key 'a' stands twice"),
        (b'{"schema": "other/1", "verdicts": {}}', "$.schema: 'other/1' is not"),
        (b'{"verdicts": {}, "verdict": {}}', "$.verdict: There is no such key"),
        (b'{"verdicts": {"A": 1}}', "$.verdicts.A: A verdict by subject"),
        (b'{"verdicts": {"A": "pass"}}', "$.verdicts.A: A check without subject"),
        (b'{"verdicts": {"A": {"s": "fial"}}}', "$.verdicts.A.s: 'fial' is no verdict; did you"),
        (b'{"verdicts": {"A": {"s": null}}}', "$.verdicts.A.s: None is no verdict"),
        (b'{"verdicts": {"A": {"s": ["pass"]}}}', "$.verdicts.A.s: ['pass'] is no verdict"),
    ],
)
def test_bad_files_are_refused_in_sentences(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_expected(data, "x.expected.json")

    assert said in str(caught.value)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InputError) as caught:
        read({"schema": "no", "verdicts": {"A": {"s": "x"}, "B": 3}})

    assert [problem.path for problem in caught.value.problems] == [
        "$.schema",
        "$.verdicts.A.s",
        "$.verdicts.B",
    ]
