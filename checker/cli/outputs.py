"""Files written: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from checker.errors import InputError, Problem

T = TypeVar("T")


class OutputFile:
    """A file that is written piece by piece, so that a reader sees the old one or the new one.

    The pieces go to a file beside it, which takes its place at the end. What is no ordinary file
    (`/dev/stdout`, a pipe) is written to as it is.

    Args:
        name: The file, as the user named it.

    Raises:
        InputError: The file cannot be written, here as in each method; the old one, if any, is as
            it was, and nothing is left beside it.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._temporary: Path | None = None
        self._file: BinaryIO = self._tried(self._opened)

    def write(self, data: bytes) -> None:
        """Add a piece."""
        self._tried(lambda: self._file.write(data))

    def finish(self) -> None:
        """Put what was written in the place of the file."""
        self._tried(self._finished)

    def abandon(self) -> None:
        """Leave the file as it was."""
        with contextlib.suppress(OSError):
            self._file.close()
        if self._temporary is not None:
            with contextlib.suppress(OSError):
                self._temporary.unlink()
            self._temporary = None

    def _opened(self) -> BinaryIO:
        self._target = Path(os.path.realpath(self._name))
        if self._target.exists() and not self._target.is_file():
            return self._target.open("wb")
        # Beside the target, for a rename does not cross file systems.
        prefix = f".{self._target.name[:40]}."
        handle, temporary = tempfile.mkstemp(prefix=prefix, dir=self._target.parent)
        self._temporary = Path(temporary)
        return os.fdopen(handle, "wb")

    def _finished(self) -> None:
        self._file.flush()
        if self._temporary is not None:
            os.fchmod(self._file.fileno(), _mode(self._target))
        self._file.close()
        if self._temporary is not None:
            self._temporary.replace(self._target)
            self._temporary = None

    def _tried(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except (OSError, ValueError) as error:
            if hasattr(self, "_file"):
                self.abandon()
            reason = error.strerror if isinstance(error, OSError) else str(error)
            message = f"The file cannot be written: {reason}."
            raise InputError([Problem(self._name, 0, 0, "", message)]) from None


def write_file(name: str, text: str) -> None:
    """Write a text file in UTF-8, whole or not at all.

    Args:
        name: The file, as the user named it.
        text: What it is to hold.

    Raises:
        InputError: The file cannot be written; the old one, if any, is as it was.
    """
    file = OutputFile(name)
    try:
        file.write(text.encode("utf-8", "backslashreplace"))
        file.finish()
    except BaseException:
        file.abandon()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file replaced, or those a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
