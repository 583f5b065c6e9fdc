"""Measures, their lines and components, the names of actions, announced counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import enumerated, joined, place_of
from checker.kinds import Fact
from checker.normal import normal_text

_DESCRIPTION = "description"


def _unit_amount(amount: int | None, units: int | None) -> str | None:
    if amount is None or not units:
        return None
    each = Fraction(amount, units)
    return f"{each.numerator}/{each.denominator}"


def state_measures(case: c.Case) -> Iterator[Fact]:
    """Measures, lines, and what each line pays for."""
    for n, measure in enumerate(case.measures):
        yield v.Measure(
            measure.id,
            title=measure.title,
            uniform_amount=measure.uniform_amount,
            **place_of(measure, f"$.measures[{n}]"),
        )
    for n, line in enumerate(case.lines):
        path = f"$.lines[{n}]"
        yield v.MeasureLine(
            line.id,
            measure=line.measure,
            beneficiary=line.beneficiary,
            amount=line.amount,
            implied=line.implied,
            post=line.post,
            units=line.units,
            unit_amount=_unit_amount(line.amount, line.units),
            reason=line.reason,
            announced_change=line.announced_change,
            prior_amount=line.prior_amount,
            **place_of(line, path, "unit_amount amount units"),
        )
        yield from _parts(line, path)
        yield enumerated(joined("measure", line.measure), line.beneficiary, line.id)
        for unit in range(line.units or 0):
            yield enumerated(f"posts:{line.id}", str(unit + 1), line.id)


def _parts(line: c.MeasureLine, path: str) -> Iterator[Fact]:
    """The components of a line, and the posts that it or they pay for."""
    for m, component in enumerate(line.components):
        place = place_of(component, f"{path}.components[{m}]")
        yield v.Component(
            component.id, line=line.id, label=component.label, amount=component.amount, **place
        )
        if component.post is not None:
            yield _funded_post(line, component, place)
    if line.post is not None and not any(part.post for part in line.components):
        yield _funded_post(line, line, place_of(line, path))


def _funded_post(
    line: c.MeasureLine, part: c.MeasureLine | c.Component, place: dict[str, Any]
) -> Fact:
    return v.FundedPost(
        part.id,
        line=line.id,
        measure=line.measure,
        beneficiary=line.beneficiary,
        post=part.post,
        units=part.units,
        amount=part.amount,
        reason=line.reason,
        **place,
    )


def state_labels(case: c.Case) -> Iterator[Fact]:
    """Names of actions, and announced counts."""
    for n, label in enumerate(case.actions):
        normal = normal_text(label.text)
        yield v.ActionLabel(
            label.id,
            section=label.section,
            beneficiary=label.beneficiary,
            measure=label.measure,
            text=label.text,
            normal_text=normal,
            short_of=None if label.short_of is None else normal_text(label.short_of),
            priced=label.priced,
            **place_of(label, f"$.actions[{n}]"),
        )
        if label.section == _DESCRIPTION:
            list_ = joined("actions", label.beneficiary, label.measure)
            yield enumerated(list_, normal, label.id)
    units = {line.id: line.units for line in case.lines}
    for n, phrase in enumerate(case.count_phrases):
        yield v.CountPhrase(
            phrase.id,
            surface=phrase.surface,
            value=phrase.value,
            enumeration=_enumeration(phrase.counts, units),
            **place_of(phrase, f"$.count_phrases[{n}]"),
        )


def _enumeration(counts: c.Counted | None, units: Mapping[c.Slug, int | None]) -> str | None:
    if counts is None or (counts.line is not None and units.get(counts.line) is None):
        return None
    keys = (counts.group, counts.beneficiary, counts.measure, counts.line)
    return ":".join([counts.of, *(key for key in keys if key is not None)])
