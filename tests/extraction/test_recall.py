"""The corpus: how much is read, as the documentation says, and nothing wrong."""

from __future__ import annotations

import json

import pytest

from checker.extraction import extract
from tests.acts import ROOT
from tests.extraction import recall
from tests.extraction.sources import shared

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not recall.CORPUS.is_dir(), reason="the shared documents are not here"),
]
EXPECTED = {
    each["file"]: each
    for each in (
        json.loads((recall.CORPUS / "expected.json").read_text("utf-8"))
        if recall.CORPUS.is_dir()
        else ()
    )
}
TABLES = [name for name in recall.DOCUMENTS if "AttribSub" in name]


def test_the_documentation_has_the_measured_table() -> None:
    page = (ROOT / "docs" / "documents.md").read_text("utf-8")
    table = [line for line in page.splitlines() if line.startswith("|")]
    assert table == recall.table()  # python -m tests.extraction.recall prints it anew


@pytest.mark.parametrize("name", recall.DOCUMENTS)
def test_no_pair_is_wrong(name: str) -> None:
    assert recall.measured(name).wrong == ()


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_day_of_the_sitting(name: str) -> None:
    (case,) = extract(shared(recall.CORPUS / name))
    assert str(case.act.date) == EXPECTED[name]["date"]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_the_great_table_is_read_and_its_totals_agree(name: str) -> None:
    found = recall.measured(name)
    assert (found.expected, found.right) == (616, 616)
    (case,) = extract(shared(recall.CORPUS / name))
    assert sum(line.amount or 0 for line in case.summary) == 379_712_100
    said = [
        reading.readings[0]
        for reading in case.readings
        if "total d'un tableau" in reading.readings[0]
    ]
    assert len(said) == 22
    assert all("égal à la somme de ses lignes" in each for each in said)
