"""The bodies named, and which names are of one body.

Names merge only on equal content words, on a definition in the text (« ALPES (Alliance pour
l'Emploi et la Solidarité) »), or on an acronym of the words of another name. Likeness is not
enough: two names that are only alike stay two bodies.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import define, field, frozen

from checker.case import LegalForm, MentionForm
from checker.extraction.blocks import Block
from checker.extraction.naming import Name
from checker.extraction.quoting import Passage

_SMALL = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "a",
        "à",
        "au",
        "aux",
        "en",
        "pour",
        "un",
        "une",
        "sur",
        "the",
        "of",
    ]
)
_FORMS = frozenset(
    ["association", "fondation", "gip", "sarl", "sas", "scic", "scop", "epic", "asso"]
)
_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = (
    r"(?:[\s'\"’«»./&-]+(?:(?:de|du|des|d|la|le|les|l|et|a|au|aux|en|pour|un|une|sur)[\s'’-]+)*)"
)
_BRACKETS = re.compile(r"\(\s*([^()]{2,140}?)\s*\)")
_LEGAL: tuple[tuple[str, LegalForm], ...] = (
    ("association", "association"),
    ("fondation", "fondation"),
    ("gip", "gip"),
    ("coopérative", "cooperative"),
    ("scic", "cooperative"),
    ("scop", "cooperative"),
    ("commune", "commune"),
    ("sem", "societe"),
    ("spl", "societe"),
    ("sarl", "societe"),
    ("sas", "societe"),
    ("société", "societe"),
    ("epic", "etablissement_public"),
    ("ccas", "etablissement_public"),
)


@lru_cache(maxsize=65536)
def _plain(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()[:1] or character


def folded(text: str) -> str:
    """Lower case without accents, character by character."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=8192)
def content_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, folded."""
    words = [word for word in _WORD.findall(folded(name)) if word not in _SMALL]
    while len(words) > 1 and words[0] in _FORMS:
        words = words[1:]
    return tuple(words)


def legal_form(word: str | None) -> LegalForm | None:
    """The legal form that a word before or in a name says."""
    plain = (word or "").casefold()
    return next((form for start, form in _LEGAL if plain.startswith(start)), None)


@frozen(eq=False)
class Candidate:
    """A place that names a body which money goes to.

    Args:
        rank: Where the name stands: 0 in the decision, which prints official names, else 1.
    """

    block: Block
    name: Name
    rank: int = 1

    @property
    def core(self) -> str:
        """Its words through the last capitalised one."""
        return self.block.text[self.name.start : self.name.end]

    @property
    def widest(self) -> str:
        """Its words with the small ones after."""
        return self.block.text[self.name.start : self.name.reach]


@define(eq=False)
class Body:
    """One body and all that it is called.

    Args:
        official: The place whose spelling is its name.
        variants: Content words of each of its names, and of which form that name is.
    """

    official: Passage
    variants: dict[tuple[str, ...], MentionForm] = field(factory=dict)
    forms: list[Passage] = field(factory=list)

    def answers_to(self, words: tuple[str, ...]) -> bool:
        """Whether these content words are one of its names."""
        return words in self.variants


def bodies_of(candidates: Iterable[Candidate], blocks: Sequence[Block]) -> tuple[Body, ...]:
    """The bodies that candidates name, in the order of the decision, then of the text."""
    ordered = sorted(candidates, key=lambda each: (each.rank, each.block.start, each.name.start))
    cores = {content_words(each.core) for each in ordered if each.name.end == each.name.reach}
    found: list[Body] = []
    known: dict[tuple[str, ...], Body] = {}
    for each in ordered:
        passage = _chosen(each, cores)
        words = content_words(passage.text)
        if not words:
            continue
        body = known.get(words) or _shortened(words, passage, found)
        if body is None:
            body = Body(passage, {words: "full"})
            found.append(body)
        known.update((variant, body) for variant in body.variants)
        if each.name.form:
            body.forms.append(Passage(each.block, *each.name.form))
    defining = [block for block in blocks if "(" in block.text]
    for body in found:
        body.variants.update(
            (words, "legal") for words in _definitions(body, defining) if words not in body.variants
        )
    return _joined(found)


def _shortened(words: tuple[str, ...], passage: Passage, found: Sequence[Body]) -> Body | None:
    """The body of which a name is an acronym, or spells the acronym out."""
    body = next((body for body in found if _acronym_of(words, body)), None)
    if body is None:
        return None
    first = content_words(body.official.text)
    if len(words) > len(first):
        body.variants[first] = "acronym"
        body.variants[words] = "full"
        body.official = passage
    else:
        body.variants[words] = "acronym"
    return body


def _joined(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """Bodies of which one is defined by the name of the other become one."""
    kept: list[Body] = []
    officials: dict[tuple[str, ...], Body] = {}
    answering: dict[tuple[str, ...], Body] = {}
    for body in bodies:
        words = content_words(body.official.text)
        named = (officials.get(variant) for variant in body.variants)
        other = answering.get(words) or next((one for one in named if one is not None), None)
        if other is None:
            kept.append(body)
            officials[words] = other = body
        else:
            for each in body.variants:
                other.variants.setdefault(each, "legal")
            other.forms.extend(body.forms)
        answering.update((variant, other) for variant in body.variants)
    return tuple(kept)


def _chosen(each: Candidate, cores: set[tuple[str, ...]]) -> Passage:
    end = each.name.end if content_words(each.core) in cores else each.name.reach
    return Passage(each.block, each.name.start, end)


def _acronym_of(words: tuple[str, ...], body: Body) -> bool:
    """Whether one name abbreviates the first words of the other and shares its last ones."""
    return any(_abbreviates(words, full) or _abbreviates(full, words) for full in body.variants)


def _abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) >= len(full) or len(short[0]) < 2:
        return False
    taken = len(full) - len(short) + 1
    return taken == len(short[0]) and (
        "".join(word[0] for word in full[:taken]) == short[0] and full[taken:] == short[1:]
    )


def _definitions(body: Body, blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    """Other names that a bracket after, or before, one of the names of a body gives it."""
    for words in tuple(body.variants):
        last = words[-1]
        for block in blocks:
            for bracket in _BRACKETS.finditer(block.text):
                before = folded(
                    block.text[max(0, bracket.start() - 200) : bracket.start()]
                ).rstrip()
                inside = content_words(bracket[1])
                if not before.endswith(last) or not _defines(bracket[1], words, inside):
                    continue
                named = mention_pattern(words).finditer(before)
                if any(match.end() == len(before) for match in named):
                    yield inside


def _defines(printed: str, words: tuple[str, ...], inside: tuple[str, ...]) -> bool:
    """Whether a bracket gives the words of a short name, or the short name of words."""
    if not inside or not printed[0].isupper() or any(c.isdigit() or c in "€%" for c in printed):
        return False
    if len(words) == 1:
        return len(inside) > 1
    return len(inside) == 1 and printed.isupper()


@lru_cache(maxsize=8192)
def mention_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds a name by its content words in folded text.

    A hyphen goes on with a name: « Foyer de Brissolles » is not in « Foyer de Brissolles-le-Haut ».
    """
    forms = r"(?:gip[\s]+)?" if len(words) > 1 else ""
    return re.compile(rf"(?<![\w-]){forms}" + _SEPARATOR.join(map(re.escape, words)) + r"(?!-?\w)")
