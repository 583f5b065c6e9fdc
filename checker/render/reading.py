"""The section of a text report on the reading of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.money import parse_euros
from checker.render.findings import place_shown
from checker.render.layout import Sheet, shortened
from checker.report.model import ReadingReport, ReadItem, Report
from checker.words import Language, Words, counted, print_money, typeset

MOST_ITEMS = 40
"""Lines with unsettled items shown in a text report; all stand in the JSON report."""
_MOST_QUOTES = 5
_MOST_QUOTE = 40
TITLE = Words("Lecture du document", "Reading of the document")
READ = Words("valeur lue", "value read"), Words("valeurs lues", "values read")
AMBIGUOUS = (
    Words("valeur ambiguë", "ambiguous value"),
    Words("valeurs ambiguës", "ambiguous values"),
)
UNREAD = Words("élément non lu", "item unread"), Words("éléments non lus", "items unread")
_SETTLED = {
    "confirmed": (Words("confirmée", "confirmed"), Words("confirmées", "confirmed")),
    "corrected": (Words("corrigée", "corrected"), Words("corrigées", "corrected")),
    "added": (Words("ajoutée", "added"), Words("ajoutées", "added")),
    "dismissed": (Words("écartée", "dismissed"), Words("écartées", "dismissed")),
}
_BY_HAND = Words("Réglé à la main : {}.", "Settled by hand: {}.")
_AMOUNT = re.compile(r"-?\d{1,10}\.\d\d")
COULD_BE = Words("à lire : {}", "to be read: {}")
_OR = Words(" ou ", " or ")
KEEPS_OPEN = Words("laisse incomplet : {}", "leaves incomplete: {}")
_MORE = Words("autre", "other"), Words("autres", "others")
_AND_MORE = Words("et {}", "and {}")
_IN_JSON = Words("et {} dans le rapport JSON.", "and {} in the JSON report.")


def write_reading(page: Sheet, report: Report) -> None:
    """What was read, ambiguous and unread; nothing for a case written by hand."""
    reading, say = report.reading, page.language
    if reading is None:
        return
    page.heading(TITLE(say))
    for sentence in sentences(reading, say):
        page.paragraph(sentence)
    for note in reading.notes:
        page.item("-", note, indent=2)
    colon = "\u00a0:" if say == "fr" else ":"
    for words, items in (
        (UNREAD, reading.unread),
        (AMBIGUOUS, reading.ambiguous),
        (READ, reading.read),
    ):
        page.blank()
        page.paragraph(f"{_capital(counted(len(items), *words, say))}{colon if items else '.'}")
        if items is reading.read:
            _write_read(page, items)
        else:
            _write_unsettled(page, items)


def sentences(reading: ReadingReport, say: Language) -> list[str]:
    """What persons have settled."""
    said = []
    settled = [
        counted(reading.counts[status], *words, say)
        for status, words in _SETTLED.items()
        if reading.counts[status]
    ]
    if settled:
        said.append(_BY_HAND(say).format(", ".join(settled)))
    return [typeset(sentence, say) for sentence in said]


def _write_unsettled(page: Sheet, items: Sequence[ReadItem]) -> None:
    """One line for each line of the document, with all that stands unsettled on it."""
    say = page.language
    joint = "\u00a0; " if say == "fr" else "; "
    groups: dict[object, list[ReadItem]] = {}
    for each in items:
        where = (each.where.document, each.where.document_line, each.where.quote)
        on_line = where if each.where.quote else each.where.path
        groups.setdefault((each.kind, each.label, on_line, each.lists), []).append(each)
    for group in [*groups.values()][:MOST_ITEMS]:
        first = group[0]
        said = [f"{first.kind}, {first.label}"] if first.label else []
        said.append(place_shown(first.where, say))
        if any(each.shown for each in group):
            shown = joint.join(readings(each.shown, say) for each in group)
            said.append(typeset(COULD_BE(say), say).format(shown))
        if first.lists:
            said.append(typeset(KEEPS_OPEN(say), say).format(", ".join(first.lists)))
        page.item("-", " – ".join(said), indent=2)
    more = sum(map(len, [*groups.values()][MOST_ITEMS:]))
    if more > 0:
        page.paragraph(_IN_JSON(say).format(counted(more, *_MORE, say)), indent=2)


def readings(found: Sequence[str], say: Language) -> str:
    """What one item could be, amounts as a reader knows them."""
    shown = [
        print_money(parse_euros(each), say) if _AMOUNT.fullmatch(each) else each
        for each in dict.fromkeys(found)
    ]
    return _OR(say).join(shown) or "?"


def _write_read(page: Sheet, items: Sequence[ReadItem]) -> None:
    """One line for each kind of value, with the words it was read from."""
    say = page.language
    joint = "\u00a0; " if say == "fr" else "; "
    by_label: dict[tuple[str, str], list[ReadItem]] = {}
    for each in items:
        by_label.setdefault((each.kind, each.label), []).append(each)
    for (kind, label), group in by_label.items():
        # Typeset as French, which documents are, so that no amount is broken over two lines.
        quotes = [
            typeset(shortened(each.where.quote, _MOST_QUOTE), "fr")
            for each in group
            if each.where.quote
        ]
        more = len(quotes) - _MOST_QUOTES
        shown = quotes[:_MOST_QUOTES]
        shown += [_AND_MORE(say).format(counted(more, *_MORE, say))] if more > 0 else []
        tail = f" – {joint.join(shown)}" if shown else ""
        page.item("-", f"{kind}, {label} ({len(group)}){tail}", indent=2)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
