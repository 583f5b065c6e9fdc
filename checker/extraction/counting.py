"""Numbers announced in words, and what each of them counts."""

from __future__ import annotations

import re

from checker.case import Counted, CountPhrase
from checker.case.values import Count, Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.programme import Programme
from checker.extraction.quoting import Passage
from checker.extraction.slugs import slug
from checker.numerals import number_in_words

_COUNT = re.compile(
    r"\b(?P<number>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    r"|seize|vingt)\s+(?P<noun>(?P<word>[^\W\d_]+s)\b"
    r"(?:\s+(?:de la |de l'|des |du |de |d')[^\W\d_]+)?|(?-i:[A-Z]{2,7}\b))",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[^.;:]{0,80}\bet\s+(?:à\s+|a\s+|de\s+)?(?:l'|la |le )?[^.;:,]{0,20}", re.IGNORECASE
)
_ALL = frozenset(
    ["structures", "associations", "organismes", "entités", "bénéficiaires", "partenaires"]
)
_IS_ACRONYM = re.compile(r"[A-Z]{2,7}")


def counts_of(context: Context, programme: Programme) -> tuple[list[CountPhrase], dict[Slug, Slug]]:
    """Numbers announced in words, what each counts, and the group of each body that is in one."""
    found: list[CountPhrase] = []
    groups: dict[Slug, Slug] = {}
    quoting = context.quoting
    for block in context.segment.blocks:
        section = context.section(block)
        if section in ("visas", "vote", "signature"):
            continue
        for match in _COUNT.finditer(block.text):
            value = number_in_words(match["number"])
            if value is None:
                continue
            counts = _counted(context, programme, block, match, groups)
            if counts is None:
                continue
            whole = counts.of == "group" or match["word"] is None
            at = Passage(block, match.start(), match.end() if whole else match.end("word"))
            evidence = {
                "surface": quoting.evidence(at),
                "value": quoting.evidence(Passage(block, *match.span("number"))),
            }
            words = quoting.words(at)
            identifier = context.slugs.new(f"count-{words}")
            found.append(CountPhrase(identifier, words, Count(value), counts, evidence=evidence))
    return found, groups


def _counted(
    context: Context,
    programme: Programme,
    block: Block,
    match: re.Match[str],
    groups: dict[Slug, Slug],
) -> Counted | None:
    """What a number counts, where the words leave no doubt."""
    noun = match["noun"].casefold().split()[0]
    zone = context.zone_of(block)
    measure = programme.measure_of.get(zone) if zone is not None else None
    if noun == "postes":
        lines = programme.line_of.items()
        line = next((line for span, line in lines if _holds(block, span, match)), None)
        return Counted("posts", line=line.id) if line is not None else None
    if noun == "actions":
        place = context.last_place(block, match.start())
        named = place is not None and measure is not None
        who = context.ids[place.body] if place is not None else None
        return Counted("actions", measure=measure, beneficiary=who) if named else None
    if noun in _ALL:
        return Counted("awards") if context.section(block) == "operative" else None
    if measure is not None and _IS_ACRONYM.fullmatch(match["noun"]):
        return Counted("measure", measure=measure)
    return _grouped(context, block, match, groups)


def _grouped(
    context: Context, block: Block, match: re.Match[str], groups: dict[Slug, Slug]
) -> Counted | None:
    """A group named beside other bodies: « les sept maisons de l'emploi et l'association X ».

    The bodies that are not named beside it are its members.
    """
    group = slug(match["noun"])
    beside = {
        context.ids[place.body]
        for place in context.named(block)
        if place.at.start > match.end()
        and _BESIDE.fullmatch(block.text, match.end(), place.at.start)
    }
    if not beside:
        return None
    for body in context.bodies:
        if context.ids[body] not in beside:
            groups.setdefault(context.ids[body], group)
    return Counted("group", group=group) if group in groups.values() else None


def _holds(block: Block, span: tuple[int, int], match: re.Match[str]) -> bool:
    return block.start <= span[0] < block.end and span[0] <= block.origin[match.start()]
