"""The law cited, as taxonomies of SARIF: one for each code or kind of text, an article a taxon.

Taxonomies and taxa are numbered as they are met, so that results can be written before the lists.
"""

from __future__ import annotations

import uuid
from typing import Any

from checker.law.references import Reference
from checker.words import Language, Words

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "deliberation-check/law")
_KINDS = {
    "loi": Words("Lois", "Laws"),
    "decret": Words("Décrets", "Decrees"),
    "ordonnance": Words("Ordonnances", "Ordinances"),
    "arrete": Words("Arrêtés", "Orders"),
    "ue": Words("Textes de l'Union européenne", "Texts of the European Union"),
    "": Words("Autres sources", "Other sources"),
}
"""What is no code: the kinds of text with a number, and what no act cites by an article."""


class Taxonomies:
    """The law that was cited so far."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._taxa: dict[str, dict[str, Reference]] = {}

    def reference(self, text: Reference) -> dict[str, Any]:
        """What points to the taxon of a text, from a result or a rule."""
        taxa = self._taxa.setdefault(text.code, {})
        taxa.setdefault(text.key, text)
        return {
            "id": text.key,
            "index": [*taxa].index(text.key),
            "toolComponent": self._component(text.code),
        }

    def components(self) -> list[dict[str, Any]]:
        """What points to each taxonomy."""
        return [self._component(code) for code in self._taxa]

    def lists(self) -> list[dict[str, Any]]:
        """The taxonomies with their taxa."""
        return [
            {
                "name": self._name(code),
                "guid": _guid(code),
                "language": self._language,
                "isComprehensive": False,
                "taxa": [self._taxon(text) for text in taxa.values()],
            }
            for code, taxa in self._taxa.items()
        ]

    def _component(self, code: str) -> dict[str, Any]:
        return {
            "name": self._name(code),
            "index": [*self._taxa].index(code),
            "guid": _guid(code),
        }

    def _name(self, code: str) -> str:
        return _KINDS[code](self._language) if code in _KINDS else code

    def _taxon(self, text: Reference) -> dict[str, Any]:
        taxon: dict[str, Any] = {
            "id": text.key,
            "name": text.short,
            "shortDescription": {"text": text.words(self._language)},
        }
        return {**taxon, "helpUri": text.url} if text.url else taxon


def _guid(code: str) -> str:
    """The same identifier for a taxonomy in every log."""
    return str(uuid.uuid5(_NAMESPACE, code))
