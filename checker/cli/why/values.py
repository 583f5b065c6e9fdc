"""The values of a condition: what each is called, what it is, where it comes from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from attrs import evolve, frozen

from checker.checking import Checked
from checker.cli.why.model import RowLine, Value
from checker.cli.why.speech import Speaker
from checker.engine.firing import Evaluated
from checker.engine.reasons import Drawn, Row, Weighed
from checker.kinds import Fact, kind_of
from checker.language.tree import (
    ACT,
    Aggregate,
    AttributeRef,
    Constant,
    LetRef,
    OrElse,
    ParameterRef,
)
from checker.reasons.solving import values
from checker.render.findings import place_shown
from checker.report.comparisons import reference_name
from checker.report.evidence import PEOPLE, Evidence, naming_attribute
from checker.report.model import Operand, Where
from checker.report.naming import UNSTATED, Naming
from checker.report.values import Printer
from checker.words import Language, Words, print_date, typeset

_SINCE = Words("{}, en vigueur depuis le {}", "{}, in force since {}")
_BY_DEFAULT = Words("{}, tenu pour {}", "{}, taken as {}")
_TO_CONFIRM = Words("à confirmer sur le texte officiel", "to be confirmed on the official text")


@frozen(eq=False)
class Teller:
    """Tells the values of one instance.

    Args:
        bound: The facts bound, by alias, the act included.
    """

    checked: Checked
    speaker: Speaker
    printer: Printer
    evidence: Evidence
    bound: Mapping[str, Fact]

    @property
    def language(self) -> Language:
        """The language of all prose."""
        return self.speaker.language

    @property
    def naming(self) -> Naming:
        """The names of the facts of the case."""
        return self.printer.naming

    def values(self, side: Weighed) -> list[Value]:
        """The values that an operand is made of, but for what the rule says itself."""
        return [self.value(each) for each in values(side) if not isinstance(each.operand, Constant)]

    def value(self, each: Weighed) -> Value:
        """One value."""
        operand = each.operand
        ref = operand.ref if isinstance(operand, OrElse) else operand
        if not isinstance(ref, AttributeRef | LetRef | ParameterRef):
            message = f"{type(operand).__name__} is made of values and is none"
            raise TypeError(message)
        label = self.speaker.label(ref, self._owner(ref))
        value = self.operand(reference_name(ref), each)
        if isinstance(ref, ParameterRef):
            return Value(label, value, self._law(ref, each.fact))
        if isinstance(ref, LetRef):
            return Value(label, value, "")
        fact = self.bound[ref.alias]
        if getattr(fact, ref.attribute) is None:
            if isinstance(operand, OrElse) and each.interval.known:
                shown = _BY_DEFAULT(self.language).format(UNSTATED(self.language), value.shown)
                value = evolve(value, shown=shown)
            return Value(label, value, "")
        where = self.evidence.place(fact, ref.attribute)
        return Value(label, value, self.passage(where, value.shown), where)

    def operand(self, name: str, each: Weighed) -> Operand:
        """A value as it is printed, with its ends."""
        found = Evaluated(name, each.type, each.interval, each.text)
        return Operand(name, each.type, each.interval, each.text, self.printer.reference(found))

    def named(self, fact: Fact) -> tuple[str, str, Where]:
        """What a fact is called, the passage that names it, and its place."""
        where = self.evidence.place(fact, naming_attribute(fact))
        name = self.naming.fact(fact)
        return name, self.passage(where, name), where

    def row(self, drawn: Drawn, row: Row) -> RowLine:
        """A line that a number is drawn from; its passage is that of what it brings.

        Lines about persons are told by their kind and place: their names are not lined up.
        """
        let = drawn.let
        name, passage, where = self.named(row.fact)
        person = let.kind in PEOPLE
        if person:
            name = kind_shown(row.fact, self.language)
        if person or let.ref is None or let.aggregate is Aggregate.COUNT:
            return RowLine(name, None, passage, where)
        value = Evaluated(f"let.{let.name}", let.ref.type, row.amount, row.text)
        shown = self.printer.reference(value)
        brought = f"{let.kind}.{let.ref.attribute}"
        where = self.evidence.place(row.fact, let.ref.attribute)
        amount = Operand(brought, let.ref.type, row.amount, row.text, shown)
        told = None if _same(shown, name) else amount
        return RowLine(name, told, self.passage(where, shown), where)

    def passage(self, where: Where, said: str) -> str:
        """A place as text, its words only where they are not what was `said` before."""
        if not (where.quote or where.line or where.page or where.document_line):
            return ""
        told = evolve(where, what="", quote=None if _same(where.quote, said) else where.quote)
        return place_shown(told, self.language).strip()

    def _owner(self, ref: AttributeRef | LetRef | ParameterRef) -> str:
        """Whose attribute a value is, where several facts are bound."""
        if not isinstance(ref, AttributeRef) or ref.attribute == "id":
            return ""
        others = [each for each in self.speaker.check.bindings if each.kind != ACT]
        fact = self.bound.get(ref.alias)
        if fact is None or ref.kind == ACT or len(others) < 2:
            return ""
        return self.naming.fact(fact)

    def _law(self, ref: ParameterRef, anchor: Fact | None) -> str:
        """The text that a dated value rests on."""
        day = getattr(anchor, ref.anchor.attribute) if ref.anchor and anchor else None
        if ref.anchor is not None and day is None:
            return ""
        found = self.checked.edition.in_force(ref.name, day)
        if found is None:
            return ""
        said = found.reference.short
        if found.since > datetime.date.min:
            said = _SINCE(self.language).format(said, print_date(found.since, self.language))
        if found.to_confirm or found.reference.to_confirm:
            said += f", {_TO_CONFIRM(self.language)}"
        return typeset(said, self.language)


def _same(quote: str | None, said: str) -> bool:
    """Whether a passage only repeats what was said: « 872 100 € » and « 872 100,00 € »."""
    return quote is not None and _bare(quote) in _bare(said)


def _bare(text: str) -> str:
    return re.sub(r"[,.]00(?!\d)|\W", "", text).casefold()


def kind_shown(fact: Fact, language: Language) -> str:
    """What the kind of a fact is called."""
    return kind_of(fact).label(language)
