"""The accepted findings of `--waivers`; nothing is imported without them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from checker.report import Report

if TYPE_CHECKING:
    from checker.waivers import Waiver

_MOST = 5


class Acceptances:
    """Marks the findings that are accepted; the files are read once.

    Args:
        names: The files, as the user named them.
        checks: Identifiers of the checks there are.
        today: The day on which the entries must hold; the machine's where it is left out.
        open_counts: Whether what could not be decided counts as a finding.

    Raises:
        InputError: What is wrong with all the files.
    """

    def __init__(
        self,
        names: Sequence[str],
        checks: Iterable[str],
        *,
        today: datetime.date | None,
        open_counts: bool,
    ) -> None:
        self._waivers: tuple[Waiver, ...] = ()
        self._open_counts = open_counts
        if names:
            from checker.waivers import read_waivers  # noqa: PLC0415 - YAML is slow to import

            self._waivers = read_waivers(names, tuple(checks))
            # The only place where the clock counts, and only for what expires.
            self._today = today or datetime.datetime.now(datetime.timezone.utc).astimezone().date()

    def marked(self, report: Report) -> Report:
        """The report with its accepted findings."""
        if not self._waivers:
            return report
        from checker.report.waiving import waived  # noqa: PLC0415

        return waived(report, self._waivers, today=self._today, open_counts=self._open_counts)

    def met(self, report: Report) -> frozenset[str]:
        """The places of the entries that are about the act of a report."""
        act = report.act
        return frozenset(
            each.place for each in self._waivers if each.is_about(act.number, act.body)
        )

    def unmet(self, met: Collection[str]) -> Iterator[str]:
        """The entries whose act was not checked, as sentences.

        Args:
            met: The places of the others.
        """
        left = [each for each in self._waivers if each.place not in met]
        for each in left[:_MOST]:
            whose = f" of {each.body}" if each.body else ""
            yield f"{each.place}: no act {each.act}{whose} was checked; it accepts nothing."
        if len(left) > _MOST:
            yield f"{len(left) - _MOST} more accepted findings are of acts that were not checked."
