"""What the table of references knows of a text that an act cites."""

from __future__ import annotations

import datetime

import pytest

from checker.language.rulesets import default_root, load_rulesets
from checker.law.cited import binds, entries, in_force, plain_article
from checker.law.references import NUMBERED, Reference


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture(name="table", scope="module")
def _table() -> tuple[Reference, ...]:
    return tuple(load_rulesets(default_root()).law.references.values())


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("L. 2311-7", "l2311-7"),
        ("L.2311-7", "l2311-7"),
        ("L 2311-7", "l2311-7"),
        ("l2311-7", "l2311-7"),
        ("L.\u00a02311-7", "l2311-7"),
        (" art. L. 2311-7", "l2311-7"),
        ("article L. 2311-7", "l2311-7"),
        ("1er", "1"),
        ("article 1er", "1"),
        ("11", "11"),
        ("9-1", "9-1"),
        ("annexe I", "annexei"),
        ("", ""),
    ],
)
def test_an_article_however_it_is_typed(typed: str, plain: str) -> None:
    assert plain_article(typed) == plain


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
        ("L. 9999-9", "commune", "2024-01-01", None, None),
    ],
)
def test_an_article_of_the_general_code(
    table: tuple[Reference, ...],
    article: str,
    category: str,
    when: str,
    now: bool | None,
    bound: bool | None,
) -> None:
    known = entries(table, code="CGCT", article=article)
    assert in_force(known, day(when)) is now
    assert binds(known, category, day(when)) is bound


@pytest.mark.parametrize(
    ("number", "article", "when", "now"),
    [
        ("2000-321", "", "2001-01-01", True),
        ("2000-321", "10", "2000-04-12", False),
        ("2000-321", "10", "2021-07-02", True),
        ("2000-321", "10", "2021-07-03", True),
        ("2000-321", "9-1", "2014-08-01", False),
        ("2000-321", "9-1", "2014-08-02", True),
        ("2000-321", "99", "2024-01-01", None),
        ("2001-495", "1", "2024-01-01", True),
        ("2020-1379", "6", "2022-01-01", False),
        ("2020-1379", "", "2022-01-01", None),
        ("1407/2013", "", "2023-12-31", True),
        ("1407/2013", "", "2024-01-01", False),
        ("1905-12-09", "2", "2024-01-01", True),
        ("2099-1", "", "2024-01-01", None),
    ],
)
def test_a_text_with_a_number(
    table: tuple[Reference, ...], number: str, article: str, when: str, now: bool | None
) -> None:
    assert in_force(entries(table, number=number, article=article), day(when)) is now


def test_a_code_and_a_number_are_not_mixed(table: tuple[Reference, ...]) -> None:
    assert entries(table, code="CGCT", number="2000-321", article="L. 2311-7") == ()
    assert entries(table, code="C. éduc.", article="L. 2311-7") == ()
    assert entries(table, code="CGCT") == ()
    assert entries(table) == ()
    assert entries(table, article="10") == ()


def test_the_table_says_where_each_article_is(table: tuple[Reference, ...]) -> None:
    """An entry of a code has its article in its short name; a numbered text its number."""
    seen = 0
    for each in table:
        if not each.code:
            assert not each.key.startswith(("cgct-l", "cgct-r", "code-", "loi-", "decret-"))
            continue
        if each.code in NUMBERED:
            said = each.number if len(each.number) != 10 else each.number[:4]
            assert said in each.short, each.key
        else:
            assert each.article in each.short, each.key
            assert each.short.startswith((each.code, "CGCT, annexe")), each.key
        seen += 1
    assert seen > 150


def test_no_article_has_two_versions_on_one_day_for_one_authority(
    table: tuple[Reference, ...],
) -> None:
    """Whole articles: paragraphs have entries of their own beside them."""
    whole = [each for each in table if each.code and _is_whole(each)]
    for one in whole:
        for other in whole:
            same = (one.code, one.number, one.article) == (other.code, other.number, other.article)
            if one is other or not same or not (one.bodies & other.bodies or not one.bodies):
                continue
            assert (one.until and other.since and one.until <= other.since) or (
                other.until and one.since and other.until <= one.since
            ), (one.key, other.key)


def _is_whole(reference: Reference) -> bool:
    cited = reference.short.split(" (réd. ")[0].split(" et L. ")[0]
    return cited.endswith(reference.article or reference.number)
