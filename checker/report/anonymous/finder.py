"""Where the persons stand in a text: by the family name, and by what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from checker.report.anonymous.letters import Word, broken, words_of
from checker.report.anonymous.names import PLURAL, SINGULAR, Name, Words, weak

_GAP = re.compile(r"[\s.'’ʼ‘_\-‐‑–]{0,45}")
_SHORT_GAP = re.compile(r"[ \t\u00a0\u202f\-‐‑_]{1,3}")
_HYPHENS = "-‐‑"


@frozen
class Hit:
    """A place where one of some persons is named; `persons` are their positions."""

    start: int
    end: int
    persons: tuple[int, ...]


@frozen
class Finder:
    """Finds persons by their names.

    Args:
        names: The persons.
    """

    names: Sequence[Name]
    _anchors: Mapping[str, Mapping[Words, tuple[int, ...]]] = field(init=False)

    @_anchors.default
    def _index(self) -> Mapping[str, Mapping[Words, tuple[int, ...]]]:
        found: dict[str, dict[Words, tuple[int, ...]]] = {}
        for n, name in enumerate(self.names):
            for family in name.families:
                known = found.setdefault(family[0], {})
                known[family] = (*known.get(family, ()), n)
        return found

    def find(self, text: str, *, loose: bool = False) -> Iterator[Hit]:
        """The places of a text, in order; none overlaps another.

        Args:
            text: The text.
            loose: Whether a family name in lower case and beside a hyphen counts too, as in
                identifiers.
        """
        reader = _Reader(text, words_of(text), loose)
        at, free = 0, 0
        while at < len(reader.words):
            hit = self._at(reader, at, free)
            if hit is None:
                at += 1
                continue
            yield hit
            free = hit.end
            while at < len(reader.words) and reader.words[at].start < free:
                at += 1

    def _at(self, reader: _Reader, at: int, free: int) -> Hit | None:
        """The person whose family name begins at a word, the longest first."""
        anchors = [*self._of(reader.words[at].folded)]
        if at + 1 < len(reader.words):
            anchors += self._of(reader.words[at].folded + reader.words[at + 1].folded)
        for family, persons in sorted(anchors, key=lambda each: -len(each[0])):
            end = reader.match(at, family)
            if end is None:
                continue
            found = _Found(at, end, persons, reader.words[at].start, reader.words[end - 1].end)
            found = self._with_given(reader, found, free)
            if found.given or reader.stands_alone(found, family):
                return Hit(found.start, found.stop, found.persons)
        return None

    def _of(self, first: str) -> Iterable[tuple[Words, tuple[int, ...]]]:
        return self._anchors.get(first, {}).items()

    def _with_given(self, reader: _Reader, found: _Found, free: int) -> _Found:
        """The same with the first names or initials beside it, and its civility."""
        at = found.first - 1
        while at >= 0 and reader.words[at].start >= free and reader.joins(at):
            persons = self._called(reader, at, found.persons)
            if not persons:
                break
            found = evolve(found, start=reader.words[at].start, persons=persons, given=True)
            at -= 1
        if at >= 0 and reader.words[at].start >= free and reader.joins(at):
            if reader.words[at].folded in SINGULAR and reader.words[at].capital:
                found = evolve(found, start=reader.words[at].start, civility=True)
            elif reader.words[at].folded in PLURAL:
                found = evolve(found, civility=True)
        return found if found.given else self._followed(reader, found)

    def _followed(self, reader: _Reader, found: _Found) -> _Found:
        """The same with the first names that follow it: « BRUN Charlotte »."""
        at = found.end
        while at < len(reader.words) and reader.follows(at):
            word = reader.words[at]
            after = reader.text[word.end : word.end + 1]
            initial = len(word.folded) < 3 and (after == "." or reader.loose)
            if len(word.folded) < 3 and not initial:
                break
            persons = tuple(n for n in found.persons if self.names[n].has(word.folded))
            if not persons:
                break
            stop = word.end + (initial and after == ".")
            found = evolve(found, stop=stop, persons=persons, given=True)
            at += 1
        return found

    def _called(self, reader: _Reader, at: int, persons: tuple[int, ...]) -> tuple[int, ...]:
        """Those of some persons whose first name or initial a word is."""
        word = reader.words[at]
        full = tuple(n for n in persons if word.folded in self.names[n].given)
        if full:
            return full
        if word.folded in SINGULAR:
            return ()
        dotted = reader.text[word.end : word.end + 1] == "."
        if not (word.capital or dotted or reader.loose):
            return ()
        return tuple(n for n in persons if self.names[n].begins(word.folded))


@frozen
class _Found:
    """A family name from one word to before another, with what was taken around it."""

    first: int
    end: int
    persons: tuple[int, ...]
    start: int
    stop: int
    given: bool = False
    civility: bool = False


@frozen
class _Reader:
    """A text and its words."""

    text: str
    words: tuple[Word, ...]
    loose: bool

    def match(self, at: int, family: Words) -> int | None:
        """The word after a family name that begins at one, if it does."""
        for n, part in enumerate(family):
            if n and not self.joins(at - 1):
                return None
            if at < len(self.words) and self.words[at].folded == part:
                at += 1
            elif self._broken(at, part):
                at += 2
            else:
                return None
        return at

    def joins(self, at: int) -> bool:
        """Whether nothing stands between a word and the next but what a name may have inside."""
        if at < 0 or at + 1 >= len(self.words):
            return False
        between = self.text[self.words[at].end : self.words[at + 1].start]
        return _GAP.fullmatch(between) is not None and between.count("\n") < 2

    def follows(self, at: int) -> bool:
        """Whether a word follows the one before it on the same line."""
        between = self.text[self.words[at - 1].end : self.words[at].start]
        return _SHORT_GAP.fullmatch(between) is not None

    def stands_alone(self, found: _Found, family: Words) -> bool:
        """Whether a family name without first name means the person, and no other word."""
        own = self.words[found.first : found.end]
        if self.loose:
            return not weak(family)
        if weak(family):
            return found.civility and all(word.capital for word in own)
        return any(word.capital for word in own) and not self._hyphenated(own)

    def _hyphenated(self, own: Sequence[Word]) -> bool:
        """Whether a hyphen joins the words to others: a town, a married name."""
        before = self.text[max(own[0].start - 2, 0) : own[0].start]
        after = self.text[own[-1].end : own[-1].end + 2]
        left = before[-1:] in _HYPHENS and before[:1].isalpha() if len(before) > 1 else False
        return left or (len(after) > 1 and after[0] in _HYPHENS and after[1].isalpha())

    def _broken(self, at: int, part: str) -> bool:
        if at + 1 >= len(self.words):
            return False
        one, other = self.words[at], self.words[at + 1]
        return one.folded + other.folded == part and broken(self.text[one.end : other.start])
