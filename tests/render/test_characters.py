"""Nothing of a case acts on the terminal or hides from the reader."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.render.characters import escaped, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\x9b31mb", "a\\x9b31mb"),
        ("a\x00b\x7f", "a\\x00b\\x7f"),
        ("a\nb\t c\r\n", "a b c"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\u200bb", "a\\u200bb"),
        ("a\ud800b", "a\\ud800b"),
        ("é « x » n°\u00a05 ✓ 😀", "é « x » n°\u00a05 ✓ 😀"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_visible_text_is_one_encodable_line(text: str) -> None:
    shown = visible(text)

    assert shown.encode("utf-8") or not shown
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_escaped_json_means_the_same(text: str) -> None:
    document = escaped(json.dumps({"a": text}, ensure_ascii=False, indent=2))

    assert document.encode("utf-8")
    assert json.loads(document) == {"a": text}
    assert "\x1b" not in document
    assert "\u202e" not in document
