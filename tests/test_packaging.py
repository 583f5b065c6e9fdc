"""The wheel holds all that the command needs, wherever it is run."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.acts import REFERENCE, ROOT

TEMPLATES = "checker/render/as_html/templates/*"


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--no-index", "--wheel-dir", folder, ROOT),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_rules_and_schemas(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {str(path.relative_to(ROOT)) for path in (ROOT / "rulesets").rglob("*.yaml")}

    assert {f"checker/{name}" for name in rules} <= names
    assert {"checker/py.typed", "checker/schemas/case-1.schema.json"} <= names
    templates = {path.relative_to(ROOT).as_posix() for path in ROOT.glob(TEMPLATES)}
    assert templates
    assert templates <= names
    assert not [name for name in names if name.startswith(("tests/", "cases/"))]


def test_installed_command_works_anywhere(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(target)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    done = run(
        *(sys.executable, "-m", "checker", "--lang", "fr", REFERENCE),
        cwd=elsewhere,
        PYTHONPATH=str(target),
        PYTHONSAFEPATH="1",
    )

    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines()[-1].startswith("Verdicts")
    where = run(
        *(sys.executable, "-c", "import checker; print(checker.__file__)"),
        cwd=elsewhere,
        PYTHONPATH=str(target),
        PYTHONSAFEPATH="1",
    )
    assert str(target) in where.stdout
