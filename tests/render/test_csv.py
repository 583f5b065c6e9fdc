"""The rows for a spreadsheet: whole, safe, and as LibreOffice reads them."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from attrs import evolve

from checker.render import as_csv
from checker.render.formats import render
from checker.report import Outcome, Report
from checker.words import Language
from tests.render.hostile import NAMES, UNREAD, accepted, named
from tests.render.rendering import whole
from tests.render.test_json import every_verdict
from tests.report.making import report, small_case

OFFICE = shutil.which("soffice")
N = "\u00a0"


def rows(*outcomes: Outcome, language: Language = "fr") -> list[dict[str, str]]:
    """The rows by the names of the columns, as a strict reader of CSV finds them."""
    text = whole(as_csv.Renderer(language), outcomes)
    assert text.startswith("\ufeff")
    found = list(
        csv.reader(
            io.StringIO(text[1:], newline=""),
            delimiter=";" if language == "fr" else ",",
            strict=True,
        )
    )
    assert found[0] == [words(language) for words in as_csv.COLUMNS.values()]
    return [dict(zip(as_csv.COLUMNS, row, strict=True)) for row in found[1:]]


def test_every_instance_has_its_row() -> None:
    made = every_verdict()[0]
    found = rows(made)

    instances = [(i.check, i.subject) for rule in made.rules for i in rule.instances]
    assert [(row["check"], row["subject"]) for row in found if row["check"]] == instances
    assert [row["rule"] for row in found if not row["check"]] == ["ANC-01"]
    assert {row["verdict"] for row in found} == {
        "sans anomalie",
        "constat",
        "à apprécier",
        "sans objet",
    }


def test_a_finding_in_full() -> None:
    (row,) = [
        row for row in rows(report(small_case())) if row["rule"] == "SEU-01" and row["remedy"]
    ]

    assert row == {
        **dict.fromkeys(as_csv.COLUMNS, ""),
        "file": "cases/small.json",
        "act": f"n°{N}24-01",
        "rule": "SEU-01",
        "check": "SEU-01",
        "title": f"Règle SEU-01{N}: titre",
        "nature": "norme",
        "subject": "a1",
        "named": "ADELIE",
        "verdict": "constat",
        "category": "anomalie",
        "action": "à justifier",
        "reliable": "oui",
        "message": row["message"],
        "operands": row["operands"],
        "basis": "article 10 de la loi du 12 avril 2000",
        "document": "acte.txt",
        "page": "2",
        "quote": f"«{N}30 000 €{N}»",
        "path": "$.awards[0].amount",
        "remedy": "Conclure une convention.",
        "reserve": row["reserve"],
    }
    assert f"30{N}000,00{N}€" in row["message"]
    assert "award.amount: " in row["operands"]
    assert "niveau abaissé" in row["reserve"]


def test_what_is_missing_and_the_document_that_would_tell() -> None:
    found = [row for row in rows(every_verdict()[1]) if row["verdict"] == "non vérifiable"]

    assert all(row["missing"] and row["documents"] for row in found)
    assert found


def test_english_has_commas() -> None:
    found = rows(report(small_case(), "en"), language="en")

    assert found[0]["act"] == "No. 24-01"
    assert {"finding", "no anomaly"} < {row["verdict"] for row in found}


def test_several_inputs_unread_unreliable_and_accepted() -> None:
    unreliable = report(small_case(), faults=["They differ."], doubted=["MOT-01"])
    found = rows(UNREAD, unreliable, accepted())

    assert [row["verdict"] for row in found[:2]] == ["non lu", "non fiable"]
    assert (found[0]["line"], found[0]["column"], found[0]["path"]) == ("3", "7", "$.act")
    assert found[1]["message"] == "They differ."
    own = [row for row in found if row["reliable"]]
    assert {row["reliable"] for row in own} == {"oui", "non"}
    (taken,) = [row for row in found if row["accepted"] and row["check"]]
    assert taken["accepted"].startswith("par A. Exemple le 2 avril 2024")
    assert found[-1]["verdict"] == "acceptation sans effet"


def test_no_act_gives_the_headings() -> None:
    assert rows() == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_cell_is_a_formula_whatever_the_name(name: str, language: Language) -> None:
    made = named(name, language)
    found = rows(made, language=language)

    assert len(found) == len([1 for rule in made.rules for _ in rule.instances or (1,)])
    for row in found:
        for text in row.values():
            first = unicodedata.normalize("NFKC", text.strip())[:1]
            assert first not in tuple("=+-@\t\r")
            assert not {"\n", "\r", "\t", "\x1b", "\u202e"} & set(text)


def test_no_text_is_taken_for_a_date_or_a_number() -> None:
    """« 24-01 » would be shown as a day, « 2024.10 » as another number; lines are numbers."""
    case = small_case()
    who = (evolve(case.beneficiaries[0], name="2024.10"), case.beneficiaries[1])
    found = rows(report(evolve(case, beneficiaries=who)))

    assert {"'2024.10", "Lille Avenirs"} < {row["named"] for row in found}
    assert {"2", ""} == {row["page"] for row in found}
    assert as_csv.cell("24-01") == "'24-01"
    assert as_csv.cell("24-B-0045") == "24-B-0045"


def test_same_bytes_every_time() -> None:
    assert render("csv", every_verdict(), "fr") == render("csv", every_verdict(), "fr")


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed.")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_libreoffice_reads_every_cell_as_it_was_written(tmp_path: Path, language: Language) -> None:
    """Read with its usual settings for the desk and written again, the cells say the same."""
    assert OFFICE is not None
    made: list[Report] = [named(name, language) for name in NAMES]
    written = tmp_path / "report.csv"
    written.write_bytes(render("csv", made, language))
    separator = ";" if language == "fr" else ","
    filter_ = f"CSV:{ord(separator)},34,76,1,,0,false,true,false"
    result = subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            f"--infilter={filter_}",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false",
            "--outdir",
            str(tmp_path / "again"),
            str(written),
        ],
        capture_output=True,
        timeout=180,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    text = (tmp_path / "again/report.csv").read_text(encoding="utf-8-sig")
    again = list(csv.reader(io.StringIO(text, newline="")))
    expected = [list(row.values()) for row in rows(*made, language=language)]

    assert again[1:] == expected
