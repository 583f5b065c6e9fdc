"""From verdicts to a report."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping

from checker.case import Case
from checker.checking import Checked
from checker.report.codes import coded
from checker.report.crosstable import cross_table
from checker.report.evidence import Evidence
from checker.report.instances import Writer
from checker.report.legal import law_date
from checker.report.model import (
    ActInfo,
    DocumentInfo,
    Report,
    RuleReport,
)
from checker.report.naming import Naming
from checker.report.parameters import DatedValues
from checker.report.readings import reading_of
from checker.report.requests import requests
from checker.report.source import RulesInfo, SourceInfo
from checker.report.unchecked import Amounts
from checker.verdict import Verdict
from checker.words import Language

_UNKNOWN = RulesInfo()
_NO_SOURCE = SourceInfo()


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
    writer = writer_of(checked, source, language, today)
    rules = tuple(writer.rule(each) for each in checked.rules)
    open_ = [each for rule in rules for each in rule.instances if each.verdict is Verdict.OPEN]
    unchecked = writer.amounts.unchecked(checked.facts, writer.naming, writer.evidence, language)
    return Report(
        language=language,
        source=source,
        act=_act(checked.case, source, language),
        faults=checked.faults,
        counts=_counts(rules),
        rules=rules,
        requests=requests(rules, open_),
        unchecked=tuple(unchecked),
        crosstable=cross_table(checked.facts, writer.naming, language),
        parameters=tuple(writer.values.used()),
        law_date=law_date(checked.edition),
        made_with=made_with,
        reading=reading_of(checked.case, writer.evidence, rules, source.reading, language),
    )


def writer_of(
    checked: Checked, source: SourceInfo, language: Language, today: datetime.date | None = None
) -> Writer:
    """What writes the rules of one case; the arguments are those of `build_report`."""
    return Writer(
        checked=checked,
        language=language,
        naming=Naming(checked.facts, language),
        evidence=Evidence(checked.case, source, language),
        amounts=Amounts(checked.case),
        values=DatedValues(checked.edition, language, today),
    )


def _counts(rules: tuple[RuleReport, ...]) -> Mapping[Verdict, int]:
    found = Counter(instance.verdict for rule in rules for instance in rule.instances)
    found[Verdict.NOT_APPLICABLE] += sum(not rule.instances for rule in rules)
    return {verdict: found[verdict] for verdict in Verdict}


def _act(case: Case, source: SourceInfo, language: Language) -> ActInfo:
    act, body = case.act, case.body
    beside = {register.id for register in source.registers}
    return ActInfo(
        number=act.number,
        date=act.date,
        title=act.title,
        body=body.name,
        category=coded("category", body.category, language) if body.category else None,
        organ=coded("organ", act.organ, language) if act.organ else None,
        stage=coded("stage", act.stage, language) if act.stage else None,
        documents=tuple(
            DocumentInfo(each.id, each.name, each.sha256)
            for each in case.documents
            if each.id not in beside
        ),
    )
