"""The bodies that the act names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import drawn, enumerated, place_of
from checker.identifiers import digits, rna_sound, siren_of_siret, siren_sound, siret_sound
from checker.kinds import Fact
from checker.normal import normal_mention, normal_text

_PRIVATE = {"association", "fondation", "societe", "cooperative", "personne_physique"}
_PUBLIC = {"gip", "commune", "epci", "etablissement_public"}
_ENTERPRISES = {"societe", "cooperative"}
_OPERATIVE = "operative"
_ASSOCIATION = re.compile(
    r"(?:l'|une |les )?associations?(?: (?:simplement )?déclarées?)?"
    r"(?: (?:à but non lucratif|sans but lucratif))?"
    r"(?: (?:de (?:la )?|régies? par la )?loi (?:du 1er juillet |de )?1901)?"
)
_DEVELOPED = {
    "gip": "groupement d'intérêt public",
    "sa": "société anonyme",
    "sarl": "société à responsabilité limitée",
    "sas": "société par actions simplifiée",
    "scic": "société coopérative d'intérêt collectif",
    "scop": "société coopérative et participative",
    "epic": "établissement public à caractère industriel et commercial",
    "ccas": "centre communal d'action sociale",
    "cias": "centre intercommunal d'action sociale",
}


def private_law(case: c.Case) -> Mapping[str | None, bool | None]:
    """Whether each beneficiary, by identifier, is a body of private law."""
    return {who.id: _private_law(who) for who in case.beneficiaries}


def _private_law(beneficiary: c.Beneficiary) -> bool | None:
    if beneficiary.private_law is not None:
        return beneficiary.private_law
    if beneficiary.legal_form in _PRIVATE:
        return True
    return False if beneficiary.legal_form in _PUBLIC else None


def _enterprise(form: c.LegalForm | None) -> bool | None:
    return None if form in (None, "autre") else form in _ENTERPRISES


def _legal_form_word(printed: str | None) -> str | None:
    """A legal form as printed, its usual abbreviation developed and what adds nothing left out."""
    if printed is None:
        return None
    form = normal_text(printed)
    return "association" if _ASSOCIATION.fullmatch(form) else _DEVELOPED.get(form, form)


def state_beneficiaries(case: c.Case) -> Iterator[Fact]:
    """The bodies, and the groups the act counts them in."""
    operative: dict[str, str] = {}
    for mention in case.mentions:
        if mention.section == _OPERATIVE and mention.form in ("full", "short"):
            operative.setdefault(mention.beneficiary or "", mention.surface)
    for n, who in enumerate(case.beneficiaries):
        yield drawn(
            v.Beneficiary,
            who.id,
            who,
            f"$.beneficiaries[{n}]",
            "private_law legal_form private_law",
            "enterprise legal_form",
            "commitment_signed commitment_signed_on",
            "noted_restriction restriction",
            siren=digits(who.siren),
            siret=digits(who.siret),
            siren_of_siret=siren_of_siret(who.siret),
            siren_sound=siren_sound(who.siren),
            siret_sound=siret_sound(who.siret),
            rna_sound=rna_sound(who.rna),
            private_law=_private_law(who),
            enterprise=_enterprise(who.legal_form),
            commitment_signed=True if who.commitment_signed_on else who.commitment_signed,
            noted_restriction=who.restriction,
            noted_auditor=who.auditor is True,
            noted_public_grants=who.public_grants,
            operative_name=operative.get(who.id),
            accepted_name=normal_mention(operative.get(who.id, who.name), who.name),
        )
        for group in who.groups:
            yield enumerated(f"group:{group}", who.id, who.id)


def state_mentions(case: c.Case) -> Iterator[Fact]:
    """The lists of bodies, and every place that names one."""
    for n, roll in enumerate(case.rolls):
        yield drawn(v.Roll, roll.id, roll, f"$.rolls[{n}]")
    official = {who.id: who.name for who in case.beneficiaries}
    for n, mention in enumerate(case.mentions):
        path = f"$.mentions[{n}]"
        name = official.get(mention.beneficiary or c.Slug(""), "")
        yield drawn(
            v.Mention,
            mention.id,
            mention,
            path,
            normal_name=normal_mention(mention.surface, name),
            legal_form_word=_legal_form_word(mention.legal_form_word),
        )
        if mention.roll is not None:
            yield v.Enrolled(
                f"{mention.roll}:{mention.id}",
                roll=mention.roll,
                beneficiary=mention.beneficiary,
                **place_of(mention, path),
            )
