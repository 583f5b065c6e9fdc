"""A thousand acts in a folder: throughput by the number of jobs, memory from first to last."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.acts import ROOT
from tests.benchmarks.timing import show

pytestmark = pytest.mark.benchmark  # minutes: left out of CI

ACTS = 1_000
FEW = 100
MOST_GROWTH = 1.25
"""So much more memory a run over ten times the acts may take."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """So many copies of the committed cases."""
    cases = sorted(
        path for path in (ROOT / "cases").glob("*.json") if ".expected." not in path.name
    )
    (tmp_path / "acts").mkdir()
    for n in range(ACTS):
        shutil.copy(cases[n % len(cases)], tmp_path / "acts" / f"{n:04}.json")
    return tmp_path / "acts"


def test_throughput_and_memory(folder: Path) -> None:
    few = folder.parent / "few"
    few.mkdir()
    for path in sorted(folder.iterdir())[:FEW]:
        shutil.copy(path, few)
    rows = []
    most: dict[tuple[str, int], float] = {}
    outputs: dict[tuple[str, int], bytes] = {}
    for jobs in ("1", "2"):
        for acts, number in ((few, FEW), (folder, ACTS)):
            seconds, megabytes, printed = _run(jobs, acts)
            most[jobs, number] = megabytes
            outputs[jobs, number] = printed
            rows.append([f"--jobs {jobs}", number, seconds, number / seconds, megabytes])
    show("Acts in a folder", ["", "acts", "s", "acts/s", "most memory, MB"], rows)

    assert outputs["1", ACTS] == outputs["2", ACTS]
    for jobs in ("1", "2"):
        assert most[jobs, ACTS] < most[jobs, FEW] * MOST_GROWTH


def _run(jobs: str, folder: Path) -> tuple[float, float, bytes]:
    """Seconds, the most memory of the process that reports in MB, and what it printed."""
    printed = folder.parent / "printed.txt"
    start = time.perf_counter()
    with printed.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "checker", "--jobs", jobs, "--format", "csv", str(folder)],
            stdout=stream,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 1
    return time.perf_counter() - start, used.ru_maxrss / 1024, printed.read_bytes()
