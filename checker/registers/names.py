"""Whether a register and the case name the same body or the same person: equal, close, or not.

Equal is an equal identifier, else an equal normalised name where no identifier says otherwise.
What is only close is a question for a person; it is never joined.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import field, frozen

from checker.normal import normal_name, normal_text, without_accents
from checker.registers.model import Answer, Named

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = {
    *("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur"),
    *("association", "assoc", "asso", "conseil", "m", "mme", "mr"),
}
_ALIKE = {
    "ville": "commune",
    "mairie": "commune",
    "departemental": "departement",
    "regional": "region",
}
"""Words that public bodies are called by in turn; they make names close, never equal."""
_CIVILITY = re.compile(r"^(?:(M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+)?(.*)$", re.DOTALL)
_CLOSE = 0.9
_LONG = 5

Normal = Callable[[str], str]


@frozen
class Party:
    """A body or a person of the case."""

    id: str
    name: str
    siren: str | None = None
    siret: str | None = None
    rna: str | None = None

    @property
    def unit(self) -> str | None:
        """The SIREN, given or inside the SIRET."""
        return self.siren or (self.siret[:9] if self.siret and len(self.siret) == 14 else None)


@frozen
class Match:
    """What was found for a name of a register.

    Args:
        id: The party of the case it is, if one.
        by_name: Whether only the name says so.
        close: Names of the case that it may be.
        contrary: Names of the case that are equal but have another identifier.
    """

    id: str | None = None
    by_name: bool = False
    close: tuple[str, ...] = ()
    contrary: tuple[str, ...] = ()


NONE = Match()


def split_civility(name: str) -> tuple[str | None, str]:
    """The civility that a name begins with, and the name."""
    match = _CIVILITY.match(name.strip())
    return (match[1], match[2]) if match and match[2] else (None, name)


def same(one: str, other: str, normal: Normal = normal_name) -> bool:
    """Whether two names are equal once normalised; capitals without accents equal those with."""
    first, second = normal(one), normal(other)
    if first == second:
        return True
    capital = one == one.upper() or other == other.upper()
    return capital and without_accents(first) == without_accents(second)


def close(one: str, other: str) -> bool:
    """Whether two names that are not equal may mean the same."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    if first <= second or second <= first:
        return True
    plain, beside = (" ".join(sorted(words)) for words in (first, second))
    if min(len(plain), len(beside)) < _LONG:
        return False
    matcher = difflib.SequenceMatcher(None, plain, beside, autojunk=False)
    return matcher.real_quick_ratio() >= _CLOSE and matcher.ratio() >= _CLOSE


def _plain(text: str) -> str:
    """A text without accents; most have none, and a register may have a million."""
    return text if text.isascii() else without_accents(text)


def _words(text: str) -> frozenset[str]:
    plain = _plain(text).casefold()
    return frozenset(_ALIKE.get(word, word) for word in _WORD.findall(plain)) - _EMPTY_WORDS


@frozen(eq=False)
class Matcher:
    """Finds the parties of a case by what a register says of them.

    Args:
        parties: Those of the case.
        answers: What a person has said of names that are close.
        normal: The normal form of a name: that of bodies, or of persons.
    """

    parties: tuple[Party, ...]
    answers: tuple[Answer, ...] = ()
    normal: Normal = normal_name
    _by_name: Mapping[str, list[Party]] = field(init=False)
    _by_word: Mapping[str, list[Party]] = field(init=False)
    _kept: dict[Named, Match] = field(init=False, factory=dict)

    @_by_name.default
    def _index(self) -> Mapping[str, list[Party]]:
        found: dict[str, list[Party]] = {}
        for party in self.parties:
            found.setdefault(_plain(self.normal(party.name)), []).append(party)
        return found

    @_by_word.default
    def _index_words(self) -> Mapping[str, list[Party]]:
        found: dict[str, list[Party]] = {}
        for party in self.parties:
            for word in _words(party.name):
                found.setdefault(word, []).append(party)
        return found

    def match(self, named: Named) -> Match:
        """The party that a body of a register is, or what it may be."""
        if named not in self._kept:
            self._kept[named] = self._match(named)
        return self._kept[named]

    def _match(self, named: Named) -> Match:
        for mine, theirs in (("siret", named.siret), ("unit", named.unit), ("rna", named.rna)):
            if theirs is None:
                continue
            equal = [each for each in self.parties if getattr(each, mine) == theirs]
            if len(equal) == 1:
                return Match(equal[0].id)
            if equal:
                return Match(close=tuple(each.name for each in equal))
        names = [name for name in (named.name, *named.aliases) if name]
        alike = [*self._equal(names)]
        sound = [each for each in alike if not _contrary(each, named)]
        if len(sound) == 1:
            return Match(sound[0].id, by_name=True)
        if sound:
            return Match(close=tuple(each.name for each in sound))
        if alike:
            return Match(contrary=tuple(each.name for each in alike))
        return Match(close=tuple(self._close(names, named)))

    def _equal(self, names: Iterable[str]) -> Iterator[Party]:
        found: dict[str, Party] = {}
        for name in names:
            for party in self._by_name.get(_plain(self.normal(name)), ()):
                if same(name, party.name, self.normal):
                    found[party.id] = party
            for answer in self.answers:
                if answer.same and same(answer.register, name, self.normal):
                    for party in self._by_name.get(_plain(self.normal(answer.case)), ()):
                        found[party.id] = party
        yield from found.values()

    def _close(self, names: Iterable[str], named: Named) -> Iterator[str]:
        seen: set[str] = set()
        for name in names:
            for word in sorted(_words(name)):
                for party in self._by_word.get(word, ()):
                    if party.id in seen or _contrary(party, named):
                        continue
                    seen.add(party.id)
                    if close(name, party.name) and not self._denied(name, party.name):
                        yield party.name

    def _denied(self, name: str, other: str) -> bool:
        return any(
            not each.same
            and same(each.register, name, self.normal)
            and same(each.case, other, self.normal)
            for each in self.answers
        )


def _contrary(party: Party, named: Named) -> bool:
    """Whether identifiers say that these are two bodies."""
    pairs = ((party.unit, named.unit), (party.rna, named.rna), (party.siret, named.siret))
    return any(mine is not None and theirs is not None and mine != theirs for mine, theirs in pairs)


def persons(parties: tuple[Party, ...], answers: tuple[Answer, ...]) -> Matcher:
    """A matcher of persons: their names keep an article that they begin with."""
    return Matcher(parties, answers, normal_text)
