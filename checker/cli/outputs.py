"""Files written: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from checker.errors import InputError, Problem


def write_file(name: str, text: str) -> None:
    """Write a text file in UTF-8, so that a reader sees the old one or the new one, never half.

    What is no ordinary file (`/dev/stdout`, a pipe) is written to as it is.

    Args:
        name: The file, as the user named it.
        text: What it is to hold.

    Raises:
        InputError: The file cannot be written; the old one, if any, is as it was.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        target = Path(os.path.realpath(name))
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"The file cannot be written: {reason}."
        raise InputError([Problem(name, 0, 0, "", message)]) from None


def _replace(target: Path, data: bytes) -> None:
    # Beside the target, for a rename does not cross file systems.
    handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), _mode(target))
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions of the file replaced, or those a new file gets."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
