"""French number words, spelt out anew for the tests: what the reader must read back."""

from __future__ import annotations

_BELOW_TWENTY = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit"),
    "dix-neuf",
)
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def spelt(number: int, *, hyphens: bool = False) -> str:
    """A whole number below 10^12 in words.

    Args:
        number: The number.
        hyphens: The spelling of 1990, with hyphens between all words.
    """
    words = _spelt(number)
    return words.replace(" ", "-") if hyphens else words


def _spelt(number: int) -> str:
    for scale, name in ((10**9, "milliard"), (10**6, "million")):
        if number >= scale:
            many, rest = divmod(number, scale)
            plural = f"{name}s" if many > 1 else name
            return _with(f"{_spelt(many)} {plural}", rest)
    if number >= 1000:
        many, rest = divmod(number, 1000)
        # « quatre-vingts » and « cents » lose their s before « mille »
        before = "" if many == 1 else f"{_invariable(_spelt(many))} "
        return _with(f"{before}mille", rest)
    if number >= 100:
        many, rest = divmod(number, 100)
        if many == 1:
            return _with("cent", rest)
        return f"{_BELOW_TWENTY[many]} cents" if rest == 0 else f"{_hundreds(many)} {_below(rest)}"
    return _below(number)


def _hundreds(many: int) -> str:
    return f"{_BELOW_TWENTY[many]} cent"


def _below(number: int) -> str:
    if number < 20:
        return _BELOW_TWENTY[number]
    tens, units = divmod(number, 10)
    if tens in (7, 9):
        base, units = ("soixante", units + 10) if tens == 7 else ("quatre-vingt", units + 10)
        return "soixante et onze" if number == 71 else f"{base}-{_BELOW_TWENTY[units]}"
    if tens == 8:
        return "quatre-vingts" if units == 0 else f"quatre-vingt-{_BELOW_TWENTY[units]}"
    if units == 1:
        return f"{_TENS[tens]} et un"
    return _TENS[tens] if units == 0 else f"{_TENS[tens]}-{_BELOW_TWENTY[units]}"


def _with(words: str, rest: int) -> str:
    return words if rest == 0 else f"{words} {_spelt(rest)}"


def _invariable(words: str) -> str:
    return words[:-1] if words.endswith(("vingts", "cents")) else words
