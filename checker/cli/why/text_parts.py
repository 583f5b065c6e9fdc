"""The numbers and conditions of an explanation as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from checker.cli.why.model import (
    Node,
    Number,
    RowLine,
    Value,
)
from checker.interval import Truth
from checker.render.layout import Page, Style
from checker.report.model import MissingItem
from checker.report.naming import UNSTATED
from checker.words import Language, Words, counted, listing, print_number, quoted, typeset

_MOST_ROWS = 12
_TRUTHS = {
    Truth.TRUE: Words("Vrai", "True"),
    Truth.UNKNOWN: Words("Indéterminé", "Unknown"),
    Truth.FALSE: Words("Faux", "False"),
}
_MISSING = Words("Il manque {} (pièce : {}).", "Missing: {} (document: {}).")
_ASKED = Words("À vérifier, sans rien en présumer :", "To be checked, nothing being presumed:")
_AS_FOR = Words("comme pour {}", "as for {}")
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


def write_number(page: Page, number: Number, told_for: str = "") -> None:
    """A number with the lines it is drawn from; these stand under `told_for` where it is given."""
    say = page.language
    shown = number.value.shown
    value = _UNKNOWN(say) if shown == UNSTATED(say) else shown
    words = _AS_FOR(say).format(told_for) if told_for else number.words
    page.item("-", typeset(_IS(say).format(number.letter, value, words), say), indent=2)
    if told_for:
        return
    _write_rows(page, number.sure)
    if number.possible:
        page.paragraph(typeset(_POSSIBLE(say), say), indent=4)
        _write_rows(page, number.possible)
    if number.aside:
        shown = print_number(number.aside, say)
        said = _ASIDE(say).format(capital(number.kind), shown)
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
        page.item("·", f"{amount}{row.named}{often}{sourced(row.source)}", indent=4)
    more = sum(map(len, groups[_MOST_ROWS:]))
    write_more(page, more, 4)


def _told_alike(row: RowLine) -> object:
    return row.named if row.amount is None else (row.named, row.where)


def write_root(page: Page, node: Node, heading: str) -> None:
    """A condition below its heading: a combination's items stand one below the other."""
    say = page.language
    if not node.parts:
        page.paragraph(heading + colon(say), Style.BOLD)
        write_node(page, node, 2)
        return
    page.paragraph(f"{heading}{colon(say)} {node.words}", Style.BOLD)
    for part in node.parts:
        write_node(page, part, 2)


def write_node(page: Page, node: Node, indent: int) -> None:
    """A condition with its truth, its values and its distance, and the conditions it is made of."""
    say = page.language
    truth = _TRUTHS[node.truth](say) + colon(say)
    end = colon(say) if node.parts else "."
    if _told(node, say):
        (value,) = node.values
        page.item("-", f"{truth} {node.words}{sourced(value.source)}.", indent=indent)
    else:
        page.item("-", f"{truth} {node.words}{end}", indent=indent)
        _write_values(page, node, indent + 2)
    for sentence in _sentences(node, say):
        page.paragraph(sentence, indent=indent + 2)
    for question in node.questions:
        page.item("?", question.text, indent=indent + 2)
    for part in node.parts:
        write_node(page, part, indent + 2)


def _told(node: Node, say: Language) -> bool:
    """Whether a true condition says its only value: « le poste est « facilitateur » »."""
    shown = [quoted(each.value.shown, say) for each in node.values]
    return node.truth is Truth.TRUE and len(shown) == 1 and node.words.endswith(shown[0])


def _write_values(page: Page, node: Node, indent: int) -> None:
    """The values of a condition, on one line where there is room; what is missing is told below."""
    say = page.language
    known = [each for each in node.values if not node.missing or each.value.shown != UNSTATED(say)]
    said = [_value(each, say) for each in known]
    together = joint(say).join(said)
    if len(together) + indent < page.width:
        said = [together] if said else []
    for each in said:
        page.paragraph(f"{capital(each)}.", indent=indent)


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
    return f"{value.label}{colon(say)} {value.value.shown}{sourced(value.source)}"


def write_more(page: Page, more: int, indent: int) -> None:
    """How many there are beyond those that are listed; nothing for none."""
    say = page.language
    if more > 0:
        said = _AND_MORE(say).format(counted(more, *_OTHER, say))
        page.item("·", said, indent=indent)


def colon(say: Language) -> str:
    """A colon, behind a no-break space in French."""
    return "\u00a0:" if say == "fr" else ":"


def capital(text: str) -> str:
    """A capital at the beginning, but for the name of a number in the rule."""
    return text if text.startswith("let.") else text[:1].upper() + text[1:]


def sourced(source: str) -> str:
    """A source behind a value: a place in brackets as it is, words after a dash."""
    if not source:
        return ""
    return f" {source}" if source.startswith("(") else f" – {source}"


def joint(say: Language) -> str:
    """What stands between two things of a list whose names may hold commas."""
    return "\u00a0; " if say == "fr" else "; "
