"""Instances, and what makes none, explained."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from checker.cli.why.model import Excluded, Told
from checker.cli.why.narrating import narrator_of
from checker.engine.reasons import Absence, Reasons
from checker.interval import Truth
from checker.language.tree import Check
from checker.reasons.straight import first_false, straight
from checker.report.evidence import PEOPLE
from checker.report.instances import Writer
from checker.report.model import InstanceReport
from checker.report.phrases import VERDICTS
from checker.verdict import Instance, Verdict
from checker.words import Language, Words, counted, typeset

_NOT_EXAMINED = Words(
    "Sans objet : une condition n'est pas remplie.", "Not applicable: a condition is not met."
)
_DOUBTED = Words(
    "Les deux évaluations indépendantes de ce contrôle ne se confirment pas.",
    "The two independent evaluations of this control do not confirm each other.",
)
_MAY_NOT_BIND = Words(
    "La règle ne vise que certaines catégories de collectivités, et celle-ci n'est pas connue.",
    "The rule binds some categories of authority only, and that of this one is not known.",
)
_ANYHOW = Words(
    "La règle peut ne pas s'appliquer ici ; l'exigence est satisfaite quoi qu'il en soit.",
    "The rule may not apply here; the requirement is met in any case.",
)
_IF_IT_APPLIES = Words(
    "L'exigence n'est pas remplie ; reste à savoir si la règle s'applique ici.",
    "The requirement is not met; whether the rule applies here remains to be known.",
)
_UNCONFIRMED = Words("Le verdict repose sur {}.", "The verdict rests on {}.")
_VALUE = (
    Words("valeur lue et non confirmée", "value read and not confirmed"),
    Words("valeurs lues et non confirmées", "values read and not confirmed"),
)
_UNTRIGGERED = {Truth.TRUE: _ANYHOW, Truth.FALSE: _IF_IT_APPLIES}
_JUDGED = Words(
    "L'exigence n'est pas remplie ; sa portée s'apprécie, ce n'est donc pas un constat.",
    "The requirement is not met; a person judges what that means, so that it is no finding.",
)


def told(writer: Writer, instance: Instance, report: InstanceReport) -> Told:
    """An instance, explained; what the report says of it stands first."""
    check, firing = instance.check, instance.firing
    reasons = None if firing is None else writer.checked.reasons(check, firing.binding)
    plain = Told(
        check=report.check,
        subject=report.subject,
        named=report.named,
        verdict=instance.verdict,
        verdict_shown=report.category,
        message=report.message,
        note=_notes(instance, reasons, report, writer.language),
        missing=report.missing,
        reliable=instance.reliable,
    )
    return plain if reasons is None else _with_reasons(plain, writer, check, reasons)


def told_absent(writer: Writer, check: Check, absence: Absence) -> Told:
    """What a check does not examine, explained as an instance is."""
    language = writer.language
    plain = Told(
        check=check.id,
        subject="/".join(absence.binding),
        named=writer.naming.subject(absence.bound),
        verdict=Verdict.NOT_APPLICABLE,
        verdict_shown=VERDICTS[Verdict.NOT_APPLICABLE](language),
        message=typeset(_NOT_EXAMINED(language), language),
        note="",
        missing=(),
        reliable=True,
    )
    reasons = writer.checked.reasons(check, absence.binding)
    return evolve(_with_reasons(plain, writer, check, reasons), requirement=None)


def excluded(writer: Writer, check: Check) -> Iterator[Excluded]:
    """What a check does not examine, with the first condition that is false of it."""
    for each in writer.checked.absences(check):
        narrator = narrator_of(writer, check, each.bound, ())
        persons = any(binding.kind in PEOPLE for binding in check.bindings)
        yield Excluded(
            check=check.id,
            subject="/".join(each.binding),
            named="" if persons else writer.naming.subject(each.bound),
            condition=narrator.node(first_false(straight(each.reason))),
        )


def _with_reasons(plain: Told, writer: Writer, check: Check, reasons: Reasons) -> Told:
    bound = [each.fact for each in reasons.bound]
    narrator = narrator_of(writer, check, bound, reasons.lets)
    trigger, required = reasons.trigger, reasons.requirement
    return evolve(
        plain,
        bound=tuple(map(narrator.bound, reasons.bound)),
        numbers=tuple(map(narrator.number, reasons.lets)),
        trigger=None if trigger is None else narrator.node(straight(trigger)),
        requirement=narrator.node(straight(required), asking=required.truth is Truth.FALSE),
    )


def _notes(
    instance: Instance, reasons: Reasons | None, report: InstanceReport, language: Language
) -> str:
    """What the conditions alone do not say of the verdict; mostly empty."""
    said = _note(instance, reasons)
    notes = [] if said is None else [said(language)]
    if report.unconfirmed:
        notes.append(_UNCONFIRMED(language).format(counted(report.unconfirmed, *_VALUE, language)))
    return typeset(" ".join(notes), language)


def _note(instance: Instance, reasons: Reasons | None) -> Words | None:
    """Why the verdict is not what a reader of the conditions would expect."""
    if not instance.reliable:
        return _DOUBTED
    if instance.verdict is Verdict.REVIEW:
        return _JUDGED
    if reasons is not None and reasons.triggered is Truth.UNKNOWN:
        return _UNTRIGGERED.get(reasons.requirement.truth)
    if instance.firing is not None and instance.verdict.value != instance.firing.outcome.value:
        return _MAY_NOT_BIND
    return None
