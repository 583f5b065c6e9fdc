"""Damage to the reference act is found: every amount, every line, every swap, a renamed body.

The rules of the act itself must find it. Reading the passages again (LEC-01) is left out, save
for the swaps of two amounts of one body that the act states nowhere else.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from attrs import evolve, frozen

from checker.case import Case, Cents
from checker.casefile import load_case
from checker.checking import Checked
from checker.report import build_report
from checker.verdict import Instance, Verdict
from tests.acts import REFERENCE, check, failures, interpreted, reference_case

LISTS = ("measures", "lines", "summary", "totals", "awards")
AMOUNTS = ("amount", "uniform_amount")


def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(REFERENCE.read_text("utf-8"))
    return data


def _amounts(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Every amount of the act: its holder, its key, and a name for the test."""
    for name in LISTS:
        for entity in data[name]:
            for holder in (entity, *entity.get("components", ())):
                for key in AMOUNTS:
                    if key in holder:
                        yield holder, key, f"{holder['id']}.{key}"


NAMES = [name for _, _, name in _amounts(_data())]


def _load(data: dict[str, Any]) -> Case:
    return load_case(json.dumps(data).encode(), "damaged.json")


def _found(checked: Checked) -> set[str]:
    """What fails beyond the reference act's own findings, transcription left out."""

    def of_the_act(instance: Instance) -> bool:
        return instance.check.id != "LEC-01"

    return set(failures(checked, of_the_act)) - set(failures(check(reference_case())))


def _cents_off(amount: str, cents: int) -> str:
    value = int(amount.replace(".", "")) + cents
    return f"{value // 100}.{value % 100:02d}"


def test_every_amount_is_tried() -> None:
    """The 39 amounts of the text but the announced rise, and the 8 implied lines."""
    assert len(NAMES) == 46


@pytest.mark.parametrize("cents", [1, pytest.param(-1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", NAMES)
def test_one_cent_off(name: str, cents: int) -> None:
    """An amount one cent off is found, and the message prints both sides."""
    data = _data()
    (holder, key), *_ = [(holder, key) for holder, key, n in _amounts(data) if n == name]
    before = holder[key]
    holder[key] = _cents_off(before, cents)

    checked = check(_load(data))

    found = _found(checked)
    assert found
    report = build_report(checked, language="fr")
    messages = [
        instance.message
        for rule in report.rules
        for instance in rule.instances
        if f"{instance.check} {instance.subject}" in found
    ]
    assert any(message.count("€") >= 2 for message in messages)


@pytest.mark.parametrize("name", ["lines", "summary", "awards"])
def test_dropped_line(name: str) -> None:
    """Any line left out is found."""
    usual = interpreted(reference_case())
    for n in range(len(_data()[name])):
        data = _data()
        dropped = data[name].pop(n)
        data["count_phrases"] = [
            phrase
            for phrase in data["count_phrases"]
            if phrase.get("counts", {}).get("line") != dropped["id"]
        ]

        found = interpreted(_load(data)) - usual
        assert any(not each.startswith("LEC-01") for each in found), dropped["id"]


@frozen
class Place:
    """Where an amount of the case stands; `part` is a component of a line."""

    name: str
    list_: str
    index: int
    part: int | None
    key: str

    def holder(self, case: Case) -> Any:
        entity = getattr(case, self.list_)[self.index]
        return entity if self.part is None else entity.components[self.part]

    def amount(self, case: Case) -> Cents:
        return cast("Cents", getattr(self.holder(case), self.key))

    def changed(self, case: Case, amount: Cents) -> Case:
        value: dict[str, Any] = {self.key: amount}
        holder = evolve(self.holder(case), **value)
        entities = [*getattr(case, self.list_)]
        if self.part is not None:
            parts = [*entities[self.index].components]
            parts[self.part] = holder
            holder = evolve(entities[self.index], components=tuple(parts))
        entities[self.index] = holder
        changes: dict[str, Any] = {self.list_: tuple(entities)}
        return evolve(case, **changes)


def _places(case: Case) -> Iterator[Place]:
    for name in LISTS:
        for index, entity in enumerate(getattr(case, name)):
            for part, holder in ((None, entity), *enumerate(getattr(entity, "components", ()))):
                for key in AMOUNTS:
                    if getattr(holder, key, None) is not None:
                        yield Place(f"{holder.id}.{key}", name, index, part, key)


@pytest.mark.slow
def test_swapped_amounts() -> None:
    """Any two different amounts that change places are found.

    Two swaps leave every sum of the act as it was, because both amounts belong to one body or
    one line and stand nowhere else; only the passages they were read from tell.
    """
    case = reference_case()
    usual = interpreted(case)
    places = [*_places(case)]
    assert [place.name for place in places] == NAMES
    silent = []
    for one, other in itertools.combinations(places, 2):
        if one.amount(case) == other.amount(case):
            continue
        swapped = other.changed(one.changed(case, other.amount(case)), one.amount(case))
        found = interpreted(swapped) - usual
        assert len([f for f in found if f.startswith("LEC-01")]) == 2
        if all(f.startswith("LEC-01") for f in found):
            silent.append({one.name, other.name})

    assert silent == [
        {"metropolitan-coordination-alpes.amount", "entrepreneurship-alpes.amount"},
        {
            "metropolitan-coordination-lille-avenirs-bati.amount",
            "metropolitan-coordination-lille-avenirs-prospective.amount",
        },
    ]


@pytest.mark.parametrize("n", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 8))])
def test_beneficiary_renamed_in_the_operative_part(n: int) -> None:
    """Another name in the operative part is found, and the message prints both."""
    data = _data()
    operative = [m for m in data["mentions"] if m.get("roll") == "operative"]
    before = operative[n]["surface"]
    operative[n]["surface"] = "Association Tout Autre"

    report = build_report(check(_load(data)), language="fr")

    (rule,) = (rule for rule in report.rules if rule.id == "COH-03")
    (found,) = (i for i in rule.instances if i.subject == operative[n]["beneficiary"])
    assert found.verdict is Verdict.FAIL
    assert "Association Tout Autre" in found.message
    assert before in found.message


def test_announced_rise_is_reported_as_unchecked() -> None:
    """The announced rise is the one amount that nothing in the text can contradict."""
    data = _data()
    (line,) = (line for line in data["lines"] if "announced_change" in line)
    line["announced_change"] = "15000.01"

    checked = check(_load(data))

    assert not _found(checked)
    report = build_report(checked, language="fr")
    assert any("15\u00a0000,01" in amount.value for amount in report.unchecked)
