"""One run of the check: inputs in, reports out, the worst exit status."""

from __future__ import annotations

import datetime
import difflib
import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from attrs import evolve, frozen

from checker import __version__
from checker.case import Document, Stage
from checker.checking import Checker
from checker.cli.beside import Beside
from checker.cli.documents import Given, given, set_aside
from checker.cli.group import COMMANDS
from checker.cli.guard import status_of, worst
from checker.cli.inputs import STANDARD_INPUT, Inputs, gather
from checker.cli.outputs import write_file
from checker.cli.ruleset import load, refuse_unknown_policies
from checker.cli.streams import colored, complain, say
from checker.errors import InputError, Problem
from checker.json_positions import Position, positions
from checker.report import (
    Outcome,
    Report,
    RulesInfo,
    SourceInfo,
    Unread,
    build_report,
    exit_status,
)
from checker.words import Language

if TYPE_CHECKING:
    from checker.reading import Source

T = TypeVar("T")
_MOST_TEXT = 20_000_000


@frozen
class Settings:
    """What the options of the check say; see its `--help`."""

    format: str
    outputs: tuple[tuple[str, str], ...]
    language: Language
    fail_on: str
    stage: Stage | None
    as_of: datetime.date | None
    today: datetime.date | None
    rulesets: tuple[str, ...]
    registers: tuple[str, ...] = ()


class Session:
    """Checks inputs one after the other by the same rules."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._rulesets = load(settings.rulesets)
        self._checker = Checker(self._rulesets, cached=True)
        self._beside = Beside(settings.registers, settings.language)
        self._made_with = RulesInfo(__version__, self._rulesets.digest)
        self._status = 0

    def run(self, paths: Sequence[str]) -> int:
        """Check what the user named, print and write the reports.

        Returns:
            The exit status.
        """
        inputs = gather(paths)
        self._refuse_overwriting(inputs)
        for sentence in inputs.left_out:
            complain(sentence)
        outcomes = tuple(self._outcomes(inputs))
        self._status = worst(self._status, exit_status(outcomes, self._settings.fail_on))
        for format_, name in self._settings.outputs:
            self._write(name, self._rendered(format_, outcomes))
        format_ = self._settings.format
        # Where nothing could be read, standard error has said all that a reader wants.
        if format_ != "text" or any(isinstance(outcome, Report) for outcome in outcomes):
            text = self._rendered(format_, outcomes, color=colored(sys.stdout))
            say(text, utf8=format_ != "text", end="")
        return self._status

    def _rendered(self, format_: str, outcomes: Sequence[Outcome], *, color: bool = False) -> str:
        # Only the one asked for: the libraries behind a format cost its users alone.
        if format_ == "json":
            from checker.render import as_json  # noqa: PLC0415

            return as_json.render(outcomes)
        from checker.render import as_text  # noqa: PLC0415

        return as_text.render(outcomes, self._settings.language, color=color)

    def _outcomes(self, inputs: Inputs) -> Iterator[Outcome]:
        for problem in inputs.problems:
            complain(str(problem))
            yield Unread(problem.file, (problem,))
        for name in inputs.names:
            yield from self._of_input(name)

    def _of_input(self, name: str) -> Iterator[Outcome]:
        """The report of a case file, or one for each deliberation of a document."""
        inputs = self._tried(name, partial(given, name))
        if isinstance(inputs, Unread):
            _hint_at_command(name)
            yield inputs
            return
        for each in inputs:
            yield self._tried(name, partial(self._report, each))

    def _tried(self, name: str, work: Callable[[], T]) -> T | Unread:
        try:
            return work()
        except InputError as error:
            self._status = worst(self._status, status_of(error))
            return Unread(name, error.problems)
        except Exception as error:
            # What goes wrong on one input is told, and the others are still checked.
            self._status = worst(self._status, status_of(error, name))
            return Unread(name, (Problem(name, 0, 0, "", f"{type(error).__name__}: {error}"),))

    def _report(self, one: Given) -> Report:
        settings, name, data = self._settings, one.name, one.data
        refuse_unknown_policies(one.case, name, self._rulesets)
        joined = self._beside.joined(one.case, data, name)
        case = joined.case
        checked = self._checker.check(case, as_of=settings.as_of, stage=settings.stage)
        source = SourceInfo(
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            texts={**_texts(one), **joined.texts},
            registers=joined.registers,
            notes=joined.notes,
        )
        if one.source is None:
            source = evolve(source, position=_Places(data))
        else:
            source = evolve(source, reading=set_aside(one.source, settings.language))
        report = build_report(
            checked,
            source=source,
            language=settings.language,
            made_with=self._made_with,
            today=settings.today,
        )
        for fault in report.faults:
            complain(f"{one.shown}: {fault}")
        return report

    def _write(self, name: str, text: str) -> None:
        try:
            write_file(name, text)
        except InputError as error:
            self._status = worst(self._status, status_of(error))

    def _refuse_overwriting(self, inputs: Inputs) -> None:
        real = {os.path.realpath(name) for name in (*inputs.names, *self._beside.names)}
        for _, name in self._settings.outputs:
            if os.path.realpath(name) in real:
                message = f"The report would overwrite {name}, which is read; name another file."
                raise click.UsageError(message)


class _Places:
    """Line and column of what stands in a case file, looked for when the first is wanted."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _known(self) -> Mapping[str, Position]:
        return positions(self._data.decode("utf-8-sig"))

    def __call__(self, path: str) -> tuple[int, int] | None:
        place = self._known.get(path)
        return None if place is None else (place.line, place.column)


def _hint_at_command(name: str) -> None:
    """Say what may have been meant by a file that is not there but reads like a command."""
    near = difflib.get_close_matches(name, COMMANDS, n=1)
    if near and not Path(name).exists():
        complain(f"Did you mean the command? It stands first: deliberation-check {near[0]} ...")


def _texts(given: Given) -> Mapping[str, str]:
    """The texts of the documents of the case, if they are the very ones it was read of.

    Only then do its offsets lead to a line. Beside a case file, only text documents are read.
    """
    if given.source is not None:
        documents = given.case.documents
        return {each.id: given.source.text for each in documents if _same(each, given.source)}
    if given.name == STANDARD_INPUT:
        return {}
    found: dict[str, str] = {}
    for document in given.case.documents:
        if document.sha256 and _plain(document.name):
            text = _read_text(Path(given.name).parent / document.name, document.sha256)
            if text is not None:
                found[document.id] = text
    return found


def _same(document: Document, source: Source) -> bool:
    return document.sha256 in (None, source.sha256)


def _plain(name: str) -> bool:
    return name.endswith(".txt") and Path(name).name == name and "\0" not in name


def _read_text(path: Path, sha256: str) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > _MOST_TEXT:
            return None
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            return None
        from checker.reading.txt import read_txt  # noqa: PLC0415 - only where there is one

        return read_txt(data, path.name).text
    except (OSError, InputError):
        return None
