"""Automatic numbers of lists, and the marks of notes, as a reader sees them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_SUPERSCRIPTS = str.maketrans("0123456789ivxlcdm", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ")
_RAISED = frozenset("0123456789ivxlcdm")


def roman(value: int) -> str:
    """In lower case; in digits where Roman numerals have none."""
    if not 0 < value < 4000:
        return str(value)
    letters = ""
    for worth, numeral in _ROMAN:
        count, value = divmod(value, worth)
        letters += numeral * count
    return letters


def letters(value: int, *, repeated: bool = True) -> str:
    """A to z, then aa, bb, … as word processors count, or aa, ab, … as spreadsheets do."""
    if not 0 < value <= 26 * 26:
        return str(value)
    turns, place = divmod(value - 1, 26)
    letter = chr(ord("a") + place)
    if repeated:
        return letter * (turns + 1)
    return (chr(ord("a") + turns - 1) if turns else "") + letter


def ordinal(value: int) -> str:
    """« 1er », « 2e ». A French deliberation is taken to number in French."""
    return f"{value}er" if value == 1 else f"{value}e"


def raised(mark: str) -> str:
    """The mark of a note in raised characters, which no amount before it can swallow.

    « 40 000 €¹ » and « 40 000¹ € » stay what they are; a « 1 » in its place would not.
    """
    mark = mark.strip()
    if mark and _RAISED.issuperset(mark):
        return mark.translate(_SUPERSCRIPTS)
    return mark if mark and not mark.isalnum() else f"[{mark}]"
