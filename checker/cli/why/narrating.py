"""The facts, numbers and conditions of one binding, as a person tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from checker.cli.pages.french import many
from checker.cli.pages.nouns import kind_label
from checker.cli.why.asking import asked
from checker.cli.why.distance import distance, printed
from checker.cli.why.model import AMOUNTS, BoundFact, Node, Number, Question, Value
from checker.cli.why.speech import Speaker, speaker
from checker.cli.why.values import Teller, kind_shown
from checker.engine.firing import Missing
from checker.engine.reasons import Bound, Drawn, Reason, Weighed
from checker.interval import Truth
from checker.kinds import KINDS, Fact, Type
from checker.language.tree import (
    ACT,
    Aggregate,
    AllOf,
    Check,
    Compare,
    Comparison,
    Constant,
    LetRef,
    Minus,
    Plus,
)
from checker.reasons.balance import questions
from checker.reasons.margins import Margin, Unit, margin, multiplied, turning_point, unit
from checker.reasons.solving import Turning
from checker.reasons.straight import straight
from checker.report.instances import Writer
from checker.report.model import MissingItem
from checker.report.requests import missing_items
from checker.report.values import Printer
from checker.words import Language, Words, print_money, typeset

_ASKS = Words("Cela revient à savoir si {}.", "That asks whether {}.")
_SIDES = (
    Words("premier terme de la comparaison", "left side"),
    Words("second terme de la comparaison", "right side"),
)
_SETTLED = Words("Vrai si {}, faux sinon.", "True if {}, false otherwise.")
_MORE = Words("Il suffirait {of_d} de plus.", "{d} more would do.")
_FOR_LINE = Words("Pour « {name} », cela fait {amount}.", "For “{name}” that makes {amount}.")
_SIGNED: Mapping[Comparison, Words] = {
    Comparison.EQUAL: Words("{}", "{}"),
    Comparison.MORE: Words("plus de {}", "more than {}"),
    Comparison.AT_LEAST: Words("au moins {}", "at least {}"),
    Comparison.LESS: Words("moins de {}", "less than {}"),
    Comparison.AT_MOST: Words("au plus {}", "at most {}"),
}


@frozen(eq=False)
class Narrator:
    """Tells one instance.

    Args:
        drawn: The numbers that the check draws, by name.
    """

    teller: Teller
    drawn: Mapping[str, Drawn]

    @property
    def speaker(self) -> Speaker:
        """What says the parts of the check."""
        return self.teller.speaker

    @property
    def language(self) -> Language:
        """The language of all prose."""
        return self.teller.language

    def bound(self, each: Bound) -> BoundFact:
        """A fact that the rule is tried on."""
        named, passage, where = self.teller.named(each.fact)
        return BoundFact(
            alias=each.binding.alias,
            label=kind_shown(each.fact, self.language),
            named=named,
            source=passage,
            where=where,
            tests=tuple(self.node(straight(test)) for test in each.tests),
        )

    def number(self, each: Drawn) -> Number:
        """A number with its lines."""
        let = each.let
        weighed = Weighed(LetRef(let.name, let.type), let.type, each.value)
        label = KINDS[let.kind].label("en")
        return Number(
            letter=self.speaker.letter(let),
            words=self.speaker.number(let),
            value=self.teller.operand(f"let.{let.name}", weighed),
            sure=tuple(self.teller.row(each, row) for row in each.sure),
            possible=tuple(self.teller.row(each, row) for row in each.possible),
            aside=len(each.aside),
            kind=many(kind_label(let.kind)) if self.language == "fr" else f"“{label}”",
            opened=each.opened,
            missing=self._missing(each.missing),
        )

    def node(self, reason: Reason, *, asking: bool = False) -> Node:
        """A condition in its straight form, with all that is known of it.

        Args:
            reason: The condition.
            asking: Whether to ask what may explain a sum that does not come out; only what is
                required and not met is asked about.
        """
        words = self.speaker.clause(reason.condition)
        if reason.parts:
            combines = "all" if isinstance(reason.condition, AllOf) else "any"
            parts = tuple(self.node(part, asking=asking) for part in reason.parts)
            return Node(words, reason.truth, combines, parts)
        found = margin(reason)
        told = [each for n, side in enumerate(reason.sides) for each in self._side(side, n)]
        return Node(
            words,
            reason.truth,
            values=tuple(dict.fromkeys(told)),
            margin=found,
            distance="" if found is None else self._distance(found, reason.truth),
            turning=tuple(self._turning(reason)),
            missing=self._missing(reason.missing),
            questions=self._questions(reason) if asking else (),
        )

    def _questions(self, reason: Reason) -> tuple[Question, ...]:
        naming = self.teller.naming
        return asked(questions(reason, self.drawn, naming.fact), naming, self.language)

    def _side(self, side: Weighed, number: int) -> Iterator[Value]:
        """The values of one side, and what they make together."""
        yield from self.teller.values(side)
        composed = isinstance(side.operand, Plus | Minus) and not multiplied(side)
        if composed and side.interval.known:
            total = self.teller.operand("", side)
            shown = self._printed(side, unit(side))
            yield Value(_SIDES[number](self.language), evolve(total, shown=shown), "")

    def _distance(self, found: Margin, truth: Truth) -> str:
        right = self._printed(found.right, found.unit)
        said = distance(found, truth, right, self.language)
        if not found.solved:
            return said
        asked_of = Compare(found.comparison, found.left.operand, found.right.operand)
        clause = _ASKS(self.language).format(self.speaker.clause(asked_of))
        return f"{typeset(clause, self.language)} {said}".rstrip()

    def _printed(self, side: Weighed, counted_in: Unit) -> str:
        """One side as it is printed; a number of days says so."""
        if counted_in is Unit.DAYS and side.type is Type.INT:
            return printed(side.interval, counted_in, self.language)
        return self.teller.operand("", side).shown

    def _turning(self, reason: Reason) -> Iterator[str]:
        """What would settle a comparison of which one value is missing."""
        found = turning_point(reason)
        if found is None:
            return
        pivot = found.pivot
        about = Compare(found.comparison, pivot.operand, Constant(found.value, pivot.type))
        if about != reason.condition:
            said = _SETTLED(self.language).format(self.speaker.clause(about))
            yield typeset(said, self.language)
        if isinstance(pivot.operand, LetRef) and pivot.operand.name in self.drawn:
            yield from self._of_lines(found, self.drawn[pivot.operand.name])

    def _of_lines(self, found: Turning, drawn: Drawn) -> Iterator[str]:
        """The same for the lines of a sum: how much more, or how much for the only one unknown."""
        let = drawn.let
        if let.aggregate is not Aggregate.SUM or let.type not in AMOUNTS:
            return
        unknown = [row for row in drawn.sure if not row.amount.known]
        rising = found.comparison in (Comparison.MORE, Comparison.AT_LEAST)
        if drawn.opened and rising and drawn.value.low > 0:
            more = found.value + (found.comparison is Comparison.MORE) - drawn.value.low
            amount = print_money(more, self.language)
            yield _MORE(self.language).format(d=amount, of_d=f"de {amount}")
        elif not drawn.opened and not drawn.possible and len(unknown) == 1:
            known = sum(row.amount.low for row in drawn.sure if row.amount.known)
            amount = print_money(found.value - known, self.language)
            said = _SIGNED[found.comparison](self.language).format(amount)
            name = self.teller.naming.fact(unknown[0].fact)
            yield typeset(_FOR_LINE(self.language).format(name=name, amount=said), self.language)

    def _missing(self, missing: Iterable[Missing]) -> tuple[MissingItem, ...]:
        teller = self.teller
        bound = teller.bound.values()
        return missing_items(missing, bound, teller.checked.edition, teller.naming, self.language)


def narrator_of(
    writer: Writer, check: Check, bound: Iterable[Fact], lets: Iterable[Drawn]
) -> Narrator:
    """What tells one binding of a check.

    Args:
        writer: What writes the case.
        check: The check.
        bound: The facts bound, in the order of `for`.
        lets: The numbers drawn; none where they are not to be told.
    """
    checked, language = writer.checked, writer.language
    aliases = dict(zip((each.alias for each in check.bindings), bound, strict=True))
    facts = {ACT: checked.facts.act, **aliases}
    teller = Teller(
        checked=checked,
        speaker=speaker(check, checked.edition.law, language),
        printer=Printer(check, facts, writer.naming, language),
        evidence=writer.evidence,
        bound=facts,
    )
    return Narrator(teller, {each.let.name: each for each in lets})
