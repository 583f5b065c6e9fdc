"""What cases show of the rules, for `rules --coverage`: a table, and what no case reaches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tabulate import tabulate

from checker.cli.beside import Beside
from checker.cli.knowncases import known_cases
from checker.cli.streams import say
from checker.language.rulesets import RuleSets
from checker.reached import Reached, reached
from checker.render.jsonwriting import written
from checker.report.phrases import VERDICTS
from checker.verdict import Verdict
from checker.words import Language, Words, counted, print_number, typeset

SCHEMA = "deliberation-check/coverage/1"

_RULE = Words("règle", "rule")
_NEVER = Words("Verdicts qu'aucun acte n'atteint :", "Verdicts that no case reaches:")
_CASES = Words("acte", "case"), Words("actes", "cases")
_RULES = Words("règle", "rule"), Words("règles", "rules")
_REACHED = (
    Words("verdict atteint", "verdict reached"),
    Words("verdicts atteints", "verdicts reached"),
)
_NOT_REACHED = (
    Words("verdict qu'aucun acte n'atteint", "verdict that no case reaches"),
    Words("verdicts qu'aucun acte n'atteint", "verdicts that no case reaches"),
)


def show(rulesets: RuleSets, paths: Sequence[str], format_: str, language: Language) -> None:
    """Print what cases show of the rules, those of `--ruleset` alone where there are any.

    Raises:
        InputError: A case cannot be read.
    """
    cases = [*known_cases(paths, rulesets, Beside((), language))]
    added = rulesets.added
    rules = [rule for rule in rulesets.rules if not added or rule.policy in added]
    found = reached(rules, cases, rulesets.law)
    if format_ == "json":
        say(as_json(found, [case.name for case in cases], rulesets), utf8=True)
    else:
        say(as_text(found, len(cases), language))


def as_text(found: Sequence[Reached], cases: int, language: Language) -> str:
    """Number of cases by rule and verdict, blank for a verdict the rule never gives.

    Args:
        found: What the cases show.
        cases: How many there are.
        language: The language of the text.
    """
    headers = [_RULE(language), *(VERDICTS[verdict](language) for verdict in Verdict)]
    rows = [[each.rule.id, *(_number(each.cases, v, language) for v in Verdict)] for each in found]
    table = tabulate(rows, headers, colalign=("left", *["right"] * len(Verdict)))
    lines = [table, "", _NEVER(language)]
    colon = " : " if language == "fr" else ": "
    for each in found:
        if each.never:
            named = ", ".join(VERDICTS[verdict](language) for verdict in each.never)
            lines.append(f"  {each.rule.id}{colon}{named} ({each.rule.title(language)})")
    never = sum(len(each.never) for each in found)
    total = sum(len(each.cases) for each in found)
    counts = (
        counted(cases, *_CASES, language),
        counted(len(found), *_RULES, language),
        counted(total - never, *_REACHED, language),
        counted(never, *_NOT_REACHED, language),
    )
    return typeset("\n".join([*lines, "", f"{', '.join(counts)}."]), language)


def as_json(found: Sequence[Reached], names: Sequence[str], rulesets: RuleSets) -> str:
    """The same for a machine, with the names of the cases."""
    document = {
        "schema": SCHEMA,
        "digest": rulesets.digest,
        "cases": list(names),
        "rules": [
            {
                "id": each.rule.id,
                "cases": {verdict.value: number for verdict, number in each.cases.items()},
                "never": [verdict.value for verdict in each.never],
            }
            for each in found
        ],
    }
    return written(document)


def _number(cases: Mapping[Verdict, int], verdict: Verdict, language: Language) -> str:
    return print_number(cases[verdict], language) if verdict in cases else ""
