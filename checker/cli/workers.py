"""Inputs examined side by side in processes of their own, their results in the order given.

Each process is a fork, so that it finds the rules in its memory. It takes one input at a time
through a pipe: where a process dies, it is known on which.
"""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from types import TracebackType
from typing import Generic, TypeVar

from attrs import define

R = TypeVar("R")
AHEAD = 8
"""Inputs per process that may be done before the next in order is: more would only fill memory."""
_FAREWELL = 2.0
"""Seconds a process that was told to end has to do so."""


@define(eq=False)
class _Worker:
    """A process, our end of its pipe, and the input it has in hand."""

    process: ForkProcess
    pipe: Connection
    place: int | None = None


class Workers(Generic[R]):
    """Processes that do the same work on many inputs; a context that leaves none of them behind.

    Args:
        work: What is done on an input; it raises nothing, and its results can be pickled.
        lost: What stands for the result of an input on which a process died, given what ended it.
        jobs: How many processes.
    """

    def __init__(self, work: Callable[[str], R], lost: Callable[[str, str], R], jobs: int) -> None:
        self._work = work
        self._lost = lost
        self._jobs = jobs
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers[R]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.pipe.close()
            if error is not None:
                worker.process.terminate()
        for worker in self._workers:
            _end(worker.process)

    def results(self, names: Sequence[str]) -> Iterator[R]:
        """The result of each input, in their order.

        Args:
            names: The inputs.
        """
        done: dict[int, R] = {}
        given = 0
        for wanted in range(len(names)):
            while wanted not in done:
                while given < len(names) and given < wanted + AHEAD * self._jobs:
                    worker = self._idle()
                    if worker is None:
                        break
                    worker.place = given
                    worker.pipe.send(names[given])
                    given += 1
                self._collect(names, done)
            yield done.pop(wanted)

    def _idle(self) -> _Worker | None:
        for worker in self._workers:
            if worker.place is None:
                return worker
        return self._start() if len(self._workers) < self._jobs else None

    def _start(self) -> _Worker:
        fork = get_context("fork")
        ours, theirs = fork.Pipe()
        process = fork.Process(target=_serve, args=(theirs, ours, self._work))
        with warnings.catch_warnings():
            # Threads of this process, if any, hold no lock that a worker takes.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _collect(self, names: Sequence[str], done: dict[int, R]) -> None:
        """Wait until some process has answered, or is gone."""
        busy = [(each, each.place) for each in self._workers if each.place is not None]
        ready = wait([worker.pipe for worker, _ in busy])
        for worker, place in busy:
            if worker.pipe not in ready:
                continue
            try:
                done[place] = worker.pipe.recv()
                worker.place = None
            except (EOFError, OSError):
                self._workers.remove(worker)
                worker.pipe.close()
                _end(worker.process)
                done[place] = self._lost(names[place], _ending(worker.process.exitcode))


def _serve(pipe: Connection, others: Connection, work: Callable[[str], object]) -> None:
    """What a process does until its pipe is closed at the other end."""
    others.close()
    # Ctrl-C reaches every process of the terminal: the first one tells it, and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return


def _end(process: ForkProcess) -> None:
    process.join(_FAREWELL)
    if process.is_alive():
        process.kill()
        process.join()


def _ending(status: int | None) -> str:
    """What ended a process, in words."""
    if status is not None and status < 0:
        try:
            return signal.Signals(-status).name
        except ValueError:
            return f"signal {-status}"
    return f"status {status}"


def processors() -> int:
    """How many processes this one may keep busy."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
