"""Rows of the tables of law, stated beside a case for what the act cites."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind


@kind("known_text", "texte connu des références", "text known to the references", shown="label")
@frozen(eq=False, repr=False)
class KnownText(Fact):
    """A text of the table of references, in one of its versions; stated for what the act cites."""

    key: str | None = holds(Type.TEXT, "texte, sous sa forme normalisée", "text, normalised")
    label: str | None = holds(Type.TEXT, "désignation", "name")
    since: datetime.date | None = holds(Type.DATE, "premier jour en vigueur", "first day in force")
    until: datetime.date | None = holds(
        Type.DATE, "premier jour hors vigueur", "first day no longer in force"
    )


@kind("known_text_body", "catégorie visée par un texte", "category a text is for")
@frozen(eq=False, repr=False)
class KnownTextBody(Fact):
    """A category of authority that a text of the table of references is for."""

    key: str | None = holds(Type.TEXT, "texte, sous sa forme normalisée", "text, normalised")
    category: str | None = holds(
        Type.TEXT, "catégorie de collectivité", "category of authority", choices=case.Category
    )


@kind("scheme", "dispositif public connu", "known public scheme", shown="label")
@frozen(eq=False, repr=False)
class Scheme(Fact):
    """A scheme of the dated table of schemes, once for each of its names."""

    name: str | None = holds(Type.TEXT, "nom normalisé", "normalised name")
    label: str | None = holds(Type.TEXT, "désignation", "name")
    since: datetime.date | None = holds(Type.DATE, "premier jour", "first day")
    since_year: int | None = holds(Type.INT, "première année", "first year")
    until: datetime.date | None = holds(
        Type.DATE, "premier jour hors vigueur", "first day no longer in force"
    )


@kind(
    "known_account",
    "compte connu de la nomenclature",
    "account known to the chart of accounts",
    shown="account",
)
@frozen(eq=False, repr=False)
class KnownAccount(Fact):
    """An account of the dated table of accounts."""

    nomenclature: str | None = holds(
        Type.TEXT, "nomenclature", "chart of accounts", choices=case.Nomenclature
    )
    account: str | None = holds(Type.TEXT, "compte", "account")
    private_law: bool | None = holds(
        Type.FLAG, "destinataire de droit privé", "private-law recipient"
    )
    section: str | None = holds(Type.TEXT, "section", "section", choices=case.BudgetSection)
    since: datetime.date | None = holds(Type.DATE, "premier jour", "first day")
    until: datetime.date | None = holds(
        Type.DATE, "premier jour hors vigueur", "first day no longer in force"
    )
