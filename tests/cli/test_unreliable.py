"""Each judge, each fold and each guard broken on purpose is noticed, and ends in exit status 3."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from checker.engine.durable import aggregates, lets, network, rete
from checker.engine.firing import Outcome
from checker.engine.plain import rows
from checker.engine.plain.interpreter import Interpreter
from checker.interval import Interval, plus, point
from tests.cli.conftest import Writer
from tests.cli.running import run

Break = Callable[[pytest.MonkeyPatch], None]


def one_more(function: Callable[..., Interval]) -> Callable[..., Interval]:
    """A sum or count that is one too high."""
    return lambda *values, **options: plus(function(*values, **options), point(1))


def _drop(judge: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    return lambda *arguments: judge(*arguments)[1:]


def _turn(judge: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    def turned(*arguments: Any) -> list[Any]:
        first, *others = judge(*arguments)
        wrong = Outcome.FAIL if first.outcome is Outcome.PASS else Outcome.PASS
        return [evolve(first, outcome=wrong), *others]

    return turned


def _killed(*_: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _raised(*_: Any) -> None:
    message = "the engine said something unusual"
    raise RuntimeError(message)


BREAKS: dict[str, Break] = {
    "the plain judge drops an instance": lambda m: m.setattr(
        Interpreter, "judge", _drop(Interpreter.judge)
    ),
    "the plain judge turns an outcome": lambda m: m.setattr(
        Interpreter, "judge", _turn(Interpreter.judge)
    ),
    "the plain judge sums wrongly": lambda m: m.setattr(rows, "total", one_more(rows.total)),
    "the plain judge counts wrongly": lambda m: m.setattr(rows, "count", one_more(rows.count)),
    "the fold counts and sums wrongly": lambda m: m.setattr(
        lets, "count_or_sum", one_more(aggregates.count_or_sum)
    ),
    "the engine answers what it never should": lambda m: m.setattr(rete, "HANDLED", 7),
    "the control fact is lost": lambda m: m.setattr(rete.Session, "_match", _raised),
    "durable-rules drops an instance": lambda m: m.setattr(
        network.Network, "judge", _drop(network.Network.judge)
    ),
    "durable-rules turns an outcome": lambda m: m.setattr(
        network.Network, "judge", _turn(network.Network.judge)
    ),
    "the engine dies": lambda m: m.setattr(network.Network, "judge", _killed),
    "the engine raises": lambda m: m.setattr(network.Network, "judge", _raised),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_broken_judge(write: Writer, monkeypatch: pytest.MonkeyPatch, broken: Break) -> None:
    broken(monkeypatch)

    result = run("--format", "json", write(total="300.01"))

    assert result.exit_code == 3, result.output
    report = json.loads(result.stdout)
    assert report["reliable"] is False
    assert report["faults"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_report_says_it_first(
    write: Writer, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    BREAKS["the engine dies"](monkeypatch)

    result = run("--lang", language, write())

    assert result.exit_code == 3
    assert "SIGKILL" in result.stdout
    assert " 0 without anomaly" in result.stdout or " 0 sans anomalie" in result.stdout
