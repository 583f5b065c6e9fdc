"""Whatever the bytes: registers, or sentences with places; never anything else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.casefile import dump_case, load_case
from checker.errors import InputError, Problem
from checker.registers import joined, read_registers
from checker.registers.notes import Note
from checker.registers.places import cell_spans
from checker.registers.table import read
from tests.registers.making import EXAMPLES, case

pytestmark = pytest.mark.slow

HEADERS = (
    "beneficiaire;siret;exercice;montant;de_minimis;date_octroi;axe;pourcentageSubvention",
    "elu;organisme;nature;debut;fin;alias_elu;siret;rna",
    "siren;siret;dateDebut;etatAdministratifEtablissement;denominationUniteLegale",
    "id;titre;date_publi;date_disso;position;siret",
    "nomBeneficiaire,montant,dateConvention,datesPeriodeVersement,idBeneficiaire,notificationUE",
)
CELLS = st.one_of(
    st.sampled_from(
        ["Club nautique d'Exemple", "Jeanne EXEMPLE", "2024", "oui", "1 000,00", "73282932000074"]
    ),
    st.sampled_from(['"', '""', "\n", "\r", "\0", "A", "W999000001", "2024-02-09/", "=1+1", ""]),
    st.text(max_size=12),
)
QUIET = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def tried(path: Path) -> None:
    """Read it and join it; a refusal says where and why."""
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    made = case()
    try:
        found = joined(made, read_registers([str(path)]))
        made, notes = found.case, found.notes
    except InputError as error:
        problems = error.problems or (Problem("", -1, 0, "", ""),)
    for problem in problems:
        assert problem.file == str(path)
        assert problem.message.endswith((".", "?"))
        assert problem.line >= 0
    assert load_case(dump_case(made).encode(), "joined.json") == made
    for note in notes:
        assert note.said("fr")
        assert note.said("en")


@QUIET
@given(st.binary(max_size=300), st.sampled_from(["x.csv", "x.json"]))
def test_any_bytes(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(data)
    tried(tmp_path / name)


@QUIET
@given(st.sampled_from(HEADERS), st.lists(st.lists(CELLS, max_size=9), min_size=1, max_size=6))
def test_any_rows_below_known_headers(tmp_path: Path, header: str, rows: list[list[str]]) -> None:
    separator = ";" if ";" in header else ","
    text = "\n".join([header, *(separator.join(row) for row in rows)])
    (tmp_path / "x.csv").write_text(text, encoding="utf-8", errors="replace", newline="")
    tried(tmp_path / "x.csv")


@QUIET
@given(st.data())
@pytest.mark.parametrize("name", ["interets.json", "delegations.json", "bordereau.json"])
def test_any_damage_to_a_document(tmp_path: Path, name: str, data: st.DataObject) -> None:
    value = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    lists = [key for key in value if isinstance(value[key], list)]
    wrong: st.SearchStrategy[object] = st.sampled_from(
        [None, 0, "", "x", [], {}, [None], [[]], [{}], -1, 1.5, True]
    )
    key = data.draw(st.sampled_from([key for key in value if key != "schema"]))
    if data.draw(st.booleans()) and lists:
        item = data.draw(st.sampled_from(value[data.draw(st.sampled_from(lists))]))
        item[data.draw(st.sampled_from([*item, "autre"]))] = data.draw(wrong)
    else:
        value[key] = data.draw(wrong)
    value.pop("files", None)
    (tmp_path / "x.json").write_text(json.dumps(value), encoding="utf-8")
    tried(tmp_path / "x.json")


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('ab"; \n'), max_size=5), min_size=1, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_spans_are_those_of_the_cells_that_were_read(rows: list[list[str]]) -> None:
    text = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    for line, row in zip(read(text, ";"), rows, strict=True):
        assert list(line.cells) == row
        spans = cell_spans(text, line.span, ";")
        assert [text[a + 1 : b - 1].replace('""', '"') for a, b in spans] == row
