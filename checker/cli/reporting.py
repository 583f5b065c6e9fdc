"""Where the reports of a run go: standard output and files, each in its format, as they come."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from checker.cli.guard import status_of, worst
from checker.cli.outputs import OutputFile
from checker.cli.streams import colored, say
from checker.errors import InputError
from checker.render.formats import BINARY, Piece, encoded, renderer
from checker.report import Outcome, Report
from checker.words import Language


class Printed:
    """The report on standard output.

    Text is printed only once there is a report in it: where nothing could be read, standard error
    has said all that a reader wants.
    """

    def __init__(self, format_: str, language: Language) -> None:
        self._utf8 = format_ != "text"
        self._renderer = renderer(format_, language, color=colored(sys.stdout))
        self._wanted = self._utf8
        self._kept: list[Piece] = []

    def add(self, outcome: Outcome) -> None:
        """Print what can be printed now."""
        self._wanted = self._wanted or isinstance(outcome, Report)
        self._print(self._renderer.add(outcome))

    def end(self) -> None:
        """Print the rest."""
        self._print(self._renderer.end())

    def _print(self, piece: Piece) -> None:
        self._kept.append(piece)
        if self._wanted:
            for each in self._kept:
                say(each, utf8=self._utf8, end="")
            self._kept.clear()


class Filed:
    """The report in a file; once it cannot be written, it is given up, and that is said once."""

    def __init__(self, format_: str, name: str, language: Language) -> None:
        self._renderer = renderer(format_, language)
        self.status = 0
        self._file: OutputFile | None = None
        try:
            self._file = OutputFile(name)
        except InputError as error:
            self._give_up(error)

    def add(self, outcome: Outcome) -> None:
        """Write what can be written now."""
        if self._file is not None:
            self._write(self._file, self._renderer.add(outcome))

    def end(self) -> None:
        """Write the rest, and put the file in its place."""
        if self._file is not None:
            self._write(self._file, self._renderer.end(), last=True)

    def abandon(self) -> None:
        """Leave the file as it was."""
        if self._file is not None:
            self._file.abandon()

    def _write(self, file: OutputFile, piece: Piece, *, last: bool = False) -> None:
        try:
            file.write(encoded(piece))
            if last:
                file.finish()
        except InputError as error:
            self._give_up(error)

    def _give_up(self, error: InputError) -> None:
        self._file = None
        self.status = worst(self.status, status_of(error))


class Reporting:
    """Every output of a run; a context, so that an interrupted run leaves no half-written file."""

    def __init__(
        self, format_: str, outputs: Sequence[tuple[str, str]], language: Language
    ) -> None:
        self._printed = Printed(format_, language)
        self._files = [Filed(each, name, language) for each, name in outputs]

    def __enter__(self) -> Reporting:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files:
            file.abandon()

    def add(self, outcome: Outcome) -> None:
        """Report one outcome everywhere."""
        for file in self._files:
            file.add(outcome)
        self._printed.add(outcome)

    def end(self) -> int:
        """Finish every output.

        Returns:
            The exit status of what could not be written.
        """
        for file in self._files:
            file.end()
        self._printed.end()
        return max((file.status for file in self._files), default=0)


def refuses_terminal(format_: str) -> bool:
    """Whether a format is no text and standard output a terminal."""
    return format_ in BINARY and sys.stdout is not None and sys.stdout.isatty()
