"""Accepted findings, as the user has them: marked, never gone, and for one act and day only.

What is accepted when is tried on reports in `tests/report/test_waiving.py`.
"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import checker
from tests.cli.conftest import Writer
from tests.cli.running import run

SCHEMA = json.loads(
    (Path(checker.__file__).parent / "schemas/report-1.schema.json").read_text(encoding="utf-8")
)
TODAY = ("--today", "2024-06-01")
ENTRY = {
    "rule": "ARI-01",
    "act": "2024-1",
    "subject": "total",
    "reason": "Erreur matérielle, rectifiée depuis.",
    "author": "Camille Exemple",
    "date": "2024-03-01",
    "expires": "2024-12-31",
}


def entries(folder: Path, *changes: dict[str, str | None]) -> Path:
    """A file with one entry for each change of the entry above; `None` leaves a key out."""
    text = ""
    for change in changes or ({},):
        given = {**ENTRY, **change}.items()
        lines = [f"{key}: {value}" for key, value in given if value is not None]
        text += "- " + "\n  ".join(lines) + "\n"
    path = folder / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_accepted_finding_stays_and_is_no_reason_for_status_1(
    write: Writer, tmp_path: Path
) -> None:
    case, waivers, written = write(total="300.01"), entries(tmp_path), tmp_path / "report.json"
    result = run(
        *("--lang", "fr", *TODAY, "--waivers", waivers, "--output", f"json={written}", case)
    )
    report = json.loads(written.read_text(encoding="utf-8"))
    (accepted,) = (each for rule in report["rules"] for each in rule["instances"] if each["waived"])
    flat = " ".join(result.stdout.replace("\u00a0", " ").split())

    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert result.exit_code == 0
    assert (accepted["check"], accepted["verdict"]) == ("ARI-01", "fail")
    assert accepted["waived"]["place"] == f"{waivers}:1"
    assert report["accepted"] == {"fail": 1, "open": 0, "review": 0}
    assert (
        "Accepté : par Camille Exemple le 1er mars 2024, jusqu'au 31 décembre 2024 : "
        "Erreur matérielle, rectifiée depuis." in flat
    )
    assert ", dont 1 accepté, " in result.stdout.splitlines()[-1]
    assert "dérogation" not in flat.lower()


def test_no_waivers_accepts_nothing(write: Writer, tmp_path: Path) -> None:
    case, waivers = write(total="300.01"), entries(tmp_path)
    result = run(*TODAY, "--waivers", waivers, "--no-waivers", case)

    assert result.exit_code == 1
    assert "accepted" not in result.stdout


def test_without_today_the_machine_says_the_day(write: Writer, tmp_path: Path) -> None:
    case = write(total="300.01")

    assert run("--waivers", entries(tmp_path, {"expires": "2024-12-31"}), case).exit_code == 1
    assert run("--waivers", entries(tmp_path, {"expires": "9999-12-31"}), case).exit_code == 0


def test_an_act_that_was_not_checked_is_told(write: Writer, tmp_path: Path) -> None:
    waivers = entries(tmp_path, {"act": "2024-2"}, {"body": "Ville d'Ailleurs"})
    result = run(*TODAY, "--waivers", waivers, write(total="300.01"))

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{waivers}:1: no act 2024-2 was checked; it accepts nothing.",
        f"{waivers}:8: no act 2024-1 of Ville d'Ailleurs was checked; it accepts nothing.",
    ]


def test_a_run_that_is_not_reliable_is_never_accepted(
    write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.checking.disagreements", lambda *_: frozenset({"ARI-01"}))
    case, waivers = write(total="300.01"), entries(tmp_path)
    result = run("--format", "json", *TODAY, "--waivers", waivers, case)

    assert result.exit_code == 3
    assert json.loads(result.stdout)["accepted"]["fail"] == 0


def test_all_that_is_wrong_is_told_at_once_with_its_line(write: Writer, tmp_path: Path) -> None:
    waivers = entries(
        tmp_path,
        {"rule": "ARO-01"},
        {"author": None, "expires": "31/12/2024"},
        {"expires": "2024-02-01"},
        {"reason": "' '"},
        {"subjet": "total"},
        {"act": "2024-7"},
        {"act": "2024-7"},
    )
    result = run(*TODAY, "--waivers", waivers, write())
    said = result.stderr

    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"{waivers}:1:9: [0].rule: There is no rule 'ARO-01'; did you mean 'ARI-01'?" in said
    assert "lacks the key 'author'" in said
    assert "write a date like 2024-02-09" in said
    assert "It expires before 2024-03-01, when it was accepted." in said
    assert "The key 'reason' is empty" in said
    assert "has no key 'subjet'; did you mean 'subject'?" in said
    assert f"The same finding is accepted at {waivers}:" in said
    assert len(said.splitlines()) == 7


@pytest.mark.parametrize("text", ["", "rule: ARI-01\n", "- ARI-01\n", "- [\n"])
def test_another_kind_of_file_is_refused(write: Writer, tmp_path: Path, text: str) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    result = run("--waivers", path, write())

    assert result.exit_code == 2
    assert str(path) in result.stderr


def test_a_missing_file_is_one_sentence(write: Writer) -> None:
    result = run("--waivers", "nowhere.yaml", write())

    assert result.exit_code == 2
    assert result.stderr == "nowhere.yaml: The file does not exist.\n"


def test_a_report_does_not_overwrite_the_entries(write: Writer, tmp_path: Path) -> None:
    waivers = entries(tmp_path)
    result = run("--waivers", waivers, "--output", f"json={waivers}", write())

    assert result.exit_code == 2
    assert "would overwrite" in result.stderr
