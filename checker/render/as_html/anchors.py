"""The passages of the documents that a report points at, each under one name.

A passage is named after its document and its offsets, so that whatever cites it leads to the same
place, and the place leads back to the findings that cite it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field, frozen

from checker.report.model import Report, Where

Span = tuple[int, int]
Passage = tuple[str, Span]


@frozen
class Shown:
    """A document whose text the page shows.

    Args:
        id: Its identifier in the case.
        pages: Where its pages begin.
        part: What of it is about this act; `None` for all.
    """

    id: str
    name: str
    text: str
    pages: tuple[int, ...]
    part: Span | None

    def span(self, where: Where) -> Span | None:
        """The part of this text that a place is, if it is in it."""
        if where.document_id != self.id or where.span is None:
            return None
        start, end = where.span
        return (start, end) if 0 <= start < end <= len(self.text) else None


@define
class Anchors:
    """Names passages, and remembers which were asked for and by which findings.

    Args:
        prefix: Of every name on the page that belongs to this report.
        documents: Those shown, by identifier.
    """

    prefix: str
    documents: Mapping[str, Shown]
    _cited: dict[Passage, list[int]] = field(factory=dict)

    def link(self, where: Where, finding: int | None = None) -> str:
        """The name of a passage, empty where its text is not on the page.

        Args:
            where: The place.
            finding: The number of the finding that cites it.
        """
        passage = self._passage(where)
        if passage is None:
            return ""
        cited = self._cited.setdefault(passage, [])
        if finding is not None and finding not in cited:
            cited.append(finding)
        return self.name(passage)

    def name(self, passage: Passage) -> str:
        """The name of a passage: a1-t0-120-128."""
        document, (start, end) = passage
        number = [*self.documents].index(document)
        return f"{self.prefix}t{number}-{start}-{end}"

    def cited(self, document: str) -> Iterator[tuple[Span, list[int]]]:
        """The passages of a document that were linked to, with the findings that cite each."""
        for (id_, span), findings in self._cited.items():
            if id_ == document:
                yield span, findings

    def _passage(self, where: Where) -> Passage | None:
        document = self.documents.get(where.document_id or "")
        span = document.span(where) if document else None
        return None if document is None or span is None else (document.id, span)


def shown_documents(report: Report) -> Iterable[Shown]:
    """The documents of the act whose text is at hand, in the order of the case."""
    source = report.source
    for each in report.act.documents:
        text = source.texts.get(each.id)
        if text is not None:
            yield Shown(each.id, each.name, text, source.pages.get(each.id, ()), source.part)
