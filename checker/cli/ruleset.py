"""The rule sets a command works with, and the rule a user means."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError, Problem
from checker.language.rulesets import RuleSets, default_root, load_rulesets, recall_rulesets
from checker.language.tree import Rule
from checker.suggestion import suggestion

if TYPE_CHECKING:
    from checker.case import Case


def load(folders: Iterable[str] = ()) -> RuleSets:
    """The rule sets of the package and those of `--ruleset`."""
    more = [Path(folder) for folder in folders]
    return load_rulesets(default_root(), more) if more else recall_rulesets(default_root())


def find(rulesets: RuleSets, name: str) -> Rule:
    """The rule of an identifier, in any case, `ARI-1` for ARI-01; that of a check will do.

    Raises:
        InputError: There is no such rule; the nearest one is named.
    """
    named = name.partition("/")[0].upper()
    family, dash, number = named.partition("-")
    wanted = f"{family}-{number.zfill(2)}" if dash else named
    for rule in rulesets.rules:
        if rule.id == wanted:
            return rule
    known = [rule.id for rule in rulesets.rules]
    message = f"There is no rule {name[:60]!r}{suggestion(named, known)}"
    if message.endswith("."):
        message += " The command `rules` lists them."
    raise InputError([Problem("explain", 0, 0, "", message)])


def refuse_unknown_policies(case: Case, name: str, rulesets: RuleSets) -> None:
    """See that the policy sets a case names are there, lest they go untried in silence.

    Args:
        case: The case.
        name: Its file, for the problems.
        rulesets: The rule sets there are.

    Raises:
        InputError: The case names others.
    """
    problems = []
    for n, policy in enumerate(case.policies):
        if policy not in rulesets.policies:
            message = (
                f"There is no policy set {policy[:60]!r}{suggestion(policy, rulesets.policies)}"
            )
            problems.append(Problem(name, 0, 0, f"$.policies[{n}]", message))
    if problems:
        raise InputError(problems)


def theme(rule: Rule) -> str:
    """The folder of a rule below the rule sets: its theme, or its policy set."""
    return f"policies/{rule.policy}" if rule.policy else rule.file.rpartition("/")[0]


def shown(path: Path) -> str:
    """A path as it is short and no more than it says: below the working folder where it is."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
