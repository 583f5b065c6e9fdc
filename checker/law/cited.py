"""What the table of references knows of a text that an act cites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.law.references import NUMBERED, Reference
from checker.normal import normal_text

_ARTICLE = re.compile(r"^articles?|^art\b\.?")
_NOISE = re.compile(r"[\s.]+")


def entries(
    references: Iterable[Reference], code: str = "", number: str = "", article: str = ""
) -> tuple[Reference, ...]:
    """The entries for a text: the versions of an article, and each way it binds an authority.

    Args:
        references: The table.
        code: A code (« CGCT »); not asked of a text with a number.
        number: Number of a law, decree or regulation, or its date where it has none; laws,
            decrees and ordinances share one series.
        article: An article, however it is typed; without one, only entries for the whole text,
            for a law outlives its articles.
    """
    source = (False, normal_text(code)) if not number else (True, plain_number(number))
    wanted = plain_article(article)
    return tuple(
        each
        for each in references
        if each.code and _source(each) == source and plain_article(each.article) == wanted
    )


def plain_article(text: str) -> str:
    """An article however it is typed: « art. L.2311-7 » and « L. 2311-7 » are one."""
    plain = _NOISE.sub("", _ARTICLE.sub("", text.strip().casefold()))
    return "1" if plain == "1er" else plain


def plain_number(text: str) -> str:
    """A number however it is typed: « n° 2000-321 » and « 2000-321 » are one."""
    return normal_text(text).removeprefix("n°").strip()


def _source(reference: Reference) -> tuple[bool, str]:
    """The text a reference is of: by its number where it has one, else the name of its code."""
    if reference.code in NUMBERED:
        return True, plain_number(reference.number)
    return False, normal_text(reference.code)
