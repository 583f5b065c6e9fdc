"""Times side by side: runs interleaved, so that a busy machine slows all alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence

from tabulate import tabulate


def interleaved(
    subjects: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, list[float]]:
    """Milliseconds of each subject, one run of each in every round."""
    found: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds):
        for name, run in subjects.items():
            start = time.perf_counter()
            run()
            found[name].append((time.perf_counter() - start) * 1000)
    return found


def show(title: str, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table."""
    print(f"\n{title}\n{tabulate(rows, headers, floatfmt='.1f')}")


def show_times(title: str, times: Mapping[str, Sequence[float]]) -> None:
    """Print least and median of each subject."""
    rows = [[name, min(each), statistics.median(each)] for name, each in times.items()]
    show(title, ["", "least, ms", "median, ms"], rows)
