"""What is wrong with a rule file: the line, the sentence, the remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.errors import InputError
from checker.language.rulesets import load_rulesets
from tests.language.rules import RULE, SEVERAL, THRESHOLD, problems_of, write

DAMAGE = yaml.safe_load((Path(__file__).parent / "bad_rules.yaml").read_text(encoding="utf-8"))


def test_the_rules_that_are_damaged_here_are_right(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"theme/a.yaml": RULE, "theme/b.yaml": SEVERAL}) == ()


@pytest.mark.parametrize(
    ("rule", "damage"),
    [
        pytest.param(rule, damage, id=damage["write"])
        for name, rule in (("RULE", RULE), ("SEVERAL", SEVERAL))
        for damage in DAMAGE[name]
    ],
)
def test_a_bad_rule(tmp_path: Path, rule: str, damage: dict[str, Any]) -> None:
    old, new = damage["instead of"], damage["write"]
    assert old in rule
    problems = problems_of(tmp_path, {"theme/rule.yaml": rule.replace(old, new, 1)})
    said = [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems]
    assert said == damage["said"]
    assert {problem.file for problem in problems} == {str(tmp_path / "theme" / "rule.yaml")}


def test_all_that_is_wrong_with_all_files_is_said_at_once(tmp_path: Path) -> None:
    problems = problems_of(
        tmp_path,
        {
            "theme/a.yaml": RULE.replace("error", "fatal").replace("bodies: all", "bodies: al"),
            "theme/b.yaml": SEVERAL.replace("year: act.year", "yaer: act.year"),
            "theme/c.yaml": "a: [",
            "law/parameters/threshold.yaml": THRESHOLD.replace("23000.00", "23000"),
        },
    )
    assert [(Path(problem.file).name, problem.line) for problem in problems] == [
        ("threshold.yaml", 6),
        ("a.yaml", 4),
        ("a.yaml", 6),
        ("b.yaml", 14),
        ("c.yaml", 2),
    ]


def test_a_rule_that_rests_on_a_broken_parameter_is_not_blamed_for_it(tmp_path: Path) -> None:
    files = {"theme/b.yaml": SEVERAL, "law/parameters/threshold.yaml": "title: ["}
    (problem,) = problems_of(tmp_path, files)
    assert problem.file.endswith("threshold.yaml")


@pytest.mark.parametrize("alias", ["act", "row", "let", "law", "policy"])
def test_names_that_no_fact_may_have(tmp_path: Path, alias: str) -> None:
    text = RULE.replace("  one: {kind", f"  {alias}: {{kind: roll}}\n  one: {{kind")
    (problem,) = problems_of(tmp_path, {"theme/rule.yaml": text})
    assert problem.message == f"No fact may be called {alias!r}; choose another name."
    assert problem.line == 11


def test_four_facts_are_too_many(tmp_path: Path) -> None:
    more = "  two: {kind: roll}\n  three: {kind: vote}\n"
    (problem,) = problems_of(tmp_path, {"theme/rule.yaml": RULE.replace("let:", more + "let:")})
    assert problem.message == (
        "'for' binds 4 names; bind 3 at most, and look at other facts with 'let'."
    )


def test_a_file_with_too_many_problems_is_given_up(tmp_path: Path) -> None:
    keys = "".join(f"key{number}: 1\n" for number in range(50_000))
    problems = problems_of(tmp_path, {"theme/a.yaml": RULE + keys})
    assert len(problems) == 101
    assert problems[0].message == "There are 100 problems or more; mend these first."


def test_two_rules_of_one_id(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"theme/a.yaml": RULE, "theme/b.yaml": RULE})
    assert problem.file.endswith("b.yaml")
    assert problem.line == 1
    first = tmp_path / "theme" / "a.yaml"
    assert problem.message == f"TST-01 is already the rule of {first}; number on."


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("theme/rule.yml", "A rule file is named .yaml; rename it."),
        (
            "policies/mel/rule.yaml",
            "Such a file has no place here; see the layout in CONTRIBUTING.",
        ),
        ("law/rule.yaml", "Such a file has no place here; see the layout in CONTRIBUTING."),
    ],
)
def test_a_file_out_of_place(tmp_path: Path, name: str, message: str) -> None:
    (problem,) = problems_of(tmp_path, {"theme/a.yaml": RULE, name: RULE})
    assert problem.message == message
    assert problem.file == str(tmp_path / name)


def test_a_folder_that_is_not_there_or_empty(tmp_path: Path) -> None:
    for folder, message in (
        (tmp_path / "none", "There is no such folder of rules."),
        (write(tmp_path, {}), "There is no rule below this folder."),
    ):
        with pytest.raises(InputError) as caught:
            load_rulesets(folder)
        assert [problem.message for problem in caught.value.problems] == [message]
