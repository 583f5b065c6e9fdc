"""Words that a reader may compare: acronyms and names of actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.case import Acronym, ActionLabel
from checker.case.values import Slug
from checker.extraction.acronyms import spells
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.entities import folded
from checker.extraction.mentions.people import find_people
from checker.extraction.programme import Programme
from checker.extraction.quoting import Passage
from checker.extraction.roles import Use

_ACRONYM = re.compile(r"(?<![\w'’/.-])(?:l'|d')?(?P<word>[A-Z]{2,7})(?![\w'/-])(?!\.\w)")
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
        "EN",
        "AVOIR",
        "DIT",
        "EUR",
        "ET",
        "DE",
        "LE",
        "LA",
        "LES",
        *("AU", "AUX", "DU", "DES", "UN", "UNE", "NE", "PAS", "OU", "NON", "OUI", "SUR", "PAR"),
        *("UE", "TVA", "RIB", "SIREN", "SIRET", "RNA", "SCOP", "SCIC", "SARL", "SAS"),
        *("POUR", "QUE", "QUI", "SVP", "OBJET", "TOTAL", "NOTA", "CONTRE"),
        *(
            "ACCORDE",
            "ADOPTE",
            "ALLOUE",
            "ANNULE",
            "ARRETE",
            "CHARGE",
            "DECIDE",
            "DESIGNE",
            "DONNE",
        ),
        *("EMET", "FIXE", "IMPUTE", "INSCRIT", "MANDATE", "OCTROIE", "PRECISE", "PREND", "REFUSE"),
        *("REJETTE", "RETIRE", "SIGNE", "VALIDE", "VERSE", "VOTE"),
    ]
)
_NEAR = 40
_LARGE_BEFORE = re.compile(r"[A-ZÀ-Ý]{2}[\s'-]{1,3}$")
_LARGE_AFTER = re.compile(r"[\s'-]{1,3}[A-ZÀ-Ý]{2,40}\b")
_WRITTEN = re.compile(r"\b[^\W\d_]?[^\W\d_A-ZÀ-Ý]{2,}\b")
"""Words that are not in capitals; the same word in capitals is no acronym."""
_TOWN = re.compile(r"\b(?:[Cc]ommunes?|[Vv]ille|[Mm]airie|COMMUNE|VILLE|MAIRIE) (?:de|DE) (\w+)")
"""A town printed in capitals, which nothing spells out."""
_BRACKET_AFTER = re.compile(r"\s*\(\s*(?P<words>[^()]{5,160}?)\s*\)")
_QUOTED = re.compile(r"[\"“«]\s*(?P<words>[^\"“”«»]{3,160}?)\s*[\"”»]")
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
    written = {
        folded(word)
        for block in (*context.segment.preface, *context.segment.blocks)
        for word in (*_WRITTEN.findall(block.text), *_TOWN.findall(block.text))
    }
    running: list[Block] = []
    passed: list[Block] = []
    for block in context.segment.blocks:
        (running if _running(context, block) else passed).append(block)
    for block in running:
        people = find_people(block.text)
        for match in _ACRONYM.finditer(block.text):
            word = match["word"]
            if word in _NOT_ACRONYMS or folded(word) in written or _among_capitals(block, match):
                continue
            at = Passage(block, *match.span("word"))
            if any(person.start <= at.start < person.end for person in people):
                continue
            held = known.get(word)
            expansion = _expansion(block, match)
            if held is None or (held[1] is None and expansion is not None):
                known[word] = (at if held is None or expansion else held[0], expansion)
    spelled = _spelled(passed)
    for word, (at, beside) in sorted(known.items(), key=lambda each: each[1][0].span):
        expansion = beside or spelled.get(word)
        evidence = {"surface": quoting.evidence(at)}
        if expansion:
            evidence["expansion"] = quoting.evidence(expansion)
        yield Acronym(
            context.slugs.new(f"acronym-{word}"),
            word,
            quoting.words(expansion) if expansion else None,
            evidence=evidence,
        )


def _running(context: Context, block: Block) -> bool:
    """Whether a block is running text of the act, where acronyms are looked for."""
    outside = context.section(block) in ("head", "vote", "signature")
    return not outside and not _capital(block.text)


def _spelled(blocks: Sequence[Block]) -> dict[str, Passage]:
    """The words that a bracket joins to acronyms in the head of the act and its like."""
    found: dict[str, Passage] = {}
    for block in blocks:
        for match in _ACRONYM.finditer(block.text):
            words = _expansion(block, match)
            if words is not None:
                found.setdefault(match["word"], words)
    return found


def _among_capitals(block: Block, match: re.Match[str]) -> bool:
    """Whether a word stands beside another in capitals: both are only printed large."""
    start, end = match.span("word")
    before = _LARGE_BEFORE.search(block.text, max(0, start - _NEAR), start)
    return before is not None or _LARGE_AFTER.match(block.text, end) is not None


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
        place = context.last_place(block, match.start())
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
