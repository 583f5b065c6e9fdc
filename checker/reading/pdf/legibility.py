"""Whether the letters of a PDF are words, and which pages are pictures of words.

A font without its table of Unicode values gives letters that are none: no library reads them, and
no French word is among them (`extraction.md`, section 2.1: normal text has 25 to 40 % of function
words, such a layer 0 %).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from checker.reading.pdf.letters import UNKNOWN
from checker.reading.pdf.sheet import UNSEEN, Sheet
from checker.reading.refusal import Reason
from checker.reading.source import Page
from checker.words import Words

_UNLOADED = Words(
    "chargement impossible, rien n'y est lu", "cannot be loaded: nothing on it is read"
)
_EMPTY = Words("aucun texte", "holds no text")
_PICTURES = Words(
    "image avec peu ou pas de texte ; ce que montre l'image n'est pas lu",
    "is a picture with little or no text: what the picture says is not read",
)
_GARBLED = Words("couche texte illisible", "has a text layer that is not readable")
_RECOGNISED = Words(
    "numérisation dont le texte a été reconnu par un logiciel ; des chiffres peuvent être faux",
    "is a scan whose text was recognised by a program: digits in it may be wrong",
)
_UNKNOWN = Words(
    f"caractères sans valeur connue, écrits {UNKNOWN} ; ce sont le plus souvent des ligatures",
    f"has characters of no known value, written {UNKNOWN}; mostly these are ligatures",
)
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = re.compile(
    "à|au|aux|avec|ces?|cette|dans?|de|des|du|elle|en|est|et|ils?|je|la|les?|leurs?|lui|mais|ne|"
    "nous|on|ont|où|par|pas|plus|pour|qu[ei]?|sa|ses?|si|son|sont|sous|sur|une?|vous|été|être|[dl]"
)
_MOST_UNKNOWN = 0.2
_FEWEST_WORDS = 60
_LEAST_SHARE = 0.02
_VOWELS = frozenset("aàâeéèêëiîïoôuùûüyœæ")
_FEWEST_VOWELS, _MOST_VOWELS = 0.33, 0.6
_PICTURE = 0.5
_CAPTION = 200
"""Characters: a picture of a page has a stamp or a number on it, not more."""


@frozen
class Legibility:
    """What can be read.

    Args:
        refusal: Why the document is refused, if it is.
        notes: What of it could not be read, as sentences.
    """

    refusal: tuple[Reason, str] | None
    notes: tuple[Words, ...]


def legibility(sheets: Sequence[Sheet | None], text: str, pages: Sequence[Page]) -> Legibility:
    """Of a document: pages as the library gave them, the text made of them, its pages."""
    parts = [text[page.start : page.end] for page in pages]
    unloaded = [n for n, sheet in enumerate(sheets, start=1) if sheet is None]
    empty = [n for n, part in enumerate(parts, start=1) if not part.strip() and n not in unloaded]
    pictures = [
        n
        for n, (sheet, part) in enumerate(zip(sheets, parts, strict=True), start=1)
        if sheet and sheet.picture >= _PICTURE and len("".join(part.split())) < _CAPTION
    ]
    garbled = [n for n, part in enumerate(parts, start=1) if is_garbled(part)]
    if refusal := _refusal(parts, {*unloaded, *empty, *pictures}, garbled):
        return Legibility(refusal, ())
    layer = [
        n
        for n, sheet in enumerate(sheets, start=1)
        if sheet and n not in pictures and any(flags & UNSEEN for flags in sheet.flags)
        if sheet.picture >= _PICTURE
    ]
    unknown = [n for n, part in enumerate(parts, start=1) if UNKNOWN in part and n not in garbled]
    told = (
        (unloaded, _UNLOADED),
        ([n for n in empty if n not in pictures], _EMPTY),
        (pictures, _PICTURES),
        (garbled, _GARBLED),
        (layer, _RECOGNISED),
        (unknown, _UNKNOWN),
    )
    return Legibility(None, tuple(_note(numbers, what) for numbers, what in told if numbers))


def is_garbled(text: str) -> bool:
    """Whether a page of text is letters without words."""
    letters = len("".join(text.split()))
    if letters >= 20 and text.count(UNKNOWN) > _MOST_UNKNOWN * letters:
        return True
    return len(_WORD.findall(text)) >= _FEWEST_WORDS and _is_wordless(text)


def _is_wordless(text: str) -> bool:
    """Neither function words nor as many vowels as French has; lists of names have the latter."""
    words = _WORD.findall(text.casefold())
    letters = "".join(words)
    vowels = sum(letter in _VOWELS for letter in letters)
    if _FEWEST_VOWELS * len(letters) <= vowels <= _MOST_VOWELS * len(letters):
        return False
    hits = sum(_FUNCTION_WORDS.fullmatch(word) is not None for word in words)
    return hits < _LEAST_SHARE * len(words)


def _refusal(
    parts: Sequence[str], silent: set[int], garbled: Sequence[int]
) -> tuple[Reason, str] | None:
    if len(silent) == len(parts):
        return "no_text", (
            "The PDF has no text layer: its pages are pictures or empty. Expected: a PDF exported "
            "by a word processor; or have the text of the scan recognised (OCR) and retry."
        )
    whole = sum(map(len, parts))
    if sum(len(parts[n - 1]) for n in garbled) * 2 >= whole:
        return "garbled", (
            "The text layer of the PDF is not readable (couche texte illisible): its fonts do not "
            "say which letters they show. Export it again from the word processor and retry."
        )
    return None


def _note(numbers: Sequence[int], what: Words) -> Words:
    """What is said of some pages."""
    shown = ", ".join(map(str, numbers[:20])) + (" …" if len(numbers) > 20 else "")
    if len(numbers) == 1:
        return Words(f"Page {shown} : {what.fr}.", f"Page {shown} {what.en}.")
    return Words(f"Pages {shown} : {what.fr}.", f"Each of the pages {shown} {what.en}.")
