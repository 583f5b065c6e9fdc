"""The picture of the money."""

from __future__ import annotations

from checker.render.as_html.picture import TONES, picture_of
from checker.render.tables import MOST_ROWS
from checker.report.crosstable import Cell, CrossRow, CrossTable

N = "\u00a0"
NOTHING = Cell(0, 0)


def row(
    name: str, *amounts: int | None, award: int | None = None, agrees: bool | None = True
) -> CrossRow:
    """A beneficiary with an amount in euros for each measure; -1 stands for none."""
    cells = tuple(
        NOTHING if each == -1 else Cell(None if each is None else each * 100, 1) for each in amounts
    )
    known = [cell.cents for cell in cells if cell.cents is not None]
    rows = sum(cell.rows for cell in cells)
    total = Cell(sum(known) if len(known) == len(cells) else None, rows)
    awarded = total if award is None else Cell(award * 100, 1)
    return CrossRow(name, cells, total, NOTHING, awarded, agrees)


def table(*rows: CrossRow) -> CrossTable:
    width = len(rows[0].cells)
    sums = [sum(each.cells[n].cents or 0 for each in rows) for n in range(width)]
    return CrossTable(
        measures=tuple((f"Axe {n + 1}", "") for n in range(width)),
        rows=rows,
        foot=row("Total", *(each // 100 for each in sums)),
        totals=(),
        summarised=False,
    )


def test_a_bar_is_as_long_as_its_amount_and_each_part_says_what_it_is() -> None:
    long, short = picture_of(table(row("a", 300, 100), row("b", 50, -1)), "fr").bars

    assert [(each.start, each.width) for each in long.segments] == [
        ("0.00%", "75.00%"),
        ("75.00%", "25.00%"),
    ]
    assert [each.width for each in short.segments] == ["12.50%"]
    assert [each.title for each in long.segments] == [f"Axe 1{N}: 300", f"Axe 2{N}: 100"]
    assert (long.total, short.total) == ("400", "50")
    assert not long.notes


def test_figures_stand_only_where_there_is_room() -> None:
    (bar,) = picture_of(table(row("a", 100_000, 1_000)), "en").bars

    assert [(each.figure, each.narrow) for each in bar.segments] == [("100,000", True), ("", False)]


def test_a_disagreement_is_told_and_the_award_marked() -> None:
    (bar,) = picture_of(table(row("a", 300, 100, award=500, agrees=False)), "fr").bars

    assert bar.award == "100.00%"
    assert [each.width for each in bar.segments] == ["60.00%", "20.00%"]
    assert bar.notes == [
        f"Les montants diffèrent{N}: Somme{N}: 400{N}; Synthèse{N}: –{N}; Dispositif{N}: 500."
    ]


def test_what_is_not_known_is_told_and_not_drawn() -> None:
    (bar,) = picture_of(table(row("a", 300, None, award=500, agrees=None)), "en").bars

    assert len(bar.segments) == 1
    assert bar.total == "n.s."
    assert bar.notes == ["Amount not stated: Axe 2."]
    assert bar.award == ""


def test_of_many_measures_the_smallest_share_a_tone() -> None:
    amounts = [10 * (n + 1) for n in range(TONES + 3)]
    picture = picture_of(table(row("a", *amounts)), "en")

    assert [tone for tone, _ in picture.tones] == [*range(1, TONES + 2)]
    assert picture.tones[0][1] == "Axe 4"
    assert picture.tones[-1][1] == "Other measures"
    assert picture.bars[0].segments[-1].title == "Other measures: 60"
    assert len(picture.bars[0].segments) == TONES + 1


def test_awards_without_measures_are_drawn_whole() -> None:
    awarded = CrossRow("a", (), NOTHING, NOTHING, Cell(5_000, 1), None)
    made = CrossTable((), (awarded,), awarded, (), summarised=False)
    (bar,) = picture_of(made, "en").bars

    assert [(each.tone, each.width, each.title) for each in bar.segments] == [
        (0, "100.00%", "Award: 50")
    ]
    assert bar.total == "50"


def test_nothing_awarded_is_no_bar() -> None:
    (bar,) = picture_of(table(row("a", 0, 0)), "fr").bars

    assert not bar.segments


def test_of_many_beneficiaries_the_first_and_those_that_disagree_are_drawn() -> None:
    rows = [row(f"b{n}", n + 1) for n in range(MOST_ROWS + 5)]
    rows.append(row("last", 3, award=4, agrees=False))
    picture = picture_of(table(*rows), "fr")

    assert len(picture.bars) == MOST_ROWS + 1
    assert picture.bars[-1].name == "last"
    assert picture.cut.startswith("Le graphique montre 41 bénéficiaires")
