"""Tables without rules: read where the gaps leave no doubt, left as text where they do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.case import Case
from checker.extraction import extract
from checker.reading import read_document
from tests.extraction.compared import awards
from tests.extraction.signs import unaccounted
from tests.extraction.sources import typed
from tests.reading import pdfs

HEAD = "Le conseil décide d'attribuer les subventions suivantes :"
ROWS = (
    ("Association", "Versé 2023", "Vote 2024"),
    ("Radio Cime", "800 €", "900 €"),
    ("Comité des fêtes", "-", "1 100,50 €"),
    ("TOTAL", "800 €", "2 000,50 €"),
)
READ = [("Radio Cime", 90_000), ("Comité des fêtes", 110_050)]


def text(rows: Sequence[Sequence[str]], after: str = "\nAdopté à l'unanimité.") -> Case:
    """Names to the left, amounts to the right of their column."""
    lines = "\n".join(f"{row[0]:<24}" + "".join(f"{each:>16}" for each in row[1:]) for row in rows)
    source = typed(f"{HEAD}\n\n{lines}\n{after}\n")
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


def page(rows: Sequence[Sequence[str]], *, steps: Sequence[float] = ()) -> Case:
    """The same on a page, each cell drawn where its column begins."""
    drawn, y = pdfs.lines(HEAD, y=700), 670.0
    for n, row in enumerate(rows):
        for column, words in enumerate(row):
            drawn += pdfs.lines(words, x=70 + 150 * column, y=y) if words else ""
        y -= steps[n] if n < len(steps) else 16
    drawn += pdfs.lines("Adopté à l'unanimité.", y=y - 30)
    source = read_document(pdfs.written([drawn]), "act.pdf")
    assert source.tables == ()
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    return case


@pytest.mark.parametrize("written", [text, page])
def test_columns_that_their_gaps_show(written: object) -> None:
    assert callable(written)
    case = written(ROWS)
    assert awards(case) == READ
    assert [(total.of, total.amount) for total in case.totals] == [("operative", 200_050)]
    assert {reading.lists for reading in case.readings} == {("grants",)}


@pytest.mark.parametrize("written", [text, page])
@pytest.mark.parametrize("at", [2, 3])
def test_a_name_alone_on_its_line_leaves_all_as_text(written: object, at: int) -> None:
    assert callable(written)
    case = written((*ROWS[:at], ("de la vallée", "", ""), *ROWS[at:]))
    assert awards(case) == []
    assert {"900.00", "1100.50"} <= {value for each in case.readings for value in each.readings}


def test_what_stands_directly_under_a_row_may_be_its_rest() -> None:
    assert awards(text(ROWS[:3], after="de la vallée")) == []
    assert awards(page((*ROWS[:3], ("de la vallée", "", "")))) == []


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (
            "Club Nord           Urs           700 €",
            [("Radio Cime", 90_000), ("Club Nord", 70_000)],
        ),
        ("Union des commerçants             700 €", []),
    ],
)
def test_words_that_stand_in_two_columns_leave_all_as_text(
    last: str, expected: list[tuple[str, int]]
) -> None:
    lines = (
        "Association         Siège     Vote 2024",
        "Radio Cime          Vaux          900 €",
        last,
    )
    source = typed("\n".join((HEAD, "", *lines, "", "Adopté à l'unanimité.")))
    (case,) = extract(source)
    assert unaccounted(source, [case]) == []
    assert awards(case) == expected


def test_no_head_no_table() -> None:
    assert awards(text(ROWS[1:])) == []


def test_rows_over_two_pages_leave_all_as_text() -> None:
    first = pdfs.lines(HEAD, y=700)
    for n, row in enumerate(ROWS[:3]):
        for column, words in enumerate(row):
            first += pdfs.lines(words, x=70 + 150 * column, y=670 - 16 * n)
    second = "".join(
        pdfs.lines(words, x=70 + 150 * n, y=780)
        for n, words in enumerate(("Club Nord", "-", "50 €"))
    )
    (case,) = extract(read_document(pdfs.written([first, second]), "act.pdf"))
    assert awards(case) == []
