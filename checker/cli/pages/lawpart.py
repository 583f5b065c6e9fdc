"""The law of a rule: its texts, the articles by date and category, the dated values it uses."""

from __future__ import annotations

from collections.abc import Iterator

from checker.cli.lawtext import ANCHORS, checked, context_shown, parameters_of, shown, window
from checker.cli.pages.codes import categories
from checker.cli.pages.markdown import plain, table
from checker.language.tree import Basis, Rule
from checker.law.coverage import CATEGORY, periods
from checker.law.edition import Law
from checker.law.parameters import (
    ANYWHERE,
    DatedValue,
    MonthsAfter,
    Parameter,
    ParameterType,
    StartOfYear,
)
from checker.law.references import Reference
from checker.words import listing

_YEARS = {
    -1: "de l'année précédente",
    0: "de la même année",
    1: "de l'année suivante",
}


def law_lines(rule: Rule, law: Law) -> Iterator[str]:
    """Everything a rule rests on, with the days on which each is cited."""
    if not rule.basis:
        yield "Aucun texte n'est cité : la règle ne repose pas sur une norme."
        yield ""
    texts = [_text(law.references[each.reference]) for each in rule.basis if each.reference]
    if texts:
        yield from [*texts, ""]
    for name in parameters_of(rule):
        yield from _parameter(law.parameters[name], rule, law)


def _text(reference: Reference) -> str:
    bodies = categories(reference.bodies)
    of = f" ; {bodies}" if bodies else ""
    words = plain(reference.words.fr)
    cited = f"[{words}]({reference.url})" if reference.url else words
    days = window(reference.since, reference.until, "fr")
    return f"- {cited} ; {days}{of} ; {_checked(reference)}"


def _parameter(parameter: Parameter, rule: Rule, law: Law) -> Iterator[str]:
    article = Basis(article=parameter.name) in rule.basis
    what = "Article cité" if article else "Valeur datée"
    title = f"**{what} : {plain(parameter.title.fr)}** (`{parameter.name}`)"
    yield f"{title}, {ANCHORS[parameter.anchor].fr}."
    yield ""
    heads = ["Période", "Article" if article else "Valeur", "Référence", "Vérification"]
    if article:
        heads.remove("Référence")
    rows = list(_rows(parameter, rule, law, article=article))
    yield from table(["Cas", *heads] if parameter.by else heads, rows)
    yield ""
    if parameter.document is not None:
        yield f"Pour les autres cas, pièce à demander : {plain(parameter.document.fr)}."
        yield ""


def _rows(parameter: Parameter, rule: Rule, law: Law, *, article: bool) -> Iterator[list[str]]:
    """A row for each period; contexts of the same values share their rows."""
    contexts: dict[tuple[DatedValue, ...], list[str]] = {}
    for context, values in parameter.values.items():
        if _binds(parameter, context, rule):
            named = context_shown(parameter, context, "fr")
            contexts.setdefault(tuple(values), []).append(named)
    for values, names in contexts.items():
        for value, period in periods(values):
            reference = law.references[value.reference]
            said = plain(_value(value, parameter, law))
            row = [window(period.since, period.until, "fr"), said]
            if article and parameter.type is ParameterType.REFERENCE:
                row[1] = plain(_article(value, law))
            else:
                row.append(plain(reference.short))
            days = checked(value.verified, to_confirm=value.to_confirm, language="fr")
            yield [listing(names, "fr"), *row, days] if parameter.by else [*row, days]


def _value(value: DatedValue, parameter: Parameter, law: Law) -> str:
    """A value as a reader reads it; one worked out from a day says how."""
    match value.value:
        case MonthsAfter(months=months):
            return f"{months} mois plus tard, au même quantième"
        case StartOfYear(shift=shift):
            return "1er janvier " + _YEARS.get(shift, f"de l'année ({shift:+d})")
        case _:
            return shown(value, parameter, law, "fr")


def _article(value: DatedValue, law: Law) -> str:
    found = law.references.get(str(value.value))
    return "aucun" if found is None else found.words.fr


def _binds(parameter: Parameter, context: str, rule: Rule) -> bool:
    if parameter.by != CATEGORY or not rule.bodies or context == ANYWHERE:
        return True
    return context in rule.bodies


def _checked(reference: Reference) -> str:
    return checked(reference.verified, to_confirm=reference.to_confirm, language="fr")
