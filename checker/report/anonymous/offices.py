"""Persons whom a text names without civility, as lists do: « Annie BARDE, conseillère »."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIRST = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:[- ][A-ZÀ-Ý][a-zà-ÿ]+)?"
_LAST = r"[A-ZÀ-Ý]['’]?[A-ZÀ-Ý-]+(?:[ \u00a0][A-ZÀ-Ý]['’]?[A-ZÀ-Ý-]+){0,3}"
_NAME = rf"{_FIRST}[ \u00a0\u202f]{{1,3}}{_LAST}(?![\w-])"
_OFFICE = (
    r"(?:adjoint|conseill[eè]re?|maire|(?:vice-)?présidente?|délégué|secrétaire|rapporteure?"
    r"|direct(?:eur|rice)|trésori[eè]re?|déput|sénat(?:eur|rice))"
)
_BEFORE = re.compile(rf"(?<![\w-])(?P<name>{_NAME})[\s\u00a0]*[,(–-][\s\u00a0]*(?i:{_OFFICE})")
_AFTER = re.compile(
    rf"(?i:\b{_OFFICE}\w*(?:[ \u00a0]de[ \u00a0]séance)?[ \u00a0]*[:,\n]|\b(?:pouvoir|procuration)"
    rf"(?:[ \u00a0]donnée?)?[ \u00a0]à)[\s\u00a0]*(?P<name>{_NAME})"
)


def beside_an_office(text: str) -> Iterator[str]:
    """The names of a text that stand before or after an office, or to whom a vote is entrusted.

    A first name and a family name in capitals; any other form is also that of a body.
    """
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            yield match["name"]
