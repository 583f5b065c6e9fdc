"""French number words: « huit cent soixante-douze mille cent euros » is 872 100,00 €.

Both spellings are read: hyphens between all words (rectified spelling of 1990) or only below one
hundred, « et » before « un » and « onze », « septante », « huitante » and « nonante ».
"""

from __future__ import annotations

import re

from checker.normal import normal_text, without_accents

_UNITS = (
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
)
_BELOW_HUNDRED = {word: value for value, word in enumerate(_UNITS.split())} | {
    "une": 1,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "nonante": 90,
}
_SCALES = {"mille": 10**3, "million": 10**6, "millions": 10**6}
_SCALES |= {"milliard": 10**9, "milliards": 10**9}
_EUROS = re.compile(r"(?P<whole>.+?)\s+(?:d')?euros?(?:\s+et)?(?:\s+(?P<cents>.+?)\s+centimes?)?")


def number_in_words(words: str) -> int | None:
    """The whole number that French words say; `None` where they say none."""
    folded = without_accents(normal_text(words)).replace("-", " ").split()
    parts = [word for word in folded if word not in ("et", "de")]
    total = group = 0
    largest = 10**12
    if not parts:
        return None
    for before, word in zip(["", *parts], parts, strict=False):
        if word in _SCALES:
            scale = _SCALES[word]
            if scale >= largest or (group == 0 and word != "mille"):
                return None
            total, group, largest = total + max(group, 1) * scale, 0, scale
        elif word in ("cent", "cents"):
            if group >= 10:
                return None
            group = max(group, 1) * 100
        elif word in _BELOW_HUNDRED:
            added = _added(group, before, word)
            if added is None:
                return None
            group = added
        else:
            return None
    return total + group


def cents_in_words(words: str) -> int | None:
    """The amount, in cents, that French words say: « quarante mille euros »."""
    folded = normal_text(words).strip(" .;,()")
    match = _EUROS.fullmatch(folded)
    whole = number_in_words(match["whole"] if match else folded)
    if whole is None or match is None or match["cents"] is None:
        return None if whole is None else whole * 100
    cents = number_in_words(match["cents"])
    return None if cents is None or cents > 99 else whole * 100 + cents


def _added(group: int, before: str, word: str) -> int | None:
    """A number below one hundred said after what stands in the group already."""
    value = _BELOW_HUNDRED[word]
    below = group % 100
    if word in ("vingt", "vingts") and below == 4:
        return group - 4 + 80
    if value == 0:
        return 0 if group == 0 and not before else None
    tens = below in (20, 30, 40, 50, 60, 70, 80, 90) and value < 10
    teens = below in (60, 80) and 10 <= value < 17
    if before == "dix" and value in (7, 8, 9) and below % 20 == 10:
        return group + value
    return group + value if below == 0 or tens or teens else None
