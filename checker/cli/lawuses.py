"""What the rules take from the law, and where each of its entries is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from checker.language.files import Role, find_files
from checker.language.rulesets import RuleSets, default_root
from checker.language.tree import Rule
from checker.law.coverage import Use
from checker.report.legal import article_parameters, parameter_refs

_KEY = re.compile(r"^([a-z0-9-]+):", re.MULTILINE)


def uses_of(rulesets: RuleSets) -> tuple[Use, ...]:
    """What each rule looks up and cites."""
    return tuple(map(_use, rulesets.rules))


def places(rulesets: RuleSets, folders: tuple[str, ...]) -> Mapping[str, str]:
    """The file of every rule, parameter and reference, below the rule sets."""
    return dict(_places(rulesets, folders))


def _use(rule: Rule) -> Use:
    return Use(
        rule=rule.id,
        file=rule.file,
        parameters=frozenset(ref.name for check in rule.checks for ref in parameter_refs(check)),
        articles=frozenset(article_parameters(rule)),
        references=frozenset(each.reference for each in rule.basis if each.reference),
        bodies=rule.bodies,
        since=rule.since,
        until=rule.until,
    )


def _places(rulesets: RuleSets, folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from ((rule.id, rule.file) for rule in rulesets.rules)
    names = {parameter.file: name for name, parameter in rulesets.law.parameters.items()}
    for found in find_files(default_root(), [Path(folder) for folder in folders]):
        if name := names.get(str(found.path)):
            yield name, found.file
        if found.role in (Role.REFERENCES, Role.SCHEMES, Role.ACCOUNTS):
            for key in _KEY.findall(found.path.read_text(encoding="utf-8")):
                yield key, found.file
