"""Numbers in figures, as French acts print them: « 40 000 », « 12.500,00 », « 15⏎000 ».

Every reading that a passage allows is kept, the likeliest first: « 12.500 » is twelve thousand five
hundred, or twelve and a half. What cannot be read – « 15 0O0 », « 000 » – has no reading.
Source of the forms: the real deliberations measured in extraction.md, sections 1 to 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from checker.extraction.mentions.flags import Flag

SPACE = "[ \u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]"
_BREAK = rf"{SPACE}{{0,3}}\r?\n{SPACE}{{0,40}}"
_SEPARATOR = rf"(?:{_BREAK}|{SPACE}{{2,4}}(?=0)|{SPACE}|[.'’ʼ])"
_ENGLISH = r"[0-9]{1,3}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]{1,2})?|,[0-9]{3}\.[0-9]{2})(?![0-9])"
_FIGURE = re.compile(
    rf"(?P<english>{_ENGLISH})"
    rf"|(?P<whole>[1-9][0-9]{{0,2}}(?:{_SEPARATOR}[0-9]{{3}}(?![0-9]))+|[0-9]+)"
    r"(?:[.,](?P<decimals>[0-9]+)|[.,][ ]?[-–—]{1,2})?"
)
_LABEL = re.compile(
    r"\b(?:lots?|articles?|art\.|chapitres?|comptes?|axes?|actions?|fonctions?|lignes?|tranches?|"
    r"annexes?|mesures?|phases?|volets?|niveaux?|titres?|nature|n\s?[°º])\s*\Z"
    r"|\b[a-z]{1,4}[.-]\Z|[0-9]/\Z",
    re.IGNORECASE,
)
_GAP = re.compile(rf"(?:{SPACE}{{1,4}}|{_BREAK})")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BROKEN_GROUP = re.compile(r"(?<!\w)(?=[OoQIlSBZ]*[0-9])[0-9OoQIlSBZ]{1,3}\s\Z")
_OPERATOR = re.compile(r"(?:[+*=]|×\s?|[0-9]\s?[xX]\s?)\Z")
_BROKEN_OFF = re.compile(r"(?:\A|[\s(]|[0-9])[.,]\Z")
_NOT_PLAIN = frozenset("xX×\ufffd")
_LOOKALIKES = frozenset("OoQIlSBZ")
_MAXIMUM_DIGITS = 13
_LOOK_BACK = 14
_FARTHEST = 46
_NONE: frozenset[Flag] = frozenset()


@frozen
class Quantity:
    """A number in a text.

    Args:
        readings: Its values, the likeliest first; none where it cannot be read.
        pieces: Its groups of digits, as printed.
        decimals: The digits after its decimal sign.
    """

    start: int
    end: int
    readings: tuple[Decimal, ...]
    flags: frozenset[Flag] = frozenset()
    pieces: tuple[str, ...] = ()
    decimals: str | None = None

    @property
    def year_like(self) -> bool:
        """Whether it is printed as a year is."""
        return (
            len(self.pieces) == 1
            and self.decimals is None
            and _YEAR.fullmatch(self.pieces[0]) is not None
        )


@frozen
class _Printed:
    """A number as it stands: its groups of digits, what is between them, its decimals."""

    start: int
    end: int
    pieces: tuple[str, ...]
    separators: tuple[str, ...]
    decimals: str | None


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """Every number in figures of a part of `text`, in its order."""
    found: list[Quantity] = []
    for match in _FIGURE.finditer(text, start, len(text) if end is None else end):
        before = found[-1] if found else None
        whole, decimals = match.group("whole", "decimals")
        if decimals is None and _plain(text, match.start(), whole, before):
            found.append(Quantity(*match.span(), (Decimal(whole),), _NONE, (whole,)))
            continue
        for printed in _printed(text, match):
            found.append(_quantity(text, printed, found[-1] if found else None))
    return tuple(found)


def _printed(text: str, match: re.Match[str]) -> Iterator[_Printed]:
    """One number, or several where lines that hold nothing else end inside it."""
    if match["english"]:
        whole, _, decimals = match["english"].partition(".")
        pieces = tuple(whole.split(","))
        yield _Printed(match.start(), match.end(), pieces, (), decimals or None)
        return
    if match["whole"].isdigit():
        yield _Printed(match.start(), match.end(), (match["whole"],), (), match["decimals"])
        return
    pieces = tuple(re.findall("[0-9]+", match["whole"]))
    separators = tuple(re.findall("[^0-9]+", match["whole"]))
    at, first = match.start(), 0
    if "\n" in match["whole"] and _opens_line(text, at):
        for n, separator in enumerate(separators):
            if "\n" in separator and pieces[n + 1][0] != "0":
                end = at + _length(pieces[first : n + 1], separators[first:n])
                yield _Printed(at, end, pieces[first : n + 1], separators[first:n], None)
                at, first = end + len(separator), n + 1
    yield _Printed(at, match.end(), pieces[first:], separators[first:], match["decimals"])


def _length(pieces: tuple[str, ...], separators: tuple[str, ...]) -> int:
    return sum(map(len, pieces)) + sum(map(len, separators))


def _opens_line(text: str, start: int) -> bool:
    """Whether a number stands first on its line, or ends a date (« 31/12 »)."""
    line = text[max(0, start - 60) : start].rpartition("\n")[2]
    return line.endswith("/") or (not line.strip() and len(line) < 60)


def _quantity(text: str, printed: _Printed, before: Quantity | None) -> Quantity:
    flags: set[Flag] = set()
    readings: tuple[Decimal, ...] = ()
    if _readable(text, printed, flags):
        readings = _readings(text, printed, before, flags)
    if not readings:
        flags.add("unreadable")
    kept = tuple(dict.fromkeys(readings))
    return Quantity(
        printed.start, printed.end, kept, frozenset(flags), printed.pieces, printed.decimals
    )


def _plain(text: str, start: int, digits: str | None, before: Quantity | None) -> bool:
    """Whether it is one group of digits with nothing near that could change it."""
    if digits is None or not digits.isdigit() or digits[0] == "0" or len(digits) == 3:
        return False
    if len(digits) > _MAXIMUM_DIGITS:
        return False
    if start and (not text[start - 1].isspace() or text[start - 2 : start - 1] in _NOT_PLAIN):
        return False
    return (
        before is None or before.end < start - _FARTHEST or not text[before.end : start].isspace()
    )


def _readable(text: str, printed: _Printed, flags: set[Flag]) -> bool:
    """Whether its digits make one number, and nothing against it is a misread digit."""
    whole = "".join(printed.pieces) if len(printed.pieces) <= _MAXIMUM_DIGITS else "0" * 99
    if len(whole) > _MAXIMUM_DIGITS or len(printed.decimals or "") > _MAXIMUM_DIGITS:
        return False
    if whole[0] == "0" and len(whole) > 1:
        return False
    behind = text[max(0, printed.start - _LOOK_BACK) : printed.start]
    if _BROKEN_OFF.search(behind) or _after_unnamed(text, printed.start):
        return False
    if behind[-1:].isalpha():
        letters = len(behind) - len(behind.rstrip("OoQIlSBZ"))
        if letters and not behind[: len(behind) - letters][-1:].isalpha():
            return False
        flags.add("glued")
    if _OPERATOR.search(behind):
        flags.add("formula")
    return not (len(printed.pieces[0]) == 3 and _lookalike_group(behind))


def _after_unnamed(text: str, start: int) -> bool:
    """Whether a character that the file does not name stands before it, and is no bullet."""
    line = text[max(0, start - 60) : start].rpartition("\n")[2]
    unnamed = line.strip().endswith("\ufffd")
    return unnamed and (line.strip() != "\ufffd" or not line[-1].isspace())


def _lookalike_group(behind: str) -> bool:
    broken = _BROKEN_GROUP.search(behind)
    return broken is not None and not _LOOKALIKES.isdisjoint(broken[0])


def _readings(
    text: str, printed: _Printed, before: Quantity | None, flags: set[Flag]
) -> tuple[Decimal, ...]:
    pieces, separators, decimals = printed.pieces, printed.separators, printed.decimals
    readings = [_value("".join(pieces), decimals)]
    if separators == (".",) and decimals is None:
        flags.add("separator")
        readings.append(_value(pieces[0], pieces[1]))
    elif decimals is not None and len(decimals) == 3 and len(pieces) == 1 and pieces[0] != "0":
        flags.add("separator")
        readings.append(_value(pieces[0] + decimals, None))
    if separators:
        if len({_kind(separator) for separator in separators}) > 1:
            flags.add("mixed")
        if any(len(separator) > 1 and "\n" not in separator for separator in separators):
            flags.add("spacing")
        readings += _tails(text, printed, flags)
    if before is not None and before.end <= printed.start:
        readings += _joined(text, printed, before, flags)
    return tuple(readings)


def _tails(text: str, printed: _Printed, flags: set[Flag]) -> Iterator[Decimal]:
    """What the number is without the groups that may be another's."""
    pieces, separators = printed.pieces, printed.separators
    behind = text[max(0, printed.start - _LOOK_BACK) : printed.start]
    if _LABEL.search(behind):
        flags.add("label")
        if pieces[1][0] != "0":
            yield _value("".join(pieces[1:]), printed.decimals)
    for n, separator in enumerate(separators):
        if "\n" in separator:
            flags.add("line_break")
            if pieces[n + 1][0] != "0":
                yield _value("".join(pieces[n + 1 :]), printed.decimals)


def _joined(text: str, printed: _Printed, before: Quantity, flags: set[Flag]) -> Iterator[Decimal]:
    """What the number is together with the figures that stand right before it."""
    if before.decimals is not None or printed.start - before.end > _FARTHEST or before.year_like:
        return
    if before.pieces[0][0] == "0":
        return  # « 31/07/09⏎561,04 € »
    gap = text[before.end : printed.start]
    alone = len(printed.pieces) == len(before.pieces) == 1 and printed.decimals is None
    digits = "".join((*before.pieces, *printed.pieces))
    if len(digits) > _MAXIMUM_DIGITS:
        return
    if _GAP.fullmatch(gap):
        if len(printed.pieces[0]) == 3 or (alone and len(gap) == 1 and gap != "\n"):
            flags.add("neighbour")
            yield _value(digits, printed.decimals)
    elif re.fullmatch(rf",{SPACE}", gap) and alone and len(printed.pieces[0]) == 2:
        flags.add("neighbour")
        yield _value("".join(before.pieces), printed.pieces[0])


def _kind(separator: str) -> str:
    return "space" if not separator.strip() or separator in "\u200b\u2060\ufeff" else separator[0]


def _value(whole: str, decimals: str | None) -> Decimal:
    return Decimal(whole if decimals is None else f"{whole}.{decimals}")
