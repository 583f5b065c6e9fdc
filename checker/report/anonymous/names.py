"""The name of a person as first names and family name, as far as its printing tells them apart."""

from __future__ import annotations

from collections.abc import Set

from attrs import evolve, frozen

from checker.extraction.mentions.people import is_office, is_particle
from checker.report.anonymous.letters import folded, words_of

SINGULAR = frozenset(
    ("m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "docteur", "me")
)
"""Civilities of one person, folded."""
PLURAL = frozenset(("mm", "mrs", "mmes", "mlles", "messieurs", "mesdames", "mesdemoiselles"))
CIVILITIES = SINGULAR | PLURAL

Words = tuple[str, ...]


@frozen
class Name:
    """A name; all words are folded.

    Args:
        given: First names, each word of a compound one apart.
        families: What the person may be called by alone: the family name, also without the
            particles that it begins with; of a name whose order is not seen, either end of it.
        certain: Whether its printing tells the family name.
    """

    given: Words
    families: tuple[Words, ...]
    certain: bool

    def fits(self, other: Name) -> bool:
        """Whether the other may be the same person: one family name, no other first name."""
        if not set(self.families) & set(other.families):
            return not self.certain and sorted(_all(self)) == sorted(_all(other))
        return not other.given or all(self.has(word) for word in other.given)

    def without(self, first: Set[str]) -> Name:
        """The same name, if it is not certain not called by what is a first name elsewhere."""
        families = tuple(
            each for each in self.families if not (len(each) == 1 and each[0] in first)
        )
        return self if self.certain or not families else evolve(self, families=families)

    def has(self, given: str) -> bool:
        """Whether a word is one of the first names, or begins one as an initial does."""
        return any(
            each == given or (len(given) < 3 and each.startswith(given)) for each in self.given
        )

    def begins(self, letters: str) -> bool:
        """Whether letters are initials: « c », « ph », « jp »."""
        joined = "".join(each[0] for each in self.given)
        return len(letters) < 4 and (self.has(letters) or (letters == joined and len(letters) > 1))


def _all(name: Name) -> Words:
    return (*name.given, *name.families[0])


def weak(family: Words) -> bool:
    """Whether a family name is an office or a mere particle, which cannot stand for a person."""
    return all(is_office(word) or is_particle(word) or len(word) == 1 for word in family)


def name_of(text: str) -> Name | None:
    """The name that a text is; `None` where nothing of it can be one."""
    printed = [part for part in text.split() if words_of(part)]
    while printed and folded(printed[0]).rstrip(".") in CIVILITIES:
        printed.pop(0)
    if not printed:
        return None
    capital = [_in_capitals(part) and not is_particle(part) for part in printed]
    certain = any(capital) and not all(capital)
    first, last = len(printed) - 1, len(printed)
    if certain:
        first = capital.index(True)
        last = len(printed) - capital[::-1].index(True)
    while first and is_particle(printed[first - 1]):
        first -= 1
    given = _words([*printed[:first], *printed[last:]])
    family = _words(printed[first:last])
    families = [family, _without_particles(family)]
    if not certain and all(capital) and given:
        families.append(_words(printed[:1]))
    return Name(given, tuple(dict.fromkeys(each for each in families if each)), certain)


def is_name(text: str) -> bool:
    """Whether a text that may name a person or an office (« le Président ») is a name."""
    words = [each for each in words_of(text) if each.folded not in CIVILITIES]
    own = [each for each in words if not is_particle(each.printed)]
    return bool(own) and len(own) < 6 and all(e.capital and not is_office(e.printed) for e in own)


def _words(parts: list[str]) -> Words:
    return tuple(word.folded for part in parts for word in words_of(part))


def _without_particles(family: Words) -> Words:
    found = list(family)
    while len(found) > 1 and (is_particle(found[0]) or found[0] in ("d", "l")):
        found.pop(0)
    return tuple(found)


def _in_capitals(part: str) -> bool:
    letters = [letter for letter in part if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
