"""Other acts as a register of grants: their awards, and what their measures gave by line."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from checker.case import Award, Beneficiary, Case, EuBasis
from checker.identifiers import digits
from checker.normal import normal_text
from checker.registers.cells import folded
from checker.registers.grantors import of_the_body
from checker.registers.model import GrantRow, Named, Register
from checker.registers.work import Work


@frozen(kw_only=True)
class LineRow(GrantRow):
    """What a measure of another act gave to one beneficiary; `measure` is its title."""


def other_acts(work: Work, sha256: str | None) -> Iterator[tuple[Register, Case]]:
    """The other acts of the registers: not the case itself, no drafts, nothing rejected.

    Args:
        work: The work on the case.
        sha256: Digest of the bytes of the case, where they are known.
    """
    seen: dict[tuple[str, str, object], Register] = {}
    for register in work.registers.found:
        case = register.case
        if case is None or register.sha256 == sha256 or _same_act(work, case):
            continue
        row = GrantRow(at="$.act", body=Named(name=""))
        if case.act.stage == "draft":
            fr, en = "projet d'acte : laissé de côté.", "the draft of an act: left out."
            work.tell(register, row, fr, en)
            continue
        if case.vote.result == "rejected":
            fr, en = "délibération rejetée : laissée de côté.", "a rejected act: left out."
            work.tell(register, row, fr, en)
            continue
        if case.act.number is not None:
            key = normal_text(case.body.name), folded(case.act.number), case.act.date
            if key in seen:
                message = "The same act stands in two files; keep one of them."
                work.refuse(register, row, seen[key], row, message)
            seen[key] = register
        if "awards" in case.open:
            work.open.update(("grants", "aid"))
            work.tell(
                register,
                row,
                "cet acte a d'autres octrois, non relevés : la liste reste ouverte.",
                "this act has other awards, not noted: the list stays open.",
            )
        yield register, case


def _same_act(work: Work, other: Case) -> bool:
    """Whether another case is of the same act: body and number equal, and no two different days."""
    one = work.case.act
    if one.number is None or other.act.number is None:
        return False
    days = one.date, other.act.date
    numbers = folded(one.number) == folded(other.act.number)
    dated = None in days or days[0] == days[1]
    return numbers and dated and of_the_body(work, grantor_of(other)) is not False


def awards_of(case: Case) -> Iterator[GrantRow]:
    """The awards of another act as grants; one for several years is split where it says how."""
    for n, award in enumerate(case.awards):
        for m, part in enumerate(award.years):
            at = f"$.awards[{n}].years[{m}]"
            yield _row(case, award, at, part.year, part.amount)
        if not award.years:
            several = award.first_year is not None or award.last_year is not None
            one_year = award.first_year == award.last_year
            year = award.first_year if several and one_year else None
            yield _row(
                case, award, f"$.awards[{n}]", year if several else case.act.year, award.amount
            )


def lines_of(case: Case) -> Iterator[LineRow]:
    """What each measure of another act gave."""
    titles = {measure.id: measure.title for measure in case.measures}
    who = {each.id: each for each in case.beneficiaries}
    for n, line in enumerate(case.lines):
        if line.measure in titles and line.beneficiary in who:
            yield LineRow(
                at=f"$.lines[{n}]",
                body=_named(who[line.beneficiary]),
                grantor=grantor_of(case),
                year=case.act.year,
                amount=line.amount,
                measure=titles[line.measure],
            )


def grantor_of(case: Case) -> Named:
    """The body of an act."""
    return Named(name=case.body.name, siren=digits(case.body.siren))


def _row(case: Case, award: Award, at: str, year: int | None, amount: int | None) -> GrantRow:
    who = {each.id: each for each in case.beneficiaries}
    known = who.get(award.beneficiary) if award.beneficiary else None
    basis = award.eu_basis
    return GrantRow(
        at=at,
        body=_named(known) if known else Named(name=""),
        grantor=grantor_of(case),
        year=year,
        amount=amount,
        date=case.act.date,
        reference=case.act.number,
        de_minimis=_either(award.de_minimis, basis, "de_minimis"),
        sgei=_either(award.sgei_de_minimis, basis, "sgei_de_minimis"),
    )


def _either(stated: bool | None, basis: EuBasis | None, meant: EuBasis) -> bool | None:
    """A flag as the act gives it, or as the qualification that it states implies."""
    return stated if stated is not None or basis is None else basis == meant


def _named(who: Beneficiary) -> Named:
    siret = digits(who.siret)
    siret = siret if siret is not None and len(siret) == 14 else None
    return Named(name=who.name, siren=digits(who.siren), siret=siret, rna=digits(who.rna))
