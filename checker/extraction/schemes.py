"""Public schemes and bodies that the act names as existing.

Only names of the table of schemes are looked for: another name is not examined by any rule. What
the act names as past (« ex-Pôle emploi », « LMCU, devenue la MEL ») is no such mention; whether
« Pôle emploi a reçu en 2019 » is one is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.case import SchemeMention
from checker.case.values import Count
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.entities import folded
from checker.extraction.nearby import before
from checker.extraction.quoting import Passage

_BETWEEN = r"\W{1,3}"
_PAST_BEFORE = re.compile(r"(?:\bex[- ]|\banciennement |\bancien(?:ne)? |\bfeue? )$", re.IGNORECASE)
_PAST_AFTER = re.compile(
    r"[\s,(]{1,3}(?:devenue?|désormais|aujourd'hui|remplacée?|supprimée?|dissoute?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\W*(?:avait|avaient|était|étaient|(?:a|ont)\s[^.;]*\ben (?:19|20)\d\d)\b")
_NEAR = 90
_SINCE_AFTER = re.compile(r"[^.;:()]{0,60}?\bdepuis\s+(?P<year>(?:19|20)\d\d)\b")
_SINCE_BEFORE = re.compile(
    r"\bdepuis\s+(?P<year>(?:19|20)\d\d),?\s+(?:la |le |les |l')?$", re.IGNORECASE
)


def scheme_mentions_of(
    context: Context, schemes: Sequence[Sequence[str]], sections: Mapping[Block, str]
) -> tuple[tuple[SchemeMention, ...], bool]:
    """Each scheme once, where it is first named, and again where it has acted since a given year.

    Args:
        context: The deliberation.
        schemes: The names of each scheme that is known.
        sections: The part of the act that each block stands in.

    Returns:
        The mentions, and whether some naming may tell of the past only.
    """
    named = [each for names in schemes for each in _named(context, names)]
    found = [(at, year) for at, year in named if year is not None or not _is_told(at)]
    mentions = []
    for at, year in sorted(found, key=lambda each: each[0].span):
        words = context.quoting.words(at)
        evidence = {"surface": context.quoting.evidence(at)}
        if year is not None:
            evidence["ascribed_year"] = context.quoting.evidence(year)
        mentions.append(
            SchemeMention(
                context.slugs.new(f"scheme-{words}"),
                words,
                sections[at.block],
                None if year is None else Count(int(year.text)),
                evidence=evidence,
            )
        )
    return tuple(mentions), len(found) < len(named)


def _named(context: Context, names: Sequence[str]) -> Iterator[tuple[Passage, Passage | None]]:
    """The first naming of a scheme, and the first that says since when it has acted."""
    places = sorted(_places(context, names), key=lambda at: (at.span[0], -at.span[1]))
    since = next(((at, year) for at in places if (year := _since(at)) is not None), None)
    if since is not None:
        yield since
    if places and (since is None or since[0] is not places[0]):
        yield places[0], None


def _places(context: Context, names: Sequence[str]) -> Iterator[Passage]:
    patterns = [(name, _pattern(name)) for name in names]
    for block in context.segment.blocks:
        if context.section(block) in ("head", "visas", "vote", "signature"):
            continue
        plain = folded(block.text)
        for name, pattern in patterns:
            for match in pattern.finditer(plain):
                at = Passage(block, *match.span())
                if _is_spelled(at.text, name) and not _is_past(at):
                    yield at


def _pattern(name: str) -> re.Pattern[str]:
    words = re.findall(r"[^\W_]+", folded(name))
    return re.compile(rf"(?<![\w-]){_BETWEEN.join(words)}(?![\w-])")


def _is_spelled(printed: str, name: str) -> bool:
    """An acronym is found in capitals only: « iej » is a word like any other."""
    return printed.isupper() if name.isupper() else True


def _is_past(at: Passage) -> bool:
    text = at.block.text
    return bool(before(_PAST_BEFORE, text, at.start) or _PAST_AFTER.match(text, at.end))


def _is_told(at: Passage) -> bool:
    """Whether what a scheme did is told of a year, or in the past."""
    return _TOLD.match(at.block.text[at.end : at.end + _NEAR]) is not None


def _since(at: Passage) -> Passage | None:
    """The year since which the act has a scheme act already."""
    text = at.block.text
    match = _SINCE_AFTER.match(text, at.end) or before(_SINCE_BEFORE, text, at.start)
    return Passage(at.block, *match.span("year")) if match else None
