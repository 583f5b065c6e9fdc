"""CSV and JSON registers as they are read: kinds, encodings, separators, faults, places."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.registers import Register, read_registers
from checker.registers.cells import cents, day, flag, identifiers, period, share, year
from checker.registers.model import GrantRow, InterestRow
from tests.registers.making import EXAMPLES, put


def read(path: Path) -> Register:
    (found,) = read_registers([str(path)]).found
    return found


def faults(*paths: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_registers([str(path) for path in paths])
    return [
        f"{each.line}:{each.column} {each.path} {each.message}" for each in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("name", "kind", "rows"),
    [
        ("interets.csv", "interests", 3),
        ("interets.json", "interests", 1),
        ("subventions.csv", "grants", 3),
        ("subventions-scdl.csv", "grants", 1),
        ("delegations.json", "delegations", 2),
        ("sirene.csv", "sirene", 1),
        ("rna.csv", "rna", 2),
        ("autres-actes/2024-012.json", "case", 0),
    ],
)
def test_each_kind_is_known_by_its_columns_or_schema(name: str, kind: str, rows: int) -> None:
    found = read(EXAMPLES / name)

    assert (found.kind, len(found.rows)) == (kind, rows)
    assert not found.notes


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("signature", [b"", b"\xef\xbb\xbf"])
def test_separators_line_ends_and_signatures(
    tmp_path: Path, delimiter: str, end: str, signature: bytes
) -> None:
    lines = ["beneficiaire;exercice;montant", 'Les "Amis";2024;1 000.50', "Élan;2023;7"]
    text = end.join(lines).replace(";", delimiter).replace('"', "'")
    put(tmp_path, {"g.csv": signature + text.encode()})

    rows = read(tmp_path / "g.csv").rows

    assert [(row.body.name, row.year, row.amount) for row in rows if isinstance(row, GrantRow)] == [
        ("Les 'Amis'", 2024, 100050),
        ("Élan", 2023, 700),
    ]


def test_the_western_encoding_of_windows_is_noted(tmp_path: Path) -> None:
    put(tmp_path, {"g.csv": "beneficiaire;exercice;montant\nÉlan;2023;7 €\n".encode("cp1252")})

    found = read(tmp_path / "g.csv")

    assert isinstance(found.rows[0], GrantRow)
    assert found.rows[0].body.name == "Élan"
    assert "Windows-1252" in found.notes[0].said("fr")
    assert "Windows-1252" in found.notes[0].said("en")


def test_quoted_line_breaks_keep_lines_and_cells_apart(tmp_path: Path) -> None:
    text = 'beneficiaire;acte;exercice;montant\n"A ""B""; C";"x\ny";2024;1\nD;z;2024;2 000\n'
    put(tmp_path, {"g.csv": text})

    found = read(tmp_path / "g.csv")
    first, second = found.rows

    assert found.quote(first, "body") == 'A ""B""; C'
    assert found.quote(first, "amount") == "1"
    assert (found.place(first, "amount").line, found.place(second, "amount").line) == (3, 4)
    assert found.place(second, "amount").column == 10
    assert found.quote(second, "amount") == "2 000"


def test_every_fault_of_a_table_has_line_column_and_header(tmp_path: Path) -> None:
    text = (
        "beneficiaire;siret;exercice;montant;de_minimis;date_octroi\n"
        "A;123;2024;1,234;peut-être;2024-02-30\n"
        ";;24;-5;oui;hier\n"
        "B;;2024;;non;\n"
        "C;;2024;1;non;;de trop\n"
    )
    put(tmp_path, {"g.csv": text})

    found = faults(tmp_path / "g.csv")

    assert [line.split(" ", 2)[:2] for line in found] == [
        ["2:3", "siret"],
        ["2:12", "montant"],
        ["2:18", "de_minimis"],
        ["2:28", "date_octroi"],
        ["3:1", "beneficiaire"],
        ["4:1", "montant"],
        ["5:1", ""],
    ]
    assert "two amounts" in found[1]
    assert "headers are 6" in found[6]


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "a.csv": "beneficiaire;exercice;montant\nA;2024;dix\n",
            "b.json": {"schema": "deliberation-check/register/interests/1", "interest": []},
            "c.csv": "nom;prix\nA;1\n",
            "d.json": {"schema": "deliberation-check/case/1"},
            "e.csv": b"beneficiaire;exercice;montant\nA\0;2024;1\n",
            "f.csv": "",
            "g.csv": "beneficiaire;exercice;montant\n",
            "h.csv": b"beneficiaire;exercice;montant\nA\x81;2024;1\n",
            "i.csv": "\ufeffx".encode("utf-16"),
            "j.json": '{"schema": ',
        },
    )
    with pytest.raises(InputError) as caught:
        read_registers([str(tmp_path)])
    files = {Path(each.file).name for each in caught.value.problems}

    assert files == {f"{letter}.csv" for letter in "acefghi"} | {"b.json", "d.json", "j.json"}


def test_columns_of_no_register_are_listed_with_what_is_wanted(tmp_path: Path) -> None:
    put(tmp_path, {"c.csv": "beneficiare;montant;exercice\nA;1;2024\n"})

    (found,) = faults(tmp_path / "c.csv")

    assert found.startswith("1:1")
    assert "'beneficiare'" in found
    assert "did you mean 'beneficiaire'" in found
    assert "elu;organisme;nature" in found


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    put(tmp_path, {"c.csv": "beneficiaire;montant;exercice;Montant\nA;1;2024;2\n"})

    assert "stands twice" in faults(tmp_path / "c.csv")[0]


def test_json_faults_have_their_place_and_the_nearest_word(tmp_path: Path) -> None:
    text = """{
  "schema": "deliberation-check/register/interests/1",
  "complete": "yes",
  "interests": [
    {"member": "A", "body": "B", "nature": "dirigeante"},
    {"member": "A", "bodie": "B", "nature": "présidente", "since": "2024-13-01"}
  ]
}"""
    put(tmp_path, {"i.json": text})

    found = faults(tmp_path / "i.json")

    assert [line.split(" ", 2)[:2] for line in found] == [
        ["3:3", "$.complete"],
        ["6:5", "$.interests[1]"],
        ["6:21", "$.interests[1].bodie"],
        ["6:35", "$.interests[1].nature"],
        ["6:59", "$.interests[1].since"],
    ]
    assert "did you mean 'body'" in found[2]


def test_an_unknown_schema_names_the_nearest(tmp_path: Path) -> None:
    put(tmp_path, {"i.json": {"schema": "deliberation-check/register/interest/1"}})

    assert "did you mean 'deliberation-check/register/interests/1'" in faults(tmp_path)[0]


def test_what_is_no_register_is_told_in_a_folder_and_refused_by_name(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "note.txt": "…",
            "other.json": {"schema": "deliberation-check/report/1"},
            "case.expected.json": {},
            ".hidden.csv": "x",
            "g.csv": "beneficiaire;exercice;montant\nA;2024;1\n",
            "sub/copy.csv": "beneficiaire;exercice;montant\nA;2024;1\n",
        },
    )
    found = read_registers([str(tmp_path)])

    assert [Path(each.name).name for each in found.found] == ["g.csv"]
    assert [Path(note.file).name for note in found.notes] == ["note.txt", "other.json", "copy.csv"]
    assert "no register" in faults(tmp_path / "other.json")[0]


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "no such file" in faults(tmp_path / "missing.csv")[0]
    assert "holds no register" in faults(tmp_path / "empty")[0]
    assert "no file name has" in faults(Path("a\0b"))[0]
    assert "no such file" in faults(Path("-"))[0]


def test_a_slip_names_files_below_it_with_their_digests(tmp_path: Path) -> None:
    schema = "deliberation-check/register/bordereau/1"
    put(
        tmp_path,
        {
            "g.csv": "beneficiaire;exercice;montant\nA;2024;1\n",
            "good.json": {"schema": schema, "files": [{"file": "g.csv"}]},
            "bad.json": {
                "schema": schema,
                "files": [
                    {"file": "g.csv", "sha256": "0" * 64},
                    {"file": "../g.csv"},
                    {"file": "none.csv"},
                ],
            },
        },
    )

    assert [each.kind for each in read_registers([str(tmp_path / "good.json")]).found] == [
        "bordereau",
        "grants",
    ]
    found = " ".join(faults(tmp_path / "bad.json"))
    assert "another version" in found
    assert "without '..'" in found
    assert "no such file" in found


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.registers.files.LARGEST", 10)
    put(tmp_path, {"g.csv": "beneficiaire;exercice;montant\nA;2024;1\n"})

    assert "larger than" in faults(tmp_path / "g.csv")[0]


def test_formulas_stay_the_characters_they_are_made_of(tmp_path: Path) -> None:
    text = 'elu;organisme\n"=HYPERLINK(""http://x"")";@SUM(A1)\n'
    put(tmp_path, {"i.csv": text})
    row = read(tmp_path / "i.csv").rows[0]

    assert isinstance(row, InterestRow)
    assert row.member == '=HYPERLINK("http://x")'
    assert row.body.name == "@SUM(A1)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("23 000,00", 2300000),
        ("23000.00", 2300000),
        ("23000", 2300000),
        ("23\u202f000,5 €", 2300050),
        ("17\u00a0833", 1783300),
        ("38975.94", 3897594),
        ("0", 0),
        ("9999999999.99", 999999999999),
    ],
)
def test_amounts_are_exact(text: str, expected: int) -> None:
    assert cents(text) == expected


@pytest.mark.parametrize(
    "text", ["1,234", "1.234", "1.234,00", "12 5", "1e3", "-1", "NC", "", "٣", "1" * 400, "1.005"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        cents(text)


def test_days_years_flags_and_identifiers() -> None:
    assert day("2024-02-09") == day("09/02/2024") == datetime.date(2024, 2, 9)
    assert day("0001-01-01") is None
    assert period("2017-03-14/2018-03-14") == (
        datetime.date(2017, 3, 14),
        datetime.date(2018, 3, 14),
    )
    assert period("09/02/2024") == (datetime.date(2024, 2, 9),) * 2
    assert year("2017.0") == 2017
    assert (flag("OUI"), flag("non")) == (True, False)
    assert identifiers("732 829 320 00074") == ("732829320", "73282932000074")
    assert identifiers("73282932000000.0") == ("732829320", None)
    assert share("45 %") == share("0.45")
    for text in ("732829321000000", "7,328E+13", "73282932100000"):
        with pytest.raises(ValueError, match=r"SIRET|figures"):
            identifiers(text)
