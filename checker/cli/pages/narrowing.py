"""The tests of `for` and `where` behind the name of a kind: « (aide : oui) dont … »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.cli.pages.conditions import clause, other_side
from checker.cli.pages.french import of
from checker.cli.pages.nouns import constant, indicating, label
from checker.cli.pages.scope import Names
from checker.kinds import Type
from checker.language.negations import alternatives, plain
from checker.language.tree import (
    ROW,
    AnyOf,
    AttributeRef,
    Compare,
    Comparison,
    Condition,
    Constant,
    Not,
    Stated,
)
from checker.words import listing


def tested(conditions: Iterable[Condition], names: Names) -> str:
    """What tests say of the facts of a kind; flags in brackets, the others after « dont »."""
    known = [plain(condition) for condition in conditions]
    flags = [flag for condition in known if (flag := _flag(condition))]
    clauses = list(_clauses([each for each in known if not _flag(each)], names))
    said = f" ({' ; '.join(flags)})" if flags else ""
    return f"{said} {listing(clauses, 'fr')}" if clauses else said


def _clauses(conditions: list[Condition], names: Names) -> Iterator[str]:
    """The clauses, those alike said once: « dont l'axe et le poste sont ceux de cette ligne »."""
    groups: dict[object, list[Condition]] = {}
    for condition in dict.fromkeys(conditions):
        groups.setdefault(_group(condition, names), []).append(condition)
    for alike in groups.values():
        if len(alike) > 1:
            yield f"dont {_together(alike, names)}"
        else:
            yield _alone(alike[0], names)


def _alone(condition: Condition, names: Names) -> str:
    match condition:
        case Compare(Comparison.EQUAL, AttributeRef(attribute="id", alias=alias), right):
            if alias == names.own:
                being = "qui ne sont autres que" if alias == ROW else "qui est"
                return f"{being} {other_side(condition.left, right, names).text}"
    return f"{_link(condition, names)} {clause(condition, names)}"


def _group(condition: Condition, names: Names) -> object:
    """What conditions that can be said together share; itself for a condition said alone."""
    match condition:
        case Compare(Comparison.EQUAL, AttributeRef() as left, AttributeRef() as right):
            if names.namesakes(left, right) and _own(left, names):
                return "same", right.alias
        case Compare(Comparison.DIFFERENT, AttributeRef() as ref, Constant(value=str())):
            if _own(ref, names):
                return "neither", ref
        case Stated(ref=ref) if _own(ref, names):
            return "stated", indicating(ref)
        case Not(part=Stated(ref=ref)) if _own(ref, names):
            return "absent", indicating(ref)
    return condition


def _together(conditions: list[Condition], names: Names) -> str:
    refs: list[AttributeRef] = []
    words: list[str] = []
    for condition in conditions:
        match condition:
            case Compare(left=AttributeRef() as ref, right=Constant() as word):
                refs = [ref]
                words.append(constant(word, ref))
            case Compare(left=AttributeRef() as ref) | Stated(ref=ref):
                refs.append(ref)
            case Not(part=Stated(ref=ref)):
                refs.append(ref)
    match conditions[0]:
        case Compare(right=AttributeRef() as right):
            phrases = [names.attribute(ref) for ref in refs]
            texts = [each.text for each in phrases]
            pronoun = "celles" if all(each.feminine for each in phrases) else "ceux"
            return f"{listing(texts, 'fr')} sont {pronoun} {of(names.owners[right.alias])}"
        case Compare():
            return f"{names.attribute(refs[0]).text} n'est ni {' ni '.join(words)}"
        case Stated():
            mentioned = [names.mentioned(ref) for ref in refs]
            return f"{indicating(refs[0])} indique {listing(mentioned, 'fr')}"
        case _:
            return f"{indicating(refs[0])} n'indique ni {' ni '.join(map(names.mentioned, refs))}"


def _flag(condition: Condition) -> str:
    """« statut de droit privé : oui », for a test of a yes or no; empty for another test."""
    match condition:
        case Compare(sign, AttributeRef(type=Type.FLAG) as left, Constant(value=value)):
            yes = bool(value) is (sign is Comparison.EQUAL)
            return f"{label(left)} : {'oui' if yes else 'non'}"
        case _:
            return ""


def _link(condition: Condition, names: Names) -> str:
    """« dont » before a clause on an attribute of the fact itself, « tels que » elsewhere."""
    match condition:
        case Compare(left=AttributeRef() as ref) | Stated(ref=ref) | Not(part=Stated(ref=ref)):
            return "dont" if _own(ref, names) else "avec cette condition que"
        case AnyOf():
            found = alternatives(condition)
            return "dont" if found and _own(found[0], names) else "avec cette condition que"
        case _:
            return "avec cette condition que"


def _own(ref: AttributeRef, names: Names) -> bool:
    return ref.alias in (ROW, names.own)
