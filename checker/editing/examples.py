"""The examples of a rule: facts by kind, and the verdicts they must get."""

from __future__ import annotations

from checker.editing.conditions import by_kind
from checker.editing.fragments import SCALAR, Schema, described, items, ref, table
from checker.kinds import KINDS, Attribute, Kind
from checker.language.examples import KEYS, VERDICTS
from checker.language.tree import ACT

_VALUE: Schema = {"type": ["string", "number", "boolean", "null"]}


def definitions() -> Schema:
    """What an example refers to, by name."""
    return {
        "value": described(_VALUE, "null for a value that is missing"),
        "example": _example(),
        "act": _act(),
        **{f"fact-{kind.name}": _fact(kind) for kind in KINDS.values() if kind.name != ACT},
    }


def _example() -> Schema:
    verdict = {"enum": list(VERDICTS)}
    kinds = items({"enum": list(KINDS)})
    expect = {
        "anyOf": [verdict, {"type": "object", "additionalProperties": verdict, "minProperties": 1}]
    }
    forms: Schema = {
        "check": described(SCALAR, "Which check it is for, where the rule has several."),
        "act": ref("act"),
        "facts": items(_any_fact()),
        "whole": described(kinds, "Kinds of which every fact is here."),
        "open": described(kinds, "Kinds of which some facts may be missing."),
        "law": {"type": "object", "additionalProperties": ref("value")},
        "cites": described(items(SCALAR), "Keys of the references it must cite, in order."),
    }
    said = {"name": SCALAR, "expect": described(expect, "The verdict, or one for each subject.")}
    return table({**said, **{key: forms[key] for key in KEYS}}, ("name", "expect"))


def _any_fact() -> Schema:
    known = [name for name in KINDS if name != ACT]
    return {
        "type": "object",
        "properties": {"kind": {"enum": known}},
        "required": ["kind"],
        "allOf": by_kind(known, "fact"),
    }


def _fact(kind: Kind) -> Schema:
    properties = {name: _value(each) for name, each in kind.attributes.items()}
    return table(
        {"kind": {"const": kind.name}, **properties, "doubtful": _doubtful(kind)},
        description=f"{kind.label.fr} ({kind.label.en})",
    )


def _act() -> Schema:
    kind = KINDS[ACT]
    properties: Schema = {
        name: {"anyOf": [_value(each), items(_value(each), 2)]}
        for name, each in kind.attributes.items()
        if name != "id"
    }
    return table({**properties, "doubtful": _doubtful(kind)}, description="What the act says.")


def _doubtful(kind: Kind) -> Schema:
    names = [name for name in kind.attributes if name != "id"]
    return described(items({"enum": names}), "What is stated, but has several readings.")


def _value(attribute: Attribute) -> Schema:
    said = f"{attribute.label.fr} ({attribute.label.en})"
    if attribute.choices:
        return described({"enum": [*attribute.choices, None]}, said)
    return described(ref("value"), said)
