"""One run of SARIF for all acts: the results as they come, what they point to at the end.

A verdict is a result of one of the five kinds; what they cite and were judged by is numbered as it
is met. The schema is that of the OASIS standard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from checker.render.as_sarif.law import Taxonomies
from checker.render.as_sarif.notifications import descriptors, of_report, of_unread
from checker.render.as_sarif.places import document_name, uri
from checker.render.as_sarif.results import Results
from checker.render.as_sarif.rules import Rules
from checker.render.jsonwriting import written
from checker.report.model import Outcome, Report, Unread
from checker.report.source import RulesInfo
from checker.words import Language

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


class Renderer:
    """Writes each result on a line of its own."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._law = Taxonomies(language)
        self._rules = Rules(self._law)
        self._notifications: list[dict[str, Any]] = []
        self._artifacts: dict[str, dict[str, Any]] = {}
        self._met: Counter[str] = Counter()
        self._made_with = RulesInfo()
        self._sound = True
        self._begun = False
        self._written = False

    def add(self, outcome: Outcome) -> str:
        """The results of one act."""
        if isinstance(outcome, Unread):
            self._notifications += of_unread(outcome)
            self._sound = False
            return self._opening()
        self._notifications += of_report(outcome)
        self._sound = self._sound and outcome.reliable
        self._made_with = outcome.made_with
        self._note_artifacts(outcome)
        return self._opening() + "".join(map(self._line, self._results(outcome)))

    def end(self) -> str:
        """The rules, the law, the files and what befell the run."""
        run = {
            "tool": {"driver": self._driver()},
            "taxonomies": self._law.lists(),
            "artifacts": [*self._artifacts.values()],
            "invocations": [
                {
                    "executionSuccessful": self._sound,
                    "toolExecutionNotifications": self._notifications,
                }
            ],
            "language": self._language,
            "columnKind": "unicodeCodePoints",
        }
        return f"{self._opening()}\n],\n{_printed(run)[1:-1]}}}]}}\n"

    def _opening(self) -> str:
        if self._begun:
            return ""
        self._begun = True
        head = _printed({"$schema": _SCHEMA, "version": "2.1.0"})[:-1]
        return f'{head}, "runs": [{{"results": ['

    def _line(self, result: dict[str, Any]) -> str:
        comma = "," if self._written else ""
        self._written = True
        return f"{comma}\n{_printed(result)}"

    def _results(self, report: Report) -> Iterable[dict[str, Any]]:
        results = Results(report, self._law, self._identity(report))
        for rule in report.rules:
            if not rule.instances:
                index = self._rules.index(rule.id, rule, None)
                yield {**results.not_tried(rule), "ruleIndex": index}
            for instance in rule.instances:
                index = self._rules.index(instance.check, rule, instance.severity)
                yield {**results.of(rule, instance), "ruleIndex": index}

    def _identity(self, report: Report) -> str:
        """The authority and the number of the act; of further ones so named, how many they are."""
        named = f"{report.act.body}\0{report.act.number or report.source.name}"
        self._met[named] += 1
        return f"{named}\0{self._met[named]}" if self._met[named] > 1 else named

    def _note_artifacts(self, report: Report) -> None:
        own = _artifact(uri(report.source.name), report.source.sha256)
        self._artifacts.setdefault(own["location"]["uri"], {**own, "roles": ["analysisTarget"]})
        for document in report.act.documents:
            beside = _artifact(uri(document_name(report, document.name)), document.sha256)
            self._artifacts.setdefault(beside["location"]["uri"], beside)

    def _driver(self) -> dict[str, Any]:
        version = self._made_with.version
        return {
            "name": "deliberation-check",
            **({"version": version} if version else {}),
            "language": self._language,
            "rules": self._rules.list(),
            "notifications": descriptors(self._language),
            "supportedTaxonomies": self._law.components(),
            "properties": {"rulesets": self._made_with.digest},
        }


def _artifact(where: str, sha256: str | None) -> dict[str, Any]:
    hashes = {"hashes": {"sha-256": sha256}} if sha256 else {}
    return {"location": {"uri": where}, **hashes}


def _printed(found: dict[str, Any]) -> str:
    return written(found, indent=None)
