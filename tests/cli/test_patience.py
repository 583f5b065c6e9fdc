"""Work that takes too long is stopped, and the user told."""

from __future__ import annotations

import re
import signal
import threading
from pathlib import Path

import pytest

from checker.cli import documents
from checker.cli.patience import OutOfPatienceError, patience
from checker.law.edition import Law
from checker.reading import Source
from tests.cli.running import run


def endless(*_: object) -> None:
    while True:
        pass


def test_endless_work_is_stopped() -> None:
    with pytest.raises(OutOfPatienceError), patience(0.05):
        endless()


def test_an_endless_regular_expression_is_stopped() -> None:
    with pytest.raises(OutOfPatienceError), patience(0.05):
        re.match("(a*)*b", "a" * 40)


def test_nothing_comes_after_the_work() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with patience(0.2):
        pass

    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) is before


def test_another_thread_works_without_it() -> None:
    done: list[bool] = []

    def work() -> None:
        with patience(0.05):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert done == [True]


def test_a_document_that_takes_too_long_exits_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(source: Source, _law: Law) -> None:
        endless(source)

    monkeypatch.setattr(documents, "_extract", slow)
    monkeypatch.setattr(documents, "SECONDS", 0.05)
    path = tmp_path / "act.txt"
    path.write_text("Délibération n° 1", encoding="utf-8")
    result = run(path)

    assert result.exit_code == 2
    assert f"{path}: It takes over 0.05 seconds to tell what this document says." in result.stderr
