"""`test --mutate`: scores, survivors with their lines, reasons that are checked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Writer, write
from tests.cli.running import ROOT, run, typed

__all__ = ["write"]  # a fixture

RULE = """\
id: POL-01
title: {fr: Plancher, en: Floor}
nature: policy
severity: {draft: warning, adopted: error}
stages: [draft, adopted]
bodies: all
why: {fr: Le règlement fixe un plancher., en: The policy sets a floor.}
for: {award: {kind: award}}
let: {own: {count: grant, where: {beneficiary: award.beneficiary}}}
when: {at_least: [let.own, 1]}
require: {at_least: [award.amount, policy.floor]}
message: {fr: "{award.amount}, {let.own} : écart {gap}.", en: "{award.amount}, {let.own}: {gap}."}
remedy: {fr: Porter au plancher., en: Raise to the floor.}
"""
FLOOR = """\
title: {fr: Plancher, en: Floor}
type: money
anchor: act.date
values:
  2024-01-01: {value: 500.00, reference: policy, verified: 2026-11-01}
"""
REFERENCES = """\
policy: {fr: règlement, en: policy, short: Règlement, from: 2024-01-01, verified: 2026-11-01}
"""
LINE = RULE.splitlines().index("when: {at_least: [let.own, 1]}") + 1
OWN = "{kind: grant, beneficiary: a}"
EXAMPLES = f"""\
examples:
  - name: le plancher, à chaque stade et le premier jour
    expect: pass
    act: {{stage: [draft, adopted], date: [2024-01-01, 2024-02-09]}}
    facts: [{{kind: award, beneficiary: a, amount: 500.00}}, {OWN}]
  - name: un centime de moins
    expect: fail
    facts: [{{kind: award, beneficiary: a, amount: 499.99}}, {OWN}]
  - name: aucune autre subvention
    expect: not-applicable
    whole: [grant]
    facts: [{{kind: award, beneficiary: a, amount: 1.00}}]
  - name: subvention d'un autre
    expect: not-applicable
    whole: [grant]
    facts: [{{kind: award, beneficiary: a, amount: 1.00}}, {{kind: grant, beneficiary: b}}]
  - name: acte transmis
    expect: not-applicable
    act: {{stage: transmitted}}
    facts: [{{kind: award, beneficiary: a, amount: 1.00}}, {OWN}]
"""
SURVIVORS = ("when: at_least -> more", "when.at_least[1]: 1 -> 2")
"""Where every beneficiary has two other grants."""
TWICE = EXAMPLES.replace(OWN, f"{OWN}, {{kind: grant, id: g, beneficiary: a}}")
REASON = """\
survivors:
  - mutants: %s
    why: {fr: Aucun exemple ne le montre., en: No example shows it.}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A policy set with one rule and one dated value; no cases beside it."""
    monkeypatch.chdir(tmp_path)
    rules = tmp_path / "my-rules"
    (rules / "parameters").mkdir(parents=True)
    (rules / "references.yaml").write_text(REFERENCES)
    (rules / "parameters" / "floor.yaml").write_text(FLOOR)
    return rules


def mutated(folder: Path, rule: str, *more: str | Path) -> tuple[int, list[str]]:
    """The exit status and the lines of the output."""
    (folder / "floor.yaml").write_text(rule)
    result = run("test", "--mutate", "--ruleset", folder, *more)
    assert not result.stderr
    return result.exit_code, result.stdout.splitlines()


def test_a_rule_whose_examples_notice_everything(folder: Path) -> None:
    status, lines = mutated(folder, RULE + EXAMPLES)
    assert [re.split(r"  +", line) for line in lines[-3:-1]] == [
        ["POL-01", "10", "10", "0", "0", "100%"],
        ["policy.floor", "3", "3", "0", "0", "100%"],
    ]
    assert lines[-1] == (
        "13 mutants of 2 rules and dated values: 13 noticed, 0 excused, 0 unnoticed, "
        "0 idle reasons."
    )
    assert status == 0


def test_a_survivor_is_shown_with_its_line_and_what_to_add(folder: Path) -> None:
    fewer = EXAMPLES.replace("499.99", "1.00")
    status, lines = mutated(folder, RULE + fewer, "policy.floor")
    (only,) = [line for line in lines if "no example or case" in line]
    assert only.endswith(
        "parameters/floor.yaml:5: policy.floor: no example or case notices "
        "“values.2024-01-01.value: 500.00 -> 499.99”; add an example exactly at the limit, and "
        "one a unit away, or a reason under 'survivors'."
    )
    assert status == 1


def test_the_line_is_that_of_the_change(folder: Path) -> None:
    _, lines = mutated(folder, RULE + TWICE)
    shown = [line for line in lines if "no example or case" in line]
    for line, name in zip(shown, SURVIVORS, strict=True):
        assert f"floor.yaml:{LINE}: POL-01: no example or case notices “{name}”" in line


def test_reasons_excuse_the_mutants_they_name_and_no_other(folder: Path) -> None:
    reason = REASON % json.dumps(SURVIVORS)
    status, lines = mutated(folder, RULE + reason + TWICE)
    assert lines[-3].endswith("100%")
    assert ", 2 excused, 0 unnoticed, " in lines[-1]
    assert status == 0
    transmitted = TWICE.index("  - name: acte transmis")
    status, lines = mutated(folder, RULE + reason + TWICE[:transmitted])
    (only,) = [line for line in lines if "no example or case" in line]
    assert "“stages: transmitted added”" in only
    assert status == 1


@pytest.mark.parametrize("name", ["require: at_least -> more", "require: no such mutant"])
def test_a_reason_for_what_is_noticed_or_is_no_mutant_is_an_error(folder: Path, name: str) -> None:
    status, lines = mutated(folder, RULE + REASON % json.dumps([name]) + EXAMPLES)
    (only,) = [line for line in lines if "idle:" in line]
    assert f"POL-01: the reason given for “{name}” is idle" in only
    assert f"floor.yaml:{RULE.count(chr(10)) + 2}:" in only
    assert lines[-1].endswith(", 0 unnoticed, 1 idle reason.")
    assert status == 1


def test_a_rule_whose_examples_already_differ_is_not_tried(folder: Path) -> None:
    status, lines = mutated(folder, RULE + EXAMPLES.replace("499.99", "500.00"), "POL-01")
    assert "POL-01: “un centime de moins” already gives another result than expected" in lines[0]
    assert status == 1


def test_a_reason_that_cannot_be_read(folder: Path) -> None:
    (folder / "floor.yaml").write_text(RULE + "survivors: [{mutants: [], why: {fr: a, en: b}}]\n")
    result = run("test", "--mutate", "--ruleset", folder)
    assert result.exit_code == 2
    assert "The list 'mutants' is empty; name what the reason is for." in result.stderr


def test_names_that_mean_nothing() -> None:
    result = run("test", "--mutate", "CON-91", "law.agreement_treshold")
    assert result.exit_code == 2
    assert "There is no 'CON-91'" in result.stderr
    assert "There is no 'law.agreement_treshold'; did you mean" in result.stderr
    assert run("test", "--mutate", "--update").exit_code == 2


def test_a_case_notices_what_no_example_does(folder: Path, write: Writer) -> None:
    rule = RULE + EXAMPLES.replace("499.99", "1.00")
    assert mutated(folder, rule, "policy.floor")[0] == 1
    awards = [{"id": "w", "beneficiary": "a", "amount": "499.99"}]
    case = write(awards=awards, totals=[])
    assert mutated(folder, rule, "policy.floor", case)[0] == 1
    run("test", "--update", "--ruleset", folder, case)
    assert mutated(folder, rule, "policy.floor", case)[0] == 0


@pytest.mark.slow
def test_every_mutant_of_the_project_is_noticed_or_has_its_reason() -> None:
    result = typed("test", "--mutate", cwd=ROOT)
    *_, last = result.stdout.decode().splitlines()
    assert re.fullmatch(
        r"\d,\d{3} mutants of \d{3} rules and dated values: \d,\d{3} noticed, \d+ excused, "
        r"0 unnoticed, 0 idle reasons\.",
        last,
    )
    assert result.returncode == 0
