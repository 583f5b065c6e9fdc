"""The examples of a rule as rows of a table: name, verdict expected, facts in short."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from checker.cli.pages.french import many
from checker.cli.pages.markdown import plain, table
from checker.cli.pages.nouns import figure, kind_label
from checker.kinds import KINDS, Attribute, Extent, Fact, Type, kind_of
from checker.language.examplefacts import REST
from checker.language.examples import Example
from checker.language.tree import ACT, Rule
from checker.law.edition import Law
from checker.report.codes import worded
from checker.report.phrases import VERDICTS
from checker.verdict import Verdict
from checker.words import listing

_USUAL = {
    "date": datetime.date(2024, 2, 9),
    "stage": "adopted",
    "category": "commune",
}
"""What the act of an example is unless it says otherwise; not repeated in each row."""
_NONE = "aucun fait"


def example_lines(rule: Rule, examples: tuple[Example, ...], law: Law) -> list[str]:
    """The table of the examples, with the check each is for where there are several."""
    several = len(rule.checks) > 1
    heads = ["Exemple", *(["Contrôle"] if several else []), "Verdict attendu", "Faits"]
    rows = []
    for example in examples:
        check = [f"`{example.check.partition('/')[2]}`"] if several else []
        rows.append([plain(example.name), *check, _expected(example), _facts(example, law)])
    return table(heads, rows)


def verdicts_of(examples: tuple[Example, ...]) -> tuple[Verdict, ...]:
    """The verdicts that the examples show, worst first."""
    found = {verdict for example in examples for verdict in example.verdicts}
    return tuple(verdict for verdict in Verdict if verdict.value in found)


def _expected(example: Example) -> str:
    if isinstance(example.expect, str):
        return VERDICTS[Verdict(example.expect)].fr
    return " ; ".join(_subjects(example.expect))


def _subjects(expect: Mapping[str, str]) -> Iterator[str]:
    for subject, verdict in expect.items():
        named = "reste de la liste" if subject == REST else f"`{subject}`"
        yield f"{named} : {VERDICTS[Verdict(verdict)].fr}"


def _facts(example: Example, law: Law) -> str:
    parts = []
    for kind, facts in example.facts.by_kind.items():
        for fact in facts:
            values = _fact(fact)
            if kind != ACT or values:
                parts.append(plain(f"{kind_label(kind)}{_named(fact, kind)}{values}"))
    parts += _extents(example)
    for name, value in example.settled.items():
        parameter = law.parameters[name]
        operand = parameter.type.operand
        printed = str(value) if value is not None else "sans valeur"
        if isinstance(value, int) and operand is not None:
            printed = figure(value, operand, "")
        parts.append(f"`{name}` = {plain(printed)}")
    return " ; ".join(parts) or _NONE


def _fact(fact: Fact) -> str:
    """The values of a fact in brackets, without those every example has."""
    kind = kind_of(fact)
    values = []
    for attribute in kind.attributes.values():
        value = getattr(fact, attribute.name)
        usual = kind.name == ACT and _USUAL.get(attribute.name) == value
        if attribute.name == "id" or value is None or usual:
            continue
        values.append(f"{attribute.label.fr} : {_value(attribute, value)}")
    values += [
        f"{kind.attributes[name].label.fr} : lecture douteuse" for name in sorted(fact.doubtful)
    ]
    return f" ({', '.join(values)})" if values else ""


def _named(fact: Fact, kind: str) -> str:
    """The identifier that an example gives a fact, for others to refer to."""
    given = kind != ACT and not re.fullmatch(rf"{kind}-[0-9]+", fact.id)
    return f" {fact.id}" if given else ""


def _value(attribute: Attribute, value: object) -> str:
    if isinstance(value, datetime.date):
        return figure(value.toordinal(), Type.DATE, "")
    if isinstance(value, int):
        return figure(int(value), attribute.type, attribute.label.fr)
    return worded(attribute, str(value), "fr")


def _extents(example: Example) -> Iterator[str]:
    """The lists whose extent is not the usual one of their kind."""
    opened = example.facts.open_kinds
    usual = {name for name, kind in KINDS.items() if kind.extent is Extent.OPEN}
    for head, kinds in (
        ("liste complète", usual - opened),
        ("liste incomplète", opened - usual),
    ):
        if kinds:
            named = sorted(f"des {many(kind_label(kind))}" for kind in kinds)
            yield f"{head} {listing(named, 'fr')}"
