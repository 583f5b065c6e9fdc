"""The same act at six dates: what the law changed changes, with its reason, and nothing else.

`dated_law.yaml` holds, under each date, every verdict, citation and dated value that differs from
the date before, by the law that changed it.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import frozen

from checker.case import Case
from checker.casefile import load_case
from checker.checking import Checked
from checker.expectations import verdicts_of
from checker.law.parameters import ParameterType
from checker.report import build_report
from checker.report.legal import basis_of
from checker.verdict import Verdict
from tests.acts import REFERENCE, ROOT, checker, instances

VILLAGE = ROOT / "cases" / "commune-900-2024-interet-et-deux-pouvoirs.json"
TABLE = yaml.safe_load((Path(__file__).parent / "dated_law.yaml").read_text(encoding="utf-8"))
TEXTS = TABLE.pop("texts")
DATES = [datetime.date(2021, 3, 15), *TABLE]
ACTS, WAYS, PARTS = (
    ("metropole", "commune"),
    ("as of", "moved"),
    ("verdicts", "citations", "values"),
)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
NOTHING = "—"
_TITLES = ("title", "object", "conditions_of_use")
_AROUND = 400
"""Days around an act within which what has a date belongs to it, and is moved with it."""

Row = tuple[str, str]
"""A check and subject with its verdict, a rule with a text, a parameter with value and source."""


@frozen
class Said:
    """What is said of an act on a day."""

    verdicts: frozenset[Row]
    citations: frozenset[Row]
    values: frozenset[Row]


def village(document: Any) -> Any:
    """The act of the village, with a fault for each change of the law."""
    here = {"gerard-soulagnet", "solange-fabreguel", "etienne-combescure", "mireille-vidalenc"}
    here |= {"loic-tremoulin", "florence-pomarel"}
    present = [each for each in document["participants"] if each["member"] in here]
    # Six of fifteen present, of whom the treasurer, with a declared interest, does not vote.
    document["participants"] = [
        {**each, "voted": each["member"] != "solange-fabreguel"} for each in present
    ]
    document["sitting"].update(present=6, represented=3, absent=6)
    document["vote"].update(voters=8, ayes=8)
    document["proxies"][2]["holder"] = "gerard-soulagnet"
    document["interests"].append(
        {
            "id": "representante",
            "member": "mireille-vidalenc",
            "beneficiary": "amicale-petanque-monteyracoise",
            "nature": "statutory_representative",
        }
    )
    document["enforcement"]["signed_by_secretary"] = False
    del document["operative"]["payment_terms"]
    choir = document["beneficiaries"][2]
    choir["commitment_signed"] = False
    del choir["commitment_signed_on"]
    document["awards"][0]["eu_basis"] = "de_minimis"
    document["aid"] = [
        {
            "id": "aide-2023",
            "beneficiary": "foyer-rural-de-monteyrac",
            "amount": "250000.00",
            "date": "2023-06-01",
            "de_minimis": True,
        }
    ]
    charge = document["charges"][0]
    charge["account"] = "6574"
    del charge["nomenclature"]
    return document


@functools.cache
def document_of(act: str) -> Any:
    path = REFERENCE if act == "metropole" else VILLAGE
    document = without_evidence(json.loads(path.read_text(encoding="utf-8")))
    return document if act == "metropole" else village(document)


def without_evidence(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: without_evidence(each) for key, each in part.items() if key != "evidence"}
    return [without_evidence(each) for each in part] if isinstance(part, list) else part


def moved(document: Any, to: datetime.date) -> Any:
    """The act of another day: its dates, weekday, years, number and titles with it."""
    day = datetime.date.fromisoformat(document["act"]["date"])

    def one(key: str, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: one(name, each) for name, each in value.items()}
        if isinstance(value, list):
            return [one(key, each) for each in value]
        if isinstance(value, str):
            return moved_text(key, value, day, to)
        near = key.endswith("year") and abs(value - day.year) <= 2
        return value + to.year - day.year if near else value

    document = one("", document)
    document["act"]["weekday"] = DAYS[to.weekday()]
    return document


def moved_text(key: str, text: str, day: datetime.date, to: datetime.date) -> str:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        after = datetime.date.fromisoformat(text) - day
        return (to + after).isoformat() if abs(after.days) <= _AROUND else text
    if key == "number":
        return re.sub(rf"^(20)?{day:%y}(?=[-/])", lambda found: f"{found[1] or ''}{to:%y}", text)
    return text.replace(str(day.year), str(to.year)) if key in _TITLES else text


def case_of(act: str, way: str, day: datetime.date) -> Case:
    document = document_of(act)
    if way == "moved":
        document = moved(document, day)
    return load_case(json.dumps(document).encode(), act)


@functools.cache
def judged(act: str, way: str, day: datetime.date) -> Checked:
    checked = checker().check(case_of(act, way, day), as_of=day if way == "as of" else None)
    assert checked.reliable, checked.faults
    return checked


@functools.cache
def said(act: str, way: str, day: datetime.date) -> Said:
    """Verdicts, and the law behind them as the report prints it.

    Dates that are worked out from the day, such as the start of a window, are left out.
    """
    checked = judged(act, way, day)
    parameters = checked.edition.law.parameters
    tried = [verdict.rule for verdict in checked.rules if verdict.reason is None]
    return Said(
        verdicts=frozenset(
            (f"{check} {subject}".strip(), verdict)
            for check, found in verdicts_of(checked.rules).items()
            for subject, verdict in found.items()
        ),
        citations=frozenset(
            (rule.id, plain(text))
            for rule in tried
            for text in basis_of(rule, checked.edition, "fr")
        ),
        values=frozenset(
            (used.name, plain(f"{used.shown} ({used.reference})"))
            for used in build_report(checked, language="fr").parameters
            if parameters[used.name].type not in (ParameterType.REFERENCE, ParameterType.DATE)
        ),
    )


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def stated(day: datetime.date, act: str, way: str, part: str) -> tuple[list[Row], list[Row]]:
    """What the table has gone and come for one act on a day."""
    gone: list[Row] = []
    come: list[Row] = []
    for change in TABLE[day]:
        for about, rows in change.get(part, {}).items():
            whose, _, how = about.partition(", ")
            if whose in ("both", act) and how in ("", way):
                for subject, cell in rows.items():
                    before, after = cell.split(" → ")
                    for name in names(subject):
                        gone.extend((name, each) for each in cells(before, part))
                        come.extend((name, each) for each in cells(after, part))
    return gone, come


def names(subject: str) -> Iterator[str]:
    """« x-{a b}/{} » is x-a/a and x-b/b."""
    listed = re.search(r"\{(.+?)\}", subject)
    if listed is None:
        yield subject
        return
    for name in listed[1].split():
        yield subject.replace(listed[0], name).replace("{}", name)


def cells(cell: str, part: str) -> list[str]:
    if cell == NOTHING:
        return []
    return [TEXTS[each] for each in cell.split(" + ")] if part == "citations" else [cell]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("way", [WAYS[0], pytest.param(WAYS[1], marks=pytest.mark.slow)])
@pytest.mark.parametrize(("before", "after"), list(itertools.pairwise(DATES)))
def test_exactly_what_the_law_changed(
    act: str, way: str, before: datetime.date, after: datetime.date
) -> None:
    one, other = said(act, way, before), said(act, way, after)
    for part in PARTS:
        was, now = getattr(one, part), getattr(other, part)
        gone, come = stated(after, act, way, part)
        assert sorted(was - now) == sorted(gone), part
        assert sorted(now - was) == sorted(come), part


def test_the_table() -> None:
    """The six dates, a reason for every row, and no row or text that is never met."""
    assert [str(day) for day in DATES] == [
        *("2021-03-15", "2023-03-15", "2024-02-09"),
        *("2025-12-23", "2025-12-24", "2026-01-01"),
    ]
    abouts = {*ACTS, "both", *(f"{act}, {way}" for act in ACTS for way in WAYS)}
    used: set[str] = set()
    for change in itertools.chain.from_iterable(TABLE.values()):
        assert change["law"]
        assert {"law"} < change.keys() <= {"law", *PARTS}, change["law"]
        for part in change.keys() - {"law"}:
            assert change[part].keys() <= abouts, change["law"]
        for rows in change.get("citations", {}).values():
            used |= {each for cell in rows.values() for each in re.split(r" → | \+ ", cell)}
    assert used - {NOTHING} == TEXTS.keys()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("day", DATES)
def test_an_act_that_is_moved_agrees_with_itself(act: str, day: datetime.date) -> None:
    checked = judged(act, "moved", day)
    for check in ("COH-05/weekday", "COH-05/number", "COH-06"):
        assert set(instances(checked, check).values()) <= {Verdict.PASS}, check
    assert checked.case.act.year == day.year
    assert checked.case.act.date == day


def test_as_of_its_own_day_an_act_is_what_it_is() -> None:
    day = datetime.date(2024, 2, 9)
    assert said("metropole", "as of", day) == said("metropole", "moved", day)
