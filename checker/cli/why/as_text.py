"""An explanation as text: the verdict, what it was tried on, the numbers, the conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from checker.cli.why.model import (
    BoundFact,
    Dwindling,
    Explained,
    Node,
    Number,
    RowLine,
    Told,
    Value,
)
from checker.interval import Truth
from checker.render.layout import Page, Style
from checker.report.model import MissingItem
from checker.report.naming import UNSTATED
from checker.words import Language, Words, counted, listing, print_date, print_number, typeset

_WIDTH = 100
_MOST_ROWS = 12
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
_TRUTHS = {
    Truth.TRUE: Words("Vrai", "True"),
    Truth.UNKNOWN: Words("Indéterminé", "Unknown"),
    Truth.FALSE: Words("Faux", "False"),
}
_MISSING = Words("Il manque {} (pièce : {}).", "Missing: {} (document: {}).")
_ASKED = Words("À vérifier, sans rien en présumer :", "To be checked, nothing being presumed:")
_UNKNOWN = Words("inconnu", "unknown")
_IS = Words("{} = {} : {}", "{} = {}: {}")
_ASIDE = Words("{} que ces conditions écartent : {}.", "{} that these conditions set aside: {}.")
_POSSIBLE = Words("Peut-être aussi :", "Possibly also:")
_OPENED = Words(
    "La liste n'est pas connue en entier : d'autres peuvent s'y ajouter.",
    "The list is not known in full: there may be others.",
)
_OFTEN = Words(", {} fois, d'abord", ", {} times, first")
_AND_MORE = Words("et {}", "and {}")
_OTHER = Words("autre", "other"), Words("autres", "others")
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
        _write_heading(page, _capital(found.verdict_shown))
    if found.aside:
        page.paragraph(found.aside)
    for each in found.instances:
        _write_instance(page, each, alone=each.check == found.rule)
    for dwindling in found.dwindling:
        _write_dwindling(page, dwindling)
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


def _write_instance(page: Page, told: Told, *, alone: bool) -> None:
    say = page.language
    check = "" if alone else f" ({told.check})"
    subject = _capital(told.named or told.check)
    _write_heading(page, f"{subject}{_colon(say)} {told.verdict_shown}{check}")
    page.paragraph(told.message)
    if told.note:
        page.paragraph(told.note)
    if told.bound:
        page.blank()
        page.paragraph(_TRIED(say) + _colon(say), Style.BOLD)
    for fact in told.bound:
        _write_fact(page, fact)
    if told.numbers:
        page.blank()
        page.paragraph(_NUMBERS(say) + _colon(say), Style.BOLD)
    for number in told.numbers:
        _write_number(page, number)
    for node, heading in ((told.trigger, _TRIGGER), (told.requirement, _REQUIREMENT)):
        if node is not None:
            page.blank()
            _write_root(page, node, heading[node.truth](say))


def _write_heading(page: Page, text: str) -> None:
    """A heading, underlined; a long name makes it longer than a line."""
    page.blank()
    page.paragraph(text, Style.BOLD)
    page.lines(["-" * min(len(text), page.width)], indent=0)


def _write_fact(page: Page, fact: BoundFact) -> None:
    say = page.language
    named = fact.label if fact.named == fact.label else f"{fact.label}{_colon(say)} {fact.named}"
    page.item("-", named + _sourced(fact.source), indent=2)
    for test in fact.tests:
        _write_node(page, test, 4)


def _write_number(page: Page, number: Number) -> None:
    say = page.language
    shown = number.value.shown
    value = _UNKNOWN(say) if shown == UNSTATED(say) else shown
    said = _IS(say).format(number.letter, value, number.words)
    page.item("-", typeset(said, say), indent=2)
    _write_rows(page, number.sure)
    if number.possible:
        page.paragraph(typeset(_POSSIBLE(say), say), indent=4)
        _write_rows(page, number.possible)
    if number.aside:
        shown = print_number(number.aside, say)
        said = _ASIDE(say).format(_capital(number.kind), shown)
        page.paragraph(typeset(said, say), indent=4)
    if number.opened:
        page.paragraph(typeset(_OPENED(say), say), indent=4)


def _write_rows(page: Page, rows: Sequence[RowLine]) -> None:
    """The first lines; those that are told alike are told once."""
    say = page.language
    groups = [list(found) for _, found in groupby(rows, key=_told_alike)]
    for group in groups[:_MOST_ROWS]:
        row = group[0]
        amount = "" if row.amount is None else f"{row.amount.shown}, "
        often = "" if len(group) == 1 else _OFTEN(say).format(print_number(len(group), say))
        page.item("·", f"{amount}{row.named}{often}{_sourced(row.source)}", indent=4)
    more = sum(map(len, groups[_MOST_ROWS:]))
    if more:
        page.item("·", _AND_MORE(say).format(counted(more, *_OTHER, say)), indent=4)


def _told_alike(row: RowLine) -> object:
    return row.named if row.amount is None else (row.named, row.where)


def _write_root(page: Page, node: Node, heading: str) -> None:
    """A condition below its heading: a combination's items stand one below the other."""
    say = page.language
    if not node.parts:
        page.paragraph(heading + _colon(say), Style.BOLD)
        _write_node(page, node, 2)
        return
    page.paragraph(f"{heading}{_colon(say)} {node.words}", Style.BOLD)
    for part in node.parts:
        _write_node(page, part, 2)


def _write_node(page: Page, node: Node, indent: int) -> None:
    say = page.language
    truth = _TRUTHS[node.truth](say) + _colon(say)
    end = _colon(say) if node.parts else "."
    page.item("-", f"{truth} {node.words}{end}", indent=indent)
    _write_values(page, node, indent + 2)
    for sentence in _sentences(node, say):
        page.paragraph(sentence, indent=indent + 2)
    for question in node.questions:
        page.item("?", question.text, indent=indent + 2)
    for part in node.parts:
        _write_node(page, part, indent + 2)


def _write_values(page: Page, node: Node, indent: int) -> None:
    """The values of a condition, on one line where there is room; what is missing is told below."""
    say = page.language
    joint = "\u00a0; " if say == "fr" else "; "
    known = [each for each in node.values if not node.missing or each.value.shown != UNSTATED(say)]
    said = [_value(each, say) for each in known]
    together = joint.join(said)
    if len(together) + indent < page.width:
        said = [together] if said else []
    for each in said:
        page.paragraph(f"{_capital(each)}.", indent=indent)


def _sentences(node: Node, say: Language) -> Iterable[str]:
    if node.distance:
        yield node.distance
    yield from node.turning
    yield from _missing(node.missing, say)
    if node.questions:
        yield typeset(_ASKED(say), say)


def _missing(items: Iterable[MissingItem], say: Language) -> Iterator[str]:
    """What is missing, a sentence for each document that would tell."""
    by_document: dict[str, list[str]] = {}
    for item in items:
        by_document.setdefault(item.document, []).append(item.what)
    for document, whats in by_document.items():
        yield typeset(_MISSING(say), say).format(listing(whats, say), document)


def _value(value: Value, say: Language) -> str:
    return f"{value.label}{_colon(say)} {value.value.shown}{_sourced(value.source)}"


def _write_dwindling(page: Page, dwindling: Dwindling) -> None:
    say = page.language
    page.blank()
    page.paragraph(typeset(_NO_INSTANCE(say).format(dwindling.check), say), Style.BOLD)
    for step in dwindling.steps:
        if step.words:
            numbers = print_number(step.after, say), print_number(step.before, say)
            said = _LEFT(say).format(step.words, *numbers)
        else:
            said = _THERE_ARE(say).format(_capital(step.kind), print_number(step.after, say))
        page.item("-", typeset(said, say), indent=2)
    for letter, words in dwindling.numbers:
        page.paragraph(typeset(_CALLED(say).format(letter, words), say), indent=4)


def _colon(say: Language) -> str:
    return "\u00a0:" if say == "fr" else ":"


def _capital(text: str) -> str:
    """A capital at the beginning, but for the name of a number in the rule."""
    return text if text.startswith("let.") else text[:1].upper() + text[1:]


def _sourced(source: str) -> str:
    """A source behind a value: a place in brackets as it is, words after a dash."""
    if not source:
        return ""
    return f" {source}" if source.startswith("(") else f" – {source}"
