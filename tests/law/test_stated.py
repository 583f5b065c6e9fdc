"""What the tables of law state beside a case: the rows for what it names, as facts."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from attrs import evolve

from checker import case as c
from checker.kinds import Fact
from checker.language.rulesets import default_root, load_rulesets
from checker.law.accounts import Account, Recipient, Section
from checker.law.edition import Law
from checker.law.references import Reference
from checker.law.schemes import Scheme
from checker.law.stated import law_facts
from checker.vocabulary import KnownAccount, KnownText, KnownTextBody
from checker.vocabulary import Scheme as SchemeFact
from checker.words import Words

S = c.Slug
VERIFIED = datetime.date(2026, 11, 1)
EVER, NEVER = "0001-01-01", "9999-12-31"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def window(since: str | None = None, until: str | None = None) -> dict[str, Any]:
    return {"since": day(since) if since else None, "until": day(until) if until else None}


def reference(
    key: str, bodies: str = "", *, since: str | None = None, until: str | None = None, **place: Any
) -> Reference:
    return Reference(
        key,
        Words(key, key),
        key.upper(),
        bodies=frozenset(bodies.split()),
        verified=VERIFIED,
        **window(since, until),
        **place,
    )


def scheme(key: str, *names: str, **days: str) -> Scheme:
    return Scheme(key, names, successor="", reference="r", verified=VERIFIED, **window(**days))


def account(nomenclature: str, number: str, recipient: Recipient, **days: str) -> Account:
    return Account(
        f"{nomenclature.lower()}-{number}",
        nomenclature,
        number,
        recipient,
        Section.OPERATING,
        Words("", ""),
        reference="r",
        verified=VERIFIED,
        **window(**days),
    )


LAW = Law(
    {},
    {
        each.key: each
        for each in (
            reference("v1", "commune", until="2022-07-01", code="CGCT", article="L. 2131-1"),
            reference("v2", "commune", since="2022-07-01", code="CGCT", article="L. 2131-1"),
            reference("v2-epci", "ca cc", since="2022-07-01", code="CGCT", article="L. 2131-1"),
            reference("old", "commune", until="2026-01-01", code="CGCT", article="L. 2311-7"),
            reference("everyone", since="2026-01-01", code="CGCT", article="L. 1612-25"),
            reference("some", "region", code="CGCT", article="L. 1"),
            reference("all", code="CGCT", article="L. 1"),
            reference("law", code="loi", number="2000-321"),
            reference("law-10", since="2000-04-13", code="loi", number="2000-321", article="10"),
            reference("court"),
        )
    },
    {
        "civis": scheme("civis", "CIVIS", "contrat d'insertion", until="2017-01-01"),
        "mel": scheme("mel", "MEL", "Métropole européenne de Lille", since="2015-01-01"),
    },
    (
        account("M14", "657x", Recipient.ANY, until="2024-01-01"),
        account("M14", "6574", Recipient.PRIVATE, until="2024-01-01"),
        account("M57", "6573x", Recipient.PUBLIC, since="2015-01-01"),
        account("M57", "65742", Recipient.ENTERPRISE, since="2015-01-01"),
        account("M57", "65748", Recipient.PRIVATE, since="2015-01-01"),
    ),
)


def case(category: c.Category = "commune", **parts: Any) -> c.Case:
    body = c.Body(name="Ville", category=category)
    act = c.Act(year=c.Count(2024))
    return c.Case(schema="deliberation-check/case/1", body=body, act=act, **parts)


def citing(*texts: dict[str, Any], category: c.Category = "commune") -> c.Case:
    cited = (
        c.Citation(**{"id": S(f"c{n}"), "kind": "code", "section": "visas", **text})
        for n, text in enumerate(texts)
    )
    return case(category, citations=tuple(cited))


def naming(*surfaces: str) -> c.Case:
    named = (c.SchemeMention(id=S(f"m{n}"), surface=each) for n, each in enumerate(surfaces))
    return case(scheme_mentions=tuple(named))


def charging(*accounts: str | None) -> c.Case:
    charges = (c.Charge(id=S(f"c{n}"), account=each) for n, each in enumerate(accounts))
    return case(charges=tuple(charges))


def said(fact: Fact) -> tuple[object, ...]:
    match fact:
        case KnownText():
            return fact.key, fact.label, str(fact.since), str(fact.until)
        case KnownTextBody():
            return fact.key, fact.category
        case SchemeFact():
            return fact.name, fact.label, str(fact.since), fact.since_year, str(fact.until)
        case KnownAccount():
            return fact.nomenclature, fact.account, fact.private_law
    raise AssertionError(fact)


def stated(of: c.Case, when: str | None = "2024-02-09", law: Law = LAW) -> list[tuple[object, ...]]:
    return [said(fact) for fact in law_facts(law, of, day(when) if when else None)]


CGCT = {"code": "CGCT"}
TEXT = "cgct l. 2131-1"
OLD, NEW = (TEXT, "V1", EVER, "2022-07-01"), (TEXT, "V2", "2022-07-01", NEVER)
GROUPS = (TEXT, "V2-EPCI", "2022-07-01", NEVER)


def test_a_case_that_names_nothing() -> None:
    assert stated(case()) == []


@pytest.mark.parametrize(
    ("category", "when", "versions", "bodies"),
    [
        ("commune", "2022-06-30", [OLD, NEW], ["commune"]),
        ("commune", "2022-07-01", [OLD, NEW], ["ca", "cc", "commune"]),
        ("commune", None, [OLD, NEW], ["ca", "cc", "commune"]),
        ("cc", "2022-07-01", [GROUPS], ["ca", "cc", "commune"]),
        ("cc", "2022-06-30", [OLD, NEW, GROUPS], ["commune"]),  # now for others only
        ("cc", None, [GROUPS], ["ca", "cc", "commune"]),
        ("region", "2022-07-01", [OLD, NEW, GROUPS], ["ca", "cc", "commune"]),
    ],
)
def test_the_versions_for_an_authority_and_whom_those_of_the_day_are_for(
    category: c.Category,
    when: str | None,
    versions: list[tuple[object, ...]],
    bodies: list[str],
) -> None:
    found = stated(citing({**CGCT, "article": "L. 2131-1"}, category=category), when)
    assert found == versions + [(TEXT, each) for each in bodies]


def test_versions_that_have_all_ended_are_those_for_the_authority() -> None:
    ended = LAW.references["v1"]
    law = Law({}, {"v1": ended, "v1-epci": evolve(ended, key="v1-epci", bodies=frozenset({"cc"}))})
    found = law_facts(
        law, citing({**CGCT, "article": "L. 2131-1"}, category="cc"), day("2024-01-01")
    )
    assert [each.id for each in found if isinstance(each, KnownText)] == [f"{TEXT}:v1-epci"]


@pytest.mark.parametrize(
    ("article", "when", "bodies"),
    [
        ("L. 2311-7", "2025-12-31", ["commune"]),
        ("L. 2311-7", "2026-01-01", ["commune"]),  # of none in force, those of any day
        ("L. 1612-25", "2025-12-31", []),
        ("L. 1", "2024-02-09", []),  # one for all beside one for a few
    ],
)
def test_whom_a_text_is_for(article: str, when: str, bodies: list[str]) -> None:
    found = law_facts(LAW, citing({**CGCT, "article": article}), day(when))
    assert [each.category for each in found if isinstance(each, KnownTextBody)] == bodies


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ({"kind": "loi", "number": "2000-321"}, ["LAW"]),
        ({"kind": "loi", "number": "n° 2000-321"}, ["LAW"]),
        ({"kind": "loi", "number": "2000-321", "article": "article 10"}, ["LAW-10"]),
        ({"kind": "loi", "number": "2000-321", "article": "11"}, []),
        ({"kind": "autre", "number": "2000-321"}, ["LAW"]),  # its number says which
        ({"kind": "loi"}, []),
        (CGCT, []),
        ({**CGCT, "article": "L.1612-25"}, ["EVERYONE"]),
        ({"code": "C. éduc.", "article": "L. 1612-25"}, []),
        ({"kind": "deliberation", "number": "24-C-0001"}, []),
    ],
)
def test_the_text_that_is_cited(text: dict[str, Any], labels: list[str]) -> None:
    found = law_facts(LAW, citing(text), day("2026-02-09"))
    assert [each.label for each in found if isinstance(each, KnownText)] == labels


def test_a_text_cited_twice_is_stated_once() -> None:
    once = citing({**CGCT, "article": "L. 2131-1"})
    twice = citing({**CGCT, "article": "L. 2131-1"}, {"code": "cgct", "article": "art. L.2131-1"})
    assert stated(twice) == stated(once)


CIVIS = ("CIVIS", EVER, 1, "2017-01-01")
MEL = ("MEL", "2015-01-01", 2015, NEVER)


@pytest.mark.parametrize(
    ("surfaces", "found"),
    [
        (["CIVIS"], [("civis", *CIVIS)]),
        (["le civis"], [("civis", *CIVIS)]),
        (["contrat  d’insertion"], [("contrat d'insertion", *CIVIS)]),
        (["contrat d'insertion", "CIVIS"], [("civis", *CIVIS), ("contrat d'insertion", *CIVIS)]),
        (["MEL", "MEL", "la MEL"], [("mel", *MEL)]),
        (["Métropole européenne de Lille"], [("métropole européenne de lille", *MEL)]),
        (["CIVISME", "IEJ"], []),
    ],
)
def test_a_scheme_by_each_name_that_the_act_prints(
    surfaces: list[str], found: list[tuple[object, ...]]
) -> None:
    assert stated(naming(*surfaces)) == found
    assert stated(naming(*surfaces), None) == found


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("6574", [("M14", "6574", True)]),
        ("65748", [("M14", "65748", True), ("M14", "65748", False), ("M57", "65748", True)]),
        ("65742", [("M14", "65742", True), ("M14", "65742", False), ("M57", "65742", True)]),
        ("657382", [("M14", "657382", True), ("M14", "657382", False), ("M57", "657382", False)]),
        ("657 48", [("M14", "657 48", True), ("M14", "657 48", False), ("M57", "657 48", True)]),
        ("6518", []),
    ],
)
def test_the_narrowest_account_of_each_nomenclature(
    number: str, found: list[tuple[object, ...]]
) -> None:
    """A row for each kind of recipient; the account as the act prints it."""
    assert stated(charging(number)) == found


def test_the_window_and_section_of_an_account() -> None:
    (row,) = law_facts(LAW, charging("6574"), day("2024-02-09"))
    assert isinstance(row, KnownAccount)
    assert (row.since, row.until) == (datetime.date.min, day("2024-01-01"))
    assert row.section == "fonctionnement"


EVERY_ROW = [
    ("M14", "657x", True),
    ("M14", "657x", False),
    ("M14", "6574", True),
    ("M57", "6573x", False),
    ("M57", "65742", True),
    ("M57", "65748", True),
]


def test_a_charge_without_account_may_be_on_any() -> None:
    assert stated(charging(None)) == EVERY_ROW
    assert stated(charging(None, None)) == EVERY_ROW


def test_a_row_is_stated_once_for_charges_with_and_without_account() -> None:
    beside = [("M14", "65748", True), ("M14", "65748", False)]
    assert stated(charging(None, "65748", "65748")) == EVERY_ROW + beside


def everything() -> c.Case:
    texts = [{**CGCT, "article": each.article} for each in LAW.references.values() if each.article]
    return evolve(
        citing(*texts),
        scheme_mentions=naming("MEL", "CIVIS").scheme_mentions,
        charges=charging("65748", None, "6574").charges,
    )


def test_ids_are_unique_and_the_order_is_that_of_the_case_and_the_tables() -> None:
    facts = list(law_facts(LAW, everything(), None))
    ids = [(type(fact), fact.id) for fact in facts]
    assert len(set(ids)) == len(ids)
    assert [(type(each), each.id, said(each)) for each in law_facts(LAW, everything(), None)] == [
        (type(each), each.id, said(each)) for each in facts
    ]
    turned = evolve(everything(), charges=everything().charges[::-1])
    assert stated(turned) == stated(everything())


def test_what_the_table_does_not_confirm_is_stated_all_the_same() -> None:
    unread = {key: evolve(each, to_confirm=True) for key, each in LAW.references.items()}
    rows = tuple(evolve(each, to_confirm=True) for each in LAW.accounts)
    unsure = Law({}, unread, LAW.schemes, rows)
    assert stated(everything(), law=unsure) == stated(everything())


@pytest.fixture(name="shipped", scope="module")
def _shipped() -> Law:
    return load_rulesets(default_root()).law


@pytest.mark.parametrize(
    ("article", "category", "when", "now", "bound"),
    [
        ("L. 2311-7", "commune", "2024-02-09", True, True),
        ("L. 2311-7", "cc", "2024-02-09", True, True),
        ("L. 2311-7", "metropole", "2014-12-31", True, True),
        ("L. 2311-7", "metropole", "2015-01-01", True, False),
        ("L. 2311-7", "region", "2024-02-09", True, False),
        ("L. 2311-7", "commune", "2025-12-31", True, True),
        ("L. 2311-7", "commune", "2026-03-15", False, True),
        ("L. 1612-25", "commune", "2025-12-31", False, True),
        ("L. 1612-25", "metropole_lyon", "2026-01-01", True, True),
        ("L. 5217-10-3", "metropole", "2024-02-09", True, True),
        ("L. 5217-10-3", "commune", "2024-02-09", True, False),
        ("L. 4311-2", "region", "2026-01-01", False, True),
        ("L. 2131-11", "metropole", "2023-01-01", True, True),
        ("L. 2131-11", "departement", "2026-01-01", True, False),
        ("L. 3132-5", "departement", "2025-12-23", False, True),
        ("L. 2131-1", "ca", "2022-06-30", True, True),
        ("L. 2131-1", "ca", "2022-07-01", True, True),
        ("L. 1611-4", "region", "2024-01-01", True, True),
        ("L. 9999-9", "commune", "2024-01-01", None, True),
    ],
)
def test_an_article_of_the_general_code(
    shipped: Law, article: str, category: c.Category, when: str, now: bool | None, bound: bool
) -> None:
    cited = citing({**CGCT, "article": article}, category=category)
    facts = list(law_facts(shipped, cited, day(when)))
    bodies = {each.category for each in facts if isinstance(each, KnownTextBody)}
    assert in_force(facts, when) is now
    assert (not bodies or category in bodies) is bound


@pytest.mark.parametrize(
    ("kind", "number", "article", "when", "now"),
    [
        ("loi", "2000-321", None, "2001-01-01", True),
        ("loi", "2000-321", "10", "2000-04-12", False),
        ("loi", "2000-321", "10", "2021-07-02", True),
        ("loi", "2000-321", "10", "2021-07-03", True),
        ("loi", "2000-321", "9-1", "2014-08-01", False),
        ("loi", "2000-321", "9-1", "2014-08-02", True),
        ("loi", "2000-321", "99", "2024-01-01", None),
        ("decret", "2001-495", "1", "2024-01-01", True),
        ("loi", "2020-1379", "6", "2022-01-01", False),
        ("loi", "2020-1379", None, "2022-01-01", None),
        ("ue", "1407/2013", None, "2023-12-31", True),
        ("ue", "1407/2013", None, "2024-01-01", False),
        ("loi", "1905-12-09", "2", "2024-01-01", True),
        ("loi", "2099-1", None, "2024-01-01", None),
    ],
)
def test_a_text_with_a_number(
    shipped: Law, kind: str, number: str, article: str | None, when: str, now: bool | None
) -> None:
    cited = citing({"kind": kind, "number": number, "article": article})
    assert in_force(list(law_facts(shipped, cited, day(when))), when) is now


def in_force(facts: list[Fact], when: str) -> bool | None:
    """As rules ask it: whether some version covers the day; `None` of a text not known."""
    known = [each for each in facts if isinstance(each, KnownText)]
    if not known:
        return None
    return any(each.since <= day(when) < each.until for each in known if each.since and each.until)
