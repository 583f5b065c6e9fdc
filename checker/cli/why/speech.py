"""The conditions and numbers of one check as sentences say them, in either language."""

from __future__ import annotations

from attrs import evolve, frozen

from checker.cli.pages.conditions import clause, combined
from checker.cli.pages.predicate import drawn
from checker.cli.pages.scope import Names, names_of
from checker.cli.sentences import Reader
from checker.kinds import KINDS
from checker.language.negations import alternatives
from checker.language.tree import (
    AllOf,
    AttributeRef,
    Check,
    Condition,
    Let,
    LetRef,
    ParameterRef,
)
from checker.law.edition import Law
from checker.words import Language, Words, quoted, typeset

_ALL = Words("chacune des conditions suivantes", "each of the following conditions")
_ANY = Words("l'une au moins des conditions suivantes", "at least one of these conditions")
_WHERE = Words("dont", "where")


@frozen(eq=False)
class Speaker:
    """Says the parts of one check."""

    check: Check
    language: Language
    _names: Names
    _reader: Reader

    def clause(self, condition: Condition) -> str:
        """A simple condition in its plain form; a combination is only headed."""
        if self.language == "fr":
            said = combined(condition)
            return typeset(clause(condition, self._names) if said is None else said[0], "fr")
        choice = alternatives(condition)
        if choice is not None:
            ref, values = choice
            words = [self._reader.constant(each, ref.attribute) for each in values]
            return f"{self._reader.operand(ref)} is {' or '.join(words)}"
        lines = self._reader.lines(condition)
        if len(lines) > 1:
            return (_ALL if isinstance(condition, AllOf) else _ANY)("en")
        return lines[0]

    def letter(self, let: Let) -> str:
        """What a number is called."""
        return self._names.letters[let.name] if self.language == "fr" else f"let.{let.name}"

    def number(self, let: Let) -> str:
        """What a number is, and from which lines it is drawn."""
        if self.language == "fr":
            return typeset(drawn(let, self._names), "fr")
        tests = "; ".join(line for test in let.where for line in self._reader.lines(test))
        return self._reader.drawn(let) + (f", {_WHERE('en')} {tests}" if tests else "")

    def label(self, ref: AttributeRef | LetRef | ParameterRef, owner: str = "") -> str:
        """What a value is called; `owner` tells whose attribute it is, where that is not clear."""
        if isinstance(ref, LetRef):
            return self.letter(next(let for let in self.check.lets if let.name == ref.name))
        if isinstance(ref, ParameterRef):
            return quoted(typeset(self._reader.title(ref.name), self.language), self.language)
        kind = KINDS[ref.kind]
        about = kind if ref.attribute == "id" else kind.attributes[ref.attribute]
        return about.label(self.language) + (f" ({owner})" if owner else "")


def speaker(check: Check, law: Law, language: Language) -> Speaker:
    """What says the parts of a check."""

    def title(name: str) -> str:
        found = law.parameters.get(name)
        return name if found is None else found.title(language)

    names = evolve(names_of(check, law), marked=False)
    return Speaker(check, language, names, Reader(language, title))
