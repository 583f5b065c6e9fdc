"""The persons of a case and of the words of its report, and the mark that stands for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from checker.case import Case
from checker.extraction.mentions.people import find_people
from checker.report.anonymous.finder import Finder, Hit
from checker.report.anonymous.letters import folded
from checker.report.anonymous.names import Name, is_name, name_of
from checker.report.anonymous.offices import beside_an_office
from checker.words import Language, Words

_MEMBER = Words("élu", "member")
_PERSON = Words("personne", "person")
_OR = Words("ou", "or")


@define(eq=False)
class People:
    """The persons of one report. A mark is given out when it is first wanted.

    Args:
        language: That of the report.
        ids: Positions of the persons by the identifier that the case gives them, where it holds a
            word of their name.
    """

    language: Language
    ids: dict[str, int] = field(factory=dict)
    _names: list[Name] = field(factory=list)
    _elected: set[int] = field(factory=set)
    _marks: dict[int, tuple[Words, int]] = field(factory=dict)
    _finder: Finder | None = None

    def add_case(self, case: Case) -> None:
        """The persons whom a case names: members first, then who presides, signs or receives."""
        for member in case.members:
            name = name_of(member.name)
            if name is not None:
                self._elected.add(len(self._names))
                if {*member.id.split("-")} & {*name.given, *name.families[0]}:
                    self.ids[member.id] = len(self._names)
                self._names.append(name)
        self.add(_others(case))

    def add(self, texts: Iterable[str]) -> None:
        """The persons of texts that name one each, where they are new."""
        for text in texts:
            name = name_of(text)
            if name is not None and not any(known.fits(name) for known in self._names):
                self._names.append(name)
                self._finder = None

    def add_found(self, text: str) -> None:
        """The persons whom a text names after a civility, or beside an office in a list."""
        self.add(person.name for person in find_people(text))
        self.add(beside_an_office(text))

    def find(self, text: str, *, loose: bool = False) -> Iterator[Hit]:
        """Where they stand in a text; see `Finder.find`."""
        if self._finder is None:
            first = {word for name in self._names if name.certain for word in name.given}
            self._finder = Finder(tuple(name.without(first) for name in self._names))
        return self._finder.find(text, loose=loose)

    def mark(self, persons: Iterable[int]) -> str:
        """What stands in the place of a name that some persons have: « élu 1 », « élu 1 ou 2 »."""
        by_kind: dict[Words, list[int]] = {}
        for person in persons:
            kind, number = self._mark(person)
            by_kind.setdefault(kind, []).append(number)
        joint = f" {_OR(self.language)} "
        return joint.join(
            f"{kind(self.language)} " + joint.join(map(str, sorted(numbers)))
            for kind, numbers in by_kind.items()
        )

    def mark_of_id(self, persons: Iterable[int]) -> str:
        """The same in an identifier: `elu-1`."""
        return folded(self.mark(persons)).replace(" ", "-")

    def _mark(self, person: int) -> tuple[Words, int]:
        if person not in self._marks:
            kind = _MEMBER if person in self._elected else _PERSON
            given = sum(known is kind for known, _ in self._marks.values())
            self._marks[person] = (kind, given + 1)
        return self._marks[person]


def _others(case: Case) -> Iterator[str]:
    named = [case.sitting.chair, case.sitting.secretary]
    named += [each.signatory for each in case.agreements]
    named += [each.name for each in case.beneficiaries if each.legal_form == "personne_physique"]
    yield from (each for each in named if each and is_name(each))
