"""Examples on several acts, on acts the rule is not for, and with the texts it must cite."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run

RULE = """\
id: POL-01
title: {fr: Plancher, en: Floor}
nature: policy
severity: warning
stages: [draft, adopted]
bodies: all
basis: [{article: interest_offence}]
why: {fr: Le règlement fixe un plancher., en: The policy sets a floor.}
for: {award: {kind: award}}
require: {at_least: [award.amount, 500.00]}
message: {fr: "{award.amount} : écart {gap}.", en: "{award.amount}: gap {gap}."}
remedy: {fr: Porter au plancher., en: Raise to the floor.}
examples:
  - {name: le plancher, expect: pass, facts: [{kind: award, amount: 500.00}]}
  - {name: un centime de moins, expect: fail, facts: [{kind: award, amount: 499.99}]}
  - {name: inconnu, expect: open, facts: [{kind: award}]}
"""


def tried(folder: Path, example: str) -> list[str]:
    """What is said of one more example of the rule."""
    (folder / "floor.yaml").write_text(RULE + example)
    result = run("test", "--ruleset", folder)
    *said, summary = result.stdout.splitlines()
    assert " examples, 0 cases: " in summary
    return said


@pytest.mark.parametrize(
    "example",
    [
        "expect: not-applicable, act: {stage: transmitted}",
        "expect: open, act: {stage: [draft, adopted]}",
    ],
)
def test_the_acts_of_an_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tried(tmp_path, f"  - {{name: n, {example}, facts: [{{kind: award}}]}}\n") == []


def test_the_act_that_differs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    example = (
        "  - {name: n, expect: open, act: {stage: [draft, transmitted]}, facts: [{kind: award}]}\n"
    )
    (line,) = tried(tmp_path, example)
    assert line.endswith("POL-01, “n” (transmitted): expected open, got no verdict.")


def test_what_is_cited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    example = """\
  - name: n
    expect: not-applicable
    act: {date: [2021-12-23, 2021-12-24, 1996-02-23]}
    cites: [code-penal-432-12-2021]
"""
    before, never = tried(tmp_path, example)
    expected = "texts expected to be cited: code-penal-432-12-2021, got"
    assert before.endswith(f"POL-01, “n” (2021-12-23): {expected}: code-penal-432-12-1994.")
    assert never.endswith(f"POL-01, “n” (1996-02-23): {expected}: none.")
