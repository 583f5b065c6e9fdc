"""One case by each judge and by both; many cases in one process; acts of growing size."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve

from checker.case import Cents
from checker.casefile import load_case
from checker.checking import Checker
from checker.engine.durable.network import Network
from checker.engine.durable.worker import Judge, judge_apart
from checker.engine.plain.interpreter import Interpreter
from checker.facts import state
from checker.language.applicable import set_aside
from checker.language.rulesets import default_root, load_rulesets
from checker.report import SourceInfo, build_report
from tests.benchmarks.acts import act_of
from tests.benchmarks.timing import interleaved, show, show_times
from tests.render import rendering

pytestmark = [pytest.mark.benchmark, pytest.mark.slow]

CASE = Path(__file__).parents[2] / "cases" / "24-B-0045.json"
CASES = 5_000
APART = 300
WARM = 500
GROWTH = 5_000_000
SIZES = (10, 100, 1_000, 10_000)
STEEPEST = 25
"""Ten times the lines may take so many times as long: linear, with room for a busy machine."""


def test_one_case() -> None:
    rulesets = load_rulesets(default_root())
    data = CASE.read_bytes()
    case = load_case(data, CASE.name)
    facts = state(case)
    edition = rulesets.law.for_act(facts.act)
    checks = [
        check
        for rule in rulesets.rules
        if set_aside(rule, facts.act, case.policies) is None
        for check in rule.checks
    ]
    interpreter, network = Interpreter(checks), Network(checks)
    checker = Checker(rulesets)
    checked = checker.check(case)
    assert interpreter.judge(facts, edition)
    subjects = {
        "load the case": lambda: load_case(data, CASE.name),
        "state its facts": lambda: state(case),
        "interpreter": lambda: interpreter.judge(facts, edition),
        "durable-rules": lambda: network.judge(facts, edition),
        "durable-rules, in a process of its own": lambda: judge_apart(
            partial(network.judge, facts, edition), 60.0
        ),
        "both, compared: a whole check": lambda: checker.check(case),
        "report and JSON": lambda: rendering.json(
            [build_report(checked, source=SourceInfo(CASE.name), language="fr")]
        ),
        "read the rules": lambda: load_rulesets(default_root()),
    }

    show_times(f"One case, {len(checks)} checks", interleaved(subjects, 40))


def test_many_cases_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both judges on case after case, each another one: memory stays where it was.

    The engine judges here in this very process, where what it forgot to free would show; as it
    is used, each judgement has a process of its own, which the last line measures.
    """
    act = act_of(8)
    checker = Checker(load_rulesets(default_root()))

    def check(numbers: range) -> float:
        start = time.perf_counter()
        for n in numbers:
            award = evolve(act.awards[0], amount=Cents(n))
            case = evolve(act, awards=(award, *act.awards[1:]))
            assert checker.check(case).reliable
        return time.perf_counter() - start

    apart = check(range(APART))
    with monkeypatch.context() as patch:
        patch.setattr("checker.checking.judging_apart", in_this_process)
        check(range(WARM))
        before = resident()
        halves = []
        for half in (range(CASES // 2), range(CASES // 2, CASES)):
            seconds = check(half)
            halves.append((seconds, resident()))
    grown, grown_late = halves[1][1] - before, halves[1][1] - halves[0][1]
    seconds = sum(each for each, _ in halves)

    show(
        f"Cases of {len(act.lines)} lines one after the other, both judges",
        ["", "cases", "seconds", "cases a second", "growth, MB", "second half alone, MB"],
        [
            ["in one process", CASES, seconds, CASES / seconds, grown / 1e6, grown_late / 1e6],
            ["the engine apart", APART, apart, APART / apart, None, None],
        ],
    )
    assert grown < GROWTH


@contextmanager
def in_this_process(judge: Judge, _seconds: float) -> Iterator[Judge]:
    yield judge


def test_acts_of_growing_size() -> None:
    checker = Checker(load_rulesets(default_root()))
    rows = []
    for lines in SIZES:
        case = act_of(lines)
        times = []
        for _ in range(5 if lines < 1_000 else 2):
            start = time.perf_counter()
            checked = checker.check(case)
            middle = time.perf_counter()
            report = build_report(checked, source=SourceInfo("x"), language="fr")
            assert rendering.json([report])
            times.append((middle - start, time.perf_counter() - middle))
            assert checked.reliable, checked.faults
        check, written = min(times)
        rows.append([lines, check * 1000, written * 1000, check * 1e6 / lines])

    show(
        "One act of so many lines, both judges",
        ["lines", "check, ms", "report and JSON, ms", "check, µs a line"],
        rows,
    )
    assert rows[-1][1] / rows[-2][1] < STEEPEST


def resident() -> int:
    """Bytes of memory this process holds, once what is only waiting to be collected is gone."""
    gc.collect()
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096
