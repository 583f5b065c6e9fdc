"""The hooks for pre-commit: what they ask for is there, and their entries do what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import Result

from tests.acts import ROOT
from tests.cli.conftest import small
from tests.cli.running import run
from tests.registers.making import put

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
NEEDED = {"id", "name", "description", "entry", "language", "files"}
KNOWN = NEEDED | {"args", "additional_dependencies", "exclude", "require_serial", "pass_filenames"}


def as_pre_commit_runs(hook: dict[str, Any], staged: list[str]) -> Result:
    """The entry, its arguments, and the staged files that the hook is for, in this folder."""
    first, *entry = shlex.split(hook["entry"])
    assert first == "deliberation-check"
    excluded = hook.get("exclude", "^$")
    taken = [
        name for name in staged if re.search(hook["files"], name) and not re.search(excluded, name)
    ]
    assert taken, "pre-commit would skip the hook"
    names = taken if hook.get("pass_filenames", True) else []
    return run(*entry, *hook.get("args", []), *names)


def test_each_hook_has_what_pre_commit_wants() -> None:
    assert HOOKS.keys() == {"deliberation-check", "deliberation-check-test"}
    for hook in HOOKS.values():
        assert NEEDED <= hook.keys() <= KNOWN
        assert hook["language"] == "python"
        assert hook["additional_dependencies"] == [".[documents]"]


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("cases/a.json", True),
        ("cases/2024/a.pdf", True),
        ("cases/a.docx", True),
        ("cases/a.expected.json", False),
        ("package.json", False),
        ("cases/a.txt", False),
    ],
)
def test_the_check_is_for_cases_and_documents(name: str, taken: bool) -> None:
    hook = HOOKS["deliberation-check"]
    found = re.search(hook["files"], name) and not re.search(hook["exclude"], name)

    assert bool(found) is taken


@pytest.mark.slow
def test_the_check_stops_a_commit_with_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"cases/good.json": small(), "cases/bad.json": small("300.01")})
    hook = HOOKS["deliberation-check"]

    assert as_pre_commit_runs(hook, ["cases/good.json", "README.md"]).exit_code == 0
    done = as_pre_commit_runs(hook, ["cases/good.json", "cases/bad.json"])
    assert done.exit_code == 1, done.stderr
    assert "ARI-01" in done.stdout


@pytest.mark.slow
def test_the_other_stops_a_commit_that_changes_a_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"cases/act.json": small()})
    hook, staged = HOOKS["deliberation-check-test"], ["cases/act.json"]
    written = {**hook, "args": [*hook["args"], "--update"]}
    as_pre_commit_runs(written, staged)

    assert as_pre_commit_runs(hook, staged).exit_code == 0
    put(tmp_path, {"cases/act.json": small("300.01")})
    done = as_pre_commit_runs(hook, staged)
    assert done.exit_code == 1, done.stderr
    assert "ARI-01" in done.stdout
