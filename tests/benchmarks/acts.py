"""Made-up acts of any size, all of whose sums are right."""

from __future__ import annotations

import datetime

from checker import case as c

UNIT = 1_000_00
MEASURES = 4


def act_of(lines: int) -> c.Case:
    """An act of so many lines, four to a beneficiary, that all rules find in order."""
    number = -(-lines // MEASURES)
    slugs = [c.Slug(f"b{n}") for n in range(number)]
    measures = [c.Slug(f"m{n}") for n in range(MEASURES)]
    rows = [
        c.MeasureLine(
            id=c.Slug(f"l{n}"),
            beneficiary=slugs[n // MEASURES],
            measure=measures[n % MEASURES],
            amount=c.Cents(UNIT),
        )
        for n in range(lines)
    ]
    totals = dict.fromkeys(slugs, 0)
    for row in rows:
        totals[row.beneficiary or slugs[0]] += UNIT
    return c.Case(
        schema="deliberation-check/case/1",
        body=c.Body("Ville d'Exemple", "commune"),
        act=c.Act(
            number=str(lines),
            date=datetime.date(2024, 2, 9),
            organ="conseil",
            stage="adopted",
            year=c.Count(2024),
            budget_vote=False,
        ),
        beneficiaries=tuple(c.Beneficiary(slug, f"Association {slug}") for slug in slugs),
        measures=tuple(c.Measure(slug, f"Axe {slug}") for slug in measures),
        lines=tuple(rows),
        summary=tuple(
            c.SummaryLine(c.Slug(f"s-{slug}"), beneficiary=slug, amount=c.Cents(total))
            for slug, total in totals.items()
        ),
        awards=tuple(
            c.Award(c.Slug(f"a-{slug}"), beneficiary=slug, amount=c.Cents(total))
            for slug, total in totals.items()
        ),
        totals=(
            c.StatedTotal(c.Slug("recital"), "recital", c.Cents(lines * UNIT)),
            c.StatedTotal(c.Slug("operative"), "operative", c.Cents(lines * UNIT)),
            c.StatedTotal(c.Slug("charged"), "charged", c.Cents(lines * UNIT)),
        ),
    )
