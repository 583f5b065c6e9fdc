"""What two cases say differently: the act itself, its beneficiaries, its amounts, its articles."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from attrs import frozen

from checker.case import Award, Case, Measure, MeasureLine, Slug, SummaryLine
from checker.difference.identity import Identities, alike
from checker.difference.model import Amount, ArticleChange, Party, Value
from checker.report.codes import coded
from checker.report.naming import TOTALS
from checker.words import Language, Words, listing, print_date, print_number

_ACT = {
    "number": Words("numéro", "number"),
    "date": Words("date", "date"),
    "title": Words("objet", "subject"),
    "organ": Words("organe", "organ"),
    "stage": Words("stade", "stage"),
    "year": Words("exercice", "financial year"),
}
_BODY = Words("auteur", "authority")
_VOTE = {
    "result": Words("résultat du vote", "result of the vote"),
    "ayes": Words("voix pour", "votes for"),
    "noes": Words("voix contre", "votes against"),
    "abstained": Words("abstentions", "abstentions"),
}
_OUT_OF_VOTE = Words("élus hors du vote", "members out of the vote")
_AWARD = Words("attribution à {}", "award to {}")
_SUMMARY = Words("synthèse, {}", "summary, {}")
_NUMBERED = Words("axe {}, {}", "measure {}, {}")
_COMPONENT = Words("{}, dont {}", "{}, of which {}")
_NOBODY = Words("bénéficiaire non identifié", "beneficiary not identified")


def values(old: Case, new: Case, language: Language) -> Iterator[Value]:
    """What the act says of itself and of its vote."""
    shown_old, shown_new = _said(old, language), _said(new, language)
    for what in shown_old:
        if shown_old[what] != shown_new[what]:
            yield Value(what, shown_old[what], shown_new[what])


def parties(same: Identities) -> Iterator[Party]:
    """The beneficiaries that are in, out, or called otherwise."""
    now = same.beneficiaries
    olds = {each.id: each for each in same.old.beneficiaries}
    news = {each.id: each for each in same.new.beneficiaries}
    out = [each for id_, each in olds.items() if id_ not in now]
    into = [each for id_, each in news.items() if id_ not in set(now.values())]
    for each in out:
        yield Party("out", each.name, "", alike(each, into))
    for each in into:
        yield Party("in", "", each.name, alike(each, out))
    for before, after in now.items():
        if olds[before].name != news[after].name:
            yield Party("changed", olds[before].name, news[after].name)


def amounts(same: Identities, language: Language) -> tuple[tuple[Amount, ...], int]:
    """The amounts that differ, and how many are the same."""
    found: list[Amount] = []
    alike_ = 0
    for name, of in _LISTS:
        now = same.components if name == "components" else same.of(name)
        olds = _amounts(same.old, name, language)
        news = _amounts(same.new, name, language)
        for before, printed in olds.items():
            after = news.get(now.get(before, Slug("")))
            if after is None:
                found.append(Amount("out", of, printed.what, printed.cents, None))
            elif after.cents != printed.cents:
                found.append(Amount("changed", of, after.what, printed.cents, after.cents))
            else:
                alike_ += 1
        known = set(now.values())
        for id_, printed in news.items():
            if id_ not in known:
                found.append(Amount("in", of, printed.what, None, printed.cents))
    return tuple(found), alike_


def articles(same: Identities) -> Iterator[ArticleChange]:
    """The articles that are in, out, or about something else."""
    now = same.of("articles")
    news = {each.id: each for each in same.new.articles}
    for each in same.old.articles:
        after = news.get(now.get(each.id, Slug("")))
        if after is None:
            yield ArticleChange("out", each.number, each.subject, "")
        elif after.subject != each.subject:
            yield ArticleChange("changed", after.number, each.subject, after.subject)
    known = set(now.values())
    for id_, after in news.items():
        if id_ not in known:
            yield ArticleChange("in", after.number, "", after.subject)


@frozen
class _Printed:
    """An amount of one act, and what it is the amount of."""

    what: str
    cents: int | None


def _said(case: Case, language: Language) -> Mapping[str, str]:
    found = {_BODY(language): case.body.name}
    for name, words in _ACT.items():
        found[words(language)] = _shown(name, getattr(case.act, name), language)
    for name, words in _VOTE.items():
        found[words(language)] = _shown(name, getattr(case.vote, name), language)
    members = {each.id: each.name for each in case.members}
    out = [members.get(each.member, each.member) for each in case.non_participants if each.member]
    found[_OUT_OF_VOTE(language)] = listing(out, language)
    return found


def _shown(name: str, value: object, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return print_date(value, language)
    if isinstance(value, int):
        return str(value) if name == "year" else print_number(value, language)
    return coded(name, str(value), language).shown if name in _CODED else str(value)


_CODED = ("organ", "stage", "result")
_LISTS = (
    ("awards", "award"),
    ("lines", "line"),
    ("components", "component"),
    ("summary", "summary"),
    ("totals", "total"),
)


def _amounts(case: Case, name: str, language: Language) -> Mapping[Slug, _Printed]:
    """The amounts of a list of the case, by the identifier of what has them."""
    names = {each.id: each.name for each in case.beneficiaries}
    nobody = _NOBODY(language)

    def named(each: Award | MeasureLine | SummaryLine) -> str:
        return names.get(each.beneficiary, nobody) if each.beneficiary else nobody

    if name == "awards":
        return {
            each.id: _Printed(_AWARD(language).format(named(each)), each.amount)
            for each in case.awards
        }
    measures = {each.id: each for each in case.measures}
    lines = [(each, _line(each, named(each), measures, language)) for each in case.lines]
    if name == "lines":
        return {each.id: _Printed(what, each.amount) for each, what in lines}
    if name == "components":
        of_which = _COMPONENT(language)
        return {
            part.id: _Printed(of_which.format(what, part.label), part.amount)
            for each, what in lines
            for part in each.components
        }
    if name == "summary":
        return {
            each.id: _Printed(_SUMMARY(language).format(named(each)), each.amount)
            for each in case.summary
        }
    return {each.id: _Printed(TOTALS[each.of](language), each.amount) for each in case.totals}


def _line(line: MeasureLine, who: str, measures: Mapping[Slug, Measure], language: Language) -> str:
    measure = measures.get(line.measure) if line.measure else None
    if measure is None:
        return who
    if measure.number:
        return _NUMBERED(language).format(measure.number, who)
    return f"{measure.title}, {who}"
