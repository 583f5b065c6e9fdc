"""Style, types and the walls between the rooms: one test for each tool."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.acts import ROOT


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["lint-imports", "--no-cache"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_tool_finds_nothing(command: list[str]) -> None:
    tool = shutil.which(command[0], path=f"{sys.prefix}/bin") or shutil.which(command[0])
    assert tool is not None, f"{command[0]} is not installed; run ./in-env pytest."
    done = subprocess.run(
        [tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
