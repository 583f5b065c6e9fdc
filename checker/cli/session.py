"""One run of the check: inputs in, reports out, the worst exit status."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence

import click
from attrs import frozen

from checker.cli.examining import Examined, Examiner, Terms
from checker.cli.guard import UNRELIABLE, worst
from checker.cli.inputs import STANDARD_INPUT, Inputs, gather
from checker.cli.progress import Progress
from checker.cli.reporting import Reporting, refuses_terminal
from checker.cli.streams import complain
from checker.cli.workers import Workers, processors
from checker.errors import Problem
from checker.report import Unread, exit_status


@frozen
class Settings:
    """What the options of the check say; see its `--help`.

    Args:
        jobs: How many inputs are examined side by side; `None` for one per processor.
    """

    format: str
    outputs: tuple[tuple[str, str], ...]
    fail_on: str
    terms: Terms
    jobs: int | None = None


class Session:
    """Checks what the user named, and reports it as asked."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        if refuses_terminal(settings.format):
            message = f"{settings.format} is no text for a terminal; write it to a file with "
            raise click.UsageError(f"{message}--output {settings.format}=FILE.")
        self._examiner = Examiner(settings.terms)
        if not gc.isenabled():  # at the start of a process: what it has made by now lasts
            gc.freeze()
            gc.enable()
        self._status = 0
        self._met: set[str] = set()

    def run(self, paths: Sequence[str]) -> int:
        """Check what the user named, print and write the reports as they come.

        Returns:
            The exit status.
        """
        inputs = gather(paths)
        self._refuse_overwriting(inputs)
        for sentence in inputs.left_out:
            complain(sentence)
        settings = self._settings
        with Reporting(settings.format, settings.outputs, settings.terms.language) as reporting:
            for problem in inputs.problems:
                unread = Unread(problem.file, (problem,))
                self._report(Examined((unread,), (str(problem),)), reporting)
            progress = Progress(len(inputs.names))
            for done, found in enumerate(self._examined(inputs.names), start=1):
                progress.clear()
                self._report(found, reporting)
                progress.show(done, inputs.names[done - 1])
            progress.clear()
            for sentence in self._examiner.acceptances.unmet(self._met):
                complain(sentence)
            return worst(self._status, reporting.end())

    def _examined(self, names: Sequence[str]) -> Iterator[Examined]:
        """What each input gave, in their order; several are examined in processes of their own."""
        jobs = min(self._settings.jobs or processors(), len(names))
        # Standard input belongs to this process.
        if len(names) < 2 or STANDARD_INPUT in names or not hasattr(os, "fork"):
            yield from map(self._examiner.examine, names)
            return
        with Workers(self._examiner.examine, _lost, jobs) as workers:
            yield from workers.results(names)

    def _report(self, found: Examined, reporting: Reporting) -> None:
        for sentence in found.complaints:
            complain(sentence)
        told = exit_status(found.outcomes, self._settings.fail_on)
        self._status = max(self._status, found.status, told)
        self._met |= found.met
        for outcome in found.outcomes:
            reporting.add(outcome)

    def _refuse_overwriting(self, inputs: Inputs) -> None:
        read = (*inputs.names, *self._examiner.registers, *self._settings.terms.waivers)
        real = {os.path.realpath(name) for name in read}
        for _, name in self._settings.outputs:
            if os.path.realpath(name) in real:
                message = f"The report would overwrite {name}, which is read; name another file."
                raise click.UsageError(message)


def _lost(name: str, how: str) -> Examined:
    """What stands for an input whose process died."""
    message = f"The process that checked this input ended unexpectedly ({how}); check it alone."
    problem = Problem(name, 0, 0, "", message)
    return Examined((Unread(name, (problem,)),), (str(problem),), UNRELIABLE)
