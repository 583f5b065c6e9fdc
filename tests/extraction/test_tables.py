"""Tables: which column is the grant, rows that a page end cuts, totals beside their rows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.case import Case
from checker.extraction import extract
from checker.reading import Cell, Page, Source, Table
from tests.extraction.compared import awards
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed

HEAD = "Le conseil décide d'attribuer les subventions suivantes :"


def page(*rows: Sequence[str], before: str = HEAD) -> Case:
    cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    source = typed(f"<html><body><p>{before}</p><table>{cells}</table></body></html>", "act.html")
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


def asked(case: Case) -> list[tuple[str, ...]]:
    return [reading.readings for reading in case.readings]


def test_a_column_that_the_head_does_not_tell_of_leaves_the_grants_open() -> None:
    case = page(("Association", "Accordé", "Divers"), ("Radio Cime", "900 €", "400 €"))
    assert awards(case) == []
    assert asked(case) == [("900.00",), ("400.00",)]


def test_an_amount_beside_the_name_leaves_the_grant_open() -> None:
    case = page(("Association", "Montant"), ("Radio Cime (dont 500 €)", "900 €"))
    assert awards(case) == []
    assert asked(case) == [("500.00",), ("900.00",)]


def test_an_amount_outside_the_columns_of_the_head_is_not_lost() -> None:
    case = page(("Association", "Montant"), ("Radio Cime", "900 €", "70 €"))
    assert ("70.00",) in asked(case)


@pytest.mark.parametrize("carried", ["À reporter", "A REPORTE R", "Réaffecté"])
def test_what_is_carried_over_is_granted_not_what_was_granted_before(carried: str) -> None:
    case = page(("Structure", "ACCOR DE", carried), ("Radio Cime", "900 €", "400 €"))
    assert awards(case) == [("Radio Cime", 40_000)]


def test_the_same_grant_twice_in_a_table_is_two_grants() -> None:
    case = page(("Club", "Montant"), ("Radio Cime", "900 €"), ("Radio Cime", "900 €"))
    assert awards(case) == [("Radio Cime", 90_000)] * 2


def test_a_grant_that_a_sentence_repeats_is_one_grant() -> None:
    before = f"{HEAD}</p><p>une subvention de 900 € à l'association Radio Cime,"
    case = page(("Club", "Montant"), ("Radio Cime", "900 €"), before=before)
    assert awards(case) == [("Radio Cime", 90_000)]


def test_totals_are_confirmed_or_contradicted_by_their_rows() -> None:
    line = "<tr><td>{}</td><td>{}</td></tr>"
    rows = "".join(
        line.format(*row)
        for row in (("Club", "Montant"), ("Radio Cime", "900 €"), ("Club Nord", "100 €"))
    )
    rows += line.format("Total", "{} €")
    tables = "".join(
        f"<p>Partie</p><table>{rows.format(total)}</table>" for total in ("1 000", 999)
    )
    source = typed(f"<html><body><p>{HEAD}</p>{tables}</body></html>", "act.html")
    (case,) = extract(source)
    assert not case.totals
    assert [(reading.readings, reading.lists) for reading in case.readings][-1:] == [
        (("le total d'un tableau, qui n'est pas la somme de ses lignes (2)", "999.00"), ("totals",))
    ]
    assert ("le total d'un tableau, égal à la somme de ses lignes (2)", "1000.00") in asked(case)


def test_a_table_that_only_places_text_is_text() -> None:
    text = ("<table><tr><td><p>VILLE DE VAUX</p><p>Délibération n° 2024-017</p>"
            "<p>Séance du 5 avril 2024</p></td><td>PROJET</td></tr></table>")  # fmt: skip
    source = typed(f"<html><body>{text}<p>{HEAD}</p></body></html>", "act.html")
    (case,) = extract(source)
    assert (case.body.name, case.act.number) == ("VILLE DE VAUX", "2024-017")


def over_two_pages(name: str, rest: str) -> Case:
    """A table whose last row of the first page goes on, or not, on the second."""
    text, cells = f"{HEAD}\n", []
    rows = (("Association", "Montant"), (name, "900 €"), (rest, ""), ("Club Nord", "100 €"))
    ends = []
    for n, row in enumerate(rows):
        for column, words in enumerate(row):
            cells.append(Cell(len(text), len(text) + len(words), n, column))
            text += f"{words}\n"
        ends.append(len(text))
    pages = (Page(1, 0, ends[1], 595, 842), Page(2, ends[1], len(text), 595, 842))
    source = Source(
        *("act.pdf", "pdf", "0" * 64, "test", text), pages=pages, tables=(Table(tuple(cells)),)
    )
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


@pytest.mark.parametrize(
    ("name", "rest"), [("Comité des fêtes de", "Vaux"), ("Comité du quartier", "de la gare")]
)
def test_a_name_that_the_page_end_cuts_goes_on(name: str, rest: str) -> None:
    case = over_two_pages(name, rest)
    assert awards(case) == [(f"{name} {rest}", 90_000), ("Club Nord", 10_000)]


def test_a_name_that_may_go_on_is_a_question() -> None:
    case = over_two_pages("Comité des fêtes", "Vaux")
    assert awards(case) == [("Club Nord", 10_000)]
    assert asked(case) == [("900.00",)]
