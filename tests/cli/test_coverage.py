"""`rules --coverage`: what cases reach of each rule."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.conftest import Writer
from tests.cli.running import run

FLOOR = """\
id: POL-01
title: {fr: Plancher, en: Floor}
nature: policy
severity: warning
stages: [draft, adopted]
bodies: all
why: {fr: Le règlement fixe un plancher., en: The policy sets a floor.}
for: {award: {kind: award}}
require: {at_least: [award.amount, 150.00]}
message: {fr: "{award.amount} : {gap}.", en: "{award.amount}: {gap}."}
remedy: {fr: Porter au plancher., en: Raise to the floor.}
"""


def floor(folder: Path, rule: str = FLOOR) -> Path:
    rules = folder / "my-rules"
    rules.mkdir()
    (rules / "floor.yaml").write_text(rule)
    return rules


def rows(text: str) -> list[list[str]]:
    return [re.split(r"  +", line.strip()) for line in text.splitlines()]


def test_cases_by_rule_and_verdict(tmp_path: Path, write: Writer) -> None:
    cases = [
        write("1.json"),  # 100.00 and 200.00
        write("2.json", awards=[{"id": "w", "beneficiary": "a", "amount": "150.00"}]),
        write("3.json", awards=[]),
    ]
    result = run("rules", "--coverage", "--ruleset", floor(tmp_path), *cases)
    lines = rows(result.stdout)
    assert lines[0] == [
        *("rule", "finding", "for judgement", "not decidable", "no anomaly", "not applicable")
    ]
    assert lines[2] == ["POL-01", "1", "0", "2", "1"]  # never « for judgement »
    assert "POL-01: not decidable (Floor)" in result.stdout
    assert lines[-1] == ["3 cases, 1 rule, 3 verdicts reached, 1 verdict that no case reaches."]
    assert result.exit_code == 0


def test_for_a_machine(tmp_path: Path, write: Writer) -> None:
    result = run(
        *("rules", "--coverage", "--format", "json", "--ruleset", floor(tmp_path), write())
    )
    document = json.loads(result.stdout)
    assert document["schema"] == "deliberation-check/coverage/1"
    assert document["cases"] == [str(tmp_path / "case.json")]
    assert document["rules"] == [
        {
            "id": "POL-01",
            "cases": {"fail": 1, "open": 0, "pass": 1, "not-applicable": 0},
            "never": ["open", "not-applicable"],
        }
    ]


def test_a_rule_of_a_person_and_another_stage(tmp_path: Path, write: Writer) -> None:
    rule = FLOOR.replace("severity: warning", "severity: warning\njudgement: true")
    rules = floor(tmp_path, rule.replace("[draft, adopted]", "[adopted]"))
    document = json.loads(
        run("rules", "--coverage", "--format", "json", "--ruleset", rules, write()).stdout
    )
    (only,) = document["rules"]
    assert only["cases"] == {"review": 0, "open": 0, "pass": 0, "not-applicable": 1}


def test_an_open_list_is_an_outcome_of_a_rule_that_is_never_unknown(
    tmp_path: Path, write: Writer
) -> None:
    rule = FLOOR.replace("{award: {kind: award}}", "{interest: {kind: interest}}")
    rule = rule.replace("{at_least: [award.amount, 150.00]}", "{stated: interest.member}")
    rule = rule.replace("{award.amount} : {gap}", "-").replace("{award.amount}: {gap}", "-")
    rules = floor(tmp_path, rule)
    document = json.loads(
        run("rules", "--coverage", "--format", "json", "--ruleset", rules, write()).stdout
    )
    (only,) = document["rules"]
    assert only["cases"] == {"fail": 0, "open": 1, "pass": 0, "not-applicable": 0}


def test_cases_without_the_option_are_a_mistake(write: Writer) -> None:
    result = run("rules", write())
    assert result.exit_code == 2
    assert "Cases are named for --coverage only" in result.stderr


def test_what_cannot_be_read(tmp_path: Path) -> None:
    assert run("rules", "--coverage", tmp_path / "none.json").exit_code == 2
