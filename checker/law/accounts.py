"""Accounts of the budget nomenclatures that grants are charged to, and whom each is for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import partial

from attrs import frozen

from checker.law.references import KEY, Reference, cite, covers, read_status, read_window
from checker.words import Words
from checker.yamlfile import Table
from checker.yamlform import Form

NOMENCLATURES = ("M14", "M57")
_REQUIRED = ("nomenclature", "account", "recipient", "section", "fr", "en", "reference", "verified")
_OPTIONAL = ("from", "to", "status")
_ACCOUNT = re.compile(r"[0-9]{3,8}x?")


class Recipient(Enum):
    """Whom an account is for; `PRIVATE` is any private-law body that is no enterprise."""

    PRIVATE = "private"
    ENTERPRISE = "enterprise"
    PUBLIC = "public"
    ANY = "any"


class Section(Enum):
    """Section of the budget."""

    OPERATING = "fonctionnement"
    INVESTMENT = "investissement"


@frozen(slots=False)
class Account:
    """An account of a nomenclature.

    Args:
        account: Its number; a final `x` stands for any further digits, or none (« 6573x »).
        recipient: Whom it is for.
        section: Section of the budget it belongs to.
        label: What the nomenclature calls it.
        since: First day in force, or `None`.
        until: First day no longer in force, or `None`.
        reference: Key of the instruction.
        verified: When someone last compared the entry with it.
        to_confirm: Whether it awaits that comparison.
    """

    key: str
    nomenclature: str
    account: str
    recipient: Recipient
    section: Section
    label: Words
    since: datetime.date | None
    until: datetime.date | None
    reference: str
    verified: datetime.date
    to_confirm: bool = False

    def covers(self, day: datetime.date) -> bool:
        """Whether it was in force on `day`."""
        return covers(self.since, self.until, day)

    def matches(self, number: str) -> bool:
        """Whether a number is this account, or one of its family."""
        if self.account.endswith("x"):
            return number.startswith(self.account[:-1])
        return number == self.account


def accounts_of(accounts: Iterable[Account], number: str) -> tuple[Account, ...]:
    """The accounts that a number may mean: in each nomenclature, those that match narrowest."""
    found = [each for each in accounts if each.matches(number)]
    narrowest: dict[str, tuple[int, bool]] = {}
    for each in found:
        best = narrowest.get(each.nomenclature, (0, False))
        narrowest[each.nomenclature] = max(best, _narrowness(each))
    return tuple(each for each in found if _narrowness(each) == narrowest[each.nomenclature])


def read_accounts(form: Form, references: Mapping[str, Reference | None]) -> tuple[Account, ...]:
    """The accounts of an `accounts.yaml`, without those that `form` refuses."""
    root = form.root
    if not isinstance(root, Table):
        form.note(root, "The file is a mapping from keys to accounts.")
        return ()
    found: list[Account] = []
    for key in root.entries:
        account = form.attempt(None, partial(_read, form, root, key, references))
        if account is None:
            continue
        same = [each for each in found if _same(each, account)]
        if same:
            message = f"Account {account.account} of {account.nomenclature} is already "
            message += f"{same[0].key!r} on some of these days; end one before the other begins."
            form.note(root.keys[key], message)
        found.append(account)
    return tuple(found)


def _narrowness(account: Account) -> tuple[int, bool]:
    return len(account.account.rstrip("x")), not account.account.endswith("x")


def _same(one: Account, other: Account) -> bool:
    """Whether two entries are for one number on the same day."""
    if (one.nomenclature, one.account) != (other.nomenclature, other.account):
        return False
    since = max(each.since or datetime.date.min for each in (one, other))
    until = min(each.until or datetime.date.max for each in (one, other))
    return since < until


def _read(form: Form, root: Table, key: str, references: Mapping[str, Reference | None]) -> Account:
    form.word(root.keys[key], "The key of an account", KEY, "m57-65748")
    table = form.table(root.entries[key], "An account", _REQUIRED, _OPTIONAL)
    nomenclature = form.choice(
        form.at(table, "nomenclature"), "The nomenclature of an account", NOMENCLATURES
    )
    fr, en = form.each(
        ("fr", "en"),
        lambda name: form.text(form.at(table, name), f"The key {name!r} of an account").strip(),
    )
    since, until = read_window(form, table, "an account")
    reference = cite(form, form.at(table, "reference"), references, "")
    if reference.until and (until is None or until > reference.until):
        last = reference.until - datetime.timedelta(days=1)
        message = f"{reference.short} is in force until {last}; end the account by then, with 'to'."
        form.refuse(table.entries["reference"], message)
    return Account(
        key=key,
        nomenclature=nomenclature,
        account=form.word(form.at(table, "account"), "The key 'account'", _ACCOUNT, "65748"),
        recipient=form.member(
            form.at(table, "recipient"), "The recipient of an account", Recipient
        ),
        section=form.member(form.at(table, "section"), "The section of an account", Section),
        label=Words(fr, en),
        since=since,
        until=until,
        reference=reference.key,
        verified=form.date(form.at(table, "verified"), "The key 'verified'"),
        to_confirm=read_status(form, table),
    )
