"""How long a person waits for one case, beside what its imports alone take."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.timing import interleaved, show_times

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
ROUNDS = 15


def process(environment: dict[str, str], *arguments: str) -> Callable[[], object]:
    return partial(
        subprocess.run,
        [sys.executable, *arguments],
        check=False,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        env=environment,
    )


def test_start(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    made = partial(process, environment)
    subjects = {
        "python -c pass": made("-c", "pass"),
        "import click": made("-c", "import click"),
        "import click, attrs, tabulate, durable": made(
            "-c", "import click, attrs, tabulate, durable.engine"
        ),
        "--version": made("-m", "checker", "--version"),
        "--help": made("-m", "checker", "--help"),
        "rules": made("-m", "checker", "rules"),
        "one case, text": made("-m", "checker", "cases/24-B-0045.json"),
        "one case, json": made("-m", "checker", "--format", "json", "cases/24-B-0045.json"),
    }
    interleaved(subjects, 1)  # writes the bytecode

    show_times("Start-up, one process each", interleaved(subjects, ROUNDS))
