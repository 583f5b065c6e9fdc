"""The vote: its result and counts, and the members who took no part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from checker.case import Member, NonParticipant, Provenance, Sitting, Vote, VoteResult
from checker.case.values import Count, Slug
from checker.extraction.blocks import Block
from checker.extraction.context import Context
from checker.extraction.mentions.people import Person, find_people
from checker.extraction.quoting import Passage
from checker.extraction.slugs import slug
from checker.numerals import number_in_words

_FIGURE = r"(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|aucune?|zéro|néant)"
_NUMBER = rf"(?P<value>{_FIGURE})"
_ALONE = rf"\b(?!\s*:\s*{_FIGURE}\b)"
"""Ends a word that a number before it counts: in « votants : 17 pour : 16 », 17 counts no ayes."""
_COUNTS = {
    "ayes": (rf"\bpour\s*:\s*{_NUMBER}\b", rf"\b{_NUMBER}\s+(?:voix\s+)?pour{_ALONE}"),
    "noes": (rf"\bcontre\s*:\s*{_NUMBER}\b", rf"\b{_NUMBER}\s+(?:voix\s+)?contre{_ALONE}"),
    "abstained": (
        rf"\babstentions?\s*:\s*{_NUMBER}\b",
        rf"\b{_NUMBER}\s+abstentions?{_ALONE}",
        rf"\bs'abst\w+\s*:\s*{_NUMBER}\b",
    ),
}
_PLAIN = r"(?P<value>\d{1,3})"
"""A number after a word alone: « en exercice 11 – présents 9 – votants 10 »."""
_VOTERS = (rf"\bvotants?\s*:\s*{_NUMBER}\b", rf"\bvotants\s+{_PLAIN}\b")
_PRESENT = (
    rf"\bprésents?\s*:\s*{_NUMBER}\b",
    rf"\b{_NUMBER}\s+(?:membres\s+)?présents{_ALONE}",
    rf"\bprésents\s+{_PLAIN}\b",
    rf"\bprésents?\s*\(\s?{_PLAIN}\s?\)",
)
_IN_OFFICE = (
    rf"\ben exercice\s*:\s*{_NUMBER}\b",
    rf"\ben exercice\s+{_PLAIN}\b",
    rf"\ben exercice\s*\(\s?{_PLAIN}\s?\)",
)
_PROXIES = (
    rf"\b(?:procurations?|pouvoirs?|représentés?)\s*:\s*{_NUMBER}\b",
    rf"\b(?:procurations|pouvoirs|représentés)\s+{_PLAIN}\b",
    rf"\b(?:procurations?|pouvoirs?|représentés?)\s*\(\s?{_PLAIN}\s?\)",
)
_UNANIMOUS = re.compile(r"(?:à l'|l')unanimité", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?P<yes>adoptée?s?|adopte|approuvée?s?)\b|\b(?P<no>rejetée?s?)\b", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\b(?:décide|approuve|attribue|accorde|autorise|émet|vote|alloue|octroie|fixe|adopte|valide"
    r"|donne son accord)\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"n'(?:ayant|ont|avaient|a) pas pris part|ne pren(?:d|nent|ant|dra) (?:pas )?part"
    r"|se retire(?:nt)? de la salle[^.]{0,40}ne pren(?:d|nent)\s*$"
    r"|ne prend(?:ra)? part ni|ne participe(?:nt)? pas|n'(?:a|ont) pas participé"
    r"|ne prenant pas part|ne prend part",
    re.IGNORECASE,
)
_TIE_WORDS = (
    r"(?:vice-)?président|trésori[eè]r|secrétaire|membre|adhérent|administrat(?:eur|rice)|bénévole"
    r"|salarié|dirigeant|gérant|représentant|conjoint|intéressé|concerné"
)
_TIE = re.compile(rf"\b(?:{_TIE_WORDS})(?:e|s|es)?\b[^,;.()]{{0,120}}", re.IGNORECASE)
"""« M. Dupuis, président de l'Amicale des Pompiers, … »."""
_TIE_OF_ALL = re.compile(rf"\b(?:{_TIE_WORDS})e?s\b", re.IGNORECASE)
_OF_BODY = re.compile(r"\s(?:de|du|des|d'|à|au|aux)\b")
_NO_VOTE = re.compile(r"€|\bouverture|\bheures?\s*:|inscrits", re.IGNORECASE)
_BY_VOTES = re.compile(r"\bpar \d+ voix\b[^.;]*,", re.IGNORECASE)
"""« par 12 voix pour et 2 contre, décide de verser 1 000 € »: votes first, the money after."""
_DELIBERATED = re.compile(r"après en avoir délibéré", re.IGNORECASE)
_MINUTES = re.compile(r"compte[- ]rendu|procès[- ]verbal", re.IGNORECASE)
_EITHER = "M. ou Mme"
_SENTENCE = re.compile(r"(?<![MDr])(?<!M[me])[.;]\s+(?=[A-ZÀ-Ÿ])")


class Voting:
    """Reads the vote of one deliberation."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.members: list[Member] = []
        self.non_participants: list[NonParticipant] = []
        for block in [*context.segment.preface, *context.segment.blocks]:
            if block in context.segment.preface and _NO_PART.search(block.text):
                continue
            for match in _NO_PART.finditer(block.text):
                self._without_part(block, match)

    def vote(self) -> Vote:
        """The result and the counts, each where one passage only gives it."""
        values: dict[str, object] = {}
        evidence: dict[str, Provenance] = {}
        quoting = self._context.quoting
        voting = self._blocks()
        for block in voting:
            unanimous = _UNANIMOUS.search(block.text)
            if unanimous and not _MINUTES.search(block.text):
                values["unanimous"] = True
                evidence["unanimous"] = quoting.evidence(Passage(block, *unanimous.span()))
                break
        for pattern in (_RESULT, _DECIDED):
            for block in voting:
                match = pattern.search(block.text)
                if match and "result" not in values and not _MINUTES.search(block.text):
                    refused = pattern is _RESULT and match["no"]
                    result: VoteResult = "rejected" if refused else "adopted"
                    values["result"] = result
                    evidence["result"] = quoting.evidence(Passage(block, *match.span()))
        for name, patterns in _COUNTS.items():
            self._count(name, patterns, voting, values, evidence)
        self._count("voters", _VOTERS, voting, values, evidence)
        if "voters" not in values:
            self._count("voters", _VOTERS, self._head(), values, evidence)
            if "voters" in values and self.non_participants:  # counted before they left, perhaps
                counted = str(values.pop("voters"))
                evidence["voters"] = evolve(
                    evidence["voters"], status="ambiguous", readings=(counted,)
                )
        return Vote(**values, evidence=evidence)  # type: ignore[arg-type]

    def sitting(self) -> Sitting:
        """The head counts that the head prints, else those printed beside the vote."""
        values: dict[str, object] = {}
        evidence: dict[str, Provenance] = {}
        sections = self._context.segment.sections
        after = ("vote", "signature")
        vote = [block for part in sections if part.kind in after for block in part.blocks]
        counts = {"present": _PRESENT, "in_office": _IN_OFFICE, "represented": _PROXIES}
        for name, patterns in counts.items():
            self._count(name, patterns, self._head(), values, evidence)
            if name not in values:
                self._count(name, patterns, vote, values, evidence)
        return Sitting(**values, evidence=evidence)  # type: ignore[arg-type]

    def _head(self) -> list[Block]:
        """What heads the act, and the minutes that it is part of."""
        sections = self._context.segment.sections
        head = [block for part in sections if part.kind == "head" for block in part.blocks]
        return [*self._context.segment.preface, *head]

    def _blocks(self) -> list[Block]:
        kinds = ("vote", "operative")
        sections = self._context.segment.sections
        found = [b for kind in kinds for s in sections if s.kind == kind for b in s.blocks]
        return [*found, *self._opening()] or list(self._context.segment.blocks)

    def _opening(self) -> list[Block]:
        """What opens the decision without deciding: « après en avoir délibéré, par 12 voix : »."""
        blocks = self._context.segment.blocks
        parts = self._context.parts
        first = next((n for n, b in enumerate(blocks) if parts[b] == "operative"), 0)
        return [b for b in blocks[max(0, first - 1) : first] if _DELIBERATED.search(b.text)]

    def _count(
        self,
        name: str,
        patterns: Sequence[str],
        blocks: Sequence[Block],
        values: dict[str, object],
        evidence: dict[str, Provenance],
    ) -> None:
        found = [
            (Passage(block, *match.span("value")), match["value"])
            for pattern in patterns
            for block in blocks
            for match in re.finditer(pattern, _counting(block.text), re.IGNORECASE)
        ]
        if found and len({_value(words) for _, words in found}) == 1:
            value = _value(found[0][1])
            if value is not None:
                values[name] = Count(value)
                evidence[name] = self._context.quoting.evidence(found[0][0])

    def _without_part(self, block: Block, match: re.Match[str]) -> None:
        """The people named in the sentence, before the words or after « : »."""
        text = block.text
        start = max((m.end() for m in _SENTENCE.finditer(text, 0, match.start())), default=0)
        people = [p for p in find_people(text) if start <= p.start and p.end <= match.start()]
        if not people:
            colon = re.compile(r"[^.]{0,40}:\s*").match(text, match.end())
            if colon:
                stop = re.compile(r"\.(?=\s*$)|\bpour\s*:|\bvote", re.IGNORECASE).search(
                    text, colon.end()
                )
                end = stop.start() if stop else len(text)
                people = [
                    p for p in find_people(text) if colon.end() <= p.start and p.end <= end + 1
                ]
        people = [p for p in people if not _only_mentioned(text, p)]
        for n, person in enumerate(people):
            until = people[n + 1].civility_span[0] if n + 1 < len(people) else len(text)
            self._member(block, person, max(until, person.end))

    def _member(self, block: Block, person: Person, until: int) -> None:
        quoting = self._context.quoting
        at = Passage(block, person.start, person.end)
        name = quoting.words(at)
        identifier = slug(name)
        if any(member.id == identifier for member in self.members):
            return
        civility = Passage(block, *person.civility_span)
        evidence = {"name": quoting.evidence(at), "civility": quoting.evidence(civility)}
        printed: str | None = person.civility
        if person.civility == _EITHER:  # a list headed « MM. et Mmes »
            printed = None
            evidence["civility"] = quoting.evidence(civility, "ambiguous", ("M.", "Mme"))
        self.members.append(Member(identifier, name, printed, evidence=evidence))
        held = {"member": quoting.evidence(at)}
        reason, beneficiary = self._tie(block, person, until, held)
        self.non_participants.append(
            NonParticipant(Slug(identifier), reason, beneficiary, evidence=held)
        )

    def _tie(
        self, block: Block, person: Person, until: int, evidence: dict[str, Provenance]
    ) -> tuple[str | None, Slug | None]:
        """What ties a member to the affair, and the beneficiary that is named for it."""
        tie = _TIE.search(block.text, person.end, until)
        if tie is None:
            if _TIE_OF_ALL.search(block.text):
                for name in ("reason", "beneficiary"):
                    evidence[name] = self._context.quoting.evidence(
                        Passage(block, person.start, person.end), "ambiguous"
                    )
            return None, None
        at = Passage(block, *tie.span())
        evidence["reason"] = self._context.quoting.evidence(at)
        named = [p for p in self._context.named(block) if tie.start() <= p.at.start < tie.end()]
        if len(named) == 1:
            evidence["beneficiary"] = self._context.quoting.evidence(named[0].at)
            return self._context.quoting.words(at), self._context.ids[named[0].body]
        if _OF_BODY.search(at.text):
            evidence["beneficiary"] = self._context.quoting.evidence(at, "ambiguous")
        return self._context.quoting.words(at), None


def _only_mentioned(text: str, person: Person) -> bool:
    """Whether a person is named for another reason: « présidée par M. X »."""
    before = text[max(0, person.start - 40) : person.start]
    return (
        re.search(
            r"(?:par|de|à|avec|sous la présidence de)\s+(?:M\.|Mme|Monsieur|Madame)\s*$", before
        )
        is not None
    )


def _counting(text: str) -> str:
    """The beginning of a text in which a number before « pour » counts votes, not money."""
    other = _NO_VOTE.search(text)
    if other is None:
        return text
    before = text[: other.start()]
    return before if _BY_VOTES.search(before) else ""


def _value(words: str) -> int | None:
    folded = words.casefold()
    if folded.startswith("aucun") or folded == "néant":
        return 0
    return int(folded) if folded.isdigit() else number_in_words(folded)
