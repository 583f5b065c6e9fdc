"""The authority: its delegations, credits and own grant regulation."""

from __future__ import annotations

import datetime

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import BUDGET, DELEGATION


@kind("delegation", "délégation", "delegation", shown="number", open_until=DELEGATION)
@frozen(eq=False, repr=False)
class Delegation(Fact):
    """A delegation of powers from the assembly to another organ."""

    to_organ: str | None = holds(
        Type.TEXT, "organe délégataire", "organ empowered", choices=case.Organ
    )
    number: str | None = holds(Type.TEXT, "numéro", "number")
    date: datetime.date | None = holds(
        Type.DATE, "date de la délégation", "date of the delegation", document=DELEGATION
    )
    covers_grants: bool | None = holds(
        Type.FLAG,
        "subventions comprises dans la délégation",
        "grants within the delegation",
        document=DELEGATION,
    )
    cap: int | None = holds(
        Type.MONEY,
        "plafond de la délégation, par bénéficiaire",
        "cap of the delegation, by beneficiary",
        document=DELEGATION,
    )
    uncapped: bool | None = holds(
        Type.FLAG, "délégation sans plafond", "delegation without a cap", document=DELEGATION
    )


@kind("budget", "budget", "budget")
@frozen(eq=False, repr=False)
class Budget(Fact):
    """The budget that bears the grants."""

    adopted_on: datetime.date | None = holds(
        Type.DATE, "adoption du budget", "adoption of the budget", document=BUDGET
    )
    prior_credits: int | None = holds(
        Type.MONEY, "crédits de l'exercice précédent", "credits of the year before", document=BUDGET
    )


@kind("envelope", "enveloppe de crédits", "envelope of credits", open_until=BUDGET)
@frozen(eq=False, repr=False)
class Envelope(Fact):
    """Credits voted for the grants of a year."""

    year: int | None = holds(Type.INT, "exercice", "financial year")
    amount: int | None = holds(Type.MONEY, "crédits votés", "credits voted", document=BUDGET)
    committed: int | None = holds(
        Type.MONEY, "crédits déjà engagés", "credits already committed", document=BUDGET
    )
    alone: bool | None = holds(
        Type.FLAG, "seule enveloppe de l'exercice au dossier", "only envelope of the year on file"
    )


@kind("intervention_rule", "règlement d'intervention", "grant regulation", shown="source")
@frozen(eq=False, repr=False)
class InterventionRule(Fact):
    """A term of the authority's own grant regulation."""

    source: str | None = holds(Type.TEXT, "acte d'adoption", "act of adoption")
    since: datetime.date | None = holds(
        Type.DATE, "premier jour d'application", "first day of application"
    )
    until: datetime.date | None = holds(
        Type.DATE, "dernier jour d'application", "last day of application"
    )
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    post: str | None = holds(Type.TEXT, "poste", "post")
    unit_amount: int | None = holds(Type.MONEY, "barème par poste", "scale per post")
    smallest: int | None = holds(Type.MONEY, "plancher", "floor")
    largest: int | None = holds(Type.MONEY, "plafond", "cap")
    highest_rate: int | None = holds(Type.PERCENT, "taux maximal", "highest rate")
    highest_public_rate: int | None = holds(
        Type.PERCENT,
        "taux maximal d'aides publiques",
        "highest public rate",
    )
    largest_change: int | None = holds(
        Type.PERCENT,
        "évolution maximale sans motif",
        "largest change without a reason",
    )
