"""The rules as SARIF describes them, numbered as they are met: one for each check."""

from __future__ import annotations

from typing import Any

from checker.language.tree import Severity
from checker.render.as_sarif.law import Taxonomies
from checker.report.model import RuleReport

_GRAVITY = list(Severity)


class Rules:
    """The checks that were met so far."""

    def __init__(self, law: Taxonomies) -> None:
        self._law = law
        self._indices: dict[str, int] = {}
        self._described: list[dict[str, Any]] = []
        self._severities: dict[str, Severity] = {}

    def index(self, id_: str, rule: RuleReport, severity: Severity | None) -> int:
        """The place in the list of a check, or of a rule that was not tried.

        Args:
            id_: That of the check or of the rule.
            rule: The rule.
            severity: That of an instance; the gravest is told of the check.
        """
        if id_ not in self._indices:
            self._indices[id_] = len(self._described)
            self._described.append(self._rule(id_, rule))
        if severity is not None:
            known = self._severities.get(id_, severity)
            self._severities[id_] = min(known, severity, key=_GRAVITY.index)
        return self._indices[id_]

    def list(self) -> list[dict[str, Any]]:
        """All of them, with the gravest severity that each was met with."""
        return [
            {**rule, "defaultConfiguration": {"level": self._severities[rule["id"]].value}}
            if rule["id"] in self._severities
            else rule
            for rule in self._described
        ]

    def _rule(self, id_: str, rule: RuleReport) -> dict[str, Any]:
        targets = [self._law.reference(text) for text in rule.law]
        return {
            "id": id_,
            "name": rule.title,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.why},
            "help": {"text": f"{rule.why}\n\ndeliberation-check explain {rule.id}"},
            "relationships": [{"target": target, "kinds": ["relevant"]} for target in targets],
            "properties": {
                "rule": rule.id,
                "nature": rule.nature.value,
                "policy": rule.policy or None,
                "tags": [rule.nature.value],
            },
        }
