"""The reference act in fourteen office files, and amounts planted where they are hard to read."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.reading.docx import read_docx
from checker.reading.odt import read_odt
from checker.reading.source import Source
from tests.acts import ROOT

SEED = ROOT.parent / "shared" / "seed"
FORMS = SEED / "forms"
READERS: dict[str, Callable[[bytes, str], Source]] = {"docx": read_docx, "odt": read_odt}
KINDS = pytest.mark.parametrize("kind", READERS)
SPACES = str.maketrans("\u00a0\u202f", "  ")

pytestmark = pytest.mark.skipif(
    not FORMS.is_dir(), reason=f"the forms of the reference act are not at {FORMS}"
)


def read(form: str, kind: str) -> Source:
    path = Path(FORMS / f"{form}.{kind}")
    return READERS[kind](path.read_bytes(), path.name)


def words(text: str) -> list[str]:
    """The words without the bullets that the text of the seed has lost."""
    return [word for word in text.translate(SPACES).split() if word != "•"]


@KINDS
@pytest.mark.parametrize("form", ["plain", "nbsp", "nnbsp", "auto", "twocol"])
def test_the_act_is_read_word_for_word(form: str, kind: str) -> None:
    seed = (SEED / "24-B-0045.txt").read_text(encoding="utf-8")

    source = read(form, kind)

    assert source.text.count("€") == 39
    # The seed breaks this one word over two lines.
    assert words(source.text) == words(seed.replace("espace-\nressources", "espace-ressources"))


@KINDS
def test_both_spaces_stay_what_they_are(kind: str) -> None:
    assert "872\u00a0100\u00a0€" in read("nbsp", kind).text
    assert "872\u202f100\u00a0€" in read("nnbsp", kind).text


def test_both_formats_give_the_same_text() -> None:
    for form in ("plain", "nbsp", "nnbsp", "auto", "twocol", "table"):
        assert read(form, "docx").text == read(form, "odt").text
        assert read(form, "docx").tables == read(form, "odt").tables


@KINDS
def test_the_lists_of_totals_are_tables(kind: str) -> None:
    source = read("table", kind)

    first, second = (
        [source.text[cell.start : cell.end] for cell in table.cells] for table in source.tables
    )
    assert len(first) == len(second) == 30
    assert first[:3] == ["Bénéficiaire", "Montant 2023 (en €)", "Subvention 2024 (en €)"]
    assert [each.translate(SPACES) for each in first[-3:]] == ["TOTAL", "864 100", "872 100"]
    assert [(cell.row, cell.column) for cell in source.tables[0].cells[-3:]] == [
        (9, 0),
        (9, 1),
        (9, 2),
    ]


@KINDS
def test_every_live_planted_amount_is_read_once(kind: str) -> None:
    source = read("torture", kind)

    live = "22 222, 33 333, 44 444, 55 555, 66 666, 77 777, 88 888, 99 999, 12 345, 14 141"
    assert [source.text.count(f"{amount} €") for amount in live.split(", ")] == [1] * 10
    assert source.text.count("€") == 49
    assert "24\u2011B\u20110099" in source.text


@KINDS
def test_deleted_and_hidden_amounts_are_set_aside_and_said(kind: str) -> None:
    source = read("torture", kind)

    assert "11 111" not in source.text
    assert "13 131" not in source.text
    said = {each.reason: each for each in source.aside}
    assert said["deleted"].text == "11 111 €"
    assert source.text[: said["deleted"].at].endswith("Une subvention de ")
    assert said["hidden"].text == "Caché 13 131 €"
    assert "MÉTROPOLE EUROPÉENNE DE LILLE" in source.aside[0].text
    assert source.aside[0].reason == "furniture"


@KINDS
def test_automatic_numbers_stand_in_the_text(kind: str) -> None:
    lines = read("auto", kind).text.splitlines()

    starts = [line[:2] for line in lines]
    assert [each for each in starts if each.endswith(")")] == ["1)", "2)", "3)", "4)"]
    assert starts.count("- ") > 20
    assert starts.count("• ") == 16
    assert any(line.startswith("II. Dispositif") for line in lines)


@pytest.mark.slow
@KINDS
def test_seven_pages_take_well_under_half_a_second(kind: str) -> None:
    read("auto", kind)
    start = time.process_time()
    read("auto", kind)

    assert time.process_time() - start < 0.4
