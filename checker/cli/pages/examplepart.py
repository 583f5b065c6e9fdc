"""The examples of a rule as rows of a table: name, verdict expected, facts in short."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from checker.cli.pages.french import many
from checker.cli.pages.markdown import plain, table
from checker.cli.pages.nouns import figure, kind_label
from checker.kinds import KINDS, Attribute, Extent, Fact, Type, kind_of
from checker.language.examplefacts import REST, USUAL
from checker.language.examples import Example
from checker.language.tree import ACT, Rule
from checker.law.edition import Law
from checker.report.codes import worded
from checker.report.phrases import VERDICTS
from checker.verdict import Verdict
from checker.words import listing

_NONE = "aucun fait"


def example_lines(rule: Rule, examples: tuple[Example, ...], law: Law) -> list[str]:
    """The table of the examples, with the check each is for where there are several.

    An example that is tried on several acts has one row.
    """
    several = len(rule.checks) > 1
    heads = ["Exemple", *(["Contrôle"] if several else []), "Verdict attendu", "Faits"]
    rows = []
    for name, turns in groupby(examples, lambda each: each.name):
        on_each = tuple(turns)
        check = [f"`{on_each[0].check.partition('/')[2]}`"] if several else []
        rows.append([plain(name), *check, _expected(on_each[0]), _facts(on_each, law)])
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


def _facts(turns: Sequence[Example], law: Law) -> str:
    """The facts of an example; `turns` are the same facts with each of its acts."""
    example = turns[0]
    values = _values([turn.facts.act for turn in turns])
    parts = [plain(f"{kind_label(ACT)}{values}")] if values else []
    for kind, facts in example.facts.by_kind.items():
        if kind != ACT:
            named = [f"{kind_label(kind)}{_named(each, kind)}{_values([each])}" for each in facts]
            parts += map(plain, named)
    parts += _extents(example)
    for name, value in example.settled.items():
        parameter = law.parameters[name]
        operand = parameter.type.operand
        printed = str(value) if value is not None else "sans valeur"
        if isinstance(value, int) and operand is not None:
            printed = figure(value, operand, "")
        parts.append(f"`{name}` = {plain(printed)}")
    if example.cites is not None:
        texts = [plain(law.references[key].short) for key in example.cites]
        parts.append(f"textes cités : {', '.join(texts) or 'aucun'}")
    return " ; ".join(parts) or _NONE


def _values(facts: Sequence[Fact]) -> str:
    """The values of a fact in brackets, without those of every act.

    Args:
        facts: The fact; for an act that varies, every form of it.
    """
    kind = kind_of(facts[0])
    usual = USUAL if kind.name == ACT else {}
    values = []
    for attribute in kind.attributes.values():
        found = list(dict.fromkeys(getattr(fact, attribute.name) for fact in facts))
        if attribute.name == "id" or found in ([None], [usual.get(attribute.name)]):
            continue
        *most, last = [_value(attribute, each) for each in found]
        said = f"{', '.join(most)} ou {last}" if most else last
        values.append(f"{attribute.label.fr} : {said}")
    values += [
        f"{kind.attributes[name].label.fr} : lecture douteuse" for name in sorted(facts[0].doubtful)
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
