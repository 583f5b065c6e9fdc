"""Dates in a text: « 1er mars 2023 », « 09/02/2024 », « l'an deux mille vingt-trois, le vingt… ».

Nothing is filled in: a date without its year has no value, and neither has the 31st of February.
The weekday that an act prints is compared with the date's own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from checker.extraction.mentions.numberwords import WORDS, WordNumber, find_number_words
from checker.identifiers import weekday as weekday_of
from checker.normal import normal_text, without_accents

DateFlag = Literal[
    "words",  # said in words
    "line_break",  # goes over a line end
    "short_year",  # « 12/03/23 »
    "no_year",  # « le 12 mars »
    "impossible",  # « 31 février 2024 », « 21/09/0002 »
    "numbered",  # « n° 2023-12-07 »: an act's number, perhaps no date
    "shared",  # its month stands with another day: « du 3 au 5 mars 2024 »
    "split",  # its year stands apart: « l'an 2023, le 12 mars »
]

_S = r"[\s\u00a0\u202f]"
_MONTH_NAMES = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout"),
    *("septembre", "octobre", "novembre", "decembre"),
)
_SHORT_MONTHS = {"janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9}
_SHORT_MONTHS |= {"oct": 10, "nov": 11, "dec": 12}
_MONTHS = _SHORT_MONTHS | {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_MONTH = (
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|"
    r"d[ée]cembre|(?:janv|jan|f[ée]vr|f[ée]v|avr|juil|sept|oct|nov|d[ée]c)\.)(?![^\W_])"
)
_WEEKDAY = r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_WEEKDAY_BEFORE = re.compile(
    rf"(?<!\w)(?P<weekday>{_WEEKDAY}){_S}{{0,3}},?{_S}{{1,3}}(?:le{_S}{{1,3}})?\Z", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"(?<![\w/.,-])(?P<day>[0-9]{1,2})\s?(?P<first>er|ᵉʳ)?\Z", re.IGNORECASE)
_FIRST_BEFORE = re.compile(r"(?<!\w)premier\Z", re.IGNORECASE)
_LINK_BEFORE = re.compile(
    rf"{_S}{{0,3}}(?:du{_S}{{1,2}}mois{_S}{{1,2}}(?:de{_S}|d['’]))?\Z", re.IGNORECASE
)
_LINK_ENDS = frozenset("eEsS'’")
_NAMED = re.compile(rf"(?<![^\W_]){_MONTH}", re.IGNORECASE)
_YEAR_AFTER = re.compile(
    rf"{_S}{{1,3}}(?P<year>(?:1[5-9]|20|21)[0-9]{{2}}|[0-9]{{2}})"
    rf"(?![\w/]|[.,][0-9]|{_S}[0-9]{{3}}|{_S}?[€%])"
)
_SPOKEN_END = re.compile(rf"(?:{WORDS}){_S}{{0,3}}\Z", re.IGNORECASE)
_SPOKEN_START = re.compile(rf"{_S}{{1,3}}(?=(?:deux|mille?){_S}|mille?-|deux-)", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<day>[0-9]{1,2})(?P<sign>[/.-])(?P<month>[0-9]{1,2})(?P=sign)"
    r"(?P<year>[0-9]{4}|[0-9]{2})|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}))(?![\w/-]|\.[0-9])"
)
_NUMBERED = re.compile(
    r"(?:n\s?[°º]s?|num[ée]ros?|r[ée]f\.?|articles?)\s{0,2}:?\s{0,2}\Z", re.IGNORECASE
)
_SHARED_BEFORE = re.compile(
    rf"(?<![\w/.,-])(?P<day>[0-9]{{1,2}})(?:\s?er)?{_S}{{1,2}}(?:au|et|ou)"
    rf"(?:{_S}{{1,2}}(?:le{_S}{{1,2}})?(?:{_WEEKDAY})?{_S}{{0,2}})\Z",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    rf"(?<![^\W_])l{_S}?['’]{_S}?an{_S}{{1,3}}(?P<year>[0-9]{{4}})?", re.IGNORECASE
)
_DOTTED_LENGTHS = (8, 10)
_YEAR_REACH = 80
_SPOKEN_REACH = 70
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


@frozen
class Date:
    """A date in a text; offsets go from its day to its year.

    Args:
        date: `None` where the text gives no full date, or none that there is.
        weekday: The weekday printed with it, in lower case.
        weekday_agrees: Whether that is the date's weekday; `None` without one of both.
    """

    start: int
    end: int
    date: datetime.date | None
    weekday: str | None = None
    weekday_agrees: bool | None = None
    flags: frozenset[DateFlag] = frozenset()

    @property
    def sure(self) -> bool:
        """Whether it is one full date, printed beyond doubt."""
        return self.date is not None and not self.flags & {"short_year", "numbered"}


def find_dates(text: str) -> tuple[Date, ...]:
    """Every date of `text`, in its order."""
    found = [*_numeric(text), *_named(text)]
    return tuple(sorted(found, key=lambda date: (date.start, date.end)))


def _numeric(text: str) -> Iterator[Date]:
    for match in _NUMERIC.finditer(text):
        flags: set[DateFlag] = set()
        if match["iso"]:
            year, month, day = (int(part) for part in match["iso"].split("-"))
        else:
            year = _full_year(match["year"], flags)
            month, day = int(match["month"]), int(match["day"])
            if match["sign"] != "/" and match.end() - match.start() not in _DOTTED_LENGTHS:
                continue  # « 6.1.12 » is a numbered paragraph
        if _NUMBERED.search(text, max(0, match.start() - 12), match.start()):
            flags.add("numbered")
        yield _date(text, match.span(), (year, month, day), flags)


def _full_year(printed: str, flags: set[DateFlag]) -> int:
    if len(printed) == 4:
        return int(printed)
    flags.add("short_year")
    return int(printed) + (2000 if int(printed) < 70 else 1900)


def _named(text: str) -> Iterator[Date]:
    """Dates whose month is a word."""
    of_year = list(_OF_YEAR.finditer(text))
    passed = 0
    for match in _NAMED.finditer(text):
        while passed < len(of_year) and of_year[passed].end() <= match.start():
            passed += 1
        flags: set[DateFlag] = set()
        day = _day(text, match.start(), flags)
        if day is None:
            continue
        year, end = _year(text, match.end(), flags)
        if year is None and passed and match.start() - of_year[passed - 1].end() <= _YEAR_REACH:
            year = _year_of(text, of_year[passed - 1], flags)
        month = _MONTHS[without_accents(normal_text(match[0])).rstrip(".")]
        yield from _shared(text, day[1], (year, month), flags)
        yield _date(text, (day[1], end), (year, month, day[0]), flags)


def _day(text: str, position: int, flags: set[DateFlag]) -> tuple[int, int] | None:
    """The day that stands before a month, and its offset."""
    end = max(0, position - 3) + len(text[max(0, position - 3) : position].rstrip())
    if text[end - 1 : end] in _LINK_ENDS:
        link = _LINK_BEFORE.search(text, max(0, position - 24), position)
        end = end if link is None else link.start()
    if not text[end - 1 : end].isalnum():
        return None
    printed = _DAY_BEFORE.search(text, max(0, end - 8), end)
    if printed is not None:
        return int(printed["day"]), printed.start()
    first = _FIRST_BEFORE.search(text, max(0, end - 9), end)
    if first is not None:
        flags.add("words")
        return 1, first.start()
    spoken = _spoken_before(text, end)
    if spoken is None or not 1 <= spoken.value <= 31:
        return None
    flags.add("words")
    return spoken.value, spoken.start


def _spoken_before(text: str, end: int) -> WordNumber | None:
    if not _SPOKEN_END.search(text, max(0, end - 12), end):
        return None
    spoken = find_number_words(text, max(0, end - 30), end)
    return spoken[-1] if spoken and spoken[-1].end == end else None


def _year(text: str, end: int, flags: set[DateFlag]) -> tuple[int | None, int]:
    """The year that stands after a month, and where it ends."""
    printed = _YEAR_AFTER.match(text, end)
    if printed is not None:
        return _full_year(printed["year"], flags), printed.end("year")
    gap = _SPOKEN_START.match(text, end)
    spoken = () if gap is None else find_number_words(text, gap.end(), gap.end() + _SPOKEN_REACH)
    if gap is not None and spoken and spoken[0].start == gap.end() and spoken[0].value >= 1500:
        flags.add("words")
        return spoken[0].value, spoken[0].end
    return None, end


def _year_of(text: str, match: re.Match[str], flags: set[DateFlag]) -> int | None:
    """The year of « l'an deux mille vingt-trois »."""
    flags.add("split")
    if match["year"]:
        return int(match["year"])
    spoken = find_number_words(text, match.end(), match.end() + _SPOKEN_REACH)
    if not spoken or spoken[0].start != match.end():
        return None
    flags.add("words")
    return spoken[0].value


def _shared(
    text: str, start: int, month: tuple[int | None, int], flags: set[DateFlag]
) -> Iterator[Date]:
    """The other day of « du 3 au 5 mars 2024 »."""
    other = _SHARED_BEFORE.search(text, max(0, start - 28), start)
    if other is not None:
        span = (other.start("day"), other.end("day"))
        yield _date(text, span, (*month, int(other["day"])), flags | {"shared"})


def _date(
    text: str, span: tuple[int, int], parts: tuple[int | None, int, int], flags: set[DateFlag]
) -> Date:
    year, month, day = parts
    date = None
    if year is None:
        flags = flags | {"no_year"}
    else:
        date = _on_the_calendar(year, month, day)
        if date is None:
            flags = flags | {"impossible"}
    if "\n" in text[slice(*span)]:
        flags = flags | {"line_break"}
    before = _WEEKDAY_BEFORE.search(text, max(0, span[0] - 20), span[0])
    printed = None if before is None else before["weekday"].lower()
    agrees = None if date is None or printed is None else weekday_of(date) == printed
    return Date(*span, date, printed, agrees, frozenset(flags))


def _on_the_calendar(year: int, month: int, day: int) -> datetime.date | None:
    """The day, where there is one in a year that an act can speak of."""
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return None
    return date if _FIRST_YEAR <= year <= _LAST_YEAR else None
