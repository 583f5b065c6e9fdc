"""From a case to its facts.

Each fact is drawn from one value or one thing of the case: a fraction, a normal form, a year.
Sums, counts and comparisons belong to the rules, so that they are explained and judged twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker import case as c
from checker import vocabulary as v
from checker.factbase import FactBase, fact_base
from checker.identifiers import (
    digits,
    rna_sound,
    siren_of_siret,
    siren_sound,
    siret_sound,
    weekday,
    year_of_number,
)
from checker.kinds import Fact
from checker.money import printed_cents
from checker.normal import normal_mention, normal_name, normal_text

LISTS: Mapping[str, tuple[str, ...]] = {
    "beneficiaries": ("beneficiary", "enumerated"),
    "rolls": ("roll",),
    "mentions": ("mention", "enrolled"),
    "measures": ("measure",),
    "lines": ("measure_line", "component", "funded_post", "enumerated"),
    "actions": ("action_label", "enumerated"),
    "count_phrases": ("count_phrase",),
    "summary": ("summary_line",),
    "totals": ("stated_total",),
    "awards": ("award", "grant", "enumerated"),
    "agreements": ("agreement",),
    "citations": ("citation",),
    "charges": ("charge",),
    "non_participants": ("non_participant",),
    "members": ("member",),
    "participants": ("participant",),
    "interests": ("interest",),
    "grants": ("grant",),
    "aid": ("aid",),
}
"""The kinds of fact that each list of a case feeds."""

_PRIVATE = {"association", "fondation", "societe", "cooperative", "personne_physique"}
_PUBLIC = {"gip", "commune", "epci", "etablissement_public"}
_SETTLED_BY_HAND = {"corrected", "added", "dismissed"}
_OPERATIVE = "operative"
_DESCRIPTION = "description"


def state(case: c.Case) -> FactBase:
    """The facts of a case, with the extent of each list.

    A list that the case calls open opens every kind it feeds; one it calls whole closes the
    kinds it alone leaves open.
    """
    opened = {kind for name in case.open for kind in LISTS.get(name, ())}
    whole = {kind for name in case.whole for kind in LISTS.get(name, ())}
    return fact_base(_facts(case), whole=whole, opened=opened)


def _facts(case: c.Case) -> Iterator[Fact]:
    yield _act(case)
    yield from _citations(case)
    yield from _beneficiaries(case)
    yield from _mentions(case)
    yield from _measures(case)
    yield from _labels(case)
    yield from _decision(case)
    yield from _people(case)
    yield from _transcriptions(case)


def _place(entity: c.Entity, path: str, *names: str) -> dict[str, Any]:
    """Keyword arguments that say where a fact comes from and which of its values are doubtful."""
    doubtful = {
        name
        for name, evidence in entity.evidence.items()
        if evidence.status == "ambiguous" and getattr(entity, name) is None
    }
    doubtful |= {derived for derived, *sources in map(str.split, names) if doubtful & {*sources}}
    return {"path": path, "entity": entity, "doubtful": frozenset(doubtful)}


def _act(case: c.Case) -> Fact:
    act = case.act
    return v.Act(
        "act",
        number=act.number,
        date=act.date,
        organ=act.organ,
        type=act.type,
        stage=act.stage,
        year=act.year,
        stated_weekday=None if act.weekday is None else normal_text(act.weekday),
        weekday=weekday(act.date),
        number_year=year_of_number(act.number),
        date_year=None if act.date is None else act.date.year,
        title_year=act.title_year,
        recital_year=act.recital_year,
        operative_year=act.operative_year,
        is_budget_vote=act.budget_vote,
        category=case.body.category,
        population=case.body.population,
        alsace_moselle=case.body.alsace_moselle,
        **_place(act, "$.act", "is_budget_vote budget_vote", "stated_weekday weekday"),
    )


def _citations(case: c.Case) -> Iterator[Fact]:
    for n, cited in enumerate(case.citations):
        yield v.Citation(
            cited.id,
            nature=cited.kind,
            section=cited.section,
            number=cited.number,
            date=cited.date,
            **_place(cited, f"$.citations[{n}]", "nature kind"),
        )


def _all_known(*values: int | None) -> bool:
    """Whether the case gives every one of the values."""
    return None not in values


def _private_law(beneficiary: c.Beneficiary) -> bool | None:
    if beneficiary.private_law is not None:
        return beneficiary.private_law
    if beneficiary.legal_form in _PRIVATE:
        return True
    return False if beneficiary.legal_form in _PUBLIC else None


def _beneficiaries(case: c.Case) -> Iterator[Fact]:
    operative: dict[str, str] = {}
    for mention in case.mentions:
        if mention.section == _OPERATIVE and mention.form in ("full", "short"):
            operative.setdefault(mention.beneficiary or "", mention.surface)
    for n, who in enumerate(case.beneficiaries):
        yield v.Beneficiary(
            who.id,
            name=who.name,
            legal_form=who.legal_form,
            siren=digits(who.siren),
            siret=digits(who.siret),
            siren_of_siret=siren_of_siret(who.siret),
            siren_sound=siren_sound(who.siren),
            siret_sound=siret_sound(who.siret),
            rna=who.rna,
            rna_sound=rna_sound(who.rna),
            private_law=_private_law(who),
            operative_name=operative.get(who.id),
            accepted_name=normal_mention(operative.get(who.id, who.name), who.name),
            **_place(who, f"$.beneficiaries[{n}]", "private_law legal_form private_law"),
        )
        for group in who.groups:
            yield _enumerated(f"group:{group}", who.id, who.id)


def _mentions(case: c.Case) -> Iterator[Fact]:
    for n, roll in enumerate(case.rolls):
        yield v.Roll(roll.id, name=roll.name, **_place(roll, f"$.rolls[{n}]"))
    official = {who.id: who.name for who in case.beneficiaries}
    for n, mention in enumerate(case.mentions):
        place = _place(mention, f"$.mentions[{n}]")
        yield v.Mention(
            mention.id,
            beneficiary=mention.beneficiary,
            section=mention.section,
            surface=mention.surface,
            form=mention.form,
            normal_name=normal_mention(
                mention.surface, official.get(mention.beneficiary or c.Slug(""), "")
            ),
            **place,
        )
        if mention.roll is not None:
            yield v.Enrolled(
                f"{mention.roll}:{mention.id}",
                roll=mention.roll,
                beneficiary=mention.beneficiary,
                **place,
            )


def _unit_amount(amount: int | None, units: int | None) -> str | None:
    if amount is None or not units:
        return None
    each = Fraction(amount, units)
    return f"{each.numerator}/{each.denominator}"


def _measures(case: c.Case) -> Iterator[Fact]:
    for n, measure in enumerate(case.measures):
        yield v.Measure(
            measure.id,
            title=measure.title,
            uniform_amount=measure.uniform_amount,
            **_place(measure, f"$.measures[{n}]"),
        )
    for n, line in enumerate(case.lines):
        path = f"$.lines[{n}]"
        yield v.MeasureLine(
            line.id,
            measure=line.measure,
            beneficiary=line.beneficiary,
            amount=line.amount,
            implied=line.implied,
            post=line.post,
            units=line.units,
            unit_amount=_unit_amount(line.amount, line.units),
            reason=line.reason,
            announced_change=line.announced_change,
            prior_amount=line.prior_amount,
            **_place(line, path, "unit_amount amount units"),
        )
        yield from _parts(line, path)
        yield _enumerated(_joined("measure", line.measure), line.beneficiary, line.id)
        for unit in range(line.units or 0):
            yield _enumerated(f"posts:{line.id}", str(unit + 1), line.id)


def _parts(line: c.MeasureLine, path: str) -> Iterator[Fact]:
    """The components of a line, and the posts that it or they pay for."""
    for m, component in enumerate(line.components):
        place = _place(component, f"{path}.components[{m}]")
        yield v.Component(
            component.id, line=line.id, label=component.label, amount=component.amount, **place
        )
        if component.post is not None:
            yield _funded_post(line, component, place)
    if line.post is not None and not any(part.post for part in line.components):
        yield _funded_post(line, line, _place(line, path))


def _funded_post(
    line: c.MeasureLine, part: c.MeasureLine | c.Component, place: dict[str, Any]
) -> Fact:
    return v.FundedPost(
        part.id,
        line=line.id,
        measure=line.measure,
        beneficiary=line.beneficiary,
        post=part.post,
        units=part.units,
        amount=part.amount,
        reason=line.reason,
        **place,
    )


def _labels(case: c.Case) -> Iterator[Fact]:
    for n, label in enumerate(case.actions):
        normal = normal_text(label.text)
        yield v.ActionLabel(
            label.id,
            section=label.section,
            beneficiary=label.beneficiary,
            measure=label.measure,
            text=label.text,
            normal_text=normal,
            short_of=None if label.short_of is None else normal_text(label.short_of),
            priced=label.priced,
            **_place(label, f"$.actions[{n}]"),
        )
        if label.section == _DESCRIPTION:
            list_ = _joined("actions", label.beneficiary, label.measure)
            yield _enumerated(list_, normal, label.id)
    units = {line.id: line.units for line in case.lines}
    for n, phrase in enumerate(case.count_phrases):
        yield v.CountPhrase(
            phrase.id,
            surface=phrase.surface,
            value=phrase.value,
            enumeration=_enumeration(phrase.counts, units),
            **_place(phrase, f"$.count_phrases[{n}]"),
        )


def _enumeration(counts: c.Counted | None, units: Mapping[c.Slug, int | None]) -> str | None:
    if counts is None or (counts.line is not None and units.get(counts.line) is None):
        return None
    keys = (counts.group, counts.beneficiary, counts.measure, counts.line)
    return ":".join([counts.of, *(key for key in keys if key is not None)])


def _joined(*keys: str | None) -> str | None:
    """The name of a list, or `None` where a key that names it is missing."""
    known = [key for key in keys if key is not None]
    return ":".join(known) if len(known) == len(keys) else None


def _enumerated(enumeration: str | None, item: str | None, source: str) -> Fact:
    return v.Enumerated(f"{enumeration}/{item}/{source}", enumeration=enumeration, item=item)


def _decision(case: c.Case) -> Iterator[Fact]:
    for n, line in enumerate(case.summary):
        yield v.SummaryLine(
            line.id,
            beneficiary=line.beneficiary,
            amount=line.amount,
            **_place(line, f"$.summary[{n}]"),
        )
    for n, total in enumerate(case.totals):
        yield v.StatedTotal(
            total.id,
            of=total.of,
            decision=total.decision,
            amount=total.amount,
            tax_label=total.tax_label,
            **_place(total, f"$.totals[{n}]"),
        )
    for n, award in enumerate(case.awards):
        place = _place(award, f"$.awards[{n}]")
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
        yield _enumerated("awards", award.id, award.id)
    for n, agreement in enumerate(case.agreements):
        for who in agreement.beneficiaries:
            place = _place(agreement, f"$.agreements[{n}]")
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
            **_place(charge, f"$.charges[{n}]"),
        )
    yield from _history(case)


def _history(case: c.Case) -> Iterator[Fact]:
    for n, grant in enumerate(case.grants):
        yield v.Grant(
            grant.id,
            beneficiary=grant.beneficiary,
            year=grant.year,
            amount=grant.amount,
            **_place(grant, f"$.grants[{n}]"),
        )
    for n, aid in enumerate(case.aid):
        yield v.Aid(
            aid.id,
            beneficiary=aid.beneficiary,
            amount=aid.amount,
            date=aid.date,
            de_minimis=aid.de_minimis,
            **_place(aid, f"$.aid[{n}]"),
        )


def _people(case: c.Case) -> Iterator[Fact]:
    sitting, vote = case.sitting, case.vote
    yield v.Sitting(
        "sitting",
        in_office=sitting.in_office,
        present=sitting.present,
        represented=sitting.represented,
        attendance_given=_all_known(sitting.in_office, sitting.present, sitting.represented),
        **_place(sitting, "$.sitting"),
    )
    yield v.Vote(
        "vote",
        result=vote.result,
        unanimous=vote.unanimous,
        voters=vote.voters,
        ayes=vote.ayes,
        noes=vote.noes,
        stated_noes=vote.noes,
        counts_given=_all_known(vote.voters, vote.ayes, vote.noes, vote.abstained),
        abstained=vote.abstained,
        blank=vote.blank,
        **_place(vote, "$.vote"),
    )
    names = {member.id: member.name for member in case.members}
    for n, member in enumerate(case.members):
        yield v.Member(member.id, name=member.name, **_place(member, f"$.members[{n}]"))
    for n, out in enumerate(case.non_participants):
        name = names.get(out.member)
        yield v.NonParticipant(
            f"{out.member}:{n + 1}",
            member=out.member,
            name=name,
            normal_name=None if name is None else normal_name(name),
            reason=out.reason,
            beneficiary=out.beneficiary,
            **_place(out, f"$.non_participants[{n}]"),
        )
    for n, present in enumerate(case.participants):
        yield v.Participant(
            f"{present.member}:{n + 1}",
            member=present.member,
            voted=present.voted,
            **_place(present, f"$.participants[{n}]"),
        )
    for n, interest in enumerate(case.interests):
        yield v.Interest(
            interest.id,
            member=interest.member,
            beneficiary=interest.beneficiary,
            **_place(interest, f"$.interests[{n}]"),
        )


def _amount_bearers(case: c.Case) -> Iterator[tuple[str, c.Entity]]:
    lists: dict[str, Iterable[c.Entity]] = {
        "measures": case.measures,
        "lines": case.lines,
        "summary": case.summary,
        "totals": case.totals,
        "awards": case.awards,
    }
    for name, entities in lists.items():
        for n, entity in enumerate(entities):
            yield f"$.{name}[{n}]", entity
    for n, line in enumerate(case.lines):
        for m, component in enumerate(line.components):
            yield f"$.lines[{n}].components[{m}]", component


def _transcriptions(case: c.Case) -> Iterator[Fact]:
    """Amounts beside the figures of the passage they cite, unless a person settled them."""
    for path, entity in _amount_bearers(case):
        for name, evidence in entity.evidence.items():
            amount = getattr(entity, name)
            if evidence.quote is None or evidence.status in _SETTLED_BY_HAND:
                continue
            printed = printed_cents(evidence.quote)
            if printed is None or not isinstance(amount, int) or isinstance(amount, bool):
                continue
            label = f"{path[2:]}.{name}"
            yield v.Transcription(
                label, what=label, amount=amount, printed=printed, path=path, entity=entity
            )
