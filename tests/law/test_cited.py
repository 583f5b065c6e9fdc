"""The entries of the table of references for a text that an act cites."""

from __future__ import annotations

import pytest

from checker.language.rulesets import default_root, load_rulesets
from checker.law.cited import entries, plain_article
from checker.law.references import NUMBERED, Reference


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
    ("text", "keys"),
    [
        ({"code": "CGCT", "article": "art. L.2131-2"}, ["cgct-l-2131-2", "cgct-l-2131-2-epci"]),
        ({"code": "CGCT", "article": "L. 4311-2"}, ["cgct-l-4311-2"]),
        ({"code": "cgct", "article": "L. 4311-2"}, ["cgct-l-4311-2"]),
        ({"code": "loi", "number": "n° 2000-321"}, ["loi-2000-321"]),
        ({"code": "CGCT", "article": "L. 9999-9"}, []),
        ({"code": "loi", "number": "2000-321"}, ["loi-2000-321"]),
        ({"code": "loi", "number": "2000-321", "article": "9-1"}, ["loi-2000-321-art-9-1"]),
        ({"code": "loi", "number": "2020-1379", "article": "6"}, ["loi-2020-1379"]),
        ({"code": "loi", "number": "2020-1379"}, []),
        ({"code": "ue", "number": "1407/2013"}, ["reglement-1407-2013"]),
        ({"code": "loi", "number": "2099-1"}, []),
    ],
)
def test_the_entries_for_a_text(
    table: tuple[Reference, ...], text: dict[str, str], keys: list[str]
) -> None:
    """A law outlives its articles: one as a whole is not known by the days of an article."""
    assert [each.key for each in entries(table, **text)] == keys


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
