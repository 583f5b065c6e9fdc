"""Messages and remedies with their places in words: « ‹nom du bénéficiaire› »."""

from __future__ import annotations

import re

from checker.cli.pages.french import head as head_of
from checker.cli.pages.nouns import kind_label, label, owned
from checker.cli.pages.scope import Names, definite
from checker.kinds import KINDS, Type
from checker.language.places import GAP
from checker.language.scope import COUNT, LAW, LET, NAMES, POLICY
from checker.language.tree import AttributeRef

_PLACE = re.compile(r"\{([^{}]*)\}")
_ARTICLE = re.compile(r"^(?:le |la |les |l')")


def filled(text: str, names: Names) -> str:
    """A message whose places say what they will hold."""
    return _PLACE.sub(lambda match: f"‹{_place(match[1], names)}›", text)


def _place(place: str, names: Names) -> str:
    head, _, rest = place.partition(".")
    if place == GAP:
        return "écart"
    if head == LET:
        return _drawn(rest, names)
    if head in (LAW, POLICY):
        title = names.title(place)
        return title[:1].lower() + title[1:]
    about = KINDS[names.kinds[head]].attributes[rest]
    ref = AttributeRef(head, names.kinds[head], rest, about.type)
    if ref.type is Type.FLAG:
        return f"oui ou non : {label(ref)}"
    text = label(ref)
    alike = head_of(text) == head_of(kind_label(ref.kind))
    if not names.several and (" " in text or alike or ref.type is Type.ID):
        return text
    said = owned(ref, definite(names, head))
    return _ARTICLE.sub("", said.plural or said.text)


def _drawn(rest: str, names: Names) -> str:
    name, _, part = rest.partition(".")
    letter = names.letters[name]
    if part == COUNT:
        return f"nombre d'éléments de {letter}"
    if part == NAMES:
        return f"énumération des éléments de {letter}"
    return _ARTICLE.sub("", names.let(name).text).replace("*", "")
