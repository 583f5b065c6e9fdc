"""The check: inputs, streams, formats, exit statuses."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Writer
from tests.cli.running import REFERENCE, run, shell_words, typed, typed_in_shell

COUNTS = "Verdicts: "
RULE = """\
id: POL-01
title: {fr: Plancher, en: Floor}
nature: policy
severity: warning
stages: [draft, adopted, transmitted]
bodies: all
why: {fr: Le règlement fixe un plancher., en: The policy sets a floor.}
for: {award: {kind: award}}
require: {at_least: [award.amount, 150.00]}
message: {fr: "{award.amount} : écart {gap}.", en: "{award.amount}: gap {gap}."}
remedy: {fr: Porter au plancher., en: Raise to the floor.}
"""


def reasons(report: dict[str, Any]) -> dict[str, str | None]:
    """Why each rule was not tried."""
    return {rule["id"]: rule["reason"] for rule in report["rules"]}


def test_check_is_the_command_when_none_is_named(write: Writer) -> None:
    path = write()

    assert run(path).output == run("check", path).output
    assert run("--format", "json", path).output == run("check", path, "--format", "json").output


def test_without_error_the_status_is_0_and_the_last_line_counts(write: Writer) -> None:
    result = run(write())

    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1].startswith(COUNTS)


def test_an_error_makes_the_status_1(write: Writer) -> None:
    result = run(write(total="300.01"))

    assert result.exit_code == 1
    assert "ARI-01" in result.stdout


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [("error", 0), ("warning", 1), ("note", 1), ("open", 1), ("review", 0)],
)
def test_fail_on_says_what_counts(write: Writer, fail_on: str, status: int) -> None:
    """A draft whose only failure is a warning, and which leaves much open."""
    mentions = [
        {"id": f"m{n}", "beneficiary": "a", "section": section, "surface": name, "form": "full"}
        for n, (section, name) in enumerate([("operative", "Alpha"), ("recital", "Alfa")])
    ]
    path = write(mentions=mentions)

    assert run("--fail-on", fail_on, path).exit_code == status


def test_the_reference_act_exits_1() -> None:
    assert run(REFERENCE).exit_code == 1


def test_json_is_a_report_in_utf8_whatever_the_terminal(write: Writer) -> None:
    result = typed(
        "--format", "json", "--lang", "fr", write(), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    report = json.loads(result.stdout.decode("utf-8"))

    assert report["schema"] == "deliberation-check/report/1"
    assert report["act"]["body"] == "Ville d'Exemple"


def test_a_terminal_without_accents_still_gets_the_text(write: Writer) -> None:
    result = typed("--lang", "fr", write(), PYTHONIOENCODING="ascii")

    assert result.returncode == 0
    assert b"Identification" in result.stdout
    assert result.stderr == b""


def test_the_same_input_gives_the_same_bytes(write: Writer) -> None:
    path = write(total="300.01")

    first, second = (typed("--format", "json", path, PYTHONHASHSEED=seed) for seed in "12")

    assert first.stdout == second.stdout


def test_no_absolute_path_in_a_report(write: Writer) -> None:
    path = write(total="300.01")
    for format_ in ("text", "json"):
        result = typed("--format", format_, path.name, cwd=path.parent)

        assert str(path.parent).encode() not in result.stdout


def test_standard_input_is_a_dash(write: Writer) -> None:
    data = write(total="300.01").read_bytes()

    result = run("-", stdin=data)

    assert result.exit_code == 1
    assert json.loads(run("--format", "json", "-", stdin=data).stdout)["input"]["file"] == "-"


def test_an_empty_standard_input_is_refused_in_one_sentence() -> None:
    result = run("-")

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("-: ")


def test_a_closed_standard_input_is_refused_in_one_sentence(tmp_path: Path) -> None:
    result = typed_in_shell(f"{shell_words()} - <&-", tmp_path)

    assert result == (2, "", "-: Standard input is closed.\n")


def test_one_bad_among_three_does_not_stop_the_others(write: Writer) -> None:
    good, bad, broken = write("1.json"), write("2.json", "300.01"), write("3.json")
    broken.write_text('{"schema": ')

    result = run("--format", "json", good, broken, bad)
    reports = json.loads(result.stdout)["reports"]

    assert result.exit_code == 2
    assert [report.get("counts", {}).get("fail") for report in reports] == [0, None, 1]
    assert reports[1]["file"] == str(broken)
    assert reports[1]["errors"][0]["line"] == 1
    assert result.stderr.startswith(f"{broken}:1:")
    assert "Traceback" not in result.stderr


def test_of_several_reports_the_last_line_counts_all(write: Writer) -> None:
    one, two = write("1.json", "300.01"), write("2.json", "300.02")

    assert ", 2 findings, " in run(one, two).stdout.splitlines()[-1]


def test_a_folder_is_walked_in_order_and_holds_only_cases(write: Writer, tmp_path: Path) -> None:
    for name in ("b.json", "a.json", "sub/c.json", ".hidden/d.json", ".e.json"):
        write(name)
    (tmp_path / "b.expected.json").write_text("{}")
    (tmp_path / "notes.txt").write_text("no case")
    (tmp_path / "package.json").write_text('{"name": "no case"}')
    (tmp_path / "other.json").write_text('{"schema": "other/1"}')

    result = run("--format", "json", tmp_path)
    reports = json.loads(result.stdout)["reports"]

    assert [report["input"]["file"] for report in reports] == [
        str(tmp_path / name) for name in ("a.json", "b.json", "sub/c.json")
    ]
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"{tmp_path}/notes.txt: left out, a text is read only when it is named.",
        f"{tmp_path}/other.json: left out, its schema is 'other/1'.",
        f"{tmp_path}/package.json: left out, it has no schema of a case.",
    ]


def test_a_broken_case_of_a_folder_is_not_left_out(write: Writer, tmp_path: Path) -> None:
    write().write_text('{"schema": "deliberation-check/case/1", ')

    result = run(tmp_path)

    assert result.exit_code == 2
    assert "case.json:1:" in result.stderr


def test_a_folder_without_a_case_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path)

    assert result.exit_code == 2
    assert "holds no case" in result.stderr
    assert result.stdout == ""


def test_a_missing_file_is_told_with_the_name_given(tmp_path: Path) -> None:
    result = typed("./nowhere.json", cwd=tmp_path)

    assert result.returncode == 2
    assert result.stderr.startswith(b"./nowhere.json: ")
    assert result.stdout == b""


def test_a_name_like_a_command_hints_at_it(tmp_path: Path) -> None:
    assert "deliberation-check rules" in run(tmp_path, "rulez").stderr
    assert "deliberation-check rules" in run("--lang", "en", "rules").stderr


def test_a_pipe_in_a_folder_is_left_out(write: Writer) -> None:
    case = write()
    os.mkfifo(case.parent / "pipe.json")

    result = run(case.parent)

    assert result.exit_code == 0
    assert "pipe.json: left out, it is no ordinary file." in result.stderr


def test_what_may_be_an_act_in_a_folder_and_is_not_read_is_named(
    write: Writer, tmp_path: Path
) -> None:
    write("acts/a.json")
    write("elsewhere/b.json")
    (tmp_path / "acts" / "old.DOC").write_bytes(b"")
    (tmp_path / "acts" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "acts" / "round").symlink_to(tmp_path / "acts")

    result = run("--format", "short", tmp_path / "acts")

    assert result.exit_code == 0
    link = "it is a link to a folder; name the folder itself to have it checked"
    old = ".doc documents are not read; save it as .docx, .odt or PDF"
    assert result.stderr.splitlines() == [
        f"{tmp_path}/acts/linked: left out, {link}.",
        f"{tmp_path}/acts/round: left out, {link}.",
        f"{tmp_path}/acts/old.DOC: left out, {old}.",
    ]
    assert "b.json" not in result.stdout


def test_a_case_of_a_folder_in_capitals_is_read(write: Writer, tmp_path: Path) -> None:
    write("A.JSON")

    result = run("--format", "short", tmp_path)

    assert result.exit_code == 0
    assert f"{tmp_path}/A.JSON" in result.stdout


@pytest.mark.parametrize("data", [b"", '{"schema": ""}'.encode("utf-16")])
def test_an_empty_case_of_a_folder_or_one_in_utf_16_is_not_left_out(
    data: bytes, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_bytes(data)

    result = run(tmp_path)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path}/a.json:")
    assert "left out" not in result.stderr


def test_standard_input_named_twice_is_told(write: Writer) -> None:
    result = typed("--format", "short", "-", "-", stdin=write().read_bytes())

    assert result.returncode == 2
    assert result.stderr == b"-: Standard input can be read only once; name it once.\n"
    assert result.stdout.count(b"\n") == 2


def test_a_file_named_like_a_command_is_given_as_a_path(write: Writer) -> None:
    path = write("rules")

    assert typed("./rules", cwd=path.parent).returncode == 0


def test_control_characters_of_a_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    result = run(tmp_path / "a\x1b[31mb.json")

    assert "\x1b" not in result.stderr
    assert "\\x1b[31m" in result.stderr


def test_a_name_that_is_no_text_is_reported(write: Writer) -> None:
    path = write()
    odd = path.rename(path.with_name(os.fsdecode(b"caf\xe9.json")))

    result = typed("--format", "json", odd)

    assert result.returncode == 0
    assert json.loads(result.stdout)["counts"]["fail"] == 0


def test_reports_are_written_to_files_as_well(write: Writer, tmp_path: Path) -> None:
    path, text, data = write(), tmp_path / "r.txt", tmp_path / "r.json"

    result = run("--output", f"text={text}", "--output", f"json={data}", path)

    assert result.exit_code == 0
    assert text.read_text() == result.stdout
    assert json.loads(data.read_text())["reliable"] is True
    assert sorted(each.name for each in tmp_path.iterdir()) == ["case.json", "r.json", "r.txt"]


def test_a_report_replaced_keeps_its_permissions(write: Writer, tmp_path: Path) -> None:
    path, report, linked = write(), tmp_path / "r.txt", tmp_path / "link.txt"
    report.write_text("old")
    report.chmod(0o640)
    linked.symlink_to(report)

    assert run("--output", f"text={linked}", path).exit_code == 0
    assert linked.is_symlink()
    assert report.read_text() != "old"
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


def test_a_new_report_has_the_usual_permissions(write: Writer, tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        run("--output", f"text={tmp_path / 'r.txt'}", write())
    finally:
        os.umask(mask)

    assert stat.S_IMODE((tmp_path / "r.txt").stat().st_mode) == 0o640


def test_a_device_is_written_to_not_replaced(write: Writer) -> None:
    assert run("--output", "text=/dev/null", write()).exit_code == 0
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("name", ["missing/r.txt", ".", "case.json/r.txt"])
def test_a_report_that_cannot_be_written_is_one_sentence(
    write: Writer, tmp_path: Path, name: str
) -> None:
    path = write(total="300.01")

    result = run("--output", f"json={tmp_path / name}", path)

    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "cannot be written" in result.stderr
    assert "ARI-01" in result.stdout
    assert [each.name for each in tmp_path.iterdir()] == ["case.json"]


def test_a_read_only_folder_is_left_as_it_is(write: Writer, tmp_path: Path) -> None:
    path, folder = write(), tmp_path / "fixed"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write anywhere")

    assert run("--output", f"json={folder / 'r.json'}", path).exit_code == 2
    assert list(folder.iterdir()) == []


def test_a_report_never_overwrites_its_case(write: Writer) -> None:
    path = write()
    before = path.read_bytes()

    result = run("--output", f"json={path}", path)

    assert result.exit_code == 2
    assert "would overwrite" in result.stderr
    assert path.read_bytes() == before


def test_a_reader_that_leaves_changes_nothing_else(write: Writer, tmp_path: Path) -> None:
    path, report = write(total="300.01"), tmp_path / "r.json"
    script = f"{shell_words()} --output json={report} {path} | head -n 1; echo ${{PIPESTATUS[0]}}"

    status, stdout, stderr = typed_in_shell(script, tmp_path)

    assert (status, stderr) == (0, "")
    assert stdout.splitlines()[-1] == "1"
    assert json.loads(report.read_text())["counts"]["fail"] == 1


def test_a_full_disk_is_one_sentence(write: Writer, tmp_path: Path) -> None:
    script = f"{shell_words()} {write()} > /dev/full"

    status, _, stderr = typed_in_shell(script, tmp_path)

    assert status == 2
    assert stderr == "Standard output cannot be written: No space left on device.\n"


def test_a_closed_standard_output_does_no_harm(write: Writer, tmp_path: Path) -> None:
    script = f"{shell_words()} {write(total='300.01')} >&-"

    assert typed_in_shell(script, tmp_path) == (1, "", "")


def test_stage_takes_the_place_of_the_case_s(write: Writer) -> None:
    path = write(act={"number": "2024-1", "date": "2024-02-09", "stage": "adopted"})

    report = json.loads(run("--stage", "draft", "--format", "json", path).stdout)

    assert report["act"]["stage"] == "draft"
    assert reasons(report)["VOT-01"] is not None
    assert reasons(json.loads(run("--format", "json", path).stdout))["VOT-01"] is None


def test_as_of_chooses_the_law(write: Writer) -> None:
    path = write()

    report = json.loads(run("--as-of", "1999-01-01", "--format", "json", path).stdout)

    assert report["law_date"] == "1999-01-01"
    assert reasons(report)["CON-01"] is not None


def test_today_tells_stale_values() -> None:
    def stale(*options: str) -> bool:
        report = json.loads(run(*options, "--format", "json", REFERENCE).stdout)
        return any(each["stale"] for each in report["parameters"])

    assert stale("--today", "2035-01-01")
    assert not stale("--today", "2026-11-24")
    assert not stale()


def test_a_rule_set_is_added(write: Writer, tmp_path: Path) -> None:
    rules = tmp_path / "my-rules"
    rules.mkdir()
    (rules / "smallest.yaml").write_text(RULE)

    result = run("--ruleset", rules, "--fail-on", "warning", "--format", "json", write())
    found = {rule["id"]: rule["verdict"] for rule in json.loads(result.stdout)["rules"]}

    assert found["POL-01"] == "fail"
    assert result.exit_code == 1


def test_a_bad_rule_set_stops_the_run(write: Writer, tmp_path: Path) -> None:
    rules = tmp_path / "my-rules"
    rules.mkdir()
    (rules / "bad.yaml").write_text("id: 1")

    result = run("--ruleset", rules, write())

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "bad.yaml:1" in result.stderr


def test_a_policy_set_that_is_not_there_is_refused(write: Writer) -> None:
    result = run(write(policies=["mel/maisons-de-l-emplois"]))

    assert result.exit_code == 2
    assert "did you mean 'mel/maisons-de-l-emploi'" in result.stderr


def test_a_document_beside_its_case_gives_lines(write: Writer, tmp_path: Path) -> None:
    """Only the very document: one other byte, and its offsets mean nothing."""
    text = "Le total est de\n300,01 euros.\n"
    (tmp_path / "act.txt").write_text(text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    for sha256, line in ((digest, 2), ("0" * 64, None)):
        path = write(
            documents=[{"id": "act", "name": "act.txt", "sha256": sha256}],
            totals=[
                {
                    "id": "total",
                    "of": "operative",
                    "amount": "300.01",
                    "evidence": {"amount": {"span": [16, 28], "quote": "300,01 euros"}},
                }
            ],
        )
        report = json.loads(run("--format", "json", path).stdout)
        (rule,) = (rule for rule in report["rules"] if rule["id"] == "ARI-01")

        assert rule["instances"][0]["where"][0]["document_line"] == line


def test_a_case_gives_lines_and_columns(write: Writer) -> None:
    report = json.loads(run("--format", "json", write(total="300.01")).stdout)
    (rule,) = (rule for rule in report["rules"] if rule["id"] == "ARI-01")

    assert rule["instances"][0]["where"][0]["line"] == 1
    assert rule["instances"][0]["where"][0]["column"] > 100
