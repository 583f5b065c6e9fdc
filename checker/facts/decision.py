"""What the act decides: totals, awards, agreements, charge; grants and aid beside it."""

from __future__ import annotations

from collections.abc import Iterator

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import enumerated, place_of
from checker.kinds import Fact


def state_decision(case: c.Case) -> Iterator[Fact]:
    """Totals, awards, agreements and charge."""
    for n, line in enumerate(case.summary):
        yield v.SummaryLine(
            line.id,
            beneficiary=line.beneficiary,
            amount=line.amount,
            **place_of(line, f"$.summary[{n}]"),
        )
    for n, total in enumerate(case.totals):
        yield v.StatedTotal(
            total.id,
            of=total.of,
            decision=total.decision,
            amount=total.amount,
            tax_label=total.tax_label,
            **place_of(total, f"$.totals[{n}]"),
        )
    for n, award in enumerate(case.awards):
        place = place_of(award, f"$.awards[{n}]")
        yield v.Award(
            award.id,
            beneficiary=award.beneficiary,
            decision=award.decision,
            amount=award.amount,
            conditional=award.conditional,
            de_minimis=award.de_minimis,
            **place,
        )
        yield v.Grant(
            f"award:{award.id}",
            beneficiary=award.beneficiary,
            year=case.act.year,
            amount=award.amount,
            **place,
        )
        yield enumerated("awards", award.id, award.id)
    for n, agreement in enumerate(case.agreements):
        for who in agreement.beneficiaries:
            place = place_of(agreement, f"$.agreements[{n}]")
            yield v.Agreement(
                f"{agreement.id}:{who}",
                beneficiary=who,
                signatory=agreement.signatory,
                **place,
            )
    for n, charge in enumerate(case.charges):
        yield v.Charge(
            charge.id,
            budget=charge.budget,
            section=charge.section,
            chapter=charge.chapter,
            account=charge.account,
            **place_of(charge, f"$.charges[{n}]"),
        )
    yield from _history(case)


def _history(case: c.Case) -> Iterator[Fact]:
    for n, grant in enumerate(case.grants):
        yield v.Grant(
            grant.id,
            beneficiary=grant.beneficiary,
            year=grant.year,
            amount=grant.amount,
            **place_of(grant, f"$.grants[{n}]"),
        )
    for n, aid in enumerate(case.aid):
        yield v.Aid(
            aid.id,
            beneficiary=aid.beneficiary,
            amount=aid.amount,
            date=aid.date,
            de_minimis=aid.de_minimis,
            **place_of(aid, f"$.aid[{n}]"),
        )
