"""From whatever happens in a command to an exit status and sentences, never a traceback."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from typing import NamedTuple

import click

from checker.cli.streams import StreamError, complain
from checker.cli.termination import STATUS, Terminated

FOUND = 1
"""Findings at or above `--fail-on`, or verdicts that are not the expected ones."""
UNUSABLE = 2
"""Bad usage, case, document or rule."""
UNRELIABLE = 3
"""The verdicts cannot be relied on, or the program has a bug."""
INTERRUPTED = 130
"""As shells say it of a program ended by Ctrl-C."""

DEBUG = "DELIBERATION_CHECK_DEBUG"


def guarded(run: Callable[[], object]) -> int:
    """The exit status of a command, once what stopped it has been said."""
    try:
        status = run()
    except click.ClickException as error:
        complain(_usage(error))
        return UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        complain("Interrupted.")
        return INTERRUPTED
    except Terminated:
        complain("Terminated.")
        return STATUS
    except Exception as error:  # the last place before the user
        return status_of(error)
    return status if isinstance(status, int) else 0


class Stopped(NamedTuple):
    """What stopped the work on one input: its exit status, and what is to be said of it."""

    status: int
    sentences: tuple[str, ...]


def status_of(error: Exception, name: str = "") -> int:
    """Say what stopped the work on one input, and its exit status; see `stopped`."""
    found = stopped(error, name)
    for sentence in found.sentences:
        complain(sentence)
    return found.status


def stopped(error: Exception, name: str = "") -> Stopped:
    """What an error means to the user.

    Args:
        error: What stopped the work.
        name: The input, where the error does not name it.
    """
    # Imported here: without an error neither is needed, and both cost what --help has not.
    from checker.errors import InputError, UnreliableError  # noqa: PLC0415

    prefix = f"{name}: " if name else ""
    if isinstance(error, InputError):
        return Stopped(UNUSABLE, tuple(map(str, error.problems)))
    if isinstance(error, StreamError):
        return Stopped(UNUSABLE, (str(error),))
    if isinstance(error, UnreliableError):
        return Stopped(UNRELIABLE, (f"{prefix}{error}",))
    if isinstance(error, MemoryError):
        return Stopped(UNUSABLE, (f"{prefix}There is not enough memory for this input.",))
    return Stopped(UNRELIABLE, (f"{prefix}{_bug(error)}",))


def worst(one: int, other: int) -> int:
    """The worse of two exit statuses: 3, 2, 1, 0."""
    return max(one, other)


def _usage(error: click.ClickException) -> str:
    message = error.format_message().rstrip()
    if not message.endswith((".", "?")):
        message += "."
    context = getattr(error, "ctx", None)
    hint = "" if context is None else f"\nTry '{context.command_path} --help'."
    return f"Error: {message}{hint}"


def _bug(error: Exception) -> str:
    if os.environ.get(DEBUG) == "1":
        return "".join(traceback.format_exception(error)).rstrip()
    what = " ".join(str(error).split())[:200]
    said = type(error).__name__ + (f": {what}" if what else "")
    return (
        f"A bug of deliberation-check stopped the work ({said}); "
        f"please report it with what {DEBUG}=1 prints."
    )
