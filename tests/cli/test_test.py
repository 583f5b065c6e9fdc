"""The command `test`: examples, expected verdicts, `--update`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from checker.errors import UnreliableError
from tests.cli.conftest import Writer
from tests.cli.running import ROOT, run, typed

HEAD = """\
id: POL-01
title: {fr: Plancher, en: Floor}
nature: policy
severity: warning
stages: [draft, adopted, transmitted]
bodies: all
why: {fr: Le règlement fixe un plancher., en: The policy sets a floor.}
for: {award: {kind: award}}
require: {at_least: [award.amount, 500.00]}
message: {fr: "{award.amount} : écart {gap}.", en: "{award.amount}: gap {gap}."}
remedy: {fr: Porter au plancher., en: Raise to the floor.}
examples:
"""
FLOOR = "  - {name: le plancher, expect: pass, facts: [{kind: award, amount: 500.00}]}\n"
BELOW = "  - {name: un centime de moins, expect: fail, facts: [{kind: award, amount: 499.99}]}\n"
UNKNOWN = "  - {name: inconnu, expect: open, facts: [{kind: award}]}\n"
WRONG = "  - {name: trop, expect: fail, facts: [{kind: award, amount: 500.01}]}\n"
FAR = "  - {name: loin, expect: fail, facts: [{kind: award, amount: 1.00}]}\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A folder for the rule of a test."""
    folder = tmp_path / "my-rules"
    folder.mkdir()
    return folder


def tried(rules: Path, *examples: str) -> list[str]:
    """The lines of the output that are about the rule of the test."""
    (rules / "floor.yaml").write_text(HEAD + "".join(examples))
    result = run("test", "--ruleset", rules, rules)
    return [line for line in result.stdout.splitlines() if "POL-01" in line]


@pytest.mark.slow
def test_the_cases_of_the_project_are_as_expected() -> None:
    result = run("test", ROOT / "cases")

    assert re.fullmatch(
        r"0 examples, \d\d cases: everything is as expected.", result.stdout.splitlines()[-1]
    )
    assert result.exit_code == 0


@pytest.mark.slow
def test_without_arguments_every_example_is_tried_and_the_folder_cases_compared(
    write: Writer, tmp_path: Path
) -> None:
    write("cases/one.json")

    result = typed("test", cwd=tmp_path)

    without, said = result.stdout.decode().splitlines()
    assert without.startswith("cases/one.json: without expected verdicts")
    assert re.fullmatch(r"\d{4} examples, 1 case: .*", said.replace(",", "", 1))


def test_complete_examples_say_nothing(rules: Path) -> None:
    assert tried(rules, FLOOR, BELOW, UNKNOWN) == []


def test_an_example_with_another_verdict_is_shown_with_its_line(rules: Path) -> None:
    (line,) = tried(rules, FLOOR, BELOW, UNKNOWN, WRONG)

    assert line == (
        f"{rules}/floor.yaml:16: POL-01, “trop”: expected fail (award-1), got pass (award-1)."
    )


def test_a_subject_that_is_not_expected_is_shown(rules: Path) -> None:
    two = "  - {name: deux, expect: pass, facts: [{kind: award, amount: 500.00}, {kind: award}]}\n"
    none = "  - {name: rien, expect: pass}\n"

    first, second = tried(rules, FLOOR, BELOW, UNKNOWN, two, none)

    assert first.endswith("“deux”: expected pass (award-1), got pass (award-1), open (award-2).")
    assert second.endswith("“rien”: expected pass, got no verdict.")


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        ((FLOOR, BELOW), "POL-01 has no example of 'open'; add one."),
        ((BELOW, UNKNOWN), "POL-01 has no example of 'pass'; add one."),
        ((FLOOR, UNKNOWN, FAR), "POL-01: no example lies one unit across the boundary, in: "),
        ((WRONG, BELOW, UNKNOWN), "POL-01: no example has both sides equal, in: amount awarded"),
    ],
)
def test_what_the_examples_lack_is_said(rules: Path, examples: tuple[str, ...], said: str) -> None:
    found = tried(rules, *examples)

    assert any(said in line for line in found), found
    assert all(line.startswith(f"{rules}/floor.yaml:") for line in found)


def test_a_lack_makes_the_status_1(rules: Path) -> None:
    (rules / "floor.yaml").write_text(HEAD + FLOOR + BELOW)

    result = run("test", "--ruleset", rules, "--lang", "fr", rules)

    assert result.exit_code in (1, 2)
    assert "1 exemple manquant" in result.stdout


def test_bad_examples_are_refused(rules: Path) -> None:
    (rules / "floor.yaml").write_text(HEAD + "  - {name: x, expect: perhaps}\n")

    result = run("test", "--ruleset", rules, rules)

    assert result.exit_code == 2
    assert "floor.yaml:13" in result.stderr
    assert "2 files not read" in result.stdout


def test_judges_that_differ_exit_3(monkeypatch: pytest.MonkeyPatch, rules: Path) -> None:
    monkeypatch.setattr("checker.exampletest.judge_apart", lambda *_: [])
    (rules / "floor.yaml").write_text(HEAD + FLOOR)

    result = run("test", "--ruleset", rules, rules)

    assert result.exit_code == 3
    assert "the two judges differ" in result.stdout
    assert "unreliable judgement" in result.stdout


def test_a_dead_engine_exits_3(monkeypatch: pytest.MonkeyPatch, rules: Path) -> None:
    def dead(*_: object) -> None:
        message = "The rules engine died."
        raise UnreliableError(message)

    monkeypatch.setattr("checker.exampletest.judge_apart", dead)
    (rules / "floor.yaml").write_text(HEAD + FLOOR)
    result = run("test", "--ruleset", rules, rules)

    assert result.exit_code == 3
    assert "The rules engine died." in result.stdout


def test_a_case_without_expected_verdicts_is_said(write: Writer) -> None:
    path = write()

    result = run("test", path)

    assert result.exit_code == 0
    assert f"{path}: without expected verdicts; test --update will write" in result.stdout
    assert "1 case without expected verdicts" in result.stdout


def test_update_writes_and_the_next_run_is_as_expected(write: Writer) -> None:
    path = write()
    expected = path.with_name("case.expected.json")

    assert f"{expected}: written." in run("test", "--update", path).stdout
    document = json.loads(expected.read_text())
    assert document["verdicts"]["ARI-01"] == {"total": "pass"}
    assert document["verdicts"]["COH-04/priced"] == "not-applicable"
    assert "MDE-01" not in document["verdicts"]
    assert list(document["verdicts"]) == sorted(document["verdicts"])
    result = run("test", path)
    assert "everything is as expected" in result.stdout
    assert result.exit_code == 0


def test_a_changed_verdict_is_shown_and_only_update_accepts_it(write: Writer) -> None:
    path = write()
    expected = path.with_name("case.expected.json")
    run("test", "--update", path)
    before = expected.read_bytes()
    write(total="300.01")

    result = run("test", path)
    assert result.exit_code == 1
    (row,) = (line.split() for line in result.stdout.splitlines() if "ARI-01" in line)
    assert row == ["ARI-01", "total", "pass", "fail"]
    assert "1 difference" in result.stdout.splitlines()[-1]
    assert expected.read_bytes() == before

    result = run("test", "--update", path)
    assert result.exit_code == 0
    assert ["ARI-01", "total", "pass", "fail"] in [
        line.split() for line in result.stdout.splitlines()
    ]
    assert run("test", path).exit_code == 0


def test_update_writes_nothing_that_is_not_reliable(
    write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(*_: object) -> None:
        message = "The rules engine died."
        raise UnreliableError(message)

    path = write()
    monkeypatch.setattr("checker.checking.judging_apart", dead)

    assert run("test", "--update", path).exit_code == 3
    assert not path.with_name("case.expected.json").exists()


def test_a_bad_case_and_a_bad_expected_file_exit_2_and_stop_nothing(
    write: Writer, tmp_path: Path
) -> None:
    write("1.json").write_text('{"schema": "deliberation-check/case/1"')
    write("2.json").with_name("2.expected.json").write_text('{"verdicts": {"A": 3}}')
    run("test", "--update", write("3.json"))

    result = run("test", tmp_path)

    assert result.exit_code == 2
    assert "1.json:1" in result.stderr
    assert "2.expected.json: $.verdicts.A: " in result.stderr
    assert "2 files not read" in result.stdout
    assert " 2 cases" in result.stdout.splitlines()[-1]


def test_expected_verdicts_without_their_case_are_said(write: Writer, tmp_path: Path) -> None:
    path = write()
    run("test", "--update", path)
    path.rename(tmp_path / "renamed.json")

    result = run("test", tmp_path)

    assert result.exit_code == 1
    assert (
        f"{tmp_path}/case.expected.json: expected verdicts of a case that is not" in result.stdout
    )
