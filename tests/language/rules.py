"""Small rule sets written into a temporary folder."""

from __future__ import annotations

from pathlib import Path

from checker.errors import InputError, Problem
from checker.language.rulesets import RuleSets, load_rulesets
from checker.language.tree import Check, Rule

RULE = """\
id: TST-01
title: {fr: Titre, en: Title}
nature: internal
severity: error
stages: [draft, adopted]
bodies: all
basis: [some-act]
why: {fr: Parce que, en: Because}
for:
  total: {kind: stated_total, of: operative}
  one: {kind: award, decision: total.decision, amount: stated}
let:
  lines: {sum: award.amount, where: {decision: total.decision, id: {not: one.id}}}
when: {more: [total.amount, 100.00]}
require: {equal: [{plus: [let.lines, one.amount]}, total.amount]}
message:
  fr: "{total.amount} ; {let.lines} ({let.lines.count}), {gap}"
  en: "{total.amount}; {let.lines} ({let.lines.count}), {gap}"
remedy: {fr: Corriger, en: Correct}
"""

SEVERAL = """\
id: TST-02
title: {fr: Titre, en: Title}
nature: norm
stages: [draft, adopted]
bodies: [commune, metropole]
valid: {from: 2014-08-02, to: 2025-12-31}
basis: [some-act, {article: article}]
why: {fr: Parce que, en: Because}
judgement: true
checks:
  - name: first
    severity: {draft: note, adopted: warning}
    for: {who: {kind: beneficiary, private_law: 1}}
    let: {year: {sum: grant.amount, where: {beneficiary: who.id, year: act.year}}}
    require: {at_most: [let.year, law.threshold]}
    message: {fr: "{who.name}, {law.threshold}", en: "{who.name}, {law.threshold}"}
    remedy: {fr: Corriger, en: Correct}
    rest: ignore
  - name: second
    severity: error
    judgement: false
    for: {vote: {kind: vote}}
    require: {equal: [{or: [vote.blank, 0]}, 0]}
    message: {fr: Blancs, en: Blank}
    remedy: {fr: Corriger, en: Correct}
"""

REFERENCES = """\
some-act:
  fr: loi de 2000
  en: act of 2000
  short: Loi 2000
  from: 2000-01-01
  verified: 2026-11-01
old-act:
  fr: loi de 1990
  en: act of 1990
  short: Loi 1990
  to: 1999-12-31
  bodies: [commune]
  verified: 2026-11-01
  status: to_confirm
  url: https://example.org/
"""

THRESHOLD = """\
title: {fr: Seuil, en: Threshold}
type: money
anchor: act.date
document: {fr: circulaire, en: circular}
values:
  2001-06-11: {value: 23000.00, reference: some-act, verified: 2026-11-01}
  2024-01-01: {value: 24000.00, reference: some-act, verified: 2026-11-01, status: to_confirm}
  2030-01-01: {value: null, reference: some-act, verified: 2026-11-01}
"""

ARTICLE = """\
title: {fr: Article, en: Article}
type: reference
anchor: act.date
by: category
values:
  commune:
    2001-01-01: {value: some-act, reference: some-act, verified: 2026-11-01}
  "*":
    2010-01-01: {value: some-act, reference: some-act, verified: 2026-11-01}
"""

LAW = {
    "law/references.yaml": REFERENCES,
    "law/parameters/threshold.yaml": THRESHOLD,
    "law/parameters/article.yaml": ARTICLE,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, files: dict[str, str]) -> RuleSets:
    """The rule sets that the law of this module and some more files make."""
    return load_rulesets(write(folder, {**LAW, **files}))


def rule_of(folder: Path, text: str) -> Rule:
    """The only rule of a set."""
    (rule,) = load(folder, {"theme/rule.yaml": text}).rules
    return rule


def check_of(folder: Path, text: str) -> Check:
    """The only check of the only rule of a set."""
    (check,) = rule_of(folder, text).checks
    return check


def problems_of(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    """What is wrong with a set; nothing where it can be loaded."""
    try:
        load(folder, files)
    except InputError as error:
        return error.problems
    return ()
