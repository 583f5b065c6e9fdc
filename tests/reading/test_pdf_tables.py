"""Ruled tables of PDFs: cells, merged cells, tables that go on over pages."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from checker.reading import Source, Table
from checker.reading.pdf import read_pdf
from checker.reading.pdf.grid import Budget, grids
from checker.words import Words
from tests.acts import ROOT
from tests.reading.pdfs import lines, ruled, written

pytest.importorskip("pypdfium2", reason="The extra `documents` is not installed.")

MONTPELLIER = ROOT.parent / "shared" / "corpus" / "montpellier"
HEAD = ("Association", "Montant")
ROWS = [("Alpha", "1 000"), ("Beta", "2 500"), ("Gamma", "300")]


def _rows(source: Source, table: Table) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(source.text[cell.start : cell.end])
    assert sorted(rows) == list(range(len(rows)))
    return list(rows.values())


def _read(*pages: str) -> Source:
    source = read_pdf(written(pages), "a.pdf")
    for table in source.tables:
        spans = [(cell.start, cell.end) for cell in table.cells]
        assert spans == sorted(spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    return source


def test_cells_stand_row_by_row_with_tabs_between() -> None:
    source = _read(lines("Avant", y=750) + ruled([HEAD, *ROWS], top=700) + lines("Après", y=100))

    assert source.text == (
        "Avant\nAssociation\tMontant\nAlpha\t1 000\nBeta\t2 500\nGamma\t300\nAprès\n"
    )
    (table,) = source.tables
    assert _rows(source, table) == [list(row) for row in (HEAD, *ROWS)]


def test_cell_of_several_lines_is_one_cell() -> None:
    source = _read(ruled([HEAD, ("Amicale\ndes sapeurs", "10 €")], top=700, height=30))

    (table,) = source.tables
    assert _rows(source, table)[1] == ["Amicale\ndes sapeurs", "10 €"]
    assert "Amicale\ndes sapeurs\n10 €\n" in source.text


def test_text_drawn_line_by_line_across_cells_is_put_together_by_cell() -> None:
    empty = ruled([("", ""), ("", "")], top=700, height=30)
    across = (
        "BT /F1 8 Tf 74 660 Td (Amicale) Tj 200 0 Td (Dix mille) Tj ET\n"
        "BT /F1 8 Tf 74 650 Td (des sapeurs) Tj 200 0 Td (euros) Tj ET\n"
    )
    source = _read(lines(*HEAD, x=74, y=690, size=8, lead=0) + empty + across)

    (table,) = source.tables
    assert _rows(source, table)[1] == ["Amicale\ndes sapeurs", "Dix mille\neuros"]


def test_empty_cells_are_cells() -> None:
    source = _read(ruled([HEAD, ("Alpha", ""), ("", "20")], top=700))

    assert _rows(source, source.tables[0])[1:] == [["Alpha", ""], ["", "20"]]


def test_merged_cells_have_their_spans() -> None:
    edges = [
        *((0, y, 200, y) for y in (0, 20, 60)),
        (100, 40, 200, 40),
        *((x, 0, x, 60) for x in (0, 200)),
        (100, 20, 100, 60),
    ]
    (grid,) = grids(edges, [], Budget())

    found = [(s.left, s.top, s.right, s.bottom) for s in grid.slots]
    assert found == [(0, 0, 200, 20), (0, 20, 100, 60), (100, 20, 200, 40), (100, 40, 200, 60)]


def test_field_open_to_one_side_is_no_cell() -> None:
    edges = [*((0, y, 200, y) for y in (0, 20, 40)), (0, 0, 0, 40), (100, 0, 100, 40)]
    (grid,) = grids([*edges, (200, 20, 200, 40)], [], Budget())

    assert [(s.left, s.top) for s in grid.slots] == [(0, 0), (0, 20), (100, 20)]


def test_spans_of_merged_cells_reach_the_table() -> None:
    drawn = (
        "70 600 300 60 re S 170 600 m 170 660 l S 270 600 m 270 640 l S\n"
        "170 640 m 370 640 l S 170 620 m 370 620 l S\n"
    )
    texts = [("Nom", 74, 630), ("Montants", 174, 645), ("2023", 174, 625), ("2024", 274, 625)]
    source = _read(drawn + "".join(lines(text, x=x, y=y) for text, x, y in texts))

    found = {
        source.text[c.start : c.end]: (c.row, c.column, c.rows, c.columns)
        for c in source.tables[0].cells
    }
    assert found["Nom"] == (0, 0, 3, 1)
    assert found["Montants"] == (0, 1, 1, 2)
    assert found["2024"] == (1, 2, 1, 1)


def test_shading_smaller_than_its_cell_makes_no_cell() -> None:
    shaded = "0.8 g 78 664 180 12 re f 0 g\n"
    source = _read(shaded + ruled([HEAD, *ROWS], top=700))

    assert _rows(source, source.tables[0]) == [list(row) for row in (HEAD, *ROWS)]


def test_cells_drawn_as_coloured_rectangles_are_cells() -> None:
    boxes = "".join(
        f"0.{8 + row % 2} g {70 + 200 * column} {680 - 20 * row} 200 20 re f 0 g\n"
        + lines(text, x=74 + 200 * column, y=686 - 20 * row, size=8)
        for row, texts in enumerate([HEAD, *ROWS])
        for column, text in enumerate(texts)
    )

    source = _read(boxes)
    assert _rows(source, source.tables[0])[2] == ["Beta", "2 500"]


def test_frame_around_text_is_no_table() -> None:
    source = _read("60 400 300 300 re S 60 550 m 360 550 l S\n" + lines("Un", "Deux", y=680))

    assert source.tables == ()
    assert source.text == "Un\nDeux\n"


FEET = [lines(f"Page {n}", y=30) for n in range(1, 4)]


def _split(*parts: str) -> Source:
    filler = lines("Vu le code", "Considérant", y=800)
    pages = [filler + parts[0] + FEET[0]]
    pages += [part + foot for part, foot in zip(parts[1:], FEET[1:], strict=False)]
    return _read(*pages)


def test_table_goes_on_over_a_page_end() -> None:
    source = _split(
        ruled([HEAD, *ROWS], top=150),
        ruled(ROWS[:2], top=800) + lines("Fin", y=400),
    )

    (table,) = source.tables
    assert _rows(source, table) == [list(row) for row in (HEAD, *ROWS, *ROWS[:2])]


def test_single_row_on_the_next_page_belongs_to_the_table() -> None:
    source = _split(ruled([HEAD, *ROWS], top=150), ruled(ROWS[:1], top=800))

    assert len(_rows(source, source.tables[0])) == 5


def test_repeated_head_is_set_aside() -> None:
    source = _split(ruled([HEAD, *ROWS], top=150), ruled([HEAD, *ROWS[:2]], top=800))

    (table,) = source.tables
    assert len(_rows(source, table)) == 6
    assert ("furniture", "Association\tMontant") in [(a.reason, a.text) for a in source.aside]
    assert source.text.count("Association") == 1


def test_table_after_a_total_is_another() -> None:
    source = _split(
        ruled([HEAD, *ROWS, ("Total", "3 800")], top=150),
        ruled([HEAD, *ROWS[:2]], top=800),
    )

    assert [len(_rows(source, table)) for table in source.tables] == [5, 3]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lines("Santé :", y=720) + ruled(ROWS, top=700), id="text before it"),
        pytest.param(ruled(ROWS, top=800, widths=(150, 150)), id="other columns"),
    ],
)
def test_another_table_is_not_stitched(other: str) -> None:
    assert len(_split(ruled([HEAD, *ROWS], top=150), other).tables) == 2


def test_row_cut_by_the_page_end_is_a_row() -> None:
    rows = [("a", "b", "1"), ("c", "d", "2")]
    source = _read(ruled(rows, top=700, widths=(100, 100, 50), is_closed=False))

    assert _rows(source, source.tables[0]) == [list(row) for row in rows]


def test_page_of_countless_lines_is_read_without_tables_and_said() -> None:
    drawn = "".join(f"{n % 500} {n % 700} m {n % 500 + 9} {n % 700} l S\n" for n in range(7000))
    source = _read(lines("Bonjour") + drawn)

    assert source.text == "Bonjour\n"
    assert source.notes == (
        Words(
            "Page 1 : trop de filets ; aucun tableau n'y est cherché.",
            "No table is looked for on page 1. It has over 6000 lines.",
        ),
    )


@pytest.mark.skipif(not MONTPELLIER.exists(), reason=f"There is no {MONTPELLIER}.")
def test_616_rows_of_montpellier_are_stitched_and_balance() -> None:
    path = MONTPELLIER / "VilleMTP_MTP_AttribSub_2012.pdf"
    source = read_pdf(path.read_bytes(), path.name)
    grants, totals = 0, []

    for table in source.tables:
        amounts: list[int] = []
        for row in _rows(source, table):
            found = re.fullmatch(r"([\d ]+) €", row[3])
            if found is None:
                continue
            amount = int(found[1].replace(" ", ""))
            if "Total" in row:
                totals.append((sum(amounts), amount))
            else:
                amounts.append(amount)
        grants += len(amounts)
    assert grants == 616
    assert len(totals) == len(source.tables) == 22
    assert all(added == written_down for added, written_down in totals)
    assert sum(added for added, _ in totals) == 3_797_121
