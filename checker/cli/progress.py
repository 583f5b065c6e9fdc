"""How far a long run is: one line on standard error, for a person at a terminal only."""

from __future__ import annotations

import os
import sys

_CLEAR = "\r\x1b[K"
_LONGEST = 50


class Progress:
    """A line that is written over; silent where standard error is no terminal.

    Args:
        total: How many inputs there are; one of them needs no line.
    """

    def __init__(self, total: int) -> None:
        stream = sys.stderr
        able = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._stream = stream if able and total > 1 else None
        self._total = total
        self._shown = False

    def show(self, done: int, name: str) -> None:
        """Say how many inputs are done, and which was the last."""
        if self._stream is not None:
            short = name if len(name) <= _LONGEST else "…" + name[1 - _LONGEST :]
            safe = "".join(each if each.isprintable() else "?" for each in short)
            self._write(f"{_CLEAR}{done}/{self._total} {safe}")
            self._shown = True

    def clear(self) -> None:
        """Take the line away, before anything else is printed."""
        if self._shown:
            self._write(_CLEAR)
            self._shown = False

    def _write(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, UnicodeError):
            self._stream = None  # no one reads it any more
