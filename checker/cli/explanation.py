"""One rule in full, for `explain`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from checker.cli.catalogue import SEVERITIES
from checker.cli.lawtext import (
    parameter_lines,
    parameters_of,
    reference_line,
    references_of,
    titles,
    window,
)
from checker.cli.sentences import Reader
from checker.language.examples import Example, examples_of
from checker.language.rulesets import RuleSets
from checker.language.tree import Check, Rule, Severity
from checker.report.codes import decoded
from checker.report.phrases import NATURES, TO_JUDGE, VERDICTS
from checker.verdict import Verdict
from checker.words import Language, Words, typeset

_WIDTH = 100
_LABEL = 14
_STAGES = ("draft", "adopted", "transmitted")

_NATURE = Words("Nature", "Nature")
_POLICY = Words("Politique", "Policy")
_SEVERITY = Words("Gravité", "Severity")
_APPLIES = Words("Stades", "Stages")
_BODIES = Words("Collectivités", "Authorities")
_ALL_BODIES = Words("toutes", "all")
_IN_FORCE = Words("En vigueur", "In force")
_WHY = Words("Pourquoi", "Why")
_BASIS = Words("Fondement", "Basis")
_VALUES = Words("Paramètres", "Parameters")
_CHECK = Words("Contrôle", "Check")
_MESSAGE = Words("Message", "Message")
_REMEDY = Words("À faire", "Remedy")
_EXAMPLES = Words("Exemples", "Examples")
_FILE = Words("Fichier", "File")


def explanation(rulesets: RuleSets, rule: Rule, language: Language) -> str:
    """The rule, its law, its checks in words, its examples, its file.

    Raises:
        InputError: Its examples cannot be read.
    """
    examples = examples_of(rule, rulesets.paths[rule.id], rulesets.law)
    lines = [f"{rule.id}  {rule.title(language)}", ""]
    lines += _facts(rule, language)
    lines += _law(rulesets, rule, language)
    for check in rule.checks:
        lines += ["", *_check(check, titles(rulesets.law, [check], language), language)]
    lines += ["", *_section(_EXAMPLES(language), _examples(examples, language))]
    lines += _section(_FILE(language), [rule.file])
    return typeset("\n".join(lines), language)


def _facts(rule: Rule, language: Language) -> Iterator[str]:
    stages = [decoded("stage", stage, language) for stage in _STAGES if stage in rule.stages]
    bodies = [decoded("category", body, language) for body in sorted(rule.bodies)]
    yield from _section(_NATURE(language), [NATURES[rule.nature](language)])
    if rule.policy:
        yield from _section(_POLICY(language), [rule.policy])
    yield from _section(_APPLIES(language), [", ".join(stages)])
    yield from _section(_BODIES(language), [", ".join(bodies) or _ALL_BODIES(language)])
    yield from _section(_IN_FORCE(language), [window(rule.since, rule.until, language)])
    yield from _section(_WHY(language), [rule.why(language)])


def _law(rulesets: RuleSets, rule: Rule, language: Language) -> Iterator[str]:
    law = rulesets.law
    found = [reference_line(each, language) for each in references_of(rule, law)]
    if found:
        yield from _section(_BASIS(language), found)
    values = [
        line
        for name in parameters_of(rule)
        for line in parameter_lines(law.parameters[name], law, language)
    ]
    if values:
        yield from _section(_VALUES(language), values)


def _check(check: Check, named: Mapping[str, str], language: Language) -> Iterator[str]:
    reader = Reader(language, named.__getitem__)
    yield f"{_CHECK(language)} {check.id}"
    yield from (_wrapped(f"  {line}") for line in reader.check(check))
    yield from _section(_SEVERITY(language), [_severity(check, language)])
    yield from _section(_MESSAGE(language), [check.message(language)])
    yield from _section(_REMEDY(language), [check.remedy(language)])


def _severity(check: Check, language: Language) -> str:
    by_stage = {stage: check.severity[stage] for stage in _STAGES if stage in check.severity}
    if len(set(by_stage.values())) == 1:
        found = SEVERITIES[next(iter(by_stage.values()))](language)
    else:
        found = ", ".join(_at(*each, language) for each in by_stage.items())
    return f"{found} ({TO_JUDGE(language)})" if check.judgement else found


def _at(stage: str, severity: Severity, language: Language) -> str:
    colon = " : " if language == "fr" else ": "
    return f"{decoded('stage', stage, language)}{colon}{SEVERITIES[severity](language)}"


def _examples(examples: Iterable[Example], language: Language) -> Iterator[str]:
    for example in examples:
        check = example.check.partition("/")[2]
        name = f"{check}, {example.name}" if check else example.name
        yield f"{name} → {_expected(example.expect, language)}"


def _expected(expect: str | Mapping[str, str], language: Language) -> str:
    if isinstance(expect, str):
        return VERDICTS[Verdict(expect)](language)
    colon = " : " if language == "fr" else ": "
    return ", ".join(
        f"{subject}{colon}{VERDICTS[Verdict(verdict)](language)}"
        for subject, verdict in expect.items()
    )


def _section(label: str, paragraphs: Iterable[str]) -> Iterator[str]:
    """Paragraphs beside their label, which stands on the first line only."""
    for paragraph in paragraphs:
        indent = " " * (_LABEL + len(paragraph) - len(paragraph.lstrip()))
        yield textwrap.fill(
            paragraph.strip(),
            _WIDTH,
            initial_indent=f"{label:{_LABEL}}" + indent[_LABEL:],
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        label = ""


def _wrapped(line: str) -> str:
    indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
    return textwrap.fill(
        line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
