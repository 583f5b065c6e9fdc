"""The glossary: terms of the field, then the facts that rules speak of, from the vocabulary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from checker.cli.pages.markdown import page, plain, table
from checker.cli.pages.terms import TERMS, VERDICT_TERMS
from checker.kinds import Attribute, Extent, Kind, Source, Type
from checker.language.tree import ACT
from checker.report.codes import worded
from checker.report.phrases import VERDICTS

_TYPES = {
    Type.ID: "renvoi",
    Type.TEXT: "texte",
    Type.MONEY: "montant",
    Type.SIGNED: "variation",
    Type.INT: "nombre",
    Type.PERCENT: "pourcentage",
    Type.DATE: "date",
    Type.FLAG: "oui ou non",
}
_ABOUT = (
    "La première partie définit les termes des rapports de contrôle. La seconde, tirée du"
    " vocabulaire de l'outil, énumère les faits dont parlent les règles ; entre parenthèses figure"
    " le nom employé dans les fichiers de règles."
)
_FACTS = (
    "Une information que l'acte devrait donner et ne donne pas est **non énoncée** : c'est un fait,"
    " qu'une règle peut constater. Une information extérieure à l'acte est **inconnue** tant qu'une"
    " pièce ne la donne pas : le contrôle qui en dépend n'est pas vérifiable. De même, une liste"
    " est réputée **complète** si l'acte la contient, **incomplète** si elle lui est extérieure, à"
    " moins que le dossier ne déclare le contraire."
)


def glossary_page(kinds: Mapping[str, Kind]) -> str:
    """The glossary in Markdown, for the kinds of a vocabulary."""
    return page(_lines(kinds))


def _lines(kinds: Mapping[str, Kind]) -> Iterator[str]:
    yield from ("# Glossaire", "", _ABOUT, "", "## Les cinq verdicts", "")
    for verdict, definition in VERDICT_TERMS.items():
        yield f"- **{VERDICTS[verdict].fr}** : {definition}"
    yield from ("", "## Les termes du contrôle", "")
    for term, definition in TERMS.items():
        yield f"- **{term}** : {definition}"
    yield from ("", "## Les faits", "", _FACTS, "")
    for kind in sorted(kinds.values(), key=lambda each: (_folded(each.label.fr), each.name)):
        yield from _kind(kind)


def _kind(kind: Kind) -> Iterator[str]:
    label = kind.label.fr
    yield from (f"### {label[:1].upper()}{plain(label)[1:]} (`{kind.name}`)", "")
    if kind.name == ACT:
        yield "Toujours là, une seule fois."
    elif kind.extent is Extent.OPEN:
        yield f"Liste réputée incomplète ; pièce qui la complète : {plain(kind.document.fr)}."
    else:
        yield "Liste réputée complète."
    yield ""
    heads = ["Information", "Nom", "Type", "Si elle manque", "Pièce"]
    rows = [_row(each) for each in kind.attributes.values() if each.name != "id"]
    yield from [*table(heads, rows), ""]


def _row(attribute: Attribute) -> list[str]:
    missing = "non énoncée" if attribute.source is Source.ACT else "inconnue"
    type_ = _TYPES[attribute.type]
    if attribute.choices:
        type_ += " : " + ", ".join(worded(attribute, choice, "fr") for choice in attribute.choices)
    cells = (attribute.label.fr, type_, missing, attribute.document.fr)
    label, type_, missing, document = map(plain, cells)
    return [label, f"`{attribute.name}`", type_, missing, document]


def _folded(text: str) -> str:
    """A text as an index sorts it, accents aside."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))
