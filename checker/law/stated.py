"""The rows of the tables of law that one case speaks of, as facts for the rules."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from checker.case import Case
from checker.kinds import Fact
from checker.law.accounts import Account, Recipient, accounts_of
from checker.law.cited import entries
from checker.law.edition import Law
from checker.law.references import Reference
from checker.normal import normal_name
from checker.textkeys import text_key
from checker.vocabulary import KnownAccount, KnownText, KnownTextBody, Scheme

_ALWAYS, _NEVER = datetime.date.min, datetime.date.max
_PRIVATE = {
    Recipient.PRIVATE: (True,),
    Recipient.ENTERPRISE: (True,),
    Recipient.PUBLIC: (False,),
    Recipient.ANY: (True, False),
}


def law_facts(law: Law, case: Case, day: datetime.date | None) -> Iterator[Fact]:
    """What the tables know of the texts, schemes and accounts that a case names, each row once.

    Whether a row awaits confirmation is not stated: rules that rest on rows cap their severity.

    Args:
        law: The tables.
        case: The case.
        day: The date of the law applied; where the act has none, every version counts.
    """
    yield from _texts(law, case, day)
    yield from _schemes(law, case)
    yield from _accounts(law, case)


def _texts(law: Law, case: Case, day: datetime.date | None) -> Iterator[Fact]:
    seen: set[str] = set()
    for cited in case.citations:
        source = cited.code or cited.kind
        key = text_key(source, cited.number, cited.article)
        if key in seen:
            continue
        seen.add(key)
        references = law.references.values()
        found = entries(references, source, cited.number or "", cited.article or "")
        now = [each for each in found if day is None or each.covers(day)]
        for each in _own(found, now, case.body.category):
            yield KnownText(
                f"{key}:{each.key}",
                key=key,
                label=each.short,
                since=each.since or _ALWAYS,
                until=each.until or _NEVER,
            )
        for category in _categories(now or found):
            yield KnownTextBody(f"{key}:{category}", key=key, category=category)


def _own(
    found: Sequence[Reference], now: Sequence[Reference], category: str | None
) -> Sequence[Reference]:
    """The versions for an authority; all where it has none, or now only others have one.

    Of an authority of no known category none is left out: any of them may be its own.
    """
    if category is None:
        return found
    own = [each for each in found if not each.bodies or category in each.bodies]
    elsewhere = now and not any(each in own for each in now)
    return found if not own or elsewhere else own


def _categories(found: Sequence[Reference]) -> list[str]:
    """The categories that a text is for; none where some version is for every one."""
    if any(not each.bodies for each in found):
        return []
    return sorted({category for each in found for category in each.bodies})


def _schemes(law: Law, case: Case) -> Iterator[Fact]:
    named = {normal_name(mention.surface) for mention in case.scheme_mentions}
    for scheme in law.schemes.values():
        for n, name in enumerate(scheme.names):
            if normal_name(name) in named:
                since = scheme.since or _ALWAYS
                yield Scheme(
                    f"{scheme.key}:{n + 1}",
                    name=normal_name(name),
                    label=scheme.names[0],
                    since=since,
                    since_year=since.year,
                    until=scheme.until or _NEVER,
                )


def _accounts(law: Law, case: Case) -> Iterator[Fact]:
    """The rows for the accounts charged; every row where a charge does not say its account."""
    rows: dict[str, KnownAccount] = {}
    if any(charge.account is None for charge in case.charges):
        for account in law.accounts:
            rows.update((row.id, row) for row in _rows(account, account.account))
    for printed in sorted({charge.account for charge in case.charges if charge.account}):
        for account in accounts_of(law.accounts, re.sub(r"\D", "", printed)):
            rows.update((row.id, row) for row in _rows(account, printed))
    yield from rows.values()


def _rows(account: Account, printed: str) -> Iterator[KnownAccount]:
    for private in _PRIVATE[account.recipient]:
        yield KnownAccount(
            f"{account.key}:{printed}:{int(private)}",
            nomenclature=account.nomenclature,
            account=printed,
            private_law=private,
            section=account.section.value,
            since=account.since or _ALWAYS,
            until=account.until or _NEVER,
        )
