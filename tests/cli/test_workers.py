"""Work side by side: results in order, whatever happens to a process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from checker.cli.workers import AHEAD, Workers

NAMES = [str(n) for n in range(40)]


def lost(name: str, how: str) -> tuple[str, int]:
    return f"{name} {how}", 0


def alternating(name: str) -> tuple[str, int]:
    """Even inputs take longer, so that odd ones are done first."""
    time.sleep(0.003 if int(name) % 2 == 0 else 0)
    return name, os.getpid()


def dying(on: str, how: Callable[[], object]) -> Callable[[str], tuple[str, int]]:
    def work(name: str) -> tuple[str, int]:
        if name == on:
            how()
        return name, os.getpid()

    return work


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order_from_other_processes(jobs: int) -> None:
    with Workers(alternating, lost, jobs) as workers:
        found = list(workers.results(NAMES))

    assert [name for name, _ in found] == NAMES
    assert 1 <= len({pid for _, pid in found}) <= jobs
    assert os.getpid() not in {pid for _, pid in found}


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "SIGKILL"),
        (lambda: os._exit(7), "status 7"),
    ],
)
def test_a_process_that_dies_costs_one_result(how: Callable[[], object], said: str) -> None:
    with Workers(dying("5", how), lost, 2) as workers:
        found = [name for name, _ in workers.results(NAMES)]

    assert found == [*NAMES[:5], f"5 {said}", *NAMES[6:]]


def test_no_process_is_left_behind() -> None:
    with Workers(alternating, lost, 2) as workers:
        pids = {pid for _, pid in workers.results(NAMES)}
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_an_interrupt_ends_all_at_once() -> None:
    def slow(name: str) -> tuple[str, int]:
        if name != "0":
            time.sleep(60)
        return name, os.getpid()

    def interrupted() -> None:
        with Workers(slow, lost, 2) as workers:
            next(workers.results(NAMES))
            raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - start < 30


def test_no_more_is_done_ahead_than_memory_should_hold() -> None:
    """The first input is slow; the others wait once enough of them are done."""
    begun = []

    def work(name: str) -> float:
        if name == "0":
            time.sleep(0.3)
        return time.monotonic()

    with Workers(work, lambda *_: 0.0, 2) as workers:
        begun = list(workers.results([str(n) for n in range(60)]))
    early = [when for when in begun[1:] if when < begun[0]]

    assert 0 < len(early) <= 2 * AHEAD
