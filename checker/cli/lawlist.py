"""The law by date, for `law`: values by context, each with its days and source, and references."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from checker.cli.lawtext import (
    ANCHORS,
    checked,
    context_shown,
    reference_line,
    shown,
    window,
)
from checker.language.rulesets import RuleSets
from checker.law.coverage import CATEGORY, Period, anchor_of, in_force, periods
from checker.law.parameters import (
    ANYWHERE,
    DatedValue,
    DateFunction,
    MonthsAfter,
    Parameter,
    ParameterType,
    RollingWindow,
    StartOfYear,
)
from checker.law.references import Reference
from checker.money import print_euros
from checker.render.jsonwriting import written
from checker.report.codes import decoded
from checker.words import Language, Words, counted, print_date, typeset

SCHEMA = "deliberation-check/law/1"

_ONE_DAY = datetime.timedelta(days=1)
_AT = Words("Droit en vigueur le {}", "Law in force on {}")
_ALWAYS = Words("Droit, à toutes les dates", "Law, at every date")
_PARAMETERS = Words("Paramètres", "Parameters")
_REFERENCES = Words("Références", "References")
_BY_DATE = Words("selon sa date", "by its date")
_NONE = Words("aucune valeur en vigueur", "no value in force")
_PARAMETER = Words("paramètre", "parameter"), Words("paramètres", "parameters")
_REFERENCE = Words("référence", "reference"), Words("références", "references")


@frozen
class Question:
    """What is asked of the law; `None` is everything.

    Args:
        day: The date of an act.
        body: A category of authority.
        organ: An organ.
    """

    day: datetime.date | None = None
    body: str | None = None
    organ: str | None = None

    def contexts(self, parameter: Parameter) -> Iterator[str]:
        """The contexts of a parameter that are asked for, as they are written."""
        wanted = {CATEGORY: self.body, "organ": self.organ}.get(parameter.by)
        if wanted is None:
            yield from parameter.values
        elif wanted in parameter.values or ANYWHERE not in parameter.values:
            yield wanted
        else:
            yield ANYWHERE

    def values(self, parameter: Parameter, context: str) -> list[tuple[DatedValue, Period]]:
        """The values of a context on the day asked for, or all."""
        if self.day is None:
            return list(periods(parameter.values.get(context, ())))
        found = in_force(parameter, context, self.day)
        return [found] if found else []

    def cites(self, reference: Reference) -> bool:
        """Whether a reference is in force on the day and binds the authority."""
        if self.day and not reference.covers(self.day):
            return False
        return not self.body or not reference.bodies or self.body in reference.bodies


def as_text(rulesets: RuleSets, question: Question, language: Language) -> str:
    """The law for a reader, with a last line that counts."""
    return typeset("\n".join(_lines(rulesets, question, language)), language)


def as_json(rulesets: RuleSets, question: Question, language: Language) -> str:
    """The law for a machine."""
    law = rulesets.law
    document = {
        "schema": SCHEMA,
        "digest": rulesets.digest,
        "date": question.day.isoformat() if question.day else None,
        "body": question.body,
        "organ": question.organ,
        "parameters": [
            {
                "name": name,
                "title": parameter.title(language),
                "type": parameter.type.value,
                "anchor": parameter.anchor.value,
                "by": parameter.by or None,
                "policy": parameter.policy or None,
                "values": [
                    {
                        "context": None if context == ANYWHERE else context,
                        **days(period),
                        "value": _written(value, parameter),
                        "resolved": _iso(resolved(value, parameter, question.day)),
                        "shown": shown(value, parameter, rulesets.law, language),
                        "reference": value.reference,
                        "verified": value.verified.isoformat(),
                        "to_confirm": value.to_confirm,
                    }
                    for context in question.contexts(parameter)
                    for value, period in question.values(parameter, context)
                ],
            }
            for name, parameter in sorted(law.parameters.items())
        ],
        "references": [
            {
                "key": key,
                "short": reference.short,
                "title": reference.words(language),
                **days(Period(reference.since, reference.until)),
                "bodies": sorted(reference.bodies),
                "policy": reference.policy or None,
                "url": reference.url or None,
                "verified": reference.verified.isoformat(),
                "to_confirm": reference.to_confirm,
            }
            for key, reference in sorted(law.references.items())
            if question.cites(reference)
        ],
    }
    return written(document)


def resolved(value: DatedValue, parameter: Parameter, day: datetime.date | None) -> int | None:
    """The ordinal day that a function of the date gives on a day, `None` for other values."""
    if day is None or not isinstance(value.value, DateFunction):
        return None
    return value.value.at(anchor_of(parameter, day))


def days(period: Period) -> dict[str, str | None]:
    """The first and the last day of a period, as rule files write them."""
    last = period.until - _ONE_DAY if period.until else None
    return {
        "from": period.since.isoformat() if period.since else None,
        "to": last.isoformat() if last else None,
    }


def _lines(rulesets: RuleSets, question: Question, language: Language) -> Iterator[str]:
    asked = [
        decoded(attribute, value, language)
        for attribute, value in ((CATEGORY, question.body), ("organ", question.organ))
        if value
    ]
    at = _AT(language).format(print_date(question.day, language)) if question.day else ""
    yield ", ".join([at or _ALWAYS(language), *asked])
    yield from ("", _PARAMETERS(language))
    parameters = sorted(rulesets.law.parameters.items())
    for name, parameter in parameters:
        anchor = ANCHORS.get(parameter.anchor, _BY_DATE)(language)
        yield f"  {parameter.title(language)} ({name}), {anchor}"
        for context in question.contexts(parameter):
            yield from _context(rulesets, question, parameter, context, language)
    references = [each for each in rulesets.law.references.values() if question.cites(each)]
    yield from ("", _REFERENCES(language))
    for reference in sorted(references, key=lambda each: each.key):
        yield f"  {reference_line(reference, language)}"
    counts = [
        counted(len(parameters), *_PARAMETER, language),
        counted(len(references), *_REFERENCE, language),
    ]
    yield from ("", f"{', '.join(counts)}.")


def _context(
    rulesets: RuleSets,
    question: Question,
    parameter: Parameter,
    context: str,
    language: Language,
) -> Iterator[str]:
    named = context_shown(parameter, context, language)
    colon = " : " if language == "fr" else ": "
    prefix = f"{named}{colon}" if named else ""
    values = question.values(parameter, context)
    if not values:
        yield f"    {prefix}{_NONE(language)}"
    for value, period in values:
        said = shown(value, parameter, rulesets.law, language)
        if ordinal := resolved(value, parameter, question.day):
            first = print_date(datetime.date.fromordinal(ordinal), language)
            said = f"{first}, {said}"
        short = rulesets.law.references[value.reference].short
        notes = [window(period.since, period.until, language)]
        notes += [] if said == short else [short]
        notes.append(checked(value.verified, to_confirm=value.to_confirm, language=language))
        yield f"    {prefix}{said} ({', '.join(notes)})"


def _iso(ordinal: int | None) -> str | None:
    return None if ordinal is None else datetime.date.fromordinal(ordinal).isoformat()


def _written(value: DatedValue, parameter: Parameter) -> Any:
    """A value as parameter files write it."""
    known = value.value
    if isinstance(known, StartOfYear):
        return {"start_of_year": known.shift}
    if isinstance(known, RollingWindow):
        return {"years_before": known.years}
    if isinstance(known, MonthsAfter):
        return {"months_after": known.months}
    if isinstance(known, int) and parameter.type is ParameterType.MONEY:
        return print_euros(known)
    if isinstance(known, int) and parameter.type is ParameterType.DATE:
        return datetime.date.fromordinal(known).isoformat()
    return known
