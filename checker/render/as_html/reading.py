"""The values of a document as the page lists them, each leading to its passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from checker.render.as_html.anchors import Anchors
from checker.render.as_html.observations import Place, place
from checker.render.as_html.words import MORE
from checker.render.layout import shortened
from checker.render.reading import (
    AMBIGUOUS,
    COULD_BE,
    KEEPS_OPEN,
    READ,
    UNREAD,
    readings,
    sentences,
)
from checker.report.model import ReadingReport, ReadItem
from checker.words import Language, counted, print_number, typeset

_MOST = 200
"""Passages of one kind of value that are listed; all are in the text."""
_MOST_QUOTE = 60


@frozen
class Item:
    """Something unsettled: what it is, where it stands, what it could be, what it keeps open."""

    label: str
    place: Place
    could_be: str
    keeps_open: str


@frozen
class Values:
    """The values of one kind.

    Args:
        more: What is said of those not listed; else empty.
    """

    label: str
    number: str
    places: Sequence[Place]
    more: str


@frozen
class ReadingView:
    """How far the reading is settled; the counts are in words."""

    said: Sequence[str]
    unread_count: str
    unread: Sequence[Item]
    ambiguous_count: str
    ambiguous: Sequence[Item]
    read_count: str
    read: Sequence[Values]


def reading_view(reading: ReadingReport, anchors: Anchors, say: Language) -> ReadingView:
    """The state of a reading, for the page."""
    return ReadingView(
        said=[*sentences(reading, say), *reading.notes],
        unread_count=counted(len(reading.unread), *UNREAD, say),
        unread=[_item(each, anchors, say) for each in reading.unread],
        ambiguous_count=counted(len(reading.ambiguous), *AMBIGUOUS, say),
        ambiguous=[_item(each, anchors, say) for each in reading.ambiguous],
        read_count=counted(len(reading.read), *READ, say),
        read=[*_values(reading.read, anchors, say)],
    )


def _item(each: ReadItem, anchors: Anchors, say: Language) -> Item:
    could_be = readings(each.shown, say) if each.shown else ""
    keeps = ", ".join(each.lists)
    return Item(
        label=f"{each.kind}, {each.label}" if each.label else "",
        place=place(each.where, anchors, say),
        could_be=typeset(COULD_BE(say), say).format(could_be) if could_be else "",
        keeps_open=typeset(KEEPS_OPEN(say), say).format(keeps) if keeps else "",
    )


def _values(items: Sequence[ReadItem], anchors: Anchors, say: Language) -> Iterator[Values]:
    by_label: dict[tuple[str, str], list[ReadItem]] = {}
    for each in items:
        by_label.setdefault((each.kind, each.label), []).append(each)
    for (kind, label), group in by_label.items():
        quoted = [each for each in group if each.where.quote]
        places = [
            Place(
                typeset(shortened(each.where.quote or "", _MOST_QUOTE), "fr"),
                "",
                anchors.link(each.where),
            )
            for each in quoted[:_MOST]
        ]
        more = len(quoted) - len(places)
        yield Values(
            f"{kind}, {label}",
            print_number(len(group), say),
            places,
            MORE(say).format(print_number(more, say)) if more else "",
        )
