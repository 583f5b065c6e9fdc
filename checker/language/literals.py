"""Literals: words, figures, dates and euros, typed by what they meet."""

from __future__ import annotations

import re
from collections.abc import Callable

from checker.interval import INFINITY
from checker.kinds import Type
from checker.language.operandtypes import SAID
from checker.language.scope import Scope, is_reference
from checker.language.tree import Constant
from checker.money import parse_euros
from checker.yamlfile import Node, Scalar, Table
from checker.yamlform import read_date

_INTEGER = re.compile(r"-?[0-9]{1,17}")
_EUROS = re.compile(r"-?[0-9]+\.[0-9]{2}")


def is_literal(node: Node) -> bool:
    """Whether a node is a literal: a word without a dot, a figure, a date, `{text: …}`."""
    if isinstance(node, Scalar):
        return not is_reference(node.text)
    return isinstance(node, Table) and list(node.entries) == ["text"]


def literal(scope: Scope, node: Node, expected: Type | None) -> Constant:
    """A literal, typed by what it meets, or by its own form where that says nothing."""
    if isinstance(node, Table) and list(node.entries) == ["text"]:
        text = scope.form.text(node.entries["text"], "A text")
        if expected in (Type.TEXT, Type.ID, None):
            return Constant(text, expected or Type.TEXT)
        scope.form.refuse(node, f"A text stands where {SAID[expected]} is expected.")
    if not isinstance(node, Scalar) or is_reference(node.text):
        scope.form.refuse(node, "Write a literal here: a word, a number, a date or euros.")
    text = scope.form.text(node, "A literal")
    if expected is None:
        expected = _type_of_form(text)
    return Constant(_READERS[expected](scope, node, text), expected)


def _type_of_form(text: str) -> Type:
    if _EUROS.fullmatch(text):
        return Type.MONEY
    if _INTEGER.fullmatch(text):
        return Type.INT
    return Type.TEXT if read_date(text) is None else Type.DATE


def _amount(scope: Scope, node: Node, text: str) -> int:
    try:
        return parse_euros(text)
    except ValueError as error:
        scope.form.refuse(node, f"{error}.")


def _number(scope: Scope, node: Node, text: str) -> int:
    if not _INTEGER.fullmatch(text) or abs(int(text)) >= INFINITY:
        message = f"{text[:60]!r} meets a number; write a whole number within ±2^53."
        scope.form.refuse(node, message)
    return int(text)


def _share(scope: Scope, node: Node, text: str) -> int:
    if not _EUROS.fullmatch(text) or len(text) > 10:
        message = f"{text[:60]!r} meets a share; write percents with two decimals, like 30.00."
        scope.form.refuse(node, message)
    return int(text.replace(".", ""))


def _flag(scope: Scope, node: Node, text: str) -> int:
    if text not in ("0", "1"):
        scope.form.refuse(node, f"{text[:60]!r} meets a yes or no; write 1 for yes, 0 for no.")
    return int(text)


def _day(scope: Scope, node: Node, text: str) -> int:
    day = read_date(text)
    if day is None:
        scope.form.refuse(node, f"{text[:60]!r} meets a date; write it like 2024-02-09.")
    return day.toordinal()


def _text(scope: Scope, node: Node, text: str) -> str:
    if "." in text:
        scope.form.refuse(node, f"A text with a dot is written {{text: {text[:60]!r}}}.")
    return text


_READERS: dict[Type, Callable[[Scope, Node, str], int | str]] = {
    Type.MONEY: _amount,
    Type.SIGNED: _amount,
    Type.INT: _number,
    Type.PERCENT: _share,
    Type.FLAG: _flag,
    Type.DATE: _day,
    Type.TEXT: _text,
    Type.ID: _text,
}
