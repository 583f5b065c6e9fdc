"""Work on what a stranger wrote, held to a bound on the time of a processor."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn


class OutOfPatienceError(Exception):
    """The work took longer than it may."""


@contextlib.contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Stop what takes more seconds of a processor; regular expressions are stopped too.

    Outside the main thread, and where the system has no such clock, nothing holds it.

    Raises:
        OutOfPatienceError: It did.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise OutOfPatienceError
