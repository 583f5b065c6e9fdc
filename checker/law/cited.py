"""What the table of references knows of a text that an act cites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.law.references import NUMBERED, Reference

_ARTICLE = re.compile(r"^articles?|^art\b\.?")
_NOISE = re.compile(r"[\s.]+")


def entries(
    references: Iterable[Reference], code: str = "", number: str = "", article: str = ""
) -> tuple[Reference, ...]:
    """The entries for a text: the versions of an article, and each way it binds an authority.

    Args:
        references: The table.
        code: A code (« CGCT »); not asked of a text with a number.
        number: Number of a law, decree or regulation, or its date where it has none.
        article: An article, however it is typed; without one, only entries for the whole text,
            for a law outlives its articles.
    """
    wanted = plain_article(article)
    return tuple(
        each
        for each in references
        if each.code
        and (each.number == number if each.code in NUMBERED else not number and each.code == code)
        and plain_article(each.article) == wanted
    )


def plain_article(text: str) -> str:
    """An article however it is typed: « art. L.2311-7 » and « L. 2311-7 » are one."""
    plain = _NOISE.sub("", _ARTICLE.sub("", text.strip().casefold()))
    return "1" if plain == "1er" else plain
