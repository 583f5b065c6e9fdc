"""SIGTERM, which CI jobs and containers are cancelled by: the work is given up as by Ctrl-C.

As Python has it, the process would die where it stands, and leave files half-written and worker
processes behind.
"""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import NoReturn

STATUS = 143
"""As shells say it of a program ended by SIGTERM."""


class Terminated(BaseException):
    """The process was told to end: like KeyboardInterrupt, no error that anything handles."""


def give_up_when_told() -> None:
    """From now on SIGTERM raises `Terminated` in this process; processes it forks die of it."""
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        return  # whoever started this process wants it ignored
    signal.signal(signal.SIGTERM, _give_up)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_die)


def _give_up(_number: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once: a second must not disturb the clearing up
    raise Terminated


def _die() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
