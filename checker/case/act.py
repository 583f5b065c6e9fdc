"""The act, what it cites and what its wording shows."""

from __future__ import annotations

import datetime
from typing import Literal

from attrs import frozen

from checker.case.authority import Organ
from checker.case.values import Cents, Count, Entity, Slug

ActType = Literal["deliberation", "decision", "arrete"]
Stage = Literal["draft", "adopted", "transmitted"]
CitationKind = Literal[
    "code", "loi", "decret", "deliberation", "delegation", "budget", "ue", "autre"
]
GrammaticalNumber = Literal["singular", "plural"]
AnnexNature = Literal["agreement_draft", "aid_recap", "beneficiary_table", "other"]


@frozen
class Act(Entity):
    """The deliberation itself.

    Args:
        year: Financial year of the grants (exercice).
        title_year, recital_year, operative_year: The year that each of these parts states.
        budget_vote: Whether the same act adopts the budget.
        author: Name of the authority, where the text itself prints it.
        competence_basis: The competence that the act invokes, in its words.
        local_interest: The local public interest that the act states, in its words.
    """

    number: str | None = None
    date: datetime.date | None = None
    weekday: str | None = None
    title: str | None = None
    type: ActType | None = None
    organ: Organ | None = None
    stage: Stage | None = None
    year: Count | None = None
    title_year: Count | None = None
    recital_year: Count | None = None
    operative_year: Count | None = None
    budget_vote: bool | None = None
    author: str | None = None
    competence_basis: str | None = None
    local_interest: str | None = None


@frozen
class Citation(Entity):
    """A text that the act cites, in its visas or elsewhere.

    Args:
        number: Number of a law, decree or act (« 2000-321 »).
        article: Article of the text cited (« L. 2311-7 »).
        code: Short name of the code cited (« CGCT »), for the kind `code`.
    """

    id: Slug
    kind: CitationKind
    section: str
    number: str | None = None
    article: str | None = None
    date: datetime.date | None = None
    organ: Organ | None = None
    object: str | None = None
    code: str | None = None


@frozen
class Operative(Entity):
    """What the operative part says beside the awards, in the act's words.

    Args:
        award_number: Whether it grants « une subvention » or « les subventions ».
        payment_terms: When and how the grants are paid.
        financial_report: The financial report that it asks for.
        conditions_of_use: What the grants may be used for.
        control: How their use is checked.
        breakdown: The split of the awards between measures, where it takes that up.
    """

    award_number: GrammaticalNumber | None = None
    payment_terms: str | None = None
    financial_report: str | None = None
    conditions_of_use: str | None = None
    control: str | None = None
    breakdown: str | None = None


@frozen
class Article(Entity):
    """An article of the operative part."""

    id: Slug
    number: str
    subject: str


@frozen
class Annex(Entity):
    """A document annexed to the act."""

    id: Slug
    nature: AnnexNature
    title: str | None = None


@frozen
class WrittenAmount(Entity):
    """An amount that the act prints in figures and in words."""

    id: Slug
    figures: Cents
    words: str
    section: str | None = None


@frozen
class Acronym(Entity):
    """An acronym of the act, and its expansion where the act gives one."""

    id: Slug
    surface: str
    expansion: str | None = None


@frozen
class SchemeMention(Entity):
    """A public scheme or body that the act names as existing.

    Args:
        surface: Its name, as printed.
        ascribed_year: The year in which the act has it act already (« soutient depuis 2010 »).
    """

    id: Slug
    surface: str
    section: str | None = None
    ascribed_year: Count | None = None
