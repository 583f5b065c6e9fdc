"""A rule that the engine cannot hold is a bad rule, said so; never a bug, never a silent pass."""

from __future__ import annotations

from pathlib import Path

from tests.acts import REFERENCE
from tests.cli.running import run

RULE = """\
id: BIG-01
title: {fr: Trop grande, en: Too large}
nature: policy
severity: warning
stages: [draft, adopted]
bodies: all
basis: []
why: {fr: Essai., en: Trial.}
for: {award: {kind: award}}
let:
LETS
require:
  any:
ALTERNATIVES
message: {fr: Essai., en: Trial.}
remedy: {fr: Essai., en: Trial.}
examples: [{name: un, expect: pass, facts: [{kind: award, amount: 1.00}]}]
"""


def test_rule_with_too_many_branches(tmp_path: Path) -> None:
    lets = "\n".join(f"  n{n}: {{count: award, where: {{amount: {n}.00}}}}" for n in range(20))
    one = "    - all: [{more: [let.n%d, 1]}, {less: [let.n%d, 3]}]"
    alternatives = "\n".join(one % (n, n + 1) for n in range(0, 20, 2))
    rule = RULE.replace("LETS", lets).replace("ALTERNATIVES", alternatives)
    (tmp_path / "big.yaml").write_text(rule, "utf-8")

    done = run("--ruleset", tmp_path, REFERENCE)

    assert done.exit_code == 2
    assert "BIG-01" in done.stderr
    assert "cases to tell apart" in done.stderr
