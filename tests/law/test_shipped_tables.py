"""The schemes and accounts that come with the package."""

from __future__ import annotations

import datetime
from itertools import product

import pytest

from checker.language.rulesets import RuleSets, default_root, load_rulesets
from checker.law.accounts import Account, Recipient, Section, accounts_of
from checker.law.schemes import Scheme


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def named(shipped: RuleSets, name: str) -> Scheme:
    (found,) = [each for each in shipped.law.schemes.values() if name in each.names]
    return found


@pytest.fixture(name="shipped", scope="module")
def _shipped() -> RuleSets:
    return load_rulesets(default_root())


@pytest.mark.parametrize(
    ("name", "last", "successor"),
    [
        ("CIVIS", "2016-12-31", "PACEA"),
        ("Garantie jeunes", "2022-02-28", "CEJ"),
        ("Pôle emploi", "2023-12-31", "France Travail"),
        ("LMCU", "2014-12-31", "MEL"),
    ],
)
def test_what_ended_was_followed_on_the_next_day(
    shipped: RuleSets, name: str, last: str, successor: str
) -> None:
    ended, follows = named(shipped, name), named(shipped, successor)
    assert ended.successor == follows.key
    assert ended.covers(day(last))
    assert not follows.covers(day(last))
    next_day = day(last) + datetime.timedelta(days=1)
    assert not ended.covers(next_day)
    assert follows.covers(next_day)
    assert follows.until is None


def test_the_schemes_of_2024_as_the_catalogue_has_them(shipped: RuleSets) -> None:
    schemes = shipped.law.schemes
    ended = {key for key, each in schemes.items() if not each.covers(day("2024-02-09"))}
    assert ended == {"civis", "garantie-jeunes", "iej", "lmcu", "pole-emploi"}
    waiting = {key for key, each in schemes.items() if each.to_confirm}
    assert waiting == {"cej", "garantie-jeunes", "iej"}
    assert not named(shipped, "Métropole européenne de Lille").covers(day("2010-06-30"))


def meant(shipped: RuleSets, nomenclature: str, number: str, when: str) -> list[Account]:
    """The accounts of a nomenclature that a number means on a day."""
    found = accounts_of(shipped.law.accounts, number)
    return [each for each in found if each.nomenclature == nomenclature and each.covers(day(when))]


@pytest.mark.parametrize(
    ("nomenclature", "number", "when", "recipient", "section"),
    [
        ("M57", "65748", "2024-02-09", Recipient.PRIVATE, Section.OPERATING),
        ("M57", "65742", "2024-02-09", Recipient.ENTERPRISE, Section.OPERATING),
        ("M57", "65738", "2024-02-09", Recipient.PUBLIC, Section.OPERATING),
        ("M57", "657341", "2024-02-09", Recipient.PUBLIC, Section.OPERATING),
        ("M57", "20421", "2024-02-09", Recipient.PRIVATE, Section.INVESTMENT),
        ("M57", "20422", "2024-02-09", Recipient.PRIVATE, Section.INVESTMENT),
        ("M14", "6574", "2023-12-31", Recipient.PRIVATE, Section.OPERATING),
        ("M14", "65738", "2023-12-31", Recipient.ANY, Section.OPERATING),
        ("M14", "20422", "2023-12-31", Recipient.PRIVATE, Section.INVESTMENT),
    ],
)
def test_what_an_account_is_for(
    shipped: RuleSets,
    nomenclature: str,
    number: str,
    when: str,
    recipient: Recipient,
    section: Section,
) -> None:
    (found,) = meant(shipped, nomenclature, number, when)
    assert (found.recipient, found.section) == (recipient, section)


@pytest.mark.parametrize(
    ("nomenclature", "number", "when"),
    [
        ("M57", "6574", "2024-02-09"),
        ("M14", "6574", "2024-01-01"),
        ("M57", "65748", "2014-12-31"),
    ],
)
def test_accounts_of_another_nomenclature_or_time(
    shipped: RuleSets, nomenclature: str, number: str, when: str
) -> None:
    assert meant(shipped, nomenclature, number, when) == []


def test_every_quarter_an_account_is_one_or_none(shipped: RuleSets) -> None:
    accounts = shipped.law.accounts
    for year, month in product(range(1996, 2029), (1, 4, 7, 10)):
        quarter = datetime.date(year, month, 1)
        for nomenclature, since, until in (("M14", 1996, 2024), ("M57", 2015, 9999)):
            known = [
                each.account
                for each in accounts
                if each.nomenclature == nomenclature and each.covers(quarter)
            ]
            assert len(set(known)) == len(known)
            assert bool(known) is (since <= year < until)


def test_every_account_awaits_a_reading_of_the_chart(shipped: RuleSets) -> None:
    assert all(each.to_confirm for each in shipped.law.accounts)
