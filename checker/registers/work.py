"""What joining a case with registers gathers on its way: questions, contradictions, evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, TypeVar

from attrs import Factory, define, evolve, field

from checker.case import Beneficiary, Case, Count, Document, Entity, Provenance, Slug
from checker.errors import InputError, Problem
from checker.identifiers import digits
from checker.normal import without_accents
from checker.registers.cells import folded
from checker.registers.model import ListName, Named, Register, Registers, Row
from checker.registers.names import Match, Matcher, Party
from checker.registers.notes import Note
from checker.words import Words, print_money, quoted

E = TypeVar("E", bound=Entity)
R = TypeVar("R", bound=Row)
_LABELS = {
    "siren": Words("SIREN", "SIREN"),
    "siret": Words("SIRET", "SIRET"),
    "rna": Words("numéro RNA", "RNA number"),
    "legal_form": Words("forme juridique", "legal form"),
    "private_law": Words("droit privé", "private law"),
    "active": Words("établissement actif", "establishment active"),
    "declared": Words("association déclarée", "association declared"),
    "dissolved": Words("association dissoute", "association dissolved"),
    "prior_amount": Words("montant de l'exercice précédent", "amount of the year before"),
    "to_organ": Words("organe délégataire", "organ"),
    "number": Words("numéro", "number"),
    "date": Words("date", "date"),
    "covers_grants": Words("subventions déléguées", "grants covered"),
    "cap": Words("plafond", "cap"),
    "uncapped": Words("sans plafond", "uncapped"),
    "assembly_renewed_on": Words("renouvellement de l'assemblée", "renewal of the assembly"),
}
_AMOUNTS = {"prior_amount", "cap"}
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@define
class Work:
    """The work on one case.

    Args:
        case: The case as it is by now.
        registers: The registers.
        origin: The case as it was given.
        identifiers: Identifiers of beneficiaries that the act leaves out, by name; they lead from
            one register to another and are no part of the case: what an act omits is a finding.
        open: Lists that stay open, whatever is vouched for: a question is not answered.
        used: Rows taken, by name of the register.
    """

    case: Case
    registers: Registers
    origin: Case = Factory(lambda self: self.case, takes_self=True)
    identifiers: dict[str, dict[str, str]] = Factory(dict)
    bodies: Matcher = field(init=False)
    notes: list[Note] = Factory(list)
    open: set[ListName] = Factory(set)
    used: Counter[str] = Factory(Counter)

    def __attrs_post_init__(self) -> None:
        """Index the bodies of the case."""
        parties = []
        for who in self.case.beneficiaries:
            known = {name: digits(getattr(who, name)) for name in ("siren", "siret", "rna")}
            found = self.identifiers.get(who.id, {})
            known = {name: mine or found.get(name) for name, mine in known.items()}
            parties.append(Party(who.id, who.name, **known))
        self.bodies = Matcher(tuple(parties), self.registers.answers)

    def anew(self) -> Work:
        """The same work, where bodies are known by the identifiers that they have got."""
        return Work(
            self.case,
            self.registers,
            self.origin,
            self.identifiers,
            self.notes,
            self.open,
            self.used,
        )

    def identify(
        self, who: Beneficiary, values: dict[str, str | None], register: Register, row: Row
    ) -> None:
        """Keep identifiers that a beneficiary lacks; tell those that contradict its own."""
        for name, value in values.items():
            mine = getattr(who, name)
            if value is None:
                continue
            if mine is None:
                self.used[register.name] += 1
                self.identifiers.setdefault(who.id, {}).setdefault(name, value)
            elif not _alike(mine, value):
                self._contradict(register, row, name, value, mine)

    def rows(self, type_: type[R]) -> Iterator[tuple[Register, R]]:
        """The rows of a type, with their registers."""
        for register in self.registers.found:
            for row in register.rows:
                if isinstance(row, type_):
                    yield register, row

    def beneficiary(
        self, register: Register, row: Row, named: Named, lists: Iterable[ListName]
    ) -> Match:
        """The beneficiary a row is about; what is only close is told and leaves lists open."""
        found = self.bodies.match(named)
        self.ask(register, row, named.name, found, lists)
        return found

    def ask(
        self, register: Register, row: Row, name: str, found: Match, lists: Iterable[ListName]
    ) -> None:
        """Tell a name that is only close to one of the case, or equal with another identifier."""
        if found.close or found.contrary:
            self.open.update(lists)
        for other in found.close:
            self.tell(
                register,
                row,
                "{} est proche de {} : non rapproché.",
                "{} is close to {}: not joined.",
                name,
                other,
            )
        for other in found.contrary:
            self.tell(
                register,
                row,
                "{} a le même nom que {}, mais un autre identifiant : non rapproché.",
                "{} has the same name as {}, but another identifier: not joined.",
                name,
                other,
            )

    def tell(self, register: Register, row: Row, fr: str, en: str, *names: str) -> None:
        """Note a sentence; `{}` stand for names, which are quoted."""
        words = Words(
            fr.format(*(quoted(name, "fr") for name in names)),
            en.format(*(quoted(name, "en") for name in names)),
        )
        self.notes.append(Note(words, register.name, register.place(row).line))

    def say(self, fr: str, en: str) -> None:
        """Note a sentence about the case."""
        self.notes.append(Note(Words(fr, en)))

    def refuse(
        self, register: Register, row: Row, other: Register, second: Row, message: str
    ) -> NoReturn:
        """Two rows disagree: neither is right by itself.

        Raises:
            InputError: Always, with both places.
        """
        raise InputError(
            Problem(each.name, each.place(at).line, each.place(at).column, "", message)
            for each, at in ((register, row), (other, second))
        )

    def document(self, register: Register) -> Slug:
        """The identifier of a register among the documents of the case."""
        number = self.registers.found.index(register) + 1
        taken = {document.id for document in self.case.documents}
        name = f"registre-{number}"
        while name in taken:
            name += "-bis"
        return Slug(name)

    def documents(self) -> tuple[Document, ...]:
        """The registers that something was taken from, as documents."""
        return tuple(
            Document(self.document(register), register.name, register.sha256)
            for register in self.registers.found
            if self.used[register.name]
        )

    def evidence(self, register: Register, row: Row, name: str) -> Provenance:
        """Where a value stands in a register."""
        start, end = register.span(row, name)
        return Provenance(
            span=(Count(start), Count(end)),
            quote=register.quote(row, name) or None,
            document=self.document(register),
        )

    def filled(
        self, entity: E, values: dict[str, Any], register: Register, row: Row, column: str = ""
    ) -> E:
        """An entity with the values that it lacks; one that it has wins, and that is told."""
        added: dict[str, Any] = {}
        for name, value in values.items():
            mine = getattr(entity, name)
            if value is None or mine == value:
                continue
            if mine is None:
                added[name] = value
            elif not _alike(mine, value):
                self._contradict(register, row, name, value, mine)
        if not added:
            return entity
        self.used[register.name] += 1
        evidence = {name: self.evidence(register, row, column or name) for name in added}
        return evolve(entity, **added, evidence={**entity.evidence, **evidence})

    def _contradict(
        self, register: Register, row: Row, name: str, value: object, mine: object
    ) -> None:
        """Tell that the case has another value, which wins."""
        label = _LABELS.get(name, Words(name, name))
        self.tell(
            register,
            row,
            f"le registre dit {{}} ({label.fr}), le dossier {{}} : le dossier est suivi.",
            f"the register says {{}} ({label.en}), the case {{}}: the case is followed.",
            _shown(value, name),
            _shown(mine, name),
        )


def _alike(mine: object, value: object) -> bool:
    """Whether two texts are the same but for the spaces and hyphens that print them."""
    return isinstance(mine, str) and isinstance(value, str) and folded(mine) == folded(value)


def _shown(value: object, name: str) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, int) and name in _AMOUNTS:
        return print_money(value, "fr")
    return str(value)


def new_id(wanted: str, taken: set[str]) -> Slug:
    """An identifier that is not taken yet; it is taken from now on."""
    plain = _NOT_SLUG.sub("-", without_accents(wanted).casefold()).strip("-")[:60].strip("-")
    name, number = plain or "registre", 1
    while name in taken:
        number += 1
        name = f"{plain or 'registre'}-{number}"
    taken.add(name)
    return Slug(name)
