"""The attributes and kinds of the vocabulary as nouns of a French sentence."""

from __future__ import annotations

import re

from checker.cli.pages.french import AMOUNT, MENTION, NUMBER, Phrase, head, of, the
from checker.kinds import KINDS, Attribute, Source, Type
from checker.language.tree import ACT, AttributeRef, Constant
from checker.report.codes import worded
from checker.report.values import print_point

_BODY = ("population", "alsace_moselle", "category")
"""Attributes of the act that are about its author."""
_YEAR = re.compile(r"\b(?:exercice|année)\b")
_BETTER = {
    "total d'un bénéficiaire": "total par bénéficiaire",
    "mesures rendant l'acte exécutoire": "ensemble de mesures rendant l'acte exécutoire",
}
"""Labels that a demonstrative or a plural would twist."""
_THINGS = {Type.INT: NUMBER, Type.MONEY: AMOUNT, Type.SIGNED: AMOUNT}


def kind_label(name: str) -> str:
    """What a sentence calls the facts of a kind."""
    found = KINDS[name].label.fr
    return _BETTER.get(found, found)


def label(ref: AttributeRef) -> str:
    """The label of the attribute, or of the kind where its identifier stands for the fact."""
    if ref.attribute == "id":
        return kind_label(ref.kind)
    found = KINDS[ref.kind].attributes[ref.attribute].label.fr
    return re.sub(r", (.+)$", r" (\1)", found)  # a comma would want another behind it


def bare(ref: AttributeRef) -> Phrase:
    """An attribute with its article: « le montant de la ligne »."""
    text = label(ref)
    if ref.type is Type.FLAG:
        return Phrase(f"la réponse à « {text} »", feminine=True)
    return the(text, _THINGS.get(ref.type, MENTION))


def owned(ref: AttributeRef, owner: str) -> Phrase:
    """An attribute with the fact it belongs to: « le montant de cette ligne »."""
    text = label(ref)
    if ref.kind == ACT:
        complement = _of_act(ref, text)
    elif itself(ref):
        return Phrase(owner, bare(ref).feminine)
    else:
        text, complement = short(text, ref.kind), " " + of(owner)
    if ref.type is Type.FLAG:
        return Phrase(f"la réponse à « {text} »{complement}", feminine=True)
    found = the(text, _THINGS.get(ref.type, MENTION))
    plural = found.plural and found.plural + complement
    return Phrase(found.text + complement, found.feminine, plural)


def itself(ref: AttributeRef) -> bool:
    """Whether an attribute is what its kind is called: the amount of a total."""
    return (measured(ref.type) or ref.type is Type.INT) and head(label(ref)) == head(
        kind_label(ref.kind)
    )


def measured(type_: Type) -> bool:
    """Whether values have a unit: amounts and shares, neither bare numbers nor dates."""
    return type_.ordered and type_ not in (Type.INT, Type.DATE)


def short(text: str, kind: str) -> str:
    """A label without the kind it is about: « montant de la ligne » of a line is « montant »."""
    noun = re.escape(head(kind_label(kind)))
    return re.sub(rf" (?:de la |du |de l'|de l’){noun}$", "", text)


def constant(value: Constant, beside: AttributeRef | None = None) -> str:
    """A literal as it is printed, by its type and by the attribute it is compared with."""
    if isinstance(value.value, str):
        return f"« {worded(attribute_of(beside), value.value, 'fr')} »"
    if value.type is Type.FLAG:
        return f"« {print_point(value.value, Type.FLAG, 'fr')} »"
    printed = figure(value.value, value.type, label(beside) if beside else "")
    return f"le {printed}" if value.type is Type.DATE else printed


def attribute_of(ref: AttributeRef | None) -> Attribute | None:
    """What the vocabulary says of an attribute; `None` for the identifier or for none."""
    return None if ref is None else KINDS[ref.kind].attributes.get(ref.attribute)


def indicating(ref: AttributeRef) -> str:
    """What would indicate an attribute: the act, or the case beside it."""
    about = attribute_of(ref)
    return "le dossier" if about and about.source is Source.WORLD else "le document"


def figure(value: int, type_: Type, about: str) -> str:
    """A number by its type; the thousands of a year are never set apart."""
    if type_ is Type.INT and _YEAR.search(about):
        return str(value)
    return print_point(value, type_, "fr")


def _of_act(ref: AttributeRef, text: str) -> str:
    if any(word in text for word in ("acte", "assemblée", "collectivité")):
        return ""
    return " de la collectivité" if ref.attribute in _BODY else " de l'acte"
