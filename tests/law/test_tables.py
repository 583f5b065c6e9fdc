"""The tables of schemes and accounts: what is read, what is refused, what they answer."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from checker.law.accounts import Account, Recipient, Section, accounts_of, read_accounts
from checker.law.coverage import Kind, check
from checker.law.edition import Law
from checker.law.references import Reference
from checker.law.schemes import Scheme, read_schemes
from checker.words import Words
from checker.yamlfile import parse
from checker.yamlform import Form
from tests.law.damage import DAMAGE


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def reference(key: str, until: str | None = None) -> Reference:
    last = day(until) if until else None
    return Reference(key, Words(key, key), key.upper(), None, last, frozenset(), day("2026-11-01"))


REFERENCES: dict[str, Reference | None] = {
    "some-act": reference("some-act"),
    "old-instruction": reference("old-instruction", "2024-01-01"),
    "refused": None,
}
SCHEMES = """\
old:
  names: [CIVIS, "contrat d'insertion"]
  from: 2005-01-01
  to: 2016-12-31
  successor: new
  reference: some-act
  verified: 2026-11-01
new:
  names: [PACEA]
  reference: some-act
  verified: 2026-11-01
  status: to_confirm
"""
ACCOUNTS = """\
m14-6574:
  nomenclature: M14
  account: 6574
  recipient: private
  section: fonctionnement
  fr: aux associations
  en: to associations
  to: 2023-12-31
  reference: old-instruction
  verified: 2026-11-01
m57-6573:
  nomenclature: M57
  account: 6573x
  recipient: public
  section: fonctionnement
  fr: aux organismes publics
  en: to public bodies
  from: 2015-01-01
  reference: some-act
  verified: 2026-11-01
  status: to_confirm
m57-65738:
  nomenclature: M57
  account: 65738
  recipient: any
  section: investissement
  fr: autres
  en: others
  reference: some-act
  verified: 2026-11-01
"""


def form(text: str) -> Form:
    return Form("law/table.yaml", parse(text, "law/table.yaml"))


def said(read: Form) -> list[str]:
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in read.problems]


def schemes(text: str = SCHEMES) -> dict[str, Scheme]:
    read = form(text)
    found = read_schemes(read, REFERENCES)
    assert said(read) == []
    return dict(found)


def accounts(text: str = ACCOUNTS) -> tuple[Account, ...]:
    read = form(text)
    found = read_accounts(read, REFERENCES)
    assert said(read) == []
    return found


@pytest.mark.parametrize(
    ("table", "damage"),
    [
        pytest.param(table, damage, id=f"{table}: {damage['write']}")
        for table in ("SCHEMES", "ACCOUNTS")
        for damage in DAMAGE[table]
    ],
)
def test_a_bad_table(table: str, damage: dict[str, Any]) -> None:
    text, reader = (SCHEMES, read_schemes) if table == "SCHEMES" else (ACCOUNTS, read_accounts)
    assert damage["instead of"] in text
    read = form(text.replace(damage["instead of"], damage["write"], 1))
    reader(read, REFERENCES)
    assert said(read) == damage["said"]


@pytest.mark.parametrize("text", ["word\n", "[a, b]\n"])
def test_a_table_is_a_mapping(text: str) -> None:
    read = form(text)
    assert read_schemes(read, REFERENCES) == {}
    assert said(read) == ["1:1: The file is a mapping from keys to schemes."]
    read = form(text)
    assert read_accounts(read, REFERENCES) == ()
    assert said(read) == ["1:1: The file is a mapping from keys to accounts."]


def test_a_reference_that_is_refused_refuses_the_entry_in_silence() -> None:
    read = form(SCHEMES.replace("reference: some-act", "reference: refused", 1))
    assert list(read_schemes(read, REFERENCES)) == ["new"]
    assert said(read) == []


def test_what_a_scheme_is() -> None:
    assert schemes()["old"] == Scheme(
        key="old",
        names=("CIVIS", "contrat d'insertion"),
        since=day("2005-01-01"),
        until=day("2017-01-01"),
        successor="new",
        reference="some-act",
        verified=day("2026-11-01"),
    )
    assert schemes()["new"].to_confirm


@pytest.mark.parametrize(
    ("when", "exists"),
    [("2004-12-31", False), ("2005-01-01", True), ("2016-12-31", True), ("2017-01-01", False)],
)
def test_the_days_of_a_scheme(when: str, exists: bool) -> None:
    assert schemes()["old"].covers(day(when)) is exists


@pytest.mark.parametrize("name", ["PACEA", "pacea", "le PACEA", "contrat  d’insertion"])
def test_a_name_means_one_scheme_however_it_is_typed(name: str) -> None:
    read = form(
        SCHEMES.replace("[PACEA]", f'["{name}", PACÉA, contrat]').replace("[CIVIS,", "[PACEA,")
    )
    read_schemes(read, REFERENCES)
    (only,) = said(read)
    assert only.endswith(f"The name {name!r} is already one of 'old'; leave it to one of them.")


def test_what_an_account_is() -> None:
    assert accounts()[0] == Account(
        key="m14-6574",
        nomenclature="M14",
        account="6574",
        recipient=Recipient.PRIVATE,
        section=Section.OPERATING,
        label=Words("aux associations", "to associations"),
        since=None,
        until=day("2024-01-01"),
        reference="old-instruction",
        verified=day("2026-11-01"),
    )


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("6574", ["m14-6574"]),
        ("65748", []),
        ("6573", ["m57-6573"]),
        ("657341", ["m57-6573"]),
        ("65738", ["m57-65738"]),
        ("657381", ["m57-6573"]),
        ("657", []),
        ("", []),
    ],
)
def test_an_account_is_the_narrowest_that_matches(number: str, keys: list[str]) -> None:
    assert [each.key for each in accounts_of(accounts(), number)] == keys


def test_a_number_itself_is_narrower_than_its_family() -> None:
    text = ACCOUNTS.replace("account: 65738", "account: 6573")
    assert [each.key for each in accounts_of(accounts(text), "6573")] == ["m57-65738"]


def test_each_nomenclature_has_its_own_narrowest_account() -> None:
    text = ACCOUNTS.replace("account: 6574\n", "account: 657x\n")
    found = [each.key for each in accounts_of(accounts(text), "65738")]
    assert found == ["m14-6574", "m57-65738"]


def test_one_number_twice_on_different_days() -> None:
    text = ACCOUNTS.replace("account: 65738\n", "account: 6573x\n  to: 2014-12-31\n")
    assert len(accounts(text)) == 3


def test_a_law_may_have_no_tables() -> None:
    law = Law({}, {})
    assert (dict(law.schemes), law.accounts) == ({}, ())


def test_tables_to_confirm_or_verified_long_ago_are_found() -> None:
    law = Law({}, {}, schemes(), accounts())
    found = check(law, [], day("2026-11-02"))
    waiting = [(each.subject, each.reference) for each in found if each.kind is Kind.TO_CONFIRM]
    assert waiting == [("new", "some-act"), ("m57-6573", "some-act")]
    old = [each.subject for each in found if each.kind is Kind.UNVERIFIED]
    assert old == ["old", "new", "m14-6574", "m57-6573", "m57-65738"]
    assert not any(each.kind.counts for each in found)
