"""Conditions as French clauses: « la somme **A** dépasse … », in the mood a sentence asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from checker.cli.pages.french import Phrase, of, to
from checker.cli.pages.nouns import constant, indicating, measured
from checker.cli.pages.operands import phrase
from checker.cli.pages.scope import Names
from checker.kinds import Type
from checker.language.negations import alternatives, plain
from checker.language.operandtypes import operand_type
from checker.language.tree import (
    AllOf,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Constant,
    Not,
    Operand,
    Stated,
)


@frozen
class Mood:
    """The verbs that differ between « lorsque » and « il faut que »."""

    be: str
    be_not: str
    reach: str


FACT = Mood("est", "n'est pas", "atteint")
WISH = Mood("soit", "ne soit pas", "atteigne")


def clause(condition: Condition, names: Names, mood: Mood = FACT) -> str:
    """A condition within a sentence; a combination is joined by « et » and « ou »."""
    match plain(condition):
        case Compare() as compare:
            return _compared(compare, names, mood)
        case Stated(ref=ref):
            return f"{indicating(ref)} indique {names.mentioned(ref)}"
        case Not(part=Stated(ref=ref)):
            return f"{indicating(ref)} n'indique pas {names.mentioned(ref)}"
        case AllOf() | AnyOf() as combined:
            if one := _one_of(combined, names, mood):
                return one
            word = " et que " if isinstance(combined, AllOf) else " ou que "
            return word.join(_bracketed(part, names, mood) for part in combined.parts)
        case Not() as other:
            return f"il {mood.be} faux que {clause(other.part, names, WISH)}"


def combined(condition: Condition) -> tuple[str, tuple[Condition, ...]] | None:
    """What heads the list of a combination, and its items; `None` for a simple condition."""
    found = plain(condition)
    if isinstance(found, AnyOf) and alternatives(found) is None:
        return "l'une au moins des conditions suivantes", found.parts
    if isinstance(found, AllOf):
        return "chacune des conditions suivantes", found.parts
    return None


def listed(conditions: Iterable[Condition], names: Names, end: str) -> Iterator[str]:
    """The items of a combination, a Markdown list whose last item ends the sentence."""
    items = list(conditions)
    for n, condition in enumerate(items):
        stop = end if n == len(items) - 1 else " ;"
        nested = combined(condition)
        if nested is None:
            yield f"- {clause(condition, names)}{stop}"
        else:
            yield f"- {nested[0]} est remplie :"
            yield from (f"  {line}" for line in listed(nested[1], names, stop))


def _compared(condition: Compare, names: Names, mood: Mood) -> str:
    left, right, sign = condition.left, condition.right, condition.comparison
    beside = left if isinstance(left, AttributeRef) else None
    subject = phrase(left, names)
    type_ = operand_type(left)
    if isinstance(right, Constant):
        verb = _with_literal(sign, subject, type_, constant(right, beside), mood)
    else:
        other = other_side(left, right, names)
        verb = _with_other(sign, subject, type_, other.text, mood)
    return f"{subject.text} {verb}"


def other_side(left: Operand, right: Operand, names: Names) -> Phrase:
    """The right side of a comparison; by a pronoun where the left one bears its name."""
    if isinstance(right, AttributeRef) and names.namesakes(left, right):
        return names.same(right)
    return phrase(right, names)


def _with_literal(sign: Comparison, subject: Phrase, type_: Type, value: str, mood: Mood) -> str:
    if sign in (Comparison.EQUAL, Comparison.DIFFERENT):
        same = sign is Comparison.EQUAL
        if measured(type_):
            return f"{mood.be} de {value}" if same else f"diffère de {value}"
        if type_ is Type.INT:
            return f"{mood.be if same else mood.be_not} {subject.agree('égal')} à {value}"
        return f"{mood.be if same else mood.be_not} {value}"
    return _in_order(sign, subject, type_, value, mood)


def _with_other(sign: Comparison, subject: Phrase, type_: Type, other: str, mood: Mood) -> str:
    if sign is Comparison.DIFFERENT:
        return f"diffère {of(other)}"
    if sign is not Comparison.EQUAL:
        return _in_order(sign, subject, type_, other, mood)
    if type_ is Type.ID or other.startswith(("celui ", "celle ")):
        return f"{mood.be} {other}"
    if type_.ordered:
        return f"{mood.be} {subject.agree('égal')} {to(other)}"
    return f"{mood.be} identique {to(other)}"


def _in_order(sign: Comparison, subject: Phrase, type_: Type, other: str, mood: Mood) -> str:
    if type_ is Type.DATE:
        after = sign in (Comparison.MORE, Comparison.AT_MOST)
        be = mood.be if sign in (Comparison.MORE, Comparison.LESS) else mood.be_not
        return f"{be} {subject.agree('postérieur' if after else 'antérieur')} {to(other)}"
    verbs = {
        Comparison.MORE: "dépasse",
        Comparison.AT_MOST: "ne dépasse pas",
        Comparison.AT_LEAST: f"{mood.reach} au moins",
        Comparison.LESS: f"n'{mood.reach} pas",
    }
    return f"{verbs[sign]} {other}"


def _one_of(condition: AllOf | AnyOf, names: Names, mood: Mood) -> str | None:
    """« est « a » ou « b » », for alternatives of one attribute."""
    found = alternatives(condition)
    if found is None:
        return None
    ref, values = found
    *others, last = (constant(value, ref) for value in values)
    be = f"{mood.be} de" if measured(ref.type) else mood.be
    return f"{names.attribute(ref).text} {be} {', '.join(others)} ou {last}"


def _bracketed(condition: Condition, names: Names, mood: Mood) -> str:
    text = clause(condition, names, mood)
    return f"({text})" if combined(condition) else text
