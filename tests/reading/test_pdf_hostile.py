"""PDFs that are broken, or made to do harm: a source or a refusal, within time and memory."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.reading import RefusedDocumentError
from checker.reading.pdf import pdfium, read_pdf, reading
from checker.reading.pdf.process import Bounds, CrashedError, TooSlowError, apart
from tests.reading.pdfs import PageOf, lines, ruled, written

pytestmark = pytest.mark.slow

pytest.importorskip("pypdfium2", reason="The extra `documents` is not installed.")

PROSE = "Le conseil décide de verser à l'association une subvention de 1 000 € pour les jeunes"
VALID = written([lines(PROSE, PROSE) + ruled([("a", "b"), ("c", "d")], top=500)] * 3)
BOUNDS = Bounds(seconds=1, longest=5, memory=200 << 20, answer=1 << 20)


def _reason(data: bytes) -> str:
    try:
        read_pdf(data, "a.pdf")
    except RefusedDocumentError as refusal:
        return refusal.reason
    return ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "wrong_type", id="empty"),
        pytest.param("Délibération".encode(), "wrong_type", id="text"),
        pytest.param(b"PK\x03\x04", "wrong_type", id="zip"),
        pytest.param(b"%PDF-1.7\nxx", "damaged", id="header only"),
        pytest.param(written([]), "damaged", id="no pages"),
        pytest.param(written([""]), "no_text", id="no letters"),
        pytest.param(written([lines(PROSE)] * 3000), "too_large", id="3000 pages"),
    ],
)
def test_reason_of_a_refusal(data: bytes, reason: str) -> None:
    start = time.monotonic()

    assert _reason(data) == reason
    assert time.monotonic() - start < 10


def test_too_many_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "MOST_CHARACTERS", 1000)

    assert _reason(written([lines(*[PROSE] * 10)] * 2)) == "too_large"


@pytest.mark.slow
def test_as_many_characters_as_are_read_take_under_ten_seconds() -> None:
    data = written([lines(*[PROSE] * 50, y=830)] * 110)
    start = time.process_time()

    assert len(read_pdf(data, "a.pdf").text) > 460_000
    assert time.process_time() - start < 10


def test_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)

    assert _reason(VALID) == "too_large"


def test_file_cut_short_is_said() -> None:
    source = read_pdf(VALID.replace(b"%%EOF", b""), "a.pdf")

    assert "its last part may be missing" in source.notes[0].en


def _encrypted(password: bytes) -> bytes:
    """A PDF under a user password, by the standard's first algorithm (RC4, 40 bits)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    file = b"0123456789abcdef"
    owner = _rc4(hashlib.md5(b"owner" + padding[:27], usedforsecurity=False).digest()[:5])(
        (password + padding)[:32]
    )
    seed = (password + padding)[:32] + owner + (-4).to_bytes(4, "little", signed=True) + file
    key = hashlib.md5(seed, usedforsecurity=False).digest()[:5]
    entries = f"/Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{_rc4(key)(padding).hex()}>"
    body = lines(PROSE).encode("cp1252")
    plain = written([lines(PROSE)], f"<<{entries}>>", trailer=f"/Encrypt 10 0 R/ID[<{file.hex()}>]")
    salt = (12).to_bytes(3, "little") + bytes(2)
    own = hashlib.md5(key + salt, usedforsecurity=False).digest()[:10]
    start = plain.index(b"stream\n", plain.index(b"12 0 obj")) + 7
    end = plain.index(b"\nendstream", start)
    assert len(body) > 0
    return plain[:start] + _rc4(own)(plain[start:end]) + plain[end:]


def _rc4(key: bytes) -> Callable[[bytes], bytes]:
    def coded(data: bytes) -> bytes:
        state, j = list(range(256)), 0
        for i in range(256):
            j = (j + state[i] + key[i % len(key)]) % 256
            state[i], state[j] = state[j], state[i]
        i = j = 0
        coded = bytearray()
        for byte in data:
            i = (i + 1) % 256
            j = (j + state[i]) % 256
            state[i], state[j] = state[j], state[i]
            coded.append(byte ^ state[(state[i] + state[j]) % 256])
        return bytes(coded)

    return coded


def test_password_is_a_refusal_and_an_empty_one_is_none() -> None:
    assert _reason(_encrypted(b"secret")) == "encrypted"
    assert read_pdf(_encrypted(b""), "a.pdf").text == f"{PROSE}\n"


def test_list_of_names_without_function_words_is_read() -> None:
    names = "Amicale Bagatelle Alzheimer Croix Rouge Secours Populaire Surdi Restos Coeur"

    assert _reason(written([lines(*[names] * 20)])) == ""


def test_letters_that_are_no_words_are_refused() -> None:
    shifted = PROSE.translate({n: n + 1 for n in (*range(ord("a"), ord("z")), ord("à"), ord("é"))})

    assert _reason(written([lines(*[shifted] * 20)])) == "garbled"
    assert _reason(written([lines(*[PROSE] * 20)])) == ""


def test_stream_that_unpacks_to_200_mebibytes_is_refused_or_read() -> None:
    data = written([PageOf(lines(PROSE) + " " * (200 << 20))])
    start = time.monotonic()

    assert _reason(data) in ("", "too_large", "damaged")
    assert time.monotonic() - start < 10


def test_pages_that_are_their_own_parents_are_refused_or_read() -> None:
    looped = VALID.replace(b"/Count 3", b"/Count 3/Parent 2 0 R").replace(b"[10 0 R", b"[ 2 0 R")

    assert _reason(looped) in ("", "damaged", "no_text")


def _crash() -> str:
    os.kill(os.getpid(), signal.SIGSEGV)
    return ""


def _spin() -> str:
    while True:
        pass


def _hoard() -> str:
    return str(len(bytearray(1 << 30)))


def _sleep() -> str:
    time.sleep(60)
    return ""


def test_work_apart_answers() -> None:
    assert apart(lambda: "é" * 100_000, BOUNDS) == "é" * 100_000


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The system cannot fork.")
@pytest.mark.parametrize(
    ("work", "error"),
    [(_crash, CrashedError), (_hoard, CrashedError)],
)
def test_work_that_goes_wrong_is_told(work: Callable[[], str], error: type[Exception]) -> None:
    with pytest.raises(error):
        apart(work, BOUNDS)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The system cannot fork.")
def test_work_without_end_is_stopped_by_the_time_it_computes() -> None:
    start = time.monotonic()

    with pytest.raises(TooSlowError):
        apart(_spin, Bounds(1, 60, 200 << 20, 1 << 20))
    assert time.monotonic() - start < 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The system cannot fork.")
def test_work_that_sleeps_or_talks_too_much_is_stopped() -> None:
    with pytest.raises(TooSlowError):
        apart(_sleep, Bounds(1, 0.2, 200 << 20, 1 << 20))
    with pytest.raises(TooSlowError):
        apart(lambda: "x" * (4 << 20), BOUNDS)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The system cannot fork.")
def test_crash_of_the_library_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_answer", lambda *_: _crash())

    with pytest.raises(RefusedDocumentError, match="SIGSEGV") as caught:
        read_pdf(VALID, "a.pdf")
    assert caught.value.reason == "damaged"


quickly = settings(
    max_examples=60,
    deadline=10_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@quickly
@given(st.binary(max_size=2000))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _reason(b"%PDF-1.7\n" + data)
    _reason(data)


@quickly
@given(st.integers(0, len(VALID)))
def test_any_beginning_is_read_or_refused(length: int) -> None:
    _reason(VALID[:length])


@quickly
@given(st.lists(st.tuples(st.integers(0, len(VALID) - 1), st.binary(max_size=8)), max_size=20))
def test_any_damage_is_read_or_refused(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(VALID)
    for place, new in changes:
        data[place : place + len(new)] = new
    _reason(bytes(data))


@quickly
@given(st.text(alphabet="0123456789. -[]()<>/qQmlhreSfBTEjdcW*'\n", max_size=400))
def test_any_drawing_is_read_or_refused(content: str) -> None:
    _reason(written([lines(PROSE) + content]))
