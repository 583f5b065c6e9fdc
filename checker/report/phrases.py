"""The fixed words of a report: verdicts, severities, natures, and the codes of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from checker.language.applicable import SetAside
from checker.language.tree import (
    AllOf,
    AnyOf,
    Check,
    Condition,
    Nature,
    Not,
    Severity,
    Stated,
)
from checker.verdict import Verdict
from checker.words import Language, Words

VERDICTS: Mapping[Verdict, Words] = {
    Verdict.PASS: Words("sans anomalie", "no anomaly"),
    Verdict.FAIL: Words("constat", "finding"),
    Verdict.OPEN: Words("non vérifiable", "not decidable"),
    Verdict.REVIEW: Words("à apprécier", "for judgement"),
    Verdict.NOT_APPLICABLE: Words("sans objet", "not applicable"),
}
ACTIONS: Mapping[Severity, Words] = {
    Severity.ERROR: Words("à corriger", "to be corrected"),
    Severity.WARNING: Words("à justifier", "to be justified"),
    Severity.NOTE: Words("à surveiller", "to be watched"),
}
TO_JUDGE = Words("à apprécier", "for a person to judge")
NATURES: Mapping[Nature, Words] = {
    Nature.NORM: Words("norme", "norm"),
    Nature.INTERNAL: Words("cohérence interne", "internal consistency"),
    Nature.PRACTICE: Words("bonne pratique", "good practice"),
    Nature.POLICY: Words("politique", "policy"),
}
REASONS: Mapping[SetAside | None, Words] = {
    None: Words("l'acte n'y donne pas lieu", "nothing in the act calls for it"),
    SetAside.DATE: Words(
        "règle non en vigueur à la date retenue", "rule not in force on the date applied"
    ),
    SetAside.BODY: Words(
        "règle ne visant pas cette catégorie de collectivité",
        "rule that does not bind this category of authority",
    ),
    SetAside.STAGE: Words(
        "règle ne s'appliquant pas à ce stade de l'acte",
        "rule not meant for this stage",
    ),
    SetAside.POLICY: Words(
        "politique non applicable à cet acte", "policy that does not apply to this act"
    ),
}
ANOMALY = Words("anomalie", "anomaly")
_OMISSION = Words("omission", "omission")
_REMARK = Words("remarque", "remark")
_CATEGORIES: Mapping[tuple[Nature, Severity], Words] = {
    (Nature.NORM, Severity.ERROR): Words("irrégularité", "irregularity"),
    (Nature.NORM, Severity.WARNING): ANOMALY,
    (Nature.NORM, Severity.NOTE): Words("point de vigilance", "point of attention"),
    (Nature.INTERNAL, Severity.ERROR): Words("incohérence", "inconsistency"),
    (Nature.INTERNAL, Severity.WARNING): ANOMALY,
    (Nature.PRACTICE, Severity.ERROR): ANOMALY,
    (Nature.PRACTICE, Severity.WARNING): ANOMALY,
}
_POLICY = Words("écart à la politique", "departure from the policy")


def category(check: Check, nature: Nature, severity: Severity) -> Words:
    """What a failure of a check is called; never more than the rule can say."""
    if nature is Nature.POLICY:
        return _POLICY
    if severity is Severity.WARNING and any(_stated(check.requirement)):
        return _OMISSION
    return _CATEGORIES.get((nature, severity), _REMARK)


def _stated(condition: Condition) -> Iterator[bool]:
    """Whether a condition asks that something be stated, part by part."""
    if isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from _stated(part)
    elif isinstance(condition, Not):
        yield False
    else:
        yield isinstance(condition, Stated)


_SECTIONS = {
    "title": Words("titre", "title"),
    "visas": Words("visas", "visas"),
    "recital": Words("exposé des motifs", "recitals"),
    "results": Words("bilan", "results"),
    "description": Words("description", "description"),
    "measures": Words("description des axes", "description of the measures"),
    "amounts": Words("montants", "amounts"),
    "summary": Words("synthèse", "summary"),
    "operative": Words("dispositif", "operative part"),
    "vote": Words("vote", "vote"),
}
_CODES: Mapping[str, Mapping[str, Words]] = {
    "section": _SECTIONS,
    "of": {
        "recital": Words("exposé des motifs", "recitals"),
        "operative": Words("dispositif", "operative part"),
        "charged": Words("imputation budgétaire", "budget heading"),
    },
    "form": {
        "full": Words("nom complet", "full name"),
        "short": Words("nom abrégé", "short name"),
        "acronym": Words("sigle", "acronym"),
        "legal": Words("nom développé", "developed name"),
    },
    "result": {
        "adopted": Words("adopté", "adopted"),
        "rejected": Words("rejeté", "rejected"),
    },
    "type": {
        "deliberation": Words("délibération", "deliberation"),
        "decision": Words("décision", "decision"),
        "arrete": Words("arrêté", "order"),
    },
    "organ": {
        "conseil": Words("organe délibérant", "council"),
        "bureau": Words("Bureau", "Bureau"),
        "commission_permanente": Words("commission permanente", "standing committee"),
        "president": Words("président", "president"),
        "maire": Words("maire", "mayor"),
    },
    "stage": {
        "draft": Words("projet", "draft"),
        "adopted": Words("adopté", "adopted"),
        "transmitted": Words("transmis au contrôle de légalité", "transmitted to the State"),
    },
    "category": {
        "commune": Words("commune", "municipality"),
        "cc": Words("communauté de communes", "community of municipalities"),
        "ca": Words("communauté d'agglomération", "agglomeration community"),
        "cu": Words("communauté urbaine", "urban community"),
        "metropole": Words("métropole", "metropolis"),
        "metropole_lyon": Words("métropole de Lyon", "Lyon metropolis"),
        "departement": Words("département", "department"),
        "region": Words("région", "region"),
        "ctu": Words("collectivité territoriale unique", "single territorial authority"),
        "syndicat": Words("syndicat", "joint authority"),
    },
    "legal_form": {
        "association": Words("association", "association"),
        "fondation": Words("fondation", "foundation"),
        "gip": Words("groupement d'intérêt public", "public-interest grouping"),
        "societe": Words("société", "company"),
        "cooperative": Words("coopérative", "cooperative"),
        "commune": Words("commune", "municipality"),
        "epci": Words("établissement public de coopération intercommunale", "inter-municipal body"),
        "etablissement_public": Words("établissement public", "public institution"),
        "personne_physique": Words("personne physique", "natural person"),
        "autre": Words("autre forme", "other form"),
    },
}


@frozen
class Coded:
    """A word of the case file with the words that a reader sees for it."""

    code: str
    shown: str


def decoded(attribute: str, value: str, language: Language) -> str:
    """The words for a value out of a closed list of the case; any other text as it is."""
    words = _CODES.get(attribute, {}).get(value)
    return value if words is None else words(language)


def coded(attribute: str, value: str, language: Language) -> Coded:
    """A value of a closed list with its words."""
    return Coded(value, decoded(attribute, value, language))
