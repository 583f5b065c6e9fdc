"""Operands: literals typed by what they meet, references, and arithmetic that makes sense."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.kinds import KINDS, Source, Type
from checker.language.literals import is_literal, literal
from checker.language.operandtypes import SAID, Typed, is_amount
from checker.language.scope import LAW, POLICY, Scope, is_reference
from checker.language.tree import (
    AttributeRef,
    Constant,
    LetRef,
    Minus,
    OrElse,
    ParameterRef,
    Plus,
    Times,
    YearsBefore,
)
from checker.law.parameters import NAME
from checker.suggestion import suggestion
from checker.yamlfile import Listing, Node, Scalar, Table
from checker.yamlform import RefusedError

MOST_YEARS = 100
LARGEST_FACTOR = 1_000_000
"""Largest product of the literal factors of a `times`."""

_OPERATORS = ("plus", "minus", "times", "or", "years_before", "text", LAW, POLICY)


def operand(scope: Scope, node: Node, expected: Type | None = None) -> Typed:
    """Any operand; `expected` types the literals in it that nothing else types."""
    if is_literal(node):
        constant = literal(scope, node, expected)
        return Typed(constant, constant.type)
    if isinstance(node, Scalar):
        return _reference(scope, node, node.text)
    if not isinstance(node, Table) or not node.entries:
        scope.form.refuse(
            node, f"An operand is a word, a figure, or a mapping with {', '.join(_OPERATORS)}."
        )
    if LAW in node.entries or POLICY in node.entries:
        return _anchored(scope, node)
    form = scope.form
    table = form.table(node, "An operand", (), _OPERATORS)
    if len(table.entries) != 1:
        form.refuse(node, f"An operand has one key, not {len(table.entries)}.")
    ((name, value),) = table.entries.items()
    if name not in _COMPOUND:
        raise RefusedError  # noted by `table`
    return _COMPOUND[name](scope, value, expected)


def pair(scope: Scope, node: Node, what: str) -> tuple[Typed, Typed]:
    """Two operands that can be compared, each literal typed by the other side."""
    items = scope.form.items(node, what)
    if len(items) != 2:
        scope.form.refuse(node, f"{what} is a list of two, not of {len(items)}.")
    if all(_untyped(item) for item in items):
        scope.form.refuse(node, f"{what} compares two literals; one of them must be a reference.")
    left, right = _typed_together(scope, items, None)
    meet(scope, node, left, right)
    return left, right


def meet(scope: Scope, node: Node, left: Typed, right: Typed) -> None:
    """Refuse two operands that cannot be compared."""
    one_of(scope, node, left, right)
    one_of(scope, node, right, left)
    if isinstance(right.operand, Constant) or isinstance(left.operand, Constant):
        return  # typed by the other side
    same = left.type is right.type or (is_amount(left.type) and is_amount(right.type))
    if not same or (left.of and right.of and left.of != right.of):
        message = f"{left.said} is compared with {right.said}; compare like with like."
        scope.form.refuse(node, message[0].upper() + message[1:])


def one_of(scope: Scope, node: Node, closed: Typed, other: Typed) -> None:
    """Refuse a word that a closed text never is: the test would never hold, in silence."""
    if closed.choices and isinstance(other.operand, Constant):
        word = str(other.operand.value)
        if word not in closed.choices:
            known = ", ".join(closed.choices)
            hint = suggestion(word, closed.choices)
            scope.form.refuse(node, f"{word[:60]!r} is not one of {known}{hint}")


def _typed_together(
    scope: Scope, items: Sequence[Node], expected: Type | None
) -> tuple[Typed, ...]:
    """Operands that share a type: those that have one first, then the others by them."""
    form = scope.form
    typed = dict(
        form.each(
            [index for index, item in enumerate(items) if not _untyped(item)],
            lambda index: (index, operand(scope, items[index], expected)),
        )
    )
    for found in typed.values():
        if not isinstance(found.operand, Constant):
            expected = found.type
            break
    rest = [index for index in range(len(items)) if index not in typed]
    typed |= dict(form.each(rest, lambda index: (index, operand(scope, items[index], expected))))
    return tuple(typed[index] for index in range(len(items)))


def _untyped(node: Node) -> bool:
    """Whether nothing in an operand says its type."""
    if is_literal(node):
        return True
    if isinstance(node, Table) and len(node.entries) == 1:
        ((name, value),) = node.entries.items()
        items = value.items if isinstance(value, Listing) else ()
        return name in ("plus", "minus", "times") and all(map(_untyped, items))
    return False


def _reference(scope: Scope, node: Node, text: str) -> Typed:
    ref = scope.resolve(node, text)
    attribute = KINDS[ref.kind].attributes[ref.attribute] if isinstance(ref, AttributeRef) else None
    return Typed(ref, ref.type, kind_of_id(ref), attribute.choices if attribute else ())


def kind_of_id(ref: AttributeRef | LetRef | ParameterRef) -> str | None:
    """The kind whose identifier a reference holds, where one is known."""
    if isinstance(ref, AttributeRef):
        return KINDS[ref.kind].attributes[ref.attribute].of
    return None


def _anchored(scope: Scope, node: Table) -> Typed:
    form = scope.form
    prefix = LAW if LAW in node.entries else POLICY
    table = form.table(node, f"A parameter with its own date, {{{prefix}: …}},", (prefix, "at"))
    what = "The name of a parameter, without its prefix,"
    name = form.word(table.entries[prefix], what, NAME, "agreement_threshold")
    ref = scope.parameter(table.entries[prefix], f"{prefix}.{name}")
    at = form.at(table, "at")
    anchor = scope.fact(at, form.text(at, "The key 'at'"))
    if anchor.type is not Type.DATE:
        form.refuse(at, f"'at' is {SAID[anchor.type]}; name an attribute that is a date.")
    return Typed(ParameterRef(ref.name, ref.type, anchor), ref.type)


def _terms(scope: Scope, node: Node, name: str, expected: Type | None) -> tuple[Typed, ...]:
    items = scope.form.items(node, f"The value of {name!r}")
    if len(items) < 2 or (name == "minus" and len(items) > 2):
        number = "two operands" if name == "minus" else "two operands or more"
        scope.form.refuse(node, f"{name!r} takes a list of {number}.")
    return _typed_together(scope, items, expected)


def _plus(scope: Scope, node: Node, expected: Type | None) -> Typed:
    terms = _terms(scope, node, "plus", expected)
    types = {term.type for term in terms}
    result = Plus(tuple(term.operand for term in terms))
    for type_ in (Type.INT, Type.PERCENT):
        if types == {type_}:
            return Typed(result, type_)
    if not all(map(is_amount, types)):
        scope.form.refuse(node, f"'plus' adds amounts, or numbers; here {_said_of(terms)}.")
    return Typed(result, Type.SIGNED if Type.SIGNED in types else Type.MONEY)


def _minus(scope: Scope, node: Node, expected: Type | None) -> Typed:
    left, right = _terms(scope, node, "minus", expected)
    result = Minus(left.operand, right.operand)
    if is_amount(left.type) and is_amount(right.type):
        return Typed(result, Type.SIGNED)
    if left.type is right.type is Type.PERCENT:
        return Typed(result, Type.PERCENT)
    if left.type is not right.type or left.type not in (Type.INT, Type.DATE):
        found = _said_of((left, right))
        scope.form.refuse(node, f"'minus' takes two amounts, numbers or dates; here {found}.")
    return Typed(result, Type.INT)  # of two dates, days


def _times(scope: Scope, node: Node, _expected: Type | None) -> Typed:
    items = scope.form.items(node, "The value of 'times'")
    if len(items) < 2:
        scope.form.refuse(node, "'times' takes a list of two operands or more.")
    factors = scope.form.each(items, lambda item: operand(scope, item))
    product = 1
    for factor in factors:
        if isinstance(factor.operand, Constant) and isinstance(factor.operand.value, int):
            product *= 1 if is_amount(factor.type) else abs(factor.operand.value)
    if product > LARGEST_FACTOR:
        message = f"The literal factors make {product}, more than {LARGEST_FACTOR}; scale them down"
        scope.form.refuse(node, f"{message}, or the product may exceed 2^53.")
    amounts = [factor for factor in factors if is_amount(factor.type)]
    numbers = [factor for factor in factors if factor.type in (Type.INT, Type.PERCENT)]
    if len(amounts) > 1 or len(amounts) + len(numbers) < len(factors):
        message = f"'times' takes numbers, and at most one amount; here {_said_of(factors)}."
        scope.form.refuse(node, message)
    type_ = Type.SIGNED if amounts else Type.INT
    return Typed(Times(tuple(factor.operand for factor in factors)), type_)


def _or_else(scope: Scope, node: Node, _expected: Type | None) -> Typed:
    items = scope.form.items(node, "The value of 'or'")
    if len(items) != 2 or not isinstance(items[0], Scalar) or not is_reference(items[0].text):
        scope.form.refuse(node, "'or' takes a reference and a literal: {or: [vote.blank, 0]}.")
    ref = scope.fact(items[0], items[0].text)
    attribute = KINDS[ref.kind].attributes[ref.attribute]
    if attribute.source is not Source.ACT:
        message = f"An omission of {items[0].text!r} is unknown, not zero: 'or' is only for what "
        scope.form.refuse(items[0], message + "the act itself states.")
    return Typed(OrElse(ref, literal(scope, items[1], ref.type)), ref.type, attribute.of)


def _years_before(scope: Scope, node: Node, _expected: Type | None) -> Typed:
    items = scope.form.items(node, "The value of 'years_before'")
    if len(items) != 2:
        scope.form.refuse(node, "'years_before' takes a number and a date: [3, act.date].")
    years = scope.form.integer(items[0], "The number of years")
    if not 0 <= years <= MOST_YEARS:
        scope.form.refuse(items[0], f"The number of years lies between 0 and {MOST_YEARS}.")
    day = operand(scope, items[1], Type.DATE)
    if day.type is not Type.DATE:
        scope.form.refuse(items[1], f"'years_before' takes a date, not {day.said}.")
    return Typed(YearsBefore(years, day.operand), Type.DATE)


_COMPOUND: dict[str, Callable[[Scope, Node, Type | None], Typed]] = {
    "plus": _plus,
    "minus": _minus,
    "times": _times,
    "or": _or_else,
    "years_before": _years_before,
}


def _said_of(operands: Sequence[Typed]) -> str:
    return " and ".join(dict.fromkeys(found.said for found in operands))
