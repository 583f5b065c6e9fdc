"""The dated values that the rules tried have used."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from checker.kinds import Fact, Type
from checker.language.tree import Check, ParameterRef, Rule
from checker.law.edition import Edition, ParameterValue
from checker.law.parameters import ParameterType
from checker.report.legal import article_parameters, parameter_refs
from checker.report.model import ParameterUsed
from checker.report.values import print_point
from checker.words import Language, typeset


class DatedValues:
    """Looks up what instances use, and remembers it for the annex."""

    def __init__(
        self, edition: Edition, language: Language, today: datetime.date | None = None
    ) -> None:
        self._edition = edition
        self._language = language
        self._today = today
        self._refs: dict[str, tuple[ParameterRef, ...]] = {}
        self._looked: dict[tuple[str, datetime.date | None], bool] = {}

    def cited(self, rule: Rule) -> None:
        """Note the articles that a rule cites."""
        for name in article_parameters(rule):
            self._unconfirmed(name, None)

    def unconfirmed(self, check: Check, bound: Mapping[str, Fact]) -> bool:
        """Note what an instance uses; whether any of it awaits confirmation."""
        refs = self._refs.get(check.id)
        if refs is None:
            refs = self._refs[check.id] = tuple(parameter_refs(check))
        found = [self._unconfirmed(ref.name, _day_of(ref, bound)) for ref in refs]
        return any(found)

    def used(self) -> Iterator[ParameterUsed]:
        """Every value used, once, by name."""
        seen: set[tuple[str, datetime.date]] = set()
        for name, day in sorted(self._looked, key=lambda each: (each[0], str(each[1]))):
            value = self._edition.in_force(name, day)
            if value is not None and (name, value.since) not in seen:
                seen.add((name, value.since))
                yield self._used(value)

    def _unconfirmed(self, name: str, day: datetime.date | None) -> bool:
        key = name, day
        if key not in self._looked:
            self._looked[key] = self._edition.unconfirmed(name, day)
        return self._looked[key]

    def _used(self, value: ParameterValue) -> ParameterUsed:
        parameter = self._edition.law.parameters[value.name]
        today = self._today
        return ParameterUsed(
            name=value.name,
            title=typeset(parameter.title(self._language), self._language),
            shown=self._shown(value, parameter.type),
            since=value.since,
            reference=value.reference.short,
            verified=value.verified,
            to_confirm=value.to_confirm or value.reference.to_confirm,
            stale=today is not None and _a_year_after(value.verified) < today,
        )

    def _shown(self, value: ParameterValue, type_: ParameterType) -> str:
        if isinstance(value.value, int):
            return print_point(value.value, type_.operand or Type.INT, self._language)
        reference = self._edition.law.references.get(value.value)
        cited = type_ is ParameterType.REFERENCE and reference is not None
        return reference.short if cited and reference is not None else value.value


def _day_of(ref: ParameterRef, bound: Mapping[str, Fact]) -> datetime.date | None:
    """The date that an instance looks a value up at; `None` for the value's own anchor."""
    if ref.anchor is None or ref.anchor.alias not in bound:
        return None
    day = getattr(bound[ref.anchor.alias], ref.anchor.attribute, None)
    return day if isinstance(day, datetime.date) else None


def _a_year_after(day: datetime.date) -> datetime.date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February, or the last year there is
        return day + datetime.timedelta(days=365) if day.year < 9999 else day
