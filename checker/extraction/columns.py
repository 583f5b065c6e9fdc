"""The columns of a table, as its head titles them: bodies, grants, amounts of other times.

Where the head leaves two columns that could be the grant, or none, no column is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from attrs import evolve, frozen

from checker.normal import without_accents

ColumnKind = Literal["name", "grant", "previous", "requested", "budget", "words", "other"]

_NAME = re.compile(
    r"^(?:nom\b|association|beneficiaire|structure|organisme|tiers|raison sociale|porteur|club"
    r"|etablissement|denomination|commune$)"
)
_NOT_NAME = re.compile(r"\bprojet\b|\bobjet\b|\baction|\bcode\b|\bnature\b|\bn°")
_REQUESTED = re.compile(r"demand|sollicit")
_BUDGET = re.compile(r"budget|cout|depense|recette|effectif|adherent|nombre|%|taux")
_PREVIOUS = re.compile(r"n-1|precedent|rappel|realise|verse\b|deja")
_CARRIED = re.compile(r"\ba ?report|reaffect")
_GRANT = re.compile(
    r"montant|subvention|aide|vote|attribu|accord|propos|decision|allou|soutien|participation|€|eur"
)
_NO_AMOUNT = re.compile(
    r"^n ?°|siret|siren|\bcode|\bdate|telephone|^nature|^objet|\bnumero|\bprojet|^article|chapitre"
)
_DECIDED = re.compile(r"attribu|accord|vote|allou|decid|propos|octroy")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_THOUSANDS = re.compile(r"k ?€|milliers d'euros")


@frozen
class Column:
    """What a column holds.

    Args:
        scale: What its numbers are multiplied by, from « (en k€) ».
        year: The year its title states.
    """

    kind: ColumnKind
    scale: int = 1
    year: int | None = None


def columns_of(printed: Mapping[int, str]) -> dict[int, Column] | None:
    """The kinds of columns that titles state, by number; `None` where they are no titles."""
    titles = {column: _title(title) for column, title in printed.items()}
    if any(re.search(r"\d{3,}", re.sub(_YEAR, "", title)) for title in printed.values()):
        return None
    names = [n for n, t in titles.items() if _NAME.search(t) and not _NOT_NAME.search(t)]
    if not names:
        return None
    found = {n: _column(title) for n, title in titles.items() if n not in names}
    if not _grants(found):
        return None
    _set_carried_apart(found, titles)
    _set_years_apart(found)
    _set_decided_apart(found, titles)
    found[names[0]] = Column("name")
    return found


def _grants(found: Mapping[int, Column]) -> list[int]:
    return [n for n, column in found.items() if column.kind == "grant"]


def _set_carried_apart(found: dict[int, Column], titles: Mapping[int, str]) -> None:
    """What was granted before stands beside what of it is carried over now."""
    grants = _grants(found)
    carried = [n for n in grants if _CARRIED.search(titles[n])]
    for n in grants if carried else ():
        if n not in carried:
            found[n] = evolve(found[n], kind="previous")


def _set_years_apart(found: dict[int, Column]) -> None:
    """Of grants of several years, the latest are those of the act."""
    years = {n: year for n in _grants(found) if (year := found[n].year) is not None}
    for n, year in years.items():
        if year < max(years.values()):
            found[n] = evolve(found[n], kind="previous")


def _set_decided_apart(found: dict[int, Column], titles: Mapping[int, str]) -> None:
    """Of several columns left, the only one that is said to be decided; else none."""
    grants = _grants(found)
    decided = [n for n in grants if _DECIDED.search(titles[n])]
    for n in grants if len(grants) > 1 else ():
        if [n] != decided:
            found[n] = evolve(found[n], kind="other")


def _title(printed: str) -> str:
    """A title, folded; once more without spaces, for a narrow column cuts words: « ACCOR DE »."""
    title = without_accents(printed.casefold())
    narrow = title.replace(" ", "")
    return title if narrow == title else f"{title} / {narrow}"


def _column(title: str) -> Column:
    match = _YEAR.search(title)
    year = int(match[1]) if match else None
    scale = 1000 if _THOUSANDS.search(title) else 1
    kind: ColumnKind = "other"
    if _NO_AMOUNT.search(title):
        kind = "words"
    elif _REQUESTED.search(title):
        kind = "requested"
    elif _BUDGET.search(title):
        kind = "budget"
    elif _PREVIOUS.search(title):
        kind = "previous"
    elif _CARRIED.search(title) or year is not None or _is_grant(title):
        kind = "grant"
    return Column(kind, scale, year)


def _is_grant(title: str) -> bool:
    return bool(_GRANT.search(title)) and not re.search(r"siret|objet|nature", title)
