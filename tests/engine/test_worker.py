"""A judgement apart: whatever becomes of the process, the parent has an answer or a sentence."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from checker.engine.durable import worker
from checker.engine.durable.network import Network
from checker.engine.durable.worker import judge_apart, judging_apart
from checker.engine.firing import Firing, Outcome
from checker.errors import UnreliableError
from checker.factbase import fact_base
from tests.engine.fifteen import LAW, a_case, fifteen

REPOSITORY = Path(__file__).parents[2]
FIRINGS = [Firing("A", ("x", "é\ud800"), Outcome.PASS), Firing("B/c", (), Outcome.OPEN)]


@pytest.fixture(autouse=True)
def _no_child_left() -> Iterator[None]:
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def apart(what: Callable[[], object], seconds: float = 10) -> list[Firing]:
    def judge() -> list[Firing]:
        faulthandler.disable()  # pytest's would print a traceback for every crash here
        what()
        return FIRINGS

    return judge_apart(judge, seconds)


def test_the_answer_comes_back_as_it_is() -> None:
    assert apart(lambda: None) == FIRINGS


def test_a_network_compiled_before_judges_the_same_apart() -> None:
    case = fact_base(a_case(20))
    with Network(fifteen()) as network:
        here = network.judge(case, LAW)
        assert judge_apart(partial(network.judge, case, LAW), 30) == here
        assert network.judge(case, LAW) == here
        assert judge_apart(partial(network.judge, case, LAW), 30) == here


def test_an_answer_larger_than_a_pipe() -> None:
    many = [Firing(f"check {n}", ("x" * 100,), Outcome.FAIL) for n in range(20_000)]
    assert judge_apart(lambda: many, 30) == many


@pytest.mark.parametrize("name", ["SIGSEGV", "SIGKILL", "SIGFPE", "SIGABRT", "SIGTERM"])
def test_a_process_killed_is_named(name: str) -> None:
    with pytest.raises(UnreliableError, match=f"was ended by {name}"):
        apart(lambda: os.kill(os.getpid(), getattr(signal, name)))


def test_a_real_crash_of_c_code() -> None:
    def crash() -> None:
        import ctypes  # noqa: PLC0415

        ctypes.string_at(0)

    with pytest.raises(UnreliableError, match=r"was ended by SIG(SEGV|BUS)"):
        apart(crash)


def test_a_process_too_slow_is_stopped() -> None:
    begun = time.monotonic()
    with pytest.raises(UnreliableError, match=r"no answer within 0\.2 seconds"):
        apart(lambda: time.sleep(60), seconds=0.2)
    assert time.monotonic() - begun < 5


def test_a_process_that_just_ends() -> None:
    with pytest.raises(UnreliableError, match=r"ended \(status 7\) before it had answered"):
        apart(lambda: os._exit(7))


def test_an_exception_is_told_and_not_raised_in_the_child() -> None:
    def fail() -> None:
        message = "no such day"
        raise LookupError(message)

    with pytest.raises(UnreliableError, match="stopped on LookupError: no such day"):
        apart(fail)


def test_an_unreliable_judgement_stays_one_with_its_check() -> None:
    def fail() -> None:
        message = "Two outcomes."
        raise UnreliableError(message, "ARI-01")

    with pytest.raises(UnreliableError, match=r"ARI-01: Two outcomes\.") as caught:
        apart(fail)
    assert caught.value.fault.check == "ARI-01"


@pytest.mark.parametrize("kept", [0, 3, 8, 20])
def test_a_truncated_answer(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()
    real = os.write

    def truncating(end: int, data: bytes) -> int:
        if os.getpid() == parent:
            return real(end, data)
        real(end, bytes(data)[:kept])
        os._exit(0)

    monkeypatch.setattr(os, "write", truncating)
    with pytest.raises(UnreliableError, match=r"ended \(status 0\) before it had answered"):
        apart(lambda: None)


@pytest.mark.parametrize("answer", ["null", "[]", "[true]", "[true, [[1]]]", "[true, [], 1]", "}"])
def test_an_answer_that_cannot_be_read(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json, "dumps", lambda _: answer)
    with pytest.raises(UnreliableError, match="an answer that cannot be read"):
        apart(lambda: None)


def test_an_unknown_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json, "dumps", lambda _: '[true, [["A", ["x"], "fine"]]]')
    with pytest.raises(UnreliableError, match="an answer that cannot be read"):
        apart(lambda: None)


def test_other_threads_stay_with_the_parent() -> None:
    stop = threading.Event()
    idle = [threading.Thread(target=stop.wait) for _ in range(4)]
    for thread in idle:
        thread.start()
    try:
        assert apart(lambda: None) == FIRINGS
    finally:
        stop.set()
        for thread in idle:
            thread.join()


def test_judgements_of_several_threads_do_not_wait_for_each_other() -> None:
    found: list[object] = []

    def run(seconds: float) -> None:
        try:
            found.append(apart(lambda: time.sleep(seconds), seconds=20))
        except UnreliableError as error:  # pragma: no cover - shown by the assertion below
            found.append(error)

    threads = [threading.Thread(target=run, args=(0.05 * n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [FIRINGS] * 6


def test_an_interrupt_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(worker, "_received", interrupted)
    with pytest.raises(KeyboardInterrupt):
        apart(lambda: time.sleep(60))


def test_an_interrupt_from_the_terminal_is_the_parents() -> None:
    # The terminal sends it to both; the child goes on until the parent says otherwise.
    assert apart(lambda: os.kill(os.getpid(), signal.SIGINT)) == FIRINGS
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_the_parent_goes_on_meanwhile() -> None:
    listening, speaking = os.pipe()

    def judge() -> list[Firing]:
        return FIRINGS if os.read(listening, 1) == b"!" else []

    with judging_apart(judge, 10) as answer:
        os.write(speaking, b"!")
        assert answer() == FIRINGS
    os.close(listening)
    os.close(speaking)


def test_a_parent_that_stops_leaves_no_process() -> None:
    def judge() -> list[Firing]:
        time.sleep(60)
        return FIRINGS

    with pytest.raises(ZeroDivisionError), judging_apart(judge, 60):
        _ = 1 // 0


def test_no_fork_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    here = os.getpid()
    seen: list[int] = []

    def judge() -> list[Firing]:
        seen.append(os.getpid())
        return FIRINGS

    assert judge_apart(judge, 10) == FIRINGS
    assert seen == [here]


def test_a_fork_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", full)
    with pytest.raises(UnreliableError, match="No process could be started"):
        apart(lambda: None)


def test_descriptors_are_given_back() -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    for _ in range(10):
        apart(lambda: None)
        with pytest.raises(UnreliableError):
            apart(lambda: os._exit(1))
    assert len(list(Path("/dev/fd").iterdir())) == before


PRINTING = """
import atexit, sys
sys.path.insert(0, {path!r})
from tests.engine.test_worker import FIRINGS, apart
atexit.register(print, "exit")
print("buffered", end=" ")
assert apart(lambda: None) == FIRINGS
"""


def test_what_the_parent_had_buffered_is_written_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINTING.format(path=str(REPOSITORY))],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    assert done.stdout == "buffered exit\n"
