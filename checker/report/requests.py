"""What is missing, and the documents to ask for."""

from __future__ import annotations

from collections.abc import Iterable

from checker.engine.firing import Missing
from checker.kinds import KINDS, Fact, kind_of
from checker.law.edition import Edition
from checker.report.model import InstanceReport, MissingItem, Need, Request, RuleReport
from checker.report.naming import Naming
from checker.words import Language, Words, quoted, typeset

_REREADING = Words("relecture du passage de l'acte", "rereading of the passage of the act")
_OFFICIAL = Words("texte officiel applicable à la date de l'acte", "official text then in force")
_WHOLE_LIST = Words("la liste complète ({})", "the whole list ({})")
_VALUE = Words("la valeur en vigueur de {}", "the value in force of {}")
_OF = Words("{} ({})", "{} ({})")
_DOUBTFUL = Words("la lecture de {}", "the reading of {}")


def missing_items(
    missing: Iterable[Missing],
    bound: Iterable[Fact],
    edition: Edition,
    naming: Naming,
    language: Language,
) -> tuple[MissingItem, ...]:
    """Missing things in words, each once; what an instance is about is not said again."""
    subjects = {id(fact) for fact in bound}
    found = (_item(each, subjects, edition, naming, language) for each in missing)
    return tuple(dict.fromkeys(found))


def _item(
    missing: Missing, subjects: set[int], edition: Edition, naming: Naming, language: Language
) -> MissingItem:
    if missing.fact is not None and missing.attribute is not None:
        about = kind_of(missing.fact).attributes[missing.attribute]
        what = quoted(about.label(language), language)
        document = about.document
        if missing.attribute in missing.fact.doubtful:
            what, document = _DOUBTFUL(language).format(what), _REREADING
        if id(missing.fact) not in subjects and kind_of(missing.fact).name != "act":
            what = _OF(language).format(what, naming.fact(missing.fact))
        return MissingItem(what, document(language))
    if missing.kind is not None:
        return rest_item(missing.kind, language)
    parameter = edition.law.parameters.get(missing.parameter or "")
    if parameter is not None and parameter.by and getattr(edition.act, parameter.by) is None:
        by = Missing(fact=edition.act, attribute=parameter.by)
        return _item(by, subjects, edition, naming, language)
    title = parameter.title(language) if parameter else missing.parameter or ""
    document = (parameter.document if parameter else None) or _OFFICIAL
    return MissingItem(
        _VALUE(language).format(quoted(typeset(title, language), language)), document(language)
    )


def rest_item(kind: str, language: Language) -> MissingItem:
    """The rest of a list that is not known whole."""
    about = KINDS[kind]
    what = _WHOLE_LIST(language).format(about.label(language))
    return MissingItem(what, about.document(language))


def requests(rules: Iterable[RuleReport], open_: Iterable[InstanceReport]) -> tuple[Request, ...]:
    """The documents that open verdicts call for, each with the rules and subjects it serves."""
    wanted = {id(instance) for instance in open_}
    merged: dict[str, dict[str, tuple[RuleReport, list[str], list[str]]]] = {}
    for rule in rules:
        for instance in rule.instances:
            if id(instance) not in wanted:
                continue
            for item in instance.missing:
                needs = merged.setdefault(item.document, {})
                _, whats, subjects = needs.setdefault(rule.id, (rule, [], []))
                whats.append(item.what)
                subjects.append(instance.named)
    return tuple(
        Request(
            document,
            tuple(
                Need(rule.id, rule.title, _each_once(whats), _each_once(subjects))
                for rule, whats, subjects in needs.values()
            ),
        )
        for document, needs in merged.items()
    )


def _each_once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))
