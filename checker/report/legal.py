"""The law behind a verdict: references in force for the act, and the dated values used."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from checker.engine.references import references
from checker.kinds import Fact
from checker.language.tree import ACT, Basis, Check, Condition, Nature, ParameterRef, Rule
from checker.law.edition import Edition, ParameterValue
from checker.law.parameters import Anchor, ParameterType
from checker.law.references import Reference
from checker.report.model import ParameterUsed
from checker.report.phrases import NATURES
from checker.report.values import print_point
from checker.words import Language, Words, typeset

_TO_CONFIRM = Words(" (à confirmer sur le texte officiel)", " (to be confirmed)")


def basis(rule: Rule, edition: Edition, language: Language) -> tuple[str, ...]:
    """What a rule rests on, for the date and the body of the act."""
    found = [_found(each, edition) for each in rule.basis]
    words = tuple(_cited(reference, language) for reference in found if reference is not None)
    if words or rule.nature is Nature.NORM:
        return words
    nature = NATURES[rule.nature](language)
    if rule.nature is not Nature.POLICY or not rule.policy:
        return (nature,)
    colon = " : " if language == "fr" else ": "
    return (typeset(f"{nature}{colon}{rule.policy}", language),)


def law_date(edition: Edition) -> datetime.date | None:
    """The date whose law was applied."""
    return edition.anchors[Anchor.DATE]


def parameter_refs(check: Check) -> Iterator[ParameterRef]:
    """The dated values that a check looks up."""
    conditions: list[Condition] = [test for each in check.bindings for test in each.tests]
    conditions += [test for let in check.lets for test in let.where]
    conditions += [] if check.trigger is None else [check.trigger]
    for condition in (*conditions, check.requirement):
        for ref in references(condition):
            if isinstance(ref, ParameterRef):
                yield ref


def day_of(ref: ParameterRef, bound: Mapping[str, Fact]) -> datetime.date | None:
    """The date that an instance looks a value up at; `None` for the value's own anchor."""
    if ref.anchor is None or ref.anchor.alias not in bound:
        return None
    day = getattr(bound[ref.anchor.alias], ref.anchor.attribute, None)
    return day if isinstance(day, datetime.date) else None


def unconfirmed(check: Check, bound: Mapping[str, Fact], edition: Edition) -> bool:
    """Whether an instance rests on a value that awaits confirmation."""
    return any(edition.unconfirmed(ref.name, day_of(ref, bound)) for ref in parameter_refs(check))


def aliases(check: Check, bound: Iterable[Fact], act: Fact) -> dict[str, Fact]:
    """The facts that an instance binds, by alias."""
    facts = dict(zip((each.alias for each in check.bindings), bound, strict=False))
    return {ACT: act, **facts}


def parameter_used(
    name: str,
    value: ParameterValue,
    edition: Edition,
    language: Language,
    today: datetime.date | None,
) -> ParameterUsed:
    """A dated value as the annex prints it."""
    parameter = edition.law.parameters[name]
    return ParameterUsed(
        name=name,
        title=typeset(parameter.title(language), language),
        shown=_shown(value, parameter.type, edition, language),
        since=value.since,
        reference=value.reference.short,
        verified=value.verified,
        to_confirm=value.to_confirm or value.reference.to_confirm,
        stale=today is not None and _a_year_after(value.verified) < today,
    )


def article_parameters(rule: Rule) -> Iterator[str]:
    """The parameters that choose the articles a rule cites."""
    yield from (each.article for each in rule.basis if each.article is not None)


def _found(each: Basis, edition: Edition) -> Reference | None:
    known = edition.law.references
    if each.reference is not None:
        return known.get(each.reference)
    key = edition.value(each.article, None) if each.article is not None else None
    return known.get(key) if isinstance(key, str) else None


def _cited(reference: Reference, language: Language) -> str:
    words = typeset(reference.words(language), language)
    return words + (_TO_CONFIRM(language) if reference.to_confirm else "")


def _shown(
    value: ParameterValue, type_: ParameterType, edition: Edition, language: Language
) -> str:
    if isinstance(value.value, int):
        operand = type_.operand
        return str(value.value) if operand is None else print_point(value.value, operand, language)
    reference = edition.law.references.get(value.value)
    cited = type_ is ParameterType.REFERENCE and reference is not None
    return reference.short if cited and reference is not None else value.value


def _a_year_after(day: datetime.date) -> datetime.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February, or the last year there is
        return day + datetime.timedelta(days=365) if day.year < 9999 else day
