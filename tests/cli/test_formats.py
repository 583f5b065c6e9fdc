"""Every format from one run, as typed."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import zipfile
from pathlib import Path

import pytest
from junitparser import JUnitXml

from checker.cli.options import REPORT_FORMATS
from checker.render.formats import BINARY, FORMATS
from tests.cli.conftest import Writer
from tests.cli.running import COMMAND, ROOT, environment, run


def written(case: Path, folder: Path) -> dict[str, bytes]:
    """The reports on a case and two files that are none, by format."""
    folder.mkdir()
    (folder / "broken.json").write_text("{", "utf-8")
    files = {name: folder / f"report.{name}" for name in REPORT_FORMATS}
    outputs = [f"--output={name}={path}" for name, path in files.items()]
    done = run(*outputs, case, "absent.json", folder / "broken.json")

    assert done.exit_code == 2
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["broken.json", *(path.name for path in files.values())]
    )
    return {name: path.read_bytes() for name, path in files.items()}


@pytest.mark.slow
def test_all_formats_at_once_twice_the_same(write: Writer, tmp_path: Path) -> None:
    case = write(total="300.01")
    found = written(case, tmp_path / "reports")
    (tmp_path / "reports").rename(tmp_path / "before")

    assert written(case, tmp_path / "reports") == found
    assert found["short"].count(b"\n") == 3
    assert json.loads(found["sarif"])["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert [suite.errors for suite in JUnitXml.fromstring(found["junit"])] == [0, 1, 1]
    assert zipfile.ZipFile(io.BytesIO(found["docx"])).testzip() is None
    assert found["markdown"].startswith(b"# REPORT ON A DELIBERATION\n")


def test_the_commands_know_the_formats_there_are() -> None:
    assert REPORT_FORMATS == FORMATS


def test_the_page_on_formats_has_each_of_them() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")

    assert [name for name in FORMATS if f"\n| `{name}` |" not in page] == []


@pytest.mark.slow
def test_what_is_no_text_goes_to_a_file_or_a_pipe_not_to_a_terminal(write: Writer) -> None:
    case = write(total="300.01")
    arguments = [*COMMAND, "--format", "docx", str(case)]
    parent, child = pty.openpty()
    try:
        shown = subprocess.run(
            arguments,
            check=False,
            stdout=child,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=120,
        )
    finally:
        os.close(child)
        os.close(parent)
    piped = run("--format", "docx", case)

    assert {"docx"} == BINARY
    assert shown.returncode == 2
    assert b"--output docx=FILE" in shown.stderr
    assert piped.exit_code == 1
    assert zipfile.ZipFile(io.BytesIO(piped.stdout_bytes)).testzip() is None
