"""The list of rules, for `rules`."""

from __future__ import annotations

from collections.abc import Iterable

from checker.cli.ruleset import theme
from checker.language.rulesets import RuleSets
from checker.language.tree import Rule, Severity
from checker.render.jsonwriting import written
from checker.report.phrases import NATURES
from checker.words import Language, Words, counted, typeset

SCHEMA = "deliberation-check/rules/1"

SEVERITIES = {
    Severity.ERROR: Words("erreur", "error"),
    Severity.WARNING: Words("avertissement", "warning"),
    Severity.NOTE: Words("remarque", "note"),
}
_THEMES = {
    "arithmetic": Words("Arithmétique", "Arithmetic"),
    "consistency": Words("Cohérence", "Consistency"),
    "allocation": Words("Répartition", "Allocation"),
    "beneficiaries": Words("Bénéficiaires", "Beneficiaries"),
    "competence": Words("Compétence", "Competence"),
    "visas": Words("Visas", "Visas"),
    "agreement": Words("Conventions", "Agreements"),
    "commitment": Words("Contrat d'engagement républicain", "Republican commitment contract"),
    "transparency": Words("Transparence", "Transparency"),
    "budget": Words("Budget", "Budget"),
    "interests": Words("Intérêts", "Interests"),
    "vote": Words("Vote", "Vote"),
    "enforceability": Words("Caractère exécutoire", "Enforceability"),
    "eu": Words("Aides d'État", "State aid"),
    "reading": Words("Lecture du dossier", "Reading of the case"),
}
"""Titles of the themes, in the order in which a reader meets them."""
_ORDER = {theme: n for n, theme in enumerate(_THEMES)}
_POLICY = Words("Politique {}", "Policy {}")
_RULE = Words("règle", "rule"), Words("règles", "rules")
_CHECK = Words("contrôle", "check"), Words("contrôles", "checks")


def by_theme(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Rules by theme, then by policy set, each in the order of the identifiers."""
    found: dict[str, list[Rule]] = {}
    for rule in sorted(
        rules,
        key=lambda each: (each.policy, _ORDER.get(theme(each), len(_ORDER)), theme(each), each.id),
    ):
        found.setdefault(theme(rule), []).append(rule)
    return found


def severities(rule: Rule) -> tuple[Severity, ...]:
    """The severities that a rule can have, gravest first."""
    found = {severity for check in rule.checks for severity in check.severity.values()}
    return tuple(severity for severity in Severity if severity in found)


def theme_title(name: str, language: Language) -> str:
    """A theme or policy set in words."""
    if name.startswith("policies/"):
        return _POLICY(language).format(name.removeprefix("policies/"))
    return _THEMES[name](language) if name in _THEMES else name


def as_text(rulesets: RuleSets, language: Language) -> str:
    """The list for a reader, with a last line that counts."""
    named = {
        rule.id: ", ".join(SEVERITIES[each](language) for each in severities(rule))
        for rule in rulesets.rules
    }
    wide = max(map(len, named), default=0), max(map(len, named.values()), default=0)
    lines: list[str] = []
    for name, rules in by_theme(rulesets.rules).items():
        lines.append(typeset(theme_title(name, language), language))
        for rule in rules:
            title = typeset(rule.title(language), language)
            lines.append(f"  {rule.id:{wide[0]}}  {named[rule.id]:{wide[1]}}  {title}")
        lines.append("")
    checks = sum(len(rule.checks) for rule in rulesets.rules)
    total = counted(len(rulesets.rules), *_RULE, language)
    return "\n".join([*lines, f"{total}, {counted(checks, *_CHECK, language)}."])


def as_json(rulesets: RuleSets, language: Language) -> str:
    """The list for a machine."""
    rules = [
        {
            "id": rule.id,
            "title": rule.title(language),
            "theme": theme(rule),
            "policy": rule.policy or None,
            "nature": rule.nature.value,
            "nature_shown": NATURES[rule.nature](language),
            "stages": sorted(rule.stages),
            "bodies": sorted(rule.bodies),
            "from": rule.since.isoformat() if rule.since else None,
            "until": rule.until.isoformat() if rule.until else None,
            "file": rule.file,
            "checks": [
                {
                    "id": check.id,
                    "judgement": check.judgement,
                    "severity": {stage: check.severity[stage].value for stage in check.severity},
                }
                for check in rule.checks
            ],
        }
        for rules in by_theme(rulesets.rules).values()
        for rule in rules
    ]
    document = {"schema": SCHEMA, "digest": rulesets.digest, "rules": rules}
    return written(document)
