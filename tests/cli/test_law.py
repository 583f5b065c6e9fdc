"""`law`, `law check` and `law matrix` as typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run, typed
from tests.language.rules import REFERENCES, RULE, THRESHOLD

SOUND = RULE.replace("[total.amount, 100.00]", "[total.amount, law.threshold]")


@pytest.fixture(name="rulesets")
def _rulesets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound set of rules in place of the package's."""
    root = tmp_path / "sets"
    for name, text in {
        "theme/rule.yaml": SOUND,
        "law/references.yaml": REFERENCES,
        "law/parameters/threshold.yaml": THRESHOLD,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for module in ("ruleset", "lawuses"):
        monkeypatch.setattr(f"checker.cli.{module}.default_root", lambda: root)
    return root


def damage(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_law_on_a_day_as_typed() -> None:
    done = typed("law", "--date", "2024-02-09", "--body", "metropole", "--organ", "conseil")
    text = done.stdout.decode()

    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith("Law in force on 9 February 2024, metropolis, council\n")
    assert "metropolis: CGCT, art. L. 5217-10-3 (from 1 January 2015 to 31 December 2025" in text
    assert "300,000.00 (from 1 January 2024 to 31 December 2030" in text
    assert "L. 1612-25" not in text
    assert "municipality:" not in text
    assert (
        text
        == typed(
            "law", "--date", "2024-02-09", "--body", "metropole", "--organ", "conseil"
        ).stdout.decode()
    )


def test_the_law_in_french() -> None:
    text = run("law", "--date", "2023-12-31", "--lang", "fr").stdout

    assert text.startswith("Droit en vigueur le 31 décembre 2023\n")
    assert "200\u00a0000,00\u00a0€ (du 1er janvier 2014 au 31 décembre 2023" in text
    assert "Références" in text


def test_without_a_date_every_value_stands_with_its_days(rulesets: Path) -> None:
    del rulesets
    text = run("law").stdout

    assert text.startswith("Law, at every date\n")
    for value in (
        "€23,000.00 (from 11 June 2001 to 31 December 2023, Loi 2000, verified on 1 November 2026)",
        "€24,000.00 (from 1 January 2024 to 31 December 2029, Loi 2000, verified on 1 November 20",
        "no value (since 1 January 2030",
    ):
        assert f"    {value}" in text
    assert text.endswith("1 parameter, 2 references.\n")


def test_before_the_first_value_none_is_in_force(rulesets: Path) -> None:
    del rulesets
    text = run("law", "--date", "1999-12-31", "--body", "region").stdout

    assert "    no value in force\n" in text
    assert text.endswith("1 parameter, 0 references.\n")
    assert run("law", "--date", "1999-12-31", "--body", "commune").stdout.endswith(
        "1 parameter, 1 reference.\n"
    )


def test_the_law_as_json(rulesets: Path) -> None:
    del rulesets
    document = json.loads(run("law", "--date", "2024-02-09", "--format", "json").stdout)

    assert document["schema"] == "deliberation-check/law/1"
    assert document["date"] == "2024-02-09"
    (parameter,) = document["parameters"]
    assert parameter["values"] == [
        {
            "context": None,
            "from": "2024-01-01",
            "to": "2029-12-31",
            "value": "24000.00",
            "resolved": None,
            "shown": "€24,000.00",
            "reference": "some-act",
            "verified": "2026-11-01",
            "to_confirm": True,
        }
    ]
    assert [each["key"] for each in document["references"]] == ["some-act"]


def test_a_function_of_the_date_is_worked_out_for_the_day() -> None:
    text = run("law", "--date", "2024-02-09").stdout
    document = json.loads(run("law", "--date", "2023-12-31", "--format", "json").stdout)

    assert "    10 February 2021, first day of the 3 years before (since 1 January 2024" in text
    (start,) = (
        value
        for parameter in document["parameters"]
        if parameter["name"] == "law.de_minimis_window_start"
        for value in parameter["values"]
    )
    assert (start["value"], start["resolved"]) == ({"start_of_year": -2}, "2021-01-01")


def test_a_category_without_values_of_its_own_has_those_of_the_others(rulesets: Path) -> None:
    (rulesets / "law/parameters/threshold.yaml").write_text(
        "title: {fr: Seuil, en: Threshold}\ntype: money\nanchor: act.year\nby: category\nvalues:\n"
        "  commune: {2001-06-11: {value: 1.00, reference: some-act, verified: 2026-11-01}}\n"
        '  "*": {2001-01-01: {value: 2.00, reference: some-act, verified: 2026-11-01}}\n',
        encoding="utf-8",
    )

    def values(*arguments: str) -> list[tuple[str | None, str]]:
        document = json.loads(run("law", "--format", "json", *arguments).stdout)
        (parameter,) = document["parameters"]
        return [(value["context"], value["value"]) for value in parameter["values"]]

    assert values() == [("commune", "1.00"), (None, "2.00")]
    assert values("--body", "commune") == [("commune", "1.00")]
    assert values("--body", "region") == [(None, "2.00")]
    assert values("--body", "commune", "--date", "2001-12-31") == []
    assert values("--body", "commune", "--date", "2002-01-01") == [("commune", "1.00")]


def test_functions_of_the_date_as_json() -> None:
    document = json.loads(run("law", "--format", "json").stdout)
    values = {
        parameter["name"]: [value["value"] for value in parameter["values"]]
        for parameter in document["parameters"]
    }

    assert values["law.de_minimis_window_start"][:2] == [{"start_of_year": -2}, {"years_before": 3}]
    assert values["law.de_minimis_ceiling"] == ["200000.00", "300000.00", None]


def test_a_check_of_a_sound_law_ends_with_0(rulesets: Path) -> None:
    del rulesets
    result = run("law", "check")

    assert result.exit_code == 0
    assert result.stdout == (
        "law/parameters/threshold.yaml: law.threshold, to be confirmed: Loi 2000, from 1 January "
        "2024 to 31 December 2029\n"
        "law/references.yaml: old-act, to be confirmed: Loi 1990, until 31 December 1999\n"
        "0 gaps, 0 overlaps, 0 expired citations, 2 entries to confirm, 0 old verifications.\n"
    )


@pytest.mark.parametrize(
    ("option", "day", "old"),
    [
        ("--today", "2027-11-01", 0),
        ("--today", "2027-11-02", 5),
        ("--since", "2026-11-01", 0),
        ("--since", "2026-11-02", 5),
    ],
)
def test_old_verifications_do_not_count(rulesets: Path, option: str, day: str, old: int) -> None:
    del rulesets
    result = run("law", "check", option, day)

    assert result.exit_code == 0
    assert result.stdout.endswith(f"{old} old verifications.\n")


def test_an_expired_citation_ends_with_1(rulesets: Path) -> None:
    damage(
        rulesets, "law/references.yaml", "from: 2000-01-01", "from: 2000-01-01\n  to: 2026-06-30"
    )
    damage(rulesets, "law/parameters/threshold.yaml", "  2030-01-01", "  2026-07-01")
    result = run("law", "check")

    assert result.exit_code == 1
    assert result.stdout.startswith(
        "theme/rule.yaml: TST-01, expired reference: Loi 2000 is still cited since 1 July 2026\n"
    )


def test_a_gap_ends_with_1_in_both_languages_and_as_json(rulesets: Path) -> None:
    damage(rulesets, "theme/rule.yaml", "basis:", "valid: {from: 2001-01-01}\nbasis:")
    damage(
        rulesets, "law/parameters/threshold.yaml", "document: {fr: circulaire, en: circular}\n", ""
    )
    english, french = run("law", "check"), run("law", "check", "--lang", "fr")
    machine = run("law", "check", "--format", "json")

    assert english.exit_code == french.exit_code == machine.exit_code == 1
    assert english.stdout.startswith(
        "law/parameters/threshold.yaml: law.threshold, gap: no value from 1 January 2001 to "
        "10 June 2001, rules: TST-01\n"
    )
    assert "lacune\u00a0: aucune valeur du 1er janvier 2001 au 10 juin 2001" in french.stdout
    document = json.loads(machine.stdout)
    assert document["counts"]["gap"] == 1
    (gap,) = (each for each in document["findings"] if each["counts"])
    assert (gap["from"], gap["to"], gap["file"]) == (
        "2001-01-01",
        "2001-06-10",
        "law/parameters/threshold.yaml",
    )


def test_a_check_of_the_package_s_law_ends_as_its_counts_say() -> None:
    done = typed("law", "check", "--format", "json")
    document = json.loads(done.stdout)

    counted = sum(document["counts"][kind] for kind in ("gap", "overlap", "expired"))
    assert done.returncode == (1 if counted else 0)
    assert all(each["file"] for each in document["findings"])


def test_a_set_of_the_user_s_is_checked_too(rulesets: Path, tmp_path: Path) -> None:
    del rulesets
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "rule.yaml").write_text(
        RULE.replace("TST-01", "OUR-01").replace("some-act", "our-act"), encoding="utf-8"
    )
    (ours / "references.yaml").write_text(
        "our-act:\n  fr: a\n  en: a\n  short: Nous\n  to: 2020-12-31\n  verified: 2026-11-01\n",
        encoding="utf-8",
    )
    result = run("law", "check", "--ruleset", ours)

    assert result.exit_code == 1
    assert "ours/rule.yaml: OUR-01, expired reference: Nous is still cited since" in result.stdout


def test_the_matrix(rulesets: Path) -> None:
    del rulesets
    text = run("law", "matrix").stdout
    document = json.loads(run("law", "matrix", "--format", "json").stdout)

    assert "Loi 2000     since 1 January 2000    TST-01\n" in text
    assert text.endswith("2 references, 1 cited by no rule.\n")
    assert document["references"][1]["rules"] == [{"id": "TST-01", "cites": ["basis", "value"]}]
    assert document["references"][0]["rules"] == []


def test_the_matrix_marks_how_a_text_is_cited() -> None:
    text = run("law", "matrix", "--lang", "fr").stdout

    (line,) = (line for line in text.splitlines() if "L.\u00a05217-10-3" in line)
    assert "COM-06*" in line


@pytest.mark.parametrize("arguments", [("law",), ("law", "check"), ("law", "matrix")])
def test_help(arguments: tuple[str, ...]) -> None:
    for option in ("--help", "-h"):
        result = run(*arguments, option)
        assert result.exit_code == 0
        assert "Examples:" in result.stdout
        assert "Exit status:" in result.stdout
        assert "2  bad usage" in result.stdout
    assert "\n  law " in run("--help").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("law", "--date", "2024-13-01"),
        ("law", "--body", "village"),
        ("law", "--organ", "roi"),
        ("law", "chekc"),
        ("law", "check", "--since", "hier"),
        ("law", "--lang", "fr", "check"),
        ("law", "--date", "2024-02-09", "matrix"),
        ("law", "check", "--ruleset", "nowhere"),
    ],
)
def test_bad_usage(arguments: tuple[str, ...]) -> None:
    done = typed(*arguments)

    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr
    assert b"Traceback" not in done.stderr
