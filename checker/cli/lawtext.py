"""The law of a rule in words: its references with their windows, its dated values."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from checker.language.tree import Check, Rule
from checker.law.edition import Law
from checker.law.parameters import (
    ANYWHERE,
    Anchor,
    DatedValue,
    MonthsAfter,
    Parameter,
    RollingWindow,
    StartOfYear,
)
from checker.law.references import Reference
from checker.report.codes import decoded
from checker.report.legal import article_parameters, parameter_refs
from checker.report.values import print_point
from checker.words import Language, Words, print_date

_ONE_DAY = datetime.timedelta(days=1)
_SINCE = Words("depuis le {0}", "since {0}")
_TO = Words("jusqu'au {1}", "until {1}")
_BETWEEN = Words("du {0} au {1}", "from {0} to {1}")
_ALWAYS = Words("sans limite de date", "at any date")
_VERIFIED = Words("vérifié le {}", "verified on {}")
_TO_CONFIRM = Words("à confirmer sur le texte officiel", "to be confirmed")
ANCHORS = {
    Anchor.DATE: Words("selon la date de l'acte", "by the date of the act"),
    Anchor.YEAR: Words("selon l'exercice", "by the financial year"),
}
_REPEALED = Words("sans valeur", "no value")
_START_OF_YEAR = Words("1er janvier de l'année ({:+d})", "1 January of the year ({:+d})")
_ROLLING = Words("premier jour des {} années qui précèdent", "first day of the {} years before")
_MONTHS = Words("même jour, {} mois plus tard", "same day, {} months later")
_OTHERS = Words("autres cas", "elsewhere")


def window(since: datetime.date | None, until: datetime.date | None, language: Language) -> str:
    """Days in force, the last one included; `until` is the first day after."""
    last = None if until is None else until - _ONE_DAY
    words = {(True, True): _ALWAYS, (True, False): _TO, (False, True): _SINCE}
    pattern = words.get((since is None, last is None), _BETWEEN)
    days = ("" if day is None else print_date(day, language) for day in (since, last))
    return pattern(language).format(*days)


def reference_line(reference: Reference, language: Language) -> str:
    """A reference with its window and the day it was last compared with its source."""
    parts = [
        reference.words(language),
        window(reference.since, reference.until, language),
        checked(reference.verified, to_confirm=reference.to_confirm, language=language),
    ]
    return " ; ".join(parts) if language == "fr" else "; ".join(parts)


def parameters_of(rule: Rule) -> tuple[str, ...]:
    """The dated values and articles that a rule looks up, each once."""
    values = (ref.name for check in rule.checks for ref in parameter_refs(check))
    return tuple(dict.fromkeys((*article_parameters(rule), *values)))


def parameter_lines(parameter: Parameter, law: Law, language: Language) -> Iterator[str]:
    """A parameter and all its dated values."""
    title = parameter.title(language)
    yield f"{title} ({parameter.name}), {ANCHORS[parameter.anchor](language)}"
    for context, values in parameter.values.items():
        if parameter.by:
            yield f"  {context_shown(parameter, context, language)}"
        for value in values:
            yield f"    {_dated(value, parameter, law, language)}"


def references_of(rule: Rule, law: Law) -> tuple[Reference, ...]:
    """The references that a rule names itself."""
    return tuple(law.references[each.reference] for each in rule.basis if each.reference)


def titles(law: Law, checks: Iterable[Check], language: Language) -> dict[str, str]:
    """The titles of the parameters that checks look up."""
    names = {ref.name for check in checks for ref in parameter_refs(check)}
    return {name: law.parameters[name].title(language) for name in names}


def _dated(value: DatedValue, parameter: Parameter, law: Law, language: Language) -> str:
    since = _SINCE(language).format(print_date(value.since, language))
    reference = law.references[value.reference]
    said = shown(value, parameter, law, language)
    cited = [] if said == reference.short else [reference.short]
    verified = checked(value.verified, to_confirm=value.to_confirm, language=language)
    colon = "\u00a0: " if language == "fr" else ": "
    return f"{since}{colon}{said} ({', '.join([*cited, verified])})"


def context_shown(parameter: Parameter, context: str, language: Language) -> str:
    """A context in words, empty for a parameter that has none."""
    if not parameter.by:
        return ""
    return _OTHERS(language) if context == ANYWHERE else decoded(parameter.by, context, language)


def shown(value: DatedValue, parameter: Parameter, law: Law, language: Language) -> str:
    """A value as a reader reads it; an article by its short name."""
    known = value.value
    operand = parameter.type.operand
    if known is None:
        return _REPEALED(language)
    if isinstance(known, StartOfYear):
        return _START_OF_YEAR(language).format(known.shift)
    if isinstance(known, RollingWindow):
        return _ROLLING(language).format(known.years)
    if isinstance(known, MonthsAfter):
        return _MONTHS(language).format(known.months)
    if isinstance(known, int) and operand is not None:
        return print_point(known, operand, language)
    cited = law.references.get(str(known))
    return str(known) if cited is None else cited.short


def checked(day: datetime.date, *, to_confirm: bool, language: Language) -> str:
    """When something was last compared with its source."""
    text = _VERIFIED(language).format(print_date(day, language))
    return f"{text}, {_TO_CONFIRM(language)}" if to_confirm else text
