"""What the guides tell a new user to do works as they say, in another directory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acts import REFERENCE, ROOT

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a guide in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def plain(text: str) -> str:
    """A text with ordinary spaces only."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def run(cwd: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command as a user types it."""
    return subprocess.run(
        [sys.executable, "-m", "checker", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The short case of the README, saved as it says."""
    (block,) = blocks(README, "json")
    path = tmp_path / "mine.json"
    path.write_text(block, "utf-8")
    return path


def test_short_case_of_the_readme(example: Path) -> None:
    done = run(example.parent, "mine.json", "--lang", "fr")

    assert done.returncode == 1, done.stderr
    assert "[CON-01]" in done.stdout
    assert "Écart : 500,00 €" in plain(done.stdout)
    assert "8 constats" in plain(done.stdout).splitlines()[-1]


def test_rule_in_ten_minutes(example: Path) -> None:
    rule = example.parent / "my-rules" / "smallest-award.yaml"
    rule.parent.mkdir()
    rule.write_text(blocks(CONTRIBUTING, "yaml")[0], "utf-8")

    tried = run(example.parent, "test", "--ruleset", "my-rules", "--lang", "fr")
    assert tried.returncode == 0, tried.stdout + tried.stderr

    done = run(example.parent, "--ruleset", "my-rules", "mine.json", "--format", "json")
    report = json.loads(done.stdout)
    (found,) = (entry for entry in report["rules"] if entry["id"] == "POL-01")
    assert [instance["verdict"] for instance in found["instances"]] == ["pass", "pass"]

    act = run(example.parent, "--ruleset", "my-rules", REFERENCE, "--format", "json")
    assert act.returncode == 1, act.stderr


def test_excerpts_of_the_readme_are_real(tmp_path: Path) -> None:
    done = run(tmp_path, REFERENCE, "--lang", "fr")
    printed = {line.strip() for line in plain(done.stdout).splitlines()}
    excerpts = [line.strip() for block in blocks(README, "text") for line in block.splitlines()]

    assert excerpts
    assert [line for line in excerpts if line and line not in printed] == []


def test_commands_of_the_readme_exist(tmp_path: Path) -> None:
    names = set(re.findall(r"deliberation-check ([a-z]+)\b", "\n".join(blocks(README, "sh"))))

    for name in names - {"cases"}:
        assert run(tmp_path, name, "--help").returncode == 0, name
