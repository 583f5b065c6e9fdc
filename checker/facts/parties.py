"""The act, the texts it cites, and the bodies it names."""

from __future__ import annotations

from collections.abc import Iterator

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import enumerated, place_of
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
from checker.normal import normal_mention, normal_text

_PRIVATE = {"association", "fondation", "societe", "cooperative", "personne_physique"}


_PUBLIC = {"gip", "commune", "epci", "etablissement_public"}


_OPERATIVE = "operative"


def state_act(case: c.Case) -> Fact:
    """The act."""
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
        **place_of(act, "$.act", "is_budget_vote budget_vote", "stated_weekday weekday"),
    )


def state_citations(case: c.Case) -> Iterator[Fact]:
    """The texts that the act cites."""
    for n, cited in enumerate(case.citations):
        yield v.Citation(
            cited.id,
            nature=cited.kind,
            section=cited.section,
            number=cited.number,
            date=cited.date,
            **place_of(cited, f"$.citations[{n}]", "nature kind"),
        )


def _private_law(beneficiary: c.Beneficiary) -> bool | None:
    if beneficiary.private_law is not None:
        return beneficiary.private_law
    if beneficiary.legal_form in _PRIVATE:
        return True
    return False if beneficiary.legal_form in _PUBLIC else None


def state_beneficiaries(case: c.Case) -> Iterator[Fact]:
    """The bodies, and the groups the act counts them in."""
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
            **place_of(who, f"$.beneficiaries[{n}]", "private_law legal_form private_law"),
        )
        for group in who.groups:
            yield enumerated(f"group:{group}", who.id, who.id)


def state_mentions(case: c.Case) -> Iterator[Fact]:
    """The lists of bodies, and every place that names one."""
    for n, roll in enumerate(case.rolls):
        yield v.Roll(roll.id, name=roll.name, **place_of(roll, f"$.rolls[{n}]"))
    official = {who.id: who.name for who in case.beneficiaries}
    for n, mention in enumerate(case.mentions):
        place = place_of(mention, f"$.mentions[{n}]")
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
