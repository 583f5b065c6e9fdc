"""The index of the rules, by theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.cli.catalogue import SEVERITIES, by_theme, severities, theme_title
from checker.cli.pages.examplepart import verdicts_of
from checker.cli.pages.markdown import page, plain, table
from checker.language.examples import Example
from checker.language.tree import Rule
from checker.report.phrases import NATURES, VERDICTS
from checker.words import Words, counted

_RULES = Words("règle", "rule"), Words("règles", "rules")
_CHECKS = Words("contrôle", "check"), Words("contrôles", "checks")
_ABOUT = (
    "Chaque page donne le fondement d'une règle avec ses dates, ce qu'elle exige en toutes lettres,"
    " les pièces qui permettent de trancher, le message imprimé au rapport et les exemples qui"
    " l'éprouvent. Les pages sont produites à partir des fichiers de règles, qui seuls font foi ;"
    " les termes sont définis au [glossaire](../glossaire.md)."
)
_READING = (
    "Dans les pages, une lettre (**A**, **B**…) désigne une grandeur établie à partir du dossier ;"
    " les guillemets ‹…› désignent, dans un message, la valeur qui y sera imprimée."
)


def index_page(rules: tuple[Rule, ...], examples: Mapping[str, tuple[Example, ...]]) -> str:
    """The index in Markdown; `examples` are those of each rule, by its id."""
    return page(_lines(rules, examples))


def _lines(rules: tuple[Rule, ...], examples: Mapping[str, tuple[Example, ...]]) -> Iterator[str]:
    checks = sum(len(rule.checks) for rule in rules)
    yield from ("# Règles", "", _ABOUT, "", _READING, "")
    yield f"{counted(len(rules), *_RULES, 'fr')}, {counted(checks, *_CHECKS, 'fr')}."
    yield ""
    heads = ["Règle", "Intitulé", "Nature", "Gravité", "Verdicts possibles"]
    for theme, found in by_theme(rules).items():
        yield from (f"## {plain(theme_title(theme, 'fr'))}", "")
        yield from table(heads, [_row(rule, examples[rule.id]) for rule in found])
        yield ""


def _row(rule: Rule, examples: tuple[Example, ...]) -> list[str]:
    severity = ", ".join(SEVERITIES[each].fr for each in severities(rule))
    verdicts = ", ".join(VERDICTS[each].fr for each in verdicts_of(examples))
    title = plain(rule.title.fr)
    return [f"[{rule.id}]({rule.id}.md)", title, NATURES[rule.nature].fr, severity, verdicts]
