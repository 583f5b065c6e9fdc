"""How far the reading of a document is settled: what is read, ambiguous, unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.case import Case, Provenance, Reading
from checker.case.parts import evidence, tally
from checker.facts import LISTS
from checker.kinds import KINDS, Kind, Type
from checker.money import is_euros
from checker.report.codes import decoded
from checker.report.evidence import Evidence
from checker.report.model import ReadingReport, ReadItem, RuleReport
from checker.words import Language, Words, typeset

_PEOPLE = frozenset(
    {"members", "participants", "non_participants", "interests", "proxies", "roles"}
)
"""Lists about persons, whose names are not lined up."""
_OWNERS = {
    "body": Words("collectivité", "authority"),
    "budget": Words("budget", "budget"),
    "articles": Words("article", "article"),
    "vote": Words("vote", "vote"),
}
_LABELS = {
    "acronym": Words("sigle", "acronym"),
    "alsace_moselle": Words("Alsace-Moselle", "Alsace-Moselle"),
    "assembly_renewed_on": Words("renouvellement de l'assemblée", "renewal of the assembly"),
    "beneficiaries": Words("bénéficiaires", "beneficiaries"),
    "budget": Words("budget", "budget"),
    "budget_vote": Words("vote du budget", "vote of the budget"),
    "category": Words("catégorie", "category"),
    "chair": Words("présidence", "chair"),
    "civility": Words("civilité", "civility"),
    "clauses": Words("clauses", "clauses"),
    "compares": Words("valeur comparée", "value compared"),
    "components": Words("composantes", "components"),
    "correction": Words("correction", "correction"),
    "counts": Words("ce qui est compté", "what is counted"),
    "department": Words("département", "department"),
    "draft_annexed": Words("projet annexé", "draft annexed"),
    "groups": Words("groupes", "groups"),
    "kind": Words("nature", "kind"),
    "multiparty": Words("plusieurs parties", "several parties"),
    "name": Words("nom", "name"),
    "nature": Words("nature", "nature"),
    "nomenclature": Words("nomenclature", "nomenclature"),
    "number": Words("numéro", "number"),
    "object": Words("objet", "subject"),
    "organ": Words("organe", "organ"),
    "population": Words("population", "population"),
    "post": Words("poste", "post"),
    "roll": Words("liste", "list"),
    "secretary": Words("secrétariat", "secretary"),
    "section": Words("section", "section"),
    "siren": Words("SIREN", "SIREN"),
    "subject": Words("objet", "subject"),
    "title": Words("objet", "subject"),
    "unanimous": Words("unanimité", "unanimity"),
    "units": Words("nombre", "number"),
    "wording": Words("rédaction", "wording"),
    "years": Words("années", "years"),
}
"""What the case holds and no fact has under the same name."""
_NO_AWARD = Words(
    "Aucune attribution n'a été lue : si la délibération n'accorde rien, les constats qui supposent"
    " une attribution ne la concernent pas.",
    "No award was read: if the deliberation grants nothing, the findings that suppose an award are"
    " not about it.",
)
_SETTLED = ("confirmed", "corrected", "added")
_STATUSES = ("read", "ambiguous", "unread", "confirmed", "corrected", "added", "dismissed")
_PARTS: Mapping[str, str] = {"components": "component", "years": "award_year"}


def reading_of(
    case: Case,
    places: Evidence,
    rules: Iterable[RuleReport],
    notes: tuple[str, ...],
    language: Language,
) -> ReadingReport | None:
    """The state of the reading; `None` for a case that no document was read for.

    Args:
        case: The case.
        places: Finds the lines and pages.
        rules: The verdicts.
        notes: What the reading set aside or could not read.
        language: Of all words.
    """
    counts = tally(case)
    if not counts and not notes:
        return None
    items = [*_values(case, places, language), *_readings(case, places, language)]
    by_status = {
        status: tuple(each for each in items if each.status == status) for status in _STATUSES
    }
    return ReadingReport(
        counts={status: counts[status] for status in _STATUSES},
        read=by_status["read"],
        ambiguous=by_status["ambiguous"],
        unread=by_status["unread"],
        verdicts=sum(each.unconfirmed > 0 for rule in rules for each in rule.instances),
        notes=notes if case.awards else (typeset(_NO_AWARD(language), language), *notes),
        settled=tuple(each for each in items if each.status in _SETTLED),
    )


def label_of(path: str, name: str, language: Language) -> tuple[str, str]:
    """The label of a value of the case and that of the thing that has it, where they have one."""
    first, kind = _kind_at(path)
    attribute = kind.attributes.get(name) if kind else None
    label = attribute.label if attribute else _LABELS.get(name)
    owner = kind.label if kind else _OWNERS.get(first)
    return label(language) if label else name, owner(language) if owner else first


def _kind_at(path: str) -> tuple[str, Kind | None]:
    """The part of the case that a path leads into, and the kind of fact that stands there."""
    parts = [part.partition("[")[0] for part in path.split(".")[1:]]
    kinds = LISTS.get(parts[0], (parts[0],))
    if parts[-1] in _PARTS:
        kinds = (_PARTS[parts[-1]],)
    return parts[0], KINDS.get(kinds[0])


def _is_amount(path: str, name: str) -> bool:
    """Whether a value of the case is an amount of money."""
    kind = _kind_at(path)[1]
    attribute = kind.attributes.get(name) if kind else None
    return attribute is not None and attribute.type in (Type.MONEY, Type.SIGNED)


def list_label(name: str, language: Language) -> str:
    """A list of the case in words."""
    kinds = LISTS.get(name, ())
    return KINDS[kinds[0]].label(language) if kinds else name


def _values(case: Case, places: Evidence, language: Language) -> Iterator[ReadItem]:
    for path, _, name, provenance in evidence(case):
        if provenance.status is None:
            continue
        label, kind = label_of(path, name, language)
        named = path[2:].partition("[")[0] not in _PEOPLE
        where = places.cited(f"{path}.{name}", label, provenance, beside=path, quoted=named)
        amount = _is_amount(path, name)
        found = provenance.readings
        shown = tuple(decoded(name, each, language) for each in found)
        yield ReadItem(label, provenance.status, kind, where, found, shown, amount=amount)


def _readings(case: Case, places: Evidence, language: Language) -> Iterator[ReadItem]:
    for n, each in enumerate(case.readings):
        where = places.cited(f"$.readings[{n}]", "", _provenance(each))
        lists = tuple(list_label(name, language) for name in each.lists)
        amount = any(map(is_euros, each.readings))
        yield ReadItem("", each.status, "", where, each.readings, each.readings, lists, amount)


def _provenance(reading: Reading) -> Provenance:
    return Provenance(span=reading.span, quote=reading.quote, document=reading.document)
