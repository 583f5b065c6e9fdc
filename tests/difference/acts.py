"""A small act to draft anew, and the comparison of two drafts."""

from __future__ import annotations

from attrs import evolve

from checker.case import Article, Case, Slug
from checker.difference.compare import compare
from checker.difference.model import Difference
from checker.words import Language
from tests.report.making import report, small_case


def act() -> Case:
    """The small case with two articles."""
    articles = (
        Article(Slug("article-1"), "1", "attributions"),
        Article(Slug("article-2"), "2", "convention"),
    )
    return evolve(small_case(), articles=articles)


def compared(old: Case, new: Case, language: Language = "fr") -> Difference:
    """What differs, both judged by the rules of the report's tests."""
    return compare((old, report(old, language)), (new, report(new, language)))
