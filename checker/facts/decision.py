"""What the act decides: totals, awards, agreements, headings; grants and aid beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from checker import case as c
from checker import vocabulary as v
from checker.facts.parties import private_law
from checker.facts.place import drawn, enumerated, place_of
from checker.kinds import Fact
from checker.normal import normal_text

_DE_MINIMIS: c.EuBasis = "de_minimis"
_SGEI: c.EuBasis = "sgei_de_minimis"


def state_decision(case: c.Case) -> Iterator[Fact]:
    """Totals, awards, agreements and budget headings."""
    for n, line in enumerate(case.summary):
        yield drawn(v.SummaryLine, line.id, line, f"$.summary[{n}]")
    for n, total in enumerate(case.totals):
        yield drawn(v.StatedTotal, total.id, total, f"$.totals[{n}]")
    yield from _awards(case)
    private = private_law(case)
    for n, agreement in enumerate(case.agreements):
        yield from _agreement(agreement, f"$.agreements[{n}]", private, case)
    for n, charge in enumerate(case.charges):
        yield drawn(
            v.Charge,
            charge.id,
            charge,
            f"$.charges[{n}]",
            normal_budget=None if charge.budget is None else normal_text(charge.budget),
        )


def _awards(case: c.Case) -> Iterator[Fact]:
    private, projects = private_law(case), _only_projects(case)
    for n, award in enumerate(case.awards):
        path = f"$.awards[{n}]"
        yield drawn(
            v.Award,
            award.id,
            award,
            path,
            "de_minimis eu_basis",
            "sgei_de_minimis eu_basis",
            private_law=private.get(award.beneficiary),
            de_minimis=_either(award.de_minimis, award.eu_basis, _DE_MINIMIS),
            sgei_de_minimis=_either(award.sgei_de_minimis, award.eu_basis, _SGEI),
            project=award.project or projects.get(award.beneficiary),
        )
        yield from _grants(award, path, case.act.year)
        yield enumerated("awards", award.id, award.id)
        for m, part in enumerate(award.years):
            place = f"{path}.years[{m}]"
            yield drawn(v.AwardYear, f"{award.id}:{m + 1}", part, place, award=award.id)
    for n, payment in enumerate(case.payments):
        place = f"$.payments[{n}]"
        paid = payment.paid_on is not None
        yield drawn(v.Payment, payment.id, payment, place, paid=paid)


def _grants(award: c.Award, path: str, year: c.Count | None) -> Iterator[Fact]:
    """What an award gives in each year: its yearly parts, where it is for several years."""
    id_ = f"award:{award.id}"
    for m, part in enumerate(award.years):
        place = f"{path}.years[{m}]"
        yield drawn(v.Grant, f"{id_}:{m + 1}", part, place, beneficiary=award.beneficiary)
    if not award.years:
        yield drawn(v.Grant, id_, award, path, year=year, amount=_amount_in(award, year))


def _amount_in(award: c.Award, year: c.Count | None) -> int | None:
    """What an award gives in one year; `None` where it spans several that it does not part."""
    if award.years:
        parts = [part.amount for part in award.years if part.year == year]
        return None if None in parts else sum(amount or 0 for amount in parts)
    several = award.last_year is not None and award.last_year != award.first_year
    return None if several else award.amount


def _only_projects(case: c.Case) -> Mapping[c.Slug | None, c.Slug]:
    """The project of each body that has one project and one award, by the body's identifier."""
    awards = Counter(award.beneficiary for award in case.awards)
    projects = Counter(project.beneficiary for project in case.projects)
    return {
        project.beneficiary: project.id
        for project in case.projects
        if projects[project.beneficiary] == awards[project.beneficiary] == 1
    }


def _either(stated: bool | None, basis: c.EuBasis | None, meant: c.EuBasis) -> bool | None:
    """A flag as the case gives it, or as the qualification that the act states implies."""
    return stated if stated is not None or basis is None else basis == meant


def _awarded(who: c.Slug, case: c.Case) -> int | None:
    """What the act awards to one body for its year; `None` where not every amount is known."""
    own = [award for award in case.awards if award.beneficiary == who]
    amounts = [_amount_in(award, case.act.year) for award in own]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def _agreement(
    agreement: c.Agreement,
    path: str,
    private: Mapping[str | None, bool | None],
    case: c.Case,
) -> Iterator[Fact]:
    """The text of an agreement, and its bond with each body."""
    clauses = {field.name: getattr(agreement.clauses, field.name) for field in _CLAUSES}
    yield drawn(
        v.AgreementText,
        agreement.id,
        agreement,
        path,
        parties=len(agreement.beneficiaries),
        noted_report=agreement.clauses.financial_report,
        noted_payment=agreement.clauses.payment,
        **clauses,
    )
    for who in agreement.beneficiaries:
        yield v.Agreement(
            f"{agreement.id}:{who}",
            beneficiary=who,
            text=agreement.id,
            signatory=agreement.signatory,
            signed_on=agreement.signed_on,
            territory=agreement.clauses.territory,
            limits_territory=agreement.clauses.territory or None,
            regranting=agreement.clauses.regranting,
            budget_reserve=agreement.clauses.budget_reserve,
            private_law=private.get(who),
            awarded=_awarded(who, case),
            **place_of(agreement, path),
        )


_CLAUSES = attrs.fields(c.Clauses)


def state_projects(case: c.Case) -> Iterator[Fact]:
    """Projects and their funding plans."""
    for n, project in enumerate(case.projects):
        yield drawn(v.Project, project.id, project, f"$.projects[{n}]")
    for n, funding in enumerate(case.funding):
        yield drawn(v.Funding, funding.id, funding, f"$.funding[{n}]")


def state_history(case: c.Case) -> Iterator[Fact]:
    """Other grants of the year, and earlier aid."""
    for n, grant in enumerate(case.grants):
        yield drawn(v.Grant, grant.id, grant, f"$.grants[{n}]")
    for n, aid in enumerate(case.aid):
        yield drawn(v.Aid, aid.id, aid, f"$.aid[{n}]")
