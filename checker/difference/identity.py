"""The things of two acts that are the same, list by list of the case."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

from attrs import frozen

from checker.case import Beneficiary, Case, Slug
from checker.difference.pairing import Key, paired
from checker.normal import normal_name, normal_text, without_accents

Entry = Any
"""An entity of the case with an `id`; its attributes are those of its list."""
_PARTS = re.compile(r"([/:])")


@frozen(eq=False)
class Identities:
    """Which thing of the old case is which of the new one.

    Args:
        old, new: The two cases.
    """

    old: Case
    new: Case

    @cached_property
    def beneficiaries(self) -> Mapping[Slug, Slug]:
        """By an official identifier, by a name that both acts use for them alone, or by id."""
        olds, news = self.old.beneficiaries, self.new.beneficiaries
        by_name = _same_names(_own_names(self.old), _own_names(self.new))
        codes = [_both(attrgetter(code)) for code in _CODES]
        same_name = (lambda each: by_name.get(each.id), lambda each: each.id)
        found = paired(olds, news, *codes, same_name, _both(_id))
        return {
            olds[one].id: news[other].id
            for one, other in found.items()
            if not _contradict(olds[one], news[other])
        }

    @cached_property
    def measures(self) -> Mapping[Slug, Slug]:
        """By title, by number, or by id."""
        keys = [_both(lambda each: normal_text(each.title)), _both(lambda each: each.number)]
        return self._ids(self.old.measures, self.new.measures, [*keys, _both(_id)])

    def of(self, name: str) -> Mapping[Slug, Slug]:
        """The new identifier by the old, for a list of the case whose entries have one."""
        if name == "beneficiaries":
            return self.beneficiaries
        if name == "measures":
            return self.measures
        keys = [self._described(each) for each in _TELLING[name]] if name in _TELLING else []
        return self._ids(getattr(self.old, name), getattr(self.new, name), keys or [_both(_id)])

    @cached_property
    def components(self) -> Mapping[Slug, Slug]:
        """The components of the lines, by the line and their label."""
        lines = self.of("lines")
        old = [(lines.get(line.id), each) for line in self.old.lines for each in line.components]
        new = [(line.id, each) for line in self.new.lines for each in line.components]
        key = _both(lambda each: (each[0], normal_text(each[1].label)))
        found = paired(old, new, key)
        return {old[one][1].id: new[other][1].id for one, other in found.items()}

    def subject(self, old: str) -> str:
        """The subject of an old verdict, in the identifiers of the new case."""
        parts = _PARTS.split(old)
        return "".join(self._renamed.get(part, part) for part in parts)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        clashing: set[str] = set()
        lists = ("beneficiaries", "measures", *_TELLING, *_BY_ID)
        for same in (*map(self.of, lists), self.components):
            for old, new in same.items():
                if found.setdefault(old, new) != new:
                    clashing.add(old)
        return {old: new for old, new in found.items() if old not in clashing}

    def _described(self, describe: Describe) -> tuple[Key[Entry], Key[Entry]]:
        """What an entry says, the references of an old one in the identifiers of the new case."""

        def renamed(kind: str, id_: str | None) -> str | None:
            if id_ is None:
                return None
            known = self.beneficiaries if kind == "beneficiary" else self.measures
            return known.get(Slug(id_), f"old {id_}")

        return lambda each: describe(each, renamed), lambda each: describe(each, _itself)

    def _ids(
        self, olds: Sequence[Entry], news: Sequence[Entry], keys: Sequence[Any]
    ) -> Mapping[Slug, Slug]:
        found = paired(olds, news, *keys)
        return {olds[one].id: news[other].id for one, other in found.items()}


Reference = Callable[[str, str | None], str | None]
Describe = Callable[[Entry, Reference], Hashable | None]
_CODES = ("siret", "siren", "rna")
_BY_ID = ("rolls", "agreements", "annexes", "projects", "payments", "slips", "roles")


def _itself(_kind: str, id_: str | None) -> str | None:
    return id_


def _id(each: Entry) -> str:
    return str(each.id)


def _both(key: Callable[[Entry], Hashable | None]) -> tuple[Any, Any]:
    return key, key


def _post(each: Entry, of: Reference) -> Hashable:
    return *_line(each, of), each.post


def _line(each: Entry, of: Reference) -> tuple[Hashable, ...]:
    return of("measure", each.measure), of("beneficiary", each.beneficiary)


def _figure(each: Entry, of: Reference) -> Hashable:
    return of("beneficiary", each.beneficiary), each.year, normal_text(each.indicator)


def _action(each: Entry, of: Reference) -> Hashable:
    return each.section, of("beneficiary", each.beneficiary), normal_text(each.text)


_TELLING: Mapping[str, tuple[Describe, ...]] = {
    "lines": (_post, _line),
    "summary": (lambda each, of: of("beneficiary", each.beneficiary),),
    "awards": (lambda each, of: (of("beneficiary", each.beneficiary), each.decision),),
    "totals": (lambda each, _: (each.of, each.decision, each.tax_label),),
    "articles": (lambda each, _: each.number,),
    "actions": (_action,),
    "results": (_figure,),
    "targets": (_figure,),
    "count_phrases": (lambda each, _: normal_text(each.surface),),
    "mentions": (lambda each, _: (each.section, normal_text(each.surface)),),
    "citations": (lambda each, _: (each.kind, each.number, each.article, each.date, each.code),),
    "charges": (lambda each, _: (each.budget, each.section, each.account, each.function),),
    "members": (lambda each, _: normal_text(without_accents(each.name)),),
    "acronyms": (lambda each, _: each.surface,),
    "scheme_mentions": (lambda each, _: (each.section, normal_text(each.surface)),),
}
"""What tells the entries of a list apart, whatever their identifiers; the most telling first."""


def _contradict(one: Beneficiary, other: Beneficiary) -> bool:
    """Whether two bodies have official identifiers that are not the same."""
    codes = ((getattr(one, code), getattr(other, code)) for code in _CODES)
    return any(old is not None and new is not None and old != new for old, new in codes)


def _own_names(case: Case) -> Mapping[str, Slug]:
    """The names that the act uses for one beneficiary alone."""
    found: dict[str, set[Slug]] = {}
    for each in case.beneficiaries:
        found.setdefault(_bare(each.name), set()).add(each.id)
    for mention in case.mentions:
        if mention.beneficiary is not None:
            found.setdefault(_bare(mention.surface), set()).add(mention.beneficiary)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _same_names(olds: Mapping[str, Slug], news: Mapping[str, Slug]) -> Mapping[Slug, Slug]:
    """The new beneficiary of each old one whose names all lead to one."""
    led: dict[Slug, set[Slug]] = {}
    for name in olds.keys() & news.keys():
        led.setdefault(olds[name], set()).add(news[name])
    return {one: next(iter(others)) for one, others in led.items() if len(others) == 1}


def _bare(name: str) -> str:
    return without_accents(normal_name(name))


def alike(one: Beneficiary, others: Sequence[Beneficiary]) -> str:
    """The name among others that resembles one, empty for none: a question, never an answer."""
    import difflib  # noqa: PLC0415 - only where a body is on one side alone

    names = {_bare(each.name): each.name for each in others}
    near = difflib.get_close_matches(_bare(one.name), names, n=1, cutoff=0.75)
    return names[near[0]] if near else ""
