"""What the guides tell a new user to do works as they say, in another directory."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from junitparser import Failure, JUnitXml

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

    changed = run(example.parent, "test", "--ruleset", "my-rules", "--mutate", "--lang", "fr")
    assert changed.returncode == 0, changed.stdout + changed.stderr

    done = run(example.parent, "--ruleset", "my-rules", "mine.json", "--format", "json")
    report = json.loads(done.stdout)
    (found,) = (entry for entry in report["rules"] if entry["id"] == "POL-01")
    assert [instance["verdict"] for instance in found["instances"]] == ["pass", "pass"]

    act = run(example.parent, "--ruleset", "my-rules", REFERENCE, "--format", "json")
    assert act.returncode == 1, act.stderr


@pytest.mark.slow
def test_excerpts_of_the_readme_are_real(example: Path) -> None:
    shown = [
        run(example.parent, REFERENCE, "--lang", "fr"),
        run(example.parent, "explain", "CON-01", "mine.json", "--lang", "fr"),
        run(example.parent, "explain", "ARI-01", "mine.json", "--lang", "fr"),
    ]
    printed = {line.strip() for done in shown for line in plain(done.stdout).splitlines()}
    excerpts = [line.strip() for block in blocks(README, "text") for line in block.splitlines()]

    assert excerpts
    assert [line for line in excerpts if line and line not in printed] == []


def named(language: str) -> dict[str, str]:
    """The code blocks of the README that begin with the name of a file, by that name."""
    found = (re.match(r"# (\S+)\n", block) for block in blocks(README, language))
    return {match[1]: match.string for match in found if match}


def test_ci_job_of_the_readme(example: Path) -> None:
    """The files as they are written, the script as it is typed, in a folder with nothing else."""
    folder = example.parent
    files = named("toml") | named("yaml")
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "drafts").mkdir()
    example.rename(folder / "drafts" / "2024-031.json")
    installing, *script = yaml.safe_load(files[".gitlab-ci.yml"])["deliberations"]["script"]
    done = [run(folder, *shlex.split(line)[1:], "--today", "2026-12-01") for line in script]

    assert installing == 'pip install "deliberation-check[documents]"'
    assert [each.returncode for each in done] == [1]
    assert done[0].stderr == ""
    assert "dont 1 accepté" in plain(done[0].stdout).splitlines()[-1]
    sarif = json.loads((folder / "deliberations.sarif").read_text("utf-8"))
    waived = [each for each in sarif["runs"][0]["results"] if each.get("suppressions")]
    assert [each["ruleId"] for each in waived] == ["CON-01"]
    failures = [
        case.name
        for suite in JUnitXml.fromfile(str(folder / "deliberations.xml"))
        for case in suite
        if any(isinstance(each, Failure) for each in case.result)
    ]
    assert any(name.startswith("ARI-01") for name in failures)
    assert not any(name.startswith("CON-01") for name in failures)


def test_commands_of_the_readme_exist(tmp_path: Path) -> None:
    names = set(re.findall(r"deliberation-check ([a-z]+)\b", "\n".join(blocks(README, "sh"))))

    for name in names - {"cases"}:
        assert run(tmp_path, name, "--help").returncode == 0, name
