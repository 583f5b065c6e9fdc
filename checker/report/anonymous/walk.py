"""Every text of a report, read for names and written again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
from attrs import evolve, field, frozen

from checker.case import Case
from checker.kinds import Type
from checker.report.anonymous.people import People
from checker.report.anonymous.replacing import Replaced, replaced, replaced_id
from checker.report.codes import Coded
from checker.report.model import (
    DocumentInfo,
    IdleWaiver,
    InstanceReport,
    Need,
    Operand,
    ParameterUsed,
    ReadItem,
    Report,
    RuleReport,
    Waived,
    Where,
)
from checker.report.source import RegisterInfo, RulesInfo, SourceInfo

_KEPT: Mapping[type, frozenset[str]] = {
    Coded: frozenset({"code"}),
    DocumentInfo: frozenset({"id", "name", "sha256"}),
    IdleWaiver: frozenset({"rule", "state"}),
    InstanceReport: frozenset({"check"}),
    Need: frozenset({"rule"}),
    Operand: frozenset({"name"}),
    ParameterUsed: frozenset({"name"}),
    ReadItem: frozenset({"status"}),
    RegisterInfo: frozenset({"id", "name", "sha256"}),
    Report: frozenset({"language"}),
    RuleReport: frozenset({"id", "policy"}),
    RulesInfo: frozenset({"version", "digest"}),
    SourceInfo: frozenset({"name", "sha256"}),
    Waived: frozenset({"place"}),
    Where: frozenset({"file", "path", "document", "document_id"}),
}
"""Codes, digests and names of files, which are no words."""
_IDS: Mapping[type, frozenset[str]] = {
    IdleWaiver: frozenset({"subject"}),
    InstanceReport: frozenset({"subject"}),
}
_NONE: frozenset[str] = frozenset()


def anonymised(report: Report, case: Case, others: Iterable[str] = ()) -> Report:
    """The report without the names of persons; verdicts, counts and severities are as they were.

    The text of a register is left out: it may name anybody. Spans lead into the text of a document
    as it is after its names were replaced.

    Args:
        report: The report.
        case: What it is about.
        others: Names of more persons.
    """
    people = People(report.language)
    people.add_case(case)
    people.add(others)
    people.add(_authors(report))
    for text in dict.fromkeys(_texts(report)):
        people.add_found(text)
    return _Walk(people, _documents(report, people)).report(report)


def _authors(report: Report) -> Iterator[str]:
    for rule in report.rules:
        yield from (each.waived.author for each in rule.instances if each.waived is not None)
    yield from (each.waived.author for each in report.idle_waivers)


def _texts(value: object) -> Iterator[str]:
    """Every text of a report or a part of it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif attrs.has(cls := type(value)):
        for each in attrs.fields(cls):
            if each.name not in _KEPT.get(cls, _NONE):
                yield from _texts(getattr(value, each.name))


def _documents(report: Report, people: People) -> Mapping[str, Replaced]:
    """The texts of documents by their identifier, those of registers left out."""
    beside = {each.id for each in report.source.registers}
    texts = report.source.texts.items()
    return {id_: replaced(text, people) for id_, text in texts if id_ not in beside}


@frozen(eq=False)
class _Walk:
    """Writes the parts of a report anew, each according to what it is."""

    people: People
    documents: Mapping[str, Replaced]
    _known: dict[str, str] = field(factory=dict, init=False)

    def report(self, report: Report) -> Report:
        written: Report = self._attrs(evolve(report, source=self._source(report.source)))
        return written

    def _source(self, source: SourceInfo) -> SourceInfo:
        pages = {
            id_: tuple(map(self.documents[id_].start, starts)) if id_ in self.documents else starts
            for id_, starts in source.pages.items()
        }
        part = source.part
        if part is not None and self.documents:
            part = next(iter(self.documents.values())).span(part)
        return evolve(source, texts={}, pages=pages, part=part)

    def _attrs(self, value: Any) -> Any:
        cls: type[Any] = type(value)
        kept, ids = _KEPT.get(cls, _NONE), _IDS.get(cls, _NONE)
        new: dict[str, Any] = {}
        for each in attrs.fields(cls):
            old = getattr(value, each.name)
            if each.name in kept or old is None or not each.init:
                continue
            if each.name in ids:
                new[each.name] = replaced_id(old, self.people)
            else:
                new[each.name] = self._rewritten(old)
        if isinstance(value, Where):
            new["span"] = self._span(value)
        if isinstance(value, Operand) and value.text is not None:
            new["text"] = self._compared(value.type, value.text)
        if isinstance(value, SourceInfo):
            new["texts"] = {id_: each.text for id_, each in self.documents.items()}
        return evolve(value, **new)

    def _span(self, where: Where) -> tuple[int, int] | None:
        text = self.documents.get(where.document_id or "")
        return where.span if where.span is None or text is None else text.span(where.span)

    def _compared(self, type_: Type, text: str) -> str:
        """A text as rules compare it: an identifier, or words that may be in lower case."""
        if type_ is Type.ID:
            return replaced_id(text, self.people)
        return replaced(text, self.people, loose=True).text

    def _rewritten(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._words(value)
        if isinstance(value, tuple):
            return tuple(map(self._rewritten, value))
        if isinstance(value, Mapping):
            return {key: self._rewritten(each) for key, each in value.items()}
        return self._attrs(value) if attrs.has(type(value)) else value

    def _words(self, text: str) -> str:
        if text not in self._known:
            self._known[text] = replaced(text, self.people).text
        return self._known[text]
