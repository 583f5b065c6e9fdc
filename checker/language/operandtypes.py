"""What an operand is counted in, and how a sentence names it."""

from __future__ import annotations

from attrs import frozen

from checker.kinds import Type
from checker.language.tree import Minus, Operand, OrElse, Plus, Times, YearsBefore

SAID = {
    Type.ID: "an identifier",
    Type.TEXT: "a text",
    Type.MONEY: "an amount",
    Type.SIGNED: "an amount",
    Type.INT: "a number",
    Type.PERCENT: "a share",
    Type.DATE: "a date",
    Type.FLAG: "a yes or no",
}
"""Each type in a sentence."""


def is_amount(type_: Type) -> bool:
    """Whether a type is counted in cents."""
    return type_ in (Type.MONEY, Type.SIGNED)


@frozen
class Typed:
    """An operand with its type.

    Args:
        of: The kind an identifier belongs to, where one is known.
        choices: The words a text may be, where the list is closed.
    """

    operand: Operand
    type: Type
    of: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The type in a sentence."""
        if self.type is Type.ID and self.of:
            return f"the identifier of a {self.of}"
        return SAID[self.type]


def operand_type(operand: Operand) -> Type:
    """The type of an operand that was read; a difference of dates is a number of days."""
    if isinstance(operand, OrElse):
        return operand.ref.type
    if isinstance(operand, YearsBefore):
        return Type.DATE
    if isinstance(operand, Plus | Minus | Times):
        types = {operand_type(part) for part in _parts(operand)}
        if types == {Type.PERCENT} and not isinstance(operand, Times):
            return Type.PERCENT
        return Type.SIGNED if any(map(is_amount, types)) else Type.INT
    return operand.type


def _parts(operand: Plus | Minus | Times) -> tuple[Operand, ...]:
    if isinstance(operand, Plus):
        return operand.terms
    return operand.factors if isinstance(operand, Times) else (operand.left, operand.right)
