"""The sentence of each verdict.

A failure, and a point to judge, say the rule's own message with its placeholders filled. An open
verdict never prints that message, since nothing failed: it says what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from checker.engine.firing import Evaluated
from checker.kinds import KINDS
from checker.language.places import placeholders
from checker.report.model import MissingItem
from checker.report.values import Printer
from checker.words import Language, Words, listing, typeset

_PLACE = re.compile(r"\{([^{}]*)\}")
_ELIDED = re.compile(r"(?<![^\W\d_])([DdJjLlNnSsCcMm]|[Qq]u)e $")
_VOWEL = re.compile(r"[aeiouàâäéèêëîïôöùûüœæ]", re.IGNORECASE)
_UNDECIDED = Words("Non vérifiable : il manque {}.", "Not decidable: {} missing.")
_SOMETHING = Words("une information", "some information is")
_ASK = Words("Pièce à demander : {}.", "Document to ask for: {}.")
_ASK_SEVERAL = Words("Pièces à demander : {}.", "Documents to ask for: {}.")
_REST = Words(
    "Liste non connue en entier : {} ; seule la pièce suivante permettrait de conclure : {}.",
    "List not known in full: {}; only this document would allow a conclusion: {}.",
)
_DOUBTED = Words(
    "Non vérifiable : les deux évaluations indépendantes de ce contrôle ne se confirment pas.",
    "Not decidable: the two independent evaluations of this control do not confirm each other.",
)


def fill(template: str, shown: Mapping[str, str], language: Language) -> str:
    """A message with its placeholders filled; the values stay as they are.

    French elides before a vowel: « la ligne de {x} » becomes « la ligne d'ADELIE ».
    """
    parts = _PLACE.split(template)
    text = ""
    for n, part in enumerate(parts):
        if n % 2 == 0:
            text += typeset(part, language)
            continue
        value = shown[part]
        if language == "fr" and _VOWEL.match(value):
            text = _ELIDED.sub(r"\1'", text)
        text += value
    return text


def filled(
    template: Words, evaluate: Callable[[Iterable[str]], Mapping[str, Evaluated]], printer: Printer
) -> str:
    """A rule's message in one instance."""
    words = template(printer.language)
    values = evaluate(dict.fromkeys(placeholders(words)))
    shown = {name: printer.reference(value) for name, value in values.items()}
    return fill(words, shown, printer.language)


def undecided(missing: Sequence[MissingItem], language: Language) -> str:
    """What is missing, each thing with the document that would tell it."""
    whats = list(dict.fromkeys(item.what for item in missing))
    if not whats:
        return typeset(_UNDECIDED(language).format(_SOMETHING(language)), language)
    documents = list(dict.fromkeys(item.document for item in missing))
    named = listing(whats, language)
    if language == "en":
        named += " is" if len(whats) == 1 else " are"
    ask = _ASK if len(documents) == 1 else _ASK_SEVERAL
    template = f"{_UNDECIDED(language)} {ask(language)}"
    return _formatted(template, language, named, " ; ".join(documents))


def rest_of_list(kinds: Iterable[str], language: Language) -> str:
    """What an open list may still hold cannot be judged."""
    found = [KINDS[name] for name in kinds]
    labels = listing([kind.label(language) for kind in found], language)
    documents = listing(list(dict.fromkeys(kind.document(language) for kind in found)), language)
    return _formatted(_REST(language), language, labels, documents)


def doubted(language: Language) -> str:
    """The two judges differ, so that a pass is not to be relied on."""
    return typeset(_DOUBTED(language), language)


def _formatted(template: str, language: Language, *values: str) -> str:
    joint = typeset(" ; ", language) if language == "fr" else "; "
    return typeset(template, language).format(*(value.replace(" ; ", joint) for value in values))
