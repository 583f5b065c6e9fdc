"""One run of `diff`: two acts judged, and what differs."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from typing import TypeVar

import click
from attrs import evolve, frozen

from checker.cli.documents import given_one
from checker.cli.examining import Examiner, Terms
from checker.cli.guard import FOUND, UNRELIABLE
from checker.cli.streams import colored, complain, say
from checker.difference.compare import compare

T = TypeVar("T")


@frozen
class Wish:
    """What the arguments of `diff` say; see its `--help`."""

    paths: tuple[str, ...]
    days: tuple[datetime.date, ...]
    numbers: tuple[str, ...]
    format: str
    terms: Terms


def run(wish: Wish) -> int:
    """Judge both acts, and print what differs.

    Returns:
        The exit status.

    Raises:
        InputError: An act cannot be read.
        UsageError: There are not two acts, nor one with two dates of the law.
    """
    paths = _two_acts(wish)
    sides = zip(
        paths,
        _for_both("--as-of", wish.days),
        _for_both("--number", wish.numbers),
        strict=True,
    )
    judged = []
    for path, day, number in sides:
        examiner = Examiner(evolve(wish.terms, as_of=day))
        one = given_one(path, examiner.law, number)
        case, report = examiner.judged(one)
        for fault in report.faults:
            complain(f"{one.shown}: {fault}")
        judged.append((case, report))
    found = compare(judged[0], judged[1])
    if wish.format == "json":
        from checker.render import difference_json  # noqa: PLC0415

        say(difference_json.render(found), utf8=True, end="")
    else:
        from checker.render import difference_text  # noqa: PLC0415

        say(difference_text.render(found, color=colored(sys.stdout)), end="")
    if not found.reliable:
        return UNRELIABLE
    return FOUND if found.any else 0


def _two_acts(wish: Wish) -> tuple[str, str]:
    if len(wish.paths) == 2:
        return wish.paths[0], wish.paths[1]
    if len(wish.paths) == 1 and (len(wish.days) == 2 or len(wish.numbers) == 2):
        return wish.paths[0], wish.paths[0]
    message = (
        "diff compares two acts, OLD and NEW; or one, with --as-of given twice (two dates of the"
        " law) or --number given twice (two deliberations of a document)."
    )
    raise click.UsageError(message)


def _for_both(option: str, values: Sequence[T]) -> tuple[T | None, T | None]:
    """What holds for the old act and for the new one."""
    if len(values) > 2:
        message = f"{option} is given {len(values)} times; give it once for both acts, or twice."
        raise click.UsageError(message)
    if not values:
        return None, None
    return values[0], values[-1]
