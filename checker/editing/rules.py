"""The schema of a rule file."""

from __future__ import annotations

from typing import get_args

from checker.case import Category, Stage
from checker.editing import conditions, examples
from checker.editing.fragments import DAY, TEXT, Schema, described, document, items, ref, table
from checker.language.checks import OPTIONAL, REQUIRED
from checker.language.rulefile import CHECK_NAME, HEAD, ID, MORE
from checker.language.tree import Nature, Severity

_WORDS = table({"fr": TEXT, "en": TEXT}, ("fr", "en"))
_FLAG: Schema = {"type": "boolean"}
_SEVERITY: Schema = {"enum": [each.value for each in Severity]}
_STAGES = list(get_args(Stage))
_SEVERITIES: Schema = {
    "anyOf": [_SEVERITY, table(dict.fromkeys(_STAGES, _SEVERITY))],
    "description": "How grave a failure is, or that for each stage.",
}
_JUDGEMENT = described(_FLAG, "The facts are certain, the judgement is a person's.")
_CHECK: Schema = {
    "for": ref("for"),
    "let": ref("let"),
    "when": described(ref("condition"), "Narrows what the check is tried on."),
    "require": described(ref("condition"), "What must hold."),
    "message": described(_WORDS, "The finding; {award.amount}, {let.total}, {gap} are filled in."),
    "remedy": described(_WORDS, "What to do about it."),
    "rest": described({"const": "ignore"}, "What an open list may still hold is left aside."),
}
_RULE: Schema = {
    "id": {"type": "string", "pattern": f"^{ID.pattern}$"},
    "title": _WORDS,
    "nature": {
        "enum": [each.value for each in Nature],
        "description": "norm: a text requires it; internal: the act contradicts itself.",
    },
    "stages": described(items({"enum": _STAGES}, 1), "Stages of the act at which it is tried."),
    "bodies": {
        "anyOf": [{"const": "all"}, items({"enum": list(get_args(Category))}, 1)],
        "description": "Categories of authority that it binds.",
    },
    "why": described(_WORDS, "What is at stake."),
    "severity": _SEVERITIES,
    "judgement": _JUDGEMENT,
    "valid": described(table({"from": DAY, "to": DAY}), "First and last day in force."),
    "basis": described(
        items(
            {"anyOf": [{"type": "string"}, table({"article": {"type": "string"}}, ("article",))]}
        ),
        "Keys of references, or an article that date and category choose.",
    ),
    "examples": described(items(ref("example")), "Facts, each with the verdict it must get."),
    "survivors": described(
        items(table({"mutants": items(TEXT, 1), "why": _WORDS}, ("mutants", "why"))),
        "Mutants that no example needs to notice, with the reason.",
    ),
}


def rule_schema() -> Schema:
    """The schema."""
    named = {"name": {"type": "string", "pattern": f"^{CHECK_NAME.pattern}$"}}
    checks = items(ref("check"), 1)
    return document(
        "rule",
        "Rule of deliberation-check",
        {
            **table(
                {
                    **{key: _RULE[key] for key in (*HEAD, *MORE)},
                    "checks": described(checks, "Several requirements in one rule."),
                    **{key: _CHECK[key] for key in (*REQUIRED, *OPTIONAL)},
                },
                HEAD,
            ),
            "oneOf": [
                {"required": ["checks"], "not": {"anyOf": [{"required": [k]} for k in _CHECK]}},
                {"required": list(REQUIRED), "not": {"required": ["checks"]}},
            ],
        },
        {
            **conditions.definitions(),
            **examples.definitions(),
            "check": table(
                {**named, **_CHECK, "severity": _SEVERITIES, "judgement": _JUDGEMENT},
                ("name", *REQUIRED),
            ),
        },
    )
