"""The conditions of a rule in words: each part of the tree, none left out.

Every reference keeps its name in the rule beside its label, so that the words can be held against
the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from checker.engine.plain.explanation import type_of
from checker.kinds import KINDS, Type
from checker.language.tree import (
    ROW,
    Aggregate,
    AllOf,
    AnyOf,
    AttributeRef,
    Check,
    Compare,
    Comparison,
    Condition,
    Constant,
    Let,
    LetRef,
    Minus,
    Not,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Stated,
    Times,
    YearsBefore,
)
from checker.report.codes import decoded
from checker.report.values import print_point
from checker.words import Language, Words, quoted

_FOR = Words("Pour chaque {}", "For each {}")
_EACH_OF = Words("{} (« {} »)", "{} (“{}”)")
_LET = Words("let.{} est {}", "let.{} is {}")
_WHEN = Words("Si", "If")
_REQUIRE = Words("Il faut", "It is required")
_WHERE = Words("où", "where")
_ALL = Words("toutes ces conditions", "all of these")
_ANY = Words("l'une au moins de ces conditions", "at least one of these")
_NOT = Words("il est faux que", "it is false that")
_IS_STATED = Words("{} est énoncé", "{} is stated")
_IS_ABSENT = Words("{} n'est pas énoncé", "{} is not stated")
_OR = Words("{} (ou {} s'il n'est pas énoncé)", "{} (or {} where it is not stated)")
_YEARS = Words("{n} ans avant {date}", "{n} years before {date}")
_AT = Words("{}, selon {}", "{}, as of {}")
_COMPARISONS = {
    Comparison.EQUAL: Words("est égal à", "equals"),
    Comparison.DIFFERENT: Words("est différent de", "differs from"),
    Comparison.MORE: Words("est supérieur à", "is more than"),
    Comparison.AT_LEAST: Words("est supérieur ou égal à", "is at least"),
    Comparison.LESS: Words("est inférieur à", "is less than"),
    Comparison.AT_MOST: Words("est inférieur ou égal à", "is at most"),
}
_SAME = Words("est", "is")
_OTHER = Words("n'est pas", "is not")
_AGGREGATES = {
    Aggregate.SUM: Words("la somme de {1}, sur les faits {0}", "the sum of {1} over the facts {0}"),
    Aggregate.COUNT: Words("le nombre de faits {0}", "the number of facts {0}"),
    Aggregate.DISTINCT: Words(
        "le nombre de valeurs différentes de {1}, sur les faits {0}",
        "the number of different values of {1} over the facts {0}",
    ),
    Aggregate.MIN: Words(
        "le plus petit de {1}, sur les faits {0}", "the least of {1} over the facts {0}"
    ),
    Aggregate.MAX: Words(
        "le plus grand de {1}, sur les faits {0}", "the greatest of {1} over the facts {0}"
    ),
}


@frozen
class Reader:
    """Puts checks into words.

    Args:
        language: Of the words.
        title: The title of a parameter, by its name.
    """

    language: Language
    title: Callable[[str], str]

    def check(self, check: Check) -> Iterator[str]:
        """The whole check, a line for each part, indented by depth."""
        say = self.language
        for binding in check.bindings:
            label = KINDS[binding.kind].label(say)
            named = _EACH_OF(say).format(label, binding.alias)
            yield from self._with_tests(_FOR(say).format(named), binding.tests)
        for let in check.lets:
            yield from self._with_tests(_LET(say).format(let.name, self.drawn(let)), let.where)
        if check.trigger is not None:
            yield from self._under(_WHEN(say), check.trigger)
        yield from self._under(_REQUIRE(say), check.requirement)

    def lines(self, condition: Condition) -> list[str]:
        """A condition: one line for a simple one, a list below a line for a combination."""
        say = self.language
        match condition:
            case Compare():
                return [self._compared(condition)]
            case Stated():
                return [_IS_STATED(say).format(self.operand(condition.ref))]
            case Not(part=Stated() as part):
                return [_IS_ABSENT(say).format(self.operand(part.ref))]
            case Not():
                return [_NOT(say) + self._colon(), *self._indented([condition.part])]
            case AllOf() | AnyOf():
                if len(condition.parts) == 1:
                    return self.lines(condition.parts[0])
                heading = _ALL if isinstance(condition, AllOf) else _ANY
                return [heading(say) + self._colon(), *self._indented(condition.parts)]

    def operand(self, operand: Operand) -> str:
        """An operand within a sentence."""
        match operand:
            case Constant():
                return self.constant(operand)
            case AttributeRef():
                return self._attribute(operand)
            case LetRef():
                return f"let.{operand.name}"
            case ParameterRef():
                return self._parameter(operand)
            case _:
                return self._made(operand)

    def _made(self, operand: OrElse | YearsBefore | Plus | Minus | Times) -> str:
        match operand:
            case OrElse():
                ref, default = self._attribute(operand.ref), self.constant(operand.default)
                return _OR(self.language).format(ref, default)
            case YearsBefore():
                date = self._nested(operand.date)
                return _YEARS(self.language).format(n=operand.years, date=date)
            case Plus():
                return " + ".join(map(self._nested, operand.terms))
            case Minus():
                return f"{self._nested(operand.left)} - {self._nested(operand.right)}"
            case Times():
                return " × ".join(map(self._nested, operand.factors))

    def _parameter(self, ref: ParameterRef) -> str:
        named = f"{quoted(self.title(ref.name), self.language)} ({ref.name})"
        if ref.anchor is None:
            return named
        return _AT(self.language).format(named, self._attribute(ref.anchor))

    def constant(self, constant: Constant, attribute: str = "") -> str:
        """A literal, printed by its type, coded words with their meaning."""
        if isinstance(constant.value, int):
            return print_point(constant.value, constant.type, self.language)
        return quoted(decoded(attribute, constant.value, self.language), self.language)

    def _attribute(self, ref: AttributeRef) -> str:
        kind = KINDS[ref.kind]
        # Identifiers are compared to say that two facts are about the same thing: name the thing.
        about = kind if ref.attribute == "id" else kind.attributes[ref.attribute]
        label = about.label(self.language)
        return label if ref.alias == ROW else f"{label} ({ref.alias}.{ref.attribute})"

    def _nested(self, operand: Operand) -> str:
        text = self.operand(operand)
        return f"({text})" if isinstance(operand, Plus | Minus | Times) else text

    def _compared(self, condition: Compare) -> str:
        left, right = condition.left, condition.right
        sign = f" {self._sign(condition)}"
        if isinstance(right, Constant):
            if right.type is Type.FLAG and condition.comparison is Comparison.EQUAL:
                sign = self._colon()
            side = self.constant(right, left.attribute if isinstance(left, AttributeRef) else "")
        else:
            side = self.operand(right)
        return f"{self.operand(left)}{sign} {side}"

    def _sign(self, condition: Compare) -> str:
        compared = _COMPARISONS[condition.comparison]
        if not type_of(condition.left).ordered:
            compared = _SAME if condition.comparison is Comparison.EQUAL else _OTHER
        return compared(self.language)

    def drawn(self, let: Let) -> str:
        """The number that a `let` draws."""
        label = quoted(KINDS[let.kind].label(self.language), self.language)
        drawn = "" if let.ref is None else quoted(self._attribute(let.ref), self.language)
        return _AGGREGATES[let.aggregate](self.language).format(label, drawn)

    def _with_tests(self, text: str, tests: Iterable[Condition]) -> Iterator[str]:
        tests = list(tests)
        if not tests:
            yield text
            return
        yield f"{text}, {_WHERE(self.language)}{self._colon()}"
        yield from self._indented(tests)

    def _under(self, heading: str, condition: Condition) -> Iterator[str]:
        yield heading + self._colon()
        yield from self._indented([condition])

    def _indented(self, conditions: Iterable[Condition]) -> list[str]:
        found: list[str] = []
        for condition in conditions:
            first, *rest = self.lines(condition)
            found += [f"  - {first}", *(f"    {line}" for line in rest)]
        return found

    def _colon(self) -> str:
        return "\u00a0:" if self.language == "fr" else ":"
