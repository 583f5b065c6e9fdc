"""Why a rule has no verdict on an act: set aside, or nothing that its conditions leave."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from checker.checking import Checked
from checker.cli.lawtext import window
from checker.cli.pages.french import many
from checker.cli.pages.nouns import kind_label
from checker.cli.why.model import Dwindling, Step
from checker.cli.why.speech import Speaker, speaker
from checker.engine.plain.walk import references
from checker.engine.reasons import Filter
from checker.kinds import KINDS
from checker.language.applicable import SetAside
from checker.language.negations import plain
from checker.language.tree import AllOf, Check, Condition, LetRef, Rule
from checker.report.codes import decoded
from checker.report.legal import law_date
from checker.report.phrases import REASONS
from checker.vocabulary import Act
from checker.words import Language, Words, listing, print_date, typeset

_STAGES = ("draft", "adopted", "transmitted")
_DETAIL = {
    SetAside.DATE: Words("règle en vigueur {0} ; jour retenu : {1}", "in force {0}; day: {1}"),
    SetAside.BODY: Words(
        "collectivités visées : {0} ; auteur de l'acte : {1}", "bodies bound: {0}; author: {1}"
    ),
    SetAside.STAGE: Words("stades visés : {0} ; stade de l'acte : {1}", "stages: {0}; act: {1}"),
    SetAside.POLICY: Words(
        "politique de la règle : {0} ; politiques du dossier : {1}",
        "policy of the rule: {0}; policies of the case: {1}",
    ),
}
_NONE = Words("aucune", "none")


def aside(checked: Checked, rule: Rule, reason: SetAside, language: Language) -> str:
    """Why a rule was not tried, with what it asks for and what the act is."""
    asked, found = _sides(checked, rule, reason, language)
    said = REASONS[reason](language)
    detail = _DETAIL[reason](language).format(asked, found)
    return typeset(f"{said[:1].upper()}{said[1:]} ({detail}).", language)


def _sides(checked: Checked, rule: Rule, reason: SetAside, language: Language) -> tuple[str, str]:
    act: Act = checked.facts.act
    match reason:
        case SetAside.DATE:
            return window(rule.since, rule.until, language), _day(
                law_date(checked.edition), language
            )
        case SetAside.BODY:
            bodies = [decoded("category", body, language) for body in sorted(rule.bodies)]
            return listing(bodies, language), decoded("category", act.category or "", language)
        case SetAside.STAGE:
            stages = [decoded("stage", each, language) for each in _STAGES if each in rule.stages]
            return listing(stages, language), decoded("stage", act.stage or "", language)
    return rule.policy, listing(list(checked.case.policies), language) or _NONE(language)


def _day(day: datetime.date | None, language: Language) -> str:
    return "" if day is None else print_date(day, language)


def dwindling(checked: Checked, check: Check, language: Language) -> Dwindling:
    """The conditions of a check without instance, tried in turn until nothing is left."""
    speaks = speaker(check, checked.edition.law, language)
    filters = checked.filters(check)
    named = {
        ref.name
        for each in filters
        if each.condition is not None
        for ref in references(each.condition)
        if isinstance(ref, LetRef)
    }
    return Dwindling(
        check.id,
        steps=tuple(_step(each, check, speaks) for each in filters),
        numbers=tuple(
            (speaks.letter(let), speaks.number(let)) for let in check.lets if let.name in named
        ),
    )


def _step(each: Filter, check: Check, speaks: Speaker) -> Step:
    kinds = [each.binding.kind] if each.binding else [one.kind for one in check.bindings]
    conditions = () if each.condition is None else _simple(plain(each.condition))
    words = listing([speaks.clause(condition) for condition in conditions], speaks.language)
    return Step(_kinds(kinds, speaks.language), words, each.before, each.after)


def _simple(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AllOf) else (condition,)


def _kinds(names: Iterable[str], language: Language) -> str:
    if language == "fr":
        return listing([many(kind_label(name)) for name in names], "fr")
    return listing([f"“{KINDS[name].label('en')}”" for name in names], "en")
