"""The operands of a condition as French noun phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from checker.cli.pages.french import Phrase, of, to
from checker.cli.pages.nouns import constant
from checker.cli.pages.scope import Names
from checker.kinds import Type
from checker.language.operandtypes import operand_type
from checker.language.tree import (
    AttributeRef,
    Constant,
    LetRef,
    Minus,
    Operand,
    OrElse,
    ParameterRef,
    Plus,
    Times,
)

_SHIFT = re.compile(r"(Years|Months|Days)(Before|After)")
_UNITS = {"Years": ("an", "ans"), "Months": ("mois", "mois"), "Days": ("jour", "jours")}
_SIDES = {"Before": "antérieure", "After": "postérieure"}
_START_OF_YEAR = "StartOfYear"


def phrase(operand: Operand, names: Names, beside: AttributeRef | None = None) -> Phrase:
    """An operand; `beside` is the attribute it is compared with, by which a literal is printed."""
    match operand:
        case Constant():
            return Phrase(constant(operand, beside))
        case AttributeRef() | LetRef() | ParameterRef():
            return _looked_up(operand, names)
        case OrElse():
            found = names.attribute(operand.ref)
            default = constant(operand.default, operand.ref)
            return Phrase(f"{found.text} (à défaut d'indication : {default})", found.feminine)
        case Plus() | Minus() | Times():
            return _arithmetic(operand, names)
        case _:
            return _date(operand, names)


def _looked_up(ref: AttributeRef | LetRef | ParameterRef, names: Names) -> Phrase:
    match ref:
        case AttributeRef():
            return names.attribute(ref)
        case LetRef():
            return names.let(ref.name)
        case ParameterRef():
            return _parameter(ref, names)


def _parameter(ref: ParameterRef, names: Names) -> Phrase:
    title = f"« {names.title(ref.name)} »" + (f" (`{ref.name}`)" if names.marked else "")
    at = "" if ref.anchor is None else f", {to(names.attribute(ref.anchor).text)},"
    return Phrase(f"la valeur en vigueur{at} de {title}", feminine=True)


def _arithmetic(operand: Plus | Minus | Times, names: Names) -> Phrase:
    match operand:
        case Plus():
            return Phrase(f"le total {_all_of(_flat(operand), names)}")
        case Minus():
            return _difference(operand, names)
        case Times():
            factors = tuple(_flat(operand))
            if len(factors) > 2:
                return Phrase(f"le produit {_all_of(factors, names, _factor)}")
            one, other = (_factor(each, names) for each in factors)
            return Phrase(f"le produit {of(one)} par {other}")


def _difference(operand: Minus, names: Names) -> Phrase:
    left, right = (phrase(each, names) for each in (operand.left, operand.right))
    if operand_type(operand.left) is Type.DATE:
        return Phrase(f"le nombre de jours écoulés {of(right.text)} {to(left.text)}")
    if isinstance(operand.left, Plus | Minus | Times):
        said = f"la différence entre, d'une part, {left.text} et, d'autre part, {right.text}"
        return Phrase(said, feminine=True)
    return Phrase(f"{left.text} {left.agree('diminué')} {of(right.text)}", left.feminine)


def _term(operand: Operand, names: Names) -> str:
    """An operand among others: what is diminished could be taken for all that precedes."""
    if isinstance(operand, Minus) and operand_type(operand.left) is not Type.DATE:
        left, right = (phrase(each, names).text for each in (operand.left, operand.right))
        return f"la différence entre, d'une part, {left} et, d'autre part, {right}"
    return phrase(operand, names).text


def _factor(operand: Operand, names: Names) -> str:
    """A factor; a share multiplies by what it is counted in."""
    unit = " (en centièmes de pour cent)" if operand_type(operand) is Type.PERCENT else ""
    return _term(operand, names) + unit


def _all_of(
    operands: Iterable[Operand], names: Names, said: Callable[[Operand, Names], str] = _term
) -> str:
    *others, last = (of(said(each, names)) for each in operands)
    return ", ".join(others) + f" et {last}" if others else last


def _flat(operand: Plus | Times) -> Iterator[Operand]:
    """The terms of a sum of sums, or the factors of a product of products."""
    for part in operand.terms if isinstance(operand, Plus) else operand.factors:
        if isinstance(part, Plus | Times) and type(part) is type(operand):
            yield from _flat(part)
        else:
            yield part


def _date(operand: Any, names: Names) -> Phrase:
    """A function of dates, by the name of its class, its number and its operand."""
    name = type(operand).__name__
    held = [getattr(operand, each.name) for each in attrs.fields(type(operand))]
    inner = [phrase(each, names) for each in held if isinstance(each, Operand)]
    numbers = [each for each in held if isinstance(each, int)]
    if (shift := _SHIFT.fullmatch(name)) and inner and numbers:
        one, more = _UNITS[shift[1]]
        span = f"d'un {one}" if numbers[0] == 1 else f"de {numbers[0]} {more}"
        said = f"la date {_SIDES[shift[2]]} {span} {to(inner[0].text)}"
        return Phrase(said, feminine=True)
    if name == _START_OF_YEAR and inner:
        year = of(inner[0].text)
        dated = any(isinstance(each, Operand) and operand_type(each) is Type.DATE for each in held)
        return Phrase("le 1er janvier " + ("de l'année " if dated else "") + year)
    listed = " et ".join([*(each.text for each in inner), *map(str, numbers)])
    return Phrase(f"le résultat de la fonction `{name}` pour {listed}")
