"""`--register` of the commands: the report names the registers, bad ones end in 2."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import checker
from tests.cli.running import ROOT, environment, run
from tests.registers.making import ACT, EXAMPLES, put

SCHEMA = Path(checker.__file__).parent / "schemas" / "report-1.schema.json"
GRANTS = EXAMPLES / "subventions.csv"


def test_the_report_lists_registers_with_their_digests_and_lines() -> None:
    result = run(ACT, "--register", EXAMPLES / "bordereau.json", "--lang", "fr")

    assert result.exit_code == 1
    assert "Registres consultés" in result.stdout
    assert "les registres cités en annexe" in " ".join(result.stdout.split())
    plain = "".join(result.stdout.split())
    assert hashlib.sha256(GRANTS.read_bytes()).hexdigest() in plain
    assert "subventions.csv,ligne2)" in plain
    assert "élu(docs/exemples/registres/interets.csv,ligne2)" in plain.replace(f"{ROOT}/", "")


def test_the_json_report_gains_keys_only(tmp_path: Path) -> None:
    put(tmp_path, {"g.csv": "beneficiaire;exercice;montant\nClub nautique;2024;1\n"})
    plain = json.loads(run(ACT, "--format", "json").stdout)
    told = json.loads(run(ACT, "--format", "json", "--register", tmp_path).stdout)

    Draft202012Validator(json.loads(SCHEMA.read_bytes())).validate(told)
    assert (plain["registers"], plain["register_notes"]) == ([], [])
    assert plain.keys() == told.keys()
    assert [(each["kind"], each["rows"], each["used"]) for each in told["registers"]] == [
        ("grants", 1, 0)
    ]
    assert "is close to" in told["register_notes"][0]


def test_questions_go_to_standard_error_in_the_language_of_the_report(tmp_path: Path) -> None:
    put(tmp_path, {"g.csv": "beneficiaire;exercice;montant\nClub nautique;2024;1\n"})
    result = run(ACT, "--register", tmp_path, "--lang", "fr")

    assert "est proche de" in result.stderr
    assert "non rapproché" in result.stderr
    assert "À propos des registres" in result.stdout


@pytest.mark.parametrize("command", ["check", "test"])
def test_bad_registers_end_in_2_with_every_place(tmp_path: Path, command: str) -> None:
    put(tmp_path, {"g.csv": "beneficiaire;exercice;montant\nA;2024;x\nB;24;1\n"})
    result = run(command, ACT, "--register", tmp_path, "--register", tmp_path / "none.csv")

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "g.csv:2:8: montant:" in result.stderr
    assert "g.csv:3:3: exercice:" in result.stderr
    assert "none.csv: There is no such file." in result.stderr


def test_registers_that_disagree_on_one_case_leave_the_others_checked(tmp_path: Path) -> None:
    name = "Maison des jeunes d'Exemple"
    text = "siren;siret;etatAdministratifEtablissement;denominationUniteLegale\n"
    text += f"732829320;;;{name}\n552100554;;;{name}\n"
    other = json.loads(ACT.read_bytes())
    other["beneficiaries"][1]["siren"] = "732829320"
    put(tmp_path, {"s.csv": text, "cases/other.json": other})
    result = run(ACT, tmp_path / "cases", "--register", tmp_path / "s.csv", "--format", "json")

    assert result.exit_code == 2
    first, second = json.loads(result.stdout)["reports"]
    assert [each["line"] for each in first["errors"]] == [2, 3]
    assert second["reliable"]


def test_a_report_never_overwrites_a_register(tmp_path: Path) -> None:
    put(tmp_path, {"g.csv": GRANTS.read_bytes()})
    result = run(ACT, "--register", tmp_path, "--output", f"json={tmp_path / 'g.csv'}")

    assert result.exit_code == 2
    assert "would overwrite" in result.stderr
    assert (tmp_path / "g.csv").read_bytes() == GRANTS.read_bytes()


def test_without_the_option_nothing_of_registers_is_imported() -> None:
    script = (
        "import sys; from checker.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([each for each in sys.modules if 'checker.registers' in each], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(ACT)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=environment(),
    )

    assert done.stderr == "[]\n"
