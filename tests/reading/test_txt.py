"""Plain text: exact characters, whatever wrote them."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading import RefusedDocumentError, read_document
from checker.reading.txt import read_txt
from tests.acts import ROOT

LINE = "Le conseil accorde 1\u00a0000\u202f€ à l’association « Œuvre »."
ACT = ROOT.parent / "shared" / "seed" / "24-B-0045.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_characters_are_those_of_the_file(encoding: str) -> None:
    data = f"{LINE}\nFin".encode(encoding)

    source = read_txt(data, "act.txt")

    assert source.text == f"{LINE}\nFin"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert (source.kind, source.notes) == ("txt", ())


def test_windows_is_read_and_said() -> None:
    line = LINE.replace("\u202f", " ")
    source = read_txt(line.encode("cp1252"), "act.txt")

    assert source.text == line
    assert "Windows-1252" in source.notes[0].en


def test_lines_end_with_a_line_feed() -> None:
    assert read_txt(b"a\r\nb\rc\x0cd\x1a", "act.txt").text == "a\nb\nc\nd"


def test_control_characters_are_blanks_and_said() -> None:
    source = read_txt(b"\x02 2008/60", "act.txt")

    assert source.text == "  2008/60"
    assert "control characters" in source.notes[0].en


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"\x81\x8d", "garbled"), (b"\xff\xfe\x00\xd8", "garbled"), (b"\x02\n", "no_text")],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedDocumentError) as caught:
        read_txt(data, "act.txt")
    assert caught.value.reason == reason


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.reading.decoding.MOST_TEXT", 3)

    with pytest.raises(RefusedDocumentError, match="over 3 characters"):
        read_txt(b"abcd", "act.txt")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = read_txt(data, "act.txt")
    except RefusedDocumentError:
        return
    assert not set(source.text) & {chr(code) for code in range(32)} - {"\n", "\t"}


def test_the_act_is_its_own_text() -> None:
    if not ACT.is_file():
        pytest.skip("the act stands in ../shared, which is not here")
    data = ACT.read_bytes()

    source = read_document(data, ACT.name)

    assert source.text == data.decode()
    assert source.text.count("€") == 39
