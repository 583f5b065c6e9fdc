"""Small cases, a few rules of every nature, and their reports, without the engine."""

from __future__ import annotations

import datetime
import functools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from checker.case import (
    Act,
    Award,
    Beneficiary,
    Body,
    Case,
    Cents,
    Component,
    Count,
    Document,
    Interest,
    Measure,
    MeasureLine,
    Member,
    Provenance,
    Slug,
    StatedTotal,
    SummaryLine,
)
from checker.checking import Checked
from checker.engine.plain.interpreter import Interpreter
from checker.facts import state
from checker.language.applicable import set_aside
from checker.language.rulesets import RuleSets, load_rulesets
from checker.report import Report, RulesInfo, SourceInfo, build_report
from checker.verdict import RuleVerdict, instances
from checker.words import Language

REFERENCES = """\
law-2001:
  fr: article 10 de la loi du 12 avril 2000
  en: article 10 of the law of 12 April 2000
  short: loi 2000-321, art. 10
  verified: 2024-01-15
old-practice:
  fr: pratique de l'exercice précédent
  en: practice of the year before
  short: pratique
  verified: 2024-01-15
  status: to_confirm
"""
THRESHOLD = """\
title: {fr: "Seuil annuel : convention", en: "Annual threshold: agreement"}
type: money
anchor: act.date
values:
  2001-06-11: {value: 23000.00, reference: law-2001, verified: 2024-01-15, status: to_confirm}
  2025-01-01: {value: 25000.00, reference: law-2001, verified: 2026-01-15}
"""
HEAD = """\
id: {id}
title: {{fr: "{title}", en: "{title}"}}
nature: {nature}
severity: {severity}
stages: {stages}
bodies: {bodies}
{basis}why: {{fr: "Parce que : cela compte.", en: "Because it matters."}}
"""
BODIES = {
    "TOT-01": (
        "internal",
        "error",
        "",
        """\
for:
  total: {kind: stated_total, of: operative}
let:
  awards: {sum: award.amount, where: {decision: total.decision}}
require: {equal: [let.awards, total.amount]}
message:
  fr: >-
    Le total énoncé est de {total.amount} ; la somme (nombre : {let.awards.count}) est de
    {let.awards}. Écart : {gap}.
  en: >-
    The stated total is {total.amount}; the sum (number: {let.awards.count}) is {let.awards}.
    Difference: {gap}.
remedy: {fr: "Rectifier {total.amount}.", en: "Correct {total.amount}."}
""",
    ),
    "SEU-01": (
        "norm",
        "error",
        "basis: [law-2001]\n",
        """\
for:
  award: {kind: award}
require: {at_most: [award.amount, law.threshold]}
message:
  fr: "L'attribution de {award.beneficiary} est de {award.amount}, au-delà de {law.threshold}."
  en: "The award of {award.beneficiary} is {award.amount}, above {law.threshold}."
remedy: {fr: "Conclure une convention.", en: "Conclude an agreement."}
""",
    ),
    "JUG-01": (
        "practice",
        "warning",
        "judgement: true\n",
        """\
for:
  line: {kind: measure_line, post: stated}
require: {stated: line.reason}
message: {fr: "Motif de {line.beneficiary} ?", en: "Reason of {line.beneficiary}?"}
remedy: {fr: "Apprécier.", en: "Judge."}
""",
    ),
    "MOT-01": (
        "practice",
        "warning",
        "",
        """\
for:
  line: {kind: measure_line}
require: {stated: line.reason}
message: {fr: "Aucun motif : {line.measure}.", en: "No reason: {line.measure}."}
remedy: {fr: "L'énoncer.", en: "State it."}
""",
    ),
    "INT-01": (
        "norm",
        "error",
        "basis: [law-2001]\n",
        """\
for:
  interest: {kind: interest}
let:
  out: {count: non_participant, where: {member: interest.member}}
require: {at_least: [let.out, 1]}
message:
  fr: "Le document mentionne un intérêt déclaré de {interest.member} dans {interest.beneficiary}."
  en: "The document mentions a declared interest of {interest.member} in {interest.beneficiary}."
remedy: {fr: "Vérifier.", en: "Verify."}
""",
    ),
    "ANC-01": (
        "internal",
        "note",
        "valid: {to: 2000-12-31}\n",
        """\
for:
  award: {kind: award}
require: {at_most: [award.amount, 1.00]}
message: {fr: "Trop : {award.amount}.", en: "Too much: {award.amount}."}
remedy: {fr: "Réduire.", en: "Reduce."}
""",
    ),
}
POLICY = """\
for:
  line: {kind: measure_line}
require: {equal: [line.amount, 40000.00]}
message: {fr: "{line.amount} au lieu de 40 000,00 €.", en: "{line.amount} instead of €40,000.00."}
remedy: {fr: "Rétablir.", en: "Restore."}
"""


@functools.cache
def rulesets() -> RuleSets:
    """The rules of this module, read as any others."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root / "law/references.yaml", REFERENCES)
        _write(root / "law/parameters/threshold.yaml", THRESHOLD)
        for id_, (nature, severity, extra, body) in BODIES.items():
            _write(root / f"theme/{id_.lower()}.yaml", _head(id_, nature, severity, extra) + body)
        head = _head("POL-01", "policy", "warning", "")
        _write(root / "policies/body/programme/pol-01.yaml", head + POLICY)
        return load_rulesets(root, ())


def _head(id_: str, nature: str, severity: str, extra: str) -> str:
    return HEAD.format(
        id=id_,
        title=f"Règle {id_} : titre",
        nature=nature,
        severity=severity,
        stages="[draft, adopted, transmitted]",
        bodies="all",
        basis=extra,
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def check(case: Case, faults: Sequence[str] = (), doubted: Sequence[str] = ()) -> Checked:
    """What `Checker.check` returns, without the engine."""
    facts = state(case)
    edition = rulesets().law.for_act(facts.act)
    aside = [(rule, set_aside(rule, facts.act, case.policies)) for rule in rulesets().rules]
    tried = [rule for rule, reason in aside if reason is None]
    interpreter = Interpreter([check for rule in tried for check in rule.checks])
    firings = interpreter.judge(facts, edition)
    verdicts = []
    for rule, reason in aside:
        found = [
            instance
            for each in rule.checks
            if reason is None
            for instance in instances(
                each,
                facts,
                [firing for firing in firings if firing.check == each.id],
                reliable=each.id not in doubted,
            )
        ]
        verdicts.append(RuleVerdict(rule, tuple(found), reason))
    return Checked(case, facts, edition, tuple(verdicts), tuple(faults), interpreter)


def report(
    case: Case,
    language: Language = "fr",
    *,
    source: SourceInfo | None = None,
    faults: Sequence[str] = (),
    doubted: Sequence[str] = (),
    today: datetime.date | None = None,
) -> Report:
    """The report of a case by the rules of this module."""
    return build_report(
        check(case, faults, doubted),
        language=language,
        source=source or SourceInfo("cases/small.json", "0" * 64),
        made_with=RulesInfo("1.2.3", "f" * 64),
        today=today,
    )


def euros(amount: int) -> Cents:
    """Whole euros in cents."""
    return Cents(amount * 100)


def small_case() -> Case:
    """Two beneficiaries, two measures, one award above the threshold, a total 10 euros off."""
    amount = Provenance(span=(Count(10), Count(18)), quote="30 000 €", page=Count(2))
    return Case(
        schema="deliberation-check/case/1",
        body=Body(name="Ville d'Exemple", category="commune"),
        act=Act(
            number="24-01",
            date=datetime.date(2024, 3, 1),
            organ="conseil",
            stage="adopted",
            year=Count(2024),
        ),
        documents=(Document(Slug("acte"), "acte.txt", "a" * 64),),
        policies=("body/programme",),
        beneficiaries=(
            Beneficiary(Slug("adelie"), "ADELIE", legal_form="association"),
            Beneficiary(Slug("lille"), "Lille Avenirs", legal_form="association"),
        ),
        measures=(
            Measure(Slug("m1"), "Actions locales", number="1"),
            Measure(Slug("m2"), "Clauses sociales", number="2"),
        ),
        lines=(
            MeasureLine(Slug("l1"), Slug("m1"), Slug("adelie"), euros(30000), reason="motif"),
            MeasureLine(
                Slug("l2"),
                Slug("m2"),
                Slug("lille"),
                euros(10000),
                post="facilitateur",
                units=Count(1),
                components=(Component(Slug("c1"), "poste", euros(10000)),),
            ),
        ),
        summary=(
            SummaryLine(Slug("s1"), Slug("adelie"), euros(30000)),
            SummaryLine(Slug("s2"), Slug("lille"), euros(10000)),
        ),
        totals=(StatedTotal(Slug("t"), "operative", euros(40010)),),
        awards=(
            Award(Slug("a1"), Slug("adelie"), euros(30000), evidence={"amount": amount}),
            Award(Slug("a2"), Slug("lille"), euros(10000)),
        ),
        members=(Member(Slug("dominique-exemple"), "Dominique EXEMPLE", "Mme"),),
    )


def with_interest(case: Case) -> Case:
    """The case with the only declared interest, of an invented member."""
    member = Provenance(span=(Count(40), Count(57)), quote="Dominique EXEMPLE")
    interest = Interest(
        Slug("i1"), Slug("dominique-exemple"), Slug("lille"), evidence={"member": member}
    )
    return evolve(case, interests=(interest,), whole=("interests",))
