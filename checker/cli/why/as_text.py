"""An explanation as text: the verdict, what it was tried on, the numbers, the conditions."""

from __future__ import annotations

from collections.abc import Sequence

from checker.cli.why.model import (
    BoundFact,
    Dwindling,
    Excluded,
    Explained,
    Told,
)
from checker.cli.why.text_parts import (
    capital,
    colon,
    joint,
    sourced,
    write_more,
    write_node,
    write_number,
    write_root,
)
from checker.interval import Truth
from checker.render.layout import Page, Style
from checker.words import Words, counted, print_date, print_number, typeset

_WIDTH = 100
_MOST_ROWS = 12
_MOST_NAMES = 5
_ACT = Words("acte {}", "act {}")
_OF = Words(" du {}", " of {}")
_LAW = Words("droit en vigueur le {}", "law in force on {}")
_TRIED = Words("Ce qui est examiné", "What is examined")
_NUMBERS = Words("Ce qui est établi", "What is established")
_TRIGGER = {
    Truth.TRUE: Words("Condition d'application remplie", "Trigger met"),
    Truth.UNKNOWN: Words("Condition d'application indéterminée", "Trigger unknown"),
    Truth.FALSE: Words("Condition d'application non remplie", "Trigger not met"),
}
_REQUIREMENT = {
    Truth.TRUE: Words("Exigence satisfaite", "Requirement met"),
    Truth.UNKNOWN: Words("Exigence indéterminée", "Requirement unknown"),
    Truth.FALSE: Words("Exigence non satisfaite", "Requirement not met"),
}
_OTHER = Words("autre", "other"), Words("autres", "others")
_EXCLUDED = Words("Ce que la règle n'examine pas", "What the rule does not examine")
_FAR = Words("Condition non remplie : {}. Cas : {}", "Condition not met: {}. Cases: {}")
_NO_INSTANCE = Words("Contrôle {} : aucun cas à examiner.", "Check {}: nothing to examine.")
_CALLED = Words("{} est {}.", "{} is {}.")
_THERE_ARE = Words("{} au dossier : {}.", "{} in the case: {}.")
_LEFT = Words(
    "Condition : {}. Cas qui la remplissent ou peuvent la remplir : {} sur {}.",
    "Condition: {}. Cases that meet it or may meet it: {} of {}.",
)


def written(found: Explained) -> str:
    """The explanation, lines 100 columns wide."""
    page = Page(found.language, color=False, width=_WIDTH)
    page.paragraph(f"{found.rule} – {found.title}", Style.BOLD)
    page.paragraph(_head(found))
    if not found.instances:
        _write_heading(page, capital(found.verdict_shown))
    if found.aside:
        page.paragraph(found.aside)
    told_before: dict[object, str] = {}
    for each in found.instances:
        _write_instance(page, each, told_before, alone=each.check == found.rule)
    for dwindling in found.dwindling:
        _write_dwindling(page, dwindling)
    without = {dwindling.check for dwindling in found.dwindling}
    _write_excluded(page, found.excluded, without)
    return page.text()


def _head(found: Explained) -> str:
    say = found.language
    parts = [found.file]
    if found.number:
        dated = _OF(say).format(print_date(found.date, say)) if found.date else ""
        parts.append(_ACT(say).format(found.number) + dated)
    if found.law_date:
        parts.append(_LAW(say).format(print_date(found.law_date, say)))
    return typeset(" ; ".join(parts), say) if say == "fr" else "; ".join(parts)


def _write_instance(page: Page, told: Told, told_before: dict[object, str], *, alone: bool) -> None:
    """One verdict; a number that was told with its lines for another is not told again."""
    say = page.language
    check = "" if alone else f" ({told.check})"
    subject = capital(told.named or told.check)
    _write_heading(page, f"{subject}{colon(say)} {told.verdict_shown}{check}")
    page.paragraph(told.message)
    if told.note:
        page.paragraph(told.note)
    if told.bound:
        page.blank()
        page.paragraph(_TRIED(say) + colon(say), Style.BOLD)
    for fact in told.bound:
        _write_fact(page, fact)
    if told.numbers:
        page.blank()
        page.paragraph(_NUMBERS(say) + colon(say), Style.BOLD)
    for number in told.numbers:
        lines = number.sure or number.possible
        first = told_before.setdefault((told.check, number), told.named) if lines else told.named
        write_number(page, number, "" if first == told.named else first)
    for node, heading in ((told.trigger, _TRIGGER), (told.requirement, _REQUIREMENT)):
        if node is not None:
            page.blank()
            write_root(page, node, heading[node.truth](say))


def _write_heading(page: Page, text: str) -> None:
    """A heading, underlined; a long name makes it longer than a line."""
    page.blank()
    page.paragraph(text, Style.BOLD)
    page.lines(["-" * min(len(text), page.width)], indent=0)


def _write_fact(page: Page, fact: BoundFact) -> None:
    say = page.language
    named = fact.label if fact.named == fact.label else f"{fact.label}{colon(say)} {fact.named}"
    page.item("-", named + sourced(fact.source), indent=2)
    for test in fact.tests:
        write_node(page, test, 4)


def _write_dwindling(page: Page, dwindling: Dwindling) -> None:
    say = page.language
    page.blank()
    page.paragraph(typeset(_NO_INSTANCE(say).format(dwindling.check), say), Style.BOLD)
    for step in dwindling.steps:
        if step.words:
            numbers = print_number(step.after, say), print_number(step.before, say)
            said = _LEFT(say).format(step.words, *numbers)
        else:
            said = _THERE_ARE(say).format(capital(step.kind), print_number(step.after, say))
        page.item("-", typeset(said, say), indent=2)
    for letter, words in dwindling.numbers:
        page.paragraph(typeset(_CALLED(say).format(letter, words), say), indent=4)


def _write_excluded(page: Page, excluded: Sequence[Excluded], counted_already: set[str]) -> None:
    """What is not examined: each with its distance, the others by the condition that is false.

    Where the conditions were counted one by one, only the distances are still to be told.
    """
    say = page.language
    near = [each for each in excluded if each.condition.distance]
    far: dict[tuple[str, str], list[Excluded]] = {}
    for each in excluded:
        if not each.condition.distance and each.check not in counted_already:
            far.setdefault((each.check, each.condition.words), []).append(each)
    if near or far:
        _write_heading(page, _EXCLUDED(say))
    for each in near[:_MOST_ROWS]:
        subject = each.named or each.check
        page.paragraph(f"{capital(subject)}{colon(say)}")
        write_node(page, each.condition, 2)
    write_more(page, len(near) - _MOST_ROWS, 0)
    for (_, words), group in far.items():
        names = [each.named for each in group if each.named][:_MOST_NAMES]
        more = len(group) - len(names)
        listed = [*names, *([counted(more, *_OTHER, say)] if names and more else [])]
        number = print_number(len(group), say)
        said = _FAR(say).format(words, number) + (f" ({joint(say).join(listed)})" if listed else "")
        page.item("-", typeset(f"{said}.", say), indent=2)
