"""What a pass compared with what: « Vérifié : 872 100,00 € = 872 100,00 €. »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.engine.firing import Evaluated
from checker.kinds import Type
from checker.language.tree import (
    AllOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Constant,
    LetRef,
    Minus,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Times,
    YearsBefore,
)
from checker.report.values import Printer, print_point
from checker.words import Language, Words, typeset

_VERIFIED = Words("Vérifié", "Verified")
_SIGNS = {
    Comparison.EQUAL: "=",
    Comparison.DIFFERENT: "≠",
    Comparison.MORE: ">",
    Comparison.AT_LEAST: "≥",
    Comparison.LESS: "<",
    Comparison.AT_MOST: "≤",
}
_PLAIN = (Type.TEXT, Type.ID, Type.FLAG)
"""Types whose comparison says little to a reader once it holds."""
Values = Mapping[str, Evaluated]


def verified(requirement: Condition, values: Values, printer: Printer) -> str:
    """The sentence of a pass: both sides of every comparison that had to hold."""
    compared = list(dict.fromkeys(_compared(requirement, values, printer)))
    said = f"{_VERIFIED(printer.language)}."
    if compared:
        colon = " : " if printer.language == "fr" else ": "
        joint = " ; " if printer.language == "fr" else "; "
        said = f"{_VERIFIED(printer.language)}{colon}{joint.join(compared)}."
    return typeset(said, printer.language)


def _compared(condition: Condition, values: Values, printer: Printer) -> Iterator[str]:
    """The comparisons of numbers and dates that must all hold, as the reader sees them."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _compared(part, values, printer)
    elif isinstance(condition, Compare):
        sides = [_side(side, values, printer) for side in (condition.left, condition.right)]
        if None not in sides:
            yield f"{sides[0]} {_SIGNS[condition.comparison]} {sides[1]}"


def _side(operand: Operand, values: Values, printer: Printer) -> str | None:
    """One side of a comparison; `None` where it is not made of numbers or dates."""
    match operand:
        case Plus():
            return _joined(" + ", operand.terms, values, printer)
        case Minus():
            return _joined(" - ", (operand.left, operand.right), values, printer)
        case Times():
            return _joined(" × ", operand.factors, values, printer)
        case Constant():
            return _constant(operand, printer.language)
        case YearsBefore():
            return None
    return _looked_up(operand, values, printer)


def _looked_up(
    operand: AttributeRef | LetRef | ParameterRef | OrElse, values: Values, printer: Printer
) -> str | None:
    ref = operand.ref if isinstance(operand, OrElse) else operand
    value = values.get(reference_name(ref))
    if isinstance(operand, OrElse) and (value is None or not value.interval.known):
        return _constant(operand.default, printer.language)
    if value is None or value.type in _PLAIN:
        return None
    return printer.reference(value)


def _joined(sign: str, terms: Iterable[Operand], values: Values, printer: Printer) -> str | None:
    found = [_side(term, values, printer) for term in terms]
    known = [side for side in found if side is not None]
    return sign.join(known) if len(known) == len(found) else None


def _constant(constant: Constant, language: Language) -> str | None:
    if isinstance(constant.value, str) or constant.type in _PLAIN:
        return None
    return print_point(constant.value, constant.type, language)


def reference_name(ref: AttributeRef | LetRef | ParameterRef) -> str:
    """A reference as rules write it."""
    if isinstance(ref, AttributeRef):
        return f"{ref.alias}.{ref.attribute}"
    return f"let.{ref.name}" if isinstance(ref, LetRef) else ref.name
