"""Beneficiaries × measures."""

from __future__ import annotations

from attrs import evolve

from checker.case import Award, Beneficiary, Case, Slug
from checker.report.crosstable import Cell, CrossTable
from tests.report.making import euros, report, small_case


def table(case: Case) -> CrossTable:
    made = report(case).crosstable
    assert made is not None
    return made


def test_sums_and_agreement() -> None:
    made = table(small_case())

    assert made.measures == (("Axe 1", "Actions locales"), ("Axe 2", "Clauses sociales"))
    assert [(row.name, row.sum.cents, row.agrees) for row in made.rows] == [
        ("ADELIE", 3000000, True),
        ("Lille Avenirs", 1000000, True),
    ]
    assert [cell.cents for cell in made.foot.cells] == [3000000, 1000000]
    assert made.foot.award == Cell(4000000, 2)
    (total,) = made.totals
    assert (total.stated, total.computed.cents, total.agrees) == (4001000, 4000000, False)


def test_one_cent_off_is_marked() -> None:
    case = small_case()
    summary = (evolve(case.summary[0], amount=euros(29999)), case.summary[1])

    assert [row.agrees for row in table(evolve(case, summary=summary)).rows] == [False, True]


def test_line_left_out_is_marked() -> None:
    case = small_case()

    assert [row.agrees for row in table(evolve(case, lines=case.lines[:1])).rows] == [True, False]


def test_unknown_amount_is_neither() -> None:
    case = small_case()
    lines = (evolve(case.lines[0], amount=None), case.lines[1])
    made = table(evolve(case, lines=lines))

    assert made.rows[0].cells[0] == Cell(None, 1)
    assert made.rows[0].cells[1] == Cell(0, 0)
    assert [row.agrees for row in made.rows] == [None, True]
    assert made.foot.agrees is None


def test_open_list_proves_no_difference() -> None:
    case = small_case()
    made = table(evolve(case, lines=case.lines[:1], open=("lines",)))

    assert [row.agrees for row in made.rows] == [None, None]


def test_awards_alone() -> None:
    made = table(evolve(small_case(), lines=(), summary=(), measures=()))

    assert (made.measures, made.summarised) == ((), False)
    assert [row.agrees for row in made.rows] == [None, None]


def test_unidentified_beneficiary_has_a_row() -> None:
    case = small_case()
    lines = (evolve(case.lines[0], beneficiary=None, measure=None), case.lines[1])
    made = table(evolve(case, lines=lines))

    assert made.rows[-1].name == "bénéficiaire non identifié"
    assert made.measures[-1] == ("axe non identifié", "")


def test_two_decisions_have_their_own_totals() -> None:
    case = small_case()
    first, second = case.awards
    totals = (
        evolve(case.totals[0], amount=euros(30000), decision=Slug("d1")),
        evolve(case.totals[0], id=Slug("u"), amount=euros(10000), decision=Slug("d2")),
    )
    awards = (evolve(first, decision=Slug("d1")), evolve(second, decision=Slug("d2")))
    made = table(evolve(case, awards=awards, totals=totals))

    assert [total.agrees for total in made.totals] == [True, True]


def test_two_thousand_beneficiaries() -> None:
    many = range(2000)
    case = evolve(
        small_case(),
        beneficiaries=tuple(Beneficiary(Slug(f"b{n}"), f"Association {n}") for n in many),
        lines=(),
        summary=(),
        measures=(),
        totals=(),
        awards=tuple(Award(Slug(f"a{n}"), Slug(f"b{n}"), euros(n + 1)) for n in many),
    )

    assert table(case).foot.award.cents == sum(n + 1 for n in many) * 100
