"""Work on untrusted bytes in a process of its own, so that a crash of C code ends in a sentence.

PDFium is C++ and meets hostile files here. The process is a fork with a bound on time and memory;
it answers through a pipe and is gone. Where the system cannot fork, the work is done here.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import selectors
import signal
import time
import warnings
from collections.abc import Callable
from typing import Any, NoReturn

from attrs import frozen

_BLOCK = 1 << 20
_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)
_WHOLE = b"\0"
"""Ends an answer that is whole; text holds none."""


class CrashedError(Exception):
    """The process ended before it had answered; the message says how."""


class TooSlowError(Exception):
    """The process had not answered in time, or answered too much, and was stopped."""


@frozen
class Bounds:
    """What the work may take.

    Args:
        seconds: Of a processor.
        longest: Seconds by the clock.
        memory: Bytes beyond what this process has.
        answer: Bytes of the answer.
    """

    seconds: int
    longest: float
    memory: int
    answer: int


def apart(
    work: Callable[[], str], bounds: Bounds, meanwhile: Callable[[], object] | None = None
) -> str:
    """What the work returns, which must hold no NUL.

    Args:
        work: It must catch its own errors: one that escapes counts as a crash.
        bounds: Where the system cannot fork, nothing holds it to them.
        meanwhile: What this process does while the other is at work.

    Raises:
        CrashedError: See there.
        TooSlowError: See there.
    """
    if not hasattr(os, "fork"):
        return work()
    receiving, sending = os.pipe()
    # An interrupt between the fork and the child's first line would run the parent's code twice.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        number = _fork()
        if number == 0:
            os.close(receiving)
            _work(sending, work, bounds)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
    status = 0
    try:
        os.close(sending)
        deadline = time.monotonic() + bounds.longest
        if meanwhile is not None:
            meanwhile()
        answer = _received(receiving, deadline, bounds.answer)
    except BaseException:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
        raise
    finally:
        os.close(receiving)
        with contextlib.suppress(ChildProcessError):
            status = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    if status == -_OUT_OF_TIME:
        raise TooSlowError
    if not answer.endswith(_WHOLE):
        raise CrashedError(signal.Signals(-status).name if status < 0 else f"status {status}")
    return answer[:-1].decode()


def _fork() -> int:
    with warnings.catch_warnings():
        # Other threads of this process hold no lock that the child takes: it computes and writes.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return os.fork()
        except OSError as fault:
            message = f"no process could be started: {fault.strerror}"
            raise CrashedError(message) from fault


def _work(sending: int, work: Callable[[], str], bounds: Bounds) -> NoReturn:
    """What the child does; it never returns into its copy of the parent's code."""
    status = 1
    try:
        # Finalisers of what it copied from the parent are the parent's to run.
        gc.disable()
        # Nor does anyone want to see where in it the C code broke down.
        faulthandler.disable()
        _bound(bounds)
        # What C code has to say about the file is said by the refusal.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        view = memoryview(work().encode() + _WHOLE)
        while view:
            view = view[os.write(sending, view) :]
        status = 0
    finally:
        # No exit handlers, and no second flush of what the parent had buffered.
        os._exit(status)


def _bound(bounds: Bounds) -> None:
    try:
        import resource  # noqa: PLC0415 – not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource, resource.RLIMIT_CPU, bounds.seconds)
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 – no pathlib here
            taken = int(file.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return
    _lower(resource, resource.RLIMIT_AS, taken + bounds.memory)


def _lower(resource: Any, limit: int, bound: int) -> None:
    hard = resource.getrlimit(limit)[1]
    if hard != resource.RLIM_INFINITY:
        bound = min(bound, hard)
    resource.setrlimit(limit, (bound, hard))


def _received(receiving: int, deadline: float, most: int) -> bytes:
    """What the child wrote until it closed the pipe, or was killed."""
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(receiving, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or len(answer) > most or not selector.select(left):
                raise TooSlowError
            block = os.read(receiving, _BLOCK)
            if not block:
                return bytes(answer)
            answer += block
            if block.endswith(_WHOLE):
                return bytes(answer)
