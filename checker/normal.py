"""Normal forms of names and labels: equal for the same words however they are typed.

Case, typographic quotes and apostrophes, no-break spaces and line breaks are folded, accents
only in all-capital text. Hyphens and « de / du » are kept: they tell names apart.
"""

from __future__ import annotations

import re
import unicodedata

_QUOTES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
_LEGAL_FORMS = re.compile(
    r"^(?:l'\s*|la |le |les )?(?:(?:association|fondation|gip|sarl|sas|scic|scop|epic)\s+)?"
    r"(?:l'\s*|la |le |les )?"
)


def normal_text(text: str) -> str:
    """The words of `text` in lower case, with quotes and white space folded."""
    folded = unicodedata.normalize("NFC", text).translate(_QUOTES).casefold()
    return " ".join(folded.replace('"', " ").split())


def normal_name(text: str) -> str:
    """`normal_text` without leading article and legal form (« l'association ALPES » is alpes)."""
    text = normal_text(text)
    return _LEGAL_FORMS.sub("", text, count=1) or text


def without_accents(text: str) -> str:
    """`text` with the accents of its letters removed."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def normal_mention(surface: str, official: str) -> str:
    """The normal name of a mention; capitals, printed without accents, get those of `official`."""
    name = normal_name(surface)
    expected = normal_name(official)
    if surface == surface.upper() and without_accents(name) == without_accents(expected):
        return expected
    return name
