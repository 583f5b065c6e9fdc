"""Settling what the reading left open: answers in, the case file after each."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from checker.casefile import dump_case, load_case
from tests.cli import drawing
from tests.cli.conftest import Writer
from tests.cli.running import COMMAND, environment, run

pytestmark = pytest.mark.usefixtures("drawn")

TEXT = "# 24-1\nAlpha: 100.00\nBeta? 12500.00 12.50\nAnd 300 € more\nSome 12 500 € or so\n"
BETA, MORE, SOME = "Beta", "And 300 € more", "Some 12 500 € or so"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case file with three items to settle: an award, an unread line, one of two readings."""
    return written(tmp_path, TEXT)


def written(folder: Path, text: str, name: str = "act") -> Path:
    source = drawing.read(text.encode(), f"{name}.txt")
    path = folder / f"{name}.json"
    path.write_text(dump_case(drawing.extract(source)[0]), encoding="utf-8")
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return path


def answer(path: Path, *answers: str, document: Path | None = None) -> Result:
    more: list[str | Path] = [] if document is None else ["--document", document]
    return run("confirm", path, *more, stdin="".join(f"{each}\n" for each in answers).encode())


def held(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    assert dump_case(load_case(data, str(path))).encode() == data
    value: dict[str, Any] = json.loads(data)
    return value


def amount(path: Path, id_: str = "award-beta") -> tuple[str | None, str]:
    """Amount and status of an award."""
    (award,) = (each for each in held(path)["awards"] if each["id"] == id_)
    return award.get("amount"), award["evidence"]["amount"]["status"]


def test_each_item_is_shown_on_its_line(case: Path) -> None:
    result = answer(case, "s", "s", "s")

    lines = result.stdout.splitlines()
    at = lines.index("    Some 12 500 € or so")
    assert lines[at + 1] == "         ^^^^^^^^"
    assert "  1  €12,500.00" in lines[at:]
    assert "  2  €12.50" in lines[at:]
    assert "    Beta? 12500.00 12.50" in lines
    assert result.exit_code == 1
    assert "left to settle: 3 items" in lines[-1]


def test_without_the_document_the_quote_is_marked(case: Path) -> None:
    case.with_suffix(".txt").unlink()

    lines = answer(case, "s", "s", "s").stdout.splitlines()

    assert lines[lines.index("    Some 12 500 € or so") + 1] == "         ^^^^^^^^"


def test_a_reading_is_chosen(case: Path) -> None:
    before = held(case)

    assert answer(case, "2").exit_code == 1

    assert amount(case) == ("12.50", "confirmed")
    after = held(case)
    award = before["awards"][1]
    award["amount"] = "12.50"
    award["evidence"]["amount"]["status"] = "confirmed"
    assert after == before


@pytest.mark.parametrize(
    ("typed", "value", "status"),
    [
        ("12 500,50 €", "12500.50", "corrected"),
        ("12\u202f500", "12500.00", "confirmed"),
        ("12.500", "12500.00", "confirmed"),
        ("=12.50", "12.50", "confirmed"),
        ("7", "7.00", "corrected"),
    ],
)
def test_an_amount_is_entered(case: Path, typed: str, value: str, status: str) -> None:
    answer(case, typed)

    assert amount(case) == (value, status)


@pytest.mark.parametrize("typed", ["abc", "-5", "9", "", "99999999999999"])
def test_what_is_no_answer_is_said_and_asked_again(case: Path, typed: str) -> None:
    if typed == "9":
        typed = "1e5"
    result = answer(case, typed, "1")

    assert "Refused:" in result.stdout or "Not understood" in result.stdout
    assert amount(case) == ("12500.00", "confirmed")


def test_a_value_is_dismissed(case: Path) -> None:
    answer(case, "x")

    assert amount(case) == (None, "dismissed")


def test_an_unread_line_is_dismissed(case: Path) -> None:
    answer(case, "s", "x")

    statuses = {each["quote"]: each["status"] for each in held(case)["readings"]}
    assert statuses == {MORE: "dismissed", SOME: "ambiguous"}


def test_an_unread_amount_becomes_an_award(case: Path) -> None:
    """The amount, that it is a new award, and to whom: one who is there, or another."""
    answer(case, "1", "300", "1", "1")

    value = held(case)
    assert value["awards"][-1] == {
        "id": "awards-alpha",
        "beneficiary": "alpha",
        "amount": "300.00",
        "evidence": {
            "amount": {
                "span": [46, 51],
                "quote": "300 €",
                "document": "doc",
                "status": "added",
            }
        },
    }
    assert [each["quote"] for each in value["readings"]] == [SOME]


def test_a_chosen_reading_becomes_an_award_to_someone_new(case: Path) -> None:
    answer(case, "1", "s", "1", "1", "Club de l'Étang")

    value = held(case)
    assert value["awards"][-1]["beneficiary"] == "club-de-l-etang"
    assert value["awards"][-1]["evidence"]["amount"]["status"] == "confirmed"
    assert value["beneficiaries"][-1]["name"] == "Club de l'Étang"
    assert [each["quote"] for each in value["readings"]] == [MORE]


def test_an_amount_goes_to_the_entry_that_lacks_it(case: Path) -> None:
    result = answer(case, "x", "300", "1")

    assert "missing amount of:" in result.stdout
    assert amount(case) == ("300.00", "added")
    assert len(held(case)["awards"]) == 2


def test_an_amount_becomes_a_total(case: Path) -> None:
    answer(case, "1", "300", "2", "3")

    assert held(case)["totals"][-1]["of"] == "charged"


def test_an_amount_that_is_nothing_of_the_lists_is_dismissed(case: Path) -> None:
    result = answer(case, "1", "300", "4")

    assert "  4  none of these: dismiss" in result.stdout
    assert held(case)["readings"][0]["status"] == "dismissed"


def test_a_reading_in_words_is_the_one_amount_it_has(case: Path) -> None:
    value = held(case)
    value["readings"][0] |= {"readings": ["a threshold", "300.00"], "lists": [], "quote": "300 €"}
    case.write_text(json.dumps(value), encoding="utf-8")

    assert answer(case, "s", "1", "4", "2").exit_code == 1

    assert held(case)["totals"][-1]["amount"] == "300.00"


def test_of_many_beneficiaries_a_part_of_the_name_is_typed(case: Path) -> None:
    value = held(case)
    value["beneficiaries"] += [{"id": f"b{n}", "name": f"Club {n} d'Été"} for n in range(100, 130)]
    case.write_text(json.dumps(value), encoding="utf-8")

    result = answer(case, "1", "300", "1", "ete", "alph", "1", "1", "1", "=Club")

    assert "32 beneficiaries: type part of a name." in result.stdout
    assert "30  Club 129 d'Été" in result.stdout
    assert held(case)["awards"][-2]["beneficiary"] == "alpha"
    assert held(case)["beneficiaries"][-1] == {
        "id": "club",
        "name": "Club",
        "evidence": {"name": {"status": "added"}},
    }


def test_undo_takes_back_answers_and_skips(case: Path) -> None:
    before = case.read_bytes()

    result = answer(case, "u", "2", "s", "u", "u")

    assert "Nothing to undo." in result.stdout
    assert case.read_bytes() == before
    assert answer(case, "2", "u", "1").exit_code == 1
    assert amount(case) == ("12500.00", "confirmed")


def test_quitting_loses_nothing_and_the_next_run_goes_on(case: Path) -> None:
    assert answer(case, "1", "q", "x").exit_code == 1
    assert amount(case) == ("12500.00", "confirmed")
    result = answer(case, "x", "x")

    assert result.exit_code == 0
    assert "1 confirmed, 2 dismissed; nothing left to settle." in result.stdout
    assert (
        f"{case}: 1 confirmed, 2 dismissed; nothing left to settle." in run("confirm", case).stdout
    )


def test_help_and_french(case: Path) -> None:
    result = run("confirm", "--lang", "fr", case, stdin=b"?\np\nx\nq\n")

    assert result.stdout.count("s passer") == 2
    assert "Écarté." in result.stdout
    assert "reste à régler" in result.stdout


def test_without_terminal_or_answers_it_refuses(case: Path) -> None:
    before = case.read_bytes()

    result = run("confirm", case)

    assert result.exit_code == 2
    assert "no terminal and holds no answers" in result.stderr
    assert case.read_bytes() == before


def test_what_is_no_case_file_is_refused(case: Path) -> None:
    assert run("confirm", "-", stdin=b"x").exit_code == 2
    result = run("confirm", case.with_suffix(".txt"), stdin=b"x\n")
    assert result.exit_code == 2
    assert "deliberation-check extract" in result.stderr


def test_a_file_changed_meanwhile_is_left_alone(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(*_: object) -> str:
        case.write_text("another's work")
        return ""

    monkeypatch.setattr("checker.cli.confirmwords.Said.question", change)

    result = answer(case, "1")

    assert result.exit_code == 2
    assert "changed by another program" in result.stderr
    assert case.read_text() == "another's work"


def test_a_case_without_open_items_needs_no_answers(write: Writer) -> None:
    result = run("confirm", write())

    assert result.exit_code == 0
    assert "nothing left to settle" in result.stdout


def test_a_terminal_is_asked(case: Path) -> None:
    case.with_suffix(".txt").unlink()  # the stand-ins are not in that process
    controller, terminal = pty.openpty()
    os.write(controller, b"1\nq\n")
    done = subprocess.run(
        [*COMMAND, "confirm", case],
        stdin=terminal,
        capture_output=True,
        env=environment(),
        check=False,
        timeout=60,
    )
    os.close(terminal)
    os.close(controller)

    assert done.returncode == 1
    assert amount(case) == ("12500.00", "confirmed")


# A document that has changed.


def settled(tmp_path: Path) -> Path:
    """A case with everything settled: Beta confirmed, one line dismissed, one made an award."""
    path = written(tmp_path, TEXT)
    assert answer(path, "1", "x", "1", "1", "1").exit_code == 0
    return path


def changed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "act.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_same_document_changes_nothing(tmp_path: Path) -> None:
    path = settled(tmp_path)
    before = path.read_bytes()

    result = answer(path, document=tmp_path / "act.txt")

    assert result.exit_code == 0
    assert "the document is unchanged" in result.stderr
    assert path.read_bytes() == before


def test_settlements_move_with_their_words(tmp_path: Path) -> None:
    path = settled(tmp_path)
    document = changed(tmp_path, TEXT.replace("Alpha", "Gamma: 5.00\nAlpha"))

    result = answer(path, document=document)

    assert result.exit_code == 0
    assert "read anew; 3 settlements kept." in result.stderr
    assert "again" not in result.stderr
    assert amount(path) == ("12500.00", "confirmed")
    assert amount(path, "awards-alpha") == ("12500.00", "confirmed")
    text = document.read_text(encoding="utf-8")
    for award in held(path)["awards"]:
        where = award["evidence"]["amount"]
        assert text[slice(*where["span"])] == where["quote"]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("12500.00 12.50", "12600.00 12.60", 1),
        ("300", "301", 1),
        ("12 500", "12 501", 1),
    ],
)
def test_only_what_stands_on_changed_words_is_asked_again(
    tmp_path: Path, old: str, new: str, left: int
) -> None:
    path = settled(tmp_path)

    result = answer(path, document=changed(tmp_path, TEXT.replace(old, new)))

    assert result.exit_code == 1
    assert "2 settlements kept." in result.stderr
    assert f"left to settle: {left} item" in result.stdout


def test_what_was_written_by_hand_without_a_passage_stays(tmp_path: Path) -> None:
    path = settled(tmp_path)
    value = held(path)
    value["act"]["stage"] = "draft"
    value["whole"] = ["awards"]
    value["participants"] = []
    value["members"] = [{"id": "m1", "name": "M. Exemple"}]
    path.write_text(json.dumps(value), encoding="utf-8")

    answer(path, document=changed(tmp_path, TEXT + "More text\n"))

    assert held(path)["act"]["stage"] == "draft"
    assert held(path)["whole"] == ["awards"]
    assert held(path)["members"] == [{"id": "m1", "name": "M. Exemple"}]


def test_another_deliberation_is_no_new_version(tmp_path: Path) -> None:
    path = settled(tmp_path)
    document = changed(tmp_path, "# 25-1\nAlpha: 1.00\n# 25-2\nBeta: 2.00\n")

    result = answer(path, document=document)

    assert result.exit_code == 2
    assert "The case is about 24-1; the document holds 25-1, 25-2." in result.stderr


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    """A case file with nothing to settle but two lists that may lack something."""
    path = written(tmp_path, "# 24-1\nAlpha: 100.00\n")
    value = held(path)
    value["open"] = ["agreements", "awards"]
    path.write_text(dump_case(load_case(json.dumps(value).encode(), "x")), encoding="utf-8")
    return path


def test_a_list_counts_as_complete_once_a_person_says_so(lacking: Path) -> None:
    before = held(lacking)
    result = answer(lacking, "1", "x", "=", "q")

    assert "A list that may lack something: agreement ($.open; 2 items left)" in result.stdout
    assert result.stdout.count("Not understood") == 2
    assert "The list counts as complete." in result.stdout
    assert result.exit_code == 1
    assert held(lacking) == {**before, "open": ["awards"]}

    result = answer(lacking, "=")
    assert result.exit_code == 0
    assert held(lacking) == {key: value for key, value in before.items() if key != "open"}


def test_all_lists_at_once_or_one_and_back(lacking: Path) -> None:
    before = held(lacking)
    result = answer(lacking, "=", "u", "q")

    assert "=*: the same answer for 2 items alike of the document" in result.stdout
    assert held(lacking) == before

    result = answer(lacking, "=*")
    assert "Settled at once: 2 items" in result.stdout
    assert result.exit_code == 0
    assert "open" not in held(lacking)


def test_words_of_closed_lists_are_said_as_a_reader_knows_them(tmp_path: Path) -> None:
    path = written(tmp_path, "# 24-1\nAlpha: 100.00\n")
    value = held(path)
    value["body"].pop("category", None)
    value["body"]["evidence"] = {"category": {"status": "ambiguous", "readings": ["cc", "ca"]}}
    path.write_text(dump_case(load_case(json.dumps(value).encode(), "x")), encoding="utf-8")

    assert "or agglomeration community" in " ".join(run(path).stdout.split())
    result = answer(path, "2")

    assert "  2  agglomeration community" in result.stdout.splitlines()
    assert held(path)["body"]["category"] == "ca"
