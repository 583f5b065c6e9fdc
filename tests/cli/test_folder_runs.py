"""Folders of acts: side by side or one by one, interrupted, changed meanwhile, on a full disk."""

from __future__ import annotations

import json
import os
import pty
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import casefile
from checker.cli import inputs
from checker.cli.examining import Examined, Examiner
from tests.cli.conftest import Writer
from tests.cli.running import COMMAND, environment, run, shell_words, typed, typed_in_shell


@pytest.fixture
def folder(write: Writer, tmp_path: Path) -> Path:
    """Six acts, one of them with a wrong total and one that is broken."""
    for n in range(6):
        write(f"acts/{n}.json", total="300.01" if n == 3 else "300.00")
    (tmp_path / "acts" / "5.json").write_text('{"schema": "deliberation-check/case/1",')
    return tmp_path / "acts"


@pytest.mark.parametrize("format_", ["text", pytest.param("json", marks=pytest.mark.slow)])
def test_any_number_of_jobs_gives_the_same_bytes(folder: Path, format_: str) -> None:
    alone = run("--jobs", "1", "--format", format_, folder)
    two = run("--jobs", "2", "--format", format_, folder)
    many = run("--jobs", "20", "--format", format_, folder)

    assert {each.exit_code for each in (alone, two, many)} == {2}
    assert alone.stdout_bytes == two.stdout_bytes == many.stdout_bytes
    assert alone.stderr == two.stderr == many.stderr
    assert "5.json:1:40" in alone.stderr


def test_work_is_done_in_other_processes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = folder.parent / "seen"

    def noted(*_: object) -> Examined:
        with seen.open("a") as file:
            file.write(f"{os.getpid()}\n")
        return Examined(())

    monkeypatch.setattr(Examiner, "examine", noted)
    run("--jobs", "2", folder)
    here = str(os.getpid())

    assert here not in seen.read_text().split()
    assert len(set(seen.read_text().split())) == 2
    seen.unlink()
    run("--jobs", "1", folder)
    assert len(set(seen.read_text().split())) == 1
    assert here not in seen.read_text().split()
    seen.unlink()
    run(folder / "0.json")
    assert seen.read_text().split() == [here]


def test_a_process_that_is_killed_costs_its_input_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examine: Callable[[Examiner, str], Examined] = Examiner.examine

    def dying(self: Examiner, name: str) -> Examined:
        if name.endswith("2.json"):
            os.kill(os.getpid(), signal.SIGKILL)
        return examine(self, name)

    monkeypatch.setattr(Examiner, "examine", dying)
    (folder / "5.json").unlink()
    result = run("--jobs", "2", "--format", "json", folder)
    reports = json.loads(result.stdout)["reports"]

    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
    assert "ended unexpectedly (SIGKILL)" in result.stderr
    assert ["errors" in each for each in reports] == [n == 2 for n in range(5)]


@pytest.mark.parametrize(
    ("jobs", "tell", "status", "said"),
    [
        ("1", lambda pid: os.killpg(pid, signal.SIGINT), 130, "Interrupted."),
        ("2", lambda pid: os.killpg(pid, signal.SIGINT), 130, "Interrupted."),
        ("2", lambda pid: os.kill(pid, signal.SIGTERM), 143, "Terminated."),
    ],
)
def test_an_interrupted_run_leaves_no_file_and_no_process(
    folder: Path, jobs: str, tell: Callable[[int], None], status: int, said: str
) -> None:
    (folder / "5.json").unlink()
    report = folder.parent / "report.json"
    report.write_text("old")
    for n in range(6, 400):
        (folder / f"{n:03}.json").write_bytes((folder / "0.json").read_bytes())
    process = subprocess.Popen(
        [*COMMAND, "--jobs", jobs, "--output", f"json={report}", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()  # the first report is out: the run is in its midst
    tell(process.pid)
    _, stderr = process.communicate(timeout=60)

    assert process.returncode == status
    assert stderr.decode().strip() == said
    assert report.read_text() == "old"
    assert sorted(each.name for each in folder.parent.iterdir()) == ["acts", "report.json"]
    with pytest.raises(ProcessLookupError):
        _wait_for_end(process.pid)


def _wait_for_end(group: int) -> None:
    """Raise ProcessLookupError once no process of a group is left."""
    for _ in range(100):
        os.killpg(group, 0)
        time.sleep(0.1)


def test_a_reader_that_leaves_ends_nothing_else(folder: Path) -> None:
    report = folder.parent / "report.json"
    script = (
        f"{shell_words()} --jobs 2 --output json={report} {folder} 2>/dev/null | head -n 1;"
        " echo ${PIPESTATUS[0]}"
    )
    status, stdout, stderr = typed_in_shell(script, folder)

    assert (status, stderr) == (0, "")
    assert stdout.splitlines()[-1] == "2"
    assert len(json.loads(report.read_text())["reports"]) == 6


def test_a_disk_that_fills_leaves_the_old_report(folder: Path) -> None:
    """The system lets no file grow beyond a few kilobytes, as on a full disk."""
    report = folder.parent / "report.json"
    report.write_text("old")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))

    done = subprocess.run(
        [*COMMAND, "--output", f"json={report}", str(folder / "0.json")],
        check=False,
        capture_output=True,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=limit,
        timeout=120,
    )

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        f"{report}: The file cannot be written: File too large."
    ]
    assert report.read_text() == "old"
    assert sorted(each.name for each in folder.parent.iterdir()) == ["acts", "report.json"]
    assert b"Verdicts" in done.stdout


@pytest.mark.parametrize("name", ["/dev/full", "/proc/report.json", "/missing/report.json"])
def test_what_cannot_be_written_is_one_sentence(write: Writer, name: str) -> None:
    result = run("--output", f"json={name}", write())

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{name}: The file cannot be written: ")
    assert len(result.stderr.splitlines()) == 1
    assert " without anomaly" in result.stdout


def test_a_case_that_changes_while_it_is_read_is_judged_as_it_was_read(
    write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write()
    before = run("--format", "json", path).stdout
    read: Callable[[Path, int | None], bytes] = casefile.read_bytes

    def changing(file: Path, most: int | None = None) -> bytes:
        data = read(file, most)
        path.write_text("gone")
        return data

    monkeypatch.setattr(inputs, "read_bytes", changing)

    assert run("--format", "json", path).stdout == before


@pytest.mark.slow
def test_progress_is_for_a_terminal_and_taken_away(folder: Path) -> None:
    (folder / "5.json").unlink()
    parent, child = pty.openpty()
    shown = bytearray()
    with subprocess.Popen(
        [*COMMAND, "--format", "json", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=child,
        env=environment(TERM="xterm"),
    ):
        os.close(child)
        reader = threading.Thread(target=_drain, args=(parent, shown))
        reader.start()
    reader.join()
    os.close(parent)
    text = shown.decode()

    assert "\r\x1b[K1/5 " in text
    assert "\r\x1b[K5/5 " in text
    assert text.endswith("\r\x1b[K")
    assert typed("--format", "json", folder).stderr == b""


def _drain(terminal: int, into: bytearray) -> None:
    try:
        while data := os.read(terminal, 65536):
            into += data
    except OSError:  # the terminal is gone when the process is
        return
