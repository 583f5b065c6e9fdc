"""Characters of the fonts Symbol and Wingdings, which number their pictures from U+F020 on.

Only those that deliberations have: bullets, ticks, arrows, the euro. Any other stays the private
character that the document holds.
"""

from __future__ import annotations

_SYMBOL = {
    0xA0: "€",
    0xA2: "′",
    0xA3: "≤",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0x2D: "−",
    0xE5: "∑",
} | {code: chr(code) for code in b" !#%&()+,./0123456789:;<=>?[]_{|}"}
_WINGDINGS = {
    0x20: " ",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}


def symbol(font: str | None, code: int) -> str:
    """What a character of a font looks like, as a character anyone's font has."""
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ""
    family = (font or "").strip().casefold()
    place = code - 0xF000 if 0xF020 <= code <= 0xF0FF else code
    # OpenSymbol, LibreOffice's own, has its pictures in the same private places as both others.
    if family in ("symbol", "standard symbols ps", "starsymbol", "opensymbol"):
        return _SYMBOL.get(place, chr(code))
    if family == "wingdings":
        return _WINGDINGS.get(place, chr(code))
    return chr(code)


def symbols(font: str | None, text: str) -> str:
    """A text with its private characters, if any, as the font shows them."""
    if not any(0xF020 <= ord(character) <= 0xF0FF for character in text):
        return text
    return "".join(
        symbol(font, ord(character)) if 0xF020 <= ord(character) <= 0xF0FF else character
        for character in text
    )


def bullet(font: str | None, text: str) -> str:
    """A bullet as a reader sees it; « • » for a picture of a font that is not known here."""
    shown = symbols(font, text)
    if any("\ue000" <= character <= "\uf8ff" for character in shown):
        return "•"
    return shown
