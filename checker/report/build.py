"""From verdicts to a report."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from checker.case import Case
from checker.checking import Checked
from checker.engine.firing import Evaluated, Explanation
from checker.kinds import Fact
from checker.language.tree import Rule, Severity
from checker.report import legal, messages
from checker.report.comparisons import verified
from checker.report.crosstable import cross_table
from checker.report.evidence import Evidence
from checker.report.model import (
    ActInfo,
    DocumentInfo,
    InstanceReport,
    MissingItem,
    Operand,
    ParameterUsed,
    Report,
    RuleReport,
    RulesInfo,
    SourceInfo,
)
from checker.report.naming import Naming
from checker.report.phrases import (
    ACTIONS,
    NATURES,
    REASONS,
    TO_JUDGE,
    VERDICTS,
    category,
    coded,
)
from checker.report.requests import missing_items, requests, rest_item
from checker.report.unchecked import Amounts
from checker.report.values import Printer
from checker.verdict import Instance, RuleVerdict, Verdict, severity_at
from checker.words import Language, Words, typeset

_UNKNOWN = RulesInfo()
_NO_SOURCE = SourceInfo()
_REST = Words("reste de la liste", "rest of the list")
_NOTHING = Explanation({}, (), (), ())
_SETTLED = (Verdict.PASS, Verdict.FAIL, Verdict.REVIEW)
_JUDGED = (Verdict.FAIL, Verdict.REVIEW)


def build_report(
    checked: Checked,
    *,
    language: Language,
    source: SourceInfo = _NO_SOURCE,
    made_with: RulesInfo = _UNKNOWN,
    today: datetime.date | None = None,
) -> Report:
    """The report of one case.

    Args:
        checked: The verdicts.
        language: Language of all prose.
        source: The file they are about.
        made_with: Version of the program and digest of the rule sets.
        today: Flags the values of the law last verified more than a year before.
    """
    writer = _Writer(
        checked=checked,
        language=language,
        naming=Naming(checked.facts, language),
        evidence=Evidence(checked.case, source, language),
        amounts=Amounts(checked.case),
    )
    rules = tuple(writer.rule(each) for each in checked.rules)
    open_ = [each for rule in rules for each in rule.instances if each.verdict is Verdict.OPEN]
    unchecked = writer.amounts.unchecked(checked.facts, writer.naming, writer.evidence, language)
    return Report(
        language=language,
        source=source,
        act=_act(checked.case, language),
        faults=checked.faults,
        counts=_counts(rules),
        rules=rules,
        requests=requests(rules, open_),
        unchecked=tuple(unchecked),
        crosstable=cross_table(checked.facts, writer.naming, language),
        parameters=tuple(_parameters(checked, language, today)),
        law_date=legal.law_date(checked.edition),
        made_with=made_with,
    )


@frozen(eq=False)
class _Writer:
    """Writes the rules of one case."""

    checked: Checked
    language: Language
    naming: Naming
    evidence: Evidence
    amounts: Amounts

    def rule(self, verdict: RuleVerdict) -> RuleReport:
        rule = verdict.rule
        basis = legal.basis(rule, self.checked.edition, self.language)
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
            reason_shown="" if verdict.instances else REASONS[verdict.reason](self.language),
        )

    def _instance(self, rule: Rule, instance: Instance, basis: tuple[str, ...]) -> InstanceReport:
        check, verdict = instance.check, instance.verdict
        bound = legal.aliases(check, instance.bound, self.checked.facts.act)
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
        )

    def _severity(self, instance: Instance, bound: Mapping[str, Fact]) -> tuple[Severity, bool]:
        severity = severity_at(instance.check, self.checked.facts.act.stage)
        if severity is not Severity.ERROR:
            return severity, False
        if legal.unconfirmed(instance.check, bound, self.checked.edition):
            return Severity.WARNING, True
        return severity, False

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
        return missing_items(
            explained.missing, instance.bound, self.checked.edition, self.naming, self.language
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


def _counts(rules: tuple[RuleReport, ...]) -> Mapping[Verdict, int]:
    found = Counter(instance.verdict for rule in rules for instance in rule.instances)
    found[Verdict.NOT_APPLICABLE] += sum(not rule.instances for rule in rules)
    return {verdict: found[verdict] for verdict in Verdict}


def _act(case: Case, language: Language) -> ActInfo:
    act = case.act
    return ActInfo(
        number=act.number,
        date=act.date,
        title=act.title,
        body=case.body.name,
        category=coded("category", case.body.category, language),
        organ=coded("organ", act.organ, language) if act.organ else None,
        stage=coded("stage", act.stage, language) if act.stage else None,
        documents=tuple(DocumentInfo(each.id, each.name, each.sha256) for each in case.documents),
    )


def _parameters(
    checked: Checked, language: Language, today: datetime.date | None
) -> Iterator[ParameterUsed]:
    """The dated values that the rules tried have used, each value once, by name."""
    found: dict[tuple[str, datetime.date], ParameterUsed] = {}
    for name, day in sorted(_looked_up(checked), key=lambda each: (each[0], str(each[1]))):
        value = checked.edition.in_force(name, day)
        if value is not None:
            used = legal.parameter_used(name, value, checked.edition, language, today)
            found.setdefault((name, value.since), used)
    yield from found.values()


def _looked_up(checked: Checked) -> set[tuple[str, datetime.date | None]]:
    looked: set[tuple[str, datetime.date | None]] = set()
    for verdict in checked.rules:
        if verdict.instances:
            looked |= {(name, None) for name in legal.article_parameters(verdict.rule)}
        for instance in verdict.instances:
            bound = legal.aliases(instance.check, instance.bound, checked.facts.act)
            for ref in legal.parameter_refs(instance.check):
                looked.add((ref.name, legal.day_of(ref, bound)))
    return looked
