"""The law that comes with the package, quarter by quarter; and what a check of a law finds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
import yaml

from checker.case import Category
from checker.cli.lawuses import uses_of
from checker.language.rulesets import RuleSets, default_root, load_rulesets
from checker.law.coverage import (
    Finding,
    Kind,
    Period,
    a_year_before,
    anchor_of,
    check,
    citations,
    expired,
    in_force,
    periods,
)
from checker.law.parameters import ANYWHERE, Anchor, Parameter
from checker.vocabulary import Act
from tests.language.rules import REFERENCES, RULE, load

CATEGORIES = get_args(Category)
KNOWN_FROM = yaml.safe_load((Path(__file__).parent / "known_from.yaml").read_text(encoding="utf-8"))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def quarters(rulesets: RuleSets) -> Iterator[datetime.date]:
    """First days of quarters, from 1996 to the year after next of the newest date in the data."""
    law = rulesets.law
    dates = [reference.verified for reference in law.references.values()]
    dates += [each for one in law.references.values() for each in (one.since, one.until) if each]
    for parameter in law.parameters.values():
        dates += [value.since for values in parameter.values.values() for value in values]
    for year in range(1996, max(dates).year + 3):
        for month in (1, 4, 7, 10):
            yield datetime.date(year, month, 1)


@pytest.fixture(name="shipped", scope="module")
def _shipped() -> RuleSets:
    return load_rulesets(default_root())


def at(shipped: RuleSets, name: str, category: str, when: str) -> int | str | None:
    act = Act("act", date=day(when), year=int(when[:4]), category=category)
    return shipped.law.for_act(act).value(name, None)


def contexts(parameter: Parameter) -> tuple[str, ...]:
    return CATEGORIES if parameter.by == "category" else tuple(parameter.values)


@pytest.mark.parametrize(
    ("category", "when", "article"),
    [
        ("metropole", "2024-02-09", "cgct-l-5217-10-3"),
        ("commune", "2024-02-09", "cgct-l-2311-7"),
        ("metropole", "2025-12-31", "cgct-l-5217-10-3"),
        ("commune", "2025-12-31", "cgct-l-2311-7"),
        ("metropole", "2026-01-01", "cgct-l-1612-25"),
        ("commune", "2026-01-01", "cgct-l-1612-25"),
    ],
)
def test_separate_deliberation(shipped: RuleSets, category: str, when: str, article: str) -> None:
    assert at(shipped, "law.separate_deliberation", category, when) == article


@pytest.mark.parametrize("category", ["commune", "metropole"])
@pytest.mark.parametrize(
    ("when", "version"),
    [
        ("2022-02-22", "cgct-l-2131-11-1996"),
        ("2022-02-23", "cgct-l-2131-11-2022"),
        ("2025-12-23", "cgct-l-2131-11-2022"),
        ("2025-12-24", "cgct-l-2131-11-2025"),
    ],
)
def test_interested_members(shipped: RuleSets, category: str, when: str, version: str) -> None:
    assert at(shipped, "law.interested_member", category, when) == version


@pytest.mark.parametrize(
    ("when", "ceiling", "start"),
    [
        ("2023-12-31", 200_000_00, "2021-01-01"),
        ("2024-01-01", 300_000_00, "2021-01-02"),
        ("2030-12-31", 300_000_00, "2028-01-01"),
        ("2031-01-01", None, None),
    ],
)
def test_de_minimis(shipped: RuleSets, when: str, ceiling: int | None, start: str | None) -> None:
    assert at(shipped, "law.de_minimis_ceiling", "commune", when) == ceiling
    if start:
        ordinal = day(start).toordinal()
        assert at(shipped, "law.de_minimis_window_start", "commune", when) == ordinal


@pytest.mark.parametrize(
    ("name", "category", "when", "value"),
    [
        ("agreement_control_clauses", "commune", "2021-07-02", 0),
        ("agreement_control_clauses", "commune", "2021-07-03", 1),
        ("agreement_article", "region", "2021-07-02", "loi-2000-321-art-10-al-3-2000"),
        ("agreement_article", "region", "2021-07-03", "loi-2000-321-art-10-al-3-2021"),
        ("payment_delay_days", "commune", "2021-07-02", None),
        ("payment_delay_days", "commune", "2021-07-03", 60),
        ("republican_commitment", "metropole", "2022-01-01", 0),
        ("republican_commitment", "metropole", "2022-01-02", 1),
        ("essential_data", "metropole", "2017-07-31", 0),
        ("essential_data", "metropole", "2017-08-01", 1),
        ("in_kind_valued", "metropole", "2014-08-01", 0),
        ("in_kind_valued", "metropole", "2014-08-02", 1),
        ("regranting_clause", "commune", "2009-05-13", 0),
        ("regranting_clause", "commune", "2009-05-14", 1),
        ("annex_threshold", "metropole", "2024-02-09", 75_000_00),
        ("annex_share_percent", "region", "2024-02-09", 50),
        ("budget_annex", "metropole", "2025-12-31", "cgct-l-5217-10-14"),
        ("budget_annex", "metropole", "2026-01-01", "cgct-dispositions-communes-2026"),
        ("budget_annex", "commune", "2025-12-31", "cgct-l-2313-1"),
        ("budget_speciality", "commune", "2025-12-31", "cgct-l-2312-2"),
        ("budget_speciality", "commune", "2026-01-01", "cgct-dispositions-communes-2026"),
        ("budget_speciality", "metropole", "2025-12-31", "cgct-l-5217-10-6"),
        ("budget_speciality", "region", "2026-01-01", "cgct-dispositions-communes-2026"),
        ("budget_annex", "region", "2025-12-31", "cgct-l-4313-2"),
        ("accounts_article", "metropole", "2024-02-09", "cgct-l-5217-10-15"),
        ("sgei_de_minimis_ceiling", "commune", "2023-12-31", 500_000_00),
        ("sgei_de_minimis_ceiling", "commune", "2024-01-01", 750_000_00),
        ("sgei_de_minimis_ceiling", "commune", "2031-01-01", None),
        ("de_minimis_register", "commune", "2025-12-31", 0),
        ("de_minimis_register", "commune", "2026-01-01", 1),
        ("statutory_representatives", "commune", "2022-02-22", None),
        ("statutory_representatives", "commune", "2022-02-23", "cgct-l-1111-6-2022"),
        ("statutory_representatives", "commune", "2025-12-24", "cgct-l-1111-6-2025"),
        ("representatives_leave_quorum", "commune", "2022-02-22", 0),
        ("representatives_leave_quorum", "commune", "2022-02-23", 1),
        ("representatives_leave_quorum", "departement", "2025-12-23", 0),
        ("representatives_leave_quorum", "departement", "2025-12-24", 1),
        ("presence_is_participation", "commune", "2025-12-23", 1),
        ("presence_is_participation", "departement", "2025-12-24", 0),
        ("interest_offence", "commune", "2021-12-23", "code-penal-432-12-1994"),
        ("interest_offence", "commune", "2021-12-24", "code-penal-432-12-2021"),
        ("interest_offence", "commune", "2025-12-24", "code-penal-432-12-2025"),
        ("competence_basis", "metropole", "2024-02-09", "cgct-l-5217-2"),
        ("competence_basis", "cc", "2024-02-09", None),
        ("delegation_article", "metropole", "2024-02-09", "cgct-l-5211-10"),
        ("delegation_article", "departement", "2024-02-09", "cgct-l-3211-2"),
        ("nomenclature", "commune", "2023-12-31", "M14"),
        ("nomenclature", "commune", "2024-01-01", "M57"),
        ("nomenclature", "metropole", "2015-01-01", "M57"),
        ("nomenclature_instruction", "commune", "2023-12-31", "instruction-m14"),
        ("nomenclature_instruction", "commune", "2024-01-01", "instruction-m57"),
        ("nomenclature_instruction", "metropole", "2023-12-31", "instruction-m57"),
        ("nomenclature_instruction", "departement", "2023-12-31", "instruction-m52"),
        ("nomenclature_instruction", "region", "2023-12-31", "instruction-m71"),
        ("executive_decides_alone", "commune", "2020-03-11", 0),
        ("executive_decides_alone", "commune", "2020-03-12", 1),
        ("executive_decides_alone", "cc", "2020-07-10", 1),
        ("executive_decides_alone", "commune", "2020-07-11", 0),
        ("union_aid_article", "commune", "2024-02-09", "cgct-l-2251-3-1"),
        ("union_aid_article", "metropole", "2024-02-09", "cgct-l-2251-3-1-groupements"),
        ("union_aid_article", "metropole_lyon", "2024-02-09", None),
        ("enforceability_article", "departement", "2022-06-30", "cgct-l-3131-1-1996"),
        ("enforceability_article", "region", "2022-07-01", "cgct-l-4141-1-i"),
        ("signature_article", "commune", "2022-06-30", "cgct-l-2121-23-1996"),
        ("signature_article", "ca", "2022-07-01", "cgct-l-2121-23-epci-2022"),
        ("chair_and_secretary_sign", "commune", "2022-06-30", 0),
        ("chair_and_secretary_sign", "commune", "2022-07-01", 1),
        ("publication_article", "metropole", "2022-06-30", "cgct-l-2131-1-epci-1996"),
        ("publication_article", "metropole", "2022-07-01", "cgct-l-2131-1-ii-iv-epci"),
        ("electronic_publication", "metropole", "2022-06-30", 0),
        ("electronic_publication", "metropole", "2022-07-01", 1),
        ("credit_transfer_hundredths", "metropole", "2024-02-09", 750),
        ("owner_share_percent", "commune", "2024-02-09", 20),
        ("owner_share_percent_special", "commune", "2024-02-09", 30),
        ("private_school_share_percent", "region", "2024-02-09", 10),
        ("audit_control_threshold", "commune", "2024-02-09", 1_500_00),
        ("rounding_tolerance", "commune", "2024-02-09", 1_00),
        ("heterogeneity_ratio", "commune", "2024-02-09", 2),
        ("target_share_percent", "commune", "2024-02-09", 50),
    ],
)
def test_values_on_both_sides_of_a_change(
    shipped: RuleSets, name: str, category: str, when: str, value: int | str | None
) -> None:
    assert at(shipped, f"law.{name}", category, when) == value


def test_the_instruction_is_that_of_the_nomenclature(shipped: RuleSets) -> None:
    for quarter in quarters(shipped):
        for category in CATEGORIES:
            name = at(shipped, "law.nomenclature", category, quarter.isoformat())
            instruction = at(shipped, "law.nomenclature_instruction", category, quarter.isoformat())
            assert instruction == (name and f"instruction-{str(name).lower()}")


def test_proxies_follow_the_quorum_of_the_health_emergency(shipped: RuleSets) -> None:
    for quarter in quarters(shipped):
        for organ in ("conseil", "commission_permanente", "bureau"):
            edition = shipped.law.for_act(Act("act", date=quarter, organ=organ))
            divisor = edition.value("law.quorum_divisor", None)
            proxies = edition.value("law.max_proxies", None)
            assert proxies == {None: None, 2: 1, 3: 2}[divisor], (quarter, organ)  # type: ignore[index]


def test_the_deadline_for_essential_data_runs_from_the_signature(shipped: RuleSets) -> None:
    edition = shipped.law.for_act(Act("act", date=day("2024-02-09"), year=2024))
    name = "law.essential_data_deadline"
    assert edition.value(name, day("2024-11-30")) == day("2025-02-28").toordinal()
    assert edition.value(name, day("2017-07-31")) is None
    report = edition.value("law.financial_report_deadline", day("2024-12-31"))
    assert report == day("2025-06-30").toordinal()


def test_what_the_catalogue_did_not_read_cannot_be_an_error(shipped: RuleSets) -> None:
    act = Act("act", date=day("2026-06-01"), year=2026, category="metropole", organ="conseil")
    edition = shipped.law.for_act(act)
    for name in ("annex_threshold", "budget_annex", "de_minimis_register", "owner_share_percent"):
        assert edition.unconfirmed(f"law.{name}", None), name
    for name in ("payment_delay_days", "essential_data", "sgei_de_minimis_ceiling"):
        assert not edition.unconfirmed(f"law.{name}", None), name


def test_the_agreement_threshold_by_year(shipped: RuleSets) -> None:
    for year in range(2002, 2029):
        for category in CATEGORIES:
            value = at(shipped, "law.agreement_threshold", category, f"{year}-06-30")
            assert value == 23_000_00
    assert at(shipped, "law.agreement_threshold", "commune", "2000-12-31") is None


def test_every_quarter_has_one_value_from_the_first_on(shipped: RuleSets) -> None:
    """Neither gap nor overlap: a value of null is a statement, not a gap."""
    seen = 0
    for quarter in quarters(shipped):
        for parameter in shipped.law.parameters.values():
            anchor = quarter
            if parameter.anchor is Anchor.YEAR:
                anchor = datetime.date(quarter.year, 1, 1)
            for context in contexts(parameter):
                key = context if context in parameter.values else ANYWHERE
                values = parameter.values.get(key, ())
                now = [
                    value
                    for value, period in periods(values)
                    if period.since
                    and period.since <= anchor
                    and (period.until is None or anchor < period.until)
                ]
                first = values[0].since if values else None
                assert len(now) == int(first is not None and first <= anchor), (quarter, parameter)
                assert parameter.dated(context, anchor) == (now[0] if now else None)
                assert in_force(parameter, key, quarter) == (
                    (now[0], Period(now[0].since, _end(parameter, key, now[0].since)))
                    if now
                    else None
                )
                seen += len(now)
    assert seen > 1000


def test_the_days_without_a_value_are_those_stated(shipped: RuleSets) -> None:
    shipped_law = {
        name.removeprefix("law."): parameter
        for name, parameter in shipped.law.parameters.items()
        if not parameter.policy
    }
    assert sorted(KNOWN_FROM) == sorted(shipped_law)
    for name, parameter in shipped_law.items():
        stated = KNOWN_FROM[name]
        known, until = {ANYWHERE: stated.get("from")}, stated.get("until")
        if parameter.by:
            known = {context: since for since, named in stated.items() for context in named}
        assert sorted(known) == sorted(parameter.values), name
        for context, values in parameter.values.items():
            assert values[0].since == known[context], (name, context)
            without = [value.since for value in values if value.value is None]
            assert without == ([until] if until else []), (name, context)


def test_every_quarter_has_a_value_but_where_the_law_is_silent(shipped: RuleSets) -> None:
    """Seen from the acts of each category, on the first day of every quarter."""
    for quarter in quarters(shipped):
        for category in CATEGORIES:
            act = Act("act", date=quarter, year=quarter.year, category=category, organ="conseil")
            edition = shipped.law.for_act(act)
            for name, stated in KNOWN_FROM.items():
                parameter = shipped.law.parameters[f"law.{name}"]
                day_of = anchor_of(parameter, quarter)
                context = category if parameter.by == "category" else "conseil"
                if parameter.by:
                    first = [since for since, named in stated.items() if context in named]
                    expected = bool(first) and first[0] <= day_of
                else:
                    end = stated.get("until", datetime.date.max)
                    expected = stated["from"] <= day_of < end
                found = edition.value(f"law.{name}", None)
                assert (found is not None) is expected, (name, category, quarter)


def _end(parameter: Parameter, context: str, since: datetime.date) -> datetime.date | None:
    later = [value.since for value in parameter.values[context] if value.since > since]
    return min(later, default=None)


def test_every_quarter_cites_only_what_is_in_force(shipped: RuleSets) -> None:
    """Seen from the acts: as an edition of the law finds the source, while a rule asks for it."""
    uses = tuple(uses_of(shipped))
    assert list(expired(shipped.law, uses)) == []
    for quarter in quarters(shipped):
        for category in CATEGORIES:
            act = Act("act", date=quarter, year=quarter.year, category=category)
            edition = shipped.law.for_act(act)
            for use in uses:
                period = Period(use.since, use.until)
                one_day = Period(quarter, quarter + datetime.timedelta(days=1))
                if not use.binds("category", category) or not period.within(one_day):
                    continue
                for name in use.parameters | use.articles:
                    found = edition.in_force(name, None)
                    if found is not None:
                        assert found.reference.covers(max(quarter, found.since)), (name, quarter)


SAME = "reference: some-act, verified: 2026-11-01"
BY = f"""\
title: {{fr: Article, en: Article}}
type: reference
anchor: act.date
by: category
values:
  commune:
    2001-01-01: {{value: some-act, {SAME}}}
  metropole:
    2005-01-01: {{value: null, {SAME}}}
    2010-01-01: {{value: some-act, {SAME}}}
  "*":
    2003-01-01: {{value: some-act, {SAME}}}
"""
SOUND = BY.replace("2003-01-01", "2001-01-01").replace("2005-01-01", "2001-01-01")
BASED = RULE.replace("basis: [some-act]", "basis: [{article: article}]")
VALID = BASED.replace("basis:", "valid: {from: 2002-01-01, to: 2019-12-31}\nbasis:")
YEARLY = f"""\
title: {{fr: Plancher, en: Floor}}
type: money
anchor: act.year
values:
  2002-06-11: {{value: 1.00, {SAME}}}
"""
LOOKS = RULE.replace("[total.amount, 100.00]", "[total.amount, law.floor]")


def found(tmp_path: Path, files: dict[str, str], not_before: str | None = None) -> list[Finding]:
    rulesets = load(tmp_path, files)
    since = day(not_before) if not_before else None
    return list(check(rulesets.law, uses_of(rulesets), since))


def of(findings: list[Finding], kind: Kind) -> list[Finding]:
    return [finding for finding in findings if finding.kind is kind]


def article(rule: str, parameter: str, references: str = REFERENCES) -> dict[str, str]:
    return {
        "theme/rule.yaml": rule,
        "law/parameters/article.yaml": parameter,
        "law/references.yaml": references,
    }


def test_a_sound_law_has_no_finding_that_counts(tmp_path: Path) -> None:
    findings = found(tmp_path, article(BASED, SOUND))
    assert [finding for finding in findings if finding.kind.counts] == []


def test_a_gap_is_found_for_each_category_up_to_its_first_value(tmp_path: Path) -> None:
    gaps = of(found(tmp_path, article(VALID, BY)), Kind.GAP)

    assert {each.context: each.period for each in gaps} == {
        "metropole": Period(day("2002-01-01"), day("2005-01-01")),
        **{
            category: Period(day("2002-01-01"), day("2003-01-01"))
            for category in CATEGORIES
            if category not in ("commune", "metropole")
        },
    }
    assert {each.rules for each in gaps} == {("TST-01",)}
    assert {each.subject for each in gaps} == {"law.article"}


def test_a_rule_without_a_first_day_is_in_force_from_the_first_value_on(tmp_path: Path) -> None:
    gaps = of(found(tmp_path, article(BASED, BY)), Kind.GAP)

    assert {each.period.since for each in gaps} == {day("2001-01-01")}


def test_a_category_without_any_value_lacks_one_as_long_as_the_rule_is_in_force(
    tmp_path: Path,
) -> None:
    alone = BY.partition('  "*"')[0]
    gaps = of(found(tmp_path, article(VALID, alone)), Kind.GAP)

    assert Period(day("2002-01-01"), day("2020-01-01")) in {
        each.period for each in gaps if each.context == "region"
    }


def test_categories_that_no_rule_binds_and_documents_to_ask_for_are_no_gap(
    tmp_path: Path,
) -> None:
    bound = VALID.replace("bodies: all", "bodies: [commune]")
    assert of(found(tmp_path / "bound", article(bound, BY)), Kind.GAP) == []

    asked = BY.replace("by: category", "by: category\ndocument: {fr: statuts, en: statutes}")
    assert of(found(tmp_path / "asked", article(VALID, asked)), Kind.GAP) == []


@pytest.mark.parametrize(
    ("valid", "expected"),
    [
        ("2002-06-11", [("2002-01-01", "2003-01-01")]),
        ("2001-06-11", [("2001-01-01", "2003-01-01")]),
        ("2003-01-01", []),
        ("2002-12-31", [("2002-01-01", "2003-01-01")]),
    ],
)
def test_a_value_by_year_begins_with_the_first_whole_year(
    tmp_path: Path, valid: str, expected: list[tuple[str, str]]
) -> None:
    rule = LOOKS.replace("basis:", f"valid: {{from: {valid}}}\nbasis:")
    files = {"theme/rule.yaml": rule, "law/parameters/floor.yaml": YEARLY}

    gaps = of(found(tmp_path, files), Kind.GAP)

    assert [each.period for each in gaps] == [Period(day(a), day(b)) for a, b in expected]


ENDED = (
    REFERENCES
    + """\
late-act:
  fr: loi de 2000, abrogée
  en: act of 2000, repealed
  short: Loi abrogée
  from: 2000-01-01
  to: 2015-06-30
  verified: 2026-11-01
"""
)
LATE = SOUND.replace("some-act", "late-act")


def test_a_value_past_the_end_of_its_reference_is_found(tmp_path: Path) -> None:
    past = of(found(tmp_path, article(VALID, LATE, ENDED)), Kind.EXPIRED)

    assert {each.context for each in past} == {"commune", "metropole", ANYWHERE}
    assert {each.period for each in past} == {Period(day("2015-07-01"), day("2020-01-01"))}
    assert {each.reference for each in past} == {"late-act"}
    assert {each.rules for each in past} == {("TST-01",)}


def test_a_rule_past_the_end_of_its_reference_is_found(tmp_path: Path) -> None:
    rule = RULE.replace("some-act", "late-act")
    files = {"theme/rule.yaml": rule, "law/references.yaml": ENDED}
    (past,) = of(found(tmp_path, files), Kind.EXPIRED)

    assert (past.subject, past.reference) == ("TST-01", "late-act")
    assert past.period == Period(day("2015-07-01"), None)


def test_no_citation_is_past_the_end_once_the_rule_or_the_value_ends(tmp_path: Path) -> None:
    ends = VALID.replace("2019-12-31", "2015-06-30")
    assert of(found(tmp_path / "rule", article(ends, LATE, ENDED)), Kind.EXPIRED) == []

    ended = SAME.replace("some-act", "late-act")
    repealed = "".join(
        line + (f"    2015-07-01: {{value: null, {ended}}}\n" if "value: late-act" in line else "")
        for line in LATE.splitlines(keepends=True)
    )
    assert of(found(tmp_path / "value", article(VALID, repealed, ENDED)), Kind.EXPIRED) == []


def test_a_value_that_no_rule_uses_is_held_to_its_reference_all_the_same(tmp_path: Path) -> None:
    rule = RULE.replace("basis: [some-act]", "basis: []")
    past = of(found(tmp_path, article(rule, LATE, ENDED)), Kind.EXPIRED)

    assert {each.period for each in past} == {Period(day("2015-07-01"), None)}
    assert {each.rules for each in past} == {()}


@pytest.mark.parametrize(
    ("last", "bodies", "expected"),
    [
        ("2009-12-31", "all", []),
        ("2010-01-01", "all", [Period(day("2010-01-01"), day("2010-01-02"))]),
        ("2010-01-01", "[region]", []),
    ],
)
def test_two_versions_of_an_article_on_one_day_overlap(
    tmp_path: Path, last: str, bodies: str, expected: list[Period]
) -> None:
    words = "  fr: article\n  en: article\n  verified: 2026-11-01\n"
    both = (
        f"one:\n{words}  short: CGCT, art. L. 1\n  to: {last}\n  bodies: {bodies}\n"
        f"two:\n{words}  short: CGCT, art. L. 1 (réd. loi 2010-1)\n  from: 2010-01-01\n"
        "  bodies: [commune]\n"
    )
    files = {"theme/rule.yaml": RULE, "law/references.yaml": REFERENCES + both}

    overlaps = of(found(tmp_path, files), Kind.OVERLAP)

    assert [each.period for each in overlaps] == expected
    assert [(each.subject, each.reference) for each in overlaps] == [("one", "two")] * len(expected)


def test_what_was_verified_long_ago_and_what_is_to_confirm_are_notes(tmp_path: Path) -> None:
    files = article(BASED, SOUND)
    quiet = found(tmp_path / "a", files)
    same_day = found(tmp_path / "b", files, "2026-11-01")
    day_after = found(tmp_path / "c", files, "2026-11-02")

    waiting = [each.subject for each in of(quiet, Kind.TO_CONFIRM)]
    assert waiting == ["law.threshold", "old-act"]
    assert of(quiet, Kind.UNVERIFIED) == of(same_day, Kind.UNVERIFIED) == []
    old = of(day_after, Kind.UNVERIFIED)
    assert {"some-act", "old-act", "law.article"} <= {each.subject for each in old}
    assert not any(each.kind.counts for each in day_after)


def test_a_year_before() -> None:
    assert a_year_before(day("2027-11-23")) == day("2026-11-23")
    assert a_year_before(day("2028-02-29")) == day("2027-02-28")


def test_citations_say_how_a_rule_cites(shipped: RuleSets) -> None:
    found = {each.reference.key: each for each in citations(shipped.law, uses_of(shipped))}

    assert set(found) == set(shipped.law.references)
    assert "COM-06" in found["cgct-l-5217-10-3"].article
    assert "CON-01" in found["decret-2001-495-art-1"].basis
    assert "CON-01" in found["decret-2001-495-art-1"].value
    assert found["cgct-l-2131-11-2022"].rules == tuple(sorted(found["cgct-l-2131-11-2022"].rules))


def test_the_article_that_a_value_names_is_cited_as_well_as_its_source(tmp_path: Path) -> None:
    names = SOUND.replace("value: some-act", "value: late-act")
    past = of(found(tmp_path, article(VALID, names, ENDED)), Kind.EXPIRED)

    assert {each.reference for each in past} == {"late-act"}


@pytest.mark.parametrize(("bodies", "cited"), [("all", True), ("[region]", False)])
def test_a_rule_cites_no_article_of_categories_that_it_does_not_bind(
    tmp_path: Path, bodies: str, cited: bool
) -> None:
    own = SOUND.replace("{value: some-act", "{value: late-act", 1)
    files = article(VALID.replace("bodies: all", f"bodies: {bodies}"), own, ENDED)
    rulesets = load(tmp_path, files)

    by_key = {each.reference.key: each for each in citations(rulesets.law, uses_of(rulesets))}

    assert by_key["late-act"].rules == (("TST-01",) if cited else ())
    assert by_key["some-act"].article == {"TST-01"}
