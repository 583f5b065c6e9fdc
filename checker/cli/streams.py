"""Printing: answers on standard output, the rest on standard error, whoever has stopped reading.

A reader that closes the pipe (`| head`) silences a stream and changes nothing else: the other
outputs are still written and the exit status still says what was found.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TextIO

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class StreamError(Exception):
    """Standard output cannot be written, and not because its reader left: a full disk."""


def say(text: str | bytes, *, utf8: bool = False, end: str = "\n") -> None:
    """Print on standard output.

    Args:
        text: What to print; bytes as they are, with nothing after them.
        end: What follows it.
        utf8: In UTF-8 whatever the terminal's encoding, as formats for machines ask.

    Raises:
        StreamError: The stream cannot be written.
    """
    try:
        _write(sys.stdout, text if isinstance(text, bytes) else text + end, utf8=utf8)
    except OSError as error:
        _silence(sys.stdout)
        message = f"Standard output cannot be written: {error.strerror}."
        raise StreamError(message) from None


def complain(text: str) -> None:
    """Print on standard error; when even that fails there is no one left to tell.

    What would act on a terminal, in a file's name for instance, is shown by its code.
    """
    shown = _ACTING.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
    try:
        _write(sys.stderr, shown + "\n", utf8=False)
    except OSError:
        _silence(sys.stderr)


def colored(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal that is to have colours; see https://no-color.org."""
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def _write(stream: TextIO | None, text: str | bytes, *, utf8: bool) -> None:
    if stream is None:  # closed before the start, as by `>&-`
        return
    encoding = "utf-8" if utf8 else stream.encoding
    data = text if isinstance(text, bytes) else text.encode(encoding, "backslashreplace")
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)


def _silence(stream: TextIO) -> None:
    """Let all that follows, and the flush at exit, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
