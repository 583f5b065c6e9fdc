"""How a text that an act cites is looked up, however it is typed."""

from __future__ import annotations

import re

from checker.normal import normal_text

_ARTICLE = re.compile(r"^(?:articles?|art\.?)\s+")
_LETTER = re.compile(r"^([a-z])\s*\.?\s*\*?\s*(?=[0-9])")


def text_key(source: str, number: str | None, article: str | None) -> str:
    """The key of a cited text: « cgct l. 2311-7 », « loi 2000-321 10 », « cgct » as a whole.

    Args:
        source: The code's short name, or the kind of text.
        number: Number of a law, decree or act.
        article: The article, as typed: « art. L.2311-7 ».
    """
    named = [] if number is None else [normal_text(number).removeprefix("n°").strip()]
    if article is not None:
        named.append(_LETTER.sub(r"\1. ", _ARTICLE.sub("", normal_text(article))))
    return " ".join([normal_text(source), *named])
