"""Documents: their case files, and the check and the tests of what they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from checker.case import Case
from checker.casefile import dump_case, load_case
from checker.law.edition import Law
from checker.reading import Source
from tests.cli import drawing
from tests.cli.conftest import Writer
from tests.cli.running import run
from tests.render.test_json import VALIDATOR

pytestmark = pytest.mark.usefixtures("drawn")

ACT = "# 24-1\nAlpha: 100.00\nBeta: 200.00\n"
OPEN = "# 24-1\nAlpha: 100.00\nBeta? 12500.00 12.50\nAnd 300 € more\n[running head]\n"
MINUTES = "# 24-1\nAlpha: 100.00\n# 24-2\nBeta: 200.00\n"


def document(folder: Path, text: str = ACT, name: str = "act.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# extract


def test_the_case_file_stands_beside_the_document(tmp_path: Path) -> None:
    path = document(tmp_path)

    result = run("extract", path)

    case_file = tmp_path / "act.json"
    data = case_file.read_bytes()
    case = load_case(data, "act.json")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert dump_case(case).encode() == data
    assert case.documents[0].name == "act.txt"
    assert f"{path}: read by stand-in 1." in result.stderr
    assert f"{case_file} (24-1): 2 values read, 0 ambiguous, 0 unread." in result.stderr
    assert f"Nothing to settle; to check it: deliberation-check {case_file}" in result.stderr


def test_what_no_reader_can_read_is_said_in_the_language_asked_for(tmp_path: Path) -> None:
    path = document(tmp_path, OPEN + "a picture\n")

    report = run("--lang", "fr", path)

    assert "  - 1 image non lue.\n" in report.stdout
    assert "picture left" not in report.stdout


def test_what_is_aside_ambiguous_or_unread_is_said_and_what_to_do(tmp_path: Path) -> None:
    path = document(tmp_path, OPEN + "a picture\n")

    said = run("extract", path, "-o", tmp_path / "case.json").stderr

    assert f"{path}: Set aside from the text: 1 running head or foot." in said
    assert f"{path}: 1 picture left unread." in said
    assert "1 value read, 1 ambiguous, 1 unread." in said
    assert f"deliberation-check confirm {tmp_path / 'case.json'}" in said
    assert (tmp_path / "case.json").exists()


def test_standard_input_gives_standard_output() -> None:
    result = run("extract", "-", stdin=ACT.encode())

    assert result.exit_code == 0
    assert load_case(result.stdout.encode(), "-").act.number == "24-1"
    assert "24-1: 2 values read" in result.stderr


def test_of_several_deliberations_one_must_be_chosen(tmp_path: Path) -> None:
    path = document(tmp_path, MINUTES)

    result = run("extract", path)

    assert result.exit_code == 2
    assert "2 deliberations; choose one with --number N" in result.stderr
    assert "  24-1  Subventions" in result.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["act.txt"]


@pytest.mark.parametrize("number", ["24-2", "24 -2", "2"])
def test_one_is_chosen_by_its_number_or_its_place(tmp_path: Path, number: str) -> None:
    path = document(tmp_path, MINUTES)

    assert run("extract", path, "--number", number).exit_code == 0
    case = load_case((tmp_path / "act.json").read_bytes(), "act.json")
    assert case.act.number == "24-2"


def test_all_of_them_get_a_file_each(tmp_path: Path) -> None:
    path = document(tmp_path, MINUTES)
    (tmp_path / "cases").mkdir()

    assert run("extract", path, "--all").exit_code == 0
    assert {each.name for each in tmp_path.glob("*.json")} == {"act.24-1.json", "act.24-2.json"}
    assert run("extract", path, "--all", "-o", tmp_path / "cases").exit_code == 0
    assert len([*(tmp_path / "cases").iterdir()]) == 2
    assert run("extract", path, "--all", "-o", tmp_path / "one.json").exit_code == 2


def test_a_deliberation_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = run("extract", document(tmp_path, MINUTES), "--number", "25-1")

    assert result.exit_code == 2
    assert "There is no deliberation '25-1'; there are 24-1, 24-2." in result.stderr


def test_number_and_all_exclude_each_other(tmp_path: Path) -> None:
    assert run("extract", document(tmp_path), "--all", "--number", "1").exit_code == 2


def test_a_case_file_is_written_over_only_when_told(tmp_path: Path) -> None:
    path = document(tmp_path)
    (tmp_path / "act.json").write_text("mine")

    result = run("extract", path)

    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert (tmp_path / "act.json").read_text() == "mine"
    assert run("extract", "--force", path).exit_code == 0
    assert run("extract", "--force", path, "-o", path).exit_code == 2
    assert path.read_text() == ACT


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"refuse me", "act.txt", "The text cannot be read."),
        (b"%PDF-1.7", "act.docx", "by its content it is a PDF"),
        (b"nothing here", "act.txt", "No deliberation is found"),
        (b"#\n", "act.txt", "No deliberation is found"),
        (
            b'{"schema": "deliberation-check/case/1"}',
            "case.json",
            "A case file is checked as it is",
        ),
        (b"", "act.pdf", "The file is empty."),
        (b"PK\x03\x04", "act.docx", "cut short or damaged"),
    ],
)
def test_what_is_not_read_exits_2_with_the_reason(
    tmp_path: Path, data: bytes, name: str, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    result = run("extract", path)

    assert result.exit_code == 2
    assert f"{path}: " in result.stderr
    assert said in result.stderr
    assert result.stdout == ""


def test_an_unsound_case_is_a_fault_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsound(source: Source, _law: Law) -> tuple[Case, ...]:
        (case,) = drawing.extract(source)
        return (evolve(case, beneficiaries=()),)

    monkeypatch.setattr("checker.cli.documents._extract", unsound)
    path = document(tmp_path)

    for result in (run("extract", path), run(path)):
        assert result.exit_code == 3
        assert "There is no 'alpha' among the beneficiaries" in result.stderr
    assert not (tmp_path / "act.json").exists()


# check


def test_a_document_is_checked_as_a_case_is(tmp_path: Path) -> None:
    path = document(tmp_path, OPEN)

    result = run("--format", "json", path)
    report = json.loads(result.stdout)

    VALIDATOR.validate(report)
    assert report["input"]["file"] == str(path)
    assert report["act"]["number"] == "24-1"
    reading = report["reading"]
    assert {status: number for status, number in reading["counts"].items() if number} == {
        "read": 1,
        "ambiguous": 1,
        "unread": 1,
    }
    (ambiguous,), (unread,), (read,) = reading["ambiguous"], reading["unread"], reading["read"]
    assert ambiguous["readings"] == ["12500.00", "12.50"]
    assert unread["where"]["quote"] == "And 300 € more"
    assert unread["where"]["document_line"] == 4
    assert unread["lists"]
    assert read["where"]["document_line"] == 2
    assert reading["notes"] == ["Set aside from the text: 1 running head or foot."]
    (rule,) = (rule for rule in report["rules"] if rule["id"] == "ARI-01")
    assert rule["verdict"] == "open"


def test_a_verdict_on_unconfirmed_values_says_so(tmp_path: Path) -> None:
    path = document(tmp_path)
    (rule,) = (
        rule
        for rule in json.loads(run("--format", "json", path).stdout)["rules"]
        if rule["id"] == "ARI-01"
    )
    text = run(path).stdout
    words = " ".join(text.split())

    assert rule["instances"][0]["verdict"] == "pass"
    assert rule["instances"][0]["unconfirmed"] == 2
    assert "Reading of the document\n---" in text
    assert "2 values read:" in text
    assert "Subject to confirmation of the reading:" in words


def test_a_case_written_by_hand_has_no_reading(write: Writer) -> None:
    path = write()
    report = json.loads(run("--format", "json", path).stdout)

    assert report["reading"] is None
    assert {
        instance["unconfirmed"] for rule in report["rules"] for instance in rule["instances"]
    } == {0}
    assert "Reading of the document\n---" not in run(path).stdout


def test_each_deliberation_of_a_document_has_its_report(tmp_path: Path) -> None:
    reports = json.loads(run("--format", "json", document(tmp_path, MINUTES)).stdout)["reports"]

    assert [report["act"]["number"] for report in reports] == ["24-1", "24-2"]


def test_a_document_on_standard_input_is_checked() -> None:
    result = run("--format", "json", "-", stdin=ACT.encode())

    assert json.loads(result.stdout)["act"]["number"] == "24-1"


def test_a_document_that_is_refused_does_not_keep_the_others(tmp_path: Path) -> None:
    refused = document(tmp_path, "refuse me", "a.txt")

    result = run("--format", "json", refused, document(tmp_path))
    unread, report = json.loads(result.stdout)["reports"]

    assert result.exit_code == 2
    assert unread["errors"][0]["message"] == "The text cannot be read."
    assert report["act"]["number"] == "24-1"


def test_folders_hold_documents_but_those_of_a_case_and_texts(
    write: Writer, tmp_path: Path
) -> None:
    write("a.json")
    for name in ("a.txt", "b.txt", "notes.md"):
        document(tmp_path, name=name)
    for name in ("a.pdf", "c.PDF"):
        document(tmp_path, "%PDF-" + ACT, name)

    result = run("--format", "json", tmp_path)

    reports = json.loads(result.stdout)["reports"]
    assert [Path(report["input"]["file"]).name for report in reports] == ["a.json", "c.PDF"]
    assert result.stderr.splitlines() == [
        f"{tmp_path}/a.pdf: left out, its case a.json stands beside it.",
        f"{tmp_path}/a.txt: left out, its case a.json stands beside it.",
        f"{tmp_path}/b.txt: left out, a text is read only when it is named.",
    ]


def test_a_report_is_not_written_over_a_document(tmp_path: Path) -> None:
    path = document(tmp_path)

    assert run("--output", f"text={path}", path).exit_code == 2
    assert path.read_text() == ACT


# test


def test_a_document_has_expected_verdicts_beside_it(tmp_path: Path) -> None:
    path = document(tmp_path, "%PDF-" + ACT, "act.pdf")

    assert run("test", "--update", path).exit_code == 0
    assert (tmp_path / "act.expected.json").exists()
    assert "everything is as expected" in run("test", tmp_path).stdout
    document(tmp_path, "%PDF-" + OPEN, "act.pdf")
    assert run("test", tmp_path).exit_code == 1


def test_each_of_several_deliberations_has_its_own(tmp_path: Path) -> None:
    path = document(tmp_path, "%PDF-" + MINUTES, "act.pdf")

    result = run("test", "--update", path)

    assert {each.name for each in tmp_path.glob("*.json")} == {
        "act.24-1.expected.json",
        "act.24-2.expected.json",
    }
    assert "2 cases" in result.stdout
    assert run("test", tmp_path).exit_code == 0
    path.unlink()
    assert "expected verdicts of a case that is not there" in run("test", tmp_path).stdout


def test_stand_ins_draw_what_is_needed() -> None:
    (case,) = drawing.extract(drawing.read(OPEN.encode(), "act.txt"))

    assert [each.amount for each in case.awards] == [10000, None]
    assert [each.status for each in case.readings] == ["unread"]
