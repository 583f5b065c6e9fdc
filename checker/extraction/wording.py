"""Words that a reader may count and compare: acronyms, counts announced, names of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.case import Acronym, ActionLabel, Counted, CountPhrase
from checker.case.values import Count, Slug
from checker.extraction.acronyms import spells
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.entities import folded
from checker.extraction.naming_places import Place
from checker.extraction.programme import Programme
from checker.extraction.quoting import Passage
from checker.extraction.roles import Use
from checker.extraction.slugs import slug
from checker.numerals import number_in_words

_ACRONYM = re.compile(r"(?<![\w'’/-])(?:l'|d')?(?P<word>[A-Z]{2,7})(?![\w'/-])(?!\.[A-Z])")
_NOT_ACRONYMS = frozenset(
    [
        "TTC",
        "HT",
        "MM",
        "MME",
        "MMES",
        "NB",
        "PS",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "VU",
        "ET",
        "DE",
        "LE",
        "LA",
        "LES",
    ]
)
_BRACKET_AFTER = re.compile(r"\s*\(\s*(?P<words>[^()]{5,160}?)\s*\)")
_QUOTED = re.compile(r"[\"“«]\s*(?P<words>[^\"“”«»]{3,160}?)\s*[\"”»]")
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
_FUNDED = re.compile(
    r"(?:^|[\s,])(?:au titre d(?:e son |e sa |e ses |e leur |e l'|e la |u |es |e )"
    r"|pour (?:l'|le |la |son |sa ))"
    r"(?P<label>[^,;.()€]{8,160}?)\s*(?:[,;.(]|$)",
    re.IGNORECASE,
)
_POSTS = re.compile(r"\bpostes?\b|^soutien\b", re.IGNORECASE)


def acronyms_of(context: Context) -> Iterator[Acronym]:
    """Each acronym of the running text once, with the words that a bracket joins it to."""
    quoting = context.quoting
    known: dict[str, tuple[Passage, Passage | None]] = {}
    for block in context.segment.blocks:
        if context.section(block) in ("head", "vote", "signature") or _capital(block.text):
            continue
        for match in _ACRONYM.finditer(block.text):
            word = match["word"]
            if word in _NOT_ACRONYMS:
                continue
            at = Passage(block, *match.span("word"))
            held = known.get(word)
            expansion = _expansion(block, match)
            if held is None or (held[1] is None and expansion is not None):
                known[word] = (at if held is None or expansion else held[0], expansion)
    for word, (at, expansion) in sorted(known.items(), key=lambda each: each[1][0].span):
        evidence = {"surface": quoting.evidence(at)}
        if expansion:
            evidence["expansion"] = quoting.evidence(expansion)
        yield Acronym(
            context.slugs.new(f"acronym-{word}"),
            word,
            quoting.words(expansion) if expansion else None,
            evidence=evidence,
        )


def _capital(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) > len(letters) / 2


def _expansion(block: Block, match: re.Match[str]) -> Passage | None:
    """The words that an acronym stands for: in brackets after it, or before its brackets."""
    word = folded(match["word"])
    after = _BRACKET_AFTER.match(block.text, match.end())
    if after and spells(word, after["words"]):
        return Passage(block, *after.span("words"))
    if block.text[: match.start("word")].rstrip().endswith("("):
        end = block.text[: match.start("word")].rstrip()[:-1].rstrip()
        starts = [m.start() for m in re.finditer(r"[^\W_]+", end)][-len(word) * 3 :]
        for start in reversed(starts):
            if folded(end[start]) == word[0] and spells(word, end[start:]):
                return Passage(block, start, len(end))
    return None


def labels_of(
    context: Context, programme: Programme, sections: Mapping[Block, str]
) -> Iterator[ActionLabel]:
    """Names of actions: quoted in a description, or beside an amount."""
    described: list[ActionLabel] = []
    for zone, measure in programme.measure_of.items():
        for block in zone.blocks:
            if sections.get(block) == "description":
                described.extend(_described(context, block, measure))
    yield from described
    for line in programme.lines:
        if not line.implied:
            yield from _funded(context, programme, line.id, described)


def _described(context: Context, block: Block, measure: Slug) -> Iterator[ActionLabel]:
    quoting = context.quoting
    for match in _QUOTED.finditer(block.text):
        place = _last_place(context, block, match.start())
        at = Passage(block, *match.span("words"))
        yield ActionLabel(
            context.slugs.new(f"described-{match['words']}"),
            "description",
            context.ids[place.body] if place else None,
            measure,
            quoting.words(at),
            evidence={"text": quoting.evidence(at)},
        )


def _funded(
    context: Context, programme: Programme, line: Slug, described: Sequence[ActionLabel]
) -> Iterator[ActionLabel]:
    quoting = context.quoting
    held = next(each for each in programme.lines if each.id == line)
    span, who = next((s, e) for s, e in programme.line_of.items() if e.id == line)
    block, use, until = _line_block(context, span)
    name = use.name
    passages = [
        Passage(block, *part.label)
        for part in context.uses[block]
        if part.role == "part" and part.label and context.uses[block].index(use) == part.whole
    ]
    if not passages and name is not None and not _POSTS.search(block.text[name.end : until]):
        match = _FUNDED.search(block.text, max(name.end, use.amount.end), until)
        if match:
            passages = [Passage(block, *match.span("label"))]
    for at in passages:
        words = quoting.words(at)
        full = next(
            (
                each
                for each in described
                if each.beneficiary == held.beneficiary
                and each.text != words
                and each.text.startswith(f"{words} ")
            ),
            None,
        )
        evidence = {"text": quoting.evidence(at)}
        if full:
            evidence["short_of"] = full.evidence["text"]
        yield ActionLabel(
            context.slugs.new(f"funded-{words}"),
            "amounts",
            who.beneficiary,
            who.measure,
            words,
            priced=True,
            short_of=full.text if full else None,
            evidence=evidence,
        )


def _line_block(context: Context, span: tuple[int, int]) -> tuple[Block, Use, int]:
    """The block and use of the amount of a line, and where what is said of it ends."""
    block, use = next((b, u) for b, u in context.amounts() if u.amount.at.span == span)
    uses = context.uses[block]
    after = [u.amount.start for u in uses[uses.index(use) + 1 :] if u.role != "part"]
    return block, use, after[0] if after else len(block.text)


def _last_place(context: Context, block: Block, at: int) -> Place | None:
    """The last body named before a place, in its block or in what introduces it."""
    before = [p for p in context.named(block) if p.at.start < at]
    if before:
        return before[-1]
    intro = context.intros.get(block)
    if intro is not None:
        named = context.named(intro)
        if len({id(p.body) for p in named}) == 1:
            return named[-1]
    return None


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
        place = _last_place(context, block, match.start())
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
    return Counted("group", group=group)


def _holds(block: Block, span: tuple[int, int], match: re.Match[str]) -> bool:
    return block.start <= span[0] < block.end and span[0] <= block.origin[match.start()]
