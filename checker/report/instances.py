"""The words of each rule and each of its instances."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from checker.checking import Checked
from checker.engine.firing import Evaluated, Explanation, Missing
from checker.kinds import Fact
from checker.language.tree import ACT, Rule, Severity
from checker.report import messages
from checker.report.comparisons import verified
from checker.report.evidence import Evidence
from checker.report.legal import basis_of, law_of
from checker.report.model import InstanceReport, MissingItem, Operand, RuleReport
from checker.report.naming import Naming
from checker.report.parameters import DatedValues
from checker.report.phrases import (
    ACTIONS,
    NATURES,
    REASONS,
    TO_JUDGE,
    VERDICTS,
    category,
)
from checker.report.requests import missing_items, rest_item
from checker.report.unchecked import Amounts
from checker.report.values import Printer
from checker.verdict import Instance, RuleVerdict, Verdict, severity_at
from checker.words import Language, Words, typeset

_REST = Words("reste de la liste", "rest of the list")
_NOTHING = Explanation({}, (), (), ())
_SETTLED = (Verdict.PASS, Verdict.FAIL, Verdict.REVIEW)
_JUDGED = (Verdict.FAIL, Verdict.REVIEW)


@frozen(eq=False)
class Writer:
    """Writes the rules of one case."""

    checked: Checked
    language: Language
    naming: Naming
    evidence: Evidence
    amounts: Amounts
    values: DatedValues

    def rule(self, verdict: RuleVerdict) -> RuleReport:
        """A rule, tried or not, with its instances."""
        rule = verdict.rule
        if verdict.instances:
            self.values.cited(rule)
        basis = basis_of(rule, self.checked.edition, self.language)
        return RuleReport(
            id=rule.id,
            title=typeset(rule.title(self.language), self.language),
            why=typeset(rule.why(self.language), self.language),
            nature=rule.nature,
            nature_shown=NATURES[rule.nature](self.language),
            policy=rule.policy,
            verdict=verdict.verdict,
            instances=tuple(self._instance(rule, each, basis) for each in verdict.instances),
            reason=verdict.reason,
            law=law_of(rule, self.checked.edition),
            reason_shown="" if verdict.instances else REASONS[verdict.reason](self.language),
        )

    def _instance(self, rule: Rule, instance: Instance, basis: tuple[str, ...]) -> InstanceReport:
        check, verdict = instance.check, instance.verdict
        bound = self._aliases(instance)
        explained = self.checked.explain(instance) or _NOTHING
        if verdict in _SETTLED:
            self.amounts.compare(explained.matched)
        severity, capped = self._severity(instance, bound)
        printer = Printer(check, bound, self.naming, self.language)
        missing = self._missing(instance, explained)
        judged = verdict in _JUDGED
        return InstanceReport(
            check=check.id,
            subject=instance.subject,
            named=self._named(instance),
            verdict=verdict,
            severity=severity,
            category=self._category(rule, instance, severity),
            action=self._action(verdict, severity),
            message=self._message(instance, explained, missing, printer),
            remedy=self._filled(instance, check.remedy, printer) if judged else "",
            operands=tuple(_operand(value, printer) for value in explained.values.values()),
            where=self.evidence.places(explained.inputs, instance.bound),
            missing=missing,
            basis=basis,
            capped=capped and judged,
            reliable=instance.reliable,
            unconfirmed=self.evidence.unconfirmed(explained.inputs) if verdict in _SETTLED else 0,
        )

    def _severity(self, instance: Instance, bound: Mapping[str, Fact]) -> tuple[Severity, bool]:
        severity = severity_at(instance.check, self.checked.facts.act.stage)
        unconfirmed = self.values.unconfirmed(instance.check, bound)
        if severity is Severity.ERROR and unconfirmed:
            return Severity.WARNING, True
        return severity, False

    def _aliases(self, instance: Instance) -> Mapping[str, Fact]:
        names = (each.alias for each in instance.check.bindings)
        bound = dict(zip(names, instance.bound, strict=False))
        return {ACT: self.checked.facts.act, **bound}

    def _named(self, instance: Instance) -> str:
        if instance.firing is None:
            return _REST(self.language)
        return self.naming.subject(instance.bound)

    def _category(self, rule: Rule, instance: Instance, severity: Severity) -> str:
        if instance.verdict is Verdict.FAIL:
            return category(instance.check, rule.nature, severity)(self.language)
        return VERDICTS[instance.verdict](self.language)

    def _action(self, verdict: Verdict, severity: Severity) -> str:
        if verdict is Verdict.REVIEW:
            return TO_JUDGE(self.language)
        return ACTIONS[severity](self.language) if verdict is Verdict.FAIL else ""

    def _missing(self, instance: Instance, explained: Explanation) -> tuple[MissingItem, ...]:
        if instance.verdict is not Verdict.OPEN:
            return ()
        if instance.firing is None:
            return tuple(rest_item(kind, self.language) for kind in instance.rest_of)
        unbound = (Missing(fact=self.checked.facts.act, attribute="category"),)
        missing = (*(unbound if instance.may_not_bind else ()), *explained.missing)
        return missing_items(
            missing, instance.bound, self.checked.edition, self.naming, self.language
        )

    def _filled(self, instance: Instance, template: Words, printer: Printer) -> str:
        return messages.filled(
            template, lambda names: self.checked.evaluate(instance, names), printer
        )

    def _message(
        self,
        instance: Instance,
        explained: Explanation,
        missing: tuple[MissingItem, ...],
        printer: Printer,
    ) -> str:
        if instance.firing is None:
            return messages.rest_of_list(instance.rest_of, self.language)
        if instance.verdict in _JUDGED:
            return self._filled(instance, instance.check.message, printer)
        if instance.verdict is Verdict.OPEN:
            if not instance.reliable and not missing:
                return messages.doubted(self.language)
            return messages.undecided(missing, self.language)
        return verified(instance.check.requirement, explained.values, printer)


def _operand(value: Evaluated, printer: Printer) -> Operand:
    shown = printer.reference(value)
    return Operand(value.name, value.type, value.interval, value.text, shown)
