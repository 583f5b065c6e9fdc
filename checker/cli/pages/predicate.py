"""A check in French sentences: on what it is tried, what it counts, when, and what it requires."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from checker.cli.pages.conditions import WISH, clause, combined, listed
from checker.cli.pages.french import elides, feminine, head, many, of, plural, several, the
from checker.cli.pages.narrowing import tested
from checker.cli.pages.nouns import bare, itself, kind_label, label, short
from checker.cli.pages.scope import Names, names_of, told_apart
from checker.kinds import Type
from checker.language.tree import ACT, ROW, Aggregate, AttributeRef, Binding, Check, Condition, Let
from checker.law.edition import Law

_EXTREMES = {
    (Aggregate.MIN, False): "la plus petite valeur",
    (Aggregate.MAX, False): "la plus grande valeur",
    (Aggregate.MIN, True): "la date la plus ancienne",
    (Aggregate.MAX, True): "la date la plus récente",
}


def in_words(check: Check, law: Law) -> list[str]:
    """The lines of Markdown that say a check in full."""
    names = names_of(check, law)
    subject = _subject(check, names)
    lines: list[str] = []
    if check.lets:
        lines += [f"{subject}, on établit :", "", *_lets(check, names), ""]
        subject = ""
    must = f"{subject}, il faut que" if subject else "Il faut que"
    if check.trigger is not None:
        above, must = _trigger(subject, check.trigger, names)
        lines += above
    return [*lines, *_requirement(must, check.requirement, names)]


def _subject(check: Check, names: Names) -> str:
    said = []
    for binding in check.bindings:
        own = evolve(names, own=binding.alias)
        said.append(_bound(binding, own) + tested(binding.tests, own))
    return ", ".join(["Pour " + said[0], *(f"et pour {each}" for each in said[1:])])


def _bound(binding: Binding, names: Names) -> str:
    if binding.kind == ACT:
        return "tout acte" if binding.tests else "l'acte"
    return f"chaque {told_apart(names, binding.alias)}"


def _lets(check: Check, names: Names) -> Iterator[str]:
    for n, let in enumerate(check.lets):
        stop = "." if n == len(check.lets) - 1 else " ;"
        yield f"- **{names.letters[let.name]}** (`let.{let.name}`), {drawn(let, names)}{stop}"


def drawn(let: Let, names: Names) -> str:
    """The number that a `let` draws, and from which rows."""
    return _drawn(let) + tested(let.where, evolve(names, own=ROW, several=True))


def _drawn(let: Let) -> str:
    rows = many(kind_label(let.kind))
    if let.ref is None or let.aggregate is Aggregate.COUNT:
        return f"le nombre {'' if let.where else 'total '}{of(rows)}"
    over = f"sur les {rows}" if let.where else f"sur l'ensemble des {rows}"
    taken = bare(let.ref).text
    if let.aggregate is Aggregate.SUM:
        return f"la somme {_summed(let.ref, rows, over)}"
    if let.aggregate is Aggregate.DISTINCT:
        return f"le nombre de valeurs différentes que prend {taken} {over}"
    return f"{_EXTREMES[let.aggregate, let.ref.type is Type.DATE]} que prend {taken} {over}"


def _summed(ref: AttributeRef, rows: str, over: str) -> str:
    text = label(ref)
    about = short(text, ref.kind)
    if itself(ref):
        return f"des {rows}"
    if several(text) or feminine(head(text)) is None:
        return f"{of(the(text).text)}, {over}"
    return f"des {plural(about)} des {rows}" if about != text else f"des {plural(text)}, {over}"


def _trigger(subject: str, trigger: Condition, names: Names) -> tuple[list[str], str]:
    """The lines on when a check is tried, and the words that lead to what it requires."""
    when = f"{subject}, lorsque" if subject else "Lorsque"
    found = combined(trigger)
    if found is None:
        return [], f"{_that(when, clause(trigger, names))}, il faut que"
    heading, parts = found
    lines = [f"{_that(when, heading)} est remplie :", "", *listed(parts, names, ","), ""]
    return lines, "il faut que"


def _requirement(must: str, requirement: Condition, names: Names) -> list[str]:
    found = combined(requirement)
    if found is None:
        return [_that(must, clause(requirement, names, WISH)) + "."]
    heading, parts = found
    return [f"{_that(must, heading)} soit remplie :", "", *listed(parts, names, ".")]


def _that(conjunction: str, text: str) -> str:
    """« que » and « lorsque » before a clause, elided where French does."""
    return f"{conjunction[:-1]}'{text}" if elides(text) else f"{conjunction} {text}"
