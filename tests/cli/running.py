"""Running the commands, in this process for most tests, as a user types them for some."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from checker.cli.group import cli

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "cases" / "24-B-0045.json"
COMMAND = (sys.executable, "-m", "checker")

QUIET = {"LC_ALL": "en_GB.UTF-8", "NO_COLOR": "1"}


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Result:
    """The result of a command, in this process; the language is English unless told."""
    runner = CliRunner(env={**QUIET, **environment})
    return runner.invoke(cli, [str(each) for each in arguments], input=stdin)


def environment(**more: str) -> Mapping[str, str]:
    """The environment of a process that finds the package from any folder."""
    return {**os.environ, **QUIET, "PYTHONPATH": str(ROOT), **more}


def typed(
    *arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b"", **more: str
) -> subprocess.CompletedProcess[bytes]:
    """The result of a command in a process of its own."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=cwd,
        env=environment(**more),
        input=stdin,
        timeout=120,
    )


def typed_in_shell(script: str, cwd: Path) -> tuple[int, str, str]:
    """Status, output and errors of a shell script; `shell_words` is the command in it."""
    done = subprocess.run(
        ["/bin/bash", "-c", script],
        check=False,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment(LC_ALL="C.UTF-8"),  # bash complains of a locale that is not installed
        timeout=120,
    )
    return done.returncode, done.stdout, done.stderr


def shell_words() -> str:
    """The command, to stand in a shell script."""
    return shlex.join(COMMAND)
