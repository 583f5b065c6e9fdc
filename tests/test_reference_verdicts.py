"""The verdicts on the reference act, as the design and the audit by hand state them."""

from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve

from checker.case import Interest, Member, Participant, Slug
from checker.report import build_report
from checker.verdict import Verdict
from tests.acts import check, instances, reference_case

PASS, FAIL, OPEN = Verdict.PASS, Verdict.FAIL, Verdict.OPEN


@pytest.mark.parametrize(
    ("check_id", "counts"),
    [
        ("ARI-01", {PASS: 1}),
        ("ARI-02", {PASS: 8}),
        ("ARI-03", {PASS: 1}),
        ("ARI-04", {PASS: 8}),
        ("ARI-05", {PASS: 1}),
        ("ARI-06", {PASS: 1}),
        ("COH-01", {PASS: 6}),
        ("COH-02", {PASS: 32}),
        ("COH-03", {PASS: 6, FAIL: 2}),
        ("COH-04/priced", {PASS: 2, FAIL: 1}),
        ("COH-04/unpriced", {}),
        ("ALL-01", {PASS: 8}),
        ("ALL-02", {PASS: 7, FAIL: 1}),
        ("ALL-04", {PASS: 1, FAIL: 2}),
        ("CON-01", {PASS: 7}),
        ("COM-06", {PASS: 8}),
        ("VOT-07", {PASS: 13}),
        ("ARI-08", {OPEN: 1}),
        ("COH-05/weekday", {PASS: 1}),
        ("COH-05/number", {PASS: 1}),
        ("COH-06", {PASS: 1}),
        ("CON-03", {PASS: 8}),
        ("TRA-04", {Verdict.REVIEW: 2, OPEN: 5}),
        ("VOT-04/unanimity", {PASS: 1}),
        ("VOT-05/result", {PASS: 1}),
        ("VOT-01/reached", {OPEN: 1}),
        ("VOT-01/withdrawals", {OPEN: 1}),
        ("VOT-03/voters", {OPEN: 1}),
        ("VOT-03/ballots", {OPEN: 1}),
        ("INT-01", {OPEN: 1}),
        ("UE-02", {OPEN: 8}),
        ("LEC-01", {PASS: 47}),
        ("MDE-01", {PASS: 8}),
        ("MDE-02", {PASS: 5, FAIL: 1, OPEN: 2}),
        ("MDE-03", {PASS: 1}),
        ("MDE-04/recorded", {PASS: 1}),
        ("MDE-04/interests", {OPEN: 1}),
    ],
)
def test_verdicts_by_check(check_id: str, counts: dict[Verdict, int]) -> None:
    """Every instance of every check, counted by verdict."""
    assert counts == Counter(instances(check(reference_case()), check_id).values())


def test_no_instance_for_the_public_body() -> None:
    """The agreement of a body of public law is not mandatory: no instance, not a pass."""
    assert "gip-agire" not in instances(check(reference_case()), "CON-01")


def test_unbroken_amounts_stay_open_in_the_policy() -> None:
    """What the two bundled lines pay for each facilitator cannot be known."""
    verdicts = instances(check(reference_case()), "MDE-02")

    assert {"lille-avenirs", "mie-roubaisis"} == {
        name
        for name in ("lille-avenirs", "mie-roubaisis")
        for subject, verdict in verdicts.items()
        if name in subject and verdict is OPEN
    }


@pytest.mark.parametrize(
    ("rule", "document"),
    [
        ("INT-01", "registre des déports"),
        ("VOT-01", "procès-verbal"),
        ("VOT-01", "règlement intérieur"),
        ("VOT-03", "procès-verbal"),
        ("UE-02", "de minimis"),
    ],
)
def test_open_verdicts_name_the_document(rule: str, document: str) -> None:
    """Every open verdict names the document that would tell."""
    report = build_report(check(reference_case()), language="fr")
    (found,) = (entry for entry in report.rules if entry.id == rule)

    assert any(document in missing.document for i in found.instances for missing in i.missing)


def test_only_the_announced_rise_is_unchecked() -> None:
    """Of all amounts, the rise of 15 000 € alone has nothing in the text to check it."""
    report = build_report(check(reference_case()), language="fr")

    assert [amount.value for amount in report.unchecked] == ["15\u00a0000,00\u00a0€"]


def test_declared_interest_of_a_member_present() -> None:
    """An invented member, present and not withdrawn, with a declared interest: a failure."""
    case = reference_case()
    member = Member(id=Slug("dominique-exemple"), name="Dominique EXEMPLE")
    interest = Interest(id=Slug("i1"), member=member.id, beneficiary=Slug("alpes"))
    case = evolve(case, members=(*case.members, member), interests=(interest,))

    assert OPEN is instances(check(case), "INT-01")["i1"]

    present = evolve(case, participants=(Participant(member=member.id),))

    assert FAIL is instances(check(present), "INT-01")["i1"]


def test_withdrawn_member_with_declared_interest() -> None:
    """A member recorded as taking no part passes, attendance list or not."""
    case = reference_case()
    member = Member(id=Slug("dominique-exemple"), name="Dominique EXEMPLE")
    interest = Interest(id=Slug("i1"), member=case.members[0].id, beneficiary=Slug("alpes"))
    case = evolve(case, members=(*case.members, member), interests=(interest,))

    assert PASS is instances(check(case), "INT-01")["i1"]
