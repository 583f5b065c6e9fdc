"""Articles by rules, for `law matrix`: who cites what, and how."""

from __future__ import annotations

from collections.abc import Sequence

from tabulate import tabulate

from checker.cli.lawlist import days
from checker.cli.lawtext import window
from checker.language.rulesets import RuleSets
from checker.law.coverage import Citation, Period
from checker.render.jsonwriting import written
from checker.words import Language, Words, counted, typeset

SCHEMA = "deliberation-check/law-matrix/1"

_HEADERS = (
    Words("Référence", "Reference"),
    Words("En vigueur", "In force"),
    Words("Règles", "Rules"),
)
_LEGEND = Words(
    "sans marque : citée par la règle ; * article choisi selon la date et la collectivité ; "
    "+ source d'une valeur",
    "no mark: cited by the rule; * article chosen by date and authority; + source of a value",
)
_REFERENCE = Words("référence", "reference"), Words("références", "references")
_UNCITED = (
    Words("citée par aucune règle", "cited by no rule"),
    Words("citées par aucune règle", "cited by no rule"),
)


def as_text(citations: Sequence[Citation], language: Language) -> str:
    """One line for each reference, and a last line that counts."""
    rows = [
        (
            citation.reference.short,
            window(citation.reference.since, citation.reference.until, language),
            ", ".join(rule + _mark(citation, rule) for rule in citation.rules) or "-",
        )
        for citation in citations
    ]
    table = tabulate(rows, [header(language) for header in _HEADERS], disable_numparse=True)
    uncited = sum(not citation.rules for citation in citations)
    counts = (
        f"{counted(len(citations), *_REFERENCE, language)}, "
        f"{counted(uncited, *_UNCITED, language)}."
    )
    return typeset("\n".join([table, "", _LEGEND(language), counts]), language)


def as_json(rulesets: RuleSets, citations: Sequence[Citation], language: Language) -> str:
    """The same for a machine."""
    document = {
        "schema": SCHEMA,
        "digest": rulesets.digest,
        "references": [
            {
                "key": citation.reference.key,
                "short": citation.reference.short,
                "title": citation.reference.words(language),
                **days(Period(citation.reference.since, citation.reference.until)),
                "rules": [
                    {"id": rule, "cites": list(_ways(citation, rule))} for rule in citation.rules
                ],
            }
            for citation in citations
        ],
    }
    return written(document)


def _ways(citation: Citation, rule: str) -> list[str]:
    ways = {"basis": citation.basis, "article": citation.article, "value": citation.value}
    return [way for way, rules in ways.items() if rule in rules]


def _mark(citation: Citation, rule: str) -> str:
    if rule in citation.basis:
        return ""
    return "*" if rule in citation.article else "+"
