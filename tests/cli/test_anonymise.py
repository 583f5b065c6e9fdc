"""Reports without the names of persons, as the user has them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Writer
from tests.cli.running import run

REGISTER = """\
elu;organisme;nature
M. Paul FICTIF;Association A;dirigeant
Mme Jeanne EXEMPLE;Association Z;dirigeant
Paul FICTIFF;Association A;salarié
"""
MEMBERS = [
    {"id": "jeanne-exemple", "name": "Jeanne EXEMPLE", "civility": "Mme"},
    {"id": "paul-fictif", "name": "Paul FICTIF", "civility": "M."},
]
AWARD = {"object": "sur la proposition de Mme Zoé KERMEUR", "beneficiary": "a", "id": "award-a"}


def test_no_name_is_left_on_either_stream_nor_in_a_file(write: Writer, tmp_path: Path) -> None:
    register, written = tmp_path / "interets.csv", tmp_path / "report.json"
    register.write_text(REGISTER, encoding="utf-8")
    case = write(
        members=MEMBERS,
        participants=[{"member": each["id"]} for each in MEMBERS],
        awards=[{**AWARD, "amount": "300.00"}],
        act={"number": "2024-1", "date": "2024-02-09", "title": "Avis de M. Yves LE GALL."},
    )
    arguments = ("--register", register, "--output", f"json={written}", case)
    plain = run(*arguments)
    before = json.loads(written.read_text(encoding="utf-8"))
    hidden = run("--anonymise", *arguments)
    after = json.loads(written.read_text(encoding="utf-8"))
    names = ("exemple", "fictif", "kermeur", "gall")

    assert "FICTIF" in plain.stdout
    assert "FICTIFF" in plain.stderr
    assert any("FICTIFF" in note for note in before["register_notes"])
    for text in (hidden.stdout, hidden.stderr, json.dumps(after, ensure_ascii=False)):
        found = text.lower().replace("ville d'exemple", "").replace(str(tmp_path).lower(), "")
        assert [name for name in names if name in found] == []
    assert "member 1" in hidden.stdout
    assert after["act"]["title"].startswith("Avis de person ")
    assert hidden.exit_code == plain.exit_code
    assert after["counts"] == before["counts"]


def test_who_accepts_a_finding_is_a_person_too(write: Writer, tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text(
        "- {rule: ARI-01, act: 2024-1, subject: total, reason: Vu par Camille EXEMPLE.,"
        " author: Camille EXEMPLE, date: 2024-03-01, expires: 9999-12-31}\n",
        encoding="utf-8",
    )
    result = run("--anonymise", "--waivers", waivers, write(total="300.01"))

    assert result.exit_code == 0
    assert "by person 1 on 1 March 2024" in " ".join(result.stdout.split())
    assert "Camille" not in result.stdout
