"""The parts of a rule that judge: bindings, lets, tests, conditions, operands."""

from __future__ import annotations

from collections.abc import Iterable

import checker.vocabulary  # noqa: F401 - fills KINDS
from checker.editing.fragments import SCALAR, TEXT, Schema, described, items, ref, table
from checker.kinds import KINDS, Attribute, Kind
from checker.language.checks import ALLOWED, MOST_ALIASES
from checker.language.conditions import COMPARISONS, TESTS
from checker.language.operands import MOST_YEARS
from checker.language.tree import Aggregate
from checker.law.parameters import NAME

_NAME: Schema = {"type": "string", "pattern": f"^{NAME.pattern}$"}
_REFERENCE: Schema = {"type": "string", "pattern": r"^[A-Za-z][^\s.]*\.\S+$"}


def definitions() -> Schema:
    """Everything that a condition refers to, by name."""
    return {
        "condition": _condition(),
        "operand": _operand(),
        "reference": described(_REFERENCE, "award.amount, let.total, law.name, act.year"),
        "literal": {"anyOf": [SCALAR, table({"text": TEXT}, ("text",))]},
        "test": _test(),
        "for": _for(),
        "let": _let(),
        **{f"tests-{kind.name}": _tests(kind) for kind in KINDS.values()},
    }


def _condition() -> Schema:
    part = ref("condition")
    pair = items(ref("operand"), 2, 2)
    return {
        **table(
            {
                "all": described(items(part, 1), "Every one of them holds."),
                "any": described(items(part, 1), "One of them holds."),
                "not": described(part, "It does not hold."),
                "stated": described(ref("reference"), "The value is given."),
                **dict.fromkeys(COMPARISONS, pair),
            }
        ),
        "minProperties": 1,
        "maxProperties": 1,
    }


def _operand() -> Schema:
    several = items(ref("operand"), 2)
    years = {
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0, "maximum": MOST_YEARS}, ref("operand")],
        "minItems": 2,
        "maxItems": 2,
    }
    instead = {
        "type": "array",
        "prefixItems": [ref("reference"), SCALAR],
        "minItems": 2,
        "maxItems": 2,
    }
    compound = {
        **table(
            {
                "plus": several,
                "minus": items(ref("operand"), 2, 2),
                "times": several,
                "or": described(instead, "The value, or the literal where the act is silent."),
                "years_before": described(years, "A number of years before a date."),
                "text": described(TEXT, "A text that holds a dot, or looks like a number."),
            }
        ),
        "minProperties": 1,
        "maxProperties": 1,
    }
    dated = [
        described(table({name: _NAME, "at": ref("reference")}, (name, "at")), "Its value that day.")
        for name in ("law", "policy")
    ]
    return {"anyOf": [SCALAR, compound, *dated]}


def _test() -> Schema:
    """A test of one attribute: a value, one of several, or a comparison."""
    compared: Schema = dict.fromkeys(TESTS, ref("operand"))
    several = items(ref("literal"), 1)
    compared["not"] = {"anyOf": [ref("operand"), several]}
    return {"anyOf": [ref("operand"), several, table(compared)]}


def _tests(kind: Kind) -> Schema:
    """The tests of the attributes of a kind, in `for` and `where`."""
    properties = {name: _attribute(each) for name, each in kind.attributes.items()}
    said = f"{kind.label.fr} ({kind.label.en})"
    return table({"kind": {"const": kind.name}, **properties}, description=said)


def _attribute(attribute: Attribute) -> Schema:
    said = f"{attribute.label.fr} ({attribute.label.en})"
    if not attribute.choices:
        return described(ref("test"), said)
    words: Schema = {"enum": [*attribute.choices, "stated", "absent"]}
    return described(_closed(words), said)


def _closed(words: Schema) -> Schema:
    """A test of an attribute with a closed list of words."""
    compared: Schema = dict.fromkeys(TESTS, ref("operand"))
    one = {"anyOf": [words, ref("reference")]}
    compared["not"] = {"anyOf": [one, items(words, 1)]}
    return {"anyOf": [words, ref("reference"), items(words, 1), table(compared)]}


def by_kind(of: Iterable[str], wanted: str) -> list[Schema]:
    """For each kind, the definition that what is of it must fit."""
    return [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": ref(f"{wanted}-{name}"),
        }
        for name in of
    ]


def _for() -> Schema:
    binding = {
        "type": "object",
        "properties": {"kind": {"enum": list(KINDS)}},
        "required": ["kind"],
        "allOf": by_kind(KINDS, "tests"),
    }
    return {
        "description": "The facts that the check is tried on, each under a name.",
        "type": "object",
        "propertyNames": _NAME,
        "additionalProperties": binding,
        "minProperties": 1,
        "maxProperties": MOST_ALIASES,
    }


def _let() -> Schema:
    one = {
        **table({**{each.value: _rows(each) for each in Aggregate}, "where": {"type": "object"}}),
        "oneOf": [{"required": [each.value]} for each in Aggregate],
        "allOf": [_where(kind) for kind in KINDS.values()],
    }
    return {
        "description": "Sums and counts over other facts, each under a name.",
        "type": "object",
        "propertyNames": _NAME,
        "additionalProperties": one,
        "minProperties": 1,
    }


def _rows(aggregate: Aggregate) -> Schema:
    if aggregate is Aggregate.COUNT:
        return {"enum": list(KINDS)}
    types = ALLOWED.get(aggregate)
    return {
        "enum": [
            f"{kind.name}.{name}"
            for kind in KINDS.values()
            for name, each in kind.attributes.items()
            if types is None or each.type in types
        ]
    }


def _where(kind: Kind) -> Schema:
    """What `where` may test, by the kind of the rows."""
    of = {"pattern": rf"^{kind.name}(\.|$)"}
    return {
        "if": {"properties": dict.fromkeys((each.value for each in Aggregate), of)},
        "then": {"properties": {"where": ref(f"tests-{kind.name}")}},
    }
