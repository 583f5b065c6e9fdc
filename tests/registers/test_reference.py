"""The reference act with registers: what one act leaves open closes.

Amounts, identifiers and the delegation are invented for the test; no member of the act is tied to
an interest: the register of interests is complete and empty.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from checker.case import Case, Cents
from checker.casefile import load_case
from checker.checking import Checker
from checker.facts import state
from checker.language.rulesets import default_root, load_rulesets
from checker.registers import Joined
from checker.verdict import Verdict
from tests.registers.making import ROOT, join, put

REFERENCE = ROOT / "cases" / "24-B-0045.json"
RULES = ("INT-01", "INT-03", "ARI-08", "UE-02", "BEN-03", "COM-03", "CON-01", "TRA-04")
SCHEMA = "deliberation-check/register/"
SIRENE = (
    "siren;dateDebut;etatAdministratifUniteLegale;denominationUniteLegale"
    ";categorieJuridiqueUniteLegale"
)
NAMES = (
    "Lille Avenirs",
    "MAISON DE L'INITIATIVE ET DE L'EMPLOI DU ROUBAISIS",
    "Mission Emploi Lys-Tourcoing",
    "ALPES",
    "ADELIE",
    "Impulsions Métropole Sud",
    "GIP Agire du Val de Marque",
    "EMPLOI ET FORMATION VALLEE DE LA LYS ET FLANDRE INTERIEURE",
)
SIREN = tuple(
    number
    for number in (f"{n:09d}" for n in range(999000000, 999001000))
    if sum(sum(divmod(int(digit) * (1 + n % 2), 10)) for n, digit in enumerate(number[::-1])) % 10
    == 0
)


@pytest.fixture(scope="module")
def reference() -> Case:
    return load_case(REFERENCE.read_bytes(), str(REFERENCE))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(load_rulesets(default_root(), []))


@pytest.fixture
def found(tmp_path: Path, reference: Case) -> Joined:
    grants = [
        f"{NAMES[1]};2023;40 000,00;non;2023-02-10;23-B-0001;Axe 4",
        f"{NAMES[3]};2024;30 000,00;oui;2024-01-12;24-B-0003;",
    ]
    sirene = [
        f"{SIREN[n]};2010-01-01;A;{name};{'7410' if 'GIP' in name else '9220'}"
        for n, name in enumerate(NAMES)
    ]
    delegation = {
        "id": "delegation",
        "to_organ": "bureau",
        "number": "20-C-0001",
        "date": "2020-07-21",
        "covers_grants": True,
        "cap": "150000.00",
    }
    put(
        tmp_path,
        {
            "interets.json": {"schema": f"{SCHEMA}interests/1", "complete": True, "interests": []},
            "subventions.csv": "\n".join(
                ["beneficiaire;exercice;montant;de_minimis;date_octroi;acte;axe", *grants]
            ),
            "sirene.csv": "\n".join([SIRENE, *sirene]),
            "delegations.json": {
                "schema": f"{SCHEMA}delegations/1",
                "complete": True,
                "assembly_renewed_on": "2020-07-09",
                "delegations": [delegation],
            },
            "bordereau.json": {
                "schema": f"{SCHEMA}bordereau/1",
                "complete": [{"list": "grants", "years": [2024]}, {"list": "aid"}],
            },
        },
    )
    return join(reference, tmp_path)


def test_every_name_is_matched_and_nothing_is_left_to_ask(found: Joined) -> None:
    assert found.notes == ()
    assert all(who.active for who in found.case.beneficiaries)
    assert {Path(register.name).stem: used for register, _, used in found.used} == {
        "bordereau": 0,
        "delegations": 1 + 1,
        "interets": 0,
        "sirene": 8 + 8,
        "subventions": 2 + 1 + 1,
    }
    assert {"interests", "grants", "aid", "delegations"} <= set(found.case.whole)


def test_facts_are_stated_of_what_the_registers_add(found: Joined) -> None:
    facts = state(found.case)

    assert not facts.open_kinds & {"interest", "grant", "aid", "delegation"}
    assert len(facts.of("grant")) == 8 + 2
    assert len(facts.of("aid")) == 1


def test_no_verdict_of_these_rules_stays_open(
    checker: Checker, found: Joined, reference: Case
) -> None:
    before = checker.check(reference)
    after = checker.check(found.case)
    opened = {
        rule.rule.id
        for rule in before.rules
        for each in rule.instances
        if each.verdict is Verdict.OPEN
    }

    assert after.reliable
    (identifier,) = (rule for rule in after.rules if rule.rule.id == "BEN-01")
    assert identifier.instances[0].verdict is Verdict.FAIL  # the act itself still gives none
    assert {"INT-01", "ARI-08", "UE-02", "BEN-03", "COM-03", "TRA-04"} <= opened
    for rule in after.rules:
        if rule.rule.id in RULES:
            assert all(each.verdict is not Verdict.OPEN for each in rule.instances), rule.rule.id


def test_a_cap_and_a_sum_of_the_registers_can_fail(
    checker: Checker, found: Joined, reference: Case
) -> None:
    """177 100 € exceed the cap of 150 000 €; aid of 30 000 € and 115 000 € stay below it."""
    verdicts = {
        (rule.rule.id, each.subject): each.verdict
        for rule in checker.check(found.case).rules
        for each in rule.instances
    }
    failed = {id_ for (id_, _), verdict in verdicts.items() if verdict is Verdict.FAIL}
    assert "COM-03" in failed
    assert verdicts["ARI-08", "entrepreneurship-mie-roubaisis"] is Verdict.PASS

    awards = tuple(
        evolve(award, de_minimis=True) if award.beneficiary == "alpes" else award
        for award in reference.awards
    )
    aid = tuple(evolve(each, amount=Cents(18_500_001)) for each in found.case.aid)
    over = evolve(found.case, awards=awards, aid=aid)
    assert "UE-02" in {
        rule.rule.id
        for rule in checker.check(over).rules
        for each in rule.instances
        if each.verdict is Verdict.FAIL
    }
