"""A verdict as a result of SARIF."""

from __future__ import annotations

import hashlib
from typing import Any

from checker.render.as_sarif.law import Taxonomies
from checker.render.as_sarif.places import plain, primary, related
from checker.report.model import InstanceReport, Report, RuleReport, Waived
from checker.verdict import Verdict
from checker.words import Language, Words

FINGERPRINT = "deliberationCheck/v1"
_KINDS = {
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.OPEN: "open",
    Verdict.REVIEW: "review",
    Verdict.NOT_APPLICABLE: "notApplicable",
}
_EXPLAINED = (Verdict.FAIL, Verdict.OPEN, Verdict.REVIEW)
"""Verdicts whose passages are all told; the others are told by the first."""
_TO_DO = Words("À faire\u00a0: {}", "To do: {}")


class Results:
    """Writes the results of one act.

    Args:
        identity: What tells the act from every other of the run, and stays as the files change.
    """

    def __init__(self, report: Report, law: Taxonomies, identity: str) -> None:
        self._report = report
        self._law = law
        self._identity = identity

    def of(self, rule: RuleReport, instance: InstanceReport) -> dict[str, Any]:
        """The result of one instance, but for the index of its rule."""
        report, say = self._report, self._report.language
        told = related(report, instance.where, say) if instance.verdict in _EXPLAINED else []
        failed = instance.verdict is Verdict.FAIL
        return {
            "ruleId": instance.check,
            "kind": _KINDS[instance.verdict],
            "level": instance.severity.value if failed else "none",
            "message": {"text": _message(instance, say)},
            "locations": [primary(report, instance.where)],
            **({"relatedLocations": told} if told else {}),
            "partialFingerprints": self._fingerprint(instance.check, instance.subject),
            "taxa": [self._law.reference(text) for text in rule.law],
            "suppressions": [_suppression(instance.waived)] if instance.waived else [],
            "properties": {**self._act(), **_properties(instance)},
        }

    def not_tried(self, rule: RuleReport) -> dict[str, Any]:
        """The result of a rule without instance."""
        return {
            "ruleId": rule.id,
            "kind": _KINDS[Verdict.NOT_APPLICABLE],
            "level": "none",
            "message": {"text": plain(rule.reason_shown)},
            "locations": [primary(self._report, ())],
            "partialFingerprints": self._fingerprint(rule.id, ""),
            "suppressions": [],
            "properties": self._act(),
        }

    def _act(self) -> dict[str, Any]:
        return {"act": self._report.act.number}

    def _fingerprint(self, check: str, subject: str) -> dict[str, str]:
        """The same for a finding of the act wherever it stands in whichever file."""
        said = "\0".join((self._identity, check, subject)).encode("utf-8", "surrogatepass")
        return {FINGERPRINT: hashlib.sha256(said).hexdigest()}


def _message(instance: InstanceReport, say: Language) -> str:
    remedy = f"\n\n{_TO_DO(say).format(instance.remedy)}" if instance.remedy else ""
    return plain(instance.message + remedy)


def _suppression(waived: Waived) -> dict[str, Any]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": waived.reason,
        "properties": {
            "author": waived.author,
            "date": waived.date.isoformat(),
            "expires": waived.expires.isoformat() if waived.expires else None,
            "place": waived.place,
        },
    }


def _properties(instance: InstanceReport) -> dict[str, Any]:
    return {
        "subject": instance.subject,
        "named": instance.named,
        "severity": instance.severity.value,
        "category": instance.category,
        "reliable": instance.reliable,
        "capped": instance.capped,
        "unconfirmed": instance.unconfirmed,
        "operands": [{"name": each.name, "shown": each.shown} for each in instance.operands],
        "missing": [{"what": each.what, "document": each.document} for each in instance.missing],
        "basis": list(instance.basis),
    }
