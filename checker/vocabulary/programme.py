"""Measures, lines, actions, results and targets, announced counts."""

from __future__ import annotations

from attrs import frozen

from checker import case
from checker.kinds import Fact, Type, holds, kind
from checker.vocabulary.documents import PRIOR_ACT


@kind("measure", "axe", "measure", shown="title")
@frozen(eq=False, repr=False)
class Measure(Fact):
    """A measure of the programme."""

    title: str | None = holds(Type.TEXT, "intitulé", "title")
    uniform_amount: int | None = holds(
        Type.MONEY, "montant uniforme annoncé", "announced uniform amount"
    )
    criterion: str | None = holds(Type.TEXT, "critère énoncé", "stated criterion")
    criterion_nature: str | None = holds(
        Type.TEXT, "nature du critère", "nature of the criterion", choices=case.CriterionNature
    )


@kind("measure_line", "ligne", "line", shown="beneficiary")
@frozen(eq=False, repr=False)
class MeasureLine(Fact):
    """What one measure gives to one beneficiary; `unit_amount` is an exact fraction."""

    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    amount: int | None = holds(Type.MONEY, "montant de la ligne", "amount of the line")
    object: str | None = holds(Type.TEXT, "objet de la ligne", "what the line is for")
    implied: bool | None = holds(Type.FLAG, "ligne implicite", "implied line")
    post: str | None = holds(Type.TEXT, "poste financé", "post paid for")
    units: int | None = holds(Type.INT, "nombre de postes", "number of posts")
    unit_amount: str | None = holds(Type.TEXT, "montant par poste", "amount per post")
    reason: str | None = holds(Type.TEXT, "motif énoncé", "stated reason")
    announced_change: int | None = holds(Type.SIGNED, "évolution annoncée", "announced change")
    prior_amount: int | None = holds(
        Type.MONEY,
        "montant de l'exercice précédent",
        "amount of the year before",
        document=PRIOR_ACT,
    )


@kind("line_object", "objet de plusieurs lignes", "what several lines are for", shown="text")
@frozen(eq=False, repr=False)
class LineObject(Fact):
    """What several lines of one measure are for, in the same words."""

    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    text: str | None = holds(Type.TEXT, "objet", "object")
    normal_text: str | None = holds(Type.TEXT, "objet normalisé", "normalised object")


@kind("component", "composante", "component", shown="label")
@frozen(eq=False, repr=False)
class Component(Fact):
    """A part of a line."""

    line: str | None = holds(Type.ID, "ligne", "line", of="measure_line")
    label: str | None = holds(Type.TEXT, "libellé", "label")
    amount: int | None = holds(Type.MONEY, "montant de la composante", "amount of the component")


@kind("funded_post", "poste financé", "post paid for", shown="beneficiary")
@frozen(eq=False, repr=False)
class FundedPost(Fact):
    """A kind of post that a line, or a component of it, pays for."""

    line: str | None = holds(Type.ID, "ligne", "line", of="measure_line")
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    post: str | None = holds(Type.TEXT, "poste", "post")
    units: int | None = holds(Type.INT, "nombre de postes", "number of posts")
    amount: int | None = holds(Type.MONEY, "montant du poste", "amount for the post")
    reason: str | None = holds(Type.TEXT, "motif énoncé", "stated reason")


@kind("action_label", "libellé d'action", "action label", shown="text")
@frozen(eq=False, repr=False)
class ActionLabel(Fact):
    """The name of a subsidised action."""

    section: str | None = holds(
        Type.TEXT, "partie de l'acte", "part of the act", choices=case.LabelSection
    )
    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    text: str | None = holds(Type.TEXT, "libellé", "label")
    normal_text: str | None = holds(Type.TEXT, "libellé normalisé", "normalised label")
    short_of: str | None = holds(Type.TEXT, "libellé complet abrégé", "full label it shortens")
    priced: bool | None = holds(Type.FLAG, "libellé assorti d'un montant", "label with an amount")


@kind("result", "résultat d'un exercice", "result of a year", shown="indicator")
@frozen(eq=False, repr=False)
class Result(Fact):
    """A result of a past year; one without a body is of the measure as a whole."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    attributed: bool | None = holds(
        Type.FLAG, "résultat propre à un organisme", "result of one body"
    )
    year: int | None = holds(Type.INT, "exercice", "financial year")
    indicator: str | None = holds(Type.TEXT, "indicateur", "indicator")
    normal_indicator: str | None = holds(Type.TEXT, "indicateur normalisé", "normalised indicator")
    value: int | None = holds(Type.INT, "valeur", "value")


@kind("target", "objectif", "target", shown="indicator")
@frozen(eq=False, repr=False)
class Target(Fact):
    """A target for the coming year, with the result it answers to; the share is exact."""

    beneficiary: str | None = holds(Type.ID, "bénéficiaire", "beneficiary", of="beneficiary")
    measure: str | None = holds(Type.ID, "axe", "measure", of="measure")
    attributed: bool | None = holds(
        Type.FLAG, "objectif propre à un organisme", "target of one body"
    )
    year: int | None = holds(Type.INT, "exercice", "financial year")
    indicator: str | None = holds(Type.TEXT, "indicateur", "indicator")
    normal_indicator: str | None = holds(Type.TEXT, "indicateur normalisé", "normalised indicator")
    value: int | None = holds(Type.INT, "valeur", "value")
    prior_value: int | None = holds(
        Type.INT, "résultat de l'exercice précédent", "result of the year before"
    )
    comparable: bool | None = holds(
        Type.FLAG, "objectif comparable au résultat précédent", "target with a result to compare"
    )
    prior_share: str | None = holds(
        Type.TEXT, "rapport au résultat précédent", "share of the result of the year before"
    )


@kind("count_phrase", "effectif annoncé", "announced count", shown="surface")
@frozen(eq=False, repr=False)
class CountPhrase(Fact):
    """A number announced in words; `enumeration` is what it counts."""

    surface: str | None = holds(Type.TEXT, "expression", "phrase")
    value: int | None = holds(Type.INT, "effectif annoncé", "announced number")
    enumeration: str | None = holds(Type.ID, "liste dénombrée", "list counted")


@kind("enumerated", "élément dénombré", "item counted")
@frozen(eq=False, repr=False)
class Enumerated(Fact):
    """One item of a list that a phrase may count."""

    enumeration: str | None = holds(Type.ID, "liste dénombrée", "list counted")
    item: str | None = holds(Type.ID, "élément", "item")
