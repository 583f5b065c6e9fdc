"""The fixed words of a report: verdicts, severities, natures, and the codes of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
from checker.words import Words

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
