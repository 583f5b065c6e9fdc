"""The page of one rule."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from checker.cli.catalogue import SEVERITIES
from checker.cli.lawtext import window
from checker.cli.pages.codes import categories
from checker.cli.pages.examplepart import example_lines
from checker.cli.pages.lawpart import law_lines
from checker.cli.pages.markdown import page, plain
from checker.cli.pages.places import filled
from checker.cli.pages.predicate import in_words
from checker.cli.pages.scope import names_of
from checker.cli.pages.source import predicate
from checker.cli.pages.wanted import wanted
from checker.language.examples import Example
from checker.language.tree import Check, Rule
from checker.law.edition import Law
from checker.report.codes import decoded
from checker.report.phrases import ACTIONS, NATURES, TO_JUDGE, category
from checker.words import listing

_JUDGED = (
    "Si tel n'est pas le cas, le point est signalé et son appréciation revient à une personne."
)
_REST_IGNORED = (
    "Seuls les faits du dossier sont examinés ; ce que la liste peut comporter d'autre n'est pas"
    " signalé."
)
_STAGES = ("draft", "adopted", "transmitted")


@frozen(eq=False)
class Told:
    """What a page tells of.

    Args:
        rule: The rule.
        examples: Its examples.
        law: What it looks up.
        text: Its file.
        link: Where that file is from the page, or empty.
    """

    rule: Rule
    examples: tuple[Example, ...]
    law: Law
    text: str
    link: str = ""


def rule_page(told: Told) -> str:
    """The page of a rule in Markdown."""
    return page(_lines(told))


def _lines(told: Told) -> Iterator[str]:
    rule, law = told.rule, told.law
    yield from (f"# {rule.id} – {plain(rule.title.fr)}", "", f"*{plain(rule.title.en)}*", "")
    yield from _particulars(rule)
    yield f"- Fichier : {f'[`{rule.file}`]({told.link})' if told.link else f'`{rule.file}`'}"
    yield from ("", "## Fondement", "", *law_lines(rule, law))
    yield from ("", "## Règle", "")
    for check in rule.checks:
        yield from _check(check, rule, law)
    yield from ("## Prédicat", "", "```yaml", *predicate(told.text), "```", "")
    yield from ("## Point non vérifiable : pièces à demander", "", *_wanted(rule, law))
    yield from ("", "## Enjeu", "", plain(rule.why.fr), "", f"*{plain(rule.why.en)}*", "")
    yield from ("## Exemples", "", *example_lines(rule, told.examples, law))


def _particulars(rule: Rule) -> Iterator[str]:
    stages = [decoded("stage", stage, "fr") for stage in _STAGES if stage in rule.stages]
    yield f"- Nature : {NATURES[rule.nature].fr}"
    if rule.policy:
        yield f"- Politique : `{rule.policy}`"
    yield f"- Stades : {listing(stages, 'fr')}"
    yield f"- Collectivités : {categories(rule.bodies) or 'toutes'}"
    yield f"- En vigueur : {window(rule.since, rule.until, 'fr')}"
    for check in rule.checks:
        named = f" (`{check.id.partition('/')[2]}`)" if len(rule.checks) > 1 else ""
        yield f"- Constat{named} : {' ; '.join(_levels(check, rule))}"


def _levels(check: Check, rule: Rule) -> Iterator[str]:
    """What a failure is called and how much it weighs, said once for stages alike."""
    found: dict[str, list[str]] = {}
    for stage in _STAGES:
        if stage in check.severity:
            severity = check.severity[stage]
            said = f"{category(check, rule.nature, severity).fr}, {ACTIONS[severity].fr}"
            if check.judgement:
                said = TO_JUDGE.fr
            level = f"{said} (gravité : {SEVERITIES[severity].fr})"
            found.setdefault(level, []).append(decoded("stage", stage, "fr"))
    for level, at in found.items():
        yield level if len(found) == 1 else f"{listing(at, 'fr')} : {level}"


def _check(check: Check, rule: Rule, law: Law) -> Iterator[str]:
    if len(rule.checks) > 1:
        yield from (f"### Contrôle `{check.id}`", "")
    names = names_of(check, law)
    yield from in_words(check, law)
    yield ""
    if check.rest_ignored:
        yield from (_REST_IGNORED, "")
    if check.judgement:
        yield _JUDGED
        yield ""
    yield from (f"**Message** : {plain(filled(check.message.fr, names))}", "")
    yield from (f"**À faire** : {plain(filled(check.remedy.fr, names))}", "")


def _wanted(rule: Rule, law: Law) -> Iterator[str]:
    found = wanted(rule, law)
    if not found:
        yield "Le contrôle ne dépend d'aucune information que l'acte pourrait ne pas donner."
        return
    for document, whats in found.items():
        yield f"- **{plain(document)}** : {plain(' ; '.join(whats))}"
