"""How long a person waits for one case, beside what its imports alone take."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.timing import interleaved, show, show_times

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
ROUNDS = 15

FLOOR = "import click, attrs, tabulate, durable"
RULES = "all rules ready"
ONE_CASE = "one case, text"
COLD = ", nothing cached"

LOAD = "import checker.cli.group; from checker.cli.ruleset import load; load()"
"""What every command that needs the rules does first."""


def process(environment: Mapping[str, str], *arguments: str) -> Callable[[], object]:
    return partial(
        subprocess.run,
        [sys.executable, *arguments],
        check=False,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment,
    )


def without_cache(cache: Path, run: Callable[[], object]) -> Callable[[], object]:
    def fresh() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        run()

    return fresh


def test_start(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    made = partial(process, environment)
    cold = tmp_path / "cold"
    made_cold = partial(process, {**environment, "XDG_CACHE_HOME": str(cold)})
    case = "cases/24-B-0045.json"
    subjects = {
        "python -c pass": made("-c", "pass"),
        "import click": made("-c", "import click"),
        FLOOR: made("-c", "import click, attrs, tabulate, durable.engine"),
        "--version": made("-m", "checker", "--version"),
        "--help": made("-m", "checker", "--help"),
        RULES: made("-c", LOAD),
        RULES + COLD: without_cache(cold, made_cold("-c", LOAD)),
        "rules": made("-m", "checker", "rules"),
        ONE_CASE: made("-m", "checker", case),
        ONE_CASE + COLD: without_cache(cold, made_cold("-m", "checker", case)),
        "one case, json": made("-m", "checker", "--format", "json", case),
    }
    for folder in (tmp_path / "cache", cold):
        folder.mkdir()
    interleaved(subjects, 1)  # writes the bytecode and fills the cache

    times = interleaved(subjects, ROUNDS)
    show_times("Start-up, one process each", times)
    # Round by round: a machine that is busy for a while slows the floor as well.
    ratios = {
        name: statistics.median(one / floor for one, floor in zip(each, times[FLOOR], strict=True))
        for name, each in times.items()
    }
    headers = ["", f"“{FLOOR}”"]
    show("Beside the floor", headers, [[name, f"× {each:.2f}"] for name, each in ratios.items()])

    assert ratios[RULES] < 2, "The target is 1.3."
