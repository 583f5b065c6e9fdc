"""The law behind a verdict: what a rule rests on, for the date and the body of the act."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from checker.engine.durable.references import references
from checker.language.citing import cited
from checker.language.tree import Check, Condition, Nature, ParameterRef, Rule
from checker.law.edition import Edition
from checker.law.parameters import Anchor
from checker.law.references import Reference
from checker.report.phrases import NATURES
from checker.words import Language, Words, typeset

_TO_CONFIRM = Words(" (à confirmer sur le texte officiel)", " (to be confirmed)")


def basis_of(rule: Rule, edition: Edition, language: Language) -> tuple[str, ...]:
    """What a rule rests on, for the date and the body of the act."""
    words = tuple(_cited(each, language) for each in law_of(rule, edition))
    if words or rule.nature is Nature.NORM:
        return words
    nature = NATURES[rule.nature](language)
    if rule.nature is not Nature.POLICY or not rule.policy:
        return (nature,)
    colon = " : " if language == "fr" else ": "
    return (typeset(f"{nature}{colon}{rule.policy}", language),)


def law_of(rule: Rule, edition: Edition) -> tuple[Reference, ...]:
    """The texts that a rule rests on, for the date and the body of the act."""
    known = edition.law.references
    return tuple(known[key] for key in cited(rule, edition) if key in known)


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


def article_parameters(rule: Rule) -> Iterator[str]:
    """The parameters that choose the articles a rule cites."""
    yield from (each.article for each in rule.basis if each.article is not None)


def _cited(reference: Reference, language: Language) -> str:
    words = typeset(reference.words(language), language)
    return words + (_TO_CONFIRM(language) if reference.to_confirm else "")
