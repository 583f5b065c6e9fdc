"""Where the values behind a verdict stand: in the case file, and in the document it was read from.

Each thing of the case is cited once for all that a rule read of it, by the passage that says most:
the value compared, else the words that name the thing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import attrs

from checker.case import Case, Clauses, Document, Entity, Provenance
from checker.case.parts import evidence
from checker.kinds import Fact, Type, kind_of
from checker.report.model import Where
from checker.report.source import SourceInfo
from checker.words import Language

Input = tuple[Fact, str]
UNCONFIRMED = ("read", "ambiguous")
"""Status of values that a program read and no person has confirmed."""

_AGREED = ("agreement", "agreement_text")
_CLAUSES = tuple(field.name for field in attrs.fields(Clauses))
_READ_AS = {
    ("act", "is_budget_vote"): "budget_vote",
    ("act", "stated_weekday"): "weekday",
    ("act", "weekday"): "date",
    ("act", "date_year"): "date",
    ("act", "number_year"): "number",
    ("citation", "nature"): "kind",
    ("citation", "text_key"): "article",
    ("scheme_mention", "normal_name"): "surface",
    ("written_amount", "in_words"): "words",
    ("mention", "normal_name"): "surface",
    ("enrolled", "roll"): "surface",
    ("enrolled", "beneficiary"): "surface",
    ("action_label", "normal_text"): "text",
    ("count_phrase", "enumeration"): "counts",
    ("beneficiary", "accepted_name"): "name",
    ("beneficiary", "operative_name"): "name",
    ("beneficiary", "enterprise"): "legal_form",
    ("beneficiary", "noted_restriction"): "restriction",
    ("beneficiary", "rna_sound"): "rna",
    ("beneficiary", "siren_sound"): "siren",
    ("beneficiary", "siret_sound"): "siret",
    ("beneficiary", "siren_of_siret"): "siret",
    ("measure_line", "unit_amount"): "amount",
    **{(kind, "normal_indicator"): "indicator" for kind in ("result", "target")},
    **{(kind, "attributed"): "beneficiary" for kind in ("result", "target")},
    **{("target", name): "value" for name in ("comparable", "prior_share", "prior_value")},
    ("award", "private_law"): "beneficiary",
    ("agreement", "beneficiary"): "beneficiaries",
    ("agreement", "private_law"): "beneficiaries",
    ("agreement", "limits_territory"): "clauses.territory",
    ("agreement_text", "parties"): "beneficiaries",
    ("agreement_text", "noted_payment"): "clauses.payment",
    ("agreement_text", "noted_report"): "clauses.financial_report",
    **{(kind, name): f"clauses.{name}" for kind in _AGREED for name in _CLAUSES},
    ("charge", "normal_budget"): "budget",
    ("enforcement", "matter_group"): "matter_code",
    ("publication", "object_length"): "object",
    ("publication", "siret_sound"): "siret",
    ("sitting", "counted_base"): "quorum_base",
    ("proxy", "holder_out"): "holder",
    ("interest", "by_law"): "nature",
    ("payment", "paid"): "paid_on",
    ("beneficiary", "noted_auditor"): "auditor",
    ("beneficiary", "noted_public_grants"): "public_grants",
    ("non_participant", "name"): "member",
    ("non_participant", "normal_name"): "member",
}
"""Attributes of facts that the case holds under another name."""
PEOPLE = frozenset({"member", "participant", "non_participant", "interest", "proxy", "role"})
"""Kinds about persons: a finding says where they stand, and does not line up their names."""
_OF_BODY = frozenset({"category", "population", "alsace_moselle", "assembly_renewed_on"})
_NAMED_BY = {"stated_total": "amount"}


class Evidence:
    """Places of one case; lines of its documents are counted once."""

    def __init__(self, case: Case, source: SourceInfo, language: Language) -> None:
        self._case = case
        self._source = source
        self._language = language
        self._documents: dict[str, Document] = {
            document.id: document for document in case.documents
        }
        beside = {register.id for register in source.registers}
        self._first = next((each for each in self._documents if each not in beside), None)
        self._lines: dict[str, list[int]] = {}
        self._has_statuses = any(each.status is not None for *_, each in evidence(case))

    def places(self, inputs: Iterable[Input], bound: Iterable[Fact]) -> tuple[Where, ...]:
        """The places of the inputs of a verdict, those of the facts it binds first."""
        first = [fact for fact in bound if fact.path]
        by_path: dict[str, list[Input]] = {fact.path: [] for fact in first}
        for fact, name in inputs:
            if fact.path and name != "id":
                by_path.setdefault(fact.path, []).append((fact, name))
        for fact in first:
            if not by_path[fact.path]:
                by_path[fact.path].append((fact, naming_attribute(fact)))
        found = [place for group in by_path.values() if group for place in self._of_thing(group)]
        if not any(place.span or place.quote for place in found):
            named = [self.place(fact, naming_attribute(fact)) for fact in first]
            found = [place for place in named if place.span or place.quote] + found or named
        return tuple(_once(found))

    def place(self, fact: Fact, attribute: str) -> Where:
        """The place of one value."""
        path, entity, name = located(self._case, fact, attribute)
        kind = kind_of(fact)
        what = kind.label if attribute == "id" else kind.attributes[attribute].label
        return self.cited(
            path,
            what(self._language),
            entity.evidence.get(name) if entity is not None else None,
            beside=fact.path,
            quoted=kind.name not in PEOPLE,
        )

    def cited(
        self,
        path: str,
        what: str,
        provenance: Provenance | None,
        *,
        beside: str = "",
        quoted: bool = True,
    ) -> Where:
        """The place of what stands at a path of the case.

        Args:
            path: In the case.
            what: Its label.
            provenance: Where it was read.
            beside: A path to point at where `path` itself has no place.
            quoted: Whether its words may be shown.
        """
        known = self._source.position(path) or self._source.position(beside) or (None, None)
        line, column = known
        if provenance is None:
            return Where(self._source.name, path, what, line, column)
        document = provenance.document or self._first
        source = self._documents.get(document or "")
        return Where(
            file=self._source.name,
            path=path,
            what=what,
            line=line,
            column=column,
            document=source.name if source else document,
            document_line=self._line(document, provenance),
            page=provenance.page,
            span=provenance.span,
            quote=provenance.quote if quoted else None,
            document_id=document,
        )

    def unconfirmed(self, inputs: Iterable[Input]) -> int:
        """How many of the values behind a verdict were read and not confirmed by a person."""
        if not self._has_statuses:
            return 0
        found: set[str] = set()
        for fact, attribute in inputs:
            path, entity, name = located(self._case, fact, attribute)
            provenance = entity.evidence.get(name) if entity is not None else None
            if provenance is not None and provenance.status in UNCONFIRMED:
                found.add(path)
        return len(found)

    def _of_thing(self, inputs: list[Input]) -> Iterator[Where]:
        """What was read of one thing: its values, else its name, else its place alone."""
        values = sorted((pair for pair in inputs if not _is_link(*pair)), key=_weight)
        for fact, name in values:
            place = self.place(fact, name)
            if place.span or place.quote:
                yield place
                return
        fact = inputs[0][0]
        named = self.place(fact, naming_attribute(fact))
        yield named if named.span or named.quote else self.place(*(values or inputs)[0])

    def _line(self, document: str | None, provenance: Provenance) -> int | None:
        text = self._source.texts.get(document or "")
        if text is None or provenance.span is None or provenance.span[0] > len(text):
            return None
        if document not in self._lines:
            starts = [n for n, character in enumerate(text) if character == "\n"]
            self._lines[document or ""] = starts
        return bisect_right(self._lines[document or ""], provenance.span[0] - 1) + 1


def naming_attribute(fact: Fact) -> str:
    """The attribute whose passage names a fact best."""
    kind = kind_of(fact)
    name = kind.shown or _NAMED_BY.get(kind.name, "id")
    return name if name in kind.attributes else "id"


def located(case: Case, fact: Fact, attribute: str) -> tuple[str, Entity | None, str]:
    """JSON path of an attribute, the part of the case that holds it, and its name there."""
    kind = kind_of(fact).name
    if kind == "act" and attribute in _OF_BODY:
        return f"$.body.{attribute}", case.body, attribute
    if kind == "transcription":
        name = fact.id.rpartition(".")[2]
        return f"{fact.path}.{name}", fact.entity, name
    name = _READ_AS.get((kind, attribute), attribute)
    if kind == "beneficiary" and name == "private_law" and getattr(fact.entity, name, 0) is None:
        name = "legal_form"
    if attribute == "id" and kind == "enrolled":
        name = "surface"
    elif attribute == "id":
        return fact.path, fact.entity, name
    return f"{fact.path}.{name}", fact.entity, name


def _is_link(fact: Fact, attribute: str) -> bool:
    """Whether an attribute only links facts or sorts them, and says little when quoted."""
    about = kind_of(fact).attributes[attribute]
    coded = about.name in ("section", "form", "of", "decision")
    return coded or about.type in (Type.ID, Type.FLAG)


def _weight(pair: Input) -> int:
    """Amounts are cited before numbers and words."""
    about = kind_of(pair[0]).attributes[pair[1]]
    amount = about.type in (Type.MONEY, Type.SIGNED) or about.name == "unit_amount"
    return 0 if amount else 1


def _once(places: Iterable[Where]) -> Iterator[Where]:
    """Each passage once, whichever values were read from it."""
    seen: set[tuple[str | None, object]] = set()
    for place in places:
        key = (place.document, place.span or place.path)
        if key not in seen:
            seen.add(key)
            yield place
