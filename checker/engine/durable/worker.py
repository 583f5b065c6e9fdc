"""A judgement in a process of its own, so that a crash of C code ends in a sentence.

The process is a fork: it finds the compiled rules in its memory, answers through a pipe and is
gone. What it cannot say any more, the parent says.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import struct
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from typing import NoReturn

from checker.engine.firing import Firing, Outcome
from checker.errors import UnreliableError

_HEADER = struct.Struct("!Q")
_BLOCK = 1 << 16
_GLANCE = 0.05
"""Seconds of silence after which to look whether the process is still there."""
_FAREWELL = 1.0
"""Seconds a process that closed its pipe has to end by itself."""


Judge = Callable[[], list[Firing]]
"""A judgement: every instance whose trigger is not false, with its outcome."""


def judge_apart(judge: Judge, seconds: float) -> list[Firing]:
    """Judge in a process of its own, or in this one where the system cannot fork.

    Raises:
        UnreliableError: The process died, was too slow, or gave no answer that can be read; or
            the judgement itself was not reliable.
    """
    with judging_apart(judge, seconds) as answer:
        return answer()


@contextlib.contextmanager
def judging_apart(judge: Judge, seconds: float) -> Iterator[Judge]:
    """Begin a judgement, which goes on apart while this process does something else.

    Yields:
        What waits for the answer, so many seconds and no longer; it raises what `judge_apart` does.

    Raises:
        UnreliableError: No process could be started.
    """
    if not hasattr(os, "fork"):
        yield judge
        return
    receiving, sending = os.pipe()
    child: _Child | None = None
    # An interrupt between the fork and the child's first line would run the parent's code twice.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        number = _fork()
        if number == 0:
            _work(sending, judge)
        child = _Child(number)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(sending)
        sending = -1
        yield partial(_awaited, receiving, child, seconds)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for end in (receiving, sending):
            if end >= 0:
                os.close(end)
        if child is not None:
            child.bury(0.0)


def _awaited(receiving: int, child: _Child, seconds: float) -> list[Firing]:
    answer = _received(receiving, child, time.monotonic() + seconds)
    if answer is None:
        message = f"The rules engine gave no answer within {seconds:g} seconds and was stopped."
        raise UnreliableError(message)
    child.bury(_FAREWELL)
    if len(answer) < _HEADER.size or len(answer) < _whole(answer):
        raise UnreliableError(child.ending())
    return _read(answer)


def _fork() -> int:
    with warnings.catch_warnings():
        # Other threads of this process hold no lock that the child takes: it computes and writes.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return os.fork()
        except OSError as error:
            message = f"No process could be started for the rules engine: {error.strerror}."
            raise UnreliableError(message) from error


def _work(sending: int, judge: Judge) -> NoReturn:
    """What the child does; it never returns into its copy of the parent's code."""
    status = 1
    try:
        # Finalisers of what it copied from the parent are the parent's to run.
        gc.disable()
        answer = json.dumps(_answer(judge)).encode()
        view = memoryview(_HEADER.pack(len(answer)) + answer)
        while view:
            view = view[os.write(sending, view) :]
        status = 0
    finally:
        # No exit handlers, and no second flush of what the parent had buffered.
        os._exit(status)


def _answer(judge: Judge) -> tuple[object, ...]:
    try:
        firings = judge()
    except UnreliableError as error:
        return False, error.fault.message, error.fault.check
    except Exception as error:
        return False, f"The judgement stopped on {type(error).__name__}: {error}", None
    return True, [(one.check, one.binding, one.outcome.value) for one in firings]


def _received(receiving: int, child: _Child, deadline: float) -> bytes | None:
    """What the child wrote until it was whole or the child was gone; `None` if too late."""
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(receiving, selectors.EVENT_READ)
        gone = False
        while len(answer) < _HEADER.size or len(answer) < _whole(answer):
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            if selector.select(min(left, _GLANCE)):
                block = os.read(receiving, _BLOCK)
                if not block:
                    break
                answer += block
            elif gone:
                # Dead and nothing left to read: another fork may still hold the pipe open.
                break
            gone = child.is_over()
    return bytes(answer)


def _whole(answer: bytes | bytearray) -> int:
    """The length the whole answer has."""
    (length,) = _HEADER.unpack_from(answer)
    return _HEADER.size + int(length)


def _read(answer: bytes) -> list[Firing]:
    try:
        is_reliable, *content = json.loads(answer[_HEADER.size :])
        if is_reliable:
            (firings,) = content
            return [
                Firing(check, tuple(binding), Outcome(outcome))
                for check, binding, outcome in firings
            ]
        message, check = content
    except (ValueError, TypeError) as error:
        unreadable = "The rules engine's process gave an answer that cannot be read."
        raise UnreliableError(unreadable) from error
    raise UnreliableError(message, check)


class _Child:
    """A forked process, asked for its status exactly once."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._status: int | None = None

    def is_over(self, flags: int = os.WNOHANG if hasattr(os, "WNOHANG") else 0) -> bool:
        """Whether the process has ended; takes its status if it has."""
        if self._status is None:
            try:
                number, status = os.waitpid(self._number, flags)
            except ChildProcessError:
                # Where the program ignores SIGCHLD, the system buries children itself.
                number, status = self._number, 0
            if number:
                self._status = status
        return self._status is not None

    def bury(self, patience: float) -> None:
        """Leave no process and no zombie, however the judgement ended."""
        until = time.monotonic() + patience
        while not self.is_over() and time.monotonic() < until:
            time.sleep(0.001)
        if not self.is_over():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._number, signal.SIGKILL)
            self.is_over(0)

    def ending(self) -> str:
        """How it ended, as a sentence."""
        status = os.waitstatus_to_exitcode(self._status or 0)
        if status < 0:
            name = signal.Signals(-status).name
            return f"The rules engine's process was ended by {name}; nothing it found is used."
        return f"The rules engine's process ended (status {status}) before it had answered."
