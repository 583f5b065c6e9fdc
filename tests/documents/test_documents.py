"""Whole documents of invented authorities: read, extracted, checked, each in its own style."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import pytest
from attrs import frozen

from checker.case import Case, Provenance
from checker.checking import Checked, Checker
from checker.extraction import extract
from checker.money import parse_euros
from checker.reading import Kind, Source, read_document
from checker.verdict import Verdict
from tests.acts import rulesets
from tests.cli.running import run as command
from tests.documents import write
from tests.documents.collection import DOCUMENTS
from tests.documents.parts import Document
from tests.documents.writers import WRITERS, as_bytes

pytestmark = pytest.mark.slow

SIGN = re.compile(r"€|\beuros?\b|\bEUR\b", re.IGNORECASE)
NAMED = {document.name: document for document in DOCUMENTS}
COMPARED = ("ARI-", "COH-", "VOT-")
"""Rules that compare what the document says in several places."""
OMISSIONS = frozenset(
    ["COH-07/stated", "COH-10/stated", "COH-12/author", "VOT-02", "VOT-05/counts"]
)
"""Checks of these that say what a document leaves out; the documents leave out what acts do."""
each = pytest.mark.parametrize(
    "name", [pytest.param(document.name, id=document.file) for document in DOCUMENTS]
)
"""Runs a test on every document."""


@frozen(eq=False)
class Run:
    """A document, read and extracted."""

    document: Document
    source: Source
    cases: tuple[Case, ...]


@functools.cache
def comparing() -> Checker:
    """A checker with the rules on what these documents get wrong; others take most of the time."""
    rules = tuple(rule for rule in rulesets().rules if rule.id.startswith((*COMPARED, "BUD-05")))
    return Checker(attrs.evolve(rulesets(), rules=rules))


@functools.cache
def run(name: str, kind: Kind | None = None) -> Run:
    document = NAMED[name]
    data = WRITERS[kind or document.kind](document.parts)
    source = read_document(data, f"{name}.{kind or document.kind}")
    return Run(document, source, extract(source))


def awarded(case: Case) -> list[tuple[str | None, int | None]]:
    names = {body.id: body.name for body in case.beneficiaries}
    return [
        (names.get(award.beneficiary) if award.beneficiary else None, award.amount)
        for award in case.awards
    ]


def failing(checked: Checked) -> set[str]:
    return {
        instance.check.id
        for rule in checked.rules
        for instance in rule.instances
        if instance.verdict is Verdict.FAIL
    }


def spans(value: object) -> Iterator[tuple[int, int]]:
    """Every passage that a value of a case, or one within it, was read from."""
    if isinstance(value, Provenance):
        if value.span is not None:
            yield value.span
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from spans(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from spans(one)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]
            yield from spans(getattr(value, field.name))


@each
def test_what_is_granted_is_found_and_nothing_else(name: str) -> None:
    got = run(name)

    assert [awarded(case) for case in got.cases] == [
        [(body, parse_euros(amount)) for body, amount in act.awards] for act in got.document.acts
    ]


@each
def test_a_grant_that_is_not_found_is_left_as_a_reading(name: str) -> None:
    got = run(name)

    for case, act in zip(got.cases, got.document.acts, strict=True):
        found = awarded(case)
        left = {said for reading in case.readings for said in reading.readings}
        missed = [euros for body, euros in act.awards if (body, parse_euros(euros)) not in found]
        assert set(missed) <= left


@each
def test_no_grant_is_invented(name: str) -> None:
    got = run(name)

    for case, act in zip(got.cases, got.document.acts, strict=True):
        assert set(awarded(case)) <= {(body, parse_euros(amount)) for body, amount in act.awards}
        assert not act.refused & {body for body, _ in awarded(case)}


@pytest.mark.parametrize("kind", sorted(WRITERS))
@each
def test_no_grant_is_invented_in_another_kind_of_file(name: str, kind: Kind) -> None:
    got = run(name, kind)

    granted = {one for case in got.cases for one in awarded(case)}
    assert granted <= {
        (body, parse_euros(amount)) for act in got.document.acts for body, amount in act.awards
    }


@each
def test_every_sign_of_money_is_bound_to_a_value_or_a_reading(name: str) -> None:
    got = run(name)

    bound = [span for case in got.cases for span in spans(attrs.evolve(case, readings=()))]
    left = [reading.span for case in got.cases for reading in case.readings]
    unaccounted = [
        got.source.text[max(0, sign.start() - 30) : sign.end()]
        for sign in SIGN.finditer(got.source.text)
        if not any(start <= sign.start() < end for start, end in (*bound, *left))
    ]
    assert unaccounted == []


@each
def test_what_identifies_the_act_is_found(name: str) -> None:
    got = run(name)

    assert [
        (case.act.number, case.act.date and case.act.date.isoformat(), case.body.category)
        for case in got.cases
    ] == [(act.number, act.date, act.category) for act in got.document.acts]


@each
def test_the_vote_is_found(name: str) -> None:
    got = run(name)

    for case, act in zip(got.cases, got.document.acts, strict=True):
        vote = case.vote
        if act.vote is None:
            assert (vote.result, vote.unanimous) == ("adopted", True)
        else:
            assert (vote.result, vote.ayes, vote.noes, vote.abstained) == ("adopted", *act.vote)


@each
def test_planted_faults_are_found_and_nothing_else_disagrees(name: str) -> None:
    verdicts = [comparing().check(case) for case in run(name).cases]

    for checked, act in zip(verdicts, NAMED[name].acts, strict=True):
        said = failing(checked)
        compared = {check for check in said if check.startswith(COMPARED)} - OMISSIONS
        assert (said & act.fails) | compared == act.fails
        assert checked.faults == ()


@pytest.mark.slow
@each
def test_every_rule_is_tried_by_the_command(name: str, tmp_path: Path) -> None:
    document = NAMED[name]
    path = tmp_path / document.file
    path.write_bytes(as_bytes(document))

    result = command("--format", "json", path)

    data = json.loads(result.stdout)
    reports = data.get("reports", [data])
    assert result.exit_code in (0, 1)
    assert [report["reliable"] for report in reports] == [True] * len(document.acts)
    assert all(report["reading"]["counts"]["read"] > 0 for report in reports)


def test_there_are_enough_kinds_styles_and_faults() -> None:
    assert len(DOCUMENTS) >= 12
    assert {document.kind for document in DOCUMENTS} == set(WRITERS)
    faults = {fault for document in DOCUMENTS for act in document.acts for fault in act.fails}
    assert {
        "ARI-01",
        "VOT-03/ballots",
        "COH-02",
        "ARI-07",
        "COH-05/weekday",
        "BUD-05/account",
    } <= faults


def test_documents_are_the_same_bytes_each_time() -> None:
    assert [as_bytes(one) for one in DOCUMENTS] == [as_bytes(one) for one in DOCUMENTS]


def test_documents_are_written_to_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write.main([str(tmp_path / "new")]) == 0

    assert {path.name for path in (tmp_path / "new").iterdir()} == {each.file for each in DOCUMENTS}
    assert len(capsys.readouterr().out.splitlines()) == len(DOCUMENTS)
    assert write.main([]) == 2
