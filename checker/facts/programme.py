"""Measures, their lines and components, actions, results and targets, announced counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from checker import case as c
from checker import vocabulary as v
from checker.facts.place import drawn, enumerated, joined, place_of
from checker.kinds import Fact
from checker.normal import normal_text

_DESCRIPTION = "description"
_Indicator = tuple[str | None, str | None, str, int]
"""Beneficiary, measure, words and year of a figure."""


def _unit_amount(amount: int | None, units: int | None) -> str | None:
    if amount is None or not units:
        return None
    each = Fraction(amount, units)
    return f"{each.numerator}/{each.denominator}"


def state_measures(case: c.Case) -> Iterator[Fact]:
    """Measures, lines, and what each line pays for."""
    for n, measure in enumerate(case.measures):
        yield drawn(v.Measure, measure.id, measure, f"$.measures[{n}]")
    objects = _objects(case)
    yield from _shared_objects(case, objects)
    for n, line in enumerate(case.lines):
        path = f"$.lines[{n}]"
        yield drawn(
            v.MeasureLine,
            line.id,
            line,
            path,
            "unit_amount amount units",
            # What no words name is like nothing else.
            object=objects.get((line.measure, line.beneficiary), ""),
            unit_amount=_unit_amount(line.amount, line.units),
        )
        yield from _parts(line, path)
        yield enumerated(joined("measure", line.measure), line.beneficiary, line.id)
        for unit in range(line.units or 0):
            yield enumerated(f"posts:{line.id}", str(unit + 1), line.id)


_Line = tuple[c.Slug | None, c.Slug | None]
"""Measure and beneficiary of a line."""


def _objects(case: c.Case) -> Mapping[_Line, str]:
    """What each line is for, normalised: the words the case gives, else its only label."""
    labels: dict[_Line, set[str]] = {}
    for label in case.actions:
        if label.priced:
            labels.setdefault((label.measure, label.beneficiary), set()).add(label.text)
    found = {key: normal_text(*texts) for key, texts in labels.items() if len(texts) == 1}
    given = {
        (line.measure, line.beneficiary): normal_text(line.object)
        for line in case.lines
        if line.object is not None
    }
    return found | given


def _shared_objects(case: c.Case, objects: Mapping[_Line, str]) -> Iterator[Fact]:
    """What several lines of a measure are for, at the place of the first."""
    seen: dict[tuple[c.Slug | None, str], int] = {}
    for n, line in enumerate(case.lines):
        words = objects.get((line.measure, line.beneficiary))
        if words is None:
            continue
        key = (line.measure, words)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] == 2:
            yield v.LineObject(
                f"{line.measure}:{len(seen)}",
                measure=line.measure,
                text=words,
                normal_text=words,
                **place_of(line, f"$.lines[{n}]"),
            )


def _parts(line: c.MeasureLine, path: str) -> Iterator[Fact]:
    """The components of a line, and the posts that it or they pay for."""
    for m, component in enumerate(line.components):
        part = f"{path}.components[{m}]"
        yield drawn(v.Component, component.id, component, part, line=line.id)
        if component.post is not None:
            yield _funded_post(line, component, place_of(component, part))
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


def state_figures(case: c.Case) -> Iterator[Fact]:
    """Results of past years and targets for the coming one."""
    for n, result in enumerate(case.results):
        path = f"$.results[{n}]"
        yield drawn(
            v.Result,
            result.id,
            result,
            path,
            "attributed beneficiary",
            normal_indicator=normal_text(result.indicator),
            attributed=_attributed(result, path),
        )
    named, alike = _results(case.results)
    for n, target in enumerate(case.targets):
        path = f"$.targets[{n}]"
        if target.compares is None:
            prior = alike.get(_indicator(target, target.year - 1))
        else:
            prior = named.get(target.compares)
        yield drawn(
            v.Target,
            target.id,
            target,
            path,
            "attributed beneficiary",
            "prior_share value",
            "comparable value",
            normal_indicator=normal_text(target.indicator),
            attributed=_attributed(target, path),
            prior_value=prior,
            prior_share=_unit_amount(target.value, prior),
            comparable=_comparable(target, path, prior),
        )


def _attributed(figure: c.Figure, path: str) -> bool | None:
    """Whether a figure is of one body; unknown where its body cannot be told."""
    if "beneficiary" in place_of(figure, path)["doubtful"]:
        return None
    return figure.beneficiary is not None


def _comparable(target: c.Figure, path: str, prior: int | None) -> bool | None:
    """Whether a target can be read against a result; unknown where its value cannot be told."""
    if "value" in place_of(target, path)["doubtful"] and prior:
        return None
    return target.value is not None and bool(prior)


def _indicator(figure: c.Figure, year: int) -> _Indicator:
    return figure.beneficiary, figure.measure, normal_text(figure.indicator), year


def _results(
    results: Iterable[c.Figure],
) -> tuple[Mapping[c.Slug, int | None], Mapping[_Indicator, int | None]]:
    """Results by identifier, and by indicator and year where only one has those."""
    named: dict[c.Slug, int | None] = {}
    alike: dict[_Indicator, int | None] = {}
    for result in results:
        key = _indicator(result, result.year)
        named[result.id] = result.value
        alike[key] = None if key in alike else result.value
    return named, alike


def state_labels(case: c.Case) -> Iterator[Fact]:
    """Names of actions, and announced counts."""
    for n, label in enumerate(case.actions):
        normal = normal_text(label.text)
        yield drawn(
            v.ActionLabel,
            label.id,
            label,
            f"$.actions[{n}]",
            normal_text=normal,
            short_of=None if label.short_of is None else normal_text(label.short_of),
        )
        if label.section == _DESCRIPTION:
            list_ = joined("actions", label.beneficiary, label.measure)
            yield enumerated(list_, normal, label.id)
    units = {line.id: line.units for line in case.lines}
    for n, phrase in enumerate(case.count_phrases):
        yield drawn(
            v.CountPhrase,
            phrase.id,
            phrase,
            f"$.count_phrases[{n}]",
            enumeration=_enumeration(phrase.counts, units),
        )


def _enumeration(counts: c.Counted | None, units: Mapping[c.Slug, int | None]) -> str | None:
    if counts is None or (counts.line is not None and units.get(counts.line) is None):
        return None
    keys = (counts.group, counts.beneficiary, counts.measure, counts.line)
    return ":".join([counts.of, *(key for key in keys if key is not None)])
