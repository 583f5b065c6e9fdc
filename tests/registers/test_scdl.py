"""The published files of the corpus, whole and as they are."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from checker.registers import Register, read_registers
from checker.registers.cells import folded
from checker.registers.columns import GRANTS
from checker.registers.model import GrantRow
from tests.registers.making import case, join

SCDL = Path("/work/shared/corpus/scdl")
pytestmark = pytest.mark.skipif(not SCDL.is_dir(), reason=f"the corpus {SCDL} is not here")


def read(name: str) -> tuple[Register, list[GrantRow]]:
    (found,) = read_registers([str(SCDL / name)]).found
    return found, [row for row in found.rows if isinstance(row, GrantRow)]


def said(found: Register) -> list[tuple[int, str, int]]:
    return [(note.line, note.words.fr, note.count) for note in found.notes]


def test_nievre_2016() -> None:
    """Windows-1252, commas, no-break spaces in amounts, seven amounts that are none."""
    found, rows = read("nievre-subventions-2016.csv")

    assert len(rows) == 97
    assert Counter(row.amount is None for row in rows) == {False: 90, True: 7}
    assert {row.year for row in rows} == {2016}
    assert {row.de_minimis for row in rows} == {None}
    assert {row.body.unit for row in rows} == {None}
    assert {row.grantor.unit for row in rows if row.grantor} == {"225800010"}
    assert sum(row.amount or 0 for row in rows) == 1_714_071_500
    assert (rows[0].body.name, rows[0].amount) == ("AGORA", 1_783_300)
    unread = "» est illisible dans la colonne SUB_MONTANT : valeur inconnue."
    assert said(found) == [
        (0, "le fichier n'est pas en UTF-8 : il a été lu en Windows-1252.", 1),
        (8, f"« NC {unread}", 1),
        (60, "montant vide : inconnu.", 1),
        (91, f"« SEM {unread}", 4),
        (95, f"« ODHLM {unread}", 1),
    ]


def test_poitiers_2017() -> None:
    """Semicolons, line breaks inside cells, SIRET that a spreadsheet has made numbers of."""
    found, rows = read("poitiers-subventions-2017.csv")

    assert len(rows) == 562
    assert {row.year for row in rows} == {2017}
    assert {row.de_minimis for row in rows} == {False}
    assert {row.body.siret for row in rows} == {None}
    assert None not in {row.body.unit for row in rows}
    assert len({row.body.unit for row in rows}) == 323
    assert {row.grantor.unit for row in rows if row.grantor} == {"218601946"}
    assert None not in {row.amount for row in rows}
    assert sum(row.amount or 0 for row in rows) == 1_154_835_923
    assert (rows[-1].amount, found.place(rows[-1]).line) == (3_897_594, 946)
    assert [(line, count) for line, _, count in said(found)] == [(2, 562)]
    assert "seul le SIREN" in said(found)[0][1]


def test_a_beneficiary_of_poitiers_gets_its_grants_of_the_year() -> None:
    """Sixteen rows by SIREN; a name that is only close, without identifier, is asked."""
    body = {"name": "Ville de Poitiers", "category": "commune", "siren": "218601946"}
    who = {"id": "w", "name": "Centre d'animation de Beaulieu"}
    about = case(
        body=body,
        beneficiaries=[who],
        awards=[],
        lines=[],
    )
    found = join(about, SCDL / "poitiers-subventions-2017.csv")

    assert len(found.case.grants) == 16
    assert {(each.beneficiary, each.year) for each in found.case.grants} == {("w", 2017)}
    assert found.case.aid == ()


def test_every_column_of_the_official_schema_that_matters_is_known() -> None:
    fields = json.loads((SCDL / "subventions-2.1.1.schema.json").read_bytes())["fields"]
    known = {header for headers in GRANTS.values() for header in headers}
    ignored = {"objet", "nature", "conditionsVersement", "idRAE", "dispositifAide"}

    assert {each["name"] for each in fields if folded(each["name"]) not in known} == ignored
