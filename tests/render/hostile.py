"""Reports of cases whose names try to act on whatever reads the report."""

from __future__ import annotations

import datetime

from attrs import evolve

from checker.errors import Problem
from checker.report import Report, SourceInfo, Unread
from checker.report.model import IdleWaiver, Waived
from checker.verdict import Verdict
from checker.words import Language
from tests.report.making import report, small_case, with_interest

NAMES = (
    "=1+1",
    '=HYPERLINK("http://example.org";"x")',
    "+33 1 23 45 67 89",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "<script>alert(1)</script>",
    "a | b `c` *d* _e_ [f](javascript:x) ![g](h) # i",
    "]]> &amp; <!-- -->",
    "a\x1b[31mb\u202ec\ufffe\uffff\x00",
    "a;b,c\"d'e\nf",
    "🙂 é ﬁn",
)
DAY = datetime.date(2024, 4, 2)
UNREAD = Unread(
    "drafts/b & <c>.json",
    (Problem("drafts/b & <c>.json", 3, 7, "$.act", "The key 'number' is unknown."),),
)


def named(name: str, language: Language = "fr") -> Report:
    """The small case with a beneficiary, a measure, a number and a file of that name."""
    case = with_interest(small_case())
    who = (evolve(case.beneficiaries[0], name=name), case.beneficiaries[1])
    measures = (evolve(case.measures[0], title=name, number=None), case.measures[1])
    lines = (evolve(case.lines[0], reason=name), case.lines[1])
    act = evolve(case.act, number=name, title=name)
    hostile = evolve(case, act=act, beneficiaries=who, measures=measures, lines=lines)
    return report(hostile, language, source=SourceInfo(f"cases/{name}.json", "0" * 64))


def accepted(language: Language = "fr", *, everything: bool = False) -> Report:
    """The report of the small case, its first finding accepted, or all of them."""
    made = report(small_case(), language)
    waived = Waived("known | <b>and</b> fixed", "A. Exemple", DAY, None, "waivers.toml:4")
    left = len(made.found(Verdict.FAIL)) if everything else 1
    rules = []
    for rule in made.rules:
        instances = []
        for instance in rule.instances:
            take = left > 0 and instance.verdict is Verdict.FAIL
            left -= take
            instances.append(evolve(instance, waived=waived) if take else instance)
        rules.append(evolve(rule, instances=tuple(instances)))
    idle = IdleWaiver("TOT-01", "t9", "unused", waived, "TOT-01 [t9] : rien n'y correspond.")
    return evolve(made, rules=tuple(rules), idle_waivers=(idle,))
