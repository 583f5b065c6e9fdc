"""Whatever happens in a command ends in sentences and an exit status."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from checker.case import Case
from checker.checking import Checked, Checker
from checker.cli.guard import DEBUG, guarded, worst
from checker.errors import InputError, Problem, UnreliableError
from tests.cli.conftest import Writer
from tests.cli.running import COMMAND, environment, run, typed


def status_after(error: BaseException) -> int:
    def work() -> None:
        raise error

    return guarded(work)


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (InputError([Problem("b", 2, 0, "", "Two."), Problem("a", 1, 3, "$", "One.")]), 2, "a:1:3"),
        (UnreliableError("The engine died."), 3, "The engine died."),
        (KeyboardInterrupt(), 130, "Interrupted."),
        (MemoryError(), 2, "There is not enough memory for this input."),
        (ValueError("odd\nvalue"), 3, "A bug of deliberation-check stopped the work (ValueError"),
        (RecursionError(), 3, "(RecursionError); please report it"),
    ],
)
def test_errors_become_sentences(
    error: BaseException, status: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    found = status_after(error)
    text = capfd.readouterr().err

    assert found == status
    assert said in text
    assert "Traceback" not in text
    assert len(text.splitlines()) == (2 if isinstance(error, InputError) else 1)


def test_a_bug_shows_its_traceback_on_demand(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DEBUG, "1")

    assert status_after(ValueError("odd")) == 3
    assert "Traceback" in capfd.readouterr().err


def test_the_worst_status_is_the_greatest() -> None:
    assert [worst(0, 1), worst(1, 2), worst(3, 2), worst(0, 0)] == [1, 2, 3, 0]


def test_a_bug_on_one_input_leaves_the_others_checked(
    write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = write("good.json"), write("bad.json", act={"number": "boom"})
    check = Checker.check

    def broken(self: Checker, case: Case, **options: Any) -> Checked:
        if case.act.number == "boom":
            message = "something no one thought of"
            raise RuntimeError(message)
        return check(self, case, **options)

    monkeypatch.setattr(Checker, "check", broken)
    result = run(bad, good)

    assert result.exit_code == 3
    assert result.stdout.splitlines()[-1].startswith("Verdicts")
    assert result.stderr.startswith(f"{bad}: A bug of deliberation-check stopped the work")


def test_verdicts_in_doubt_exit_3_and_say_so(
    write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(*_: object) -> None:
        message = "The rules engine died."
        raise UnreliableError(message)

    monkeypatch.setattr("checker.checking.judging_apart", dead)
    path = write()
    result = run(path)

    assert result.exit_code == 3
    assert f"{path}: The rules engine died." in result.stderr
    assert " 0 without anomaly" in result.stdout.splitlines()[-1]


def test_an_interrupt_ends_at_once_in_one_sentence(tmp_path: Path) -> None:
    fifo = tmp_path / "never.json"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*COMMAND, str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    # It opens the pipe and waits for a writer that writes nothing.
    with process, fifo.open("wb"):
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=60)

    assert process.returncode == 130
    assert stderr.strip() == b"Interrupted."


@pytest.mark.parametrize(
    ("more", "coloured"),
    [
        ({"NO_COLOR": "", "TERM": "xterm"}, True),
        ({"TERM": "xterm"}, False),
        pytest.param({"TERM": "dumb"}, False, marks=pytest.mark.slow),
    ],
)
def test_a_terminal_gets_colours_unless_told(
    write: Writer, more: dict[str, str], coloured: bool
) -> None:
    path = write(total="300.01")
    parent, child = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, str(path)], stdout=child, stderr=child, env=environment(**more)
    ):
        os.close(child)
        shown = b""
        try:
            while data := os.read(parent, 65536):
                shown += data
        except OSError:  # the terminal is gone when the process is
            pass
    os.close(parent)

    assert (b"\x1b[" in shown) is coloured


def test_a_file_has_no_colours_even_from_a_terminal(write: Writer, tmp_path: Path) -> None:
    report = tmp_path / "r.txt"

    typed("--output", f"text={report}", write(total="300.01"), NO_COLOR="", TERM="xterm")

    assert "\x1b" not in report.read_text()
