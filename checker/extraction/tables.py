"""Ruled tables: which column names the bodies, which gives the grants, and what each row says.

The header row decides. Where it leaves two columns that could be the grant, or none, the numbers of
the table have no role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from attrs import frozen

from checker.extraction.amounts import Amount, amount_in
from checker.extraction.blocks import Block
from checker.extraction.entities import folded
from checker.extraction.mentions.money import bare_numbers, find_money
from checker.extraction.naming import Name, name_at
from checker.extraction.roles import Use
from checker.extraction.rolewords import Role

ColumnKind = Literal["name", "grant", "previous", "requested", "budget", "words", "other"]

_NAME = re.compile(
    r"^(?:nom\b|association|beneficiaire|structure|organisme|tiers|raison sociale|porteur|club"
    r"|etablissement|denomination|commune$)"
)
_NOT_NAME = re.compile(r"\bprojet\b|\bobjet\b|\baction|\bcode\b|\bnature\b|\bn°")
_REQUESTED = re.compile(r"demand|sollicit")
_BUDGET = re.compile(r"budget|cout|depense|recette|effectif|adherent|nombre|%|taux")
_PREVIOUS = re.compile(r"n-1|precedent|rappel|realise|verse\b|deja")
_GRANT = re.compile(
    r"montant|subvention|aide|vote|attribu|accord|propos|decision|allou|soutien|participation|€|eur"
)
_NO_AMOUNT = re.compile(
    r"^n ?°|siret|siren|\bcode|\bdate|telephone|^nature|^objet|\bnumero|\bprojet|^article|chapitre"
)
_DECIDED = re.compile(r"attribu|accord|vote|allou|decid|propos|octroy")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_TOTAL = re.compile(r"^\W*(?:sous[- ]?)?(?:tota(?:l|ux)\b|ensemble\b)", re.IGNORECASE)
_THOUSANDS = re.compile(r"k ?€|milliers d'euros")
_MOST_HEADER_ROWS = 3
_LONGEST_NAME = 300


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


def table_uses(rows: Sequence[Block], text: str) -> Mapping[Block, tuple[Use, ...]]:
    """What the amounts of each row of one table are used for.

    Args:
        rows: The rows of one table, in order.
        text: The text of the source.
    """
    header = next(
        (n for n, row in enumerate(rows[:_MOST_HEADER_ROWS]) if _columns(row) is not None), None
    )
    columns = _columns(rows[header]) if header is not None else None
    if columns is None:
        signed = {
            column
            for row in rows
            for start, end, column in row.cells
            if end > start and find_money(_cell(row, start, end, text))
        }
        columns = dict.fromkeys(signed, Column("other"))
    found: dict[Block, tuple[Use, ...]] = {}
    for n, row in enumerate(rows):
        if header is not None and n <= header:
            found[row] = tuple(_unit_uses(row, text))
            continue
        found[row] = tuple(_row_uses(row, columns, text))
    return found


def _columns(row: Block) -> dict[int, Column] | None:
    """The kinds of columns that a header row states; `None` where the row is no header."""
    titles = {column: folded(row.text[a:b]) for a, b, column in row.cells}
    if any(re.search(r"\d{3,}", re.sub(_YEAR, "", title)) for title in titles.values()):
        return None
    names = [n for n, t in titles.items() if _NAME.search(t) and not _NOT_NAME.search(t)]
    if not names:
        return None
    found = {n: _column(title) for n, title in titles.items() if n not in names}
    grants = [n for n, column in found.items() if column.kind == "grant"]
    if not grants:
        return None
    years = {found[n].year for n in grants if found[n].year}
    for n in grants:
        year = found[n].year
        if year is not None and year < max(y for y in years if y):
            found[n] = Column("previous", found[n].scale, year)
    grants = [n for n in grants if found[n].kind == "grant"]
    decided = [n for n in grants if _DECIDED.search(titles[n])]
    if len(decided) == 1 < len(grants):
        for n in set(grants) - set(decided):
            found[n] = Column("other", found[n].scale, found[n].year)
    elif len(grants) > 1:
        for n in grants:
            found[n] = Column("other", found[n].scale, found[n].year)
    found[names[0]] = Column("name")
    return found


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
    elif (_GRANT.search(title) and not re.search(r"siret|objet|nature", title)) or year is not None:
        kind = "grant"
    return Column(kind, scale, year)


def _unit_uses(row: Block, text: str) -> Iterator[Use]:
    """The signs of a header: units of the numbers under them."""
    for start, end, _ in row.cells:
        if start < end:
            first, _ = row.span(start, end)
            for money in find_money(_cell(row, start, end, text)):
                yield Use(amount_in(row, money, first), "unit")


_ROLES: Mapping[ColumnKind, Role] = {
    "grant": "grant",
    "previous": "previous",
    "requested": "requested",
    "budget": "budget",
    "words": "unread",
    "other": "unread",
}


def _row_uses(row: Block, columns: Mapping[int, Column], text: str) -> Iterator[Use]:
    name = None
    total = False
    for start, end, number in row.cells:
        if start < end and _TOTAL.match(row.text[start:end]):
            total = True
        if start < end and columns.get(number) == Column("name"):
            name = _name(row, start, end)
    granted = False
    for start, end, number in row.cells:
        column = columns.get(number)
        if column is None or column.kind == "name" or start == end:
            continue
        signed = column.kind == "words"
        amounts = list(_cell_amounts(row, start, end, text, column.scale, signed))
        for amount in amounts:
            role = _ROLES[column.kind]
            if role == "grant":
                role = _role(amount, len(amounts), name, total)
            whole = 0 if granted and role != "grant" else None
            named = name if role == "grant" else None
            yield Use(amount, role, named, whole=whole, year=column.year)
            granted = granted or role == "grant"


def _role(amount: Amount, amounts: int, name: Name | None, total: bool) -> Role:
    """What a number of the column of grants is."""
    if amounts > 1 or amount.cents is None:
        return "unread"
    if total:
        return "total"
    return "unread" if name is None else "grant"


def _name(row: Block, start: int, end: int) -> Name | None:
    named = name_at(row.text, start, end)
    if named is not None and named.form and named.reach == end:
        return named
    if not re.search(r"[^\W\d_]{2}", row.text[start:end]) or end - start > _LONGEST_NAME:
        return None
    article = re.compile(r"(?:l'|la |le |les )(?=[A-ZÀ-Ÿ])").match(row.text, start, end)
    if article:
        start = article.end()
    return Name(start, end, end)


def _cell(row: Block, start: int, end: int, text: str) -> str:
    first, last = row.span(start, end)
    return text[first:last]


def _cell_amounts(
    row: Block, start: int, end: int, text: str, scale: int, signed: bool
) -> Iterator[Amount]:
    """The amounts of a cell; its numbers without a sign only where they are asked for."""
    first, _ = row.span(start, end)
    printed = _cell(row, start, end, text)
    found = find_money(printed) or (() if signed else bare_numbers(printed))
    for money in found:
        yield amount_in(row, money, first, scale)
